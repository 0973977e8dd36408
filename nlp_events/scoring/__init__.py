"""How right records are: against annotated text, and by an analyst's judgements."""
