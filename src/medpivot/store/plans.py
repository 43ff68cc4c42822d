"""The person's plan files: read with their hand edits, saved without disturbing a comment."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot.domain.plan import Plan
from medpivot.errors import MedpivotError
from medpivot.reading.plan import plan_table, read_plan
from medpivot.reading.toml import parse
from medpivot.store import dated
from medpivot.store.fingerprint import digest
from medpivot.store.refusals import read_bytes

if TYPE_CHECKING:
    from medpivot.store.writing import Change

# What only saving needs is loaded when a plan is saved.

KIND = "plan"

_HEADING = """\
Your medpivot plan. Edit it as you like: comments and keys of your own stay.
A milestone is never deleted here: write status = "removed" instead."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan and the file it was read from; `digest` tells whether the file is still the same."""

    path: Path
    plan: Plan
    data: bytes
    digest: str
    warnings: tuple[str, ...] = ()


def latest(home: Path) -> PlanFile | None:
    """The latest plan, or None.

    Raises:
        BrokenFile: it cannot be read as a plan; it is left as it is.
    """
    file = dated.latest(home, KIND)
    return None if file is None else load(file.path)


def load(path: Path) -> PlanFile:
    """A plan file.

    Raises:
        BrokenFile: it cannot be read as a plan; it is left as it is.
        MedpivotError: it is not there, or the system refuses.
    """
    data = read_bytes(path)
    if data is None:
        raise MedpivotError(f"{path.name} is not there", "medpivot plan list")
    plan, warnings = read_plan(data, path.name)
    return PlanFile(path, plan, data, digest(data), tuple(warnings))


def save_new(change: "Change", home: Path, plan: Plan) -> Path:
    """Save a plan as a new file of the day it was created.

    Raises:
        MedpivotError: there is a plan of a later day.
    """
    from medpivot.store import toml_text

    path = home / dated.next_name(home, KIND, plan.created)
    change.create(path, toml_text.document(plan_table(plan), _HEADING))
    return path


def save(change: "Change", file: PlanFile, plan: Plan) -> None:
    """Save what differs from the plan that was loaded; all else in the file stays as it is.

    Milestones keep the order of the file, new ones come last.

    Raises:
        MedpivotError: the file was changed by another program since it was loaded.
        ValueError: a milestone or pause of the file is missing in the plan; none is ever deleted.
    """
    from medpivot.store import toml_edit
    from medpivot.store.toml_changes import differences

    present = parse(file.data, file.path.name)
    changes = differences(plan_table(file.plan), plan_table(plan), present)
    if changes:
        data = toml_edit.edit(file.data, present, changes, file.path.name)
        change.replace(file.path, data, expected=file.digest)
