"""The person's jobs: postings, offers and the job they have, as they stand in `jobs.toml`.

What nobody said is None or absent: unknown, never a default.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from medpivot.domain.amounts import LARGEST
from medpivot.domain.dimensions import Dimension
from medpivot.domain.kindly import names
from medpivot.domain.offers import Convention, OfferQuestion

NO_TARGET: Final = "no-target"
"""The choice of `rvu-scaling` that says there is no RVU target at all."""

Stage: TypeAlias = Literal[
    "found",
    "applied",
    "talking",
    "interviewed",
    "offer",
    "accepted",
    "declined",
    "turned-down",
    "closed",
]

STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
"""How far a job has come: `declined` by the person, `turned-down` by them, `closed` by itself."""

OVER: Final[tuple[Stage, ...]] = ("declined", "turned-down", "closed")
"""The stages in which nothing more is to be done."""

PRESENT: Final = "present"
"""The id of the job the person has."""

MOST_FTE: Final = Decimal("1.5")
"""The largest share of a post that is taken for one: more is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a job: its unit, its bounds (`low` excluded with `above`), flag and name.

    The unit is `share` (of a full post), `half-days` (a week), `hours` (a week), `percent`,
    `weeks` (a year), `money` (a year) or `rvu` (a year).
    """

    flag: str
    unit: str
    high: Decimal
    name: str
    above: bool = False
    low: Decimal = Decimal(0)


_RVUS = Decimal(1_000_000)
_HALF_DAYS = Decimal(30)

FIGURES: Final[Mapping[str, Figure]] = MappingProxyType(
    {
        "clinical_half_days": Figure(
            "half-days", "half-days", _HALF_DAYS, "half-days of clinical work"
        ),
        "clinical_fte": Figure("clinical", "share", MOST_FTE, "clinical share, as they state it"),
        "education_fte": Figure("education", "share", MOST_FTE, "share for education"),
        "other_fte": Figure("other", "share", MOST_FTE, "share for other work"),
        "fte": Figure("fte", "share", MOST_FTE, "share of full time that is paid", above=True),
        "hours": Figure("hours", "hours", Decimal(168), "hours a week, all of them"),
        "clinical_percent": Figure(
            "advert-clinical", "percent", Decimal(100), "clinical percent in the advert"
        ),
        "service_weeks": Figure("service-weeks", "weeks", Decimal(52), "service weeks a year"),
        "delivered_half_days": Figure(
            "delivered", "half-days", _HALF_DAYS, "half-days for education that were really there"
        ),
        "pay": Figure("pay", "money", LARGEST, "pay a year"),
        "rvu_target": Figure("rvu", "rvu", _RVUS, "RVU target"),
        "rvu_before": Figure("rvu-before", "rvu", _RVUS, "earlier RVU target"),
        "rvu_before_fte": Figure(
            "rvu-before-at", "share", MOST_FTE, "clinical share of the earlier target", above=True
        ),
    }
)
"""Every figure of a job, in the order they stand in the file."""


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """What was answered to one question: a choice, words, and whether it is in writing.

    `in_writing` None: nobody said. The figure of a `number` question stands in the job itself.
    """

    choice: str = ""
    words: str = ""
    in_writing: bool | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One job. Shares are of a full post, half-days and hours a week, pay and RVUs a year.

    `levels` are the person's own reading of the job, 0 to 4, where its role says too little.
    """

    id: str
    title: str
    employer: str = ""
    place: str = ""
    role: str | None = None
    stage: Stage = "found"
    stage_on: date | None = None
    deadline: date | None = None
    starts: date | None = None
    ends: date | None = None
    link: str = ""
    note: str = ""
    clinical_half_days: Decimal | None = None
    clinical_fte: Decimal | None = None
    education_fte: Decimal | None = None
    other_fte: Decimal | None = None
    fte: Decimal | None = None
    hours: Decimal | None = None
    clinical_percent: Decimal | None = None
    service_weeks: Decimal | None = None
    delivered_half_days: Decimal | None = None
    pay: Decimal | None = None
    rvu_target: Decimal | None = None
    rvu_before: Decimal | None = None
    rvu_before_fte: Decimal | None = None
    levels: Mapping[Dimension, int] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, JobAnswer] = field(default_factory=lambda: MappingProxyType({}))
    removed: bool = False

    @property
    def present(self) -> bool:
        """Is it the job the person has?"""
        return self.id == PRESENT

    @property
    def over(self) -> bool:
        """Is nothing more to be done about it?"""
        return self.stage in OVER

    def figure(self, name: str) -> Decimal | None:
        """A figure by its name in `FIGURES`, or None where nobody said."""
        value = getattr(self, name)
        return value if isinstance(value, Decimal) else None

    def answer(self, question_id: str) -> JobAnswer:
        """What was answered to a question; an empty answer where nothing was."""
        return self.answers.get(question_id, JobAnswer())

    def answered(self, question: OfferQuestion) -> bool:
        """Was the question answered: by a figure, a known choice, or words?"""
        if question.kind == "number":
            return self.figure(question.fills) is not None
        given = self.answer(question.id)
        if question.kind == "choice":
            return question.choice(given.choice) is not None
        return bool(given.words.strip())


@dataclass(frozen=True, slots=True)
class FullWeek:
    """What a full week is taken to be: half-days in a post, hours in a half-day, hours a week."""

    half_days_per_fte: Decimal
    hours_per_half_day: Decimal
    hours_per_week: Decimal


@dataclass(frozen=True, slots=True)
class JobSettings:
    """The person's own settings; None follows the usual convention. `currency` as they write it."""

    half_days_per_fte: Decimal | None = None
    hours_per_half_day: Decimal | None = None
    hours_per_week: Decimal | None = None
    currency: str = ""

    def week(self, usual: Convention) -> FullWeek:
        """The week these settings describe, the rest taken from the usual convention."""
        return FullWeek(
            self.half_days_per_fte or usual.half_days_per_fte,
            self.hours_per_half_day or usual.hours_per_half_day,
            self.hours_per_week or usual.hours_per_week,
        )


@dataclass(frozen=True, slots=True)
class Jobs:
    """Everything in `jobs.toml`, in file order, removed jobs among them."""

    jobs: tuple[Job, ...] = ()
    settings: JobSettings = JobSettings()

    @property
    def kept(self) -> tuple[Job, ...]:
        """The jobs that were not removed."""
        return tuple(job for job in self.jobs if not job.removed)

    def open_at(self, place: str) -> Job | None:
        """The first job that is not over at an employer that `place` names; not the present one."""
        return next(
            (
                job
                for job in self.kept
                if not job.present and not job.over and names(place, job.employer)
            ),
            None,
        )

    @property
    def present(self) -> Job | None:
        """The job the person has, if they entered it."""
        return next((job for job in self.kept if job.present), None)

    def job(self, job_id: str) -> Job | None:
        """The job of that id that was not removed, or None."""
        return next((job for job in self.kept if job.id == job_id), None)

    def with_job(self, job: Job) -> "Jobs":
        """The same jobs with this one in place of the one of its id, or behind the others."""
        if any(one.id == job.id for one in self.jobs):
            kept = tuple(job if one.id == job.id else one for one in self.jobs)
            return Jobs(kept, self.settings)
        return Jobs((*self.jobs, job), self.settings)
