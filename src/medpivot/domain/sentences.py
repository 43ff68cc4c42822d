"""What speaks for a role and against it, in sentences that name the answers behind them."""

from collections.abc import Iterator, Sequence

from medpivot.domain.assessment import Agreement, Because, Want
from medpivot.domain.dimensions import CLINICAL, LEADERSHIP, REGULAR_HOURS
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Range, Role
from medpivot.domain.wording import listed, offer

MOST_SENTENCES = 3
ENOUGH = 0.75
"""From this agreement on a dimension speaks for a role, below it against it: judgment."""

_LEAST_LOSS = 1.0
"""Points of the fit below which a loss is not worth a sentence."""

_NAMED = 2
"""Answers named in one sentence."""

_NEEDED_HOURS = (
    "can work at any hour",
    "need nights and weekends to be known well ahead",
    "can give a few nights or weekends a month",
    "need nights and weekends to be the exception",
    "need to be free of nights and weekends",
)


def speaks_for(
    role: Role, wants: Sequence[Want], agreements: Sequence[Agreement], interview: Interview
) -> tuple[str, ...]:
    """Up to three sentences on what the person asked for and gets, the heaviest first."""
    found = [
        (-agreement.points, f"{said}, and this role {offer(want.dimension, _range(role, want))}.")
        for want, agreement in zip(wants, agreements, strict=True)
        if want.known and agreement.agreement >= ENOUGH and not _asks_nothing(want)
        if (said := what_was_said(want, interview))
    ]
    return _strongest(found)


def speaks_against(
    role: Role, wants: Sequence[Want], agreements: Sequence[Agreement], interview: Interview
) -> tuple[str, ...]:
    """Up to three sentences on where the role loses most points, the largest loss first."""
    found = [
        (-lost, f"{said}, but this role {_too_little_or_too_much(role, want)}.")
        for want, agreement in zip(wants, agreements, strict=True)
        if (lost := 100 * agreement.weight - agreement.points) >= _LEAST_LOSS
        and want.level is not None
        and agreement.agreement < ENOUGH
        if (said := what_was_said(want, interview))
    ]
    return _strongest(found)


def what_was_said(want: Want, interview: Interview) -> str:
    """The answers behind a wanted level as the beginning of a sentence; empty if unknown."""
    if want.level is None:
        return ""
    if want.dimension == CLINICAL:
        return f"You want about {want.level:.0f} percent clinical work"
    if want.dimension == REGULAR_HOURS:
        return f"You {_NEEDED_HOURS[round(want.level)]}"
    if want.origin == "assumed":
        return _assumed(want, interview)
    if want.direction == "exact":
        return "Your answers pull both ways"
    return next(_pulls_in_words(want, interview), "")


def _assumed(want: Want, interview: Interview) -> str:
    if want.dimension == LEADERSHIP:
        return "Nothing you said asks for leading"
    named = [_name(one, interview) for one in want.because]
    return f"You would like to teach {listed(named)} and did not tick {want.dimension}"


def _pulls_in_words(want: Want, interview: Interview) -> Iterator[str]:
    """Sentence beginnings, the strongest way of saying it first."""
    sign = 1 if want.direction == "at-least" else -1
    decisive = [one for one in want.because if one.pull * sign > 0]
    for question, words in (
        ("energy-most", "You named {} as what feeds you most"),
        ("dread-most", "You named {} as what drains you most"),
        ("learners", "You would like to teach {}"),
        ("free-week", "You put {} in your free week"),
        ("energy", "You get energy from {}"),
        ("dread", "You dread {}"),
    ):
        named = [_name(one, interview) for one in decisive if one.question == question]
        if named:
            yield words.format(listed(named[:_NAMED]))
    for one in decisive:
        asked = interview.question(one.question)
        yield f"For {asked.name if asked else one.question} you chose {_name(one, interview)}"


def _name(because: Because, interview: Interview) -> str:
    return interview.name_of(because.question, because.choice)


def _asks_nothing(want: Want) -> bool:
    """Is it a want that speaks for no role: any hours will do, or answers that cancel out?"""
    any_hours = want.dimension == REGULAR_HOURS and want.level == 0
    return any_hours or (want.origin == "pulled" and want.direction == "exact")


def _too_little_or_too_much(role: Role, want: Want) -> str:
    offered = _range(role, want)
    if want.dimension == CLINICAL and offered.low <= (want.level or 0) <= offered.high:
        return _mostly_beside(want.level or 0, offered)
    return offer(want.dimension, offered, short=want.direction == "at-least")


def _mostly_beside(level: float, offered: Range) -> str:
    """Where a range lies around a share that it holds: the words may not deny that it does."""
    said = f"{offered.low:.0f} to {offered.high:.0f} percent"
    if level == offered.high:
        return f"reaches that only at its upper end: {said}"
    if level == offered.low:
        return f"comes down to that only at its lower end: {said}"
    below = (offered.low + offered.high) / 2 < level
    return f"mostly lies {'below' if below else 'above'} that: {said}"


def _range(role: Role, want: Want) -> Range:
    return role.ranges[want.dimension]


def _strongest(found: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    return tuple(sentence for _, sentence in sorted(found, key=lambda one: one[0])[:MOST_SENTENCES])
