"""Connections to media servers, made by FFmpeg, and why they fail."""
