"""Log and profile as lines of a CV or portfolio: an entry for each thing done, with its figures."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from medpivot.domain.activities import Activity, Rating, Vocabulary
from medpivot.domain.activity_checks import LOWEST_RATING
from medpivot.domain.deeds import Deed, Totals, kind_on_paper
from medpivot.domain.document import Entry, Line, Span, brief, gap, joined, plain, quiet, strong
from medpivot.domain.ids import LONGEST_ID
from medpivot.domain.partial_dates import days_span
from medpivot.domain.profile import Item
from medpivot.domain.rounding import half_up, mean_words
from medpivot.domain.wording import capital, listed, uncapital

_PARTS_SAID: Final = ("co-lead", "invited", "organizer", "facilitator", "member")
"""The roles that say more than that somebody taught."""

MOST_IDS: Final = 6
_COUNTABLE: Final = ("student", "intern", "resident", "fellow", "nurse")


def figure(value: float) -> str:
    """A number with commas and at most two decimals."""
    return f"{half_up(value, 2):,.10g}"


def counted(count: float, one: str, many: str = "") -> str:
    """`1 learner`, `12 learners`."""
    return f"{figure(count)} {one if count == 1 else many or one + 's'}"


def rated_as(value: float) -> str:
    """A mean rating: `4.0`, `4.65`."""
    exact = half_up(value, 2)
    return mean_words(value) if half_up(value, 1) == exact else f"{exact:.2f}"


def kind_words(deed: Deed) -> str:
    """What kind of thing it was, unless its title says so: `lecture`, `poster or paper`."""
    title = deed.title.casefold()
    said = any(one in title for one in deed.kind.casefold().split(" or "))
    return "" if said else deed.kind


def level_words(levels: Sequence[str], vocabulary: Vocabulary, *, alone: bool = False) -> str:
    """`interns and residents`, of one learner `intern`; a level no longer known by its id."""
    labels = []
    for level in levels:
        word = vocabulary.levels.get(level)
        label = uncapital(word.on_paper) if word else brief(level)
        labels.append(label + "s" * (label.endswith(_COUNTABLE) and not alone))
    return listed(labels)


def rating_line(rating: Rating, *, changed: bool) -> Line:
    """A rating with its scale, who gave it, and what it is held against.

    Without the number of raters it proves nothing, so that is left to write. That it was `changed`
    in between is said where the entry has a word on it.
    """
    scale = f"{LOWEST_RATING} to {figure(rating.scale)}"
    rated = f"Rated {rated_as(rating.mean)} on a scale of {scale} by "
    by = Span(counted(rating.raters, "rater")) if rating.raters else gap("how many raters")
    earlier = "before it was changed" if changed else "the time before"
    held = [
        f"; {rated_as(rating.before)} {earlier}" if rating.before is not None else "",
        f"; mean of peers {rated_as(rating.peer_mean)}" if rating.peer_mean is not None else "",
    ]
    return (Span(rated), by, *(Span(one) for one in held if one))


def deed_facts(deed: Deed, vocabulary: Vocabulary) -> str:
    """What it was, how often, for whom, how long, in what part and where, as far as it is known."""
    least = "at least " if deed.at_least else ""
    whom = level_words(deed.levels, vocabulary, alone=deed.learners == 1 and not deed.at_least)
    learners = "" if deed.learners is None else least + counted(deed.learners, "learner")
    reach = vocabulary.reaches.get(deed.reach or "")
    return joined(
        [
            kind_words(deed),
            counted(deed.times, "time") if deed.times > 1 else "",
            f"{learners} ({whom})" if learners and whom else learners or whom,
            counted(deed.hours, "hour") if deed.hours else "",
            deed.role if deed.role in _PARTS_SAID else "",
            uncapital(reach.label) if reach and reach.id != "local" else "",
            brief(deed.setting),
        ]
    )


def deed_entry(deed: Deed, vocabulary: Vocabulary) -> Entry:
    """A thing done in education as an entry with its time, figures, rating and what changed."""
    facts = deed_facts(deed, vocabulary)
    details = [plain(capital(facts))] if facts else []
    if deed.rating:
        details.append(rating_line(deed.rating, changed=bool(deed.changed)))
    if deed.changed:
        details.append((Span("What changed: "), Span(brief(deed.changed))))
    head = (strong(deed.title),)
    return Entry(days_span(deed.first, deed.last), head, tuple(details), deed.ids)


def rest_line(things: Sequence[Sequence[Activity]], vocabulary: Vocabulary) -> Line:
    """What is not listed, the entries of each thing together, counted by kind."""
    kinds: Counter[str] = Counter()
    for entries in things:
        kinds[kind_on_paper(entries[-1].kind, vocabulary)] += len(entries)
    times = sum(kinds.values())
    what = ", ".join(f"{figure(number)} {kind}" for kind, number in kinds.most_common())
    # the entries of each thing stand in the order of their days
    first, last = min(one[0].date for one in things), max(one[-1].date for one in things)
    more = counted(times, "more activity", "more activities")
    return quiet(f"And {more} ({days_span(first, last)}): {what}.")


def totals_line(found: Totals) -> str:
    """All education work of the log in one sentence."""
    least = "at least " if found.learners_at_least else ""
    at_least = "at least " if found.hours_at_least else ""
    sums = [counted(found.entries, "education activity", "education activities")]
    if found.learners is not None:
        sums.append(least + counted(found.learners, "learner"))
    if found.hours is not None:
        sums.append(at_least + counted(found.hours, "contact hour"))
    if found.other_hours is not None:
        sums.append(counted(found.other_hours, "other hour"))
    return f"From a log that begins in {found.since_month}: {listed(sums)}."


def item_entry(item: Item, name: str) -> Entry:
    """An entry of the profile: what, where, in what part, and what was added to it.

    Among the authors of a paper, the person of that name stands out.
    """
    if item.collection == "publication":
        return Entry(item.when, _citation(item, name), _notes(item))
    where = joined([brief(item.where), brief(item.place)])
    head: list[Span] = [strong(item.title)]
    if item.role:
        head.append(Span(f", {brief(item.role)}"))
    if where:
        head.append(Span(f", {where}"))
    elif item.collection in ("position", "education", "certification"):
        head += [Span(", "), gap("where")]
    if item.collection == "talk" and item.reach not in ("", "local"):
        head.append(Span(f" ({item.reach})"))
    if not item.when:
        head += [Span(" "), gap("when")]
    until: tuple[Line, ...] = ()
    if item.collection == "certification" and item.end:
        until = (plain(f"Valid until {item.end.words}"),)
    return Entry(item.when, tuple(head), (*until, *_notes(item)))


def _notes(item: Item) -> tuple[Line, ...]:
    return tuple(plain(one) for one in item.notes if one.strip())


def _citation(item: Item, name: str) -> Line:
    """Authors, title, where and link, as a reference list has them."""
    where = f" {ended(item.where)}" if item.where else ""
    # a point behind an address would be taken for a part of it
    link = f" {brief(_doi(item.link))}" if item.link else ""
    rest = (Span(where + link),) if where or link else ()
    if not item.authors:
        return (gap("authors"), Span(" "), strong(ended(item.title)), *rest)
    authors = ended(item.authors) + " "
    own = _own_name(authors, name)
    if own is None:
        return (Span(authors), strong(ended(item.title)), *rest)
    before, behind = authors[: own.start()], authors[own.end() :]
    said = (Span(before), Span(own[0], "strong"), Span(behind + ended(item.title)), *rest)
    return tuple(one for one in said if one.text)


def _own_name(authors: str, name: str) -> re.Match[str] | None:
    """Where among authors a name stands: `Keller A`, `Keller AB`, `A. Keller`, `Anna Keller`."""
    first, _, family = name.strip().rpartition(" ")
    if not first:
        return None
    family, initial = re.escape(family), re.escape(first[0])
    return re.search(
        rf"\b{family},?\s+{initial}[A-Z.\s]{{0,4}}(?=[,;.\s]|$)(?<!\s)"
        rf"|\b{initial}[\w.]*(?:\s+[A-Z]\.?)?\s+{family}\b",
        authors,
    )


def _doi(link: str) -> str:
    """A bare DOI with the word that says what it is."""
    return f"doi:{link}" if link.startswith("10.") else link


def ended(text: str) -> str:
    """Typed text as a sentence that ends."""
    line = brief(text)
    return line if line.endswith((".", "?", "!")) else f"{line}."


def ids_words(ids: Sequence[str]) -> str:
    """The first few ids, and how many more; a log of somebody else may hold ids of any kind."""
    rest = len(ids) - MOST_IDS
    named = ", ".join(brief(one, LONGEST_ID) for one in ids[:MOST_IDS])
    return named + (f" and {rest:,} more" if rest > 0 else "")
