"""What `training` and `money` know of a person: the latest answers, the role in mind, programs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from medpivot import catalogue
from medpivot.commands.saved_answers import latest
from medpivot.domain.answers import Answers
from medpivot.domain.programs import Programs
from medpivot.session import Session
from medpivot.show.out import notes
from medpivot.store import programs
from medpivot.store.subjects import SubjectFile

if TYPE_CHECKING:
    from medpivot.domain.assessment import Assessment
    from medpivot.domain.roles import Role, Roles


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """The latest answers with their day (empty where there are none) and what follows from them.

    `role` is the role in mind, None where nothing points to one; `result`, what the answers come
    to, is None without answers. `programs` is the person's training.toml.
    """

    answers: Answers
    day: str
    roles: "Roles"
    role: "Role | None"
    programs: SubjectFile[Programs]
    result: "Assessment | None"

    @property
    def not_now(self) -> bool | None:
        """Do the answers say to decide nothing now? None without answers."""
        return None if self.result is None else self.result.verdict.not_now

    @property
    def answered(self) -> bool:
        """Is there an assessment?"""
        return bool(self.day)


def own_facts(session: Session, role_id: str | None = None) -> OwnFacts:
    """What is known, with `role_id` as the role in mind, or the one that was decided for, or fits.

    Raises:
        BrokenFile: a file cannot be read.
        MedpivotError: there is no such role.
    """
    home = session.home
    roles = catalogue.roles_of(home)
    file = programs.load(home)
    notes(file.warnings)
    found = latest(home, session.today)
    answers, day, best, result = Answers(), "", None, None
    if found is not None:
        from medpivot.domain.assessing import assess
        from medpivot.domain.usual import usual_role

        answers = found.answers
        result = assess(answers, catalogue.load_interview(), roles)
        day, best = found.date.isoformat(), usual_role(result)
    decided = file.content.decided.role if file.content.decided else ""
    usual = roles.role(decided or best or "")
    role = usual if role_id is None else roles.named(role_id)
    return OwnFacts(answers, day, roles, role, file, result)
