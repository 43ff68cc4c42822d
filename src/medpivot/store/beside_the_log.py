"""What proves milestones beside the log: people met, mentors, and files that exist."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final, TypedDict

from medpivot.errors import MedpivotError
from medpivot.reading.toml import parse
from medpivot.store.refusals import read_bytes

TIME: Final = "time.toml"


class Beside(TypedDict):
    """The rest of what `offers` asks for; `files` are names without their endings."""

    people_met: int
    mentors: int
    files: Collection[str]


def beside_the_log(home: Path) -> Beside:
    """How many people were met and how many mentors would speak for the person; which files exist.

    `files` are the names of the person's files, one a subject, and of the pages that were made and
    noted in the profile, such as `cv`; `time` only with a week as it was in it. A list of people
    that cannot be read counts nobody, and `people` says what is wrong with it. Takes no lock,
    creates nothing and never raises.
    """
    files: set[str] = set()
    with suppress(OSError):
        files = {one.stem for one in home.iterdir() if one.suffix == ".toml"}
    if "time" in files and not _has_a_week(home):
        files.discard("time")
    met, mentors = _people(home) if "people" in files else (0, 0)
    if "profile" in files:
        from medpivot.store import profile

        with suppress(MedpivotError):
            files |= set(profile.exported(home))
    return Beside(people_met=met, mentors=mentors, files=files)


def _has_a_week(home: Path) -> bool:
    """Is a week as it was written down? One that is wanted or offered is another thing."""
    with suppress(MedpivotError):
        return bool(parse(read_bytes(home / TIME) or b"", TIME).get("actual"))
    return False


def _people(home: Path) -> tuple[int, int]:
    # pydantic's classes for a file take longer than most of what a plan is shown with
    from medpivot.store import people

    with suppress(MedpivotError):
        every = people.load(home).content.present
        mentors = sum(one.status == "mentor" and one.can_advocate == "yes" for one in every)
        return sum(one.known for one in every), mentors
    return 0, 0
