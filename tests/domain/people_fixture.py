"""Hypothesis strategies for people: any answers that the fixture's interview allows."""

from types import MappingProxyType

from catalogue_fixture import INTERVIEW
from hypothesis import strategies as st

from medpivot.domain.answers import Answers
from medpivot.domain.interview import Question


def _value(question: Question):
    ids = [choice.id for choice in question.choices if not choice.exclusive]
    alone = [(choice.id,) for choice in question.choices if choice.exclusive]
    match question.kind:
        case "number":
            return st.integers(int(question.low), min(int(question.high), 400_000))
        case "scale":
            return st.sampled_from([int(one) for one in ids])
        case "one":
            return st.sampled_from(ids)
        case "any":
            some = st.sets(st.sampled_from(ids), min_size=1)
            ordered = some.map(lambda picks: tuple(one for one in ids if one in picks))
            return ordered | st.sampled_from(alone) if alone else ordered
        case "order":
            most = question.at_most or len(ids)
            picks = st.lists(
                st.sampled_from(ids), unique=True, min_size=question.at_least or 1, max_size=most
            )
            return picks.map(tuple)
        case _:
            return st.text(min_size=1, max_size=20)


@st.composite
def people(draw, skip: frozenset[str] = frozenset()) -> Answers:
    """Somebody who answered any of the questions, in any way the interview allows."""
    given = {}
    for question in INTERVIEW.questions:
        if question.id in skip or draw(st.booleans()):
            continue
        if not question.among:
            given[question.id] = draw(_value(question))
        elif question.among in given:
            source = INTERVIEW.question(question.among)
            picks = [one for one in given[question.among] if not source.choice(one).exclusive]
            if picks:
                given[question.id] = draw(st.sampled_from(picks))
    return Answers(MappingProxyType(given))
