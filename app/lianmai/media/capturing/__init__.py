"""Own picture and sound: from sources to the encoder and to the window."""
