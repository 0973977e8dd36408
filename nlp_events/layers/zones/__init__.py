"""Title, body and related lines of a copied news page."""
