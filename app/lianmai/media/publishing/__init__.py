"""From what is captured to the server: encoders, a bounded queue, one connection."""
