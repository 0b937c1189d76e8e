"""An editor for canvases: what a mixing server draws, seen live and changed by hand."""
