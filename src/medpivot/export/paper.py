"""The sheets of paper a page may be made for."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: what typst calls it, and its size in inches."""

    typst: str
    width: float
    height: float


PAPERS: Final[Mapping[str, Paper]] = MappingProxyType(
    {"letter": Paper("us-letter", 8.5, 11.0), "a4": Paper("a4", 8.27, 11.69)}
)
"""By the name a person knows it by."""
