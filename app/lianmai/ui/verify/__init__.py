"""Tools to measure the stage with, and to hold it against what it should look like."""
