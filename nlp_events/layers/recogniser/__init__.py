"""The recogniser of names: spaCy's, with weights fine-tuned on news and a faster way to its decisions."""
