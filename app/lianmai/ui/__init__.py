"""The window: PySide6 and qasync."""
