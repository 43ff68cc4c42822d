"""The trap check of one job on a screen: the week added up, findings, what could not be checked."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.job_words import figure, hours_words, share_words, week_words
from medpivot.domain.money_inputs import WEEKS_OF_A_YEAR
from medpivot.domain.offer_arithmetic import hours_of_share
from medpivot.domain.offer_check import MUST_HAVE
from medpivot.domain.offer_findings import Finding, OfferCheck
from medpivot.domain.offer_wishes import Wish, WishState
from medpivot.domain.offers import SEVERITIES, Offers
from medpivot.domain.roles import Source
from medpivot.domain.wording import capital, plural
from medpivot.show import facts
from medpivot.show.columns import columns
from medpivot.show.job_words import NO_ADVICE, NO_LAWYER, who
from medpivot.show.job_words import SEVERITIES as HEADINGS
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words

_UNKNOWN = "not known"
_IS: Mapping[WishState, str] = {"broken": "missing", "unknown": _UNKNOWN, "holds": "there"}
_DRAINS: Mapping[WishState, str] = {"broken": "there", "unknown": _UNKNOWN, "holds": "not there"}


def offer_check(
    check: OfferCheck, wishes: Sequence[Wish], offers: Offers, sources: Mapping[str, Source]
) -> RenderableType:
    """The whole check, what the person said first; `sources` to be listed in full, or none."""
    return Group(
        words(who(check.job), "bold"),
        words(_headline(check, wishes)),
        *_wishes(check, wishes, offers),
        "",
        _week(check),
        paragraph(week_words(check.week), indent=0),
        *_service_weeks(check),
        *_findings(check),
        *_not_checked(check),
        *_cleared(check, offers),
        *_sources(check, sources),
        *_next(check, references=bool(sources)),
        "",
        paragraph(NO_ADVICE if check.job.present else NO_LAWYER, indent=0),
    )


def _headline(check: OfferCheck, wishes: Sequence[Wish]) -> str:
    if any(one.id == MUST_HAVE and one.state == "broken" for one in wishes):
        return f"It lacks what you said you must have. {_of_findings(check)}"
    return _of_findings(check)


def _of_findings(check: OfferCheck) -> str:
    serious = len(check.serious)
    left = sum(one.serious for one in check.not_checked)
    if serious:
        said = f"{capital(plural(serious, 'thing'))} to settle before you sign."
        if check.job.present:
            said = f"{capital(plural(serious, 'serious thing'))} in the job you have."
        return f"{said} {_left(left, 'other serious trap')}" if left else said
    if left:
        return f"Nothing serious found so far. {_left(left, 'serious trap')}"
    return "Nothing serious found, and nothing serious left unchecked."


def _left(left: int, trap: str) -> str:
    verb = "is" if left == 1 else "are"
    return f"{capital(plural(left, trap))} {verb} not ruled out: answers are missing."


def _wishes(check: OfferCheck, wishes: Sequence[Wish], offers: Offers) -> Iterator[RenderableType]:
    if not wishes:
        return
    yield heading("What you said, before any offer was there")
    for one in wishes:
        if one.state == "broken":
            said = offers.wishes[one.id]
            yield paragraph(words(_state(one, offers), "bold"))
            yield paragraph(one.text, indent=4)
            if not check.job.present:
                yield labelled([(words("Say:"), words(f'"{said.ask}"'))], indent=4, gap=1)
    rows = [(_state(one, offers), one.text) for one in wishes if one.state != "broken"]
    if rows:
        yield labelled(rows, label=_width([title for title, _ in rows]))


def _state(one: Wish, offers: Offers) -> str:
    """`What you must have: missing`; a drain is the other way round."""
    states = _DRAINS if one.id == "drain" else _IS
    return f"{offers.wishes[one.id].title}: {states[one.state]}"


def _week(check: OfferCheck) -> RenderableType:
    parts, week = check.parts, check.week
    counted = "clinical work, counted in half-days" if parts.counted else "clinical work"
    rows = [(counted, parts.clinical), ("education", parts.education)]
    if parts.other:
        rows.append(("other work", parts.other))
    rows += [("together", parts.total), ("paid", parts.paid)]
    return columns(
        ["the week", "share of a post", "hours"],
        (
            [
                label,
                _UNKNOWN if share is None else share_words(share),
                _UNKNOWN if share is None else figure(hours_of_share(share, week), 1),
            ]
            for label, share in rows
        ),
        numbers=("share of a post", "hours"),
    )


def _service_weeks(check: OfferCheck) -> Iterator[RenderableType]:
    weeks = check.job.service_weeks
    if weeks:
        others = figure(WEEKS_OF_A_YEAR - weeks, 1)
        yield paragraph(
            f"{figure(weeks, 1)} service weeks a year are not in this sum: half-days describe the "
            f"other {others}, and so do the clinical share and the hours they imply.",
            indent=0,
        )
    if check.job.hours is not None:
        yield paragraph(f"It is said to take {hours_words(check.job.hours)} a week.", indent=0)


def _findings(check: OfferCheck) -> Iterator[RenderableType]:
    for severity in SEVERITIES:
        found = [one for one in check.findings if one.severity == severity]
        if found:
            present = check.job.present and severity == "serious"
            yield heading("What weighs most" if present else HEADINGS[severity])
            for one in found:
                yield from _finding(one)


def _finding(one: Finding) -> Iterator[RenderableType]:
    yield paragraph(words(f"{one.title}  [{one.id}]", "bold"))
    yield paragraph(one.text, indent=4)
    yield labelled(
        [
            (words("Say:"), words(f'"{one.ask}"')),
            (words("Why:"), facts.sourced(one.why, one.source)),
        ],
        indent=4,
        gap=1,
    )


def _not_checked(check: OfferCheck) -> Iterator[RenderableType]:
    """What is missing for the rest, the serious traps that the headline counts by themselves."""
    width = _width([one.title for one in check.not_checked]) if check.not_checked else 0
    aside = "not known is not the same as fine"
    for serious in (True, False):
        rows = [(one.title, one.text) for one in check.not_checked if one.serious == serious]
        if rows:
            yield heading(f"{'Serious' if serious else 'Less serious'}, and not ruled out", aside)
            yield labelled(rows, label=width)
            aside = ""


def _cleared(check: OfferCheck, offers: Offers) -> Iterator[RenderableType]:
    if check.cleared:
        yield heading("Ruled out")
        yield points([offers.red_flags[one].title for one in check.cleared])


def _sources(check: OfferCheck, sources: Mapping[str, Source]) -> Iterator[RenderableType]:
    """The full reference of each source that a finding names; none without sources."""
    cited = dict.fromkeys(one.source for one in check.findings)
    rows = [
        (facts.source_name(one), facts.reference(sources[one])) for one in cited if one in sources
    ]
    if rows:
        yield heading("Sources")
        yield labelled(rows, label=_width([name for name, _ in rows]))


def _next(check: OfferCheck, *, references: bool) -> Iterator[RenderableType]:
    job = check.job
    rows = []
    if check.unanswered:
        what = "put in what you know" if job.present else "put in what they answered"
        rows.append((f"medpivot jobs ask {job.id}", what))
    if not job.present:
        email = "an email: what was agreed, what is open"
        rows.append((f"medpivot jobs confirm {job.id}", email))
    if not references:
        rows.append((f"medpivot jobs check {job.id} --sources", "the sources in full"))
    yield heading("Next")
    yield labelled(rows)


def _width(labels: Sequence[str]) -> int:
    return min(28, max(len(label) for label in labels))
