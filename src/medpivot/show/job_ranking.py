"""Which job fits best on a screen: those with a place, those with something open, the others."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.dimensions import PULLED
from medpivot.domain.job_words import money_words, week_words
from medpivot.domain.jobs import FullWeek
from medpivot.domain.offer_findings import Person
from medpivot.domain.offer_ranking import RankedJob, Standing
from medpivot.domain.offers import Offers
from medpivot.domain.wording import NAMES, capital, listed
from medpivot.show.columns import columns
from medpivot.show.job_words import LIMITS, NOTHING_IN_REACH, answers_used, who
from medpivot.show.log_words import shortened
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, words

_LONGEST = 90
_HEADINGS: Mapping[Standing, tuple[str, str]] = {
    "stands": ("They hold your limits", "most certain points first"),
    "open": ("No place yet", "something that decides has not been asked"),
    "broken": ("Outside your limits, or a trap", "as it stands now"),
}


def ranking(
    ranked: Sequence[RankedJob], offers: Offers, person: Person, week: FullWeek, *, moves: bool
) -> RenderableType:
    """All jobs in three groups, each with what its place rests on."""
    return Group(
        words("Your jobs, against what you said", "bold"),
        paragraph(
            "Points are the fit you know from your assessment, counted for one job. What was not "
            "asked counts nothing; it could rise to the figure behind it. A place is given only "
            "where every limit is known to hold.",
            indent=0,
        ),
        *_groups(ranked, offers, person.currency),
        *_moves(moves=moves),
        "",
        paragraph(week_words(week), indent=0),
        *_hours(ranked, person),
        heading("Next"),
        labelled(
            [
                ("medpivot jobs compare ID ID", "two to four side by side"),
                ("medpivot jobs ask ID", "put in what they answered"),
                *[one for each in ranked for one in levels_to_say(each)][:1],
            ]
        ),
    )


def _groups(ranked: Sequence[RankedJob], offers: Offers, currency: str) -> Iterator[RenderableType]:
    for standing, (title, aside) in _HEADINGS.items():
        group = [one for one in ranked if one.standing == standing]
        if group:
            yield heading(title, aside)
            yield columns(
                ["", "job", "points", "up to", "pay", "an hour"],
                (_row(one, currency) for one in group),
                numbers=("points", "up to", "pay", "an hour"),
                indent=2,
            )
            rows = [(one.check.job.id, _because(one, offers)) for one in group]
            yield labelled(rows, indent=2)


def _row(one: RankedJob, currency: str) -> list[str]:
    job = one.check.job
    mark = " (present)" if job.present else ""
    return [
        f"{one.place}." if one.place else "",
        f"{shortened(one_line(who(job)), _LONGEST)}{mark}",
        str(one.points),
        "" if one.possible == one.points else str(one.possible),
        "-" if one.pay is None else money_words(one.pay, currency),
        "-" if one.hourly is None else money_words(round(one.hourly)),
    ]


def _because(one: RankedJob, offers: Offers) -> str:
    """What stands in the way of a place, or that nothing does."""
    broken = [limit for limit in one.limits if limit.state == "broken"]
    if broken:
        return " ".join(f"{capital(LIMITS[limit.id])}: {limit.text}" for limit in broken)
    unknown = [limit for limit in one.limits if limit.state == "unknown"]
    if not unknown:
        return "every limit holds, and nothing serious was found"
    said = f"Not known: {'; '.join(LIMITS[limit.id] for limit in unknown)}."
    names = [known.name for known in map(offers.question, one.to_ask) if known]
    return f"{said} Ask about {'; '.join(names)}." if names else said


def _moves(*, moves: bool) -> Iterator[RenderableType]:
    if moves:
        yield ""
        yield paragraph(NOTHING_IN_REACH, indent=0)


def _hours(ranked: Sequence[RankedJob], person: Person) -> Iterator[RenderableType]:
    if any(one.hourly is not None for one in ranked):
        yield paragraph(
            f"Pay an hour is pay over all hours known, in {person.weeks:g} working weeks a year.",
            indent=0,
        )
    if used := answers_used(ranked):
        yield paragraph(used, indent=0)


def levels_to_say(one: RankedJob) -> Iterator[tuple[str, str]]:
    """How to say what a job holds, where neither it nor a role does; nothing where all is known."""
    named = [part for part in one.parts if part.known == "unknown" and part.dimension in PULLED]
    if named:
        job = one.check.job
        command = "present" if job.present else f"edit {job.id}"
        names = listed([NAMES[part.dimension] for part in named])
        yield (
            f"medpivot jobs {command} --level {named[0].dimension}=2",
            f"say what it holds of {names}, 0 to 4",
        )
