"""Lianmai: the PC-side peer of WeChat mini-program video calls."""

__version__ = "0.1.0"
