"""Composes several streams into one: pictures onto a canvas, sound into a mix."""
