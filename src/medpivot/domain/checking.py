"""Is this an answer to that question? One check for typed answers, `--set` and answers files."""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

from medpivot.domain.amounts import pay_doubt
from medpivot.domain.answers import Value
from medpivot.domain.closest import did_you_mean
from medpivot.domain.interview import Interview, Question

LONGEST_TEXT = 20_000


def check_value(question: Question, interview: Interview, raw: object) -> Value:
    """The answer in its checked form.

    Raises:
        ValueError: the reason, as a sentence for the person.
    """
    match question.kind:
        case "text":
            return _text(raw)
        case "number":
            return _number(question, raw)
        case "scale":
            return _scale(question, raw)
        case "one":
            return _one(_choice_ids(question, interview), raw)
        case "any":
            return _any(question, raw)
        case "order":
            return _order(question, raw)


def cross_problems(interview: Interview, values: dict[str, Value]) -> dict[str, str]:
    """What does not fit between answers: question id to the reason."""
    problems: dict[str, str] = {}
    for question in interview.questions:
        value = values.get(question.id)
        if question.among and value is not None:
            picked = values.get(question.among, ())
            if isinstance(picked, tuple) and value not in picked:
                problems[question.id] = f"{value!r} is not among the choices of {question.among}"
    least, most = values.get("clinical-least"), values.get("clinical-most")
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        problems["clinical-least"] = f"{least:g} is more than clinical-most, {most:g}"
    return problems


def doubt(question_id: str, value: Value, values: Mapping[str, Value]) -> str:
    """What is odd about a clinical share or a yearly sum: it may stand, but is worth a look.

    A sentence in plain words, empty where nothing is odd.
    """
    if question_id in ("income-now", "income-floor") and isinstance(value, int | float):
        now = values.get("income-now") if question_id == "income-floor" else None
        known = Decimal(str(now)) if isinstance(now, int | float) else None
        return pay_doubt(Decimal(str(value)), known)
    shares = {**values, question_id: value}
    wanted, least, most = (shares.get(f"clinical-{one}") for one in ("wanted", "least", "most"))
    if question_id not in ("clinical-wanted", "clinical-least", "clinical-most"):
        return ""
    if not isinstance(wanted, int | float):
        return ""
    if isinstance(least, int | float) and least > wanted and question_id != "clinical-most":
        return (
            f"The least you could live with, {least:g} percent, would be more than "
            f"the {wanted:g} you want."
        )
    if isinstance(most, int | float) and most < wanted and question_id != "clinical-least":
        return (
            f"The most you could live with, {most:g} percent, would be less than "
            f"the {wanted:g} you want."
        )
    return ""


def _choice_ids(question: Question, interview: Interview) -> tuple[str, ...]:
    of = interview.question(question.among) if question.among else question
    return tuple(choice.id for choice in of.choices) if of else ()


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError(f"text is needed, not {_kind_of(raw)}")
    if len(raw) > LONGEST_TEXT:
        raise ValueError(f"{len(raw):,} characters; at most {LONGEST_TEXT:,} are kept")
    if not raw.strip():
        raise ValueError("the text is empty; leave the question out to skip it")
    return raw


def _number(question: Question, raw: object) -> int | float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise ValueError(f"a number is needed, not {_kind_of(raw)}")
    if not math.isfinite(raw):
        raise ValueError("a finite number is needed")
    if not question.low <= raw <= question.high:
        unit = (
            f" {question.unit.replace('/', ' a ')}"
            if question.unit and not question.unit.startswith("money")
            else ""
        )
        raise ValueError(
            f"{raw:,.10g} is outside {question.low:,.10g} to {question.high:,.10g}{unit}"
        )
    return int(raw) if float(raw).is_integer() else raw


def _scale(question: Question, raw: object) -> int:
    allowed = [int(choice.id) for choice in question.choices]
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise ValueError(f"a whole number is needed, not {_kind_of(raw)}")
    if raw not in allowed:
        raise ValueError(f"{raw} is outside {min(allowed)} to {max(allowed)}")
    return raw


def _one(allowed: Sequence[str], raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError(f"one choice is needed as text, not {_kind_of(raw)}")
    return _known(raw, allowed)


def _known(raw: str, allowed: Sequence[str]) -> str:
    if raw in allowed:
        return raw
    close = did_you_mean(raw, allowed)
    raise ValueError(f"{raw!r} is not a choice; {close or 'the choices are ' + ', '.join(allowed)}")


def _picks(question: Question, raw: object) -> list[str]:
    if not isinstance(raw, list | tuple) or not all(isinstance(one, str) for one in raw):
        raise ValueError("a list of choices is needed")
    allowed = [choice.id for choice in question.choices]
    picks = [_known(str(one), allowed) for one in raw]
    twice = sorted({one for one in picks if picks.count(one) > 1})
    if twice:
        raise ValueError(f"{', '.join(twice)} stands there twice")
    if not picks:
        raise ValueError("the list is empty; leave the question out to skip it")
    if question.at_most and len(picks) > question.at_most:
        raise ValueError(f"{len(picks)} choices; at most {question.at_most}")
    if len(picks) < question.at_least:
        raise ValueError(f"{len(picks)} choices; at least {question.at_least} are needed")
    alone = [one for one in picks if (c := question.choice(one)) and c.exclusive]
    if alone and len(picks) > 1:
        raise ValueError(f"{alone[0]!r} excludes the other choices")
    return picks


def _any(question: Question, raw: object) -> tuple[str, ...]:
    picks = _picks(question, raw)
    return tuple(choice.id for choice in question.choices if choice.id in picks)


def _order(question: Question, raw: object) -> tuple[str, ...]:
    return tuple(_picks(question, raw))


def _kind_of(raw: object) -> str:
    kinds = {bool: "yes or no", str: "text", int: "a number", float: "a number", list: "a list"}
    if raw is None:
        return "nothing"
    return kinds.get(type(raw), "a " + type(raw).__name__)
