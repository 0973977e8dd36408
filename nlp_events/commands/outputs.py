"""What a command may write: never one of its inputs, and nothing in the place of what is there unless told to.

All of it is checked before a file is opened or made. Files are compared as files, so that links and other spellings of
a path make no difference.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from nlp_events.batch.state import state_folder
from nlp_events.commands.streams import check_readable, check_writable
from nlp_events.errors import NlpEventsError
from nlp_events.readers.folders import files_of, is_pattern
from nlp_events.readers.formats import suffix_of
from nlp_events.readers.inputs import STANDARD_INPUT
from nlp_events.writers.formats import STANDARD_OUTPUT, read_results
from nlp_events.writers.whole import check_free

_ALSO_STANDARD = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
"""Paths of standard output: to open one would empty the file that it goes into."""


def named(output: str) -> str:
    """An output as the user names it, or «-» for each name of standard output."""
    return STANDARD_OUTPUT if output in _ALSO_STANDARD else output


def check_output(
    output: str, inputs: Sequence[str], *, beside: Iterable[str | None] = (), overwrite: bool = False
) -> None:
    """See that an output may be written.

    Args:
        output: a file, a device, a pipe, or «-» for standard output.
        inputs: files, folders and patterns, or «-» for standard input.
        beside: other files and folders that the command reads or keeps; None for one that is not named.
        overwrite: whether a file that holds something may be replaced; an input never may.

    Raises:
        NlpEventsError: it may not.
    """
    check_apart(output, inputs, beside=beside)
    if STANDARD_INPUT in inputs:
        check_readable()
    if output == STANDARD_OUTPUT:
        check_writable()
    elif not overwrite:
        check_free(Path(output))


def check_run(output: str, inputs: Sequence[str], *, beside: Iterable[str | None] = (), goes_on: bool = False) -> None:
    """The same for a run, whose output of before may stand in a folder of its inputs, and is passed over there.

    Args:
        output: as above.
        inputs: as above.
        beside: as above.
        goes_on: whether what is there may be replaced or gone on with.

    Raises:
        NlpEventsError: it may not be written.
    """
    named_beside = [name for name in beside if name is not None]
    if output != STANDARD_OUTPUT:
        state = state_folder(Path(os.path.realpath(output)))
        for name in (*inputs, *named_beside):
            if Path(os.path.realpath(name)).is_relative_to(state):
                raise NlpEventsError(f"{name}: is kept by a run into {output}, which removes it. Name another output.")
        # Of a run that was broken off the journal knows more to say.
        goes_on = goes_on or ((state / "journal").is_file() and not (state / "finished").exists())
    check_output(output, inputs, beside=named_beside, overwrite=goes_on)


def check_apart(output: str, inputs: Iterable[str], *, beside: Iterable[str | None] = ()) -> None:
    """See that an output is no folder, none of these files, and nothing that is read out of these folders.

    Args:
        output: as above.
        inputs: as above; what no article is read from does not count in folders.
        beside: as above; every file in folders counts.

    Raises:
        NlpEventsError: it is.
    """
    target = _status(output)
    if output != STANDARD_OUTPUT and target is not None and stat.S_ISDIR(target.st_mode):
        raise NlpEventsError(f"{output}: is a folder. Name a file in it.")
    if target is not None and _is_harmless(target, output):
        return
    found = chain(
        ((name, path) for name in inputs for path in _articles(name, output)),
        ((name, path) for name in beside if name is not None for path in _files(Path(name))),
    )
    for name, path in found:
        if _is_same(target, output, path):
            raise _refusal(output, name)


def _is_harmless(target: os.stat_result, output: str) -> bool:
    """Whether writing loses nothing: a terminal may well be read too, and a pipe of the shell has no name."""
    kind = target.st_mode
    return stat.S_ISCHR(kind) or (output == STANDARD_OUTPUT and not stat.S_ISREG(kind))


def _is_same(target: os.stat_result | None, output: str, path: Path | None) -> bool:
    """Whether an output is a file that is read; None for standard input."""
    if path is None:
        read = _standard(0)
        return target is not None and read is not None and os.path.samestat(target, read)
    if target is None:
        return os.path.realpath(path) == os.path.realpath(output)
    try:
        return os.path.samestat(target, path.stat())
    except OSError:
        return False  # what is not there, or cannot be reached, is told when it is read


def _refusal(output: str, name: str) -> NlpEventsError:
    if output == STANDARD_OUTPUT:
        return NlpEventsError(f"standard output: goes into {name}, which is read. Send it elsewhere.")
    what = "an input" if output == name else f"an input ({name})"
    return NlpEventsError(f"{output}: is {what}, and would be lost. Name another output.")


def _status(output: str) -> os.stat_result | None:
    """What the system knows of an output; None where there is none yet."""
    try:
        return _standard(1) if output == STANDARD_OUTPUT else Path(output).stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NlpEventsError(f"{output}: cannot be written ({error.strerror}). Name another output.") from error


def _standard(number: int) -> os.stat_result | None:
    try:
        return os.fstat(number)
    except OSError:
        return None


def _articles(name: str, output: str) -> Iterator[Path | None]:
    """The files that an input is or names, but for what an earlier run into the output has left among them."""
    path = Path(name)
    if name == STANDARD_INPUT:
        yield None
    elif path.is_dir() or (is_pattern(name) and not path.exists()):
        if not Path(output).exists() and output != STANDARD_OUTPUT:
            return
        found = [path] if path.is_dir() else files_of(name)[1]
        own = _own_path(output)
        for one in chain.from_iterable(map(_files, found)):
            if suffix_of(one.name) and (one.name != own.name or one.is_symlink() or Path(os.path.realpath(one)) != own):
                yield one
    else:
        yield path


def _own_path(output: str) -> Path:
    """Where an output is that an earlier run has made; of another an empty path."""
    target = Path(os.path.realpath(output))
    if output == STANDARD_OUTPUT or not (state_folder(target) / "settings.json").is_file():
        return Path()
    try:
        next(read_results(target), None)  # somebody may have put another file there since
    except (NlpEventsError, RecursionError):
        return Path()
    return target


def _files(path: Path) -> Iterator[Path]:
    """A file, or the files of a folder at every depth."""
    if not path.is_dir():
        yield path
        return
    for folder, _, names in os.walk(path):
        yield from (Path(folder, name) for name in names)
