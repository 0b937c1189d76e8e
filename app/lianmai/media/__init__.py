"""Cameras, codecs and streams: PyAV and threads."""
