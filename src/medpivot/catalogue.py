"""Finds `data/`, reads it, lays the person's own roles over it and checks that every id fits."""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot.domain.finding import not_there
from medpivot.errors import BrokenFile, MedpivotError, Problem

if TYPE_CHECKING:
    from medpivot.domain.activities import Vocabulary
    from medpivot.domain.audiences import Audiences
    from medpivot.domain.cv_words import CvWords
    from medpivot.domain.interview import Interview
    from medpivot.domain.money_facts import MoneyFacts
    from medpivot.domain.offers import Offers
    from medpivot.domain.people import Kinds
    from medpivot.domain.plan import Milestones
    from medpivot.domain.reminders import Reminders
    from medpivot.domain.roles import Roles, Source
    from medpivot.domain.support import Support
    from medpivot.domain.time_rules import TimeRules
    from medpivot.domain.training import Training
    from medpivot.reading.answers import AnswersFile
    from medpivot.reading.demo import Demo

# The readers are imported where they are used: most load pydantic, which the log never needs.


@cache
def data_folder() -> Path:
    """The folder of the shipped data: in an installed package, else at the top of a checkout."""
    here = Path(__file__).resolve().parent
    for folder in (here / "data", here.parents[1] / "data"):
        if (folder / "roles.toml").is_file():
            return folder
    raise MedpivotError("the data of medpivot is not where it belongs", "install medpivot again")


def _bytes(name: str) -> bytes:
    return (data_folder() / name).read_bytes()


@cache
def load_sources() -> "Mapping[str, Source]":
    """The references that facts point to, by id."""
    from medpivot.reading.sources import NAME, read_sources

    return read_sources(_bytes(NAME))


@cache
def load_interview() -> "Interview":
    """The questions of `assess`."""
    from medpivot.reading.interview import NAME, read_interview

    return read_interview(_bytes(NAME))


def load_roles(own: Path | None = None) -> "Roles":
    """The shipped roles, with those of the person's own file, if it exists, laid over them.

    Raises:
        BrokenFile: either file has problems.
        MedpivotError: the system refuses to read the person's.
    """
    from medpivot.reading.roles import lay_over

    roles = _shipped_roles()
    data = None if own is None else _own_bytes(own)
    if own is None or data is None:
        return roles
    return lay_over(roles, data, own.name, load_interview(), load_sources())


def roles_of(home: Path) -> "Roles":
    """The roles, with those that the person of this folder has added or changed."""
    return load_roles(home / "roles.toml")


@cache
def _shipped_roles() -> "Roles":
    from medpivot.reading.roles import NAME, read_roles

    return read_roles(_bytes(NAME), load_interview(), load_sources())


def _own_bytes(path: Path) -> bytes | None:
    """The bytes of the person's own file, None where there is none.

    Raises:
        MedpivotError: the system refuses to read it.
    """
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise MedpivotError(f"cannot read {path}: {error.strerror}", "name another file") from None


@cache
def load_vocabulary() -> "Vocabulary":
    """The words of the log. Loads no pydantic."""
    from medpivot.reading.vocabulary import NAME, read_vocabulary

    return read_vocabulary(_bytes(NAME))


@cache
def load_milestones() -> "Milestones":
    """What plans are made of."""
    from medpivot.reading.milestones import NAME, read_milestones

    roles = [role.id for role in load_roles().roles]
    return read_milestones(_bytes(NAME), load_interview(), roles, load_vocabulary().kinds)


@cache
def load_support() -> "Support":
    """Where a physician can turn."""
    from medpivot.reading.support import NAME, read_support

    return read_support(_bytes(NAME))


@cache
def load_kinds_of_people() -> "Kinds":
    """The kinds of people worth knowing, and what each decides."""
    from medpivot.reading.people import NAME, read_kinds

    return read_kinds(_bytes(NAME))


@cache
def load_reminders() -> "Reminders":
    """After how long the program says that something has waited."""
    from medpivot.reading.reminders import NAME, read_reminders

    return read_reminders(_bytes(NAME))


@cache
def load_time() -> "TimeRules":
    """The kinds of work in a week, and when promised time drifts away."""
    from medpivot.reading.time import NAME, read_time_rules

    return read_time_rules(_bytes(NAME), load_sources())


@cache
def load_offers() -> "Offers":
    """What to ask about an offer, what a check looks for, and how to look for jobs."""
    from medpivot.reading.offers import NAME, read_offers

    roles = [role.id for role in load_roles().roles]
    return read_offers(_bytes(NAME), load_interview(), roles, load_sources())


@cache
def load_training() -> "Training":
    """The training routes, programs by name, and the decision tree."""
    from medpivot.reading.training import NAME, read_training

    return read_training(_bytes(NAME), load_interview(), load_sources())


@cache
def load_money_facts() -> "MoneyFacts":
    """Usual values and general facts about money."""
    from medpivot.reading.money_facts import NAME, read_money_facts

    return read_money_facts(_bytes(NAME), load_sources())


@cache
def load_cv_words() -> "CvWords":
    """The sections of CV and portfolio, and what a check of a letter looks for."""
    from medpivot.reading.cv import NAME, read_cv_words

    return read_cv_words(_bytes(NAME), load_vocabulary())


@cache
def load_audiences() -> "Audiences":
    """For whom a report can be made, and what is in it."""
    from medpivot.reading.audiences import NAME, read_audiences

    return read_audiences(_bytes(NAME), [one.id for one in load_milestones().templates])


@cache
def load_demo() -> "Demo":
    """The steps of `demo`."""
    from medpivot.reading.demo import NAME, read_demo

    return read_demo(_bytes(NAME))


def sample_path(sample_id: str) -> Path:
    """The answers file of a sample person.

    Raises:
        MedpivotError: there is no such sample.
    """
    if sample_id not in sample_ids():
        raise not_there("sample", sample_id, sample_ids(), "medpivot demo --list")
    return data_folder() / "samples" / f"{sample_id}.toml"


def sample_ids() -> list[str]:
    """The sample persons, by file name."""
    return sorted(path.stem for path in (data_folder() / "samples").glob("*.toml"))


def load_sample(sample_id: str) -> "AnswersFile":
    """One sample person's answers.

    Raises:
        MedpivotError: there is no such sample.
    """
    from medpivot.reading.answers import read_answers_file

    path = sample_path(sample_id)
    return read_answers_file(path.read_bytes(), path.name, load_interview())


def catalogue_hash() -> str:
    """Twelve hex digits that change when a question, pull, role or range changes."""
    digest = hashlib.sha256()
    for name in ("interview.toml", "roles.toml"):
        digest.update(_bytes(name))
    return digest.hexdigest()[:12]


def check_own(path: Path) -> "Roles":
    """The shipped roles with that file laid over them, for checking it.

    Raises:
        BrokenFile: all problems of the file.
        MedpivotError: the file cannot be read.
    """
    if _own_bytes(path) is None:
        raise MedpivotError(
            f"there is no file {path}", "name a file with your own [role.ID] tables"
        )
    return load_roles(path)


def check_all(own: Path | None = None) -> list[BrokenFile]:
    """Every problem in the shipped data and the person's own roles, by file."""
    checks: list[Callable[[], object]] = [
        load_sources,
        load_interview,
        lambda: load_roles(own),
        load_vocabulary,
        load_milestones,
        load_support,
        load_offers,
        load_kinds_of_people,
        load_reminders,
        load_time,
        load_training,
        load_money_facts,
        load_cv_words,
        load_demo,
        load_audiences,
        _check_unused,
        *(lambda one=one: load_sample(one) for one in sample_ids()),
    ]
    broken: dict[str, BrokenFile] = {}
    for check in checks:
        try:
            check()
        except BrokenFile as error:
            broken.setdefault(error.name, error)
    return list(broken.values())


def _check_unused() -> None:
    """A problem for each source that no other data file refers to."""
    from medpivot.reading.sources import NAME

    names = [path.name for path in data_folder().glob("*.toml") if path.name != NAME]
    texts = b"".join(_bytes(name) for name in names)
    unused = [one for one in load_sources() if one.encode() not in texts]
    if unused:
        problems = [Problem("nothing refers to it", f"source.{one}") for one in unused]
        raise BrokenFile(NAME, problems)
