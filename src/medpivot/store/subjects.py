"""The person's files of one subject each: people, jobs, money, training, profile.

Each is one TOML file that the person may edit by hand. A command reads it, changes what it must
and leaves every comment, the order and unknown keys as they are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from medpivot.reading.toml import parse
from medpivot.store.fingerprint import digest
from medpivot.store.refusals import read_bytes

if TYPE_CHECKING:
    from medpivot.store.writing import Change

# What only saving needs is loaded when a file is saved.

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Subject(Generic[Content]):
    """One kind of file: how it is read into what the program knows, and written from it.

    `name` is the file's name, `heading` the comment at the top of a new one, `empty` what is known
    while there is no file. `read` takes bytes and name and gives the content and a warning for
    each unknown key; it raises BrokenFile. `table` gives the whole file as a table, `schema`
    first, with None for what is not known.
    """

    name: str
    heading: str
    empty: Content
    read: Callable[[bytes, str], tuple[Content, Sequence[str]]]
    table: Callable[[Content], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class SubjectFile(Generic[Content]):
    """A subject and the file it was read from; `data` is None while there is no file.

    `digest` tells whether the file is still the same.
    """

    subject: Subject[Content]
    path: Path
    content: Content
    data: bytes | None = None
    digest: str = ""
    warnings: tuple[str, ...] = ()


def load(home: Path, subject: Subject[Content]) -> SubjectFile[Content]:
    """The subject as its file has it; takes no lock and creates nothing.

    Raises:
        BrokenFile: it cannot be read; all its problems, and it is left as it is.
        MedpivotError: the system refuses.
    """
    path = home / subject.name
    data = read_bytes(path)
    if data is None:
        return SubjectFile(subject, path, subject.empty)
    content, warnings = subject.read(data, subject.name)
    return SubjectFile(subject, path, content, data, digest(data), tuple(warnings))


def save(change: "Change", file: SubjectFile[Content], content: Content) -> bool:
    """Save what differs from what was loaded, in a new file where there is none yet.

    Returns whether anything differed. Decimals are written as plain numbers.

    Raises:
        MedpivotError: somebody changed or made the file since it was loaded.
        ValueError: one of a collection is missing; it has to be marked as removed instead.
    """
    from medpivot.store import toml_edit, toml_text
    from medpivot.store.toml_changes import differences

    after = _plain(file.subject.table(content))
    if file.data is None:
        if after == _plain(file.subject.table(file.content)):
            return False
        change.create(file.path, toml_text.document(after, file.subject.heading))
        return True
    before = _plain(file.subject.table(file.content))
    present = parse(file.data, file.path.name)
    changes = differences(before, after, present)
    if changes:
        data = toml_edit.edit(file.data, present, changes, file.path.name)
        change.replace(file.path, data, expected=file.digest)
    return bool(changes)


def _plain(table: Mapping[str, object]) -> dict[str, object]:
    """The table as TOML would hold it: without None, with numbers and lists of TOML's own."""
    return {key: _value(one) for key, one in table.items() if one is not None}


def _value(one: object) -> object:
    if isinstance(one, Mapping):
        return _plain(one)
    if isinstance(one, list | tuple):
        return [_value(inner) for inner in one]
    if isinstance(one, Decimal):
        return int(one) if one == one.to_integral_value() else float(one)
    return one
