"""The latest plan of the person's folder: for showing, and for changing under the lock."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot.commands.taking_back import TAKES_IT_BACK
from medpivot.domain.plan import Plan
from medpivot.errors import MedpivotError
from medpivot.session import Session
from medpivot.show.out import note, notes, one_line
from medpivot.store import plans
from medpivot.store.plans import PlanFile

if TYPE_CHECKING:
    from medpivot.domain.changing import Changed


def present(home: Path) -> PlanFile:
    """The latest plan, with a note for each key in it that is not known.

    Raises:
        MedpivotError: there is none, or it is broken.
    """
    file = plans.latest(home)
    if file is None:
        raise none_yet(home)
    notes(file.warnings)
    return file


def none_yet(home: Path) -> MedpivotError:
    """There is no plan, and what makes one."""
    from medpivot.store import assessments

    if assessments.latest(home):
        return MedpivotError("there is no plan yet", "medpivot plan")
    from medpivot.commands import saved_answers

    return saved_answers.none_yet(home, "plan")


def change(
    session: Session, what: str, changing: "Callable[[Plan], Changed]"
) -> "tuple[Path, Changed]":
    """Change the latest plan under the lock, save what differs, and say what happened.

    Raises:
        MedpivotError: there is no plan, or it cannot be changed so; nothing is saved then.
    """
    from medpivot.store.writing import writing

    with writing(session.home, one_line(what)) as step:
        file = present(session.home)
        changed = changing(file.plan)
        plans.save(step, file, changed.plan)
    undoing = () if changed.plan == file.plan or _says_how(changed) else (TAKES_IT_BACK,)
    for line in (*step.notes, *changed.said, *undoing):
        note(one_line(line))
    return file.path, changed


def _says_how(changed: "Changed") -> bool:
    """Do the words of the change name `undo` themselves?"""
    return any("medpivot undo" in line for line in changed.said)
