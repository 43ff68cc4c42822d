"""What cannot stand in a job: figures out of bounds, ends before starts, answers that contradict.

One check for what is typed and for what is read from the file.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from medpivot.domain.activity_checks import LONGEST_TEXT
from medpivot.domain.closest import did_you_mean
from medpivot.domain.dimensions import HIGHEST_LEVEL, PULLED
from medpivot.domain.finding import shown
from medpivot.domain.jobs import FIGURES, MOST_FTE, NO_TARGET, FullWeek, Job, Jobs, JobSettings
from medpivot.domain.offers import Offers
from medpivot.errors import Problem

MOST_HALF_DAYS_PER_FTE: Final = Decimal(20)
MOST_HOURS_PER_HALF_DAY: Final = Decimal(12)
MOST_HOURS_PER_WEEK: Final = Decimal(100)

_SETTINGS: Final[Mapping[str, Decimal]] = {
    "half_days_per_fte": MOST_HALF_DAYS_PER_FTE,
    "hours_per_half_day": MOST_HOURS_PER_HALF_DAY,
    "hours_per_week": MOST_HOURS_PER_WEEK,
}
"""The most of each setting; all are more than 0."""


def job_problems(job: Job, week: FullWeek) -> list[Problem]:
    """Everything that is wrong with a job; each problem names its key."""
    problems = [
        Problem(what, key=key) for key in FIGURES if (what := figure_problem(key, job.figure(key)))
    ]
    problems += list(_texts(job))
    most = MOST_FTE * week.half_days_per_fte
    for key in ("clinical_half_days", "delivered_half_days"):
        half_days = job.figure(key)
        if half_days is not None and not figure_problem(key, half_days) and half_days > most:
            what = f"{half_days.normalize():f} half-days are more than {MOST_FTE} of a full post"
            problems.append(Problem(what, key=key))
    if job.starts and job.ends and job.ends < job.starts:
        problems.append(Problem(f"{job.ends} is before the start, {job.starts}", key="ends"))
    if job.answer("rvu-scaling").choice == NO_TARGET and job.rvu_target is not None:
        what = "there is a target, and the answer to rvu-scaling says that there is none"
        problems.append(Problem(what, key="rvu_target"))
    for dimension, level in job.levels.items():
        if dimension not in PULLED or not 0 <= level <= HIGHEST_LEVEL:
            what = f"a level is a whole number from 0 to {HIGHEST_LEVEL}"
            problems.append(Problem(what, key=f"levels.{dimension}"))
    return problems


def figure_problem(key: str, value: Decimal | None) -> str:
    """What is wrong with one figure of a job; empty where nothing is, or it is not known."""
    if value is None:
        return ""
    figure = FIGURES[key]
    if not value.is_finite():
        return "a finite number is needed"
    said = f"{value.normalize():f}"
    if value > figure.high:
        of_what = " of a full post" if figure.unit == "share" else ""
        return f"{said} is more than {figure.high:f}{of_what}"
    if value < figure.low:
        return f"{said} is less than {figure.low:f}"
    if figure.above and value == figure.low:
        return f"{said} is not more than {figure.low:f}"
    return ""


def settings_problems(settings: JobSettings) -> list[Problem]:
    """Everything that is wrong with the settings."""
    problems: list[Problem] = []
    for key, most in _SETTINGS.items():
        value = getattr(settings, key)
        if value is None:
            continue
        if not value.is_finite() or value <= 0:
            problems.append(Problem(f"{value:f} is not more than 0", "settings", key))
        elif value > most:
            problems.append(Problem(f"{value:f} is more than {most:f}", "settings", key))
    return problems


def remarks(jobs: Jobs, offers: Offers, roles: Iterable[str]) -> Iterator[str]:
    """A sentence for each id in the jobs that is not known: it is kept, and counts as unknown."""
    known = [one.id for one in offers.questions]
    role_ids = list(roles)
    for job in jobs.kept:
        if job.role is not None and job.role not in role_ids:
            yield _remark(f"{job.id}: there is no role", job.role, role_ids)
        for question_id, answer in job.answers.items():
            question = offers.question(question_id)
            if question is None:
                yield _remark(f"{job.id}: there is no question", question_id, known)
            elif answer.choice and question.choice(answer.choice) is None:
                choices = [one.id for one in question.choices]
                yield _remark(
                    f"{job.id}, {question_id}: there is no answer", answer.choice, choices
                )


def _remark(what: str, word: str, known: Iterable[str]) -> str:
    near = did_you_mean(word, known)
    return f"{what} {shown(word)!r}; it is kept, and counts as unknown. {near}".strip()


def _texts(job: Job) -> Iterator[Problem]:
    if not job.title.strip():
        yield Problem("is empty", key="title")
    for key in ("title", "employer", "place", "link", "note"):
        if len(getattr(job, key)) > LONGEST_TEXT:
            yield Problem(f"is longer than {LONGEST_TEXT:,} characters", key=key)
    for question_id, answer in job.answers.items():
        if len(answer.words) > LONGEST_TEXT:
            what = f"is longer than {LONGEST_TEXT:,} characters"
            yield Problem(what, key=f"answer.{question_id}.words")
