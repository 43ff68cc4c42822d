"""What was done in education, drawn from the log for whoever decides on education work.

What drains, money and quotes that are not marked to be shared have no way in.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from medpivot.domain.activities import Activity, Rating, Vocabulary
from medpivot.domain.activity_checks import too_few_raters
from medpivot.domain.calendar_names import MONTHS
from medpivot.domain.harmless import one_line
from medpivot.domain.what_counts import Sum, added_up, standing_so
from medpivot.domain.what_counts import hours as hours_of
from medpivot.domain.wording import uncapital

MOST_DEEDS: Final = 5
"""As many as stay on one page."""

_REACHES: Final = {"local": 0, "regional": 1, "national": 2, "international": 3}
_IN_CHARGE: Final = ("sole", "co-lead", "organizer")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done in education, however often: entries of one title and kind together.

    `learners` is the sum of those noted, `at_least` says that some entries do not say. `rating` is
    the newest from enough raters; `quote` the newest that may be shared. `hours` are those of the
    thing itself, without preparation, as far as they are noted; domain, role, reach and setting
    are the newest known; `ids` name all of the entries.
    """

    title: str
    kind: str
    times: int
    first: date
    last: date
    learners: int | None
    at_least: bool
    rating: Rating | None
    changed: str | None
    quote: str | None
    domain: str = ""
    hours: float | None = None
    levels: tuple[str, ...] = ()
    role: str | None = None
    reach: str | None = None
    setting: str | None = None
    ids: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """`in March 2026`, `from March to May 2026`."""
        first, last = month(self.first), month(self.last)
        if first == last:
            return f"in {last}"
        same_year = self.first.year == self.last.year
        return f"from {first.split()[0] if same_year else first} to {last}"


@dataclass(frozen=True, slots=True)
class Totals:
    """All education work of the log; a sum is None where no entry says it.

    `hours` are those with learners, `other_hours` those without.
    """

    entries: int
    since: date
    learners: int | None
    hours: float | None
    other_hours: float | None
    learners_at_least: bool
    hours_at_least: bool

    @property
    def since_month(self) -> str:
        """`March 2026`."""
        return month(self.since)


def education_work(activities: Iterable[Activity], vocabulary: Vocabulary) -> list[Activity]:
    """The entries that are education work, oldest first, without what one took as a learner."""
    return standing_so(activities, vocabulary, "work")


def deeds(
    activities: Iterable[Activity], vocabulary: Vocabulary, most: int | None = MOST_DEEDS
) -> tuple[Deed, ...]:
    """The strongest education work of the log, at most so many or all, the strongest first.

    First what was rated before and after by enough people, then what was rated, what changed
    something, what reached beyond the own house, what one was in charge of; then the newest. The
    order is judgment.
    """
    return put_together(education_work(activities, vocabulary), vocabulary, most)


def put_together(
    entries: Iterable[Activity], vocabulary: Vocabulary, most: int | None = None
) -> tuple[Deed, ...]:
    """The same of entries that were chosen, oldest first, whatever they count as."""
    return tuple(deed(one, vocabulary) for one in alike(entries)[:most])


def alike(entries: Iterable[Activity]) -> list[list[Activity]]:
    """Entries, oldest first, by title and kind: what would be one deed each, the strongest first.

    A long log has thousands of them, of which few are shown: only those are made a `deed`.
    """
    together: dict[tuple[str, str], list[Activity]] = {}
    for one in entries:
        together.setdefault((one_line(one.title).casefold(), one.kind), []).append(one)
    return sorted(together.values(), key=_strength, reverse=True)


def examples(
    activities: Iterable[Activity], vocabulary: Vocabulary, levels: Collection[str], most: int
) -> tuple[Deed, ...]:
    """At most so many deeds for a letter: those for learners of these levels first.

    What drained is left out: a letter should not lead to more of it.
    """
    liked = [one for one in activities if one.energy is None or one.energy >= 0]
    every = deeds(liked, vocabulary, most=None)
    ranked = sorted(every, key=lambda one: not set(levels) & set(one.levels))
    return tuple(ranked[:most])


def _strength(entries: Sequence[Activity]) -> tuple[bool, bool, bool, int, bool, date]:
    rating = _rating(entries)
    reach = max(_REACHES.get(one.reach or "", 0) for one in entries)
    return (
        rating is not None and rating.before is not None,
        rating is not None,
        any(one.changed for one in entries),
        reach,
        any(one.role in _IN_CHARGE for one in entries),
        entries[-1].date,
    )


def _rating(entries: Sequence[Activity]) -> Rating | None:
    rated = [one.rating for one in entries if one.rating and not too_few_raters(one.rating)]
    compared = [one for one in rated if one.before is not None]
    return next(reversed(compared or rated), None)


def deed(entries: Sequence[Activity], vocabulary: Vocabulary) -> Deed:
    """Entries of one title and kind, oldest first, as one thing done."""
    newest = entries[-1]
    learners = [one.learners for one in entries if one.learners is not None]
    levels: dict[str, None] = {}
    changed = quote = role = reach = setting = None
    # oldest first, so that the newest known of each is what stays
    for one in entries:
        levels |= dict.fromkeys(one.levels)
        changed, role = one.changed or changed, one.role or role
        reach, setting = one.reach or reach, one.setting or setting
        for said in one.quotes:
            quote = said.text if said.shareable else quote
    return Deed(
        title=newest.title,
        kind=kind_on_paper(newest.kind, vocabulary),
        times=len(entries),
        first=entries[0].date,
        last=newest.date,
        learners=sum(learners) if learners else None,
        at_least=len(learners) < len(entries),
        rating=_rating(entries),
        changed=changed,
        quote=quote,
        domain=newest.domain,
        hours=_rounded(added_up(one.contact_hours for one in entries)),
        levels=tuple(levels),
        role=role,
        reach=reach,
        setting=setting,
        ids=tuple(one.id for one in entries),
    )


def kind_on_paper(kind: str, vocabulary: Vocabulary) -> str:
    """What a page calls a kind in a sentence; one that is not known any more by its id."""
    word = vocabulary.kinds.get(kind)
    return uncapital(word.on_paper) if word else kind


def totals(activities: Iterable[Activity], vocabulary: Vocabulary) -> Totals | None:
    """The sums over all education work; None where there is none."""
    entries = education_work(activities, vocabulary)
    if not entries:
        return None
    learners = [one.learners for one in entries if one.learners is not None]
    spent = hours_of(entries, vocabulary)
    return Totals(
        entries=len(entries),
        since=entries[0].date,
        learners=sum(learners) if learners else None,
        hours=_rounded(spent.learners),
        other_hours=_rounded(spent.others),
        learners_at_least=len(learners) < len(entries),
        hours_at_least=spent.learners.n < spent.entries,
    )


def _rounded(found: Sum) -> float | None:
    return None if found.total is None else round(found.total, 1)


def month(day: date) -> str:
    """`March 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"
