"""What is seen before and after a call: own picture, form, choice of sources."""
