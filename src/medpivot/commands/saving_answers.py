"""Saving the answers of `assess`: a new file where they say something new, and what is in it."""

from pathlib import Path

from medpivot import __version__, catalogue
from medpivot.asking.sheet import Given
from medpivot.domain.answers import Answers
from medpivot.domain.assessing import assess as work_out
from medpivot.domain.burnout import BURNOUT
from medpivot.domain.day_words import in_words
from medpivot.domain.interview import Interview
from medpivot.domain.relief import relief_until
from medpivot.domain.roles import Roles
from medpivot.errors import MedpivotError
from medpivot.reading.answers import read_answers_file
from medpivot.session import Session
from medpivot.show.out import note, notes
from medpivot.store import assessments as store
from medpivot.store.writing import writing


def save_answers(
    session: Session, answers: Answers, interview: Interview, roles: Roles, *, anew: bool
) -> str | None:
    """The name of the new file; None where nothing was answered, or nothing that is new.

    The same answers given `anew` are new on another day; those with some changed are not.
    """
    if not answers.values:
        note("Nothing was answered, so nothing is kept.")
        return None
    last = store.latest(session.home)
    if last and (not anew or last.date == session.today) and _says(last.path, answers, interview):
        note(f"Nothing differs from {last.path.name}, so no other file is written.")
        return None
    kept = work_out(answers, interview, roles)
    snapshot = {
        "verdict": kept.verdict.id,
        "given": kept.given,
        "of": kept.asked,
        "first": next((role.id for role in kept.roles if not role.blocked), None),
        "fits": {role.id: role.fit for role in kept.roles},
    }
    with writing(session.home, "save an assessment") as change:
        path = store.save(
            change,
            session.home,
            session.today,
            answers,
            snapshot,
            __version__,
            catalogue.catalogue_hash(),
        )
    notes(change.notes)
    return path.name


def _says(path: Path, answers: Answers, interview: Interview) -> bool:
    """Does a saved file hold just these answers?"""
    try:
        return read_answers_file(store.read(path), path.name, interview).answers == answers
    except MedpivotError:
        return False


def say_what_is_kept(given: Given, kept: Answers, saved: str | None, *, from_file: bool) -> None:
    """Say on standard error in which file the answers are, and what of them is not in it."""
    if saved is None:
        return
    note(f"Saved as {saved}. To take it back: medpivot undo")
    until = relief_until(kept)
    again = f"medpivot assess --ask {BURNOUT}"
    if given.unkept and until:
        note(
            "Your burnout level is not in it. What stays is that nothing has to be decided before "
            f"{in_words(until)}; a new answer ends it: {again}"
        )
    elif given.unkept:
        note("Your burnout level is not in it, so plans and later results will not know it.")
    elif from_file and kept.gave(BURNOUT):
        note(f"Your burnout level is in it, as in your file. Without keeping it: {again}")
