"""What the shell may complete: real ids from the person's own files. Never fails, never writes."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import typer

from medpivot.store.home import find_home


def _home(ctx: typer.Context) -> Path:
    given = ctx.find_root().params.get("home")
    return find_home(given if isinstance(given, str) else None)


def _starting(incomplete: str, ids: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(one, text) for one, text in ids if one.startswith(incomplete)]


def milestones(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The milestones of the latest plan, with their titles."""
    from medpivot.store import plans

    with suppress(Exception):
        file = plans.latest(_home(ctx))
        if file is not None:
            return _starting(incomplete, ((one.id, one.title) for one in file.plan.milestones))
    return []


def activities(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The activities of the log, newest first, with their titles."""
    from medpivot.store import activities as store

    with suppress(Exception):
        newest = reversed(store.load(_home(ctx)).activities)
        return _starting(incomplete, ((one.id, f"{one.date} {one.title}") for one in newest))
    return []


def roles(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The roles, the person's own among them, with their titles."""
    from medpivot import catalogue

    with suppress(Exception):
        known = catalogue.load_roles(_home(ctx) / "roles.toml").roles
        return _starting(incomplete, ((one.id, one.title) for one in known))
    return []


def questions(incomplete: str) -> list[tuple[str, str]]:
    """The questions of the interview, by what they ask for."""
    from medpivot import catalogue

    with suppress(Exception):
        known = catalogue.load_interview().questions
        return _starting(incomplete, ((one.id, one.name) for one in known))
    return []


def kinds(incomplete: str) -> list[tuple[str, str]]:
    """The kinds of activity the log knows."""
    from medpivot import catalogue

    with suppress(Exception):
        known = catalogue.load_vocabulary().kinds
        return _starting(incomplete, ((one.id, one.label) for one in known.values()))
    return []


def programs(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The training programs the person is considering, with their titles."""
    from medpivot.store import programs as store

    with suppress(Exception):
        known = store.load(_home(ctx)).content.present
        return _starting(incomplete, ((one.id, one.title) for one in known))
    return []


def samples(incomplete: str) -> list[tuple[str, str]]:
    """The sample persons."""
    from medpivot import catalogue

    with suppress(Exception):
        ids = catalogue.sample_ids()
        return _starting(incomplete, ((one, catalogue.load_sample(one).title) for one in ids))
    return []


def assessments(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The saved assessments, newest first: by day, or by name where a day has several."""
    from medpivot.store import assessments as store

    with suppress(Exception):
        newest = [one.path.stem for one in reversed(store.saved(_home(ctx)))]
        days = [name.removeprefix("assessment-") for name in newest]
        return _starting(incomplete, zip(days, newest, strict=True))
    return []


def people(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The people of the list, with their names."""
    from medpivot.store import people as store

    with suppress(Exception):
        everybody = store.load(_home(ctx)).content.every
        return _starting(incomplete, ((one.id, one.name) for one in everybody))
    return []


def people_kinds(incomplete: str) -> list[tuple[str, str]]:
    """The kinds of people to know."""
    from medpivot import catalogue

    with suppress(Exception):
        known = catalogue.load_kinds_of_people().by_id
        return _starting(incomplete, ((one.id, one.label) for one in known.values()))
    return []


def ledger(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The entries of the ledger of education hours, newest week first."""
    from medpivot.store import ledger as store

    with suppress(Exception):
        newest = reversed(store.load(_home(ctx)).entries)
        return _starting(incomplete, ((one.id, f"week of {one.week}") for one in newest))
    return []


def categories(incomplete: str) -> list[tuple[str, str]]:
    """The kinds of work in a week."""
    from medpivot import catalogue

    with suppress(Exception):
        known = catalogue.load_time().categories.values()
        return _starting(incomplete, ((one.id, one.label) for one in known))
    return []
