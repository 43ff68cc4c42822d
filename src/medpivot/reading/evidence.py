"""What proves that a milestone is done: the same keys in `milestones.toml` and in a plan."""

from pydantic import BaseModel, Field

from medpivot.domain.plan import Evidence


class EvidenceKeys(BaseModel):
    """The keys of an `evidence` table; whoever reads it says what becomes of unknown ones."""

    activities: list[str] = Field(default_factory=list)
    count: int = Field(default=1, ge=1)
    people: int = Field(default=0, ge=0)
    files: list[str] = Field(default_factory=list)
    mentors: int = Field(default=0, ge=0)

    def evidence(self) -> Evidence:
        """What the table says."""
        return Evidence(
            tuple(self.activities), self.count, self.people, tuple(self.files), self.mentors
        )
