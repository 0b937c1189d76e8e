"""What happens to own voice on its way out: noise suppression, gain control, voices, rooms."""
