"""Who did it to them, and how."""
