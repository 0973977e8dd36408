"""Mentions of one figure, parts and updates of another, and the happening each is of."""
