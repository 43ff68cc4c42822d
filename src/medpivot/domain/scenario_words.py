"""The figures of a scenario in the few words of a table; `unknown` stands for what is not known."""

from medpivot.domain.amounts import plain, whole
from medpivot.domain.money_result import BreakEven, ScenarioResult
from medpivot.domain.money_words import years_words
from medpivot.domain.money_years import Maybe


def hourly_words(amount: Maybe, unknown: str) -> str:
    """What an hour earns, to the cent: `103.51`."""
    return unknown if amount is None else plain(amount)


def ahead_words(one: ScenarioResult, unknown: str) -> str:
    """How far it is ahead of staying, in whole units and with its sign; `-` for staying itself."""
    if one.filled.kind == "stay":
        return "-"
    if one.ahead is None:
        return unknown
    return f"+{whole(one.ahead)}" if one.ahead > 0 else whole(one.ahead)


def break_even_words(found: BreakEven, years: int, unknown: str) -> str:
    """The year from which it is never behind staying again, looked for over that many years."""
    return {
        "baseline": "-",
        "reached": f"year {found.year}",
        "not-within": f"not in {years} years",
        "unknown": unknown,
    }[found.state]


def floor_words(one: ScenarioResult, unknown: str) -> str:
    """Do the needs of the household hold: `holds`, or `under it in years 1 and 2`."""
    if one.floor_breach is None:
        return unknown
    return f"under it in {years_words(one.floor_breach)}" if one.floor_breach else "holds"
