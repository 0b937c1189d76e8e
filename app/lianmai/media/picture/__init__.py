"""What is done to single pictures: scaling, reading stamps, saving."""
