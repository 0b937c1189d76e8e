"""The stage as it would be on a phone."""
