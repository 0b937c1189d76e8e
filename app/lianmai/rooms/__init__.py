"""How a peer gets into a room, and where it pushes and pulls."""

from lianmai.rooms.choice import open_room
from lianmai.rooms.connection import RoomConnection

__all__ = ["RoomConnection", "open_room"]
