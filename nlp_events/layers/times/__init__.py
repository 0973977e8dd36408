"""When it happened to them, and which time a figure speaks of."""
