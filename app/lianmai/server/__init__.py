"""The built-in room server: who is where (hub) and media in and out (relay)."""
