"""Where pictures and sound come from: test pattern, devices, files, the screen."""
