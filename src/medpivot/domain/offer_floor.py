"""The answers about money with what `money.toml` says in their place: entered later, it holds."""

from decimal import Decimal

from medpivot.domain.answers import Answers
from medpivot.domain.money import STAY, Money


def with_money(answers: Answers, money: Money) -> Answers:
    """The answers with the household's needs, the acceptable cut and today's pay of `money.toml`.

    What is not entered there stays as it was answered.
    """
    stay = money.scenario(STAY)
    pay = None if stay is None or stay.removed else stay.figures.get("pay")
    for question, value in (
        ("income-floor", money.household.get("needs")),
        ("income-drop", money.household.get("drop")),
        ("income-now", pay),
    ):
        if value is not None:
            answers = answers.with_value(question, _number(value))
    return answers


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
