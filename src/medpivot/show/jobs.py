"""The screens of `jobs`: the list with what comes next, and one job in full."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType

from medpivot.domain.day_words import in_words
from medpivot.domain.job_words import figure_words, week_words
from medpivot.domain.jobs import FIGURES, FullWeek, Job, Jobs
from medpivot.domain.offer_findings import OfferCheck
from medpivot.domain.offers import OfferQuestion
from medpivot.domain.wording import NAMES, listed
from medpivot.show.columns import columns
from medpivot.show.job_words import (
    NOTHING_IN_REACH,
    answer_words,
    next_words,
    only_words,
    since,
    who,
    written_words,
)
from medpivot.show.log_words import counted, shortened
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, words

_LONGEST = 120
_LONGEST_ID = 30
_LABEL = 30


def no_jobs() -> RenderableType:
    """The list before its first entry: how to begin."""
    return Group(
        words("No job is kept yet.", "bold"),
        labelled(
            [
                ("search lines for your roles", "medpivot jobs search"),
                ("what to ask before signing", "medpivot jobs ask"),
            ],
            indent=0,
        ),
        heading("Keep the first"),
        paragraph('medpivot jobs add "Clerkship Director" --at "St. Mary\'s"'),
        heading("Have something to compare it with"),
        paragraph("medpivot jobs present --title Hospitalist --half-days 9 --fte 1.0"),
    )


def jobs_list(
    jobs: Jobs, checks: Mapping[str, OfferCheck], today: date, *, moves: bool
) -> RenderableType:
    """Every job that was not removed, the furthest along first, those that are over last.

    `moves` says that none of them meets the limits, and where to look then.
    """
    kept = [job for job in jobs.kept if not job.present]
    open_count = sum(not job.over for job in kept)
    now = jobs.present
    parts: list[RenderableType] = [
        words(
            f"{counted(open_count, 'job', 'jobs')} open, {len(kept) - open_count} over",
            "bold",
        )
    ]
    if kept:
        short = max(len(job.id) for job in kept) <= _LONGEST_ID
        table = columns(
            ["id", "job", "stage", "what comes next"],
            (_row(job, checks[job.id], today) for job in in_order(kept)),
            whole=("id",) if short else (),
        )
        parts += ["", table]
    parts += [
        "",
        paragraph(
            f"Your present job: {shortened(one_line(who(now)), _LONGEST)}."
            if now
            else "Your present job is not entered, so nothing can be compared with it: "
            "medpivot jobs present --title TITLE.",
            indent=0,
        ),
        *([paragraph(NOTHING_IN_REACH, indent=0)] if moves else []),
        "",
        labelled(
            [
                ("search lines", "medpivot jobs search"),
                ("what to ask", "medpivot jobs ask ID"),
                ("the trap check", "medpivot jobs check ID"),
                ("which fits best", "medpivot jobs rank"),
                ("a letter, the confirming email", "medpivot jobs letter ID, confirm ID"),
            ],
            indent=0,
        ),
    ]
    return Group(*parts)


def in_order(jobs: Sequence[Job]) -> list[Job]:
    """The jobs with the furthest stage first, those that are over last; else in their order."""
    first = ("offer", "accepted", "interviewed", "talking", "applied", "found")
    return sorted(
        jobs, key=lambda job: first.index(job.stage) if job.stage in first else len(first)
    )


def _row(job: Job, check: OfferCheck, today: date) -> list[str]:
    return [
        job.id,
        shortened(one_line(who(job)), _LONGEST),
        since(job),
        next_words(job, check, today),
    ]


def job_page(
    job: Job,
    questions: Sequence[OfferQuestion],
    check: OfferCheck,
    week: FullWeek,
    currency: str,
    today: date,
) -> RenderableType:
    """One job: what is known of it, what was answered, and what is not known."""
    return Group(
        words(who(job), "bold"),
        labelled(list(_facts(job, check, today)), label=_LABEL),
        *_figures(job, questions, currency),
        *_answered(job, questions, currency),
        *_open(job, questions),
        "",
        paragraph(week_words(week), indent=0),
    )


def _facts(job: Job, check: OfferCheck, today: date) -> Iterator[tuple[str, str]]:
    yield "id", job.id
    yield "role", job.role or "not known"
    yield "stage", since(job)
    if not job.present:
        yield "what comes next", next_words(job, check, today)
    for label, day in (("deadline", job.deadline), ("begins", job.starts), ("ends", job.ends)):
        if day:
            yield label, in_words(day)
    if job.link:
        yield "advert", job.link
    if job.note:
        yield "note", job.note


def _figures(
    job: Job, questions: Sequence[OfferQuestion], currency: str
) -> Iterator[RenderableType]:
    """What no question asks for: the other figures stand among the answers."""
    asked = {one.fills for one in questions}
    rows = [
        (one.name, figure_words(key, value, currency))
        for key, one in FIGURES.items()
        if key not in asked and (value := job.figure(key)) is not None
    ]
    rows += [(NAMES[one], f"level {level} of 4") for one, level in job.levels.items()]
    if rows:
        yield heading("As advertised, or as you see it")
        yield labelled(rows, label=_LABEL)


def _answered(
    job: Job, questions: Sequence[OfferQuestion], currency: str
) -> Iterator[RenderableType]:
    rows = []
    for one in questions:
        given = job.answer(one.id)
        if not job.answered(one):
            continue
        value = job.figure(one.fills) if one.fills else None
        figure = figure_words(one.fills, value, currency) if value is not None else ""
        said = answer_words(job, one, figure)
        rows.append(
            (one.name, f"{said} ({written_words(given.in_writing)})" if one.in_letter else said)
        )
    if rows:
        yield heading("Answered")
        yield labelled(rows, label=_LABEL)
    loose = [one for one in questions if only_words(job, one)]
    if loose:
        yield heading("Kept in words", "which of the answers it comes to is not said")
        yield labelled([(one.name, _words_only(job, one)) for one in loose], label=_LABEL)


def _words_only(job: Job, question: OfferQuestion) -> str:
    choices = listed([one.id for one in question.choices], "or")
    return f'"{job.answer(question.id).words}" Wants {choices}.'


def _open(job: Job, questions: Sequence[OfferQuestion]) -> Iterator[RenderableType]:
    left = [one for one in questions if not job.answered(one) and not only_words(job, one)]
    if left:
        yield heading("Not answered", f"medpivot jobs ask {job.id}")
        yield paragraph("; ".join(one.name for one in left) + ".")
