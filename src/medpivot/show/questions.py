"""The questions as an answers file to fill in: every id with what may stand behind it."""

from collections.abc import Iterator

from medpivot.domain.interview import Choice, Interview, Question
from medpivot.domain.unbroken import wrap

WIDTH = 78


def template(interview: Interview) -> Iterator[str]:
    """The lines of an answers file in which every question is still a comment."""
    yield "# Take the # from the lines you answer. What you leave out counts as skipped."
    yield "schema = 1"
    yield ""
    yield "[answers]"
    for section in interview.sections:
        yield ""
        yield f"# -- {section.title}"
        for question in interview.in_section(section.id):
            yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    yield ""
    yield from wrap(question.ask, WIDTH, initial_indent="# ", subsequent_indent="# ")
    choices = question.choices  # those of a -most question stand where they come from
    for choice in choices:
        yield f"#   {choice.id}: {choice.label}"
    yield f"#{question.id} = {_example(question, choices)}"


def _example(question: Question, choices: tuple[Choice, ...]) -> str:
    match question.kind:
        case "text":
            return '"..."'
        case "number":
            return (
                f"{question.low:.0f}  # {question.low:,.0f} to {question.high:,.0f} "
                f"{question.unit.replace('/', ' a ')}"
            )
        case "scale":
            return choices[0].id
        case "one":
            of = f"  # one of those in {question.among}" if question.among else ""
            return f'"{choices[0].id}"' if choices else f'"..."{of}'
        case "any" | "order":
            least = max(question.at_least, 1)
            picked = ", ".join(f'"{choice.id}"' for choice in choices[:least])
            return f"[{picked}]{_how_many(question)}"


def _how_many(question: Question) -> str:
    order = ", the first one first" if question.kind == "order" else ""
    if question.at_least:
        return f"  # at least {question.at_least}{order}"
    if question.at_most:
        return f"  # up to {question.at_most}{order}"
    return f"  # any{order}"


def questions_json(interview: Interview) -> list[dict[str, object]]:
    """The questions with their kinds, limits and choices."""
    return [
        {
            "id": one.id,
            "section": one.section,
            "kind": one.kind,
            "ask": one.ask,
            "among": one.among or None,
            "choices": [{"id": choice.id, "label": choice.label} for choice in one.choices],
            "at_least": one.at_least or None,
            "at_most": one.at_most or None,
            "low": one.low if one.kind == "number" else None,
            "high": one.high if one.kind == "number" else None,
            "unit": one.unit or None,
        }
        for one in interview.questions
    ]
