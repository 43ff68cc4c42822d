"""`profile.toml`: what a CV says of the person, and when their CV and portfolio were last made."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from medpivot.domain.profile import Profile
from medpivot.reading.profile import NAME, profile_table, read_profile
from medpivot.reading.toml import parse
from medpivot.store import subjects
from medpivot.store.refusals import read_bytes
from medpivot.store.subjects import Subject, SubjectFile

if TYPE_CHECKING:
    from medpivot.store.writing import Change

_HEADING = """\
What your CV says of you beyond the log. Edit as you like: comments and keys stay.
Nothing is deleted here: write status = "removed" instead. A start without an end goes on."""

SUBJECT: Final = Subject(NAME, _HEADING, Profile(), read_profile, profile_table)


def load(home: Path) -> SubjectFile[Profile]:
    """The profile as its file has it; without a file, an empty one.

    Raises:
        BrokenFile: it cannot be read; it is left as it is.
    """
    return subjects.load(home, SUBJECT)


def save(change: "Change", file: SubjectFile[Profile], profile: Profile) -> bool:
    """Save what differs from what was loaded; returns whether anything did.

    Raises:
        MedpivotError: somebody changed the file since.
    """
    return subjects.save(change, file, profile)


def record_export(home: Path, what: str, day: date) -> list[str]:
    """Note that the CV or portfolio was made on that day; undoable, and at most one step a day.

    Returns sentences for the person: what was put back of a command that a crash cut short.

    Raises:
        MedpivotError: the system refuses, or somebody changed the file a moment ago.
    """
    if load(home).content.exported.get(what) == day:
        return []
    # what only saving needs
    from medpivot.store.writing import writing

    with writing(home, f"noting that the {what} was made") as change:
        file = load(home)
        exported = MappingProxyType({**file.content.exported, what: day})
        save(change, file, replace(file.content, exported=exported))
    return change.notes


def exported(home: Path) -> Collection[str]:
    """The pages that were made and noted, such as `cv`; reads only that, without checking the rest.

    Raises:
        MedpivotError: the file is no TOML, or the system refuses.
    """
    noted = parse(read_bytes(home / NAME) or b"", NAME).get("exported")
    return tuple(noted) if isinstance(noted, dict) else ()
