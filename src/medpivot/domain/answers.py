"""What a person answered. A question that was skipped is absent: unknown, never a default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

Value: TypeAlias = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Checked answers by question id.

    Text and `one` are str, `scale` is int, `number` is int or float, `any` and `order` are tuples
    of choice ids (`any` in the interview's order, `order` as the person put them).
    """

    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    def word(self, question_id: str) -> str | None:
        """The answer to a `one` or `text` question, or None where it was skipped."""
        value = self.values.get(question_id)
        return value if isinstance(value, str) else None

    def number(self, question_id: str) -> float | None:
        """The answer to a `number` or `scale` question, or None where it was skipped."""
        value = self.values.get(question_id)
        return value if isinstance(value, int | float) else None

    def picks(self, question_id: str) -> tuple[str, ...]:
        """The answer to an `any` or `order` question; empty where it was skipped."""
        value = self.values.get(question_id)
        return value if isinstance(value, tuple) else ()

    def gave(self, question_id: str) -> bool:
        """Was the question answered at all?"""
        return question_id in self.values

    def with_value(self, question_id: str, value: Value | None) -> "Answers":
        """The same answers with one set, or taken back when `value` is None."""
        values = {key: old for key, old in self.values.items() if key != question_id}
        if value is not None:
            values[question_id] = value
        return Answers(MappingProxyType(values))
