"""Sums of money as people type and read them: exact, never negative, in one currency."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from medpivot.domain.harmless import quoted

LARGEST: Final = Decimal(1_000_000_000)
"""More than anybody earns or pays here is a slip of the finger."""

CENT: Final = Decimal("0.01")

LEAST_PAY: Final = Decimal(1000)
"""A yearly sum under it is more likely a slip, or meant in thousands, than somebody's pay."""

FAR_FROM_NOW: Final = 5
"""So many times today's income, or less than that part of it, is more likely a slip."""

LONGEST_CURRENCY: Final = 8

_SIGNS: Final = {"$": ("USD", "CAD", "AUD", "NZD", "SGD"), "€": ("EUR",), "£": ("GBP",)}
"""What a sign can stand for; where no currency is known yet it is left open."""

_BEFORE: Final = re.compile(r"^(?P<unit>[$€£]|[A-Za-z]{3,8}(?=[\s\d]))\s*(?P<rest>.*)$")
_BEHIND: Final = re.compile(r"^(?P<rest>.*?\d[kK]?)\s*(?P<unit>[$€£]|[A-Za-z]{3,8})$")
_PLAIN: Final = re.compile(r"^\d+(?:\.\d{1,2})?$", re.ASCII)
_GROUPED: Final = re.compile(r"^\d{1,3}(?:[, '\u2019\u00a0\u202f]\d{3})+(?:\.\d{1,2})?$", re.ASCII)
_THOUSANDS: Final = re.compile(r"^(?P<number>\d+(?:\.\d{1,3})?)[kK]$", re.ASCII)
_BETWEEN: Final = re.compile(r"[^\d.]")


def parse_amount(raw: str, currency: str = "") -> Decimal:
    """The sum that was typed: `240000`, `240,000`, `$240k`, `240 000.50 EUR`.

    A currency may stand before or behind it, and must be `currency` where that is known.

    Raises:
        ValueError: it is no sum, less than 0, too large, or in another currency; the reason.
    """
    text = raw.strip()
    if text.startswith(("-", "\u2212", "+")):
        raise ValueError(f"{quoted(raw)} has a sign; money is entered as 0 or more")
    number = _without_currency(text, currency)
    if match := _THOUSANDS.match(number):
        amount = Decimal(match["number"]) * 1000
    elif _PLAIN.match(number):
        amount = Decimal(number)
    elif _GROUPED.match(number):
        amount = Decimal(_BETWEEN.sub("", number))
    else:
        raise ValueError(f"{quoted(raw)} is not a sum of money; write 240000 or 240,000")
    return within(amount)


def pay_doubt(amount: Decimal, now: Decimal | None) -> str:
    """What is odd about a yearly sum: it may stand, but is worth a look. Empty: nothing.

    `now` is today's income a year, where it is known. The lines drawn are the authors' judgment;
    0 is an answer of its own.
    """
    if not amount:
        return ""
    if amount < LEAST_PAY:
        said = plain(amount)
        return f"That is {said} for a whole year; {said} thousand is typed {said}k."
    if now and (amount * FAR_FROM_NOW <= now or amount >= now * FAR_FROM_NOW):
        return f"That is {amount:,f} a year, and you earn {now:,f} now."
    return ""


def within(amount: Decimal) -> Decimal:
    """The sum, where it is one that can be reckoned with.

    Raises:
        ValueError: it is not finite, less than 0 or more than a thousand million.
    """
    if not amount.is_finite():
        raise ValueError("a finite number is needed")
    if amount < 0:
        raise ValueError(f"{plain(amount)} is less than 0")
    if amount > LARGEST:
        raise ValueError(f"more than {plain(LARGEST)} is taken as a slip of the finger")
    return amount


def currency_of(raw: str) -> str:
    """The currency named in a typed sum: `EUR`; empty where none is, or a sign fits several."""
    text = raw.strip()
    match = _BEFORE.match(text) or _BEHIND.match(text)
    if match is None:
        return ""
    unit = match["unit"]
    meant = _SIGNS.get(unit, (unit.upper(),))
    return meant[0] if len(meant) == 1 else ""


def check_currency(raw: str) -> str:
    """A currency as it is kept: `USD`, or a short word or sign of the person's own.

    Raises:
        ValueError: it is empty, too long, or holds digits or spaces.
    """
    text = raw.strip()
    if not text or len(text) > LONGEST_CURRENCY or not all(_is_unit(one) for one in text):
        raise ValueError(
            f"{quoted(raw)} is not a currency; write a short name such as USD, EUR or CHF"
        )
    return text.upper() if text.isascii() and text.isalpha() else text


def cents(amount: Decimal) -> Decimal:
    """Rounded to two decimals, halves up, as on a pay slip."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def plain(amount: Decimal) -> str:
    """A sum without its currency: `240,000`; cents only where there are any."""
    rounded = cents(amount)
    if rounded == rounded.to_integral_value():
        return f"{rounded:,.0f}"
    return f"{rounded:,.2f}"


def whole(amount: Decimal) -> str:
    """A sum for a table, without cents: `240,000`, `-1,200`."""
    rounded = amount.quantize(Decimal(1), ROUND_HALF_UP)
    return f"{rounded:,}" if rounded else "0"


def with_currency(amount: Decimal, currency: str) -> str:
    """A sum with its currency, where that is known: `240,000 USD`."""
    return f"{plain(amount)} {currency}".strip()


def _is_unit(character: str) -> bool:
    return character.isalpha() or character in "$€£¥₹₩"


def _without_currency(text: str, currency: str) -> str:
    match = _BEFORE.match(text) or _BEHIND.match(text)
    if match is None:
        return text
    unit = match["unit"]
    known = currency.upper()
    if unit in _SIGNS:
        fits = not known or known in (*_SIGNS[unit], unit)
    else:
        fits = not known or unit.upper() == known
    if not fits:
        raise ValueError(
            f"{quoted(text)} is in {unit}, and your money is in {currency}: two currencies "
            "cannot be added up, so convert it first"
        )
    return match["rest"].strip()
