"""What is seen during a call, around the stage."""
