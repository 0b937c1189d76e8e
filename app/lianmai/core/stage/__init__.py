"""Where everything on a stage goes: layouts, canvases, and whether a picture agrees with them."""
