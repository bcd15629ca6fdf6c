"""What pages show, worked out from a snapshot by pure functions."""
