"""Breaks the code in small ways and tells which breaks no test notices; see ``__main__``."""
