"""The saved assessments: the latest answers, one of a day, and how one is spoken of."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from medpivot import catalogue
from medpivot.domain.answers import Answers
from medpivot.domain.closest import did_you_mean
from medpivot.domain.dashboard import Draft
from medpivot.domain.interview import Interview
from medpivot.domain.relief import still_holding
from medpivot.errors import MedpivotError
from medpivot.reading.answers import AnswersFile, read_answers_file
from medpivot.store import assessments, drafts
from medpivot.store.dated import Dated
from medpivot.store.refusals import in_words


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest answers, the name of their file, and its day."""

    name: str
    date: date
    answers: Answers


def latest(home: Path, today: date) -> Latest | None:
    """The latest assessment as it holds on that day, None where there is none.

    Raises:
        BrokenFile: it cannot be read.
    """
    saved = assessments.latest(home)
    if saved is None:
        return None
    answers = read(saved.path, catalogue.load_interview(), today).answers
    return Latest(saved.path.name, saved.date, answers)


def read(path: Path, interview: Interview, today: date) -> AnswersFile:
    """A saved assessment, checked, as it holds on that day.

    Raises:
        BrokenFile: all its problems.
    """
    file = read_answers_file(assessments.read(path), path.name, interview)
    return replace(file, answers=still_holding(file.answers, today))


def find(home: Path, which: str | None) -> Path:
    """The saved assessment of a day or name, any file of that path, or the latest one.

    Raises:
        MedpivotError: there is none.
    """
    saved = assessments.saved(home)
    if which is None:
        if not saved:
            raise none_yet(home)
        return saved[-1].path
    for one in reversed(saved):
        stem = one.path.stem
        if which in (one.date.isoformat(), stem.partition("-")[2], stem, one.path.name):
            return one.path
    with in_words(Path(which), "read"):
        if Path(which).is_file():
            return Path(which)
    near = did_you_mean(which, dict.fromkeys(one.date.isoformat() for one in saved))
    what = f"there is no assessment {which}" + (f"; {near}" if near else "")
    raise MedpivotError(what, "medpivot assess list")


def none_yet(home: Path, what: str = "assessment") -> MedpivotError:
    """There is no saved assessment, or not yet `what` is made from one; or how far it got."""
    if begun := unfinished(home):
        given = f"{begun.given} of {begun.asked} are answered"
        message = f"there is no {what} yet: the questions are not finished, {given} and saved"
        return MedpivotError(message, "medpivot assess")
    return MedpivotError(f"there is no {what} yet", "medpivot assess")


def unfinished(home: Path) -> Draft | None:
    """How far the interview got that was broken off, counted as it counts itself; None without.

    Raises:
        BrokenFile: the draft cannot be read.
    """
    given = drafts.load_draft(home)
    if not given:
        return None
    from medpivot.asking.draft import read_draft
    from medpivot.domain.asked import asked_questions, progress

    interview = catalogue.load_interview()
    count, _ = progress(interview, read_draft(given, interview).answers)
    return Draft(count, len(asked_questions(interview)))


def named(saved: Dated) -> str:
    """A saved assessment by its day, and by its number where it is not the first of that day."""
    number = f", number {saved.number}" if saved.number > 1 else ""
    return f"{saved.date.isoformat()}{number}"
