"""Sound to the loudspeakers, off the Qt thread."""
