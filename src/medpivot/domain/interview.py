"""The questions of the interview: what may be answered, and what each choice pulls."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from medpivot.domain.dimensions import Dimension

Kind: TypeAlias = Literal["text", "one", "any", "order", "scale", "number"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a question; `pulls` move wanted levels, `education` marks education work."""

    id: str
    label: str
    group: str = ""
    short: str = ""
    pulls: Mapping[Dimension, int] = field(default_factory=lambda: MappingProxyType({}))
    education: bool = False
    exclusive: bool = False

    @property
    def name(self) -> str:
        """The choice in a few words, to stand inside a sentence."""
        return self.short or self.label


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `order` keeps the order of the picks; `one` and `any` do not.

    `scale` answers are whole numbers that are the ids of the choices; `number` answers lie in
    `low` to `high` and carry a `unit` (`hours/week`, `percent`, `money/year`). With `among`, the
    choices are those picked in that other question. With `only_after`, it is asked only where each
    question named there was answered with one of the choices given for it.
    """

    id: str
    section: str
    kind: Kind
    ask: str
    help: str = ""
    name: str = ""
    choices: tuple[Choice, ...] = ()
    among: str = ""
    at_least: int = 0
    at_most: int = 0
    low: float = 0
    high: float = 0
    unit: str = ""
    seconds: int = 15
    private: bool = False
    review_only: bool = False
    only_after: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def choice(self, choice_id: str) -> Choice | None:
        """The choice of that id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of questions under one heading."""

    id: str
    title: str
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """All sections and questions, in the order they are asked."""

    sections: tuple[Section, ...]
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return next((one for one in self.questions if one.id == question_id), None)

    def choice(self, question_id: str, choice_id: str) -> Choice | None:
        """A choice by question and id; a `-most` question looks among the other's choices."""
        question = self.question(question_id)
        if question is None:
            return None
        if question.among:
            return self.choice(question.among, choice_id)
        return question.choice(choice_id)

    def name_of(self, question_id: str, choice_id: str) -> str:
        """The name of a choice; its id, where the questions know none of that id any more."""
        choice = self.choice(question_id, choice_id)
        return choice.name if choice else choice_id

    def in_section(self, section_id: str) -> Iterable[Question]:
        """The questions of one section, in order."""
        return (one for one in self.questions if one.section == section_id)
