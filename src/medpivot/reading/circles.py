"""Things that wait for one another in a circle, so that none of them could ever begin."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from medpivot.errors import Problem


def circles(after: Mapping[str, Iterable[str]]) -> list[Problem]:
    """A problem for the first circle in which milestones wait for one another."""
    try:
        TopologicalSorter(after).prepare()
    except CycleError as error:
        path: list[str] = list(reversed(error.args[1]))
        if len(path) <= 2:  # noqa: PLR2004  (the same id twice)
            return [Problem("depends on itself", f"milestone.{path[0]}", "after")]
        what = "they wait for one another: " + " after ".join(path)
        return [Problem(what, f"milestone.{path[0]}", "after")]
    return []
