"""Where the reader of a page's lines stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Reading:
    """Where the reader of the lines stands: what the last label announced, how many links were read since.

    ``article`` says that some running text of the article was read.
    """

    state: str = "body"
    links: int = 0
    article: bool = False

    def announce(self, follows: str) -> None:
        """Take note of a label; a menu at the top of the page that leads to the comments ends nothing."""
        self.links = 0
        if follows == "end":
            self.state = "end" if self.article else self.state
        elif self.state != "list":
            self.state = follows
