"""spaCy components, one a file: a Doc in, the same Doc out. No pipe knows another."""
