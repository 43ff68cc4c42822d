"""The answers of one sitting: held, saved as they are given, and never lost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from medpivot.asking import fitting
from medpivot.asking.answering import Unfinished
from medpivot.asking.draft import ON_SCREEN, SKIPPED, Draft
from medpivot.domain.answers import Answers, Value
from medpivot.domain.asked import follows, progress
from medpivot.domain.interview import Interview, Question
from medpivot.errors import MedpivotError

Save: TypeAlias = Callable[[str, Value | None], None]
"""Keeps one answer of the draft under a question's id; None takes it away."""

NOTHING_SAVED: Final = "Stopped. Nothing was saved."
NOTHING_NEW: Final = "Stopped before the first answer."


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered; the ids in `unkept` count for this result and are not to be saved."""

    answers: Answers
    unkept: frozenset[str] = frozenset()

    @property
    def kept(self) -> Answers:
        """The answers that may be saved."""
        values = {key: one for key, one in self.answers.values.items() if key not in self.unkept}
        return Answers(values)


class Sheet:
    """What was answered and skipped so far. `save` is called for each answer as it is given."""

    def __init__(
        self, interview: Interview, draft: Draft, before: Answers, save: Save | None
    ) -> None:
        """Begin with the draft; `before` are older answers to be filled in."""
        self.interview = interview
        self.answers = draft.answers
        self.skipped = set(draft.skipped)
        self.unkept: set[str] = set()
        self._before = before
        self._save = save
        self._unfinished: dict[str, Unfinished] = {}
        if draft.on_screen and draft.unfinished:
            self._unfinished[draft.on_screen] = draft.unfinished
        self._on_screen = draft.on_screen
        self._unsaved: dict[str, Value | None] = {}

    @property
    def given(self) -> Given:
        """All answers of the sitting."""
        return Given(self.answers, frozenset(self.unkept))

    def filled_in(self, question_id: str) -> Value | Unfinished | None:
        """What a question begins with: what was left unfinished, the answer, or an older one."""
        if question_id in self._unfinished:
            return self._unfinished[question_id]
        if question_id in self.skipped:
            return None
        given = self.answers.values.get(question_id)
        return self._before.values.get(question_id) if given is None else given

    def is_unfinished(self, question_id: str) -> bool:
        """Was something typed or ticked there, and not entered?"""
        return question_id in self._unfinished

    @property
    def has_unsaved(self) -> bool:
        """Could something not be saved, and was that said?"""
        return bool(self._unsaved)

    def was_kept(self, question_id: str) -> bool:
        """Was the answer, this one or the older one, allowed to stay on this computer?"""
        if self.answers.gave(question_id):
            return question_id not in self.unkept
        return self._before.gave(question_id)

    def leave(self, question_id: str, what: Unfinished) -> None:
        """Hold what was typed or ticked but not entered."""
        self._unfinished[question_id] = what

    def take(self, question: Question, answer: Value | None, *, keep: bool = True) -> None:
        """Hold an answer, None if skipped; save it if it may be kept; drop what no longer fits."""
        self.answers = self.answers.with_value(question.id, answer)
        self._unfinished.pop(question.id, None)
        self.skipped.discard(question.id)
        self.unkept.discard(question.id)
        if answer is None:
            self.skipped.add(question.id)
        elif not keep:
            self.unkept.add(question.id)
        self._keep(question.id, SKIPPED if answer is None else answer if keep else None)
        if self._on_screen:
            self._on_screen = ""
            self._keep(ON_SCREEN, None)
        for other in self.interview.questions:
            hangs = question.id in (other.among, *other.only_after)
            if hangs and self.answers.gave(other.id) and self._is_orphan(other):
                self.answers = self.answers.with_value(other.id, None)
                self._keep(other.id, None)

    def _is_orphan(self, question: Question) -> bool:
        """Does the answer fit no longer: a "which most" not picked, or no longer asked?"""
        if not follows(question, self.answers):
            return True
        picked = self.answers.picks(question.among)
        return bool(question.among) and self.answers.word(question.id) not in picked

    def _keep(self, question_id: str, value: Value | None) -> None:
        """Save one answer, and with it those that could not be saved before."""
        if self._save is None:
            return
        self._unsaved[question_id] = value
        for waiting, answer in list(self._unsaved.items()):
            try:
                self._save(waiting, answer)
            except MedpivotError as error:
                fitting.say("  ! Not saved yet: ", f"{error.message}. It will be tried again.")
                return
            del self._unsaved[waiting]

    def break_off(self, at: str, asked: int) -> str:
        """Save what stood unfinished at a question, and say how many of `asked` are saved."""
        if self._save is None:
            return NOTHING_SAVED
        left = self._unfinished.get(at)
        lost = set(self.unkept)
        if left:
            self._keep(at, left)
            self._keep(ON_SCREEN, at)
            lost.add(at)
        lost |= set(self._unsaved)
        saved = {key: one for key, one in self.answers.values.items() if key not in lost}
        if not (saved or left or self.skipped):
            return NOTHING_NEW
        count, _ = progress(self.interview, Answers(saved))
        return f"Saved {count} of {asked} answers. `medpivot assess` goes on from there."
