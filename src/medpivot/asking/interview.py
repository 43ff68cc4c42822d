"""The interview: asks every question, goes back and forth, and ends with the review."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, TypeAlias

from medpivot.asking import fitting
from medpivot.asking.answering import Asked, ask_question, say_answer
from medpivot.asking.draft import Draft
from medpivot.asking.prompts import BACK, SKIP, Around, Mark, ask_one
from medpivot.asking.review import RESULT, pick
from medpivot.asking.sheet import Given, Save, Sheet
from medpivot.asking.trail import Trail
from medpivot.domain.answers import Answers, Value
from medpivot.domain.asked import applies, asked_questions
from medpivot.domain.burnout import BURNOUT, SEVERE, WORST, support_need
from medpivot.domain.interview import Interview, Question
from medpivot.errors import Interrupted

ShowSupport: TypeAlias = Callable[[bool], None]
"""Shows where to turn; True for the quiet form."""

TALK: Final = "Someone to talk to, at any time: medpivot support"


def ask_interview(
    interview: Interview,
    draft: Draft,
    before: Answers,
    save: Save | None,
    show_support: ShowSupport,
) -> Given:
    """Ask what is not answered yet, show the review, and return all answers.

    `before` are older answers that are filled in. `save` is called for every answer as it is
    given, with `SKIPPED` for a skipped question; without it nothing is kept.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D, saying what is saved and how to go on.
    """
    walk = _Walk(Sheet(interview, draft, before, save), show_support, going_on=draft.begun)
    try:
        walk.go()
    except (Interrupted, KeyboardInterrupt):
        asked = len(asked_questions(interview))
        raise Interrupted(walk.sheet.break_off(walk.now, asked)) from None
    return walk.sheet.given


def ask_again(
    interview: Interview, answers: Answers, ids: Iterable[str], show_support: ShowSupport
) -> Given:
    """Ask these questions over the answers, and those that hang on a changed one.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D; nothing is changed.
    """
    walk = _Walk(Sheet(interview, Draft(answers), Answers(), None), show_support)
    try:
        for question_id in ids:
            question = interview.question(question_id)
            if question is not None and applies(question, walk.sheet.answers):
                walk.change(question, may_go_back=False)
    except (Interrupted, KeyboardInterrupt):
        raise Interrupted("Stopped. Nothing was changed.") from None
    return walk.sheet.given


class _Walk:
    """Where the person is among the questions."""

    def __init__(self, sheet: Sheet, show_support: ShowSupport, *, going_on: bool = False) -> None:
        self.sheet = sheet
        self.interview = sheet.interview
        self.questions = asked_questions(sheet.interview)
        self.now = ""
        """The id of the question on the screen; empty on the review screen."""
        self._show_support = show_support
        self._going_on = going_on
        self._earlier = {*sheet.answers.values, *sheet.skipped}
        self._seen: set[str] = set()
        self._section = ""
        self._trail = Trail()

    def go(self) -> None:
        """Ask from the first question that is open, then review until the person is content."""
        place = self._following(-1)
        while True:
            self._ask_from(place)
            if self._review():
                return
            place = self._preceding(len(self.questions))

    def change(self, question: Question, *, may_go_back: bool = True) -> None:
        """Ask one question again, and what hangs on it where that is open now."""
        before = self.sheet.answers
        if self._ask(question, may_go_back=may_go_back) is BACK:
            return
        for one in self.interview.questions:
            open_now = applies(one, self.sheet.answers) and not self.sheet.answers.gave(one.id)
            newly = question.id in one.only_after and not applies(one, before)
            if open_now and (one.among == question.id or newly):
                self._ask(one)

    def _ask_from(self, place: int) -> None:
        while place < len(self.questions):
            question, back = self.questions[place], self._preceding(place)
            self._head(question)
            answer = self._ask(question, self._where(place), may_go_back=back != place)
            if answer is BACK:
                self._clear_back_to(self.questions[back])
            place = back if answer is BACK else self._following(place)

    def _following(self, place: int) -> int:
        """The next question to ask; those done in an earlier sitting are passed over."""
        answers = self.sheet.answers
        for number in range(place + 1, len(self.questions)):
            one = self.questions[number]
            done = one.id in self._earlier - self._seen
            still_done = answers.gave(one.id) or one.id in self.sheet.skipped
            if applies(one, answers) and not (done and still_done):
                return number
        return len(self.questions)

    def _preceding(self, place: int) -> int:
        """The question before, over those that were not asked; the first one is its own."""
        for number in range(place - 1, -1, -1):
            if applies(self.questions[number], self.sheet.answers):
                return number
        return place

    def _ask(
        self, question: Question, where: str = "", *, may_go_back: bool = True
    ) -> Value | Mark:
        """Ask one question until it is answered, skipped or left by going back."""
        self._seen.add(question.id)
        self.now = question.id
        asked = Asked(
            question,
            self.interview,
            self.sheet.answers,
            self.sheet.filled_in(question.id),
            where,
            lambda what: self.sheet.leave(question.id, what),
            may_go_back,
            self.sheet.is_unfinished(question.id),
        )
        while True:
            answer = ask_question(asked)
            if answer is BACK:
                return BACK
            if isinstance(answer, Mark):
                self.sheet.take(question, None)
                self._say(question, None)
                return SKIP
            self._offer_support(question, answer)
            keep = self._may_keep(question, answer) if question.private else True
            if keep is not None:
                self.sheet.take(question, answer, keep=keep)
                self._say(question, answer, kept=keep)
                return answer
            asked = replace(asked, old=answer)

    def _offer_support(self, question: Question, answer: Value) -> None:
        if question.id == BURNOUT and isinstance(answer, int):
            need = support_need(answer)
            if need != "none":
                self._trail.forget()
                self._show_support(need == "line")

    def _may_keep(self, question: Question, answer: Value) -> bool | None:
        """May the answer be kept on this computer? None: the person went back to it.

        A level that puts rest first says what stays of it when it is forgotten.
        """
        no = "No: count it for this result, then forget it"
        told = "If it is not kept, later results and plans will not know it."
        if question.id == BURNOUT and isinstance(answer, int) and answer >= SEVERE:
            no = "No: forget it; should the result be to rest first, that stays for eight weeks"
            if answer >= WORST:
                no = "No: forget it; what stays is that nothing has to be decided for eight weeks"
            told = "If it is not kept, later results and plans will know no more than that."
        keep = ask_one(
            "Keep this answer on this computer?",
            [
                ("no", no),
                ("yes", "Yes: keep it with the other answers"),
            ],
            "yes" if self.sheet.was_kept(question.id) else "no",
            allow_back=True,
            around=Around(help=told),
        )
        return None if keep is BACK else keep == "yes"

    def _review(self) -> bool:
        """Show all answers until the person wants the result; False when they went back."""
        self.now, self._section = "", ""
        self._trail.forget()
        at = RESULT
        while True:
            chosen = pick(self.interview, self.sheet.answers, self.sheet.unkept, at)
            if isinstance(chosen, Mark):
                return False
            question = self.interview.question(chosen)
            if question is None:
                return True
            self.change(question)
            self.now, at = "", question.id

    def _head(self, question: Question) -> None:
        """The head of a section, when a question of another one comes up."""
        if question.section == self._section:
            return
        self._section = question.section
        ids = [one.section for one in self.questions]
        sections = [one for one in self.interview.sections if one.id in ids]
        for number, section in enumerate(sections, start=1):
            if section.id == question.section:
                rows = fitting.say_heading(section.title, f"part {number} of {len(sections)}")
                if section.intro:
                    rows += fitting.say("", section.intro)
                self._trail.add("", rows + fitting.say(TALK))

    def _say(self, question: Question, answer: Value | None, *, kept: bool = True) -> None:
        """Leave the line of an answer, below a warning if it could not be saved."""
        if self.sheet.has_unsaved:
            self._trail.forget()
        self._trail.add(question.id, say_answer(question, self.interview, answer, kept=kept))

    def _clear_back_to(self, question: Question) -> None:
        """Take from the screen what the person goes back over, as it will be said again."""
        if self._trail.back_over(question.id):
            self._section = question.section

    def _where(self, place: int) -> str:
        """Which question this is and how long the rest takes; first of all, that it goes on."""
        going_on = "Going on where you stopped. " if self._going_on and not self._seen else ""
        left = [
            one.seconds
            for number, one in enumerate(self.questions)
            if number == place or (number > place and one.id not in self._earlier)
        ]
        minutes = round(sum(left) / 60)
        time = f"about {minutes} minutes" if minutes > 1 else "about a minute"
        return f"{going_on}Question {place + 1} of {len(self.questions)}, {time} left"
