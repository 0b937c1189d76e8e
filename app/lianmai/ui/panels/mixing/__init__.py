"""Mix tasks run from the window of a call."""
