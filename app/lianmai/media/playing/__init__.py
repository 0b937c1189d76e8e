"""From a server to a tile: one connection at a time, decoded, timed, measured."""
