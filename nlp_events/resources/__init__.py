"""The French words, patterns and tables, read from ``lang/fr`` and validated at load."""
