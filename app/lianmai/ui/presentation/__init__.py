"""The stage for an audience: nothing but pictures, and how to join."""
