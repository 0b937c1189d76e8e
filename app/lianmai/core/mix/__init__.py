"""Mix tasks: several streams on one canvas, sent as one, as vendors' servers do it."""
