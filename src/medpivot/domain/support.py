"""Where a physician can turn, by country."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line: who answers, how to reach them, when, and the day the entry was checked.

    `passes_on` is what it says itself about whom it tells; empty where it says nothing.
    """

    id: str
    country: str
    name: str
    contact: str
    hours: str
    text: str
    source: str
    checked: str
    passes_on: str = ""
    urgent: bool = False
    physicians: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its two-letter code; `any` stands for everywhere else.

    `note` is what holds there alone, with its source; it stands on the page of that country.
    """

    id: str
    name: str
    emergency: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """Everything in `support.toml`; `danger` is to stand last, where the eye is."""

    intro: str
    quiet_intro: str
    not_reported: str
    danger: str
    countries: tuple[Country, ...]
    helplines: tuple[Helpline, ...]
