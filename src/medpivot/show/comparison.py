"""This assessment against an earlier one: what was answered differently, and what follows."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from medpivot.domain.answer_words import answer_words
from medpivot.domain.comparing import AnswerChange, Comparison, FitChange, Standing, WantChange
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Roles
from medpivot.domain.wording import NAMES, capital, wanted_words
from medpivot.show.paragraphs import INDENT, heading, paragraph, words
from medpivot.show.ranking import lead_words
from medpivot.show.verdict import short_verdict

_LONGEST = 200
"""Characters of an answer in words shown here; the whole of it stands in its file."""


def comparison(
    change: Comparison, interview: Interview, roles: Roles, *, before: str, now: str
) -> RenderableType:
    """What changed; `before` and `now` name the two assessments, usually by their dates."""
    if not (change.answers or change.wants or change.fits):
        return paragraph(
            f"{capital(before)} and {now}: the same answers, the same result.", indent=0
        )
    return Group(
        words(f"{capital(before)} and {now}", "bold"),
        *_conclusion(change, roles),
        *_answers(change.answers, interview, before, now),
        *_wants(change.wants, before, now),
        *_fits(change.fits, before, now),
    )


def _conclusion(change: Comparison, roles: Roles) -> Iterator[RenderableType]:
    old, new = change.before, change.now
    old_lead = lead_words(old.label, alone=old.alone)
    new_lead = lead_words(new.label, alone=new.alone)
    if change.new_verdict:
        yield paragraph(
            f"The conclusion was: {short_verdict(old.headline)}. "
            f"It is now: {short_verdict(new.headline)}.",
            indent=0,
        )
    else:
        said = capital(short_verdict(new.headline))
        yield paragraph(f"The conclusion is the same: {said}.", indent=0)
    if not change.new_first:
        yield paragraph(f"First is still {_title(new, roles)}: {new_lead}.", indent=0)
        return
    yield paragraph(
        f"First was {_title(old, roles)} ({old_lead}); it is now {_title(new, roles)} "
        f"({new_lead}).",
        indent=0,
    )
    if not change.firm:
        yield paragraph(
            "At least one of the two was too close to call: the new first place may mean little.",
            indent=0,
        )


def _title(standing: Standing, roles: Roles) -> str:
    if standing.first is None:
        return "no role, as all are blocked"
    role = roles.role(standing.first)
    return role.title if role else standing.first


def _answers(
    changes: tuple[AnswerChange, ...], interview: Interview, before: str, now: str
) -> Iterator[RenderableType]:
    yield heading("What you answered differently")
    if not changes:
        yield paragraph("Nothing.")
        return
    table = _table("", before, now)
    for one in changes:
        question = interview.question(one.question)
        if question is None:
            continue
        old, new = (
            _shortened(answer_words(question, interview, value)) for value in (one.before, one.now)
        )
        name = capital(question.name or question.ask)
        table.add_row(words(name), words(old), words(new))
    yield Padding(table, (0, 0, 0, INDENT))


def _wants(changes: tuple[WantChange, ...], before: str, now: str) -> Iterator[RenderableType]:
    told = [one for one in changes if wanted_words(one.before) != wanted_words(one.now)]
    if told:
        yield heading("What you want")
        table = _table("", before, now)
        for one in told:
            table.add_row(
                words(capital(NAMES[one.dimension])),
                words(wanted_words(one.before)),
                words(wanted_words(one.now)),
            )
        yield Padding(table, (0, 0, 0, INDENT))
    weighed = [one for one in changes if round(one.before.weight, 3) != round(one.now.weight, 3)]
    if weighed:
        yield heading("What counts")
        yield paragraph(", ".join(_weighed(one) for one in weighed) + ".")


def _weighed(one: WantChange) -> str:
    more = "more" if one.now.weight > one.before.weight else "less"
    return f"{NAMES[one.dimension]} counts {more}"


def _fits(changes: tuple[FitChange, ...], before: str, now: str) -> Iterator[RenderableType]:
    if not changes:
        return
    yield heading("Roles")
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="dim")
    for title in ("", before, now, ""):
        table.add_column(title, overflow="fold")
    for one in changes:
        table.add_row(
            words(one.title),
            _standing(one.place_before, one.before, blocked=one.blocked_before),
            _standing(one.place_now, one.now, blocked=one.blocked_now),
            f"{one.now - one.before:+d}" if one.now != one.before else "",
        )
    yield Padding(table, (0, 0, 0, INDENT))


def _standing(place: int, fit: int, *, blocked: bool) -> str:
    return f"blocked, fit {fit}" if blocked else f"place {place}, fit {fit}"


def _table(*titles: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    for title in titles:
        table.add_column(title, overflow="fold", ratio=1)
    return table


def _shortened(said: str) -> str:
    if len(said) <= _LONGEST:
        return said
    return f"{said[:_LONGEST]} [and {len(said) - _LONGEST} more characters]"
