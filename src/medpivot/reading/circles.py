"""Things that wait for one another in a circle, so that none of them could ever begin."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from medpivot.errors import Problem


def first_circle(after: Mapping[str, Iterable[str]]) -> list[str]:
    """The ids along the first circle, where it began again as the last; empty without a circle."""
    try:
        TopologicalSorter(after).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def circles(after: Mapping[str, Iterable[str]]) -> list[Problem]:
    """A problem for the first circle in which milestones wait for one another."""
    path = first_circle(after)
    if not path:
        return []
    if len(path) <= 2:  # noqa: PLR2004  (the same id twice)
        return [Problem("depends on itself", f"milestone.{path[0]}", "after")]
    what = "they wait for one another: " + " after ".join(path)
    return [Problem(what, f"milestone.{path[0]}", "after")]
