"""Lianmai: the PC-side peer of WeChat mini-program video calls."""
