"""Where the answers of `assess` come from: the interview, a file, flags, or an earlier day."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot import catalogue
from medpivot.asking.draft import read_draft
from medpivot.asking.interview import ask_again, ask_interview
from medpivot.asking.opening import say_opening
from medpivot.asking.sheet import Given
from medpivot.commands.given_files import read_given
from medpivot.commands.saved_answers import latest
from medpivot.domain.answers import Answers
from medpivot.domain.burnout import BURNOUT, support_need
from medpivot.domain.closest import closest
from medpivot.domain.corrections import corrected
from medpivot.domain.day_words import short_date
from medpivot.domain.finding import not_there, shown
from medpivot.domain.interview import Interview, Question
from medpivot.domain.relief import relief_until, still_at_rest, still_holding
from medpivot.domain.wording import listed
from medpivot.errors import Interrupted, MedpivotError, UsageProblem, refused
from medpivot.reading.answers import AnswersFile, read_answers_file
from medpivot.session import Session
from medpivot.show.out import note, tell
from medpivot.show.support import support
from medpivot.show.urgent import urgent
from medpivot.store import assessments, drafts
from medpivot.store.dated import next_name

if TYPE_CHECKING:
    from medpivot.domain.answers import Value

STANDARD_INPUT = "-"

_SHORTEST_WORD, _MOST_ABOUT = 3, 3
"""Letters of a word that questions are searched for, and questions named that speak of it."""


def by_interview(session: Session, interview: Interview, *, blank: bool, saving: bool) -> Given:
    """Ask all questions, or those that were still open when the person stopped.

    Raises:
        UsageProblem: there is no terminal to ask on.
        Interrupted: the person stopped; the answers so far are saved, unless `saving` is False.
    """
    _must_be_able_to_ask(session)
    home = session.home
    if saving:
        # refused now rather than after thirty questions
        next_name(home, assessments.KIND, session.today)
    draft = read_draft(drafts.load_draft(home) if saving else {}, interview)
    before, day = _before(session) if not blank else (Answers(), None)

    def save(question_id: str, value: "Value | None") -> None:
        drafts.save_draft_answer(home, question_id, value)

    say_opening(interview, draft, day, saving=saving)
    keeping = save if saving else None
    try:
        given = ask_interview(interview, draft, before, keeping, _support_between_questions)
    except Interrupted as stopped:
        stand = f" Your answers of {short_date(day)} stand." if day else ""
        raise Interrupted(stopped.message + stand) from None
    return Given(still_at_rest(given.answers, before), given.unkept)


def by_flags(
    session: Session,
    interview: Interview,
    file: str | None,
    settings: Sequence[str],
    ask: Sequence[str],
    *,
    blank: bool,
) -> Given:
    """The answers of a file, else the latest ones, with some set and some asked again.

    With `blank` the latest ones do not count.

    Raises:
        MedpivotError: a question to ask again does not exist.
        UsageProblem: a setting cannot stand, with all that is wrong with them; or there is no
            terminal to ask on.
        Interrupted: the person stopped; nothing is changed.
    """
    pairs = _pairs(settings)
    _must_exist(interview, ask)
    if ask:
        _must_be_able_to_ask(session)
    if file:
        answers = still_holding(_file(file, interview).answers, session.today)
    else:
        found = None if blank else latest(session.home, session.today)
        answers = found.answers if found else Answers()
    result = corrected(answers, interview, pairs)
    if result.problems:
        known = next((one for one in pairs if interview.question(one)), "")
        hint = f"medpivot assess --ask {known}" if known else "medpivot assess questions"
        raise refused(result.problems, hint)
    for one in result.dropped:
        note(f"The answer to {one} no longer fits and is taken back.")
    if not ask:
        return Given(result.answers)
    return ask_again(interview, result.answers, ask, _support_between_questions)


def show_support_for(answers: Answers, *, quiet: bool = False) -> None:
    """Print where to turn, when the answers say that it is needed."""
    need = support_need(answers.number(BURNOUT))
    if need != "none" or relief_until(answers):
        page = support(catalogue.load_support(), quiet=quiet or need != "page")
        tell(f"{page}\n")


def _support_between_questions(quiet: bool) -> None:
    """Print where to turn; under the long page the numbers once more, so that they are in sight."""
    content = catalogue.load_support()
    pages = [support(content, quiet=True)] if quiet else [support(content), urgent(content)]
    tell("\n" + "\n\n".join(pages) + "\n")
    sys.stdout.flush()


def _must_be_able_to_ask(session: Session) -> None:
    if not session.interactive:
        raise nobody_to_ask("--no-input is given" if session.no_input else "this is not a terminal")


def nobody_to_ask(why: str) -> UsageProblem:
    """What to say when there are questions and they cannot be asked, with the ways around."""
    return UsageProblem(
        f"there are questions to answer, and {why}",
        "medpivot assess --answers FILE",
        (
            "--answers FILE takes the answers from a file",
            "--set ID=VALUE sets one answer and can be repeated",
            "--no-save and --json go with both",
        ),
    )


def _must_exist(interview: Interview, ids: Sequence[str]) -> None:
    known = [one.id for one in interview.questions]
    for one in ids:
        if one not in known:
            about = () if closest(one, known) else _about(one, interview)
            if not about:
                raise not_there("question", one, known, "medpivot assess questions")
            near = listed([question.id for question in about], "or")
            raise MedpivotError(
                f"there is no question {shown(one)!r}; did you mean {near}?",
                "medpivot assess questions",
                [f"{question.id}: {question.name}" for question in about],
                (one, about[0].id) if len(about) == 1 else None,
            )


def _about(word: str, interview: Interview) -> tuple[Question, ...]:
    """The questions that speak of it: in the name of their answer, or else in what they ask."""
    sought = word.strip().lower().replace("-", " ")
    if len(sought) < _SHORTEST_WORD:
        return ()
    places: tuple[Callable[[Question], str], ...] = (
        lambda one: one.name,
        lambda one: f"{one.ask} {one.help}",
        lambda one: " ".join(choice.label for choice in one.choices),
    )
    for place in places:
        found = tuple(one for one in interview.questions if sought in place(one).lower())
        if found:
            return found[:_MOST_ABOUT]
    return ()


def _pairs(settings: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for one in settings:
        question_id, equals, value = one.partition("=")
        if not equals:
            raise UsageProblem(f"--set {one} has no =", f"medpivot assess --set {one}=VALUE")
        if question_id.strip() in pairs:
            raise UsageProblem(f"--set {question_id} stands there twice", "lists take commas")
        pairs[question_id.strip()] = value
    return pairs


def _file(name: str, interview: Interview) -> AnswersFile:
    if name == STANDARD_INPUT:
        return read_answers_file(sys.stdin.buffer.read(), "standard input", interview)
    data = read_given(Path(name), "name an answers file, or - for standard input")
    return read_answers_file(data, Path(name).name, interview)


def _before(session: Session) -> tuple[Answers, date | None]:
    """The latest answers and their day, to be filled in; none where they cannot be read."""
    try:
        found = latest(session.home, session.today)
    except MedpivotError as error:
        note(f"Nothing is filled in: {error.message}. `medpivot assess show` says why.")
        found = None
    return (found.answers, found.date) if found else (Answers(), None)
