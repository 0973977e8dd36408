"""The decisions refitted to answers: those that make the shipped weights, and a user's own."""
