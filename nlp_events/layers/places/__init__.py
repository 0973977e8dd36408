"""Where it happened to them."""
