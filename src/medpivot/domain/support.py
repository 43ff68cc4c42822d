"""Where a physician can turn, by country."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line: who answers, how to reach them, when, and the day the entry was checked."""

    id: str
    country: str
    name: str
    contact: str
    hours: str
    text: str
    source: str
    checked: str
    urgent: bool = False
    physicians: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its two-letter code; `any` stands for everywhere else."""

    id: str
    name: str
    emergency: str


@dataclass(frozen=True, slots=True)
class Support:
    """Everything in `support.toml`."""

    intro: str
    quiet_intro: str
    not_reported: str
    countries: tuple[Country, ...]
    helplines: tuple[Helpline, ...]
