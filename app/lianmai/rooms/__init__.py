"""How a peer gets into a room, and where it pushes and pulls."""
