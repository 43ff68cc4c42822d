"""What can stand in the way of a role: training, clinical time, income, moving house.

None of it enters the fit: a high fit cannot buy off a floor. Each one is `clear`, `blocked` or
`unknown`, and what is unknown is never taken for fine. Every one that is not clear comes with the
smallest change that would lift it.
"""

from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Blocker
from medpivot.domain.dimensions import CLINICAL
from medpivot.domain.roles import IncomeChange, Role, Training

_DEGREE_ENOUGH: Final = (
    "part-time-degree",
    "fellowship-beside-job",
    "fellowship-post",
    "already-have",
)

_EXPECTED: Final[dict[Training, str]] = {
    "none": "No formal training in education is asked for",
    "helpful": "Formal training helps, and is not required",
    "preferred": "Formal training is preferred, often not required",
    "increasingly-expected": "Formal training is expected more and more often",
    "often-yes": "Formal training is often required, or strongly preferred",
    "usually-yes": "A master's degree or a fellowship is usually required",
}

ASKS_FOR_TRAINING: Final[tuple[Training, ...]] = (
    "increasingly-expected",
    "often-yes",
    "usually-yes",
)
"""From where a lack of formal training can stand in the way of a role."""

_ASK_THE_PAY: Final = "Ask a department what it pays for this role."


def blockers(role: Role, answers: Answers) -> tuple[Blocker, ...]:
    """All four, in a fixed order, whatever their state."""
    return (
        training(role, answers),
        clinical(role, answers),
        income(role, answers),
        relocation(role, answers),
    )


def training(role: Role, answers: Answers) -> Blocker:
    """Does the role ask for more training than the person would take on?

    What roles ask for is the article's table; which training answers it is judgment.
    """
    would = answers.word("training")
    expected = _EXPECTED[role.training]
    if role.training not in ASKS_FOR_TRAINING:
        return Blocker("training", "clear", f"{expected}.", "")
    if would is None:
        change = "Say how much training you would take on."
        return Blocker("training", "unknown", f"{expected}; you have not said.", change)
    if would in _DEGREE_ENOUGH:
        what = "you have it" if would == "already-have" else "you would take that on"
        return Blocker("training", "clear", f"{expected}, and {what}.", "")
    if would == "certificate":
        return _with_certificate(role, expected)
    reason = f"{expected}; you would take on none."
    if role.training == "usually-yes":
        change = "Be open to a certificate at least, and ask whether it would do."
        return Blocker("training", "blocked", reason, change)
    change = "Be open to a certificate, or find a post that asks for none."
    return Blocker("training", "unknown", reason, change)


def _with_certificate(role: Role, expected: str) -> Blocker:
    if role.training != "usually-yes":
        return Blocker("training", "clear", f"{expected}; a certificate may do.", "")
    reason = f"{expected}; you would stop at a certificate."
    change = "Ask two departments whether a certificate would do, or consider a part-time degree."
    return Blocker("training", "unknown", reason, change)


def clinical(role: Role, answers: Answers) -> Blocker:
    """Does the role's clinical time lie wholly outside what the person could live with?"""
    least, most = answers.number("clinical-least"), answers.number("clinical-most")
    offered = role.ranges[CLINICAL]
    usual = f"It is usually {_span(offered.low, offered.high)} percent clinical"
    if least is None and most is None:
        return Blocker("clinical", "clear", f"{usual}; you set no limit.", "")
    if least is not None and offered.high < least:
        reason = f"{usual}; the least you could live with is {least:g}."
        change = f"Accept {offered.high:g} percent clinical time, or keep a clinic elsewhere."
        return Blocker("clinical", "blocked", reason, change)
    if most is not None and offered.low > most:
        reason = f"{usual}; the most you could live with is {most:g}."
        change = f"Accept {offered.low:g} percent clinical time, or find a post below its usual."
        return Blocker("clinical", "blocked", reason, change)
    return Blocker("clinical", "clear", f"{usual}, which your limits allow.", "")


def income(role: Role, answers: Answers) -> Blocker:
    """Would the role pay less than the person can live on?

    The limit is the stated floor or what is left after the accepted cut, whichever is higher.
    A role blocks when all of its usual pay lies under the limit; with part of it there, or with
    anything missing, it is unknown.
    """
    now, limit = answers.number("income-now"), lowest_income(answers)
    needed = _limit_in_words(limit, answers)
    if now is None or limit is None:
        missing = "what you earn now" if now is None else "how far your pay could fall"
        change = f"Say {missing}." if role.income_change else f"Say {missing}. {_ASK_THE_PAY}"
        return Blocker("income", "unknown", f"You have not said {missing}.", change)
    if role.income_change is None:
        reason = f"No source says what it pays; {needed}."
        return Blocker("income", "unknown", reason, _ASK_THE_PAY)
    low, high = expected_pay(now, role.income_change)
    pays = f"From {money(now)} it would come to {_span_of_money(low, high)} a year"
    if high < limit:
        gap = money(limit - high)
        change = f"Lower that limit by {gap} a year, or find a post that pays above the usual."
        reason = f"{pays}; {needed}."
        return Blocker("income", "blocked", reason, change)
    if low < limit:
        change = f"{_ASK_THE_PAY} It has to reach {money(limit)}."
        return Blocker("income", "unknown", f"{pays}; {needed}.", change)
    return Blocker("income", "clear", f"{pays}; {needed}.", "")


def relocation(role: Role, answers: Answers) -> Blocker:
    """Would the person have to move?"""
    would = answers.word("relocate")
    if would == "yes":
        return Blocker("relocation", "clear", "You would move for the right job.", "")
    if role.relocation == "rarely":
        return Blocker("relocation", "clear", "Such posts exist in most places.", "")
    if role.relocation == "often":
        if would == "no":
            reason = "Such posts are few, and you would not move."
            change = "Be open to a commute or remote days, or find one within reach."
            return Blocker("relocation", "blocked", reason, change)
        reason = "Such posts are few, and often in another city."
        return Blocker("relocation", "unknown", reason, "Look for one within reach.")
    reason = "Whether there is such a post near you is not known."
    return Blocker("relocation", "unknown", reason, "Look for one within reach.")


def lowest_income(answers: Answers) -> float | None:
    """The least a year's income may be, in the person's money; None where no limit was given.

    With both a floor and an accepted cut the higher of the two limits holds.
    """
    limits = (answers.number("income-floor"), left_after_cut(answers))
    return max((limit for limit in limits if limit is not None), default=None)


def left_after_cut(answers: Answers) -> float | None:
    """What the accepted cut would leave of today's income a year; None where one is not known."""
    now, drop = answers.number("income-now"), answers.number("income-drop")
    return None if now is None or drop is None else _cents(now * (1 - drop / 100))


def _limit_in_words(limit: float | None, answers: Answers) -> str:
    if limit is None:
        return ""
    if limit == answers.number("income-floor"):
        return f"you need {money(limit)} a year"
    drop = answers.number("income-drop")
    if not drop:
        return f"you would give up none of your {money(limit)} a year"
    return f"the {drop:g} percent you could give up would leave {money(limit)} a year"


def expected_pay(now: float, change: IncomeChange) -> tuple[float, float]:
    """What a role usually pays someone who earns `now`: the lower and the upper end, a year."""
    return _cents(now * (1 + change.low / 100)), _cents(now * (1 + change.high / 100))


def money(amount: float) -> str:
    """A yearly sum without its currency, in whole units: `210,000`."""
    return f"{amount:,.0f}"


def _cents(amount: float) -> float:
    """Without the noise of floating point numbers, which must never decide about a floor."""
    return round(amount, 2)


def _span(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _span_of_money(low: float, high: float) -> str:
    return money(low) if money(low) == money(high) else f"{money(low)} to {money(high)}"
