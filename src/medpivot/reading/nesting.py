"""How deep tables and lists lie in each other, in what somebody else may have written."""

from typing import Any, Final

DEEPEST: Final = 64
"""The program's own files have four. Python itself gives up at some hundreds, in odd places."""


def too_deep(held: object) -> bool:
    """Do more than 64 tables and lists lie in each other?"""
    depth = 0
    layer: list[Any] = [held]
    while layer and depth <= DEEPEST:
        depth += 1
        inside = (one.values() if isinstance(one, dict) else one for one in layer)
        layer = [one for several in inside for one in several if isinstance(one, dict | list)]
    return depth > DEEPEST
