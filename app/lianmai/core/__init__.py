"""What the program knows: plain Python, no sockets, threads, codecs or widgets."""
