"""The ways on that are no education role: what speaks for each and what against."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType

from medpivot.domain.assessment import AlternativeResult, Assessment
from medpivot.domain.interview import Interview
from medpivot.domain.wording import number
from medpivot.show.paragraphs import heading, labelled, paragraph, run_in, words

_IN_FULL = 2
"""Alternatives the first ones in full where they lead."""

_NAMED = 4
"""Answers named on each side; the others are counted."""


def alternatives(result: Assessment, interview: Interview, *, leads: bool) -> RenderableType:
    """All alternatives, most in favor first; the first ones in full where they lead."""
    if leads:
        title, aside = "Changes to look at first", ""
    else:
        title, aside = "Besides education roles", "not on the same scale"
    parts: list[RenderableType] = [heading(title, aside)]
    for place, one in enumerate(result.alternatives):
        whole = leads and place < _IN_FULL
        parts.extend(_in_full(one, interview) if whole else _in_a_line(one, interview))
    return Group(*parts) if result.alternatives else Group()


def _in_full(one: AlternativeResult, interview: Interview) -> Iterator[RenderableType]:
    yield paragraph(words(one.title, "bold"))
    yield paragraph(one.summary, indent=4)
    rows = [
        ("for", _answers(one.speaks_for, interview)),
        ("against", _answers(one.speaks_against, interview)),
        ("first step", one.first_step),
    ]
    yield labelled(rows, indent=4)


def _in_a_line(one: AlternativeResult, interview: Interview) -> Iterator[RenderableType]:
    said = f"For: {_answers(one.speaks_for, interview)}."
    if one.speaks_against:
        said += f" Against: {_answers(one.speaks_against, interview)}."
    yield run_in(one.title, said, stop=".")


def _answers(pairs: Iterable[tuple[str, str]], interview: Interview) -> str:
    named = [_answer(question, choice, interview) for question, choice in pairs]
    more = len(named) - _NAMED
    if more > 0:
        named[_NAMED:] = [f"and {number(more)} more"]
    return ", ".join(named) or "nothing"


def _answer(question_id: str, choice_id: str, interview: Interview) -> str:
    question = interview.question(question_id)
    choice = interview.choice(question_id, choice_id)
    if question is None or choice is None:
        return f"{question_id} {choice_id}"
    if question.kind in ("any", "order") or question.among:
        return choice.name
    return f"{question.name or question_id} ({choice.name})"
