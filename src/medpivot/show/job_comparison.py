"""Jobs side by side: the week, the money, the answers, and the points of each."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from rich.console import Group, RenderableType
from rich.table import Table

from medpivot.domain.job_words import (
    figure_words,
    hours_words,
    money_words,
    percent_words,
    share_words,
    week_words,
)
from medpivot.domain.jobs import FullWeek
from medpivot.domain.offer_arithmetic import clinical_percent
from medpivot.domain.offer_findings import Person
from medpivot.domain.offer_ranking import RankedJob
from medpivot.domain.offers import Offers
from medpivot.domain.wording import NAMES, capital
from medpivot.show.job_ranking import levels_to_say
from medpivot.show.job_words import LIMITS, answers_used, since, who
from medpivot.show.log_words import counted
from medpivot.show.paragraphs import AtWidth, heading, labelled, paragraph, words

UNKNOWN = "not known"
_APART = "does not apply"
_NARROW = 64
"""Columns below which the jobs stand one under the other."""

_Parts: TypeAlias = Sequence[tuple[str, Sequence[tuple[str, Sequence[str]]]]]
_SAYS = {"holds": "holds", "broken": "does not hold", "unknown": UNKNOWN}


def job_comparison(
    ranked: Sequence[RankedJob], offers: Offers, person: Person, week: FullWeek
) -> RenderableType:
    """A column a job, in the order in which they were asked for."""
    parts = (
        ("The week", list(_week(ranked, person.currency))),
        ("The money", list(_money(ranked, person))),
        ("What they answered", list(_answers(ranked, offers))),
        ("Your limits", list(_limits(ranked))),
        ("Points", list(_points(ranked))),
    )
    table = AtWidth(_table(ranked, parts), _stacked(ranked, parts), _NARROW)
    used = answers_used(ranked)
    more = [paragraph(used, indent=0)] if used else []
    return Group(table, "", paragraph(week_words(week), indent=0), *more, *_to_know_more(ranked))


def _to_know_more(ranked: Sequence[RankedJob]) -> Iterator[RenderableType]:
    """What would make the points of a job certain, where they could still rise."""
    rows = []
    for one in ranked:
        if one.possible > one.points:
            job = one.check.job
            left = counted(len(one.check.unanswered), "question is", "questions are")
            if one.check.unanswered:
                rows.append((f"medpivot jobs ask {job.id}", f"{left} open"))
            rows += levels_to_say(one)
    if rows:
        yield heading("To know more")
        yield labelled(rows)


def _table(ranked: Sequence[RankedJob], parts: _Parts) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True, show_header=True)
    table.add_column("", overflow="fold", ratio=2)
    for one in ranked:
        table.add_column(words(who(one.check.job), "bold"), overflow="fold", ratio=3)
    for title, rows in parts:
        table.add_row(words(f"\n{title}", "bold"))
        for label, cells in rows:
            table.add_row(words(label), *(words(cell) for cell in cells))
    return table


def _stacked(ranked: Sequence[RankedJob], parts: _Parts) -> Group:
    """The same for a screen without room for columns: under each label the jobs by number."""
    shown: list[RenderableType] = [
        labelled([(f"{n}", who(one.check.job)) for n, one in enumerate(ranked, start=1)], indent=0)
    ]
    for title, rows in parts:
        shown.append(heading(title))
        for label, cells in rows:
            numbered = [(f"{n}", cell) for n, cell in enumerate(cells, start=1)]
            shown += [words(label), labelled(numbered)]
    return Group(*shown)


def _each(ranked: Sequence[RankedJob], said: Callable[[RankedJob], str]) -> list[str]:
    return [said(one) for one in ranked]


def _week(ranked: Sequence[RankedJob], currency: str) -> Iterator[tuple[str, list[str]]]:
    yield "Stage", _each(ranked, lambda one: since(one.check.job))
    for label, key in (
        ("Clinical half-days", "clinical_half_days"),
        ("For education", "education_fte"),
        ("Paid", "fte"),
    ):
        yield label, [_figure(one, key, currency) for one in ranked]
    yield "Sum of parts", _each(ranked, _total)
    yield "Hours they imply", _each(ranked, lambda one: _hours(one, said=False))
    yield "Hours it takes", _each(ranked, lambda one: _hours(one, said=True))
    yield "Clinical share", _each(ranked, _clinical)
    yield "Service weeks", _each(ranked, lambda one: _figure(one, "service_weeks", currency))


def _money(ranked: Sequence[RankedJob], person: Person) -> Iterator[tuple[str, list[str]]]:
    yield "Pay", _each(ranked, lambda one: _pay(one, person.currency))
    yield (
        "Pay an hour",
        _each(
            ranked,
            lambda one: (
                UNKNOWN if one.hourly is None else money_words(round(one.hourly), person.currency)
            ),
        ),
    )
    yield "RVU target", _each(ranked, lambda one: _figure(one, "rvu_target", person.currency))


def _answers(ranked: Sequence[RankedJob], offers: Offers) -> Iterator[tuple[str, list[str]]]:
    for question in offers.questions:
        if question.kind == "number" or question.own:
            continue
        cells = [_answer(one, question.id, offers) for one in ranked]
        if any(cell != UNKNOWN for cell in cells):
            yield capital(question.name), cells
    yield (
        "Not answered",
        _each(ranked, lambda one: counted(len(one.check.unanswered), "question", "questions")),
    )


def _answer(one: RankedJob, question_id: str, offers: Offers) -> str:
    question = offers.question(question_id)
    given = one.check.job.answer(question_id)
    choice = question.choice(given.choice) if question else None
    said = choice.label if choice else given.words
    if not said:
        return UNKNOWN
    return f"{said} (in writing)" if given.in_writing else said


def _limits(ranked: Sequence[RankedJob]) -> Iterator[tuple[str, list[str]]]:
    for limit_id, label in LIMITS.items():
        cells = [
            next((_SAYS[limit.state] for limit in one.limits if limit.id == limit_id), _APART)
            for one in ranked
        ]
        if any(cell != _APART for cell in cells):
            yield capital(label), cells
    yield (
        "To settle first",
        _each(ranked, lambda one: "; ".join(f.title for f in one.check.serious) or "nothing found"),
    )


def _points(ranked: Sequence[RankedJob]) -> Iterator[tuple[str, list[str]]]:
    for number, part in enumerate(ranked[0].parts):
        cells = [
            UNKNOWN if one.parts[number].known == "unknown" else f"{one.parts[number].points:.0f}"
            for one in ranked
        ]
        yield f"{capital(NAMES[part.dimension])}, of {100 * part.weight:.0f}", cells
    yield "Certain", _each(ranked, lambda one: f"{one.points} of 100")
    yield "Could rise to", _each(ranked, lambda one: str(one.possible))
    yield "Place", _each(ranked, lambda one: str(one.place) if one.place else "none yet")


def _figure(one: RankedJob, key: str, currency: str) -> str:
    value = one.check.job.figure(key)
    return UNKNOWN if value is None else figure_words(key, value, currency)


def _pay(one: RankedJob, currency: str) -> str:
    return UNKNOWN if one.pay is None else figure_words("pay", one.pay, currency)


def _total(one: RankedJob) -> str:
    return UNKNOWN if one.check.total is None else share_words(one.check.total)


def _hours(one: RankedJob, *, said: bool) -> str:
    taken = one.said.hours if one.check.job.hours is None else one.check.job.hours
    hours = taken if said else one.check.hours
    return UNKNOWN if hours is None else hours_words(hours)


def _clinical(one: RankedJob) -> str:
    percent = one.said.clinical or clinical_percent(one.check.parts)
    return UNKNOWN if percent is None else percent_words(percent)
