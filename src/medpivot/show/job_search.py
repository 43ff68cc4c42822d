"""Search lines and other environments on a screen."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.deeds import Deed
from medpivot.domain.environment import Environment, WeighedMove
from medpivot.domain.interview import Interview
from medpivot.domain.job_search import RoleSearch, Searches
from medpivot.domain.wording import capital, listed
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words


def search_lines(found: Searches) -> RenderableType:
    """The lines of every role; with `--plain` they can be copied whole."""
    return Group(
        words("Lines to paste into a job search", "bold"),
        paragraph(_for_whom(found), indent=0),
        heading("The usual titles", "those the article names"),
        *(paragraph(line.text) for line in found.usual),
        *(part for role in found.roles for part in _role(role)),
        heading("Then"),
        paragraph(
            "Your specialty society's job board, the schools' own pages, and the alerts of any job "
            "site take these. Keep only what has the right mix: "
            'medpivot jobs add "TITLE" --at EMPLOYER.'
        ),
        paragraph("To copy them unbroken: medpivot jobs search --plain."),
    )


def _for_whom(found: Searches) -> str:
    if not found.specialty:
        return (
            "Your specialty is not known, so these name none: medpivot jobs search "
            '--specialty "internal medicine" puts one in.'
        )
    others = [f'"{name}"' for name in found.names[1:]]
    also = f" Adverts also say {listed(others, 'or')}." if others else ""
    return f"For {found.specialty}.{also}"


def _role(role: RoleSearch) -> Iterator[RenderableType]:
    yield heading(role.title, role.role)
    yield from (paragraph(line.text) for line in role.phrases)
    yield paragraph(role.boolean)


def moves(environment: Environment, interview: Interview, deeds: Sequence[Deed]) -> RenderableType:
    """The moves, the best answer to what drains first, then what none of them answers."""
    return Group(
        words("Another kind of place", "bold"),
        paragraph(
            "Sometimes the role is right and the place is not: a clinic run for volume, a hospital "
            "run on RVUs, a university that uses its educators as spare hands. Your education "
            "work can be what gets you out.",
            indent=0,
        ),
        *(part for one in environment.moves for part in _move(one, interview)),
        *_not_answered(environment, interview),
        *_capital(deeds),
    )


def _move(one: WeighedMove, interview: Interview) -> Iterator[RenderableType]:
    yield heading(one.move.title)
    yield paragraph(one.move.text)
    rows = []
    if one.points_to:
        rows.append(("for it", f"you dread {_names(one.points_to, interview)}"))
    if one.watch:
        rows.append(("watch", f"it can keep or bring {_names(one.watch, interview)}"))
    if one.already:
        yield labelled([("but", f"your field, {one.already}, works there already")])
        return
    if not one.leads_away:
        rows.append(("but", "it leads away from another kind of place than yours"))
    rows.append(("first step", one.move.first_step))
    rows.append(("your line", one.move.line))
    yield labelled(rows)


def _not_answered(environment: Environment, interview: Interview) -> Iterator[RenderableType]:
    if not environment.drains:
        yield heading("What drains you is not known")
        yield paragraph("After medpivot assess the moves are put in the order of your drains.")
    elif environment.not_answered:
        yield heading("No move answers")
        yield paragraph(capital(_names(environment.not_answered, interview)) + ".")


def _capital(deeds: Sequence[Deed]) -> Iterator[RenderableType]:
    yield heading("What travels with you", "from your log")
    if not deeds:
        yield paragraph("Nothing yet. What you log under medpivot log becomes this list.")
        return
    yield points([deed_words(one) for one in deeds])
    yield paragraph("Say each as: the person who built, changed or led it, and what came of it.")


def deed_words(one: Deed) -> str:
    """One thing done in education with what shows for it: learners, ratings, what changed."""
    said = [f"{one.title} ({one.kind}, {one.when})"]
    if one.learners:
        said.append(f"{'at least ' if one.at_least else ''}{one.learners} learners")
    if one.rating:
        rated = f"rated {one.rating.mean:g} of {one.rating.scale:g} by {one.rating.raters}"
        if one.rating.before is not None:
            rated += f", {one.rating.before:g} before"
        said.append(rated)
    if one.changed:
        said.append(one.changed)
    return "; ".join(said)


def _names(drains: Sequence[str], interview: Interview) -> str:
    choices = (interview.choice("dread", one) for one in drains)
    return "; ".join(choice.name for choice in choices if choice)
