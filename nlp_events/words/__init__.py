"""The words of the language: classes that rules name, and the patterns that name them."""
