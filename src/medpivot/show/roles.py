"""The roles at a glance, and the page of one role."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from medpivot.domain.dimensions import CLINICAL, DIMENSIONS
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Role, Roles, ShortCut, Source
from medpivot.domain.wording import NAMES, capital, range_words
from medpivot.session import read_aloud
from medpivot.show import facts
from medpivot.show.aloud import Said
from medpivot.show.paragraphs import (
    WARNING,
    AtWidth,
    heading,
    labelled,
    paragraph,
    points,
    styled,
    words,
)

_LABEL = 16
_TITLE, _TRAINING = 30, 13

_NARROW = 76
"""Columns below which the roles stand one under the other."""


def roles_at_a_glance(
    shown: Sequence[Role], roles: Roles, short_cut: ShortCut | None = None
) -> RenderableType:
    """The roles with clinical time, training and protected time, then what to be wary of."""
    return Group(
        words(short_cut.title if short_cut else "Roles in medical education", "bold"),
        *([paragraph(short_cut.text, indent=0)] if short_cut else []),
        "",
        AtWidth(_table(shown), _list(shown), _NARROW),
        *_star(shown),
        *_warnings(shown),
        *([] if short_cut else _beside(roles)),
        heading("Next"),
        labelled(
            [
                ("medpivot roles show ID", "one role: its days, its facts and their sources"),
                ("medpivot roles compare ID ID", "two roles side by side"),
            ]
        ),
    )


def role_page(
    role: Role, roles: Roles, interview: Interview, sources: Mapping[str, Source]
) -> RenderableType:
    """Everything known of one role, each fact with its source, and the sources at the end."""
    return Group(
        words(f"{role.title}  [{role.id}]" + ("  your own" if role.own else ""), "bold"),
        *([paragraph(role.summary, indent=0)] if role.summary else []),
        *_days(role),
        heading("What it offers"),
        labelled(list(_offers(role)), label=_LABEL * 2),
        *_warned(role),
        heading("What it asks for"),
        labelled(list(_asks(role)), label=_LABEL),
        *_protected(role),
        *_drains(role, interview),
        *_small_trials(role, roles),
        *_titles(role),
        *_sources(role, sources),
    )


def _table(shown: Sequence[Role]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    longest = max((len(words) for role in shown for words in (role.title, role.id)), default=0)
    table.add_column("", overflow="fold", width=min(_TITLE, longest))
    table.add_column("clinical\nshare", no_wrap=True)
    table.add_column("seen in\nsurveys", no_wrap=True)
    table.add_column("formal\ntraining", overflow="fold", max_width=_TRAINING)
    table.add_column("protected\ntime", overflow="fold")
    for role in shown:
        table.add_row(
            styled((role.title, "bold"), (f"\n{role.id}", "dim")),
            facts.stated(role) + _marks(role),
            facts.seen(role) or facts.UNKNOWN,
            facts.TRAINING[role.training],
            facts.norm(role) or facts.UNKNOWN,
        )
    return table


def _list(shown: Sequence[Role]) -> RenderableType:
    """The same facts one under the other, for a screen too narrow for columns."""
    parts: list[RenderableType] = []
    for role in shown:
        rows = [
            ("clinical", facts.stated(role) + _marks(role)),
            ("in surveys", facts.seen(role) or facts.UNKNOWN),
            ("training", facts.TRAINING[role.training]),
            ("protected", facts.norm(role) or facts.UNKNOWN),
        ]
        parts += [
            *([""] if parts else []),
            styled((role.title, "bold"), (f"  {role.id}", "dim")),
            labelled(rows),
        ]
    return Group(*parts)


def _marks(role: Role) -> str:
    if read_aloud():
        said = ["contradicted below"] if any(facts.warnings(role)) else []
        said += ["our judgment, or your own file"] if _not_the_article(role) else []
        return f" ({'; '.join(said)})" if said else ""
    return ("!" if any(facts.warnings(role)) else "") + ("*" if _not_the_article(role) else "")


def _not_the_article(role: Role) -> bool:
    return role.ranges[CLINICAL].source != "article"


def _star(shown: Sequence[Role]) -> Iterator[RenderableType]:
    if any(_not_the_article(role) for role in shown):
        yield ""
        known = "Clinical shares are the article's."
        star = "* No figure there: our judgment, or your own file."
        yield Said(paragraph(f"{known} {star}", indent=0), (f"{known} Where not, it is said.",))


def _warnings(shown: Sequence[Role]) -> Iterator[RenderableType]:
    said = [f"{role.title}. {one}" for role in shown for one in facts.warnings(role)]
    if said:
        yield heading("! Figures that contradict each other")
        yield points(said)


def _beside(roles: Roles) -> Iterator[RenderableType]:
    titles = [one.title for one in roles.alternatives if not one.retired]
    if titles:
        yield heading("No education role, and worth weighing")
        yield paragraph("; ".join(titles) + ".")
    if roles.short_cuts:
        yield heading("Short cuts")
        rows = [(f"medpivot roles --want {one.id}", one.title) for one in roles.short_cuts]
        yield labelled(rows)


def _days(role: Role) -> Iterator[RenderableType]:
    rows = [
        (label, said)
        for label, said in (("a good day", role.good_days), ("a hard day", role.hard_days))
        if said
    ]
    if rows:
        yield ""
        yield labelled(rows, indent=0)


def _offers(role: Role) -> Iterator[tuple[str, str]]:
    for dimension in DIMENSIONS:
        offered = role.ranges[dimension]
        said = facts.sourced(range_words(dimension, offered), offered.source)
        yield capital(NAMES[dimension]), said
    found = role.clinical_seen
    if found:
        yield (
            "Clinical time in surveys",
            facts.sourced(f"{facts.seen(role)}: {found.text}", found.source),
        )
    else:
        yield "Clinical time in surveys", facts.UNKNOWN


def _warned(role: Role) -> Iterator[RenderableType]:
    said = list(facts.warnings(role))
    if said:
        yield ""
        yield labelled([("!", words(sentence, WARNING)) for sentence in said], gap=1)


def _asks(role: Role) -> Iterator[tuple[str, str]]:
    yield "training", facts.sourced(facts.TRAINING[role.training], role.training_source)
    yield "done before", role.before_text or facts.BEFORE[role.before]
    change = role.income_change
    if change:
        yield "income", facts.sourced(facts.income(role), change.source)
    else:
        yield "income", f"{facts.UNKNOWN}: no source with figures for this role was found"
    moving = {"often": "often means moving", "rarely": "rarely means moving"}
    yield "moving", moving.get(role.relocation or "", facts.UNKNOWN)


def _protected(role: Role) -> Iterator[RenderableType]:
    yield heading("Protected time")
    if role.norms:
        yield points(facts.sourced(one.text, one.source) for one in role.norms)
    else:
        yield paragraph(f"{capital(facts.UNKNOWN)}: no norm was found.")


def _drains(role: Role, interview: Interview) -> Iterator[RenderableType]:
    known = {*role.lifts, *role.keeps, *role.adds}
    asked = interview.question("dread")
    rest = [one.id for one in asked.choices if not one.exclusive] if asked else []
    rows = [
        ("lifts", role.lifts),
        ("keeps", role.keeps),
        ("adds", role.adds),
        ("unknown", [one for one in rest if one not in known]),
    ]
    yield heading("What it does with what drains people", "our judgment")
    yield labelled(
        [
            (label, ", ".join(interview.name_of("dread", one) for one in dreads) or "nothing")
            for label, dreads in rows
        ]
    )


def _small_trials(role: Role, roles: Roles) -> Iterator[RenderableType]:
    trials = [
        role.experiments.get(dimension) or roles.experiments.get(dimension, "")
        for dimension in DIMENSIONS
        if dimension in role.experiments
    ]
    if trials:
        yield heading("Small ways to try it")
        yield points(trials)


def _titles(role: Role) -> Iterator[RenderableType]:
    if role.titles:
        yield heading("In job adverts")
        yield paragraph(", ".join(role.titles))


def _sources(role: Role, sources: Mapping[str, Source]) -> Iterator[RenderableType]:
    rows = [
        (facts.source_name(one), facts.reference(sources[one]))
        for one in facts.source_ids(role)
        if one in sources
    ]
    if rows:
        yield heading("Sources")
        yield labelled(rows)
