"""The ways on that are no education role: reduced hours, another focus, another place, leaving.

They are not on the ruler of the roles and have no fit; each lists the answers that speak for it
and against it. Which answers those are stands in `data/roles.toml` and is judgment; that these
ways belong on the table at all is the article's point after its two hard questions.
"""

from collections.abc import Mapping, Sequence

from medpivot.domain.answers import Answers
from medpivot.domain.assessment import AlternativeResult
from medpivot.domain.roles import Alternative


def weigh(alternatives: Sequence[Alternative], answers: Answers) -> tuple[AlternativeResult, ...]:
    """The alternatives with what speaks for and against each, best balance first.

    Equal balances are ordered by how much speaks for them, then by id.
    """
    weighed = [
        AlternativeResult(
            one.id,
            one.title,
            one.summary,
            one.first_step,
            _given(one.speaks_for, answers),
            _given(one.speaks_against, answers),
        )
        for one in alternatives
        if not one.retired
    ]
    return tuple(sorted(weighed, key=lambda one: (-one.balance, -len(one.speaks_for), one.id)))


def _given(named: Mapping[str, Sequence[str]], answers: Answers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (question, choice)
        for question, choices in named.items()
        for choice in _chosen(question, answers)
        if choice in choices
    )


def _chosen(question: str, answers: Answers) -> tuple[str, ...]:
    """The chosen ids in any kind of question; the choices of a scale are named by their number."""
    word, number = answers.word(question), answers.number(question)
    if word is not None:
        return (word,)
    return answers.picks(question) if number is None else (f"{number:g}",)
