"""`jobs.toml`: the person's postings, offers and present job, with their hand edits."""

from datetime import date
from decimal import Decimal
from types import MappingProxyType

from pydantic import Field

from medpivot.domain.closest import did_you_mean
from medpivot.domain.dimensions import PULLED, Dimension
from medpivot.domain.job_checks import job_problems, settings_problems
from medpivot.domain.jobs import FIGURES, FullWeek, Job, JobAnswer, Jobs, JobSettings, Stage
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import SCHEMA, Lenient, bad_ids, checked
from medpivot.reading.toml import MEND_IT, exactly, parse
from medpivot.reading.unknown_keys import unknown_keys

NAME = "jobs.toml"

_ROOMY = FullWeek(Decimal(20), Decimal(4), Decimal(40))
"""A week in which no count of half-days that the bounds allow is too many: those of the person's
own week are checked when something is typed, not when the file is read."""


class _Answer(Lenient):
    choice: str = ""
    words: str = ""
    in_writing: bool | None = None


class _Job(Lenient):
    title: str
    employer: str = ""
    place: str = ""
    role: str = ""
    stage: Stage = "found"
    stage_on: date | None = None
    deadline: date | None = None
    starts: date | None = None
    ends: date | None = None
    link: str = ""
    note: str = ""
    status: str = ""
    currency: str = ""
    clinical_half_days: float | None = None
    clinical_fte: float | None = None
    education_fte: float | None = None
    other_fte: float | None = None
    fte: float | None = None
    hours: float | None = None
    clinical_percent: float | None = None
    service_weeks: float | None = None
    delivered_half_days: float | None = None
    pay: float | None = None
    rvu_target: float | None = None
    rvu_before: float | None = None
    rvu_before_fte: float | None = None
    levels: dict[str, int] = Field(default_factory=dict)
    answer: dict[str, _Answer] = Field(default_factory=dict)


class _Settings(Lenient):
    half_days_per_fte: float | None = None
    hours_per_half_day: float | None = None
    hours_per_week: float | None = None
    currency: str = ""


class _File(Lenient):
    schema_: int = Field(alias="schema")
    settings: _Settings = Field(default_factory=_Settings)
    job: dict[str, _Job] = Field(default_factory=dict)


def read_jobs(data: bytes, name: str) -> tuple[Jobs, list[str]]:
    """The jobs, and a warning for each key that is not known (it is kept).

    Raises:
        BrokenFile: all problems at once: figures out of bounds, an end before a start, two
            currencies.
    """
    table = checked(_File, parse(data, name, MEND_IT), name, data, MEND_IT)
    settings = _settings(table.settings)
    problems = bad_ids(table.job, "job") + settings_problems(settings)
    jobs: list[Job] = []
    for key, one in table.job.items():
        here = f"job.{key}"
        problems += _odd(here, one, settings)
        job = _job(key, one)
        problems += [
            Problem(problem.what, here, problem.key) for problem in job_problems(job, _ROOMY)
        ]
        jobs.append(job)
    if problems:
        raise BrokenFile(name, problems, MEND_IT)
    return Jobs(tuple(jobs), settings), unknown_keys(table, name)


def _odd(here: str, one: _Job, settings: JobSettings) -> list[Problem]:
    problems: list[Problem] = []
    if one.status not in ("", "removed"):
        near = f"{one.status[:40]!r} is not a status; a job has none, or removed"
        problems.append(Problem(near, here, "status"))
    if one.currency and one.currency != settings.currency:
        what = f"{one.currency[:40]!r} is not the currency of the settings; two cannot be compared"
        problems.append(Problem(what, here, "currency"))
    for dimension in one.levels:
        if dimension not in PULLED:
            near = did_you_mean(dimension, PULLED)
            what = f"{dimension[:40]!r} is not a dimension with a level"
            problems.append(Problem(what + (f"; {near}" if near else ""), here, "levels"))
    return problems


def _settings(one: _Settings) -> JobSettings:
    return JobSettings(
        exactly(one.half_days_per_fte),
        exactly(one.hours_per_half_day),
        exactly(one.hours_per_week),
        one.currency,
    )


def _job(job_id: str, one: _Job) -> Job:
    known: dict[str, Dimension] = {dimension: dimension for dimension in PULLED}
    levels = {known[key]: level for key, level in one.levels.items() if key in known}
    answers = {
        key: JobAnswer(given.choice, given.words, given.in_writing)
        for key, given in one.answer.items()
    }
    figures = {key: exactly(getattr(one, key)) for key in FIGURES}
    return Job(
        id=job_id,
        title=one.title,
        employer=one.employer,
        place=one.place,
        role=one.role or None,
        stage=one.stage,
        stage_on=one.stage_on,
        deadline=one.deadline,
        starts=one.starts,
        ends=one.ends,
        link=one.link,
        note=one.note,
        levels=MappingProxyType(levels),
        answers=MappingProxyType(answers),
        removed=one.status == "removed",
        **figures,
    )


def jobs_table(jobs: Jobs) -> dict[str, object]:
    """The jobs as the table they are saved as; what is empty is left out."""
    return {
        "schema": SCHEMA,
        "settings": _settings_table(jobs.settings) or None,
        "job": {job.id: job_table(job) for job in jobs.jobs} or None,
    }


def _settings_table(settings: JobSettings) -> dict[str, object]:
    table = {
        "half_days_per_fte": settings.half_days_per_fte,
        "hours_per_half_day": settings.hours_per_half_day,
        "hours_per_week": settings.hours_per_week,
        "currency": settings.currency or None,
    }
    return {key: value for key, value in table.items() if value is not None}


def job_table(job: Job) -> dict[str, object]:
    """One job as a table; None is what is not known."""
    return {
        "title": job.title,
        "employer": job.employer or None,
        "place": job.place or None,
        "role": job.role,
        "stage": None if job.present else job.stage,
        "stage_on": job.stage_on,
        "deadline": job.deadline,
        "starts": job.starts,
        "ends": job.ends,
        "link": job.link or None,
        "note": job.note or None,
        "status": "removed" if job.removed else None,
        **{key: job.figure(key) for key in FIGURES},
        "levels": dict(job.levels) or None,
        "answer": {key: _answer_table(one) for key, one in job.answers.items()} or None,
    }


def _answer_table(one: JobAnswer) -> dict[str, object]:
    return {
        "choice": one.choice or None,
        "words": one.words or None,
        "in_writing": one.in_writing,
    }
