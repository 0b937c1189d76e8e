"""Finds stamped tiles in pictures of whole stages."""
