"""An answer in words, as the person would read it back: `240,000 a year`, `the inbox; call`."""

from medpivot.domain.answers import Value
from medpivot.domain.interview import Interview, Question

UNKNOWN = "unknown"

_UNITS = {"hours/week": " hours a week", "percent": " percent", "money/year": " a year"}


def answer_words(question: Question, interview: Interview, value: Value | None) -> str:
    """The answer in words; `unknown` where the question was skipped."""
    if value is None:
        return UNKNOWN
    if isinstance(value, tuple):
        names = [_name(question, interview, one) for one in value]
        if question.kind == "order":
            return "; ".join(f"{place}. {name}" for place, name in enumerate(names, start=1))
        return "; ".join(names)
    if question.kind == "number" and isinstance(value, int | float):
        return f"{value:,}{_UNITS.get(question.unit, '')}"
    if question.kind == "text":
        return str(value)
    return _name(question, interview, str(value))


def _name(question: Question, interview: Interview, choice_id: str) -> str:
    choice = interview.choice(question.id, choice_id)
    return choice.name if choice else choice_id
