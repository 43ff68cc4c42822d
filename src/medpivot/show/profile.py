"""What drains and what gives energy, and how much of it each leading role lifts, keeps and adds."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.assessment import Assessment, Profile, RoleResult
from medpivot.domain.interview import Interview
from medpivot.domain.wording import capital, number, plural
from medpivot.show.paragraphs import heading, labelled, paragraph, run_in

_LABEL = 11
"""Columns of the labels `drains`, `energy` and `your words`."""

_LONGEST_QUOTE = 300
"""Characters of the person's own words shown here; all of them stay in the file and in --json."""


_TWO = 2


def profile(result: Assessment, interview: Interview) -> RenderableType:
    """The drains and energisers with the strongest named, and the person's own words."""
    one = result.profile
    rows = [
        ("drains", _picks(one.drains, one.drains_most, "dread", interview)),
        *_quotes(one, "dread-words"),
        ("energy", _picks(one.energisers, one.energisers_most, "energy", interview)),
        *_quotes(one, "energy-words"),
        *_quotes(one, "free-week-words", "free week"),
        *_quotes(one, "must-have", "must have"),
    ]
    return Group(heading("What drains you, what gives energy"), labelled(rows, label=_LABEL))


def lifting(
    result: Assessment, leading: Sequence[RoleResult], interview: Interview
) -> RenderableType:
    """For each leading role, in words: which drains it lifts and keeps, and what it adds."""
    return Group("", *_lifting(result, leading, interview))


def _lifting(
    result: Assessment, leading: Sequence[RoleResult], interview: Interview
) -> Iterator[RenderableType]:
    drains = len(result.profile.drains)
    if drains:
        yield paragraph(f"Of your {plural(drains, 'drain')}:")
    for role in leading:
        yield run_in(role.title, role_lifting(role, interview))


def role_lifting(role: RoleResult, interview: Interview, *, whole: bool = False) -> str:
    """What the role lifts, keeps and adds of the person's drains, as one sentence.

    Where the drains stand above it, only the smaller group is named again; with `whole`, all are.
    """
    lifting = role.lifting
    lifts, keeps = lifting.lifts, lifting.keeps
    count = len(lifts) + len(keeps) + len(lifting.unknown)
    parts = []
    if count > 1 and count in (len(lifts), len(keeps)) and not whole:
        every = "both" if count == _TWO else f"all {number(count)}"
        parts.append(f"{'lifts' if lifts else 'keeps'} {every}")
    elif lifts or keeps:
        fewer_lifts = len(lifts) <= len(keeps) or not keeps
        parts += [
            _counted("lifts", lifts, interview, named=whole or fewer_lifts),
            _counted("keeps", keeps, interview, named=whole or not fewer_lifts),
        ]
    if lifting.worsens:
        parts.append(f"brings more {', '.join(_dreads(lifting.worsens, interview))}")
    if lifting.unknown:
        parts.append(_counted("unknown for", lifting.unknown, interview, named=True))
    if lifting.adds:
        parts.append(f"adds {', '.join(_dreads(lifting.adds, interview))}")
    return "; ".join(parts) or "nothing known of what it lifts, keeps or adds"


def _counted(verb: str, dreads: Sequence[str], interview: Interview, *, named: bool) -> str:
    count = number(len(dreads)) if dreads else "none"
    if not named or not dreads:
        return f"{verb} {count}"
    return f"{verb} {count} ({', '.join(_dreads(dreads, interview))})"


def _dreads(choices: Sequence[str], interview: Interview) -> list[str]:
    return [interview.name_of("dread", choice) for choice in choices]


def _picks(chosen: Sequence[str], most: str | None, question: str, interview: Interview) -> str:
    names = [
        interview.name_of(question, choice) + (" (most)" if choice == most else "")
        for choice in chosen
    ]
    return capital(", ".join(names)) if names else "Nothing named."


def _quotes(one: Profile, question: str, label: str = "") -> Iterator[tuple[str, str]]:
    said = one.words.get(question, "").strip()
    if said:
        yield label, f'"{_shortened(said)}"'


def _shortened(said: str) -> str:
    if len(said) <= _LONGEST_QUOTE:
        return said
    kept = said[:_LONGEST_QUOTE].rsplit(maxsplit=1)[0]
    return f"{kept} [and {len(said) - len(kept)} more characters]"
