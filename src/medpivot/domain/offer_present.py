"""The job the person has: what the interview says of it, where they entered nothing for it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from medpivot.domain.answers import Answers
from medpivot.domain.jobs import Job
from medpivot.domain.money_inputs import WEEKS_OF_A_YEAR
from medpivot.domain.offer_arithmetic import WeekSum, clinical_percent


@dataclass(frozen=True, slots=True)
class FromAnswers:
    """Pay a year, hours a week averaged over the whole year, and clinical percent; None: unknown.

    All None for a job the person does not have; each None where the job itself says it.
    """

    pay: Decimal | None = None
    hours: Decimal | None = None
    clinical: Fraction | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What is taken from the interview, by the ids of its questions."""
        taken = {"income-now": self.pay, "hours-now": self.hours, "clinical-now": self.clinical}
        return tuple(key for key, value in taken.items() if value is not None)


def from_answers(job: Job, parts: WeekSum, answers: Answers) -> FromAnswers:
    """What the interview adds to a job."""
    if not job.present:
        return FromAnswers()
    pay, hours, clinical = (
        answers.number(one) for one in ("income-now", "hours-now", "clinical-now")
    )
    known = parts.counted or parts.clinical is not None
    return FromAnswers(
        None if pay is None or job.pay is not None else Decimal(str(pay)),
        None if hours is None or job.hours is not None else Decimal(str(hours)),
        None if clinical is None or known else Fraction(str(clinical)),
    )


def percent_clinical(job: Job, parts: WeekSum, answers: Answers) -> Fraction | None:
    """Percent of the paid post that is clinical, as counted, else as answered; None: unknown."""
    said = from_answers(job, parts, answers).clinical
    return clinical_percent(parts) if said is None else said


def counted_percent(job: Job, parts: WeekSum, answers: Answers) -> Fraction | None:
    """The same where it was counted in half-days or answered; what they merely state is unknown."""
    said = from_answers(job, parts, answers).clinical
    return clinical_percent(parts) if parts.counted else said


def weekly_hours(
    job: Job, parts: WeekSum, answers: Answers, weeks: Decimal
) -> tuple[Fraction, Decimal] | None:
    """Hours a week, and in how many weeks of a year: an average over it counts in all of them.

    Of several the most over the year: understating hours must not help a job.
    """
    said = from_answers(job, parts, answers).hours
    known = [
        (Fraction(hours), each)
        for hours, each in (
            (job.hours, weeks),
            (parts.total_hours, weeks),
            (said, WEEKS_OF_A_YEAR),
        )
        if hours is not None
    ]
    return max(known, key=lambda one: one[0] * Fraction(one[1]), default=None)
