"""The stage and its tiles, wherever they are shown."""
