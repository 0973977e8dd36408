"""The one error tree of the library."""

from __future__ import annotations


class NlpEventsError(Exception):
    """Anything the library refuses, with what to do about it in the message."""


class ResourceError(NlpEventsError):
    """A file of French words, patterns or tables is wrong.

    Attributes:
        file: the resource file, as given.
        key: the path inside the file («rules.3.pattern»), or an empty string.
    """

    def __init__(self, file: str, key: str, problem: str, remedy: str) -> None:
        self.file = file
        self.key = key
        self._given = (file, key, problem, remedy)
        where = f"{file}, {key}" if key else file
        super().__init__(f"{where}: {problem} {remedy}")

    def __reduce__(self) -> tuple[type[ResourceError], tuple[str, str, str, str]]:
        """What another process makes it anew of."""
        return type(self), self._given


class InputError(NlpEventsError):
    """An input (file, line, article) cannot be read as an article.

    Attributes:
        source: the file or «file:line» as the user named it.
        reason: a short machine-readable word («empty», «binary», «json», «missing», «encoding» …).
        problem: the message without the source.
    """

    def __init__(self, source: str, reason: str, message: str) -> None:
        self.source = source
        self.reason = reason
        self.problem = message
        super().__init__(f"{source}: {message}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        """What another process makes it anew of."""
        return type(self), (self.source, self.reason, self.problem)


class ModelError(NlpEventsError):
    """A base pipeline is missing or lacks a component that is needed."""


class ExtensionError(NlpEventsError):
    """Another package has already taken a spaCy extension name of ours with another meaning."""
