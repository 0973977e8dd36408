"""``python -m nlp_events.cli``."""

from nlp_events.cli import main

if __name__ == "__main__":
    main()
