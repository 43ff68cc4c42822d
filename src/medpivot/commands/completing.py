"""What the shell may complete: real ids from the person's own files. Never fails, never writes."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import typer

from medpivot.store.home import find_home

if TYPE_CHECKING:
    from medpivot.domain.activities import Vocabulary, Word

Found: TypeAlias = Iterable[tuple[str, str]]
"""What can stand there, each with a few words about it."""

Completion: TypeAlias = Callable[[typer.Context, str], list[tuple[str, str]]]

# What is completed is imported where it is looked up: a command that only runs needs none of it.


def _completing(found: Callable[[Path], Found]) -> Completion:
    """Of all that can stand there in the person's folder, what begins as it was typed."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        with suppress(Exception):
            given = ctx.find_root().params.get("home")
            home = find_home(given if isinstance(given, str) else None)
            return [(one, text) for one, text in found(home) if one.startswith(incomplete)]
        return []

    complete.__doc__ = found.__doc__
    return complete


@_completing
def milestones(home: Path) -> Found:
    """The milestones of the latest plan, with their titles."""
    from medpivot.store import plans

    file = plans.latest(home)
    return [(one.id, one.title) for one in file.plan.milestones] if file else []


@_completing
def activities(home: Path) -> Found:
    """The activities of the log, newest first, with their titles."""
    from medpivot.store import activities as store

    newest = reversed(store.load(home).activities)
    return [(one.id, f"{one.date} {one.title}") for one in newest]


@_completing
def roles(home: Path) -> Found:
    """The roles, the person's own among them, with their titles."""
    from medpivot import catalogue

    known = catalogue.roles_of(home).roles
    return [(one.id, one.title) for one in known if not one.retired]


@_completing
def short_cuts(home: Path) -> Found:
    """The short cuts to roles, by what somebody wants."""
    from medpivot import catalogue

    known = catalogue.roles_of(home).short_cuts
    return [(one.id, one.title) for one in known]


@_completing
def questions(_: Path) -> Found:
    """The questions of the interview, by what they ask for."""
    from medpivot import catalogue

    return [(one.id, one.name) for one in catalogue.load_interview().questions]


def _logged(words: Callable[["Vocabulary"], Mapping[str, "Word"]]) -> Completion:
    """Some of the words of the log, with their labels."""

    def found(_: Path) -> Found:
        from medpivot import catalogue

        return [(one.id, one.label) for one in words(catalogue.load_vocabulary()).values()]

    return _completing(found)


kinds = _logged(lambda known: known.kinds)
domains = _logged(lambda known: known.domains)
levels = _logged(lambda known: known.levels)
parts = _logged(lambda known: known.roles)
reaches = _logged(lambda known: known.reaches)


@_completing
def routes(_: Path) -> Found:
    """The training routes."""
    from medpivot import catalogue

    return [(one.id, one.title) for one in catalogue.load_training().routes]


@_completing
def programs(home: Path) -> Found:
    """The training programs the person is considering, with their titles."""
    from medpivot.store import programs as store

    return [(one.id, one.title) for one in store.load(home).content.present]


@_completing
def scenarios(home: Path) -> Found:
    """The scenarios money is reckoned for."""
    from medpivot.store import money as store

    known = store.load(home).content.scenarios
    return [(one.id, one.title) for one in known if not one.removed]


@_completing
def samples(_: Path) -> Found:
    """The sample persons."""
    from medpivot import catalogue

    return [(one, catalogue.load_sample(one).title) for one in catalogue.sample_ids()]


@_completing
def assessments(home: Path) -> Found:
    """The saved assessments, newest first: by day, or by name where a day has several."""
    from medpivot.store import assessments as store

    names = [one.path.stem for one in reversed(store.saved(home))]
    return [(name.removeprefix("assessment-"), name) for name in names]


@_completing
def people(home: Path) -> Found:
    """The people of the list, with their names."""
    from medpivot.store import people as store

    return [(one.id, one.name) for one in store.load(home).content.every]


@_completing
def people_kinds(_: Path) -> Found:
    """The kinds of people to know."""
    from medpivot import catalogue

    return [(one.id, one.label) for one in catalogue.load_kinds_of_people().by_id.values()]


@_completing
def jobs(home: Path) -> Found:
    """The jobs of the list, with their titles."""
    from medpivot.store import jobs as store

    return [(one.id, one.title) for one in store.load(home).content.kept]


@_completing
def offer_questions(_: Path) -> Found:
    """What to ask about an offer."""
    from medpivot import catalogue

    return [(one.id, one.name) for one in catalogue.load_offers().questions]


@_completing
def conventions(_: Path) -> Found:
    """The known ways to count a full week."""
    from medpivot import catalogue

    return [(one.id, one.title) for one in catalogue.load_offers().conventions]


@_completing
def profile_entries(home: Path) -> Found:
    """The entries of the profile, with their titles."""
    from medpivot.store import profile as store

    return [(one.id, one.title) for one in store.load(home).content.every]


@_completing
def ledger(home: Path) -> Found:
    """The entries of the ledger of education hours, newest week first."""
    from medpivot.store import ledger as store

    newest = reversed(store.load(home).entries)
    return [(one.id, f"week of {one.week}") for one in newest]


@_completing
def categories(_: Path) -> Found:
    """The kinds of work in a week."""
    from medpivot import catalogue

    return [(one.id, one.label) for one in catalogue.load_time().categories.values()]


@_completing
def countries(_: Path) -> Found:
    """The countries whose helplines are known."""
    from medpivot import catalogue

    return [(one.id, one.name) for one in catalogue.load_support().countries]


@_completing
def forgettable(home: Path) -> Found:
    """What can be erased for good, by the ids that the lists show."""
    from medpivot.store import activities, assessments, jobs, people

    return [
        *(
            (one.id, f"{one.date} {one.title}")
            for one in reversed(activities.load(home).activities)
        ),
        *((one.id, one.name) for one in people.load(home).content.every),
        *((one.id, one.title) for one in jobs.load(home).content.jobs),
        *((one.date.isoformat(), one.path.name) for one in reversed(assessments.saved(home))),
        ("history", "all that undo knows"),
    ]


def words(known: Iterable[str]) -> Completion:
    """One of these words."""
    return _completing(lambda _: [(one, "") for one in known])
