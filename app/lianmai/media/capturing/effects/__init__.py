"""What is done to pictures and sound before they are sent; nothing of it runs unless asked for."""
