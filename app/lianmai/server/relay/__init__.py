"""Media in and out: one publisher a stream, any number of players."""
