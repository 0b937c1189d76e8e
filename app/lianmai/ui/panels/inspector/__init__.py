"""The panel that shows a phone's component: its attributes, its numbers, its codes, its fate."""
