"""What the training screen and document show of one person."""

from dataclasses import dataclass

from medpivot.domain.programs import Programs
from medpivot.domain.roles import Role
from medpivot.domain.training import Decision, Training


@dataclass(frozen=True, slots=True)
class TrainingView:
    """The decision, the tree it was made on, the role in mind, and what is kept so far."""

    decision: Decision
    training: Training
    role: Role | None
    programs: Programs
    answered: bool
