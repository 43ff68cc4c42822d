"""The questions of `money ask`: one figure each, what is known already filled in, none of it must.

The answers are `KEY=VALUE`, as `money set` takes them, so that both are checked alike.
"""

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from medpivot.asking.doubt import with_doubt
from medpivot.asking.prompts import BACK, Around, ask_text
from medpivot.domain.amounts import check_currency, parse_amount, pay_doubt
from medpivot.domain.money import FIELDS, HOUSEHOLD, ROLE, STAY, Field
from medpivot.domain.money_inputs import Known
from medpivot.domain.money_result import MoneyResult
from medpivot.domain.money_words import number_words
from medpivot.domain.typed_money import parse_field
from medpivot.errors import Interrupted


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question: its key, what it asks, and what helps to answer it."""

    key: str
    ask: str
    help: str = ""


_QUESTIONS: Final = (
    _Asked(
        "currency", "Which currency do you reckon in?", "A short name, such as USD, EUR or CHF."
    ),
    _Asked("stay.pay", "What do you earn a year now?", "Before tax or after it, but all alike."),
    _Asked(
        "stay.hours",
        "How many hours a week do you work now, all of them?",
        "Inbox, charting at home, call, teaching. In a week that you work; what the assessment "
        "knows is an average over all 52 weeks.",
    ),
    _Asked(
        "weeks",
        "In how many weeks a year are such hours worked?",
        "Without vacation and meetings; seven on, seven off: about 26 of the long ones.",
    ),
    _Asked("raise", "By how many percent does pay rise a year?", "0 if you do not count on any."),
    _Asked(
        "needs",
        "What must your household have a year?",
        "Housing, loans, family. This is the floor.",
    ),
    _Asked(
        "wants", "And what would be nice on top of that?", "Kept apart; never part of the floor."
    ),
    _Asked("drop", "What cut in pay could you accept, in percent?"),
    _Asked(
        "role.pay", "What would the role pay a year?", "Leave it empty until somebody tells you."
    ),
    _Asked(
        "role.hours",
        "How many hours a week would it take, all of them?",
        "With the time promised for education kept.",
    ),
    _Asked(
        "role.education_promised",
        "How many of them are promised for education?",
        "Protected time, in hours a week.",
    ),
    _Asked(
        "role.education_delivered",
        "How many would really be delivered?",
        "Ask the person in the post about last month.",
    ),
)

_TRAINING: Final = (
    _Asked("train-then-role.training_months", "How many months would training take?"),
    _Asked("train-then-role.tuition", "What would it cost, all of it?"),
    _Asked(
        "train-then-role.pay_cut",
        "What share of your present pay would you lose meanwhile, in percent?",
        "20 for one day a week; 0 if nothing is cut.",
    ),
    _Asked("train-then-role.study_hours", "How many hours a week would you study?"),
)


def ask_figures(result: MoneyResult) -> list[str]:
    """What was entered or changed, as `KEY=VALUE`; what was left as it is, is not among it.

    Esc goes back one question.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D; with the line that enters what was typed so far.
    """
    train = result.scenario("train-then-role")
    # what a program in training.toml says is not asked again
    asked = _QUESTIONS if train is None or train.filled.program else (*_QUESTIONS, *_TRAINING)
    known = {one.key: _present(result, one.key) for one in asked}
    typed: dict[str, str] = {}
    number = 0
    while number < len(asked):
        one = asked[number]
        currency = typed.get("currency", result.inputs.currency)
        left: list[str] = []
        try:
            answer = ask_text(
                one.ask,
                typed.get(one.key, known[one.key]),
                allow_back=number > 0,
                check=_check(one.key, known[one.key], currency, _income(typed, known, currency)),
                around=Around(
                    place=f"{number + 1} of {len(asked)}",
                    help=one.help,
                    empty="empty: not known",
                    leaving=lambda text, left=left: left.append(str(text)),  # type: ignore[misc]
                ),
            )
        except Interrupted:
            if left and not _problem(one.key, left[-1], currency):
                typed[one.key] = left[-1].strip()
            settings = _settings(typed, known)
            line = shlex.join(["medpivot", "money", "set", *settings]) if settings else ""
            raise Interrupted("Stopped. Nothing was entered.", line) from None
        if answer is BACK:
            number -= 1
            continue
        typed[one.key] = str(answer).strip()
        number += 1
    return _settings(typed, known)


def _settings(typed: dict[str, str], known: dict[str, str]) -> list[str]:
    return [f"{key}={value}" for key, value in typed.items() if value != known[key]]


def _present(result: MoneyResult, key: str) -> str:
    """What is known of it now, as it would be typed."""
    if key == "currency":
        return result.inputs.currency
    known = _known(result, key)
    return "" if known is None or known.value is None else number_words(known.value)


def _known(result: MoneyResult, key: str) -> Known | None:
    if key in HOUSEHOLD:
        return result.inputs.household[key]
    scenario_id, _, name = key.rpartition(".")
    # the weeks of today's job may be those of an average; what is asked for are working weeks
    usual = ROLE if key == "weeks" and result.scenario(ROLE) else STAY
    one = result.scenario(scenario_id or usual)
    return one.filled[name] if one else None


_PAY: Final = ("stay.pay", "role.pay", "needs")
"""The sums of a whole year that are asked for, which could be meant in thousands."""


def _check(key: str, known: str, currency: str, now: Decimal | None) -> Callable[[str], str]:
    """What is wrong with a figure, or once odd; what stood there already is not questioned."""

    def odd(raw: str) -> str:
        if key not in _PAY or raw == known:
            return ""
        return pay_doubt(parse_amount(raw, currency), None if key == "stay.pay" else now)

    return with_doubt(lambda raw: _problem(key, raw, currency), odd)


def _income(typed: dict[str, str], known: dict[str, str], currency: str) -> Decimal | None:
    """Today's pay as it stands among the answers, where it is known."""
    said = typed.get("stay.pay", known["stay.pay"])
    return parse_amount(said, currency) if said else None


def _problem(key: str, raw: str, currency: str) -> str:
    try:
        if key == "currency":
            return check_currency(raw) and ""
        field: Field = HOUSEHOLD.get(key) or FIELDS[key.rpartition(".")[2]]
        parse_field(raw, field, currency)
    except ValueError as error:
        return str(error)
    return ""
