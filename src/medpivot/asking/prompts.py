"""The ways to ask one thing: a line of text, one choice, any choices, yes or no.

Each shows its question, keeps what was typed or ticked when something is wrong with it, and
leaves one line behind with the answer. Ctrl-C and Ctrl-D raise `Interrupted` everywhere.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Literal, overload

from medpivot.asking import fitting, in_lines
from medpivot.asking.keys import NOT_YET, bind_keys
from medpivot.asking.ways import BACK, PLAIN, SKIP, Around, Choices, Mark, Picks
from medpivot.errors import Interrupted
from medpivot.session import in_plain_lines

__all__ = [
    "BACK",
    "PLAIN",
    "SKIP",
    "Around",
    "Choices",
    "Mark",
    "Picks",
    "ask_many",
    "ask_one",
    "ask_text",
    "confirm",
]

if TYPE_CHECKING:
    from questionary import Question


ARROWS: Final = "Arrows move, Enter takes; nothing was chosen."
NUMBERS: Final = "Arrows or the numbers shown move, Enter takes; nothing was chosen."
TICKS: Final = "Arrows move, Space ticks, Enter goes on; what you typed did nothing."
NOTHING_TICKED: Final = "Nothing is ticked. Space ticks a line; Enter again skips."


@overload
def ask_text(
    prompt: str,
    default: str = "",
    allow_back: Literal[False] = False,
    *,
    check: Callable[[str], str] | None = None,
    around: Around = PLAIN,
) -> str: ...
@overload
def ask_text(
    prompt: str,
    default: str = "",
    allow_back: bool = False,
    *,
    check: Callable[[str], str] | None = None,
    around: Around = PLAIN,
) -> str | Mark: ...
def ask_text(
    prompt: str,
    default: str = "",
    allow_back: bool = False,
    *,
    check: Callable[[str], str] | None = None,
    around: Around = PLAIN,
) -> str | Mark:
    """The text as typed, empty when the field was left empty, or `BACK`.

    `check` says what is wrong with a text that is not empty, as a sentence; nothing wrong is "".

    Raises:
        Interrupted: on Ctrl-C, and on Ctrl-D at the end of the text.
    """
    if in_plain_lines():
        return in_lines.text(prompt, default, allow_back, check, around)
    import questionary

    text, problem = default, ""
    while True:
        question = questionary.text(
            fitting.message(prompt, problem),
            default=text,
            qmark=fitting.mark(around.place),
            instruction=fitting.instruction(around.help, _keys(around.empty, allow_back)) + "\n>",
            style=fitting.style(),
        )
        answer = _run(question, allow_back, around, fitting.typed, default)
        if isinstance(answer, Mark):
            return answer
        text = fitting.whole_characters(str(answer))
        problem = check(text) if check and text.strip() else ""
        if not problem:
            _leave_line(prompt, text, around)
            return text


@overload
def ask_one(
    prompt: str,
    choices: Choices,
    default: str | None = None,
    allow_back: Literal[False] = False,
    allow_skip: Literal[False] = False,
    *,
    around: Around = PLAIN,
) -> str: ...
@overload
def ask_one(
    prompt: str,
    choices: Choices,
    default: str | None = None,
    allow_back: bool = False,
    allow_skip: bool = False,
    *,
    around: Around = PLAIN,
) -> str | Mark: ...
def ask_one(
    prompt: str,
    choices: Choices,
    default: str | None = None,
    allow_back: bool = False,
    allow_skip: bool = False,
    *,
    around: Around = PLAIN,
) -> str | Mark:
    """The id of the choice taken, `BACK` or `SKIP`; the cursor starts on `default`.

    Typing what one means does not choose it: Enter then takes nothing, and says which keys do.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    if in_plain_lines():
        return in_lines.one(prompt, choices, default, allow_back, allow_skip, around)
    import questionary

    labels = dict(choices)
    rows = fitting.rows(choices, around.headings, numbered=around.numbered)
    if allow_skip:
        key = "s" if around.numbered else None
        rows.append(questionary.Choice(around.skip, value=SKIP.value, shortcut_key=key))
    move = "Arrows or number keys move" if around.numbered else "Arrows move"
    pointed, problem = default if default in labels else None, ""
    answer: object = NOT_YET
    while answer is NOT_YET:
        question = questionary.select(
            fitting.message(prompt, problem),
            choices=rows,
            default=pointed,
            qmark=fitting.mark(around.place),
            pointer=fitting.pointer(),
            use_shortcuts=around.numbered,
            use_jk_keys=False,
            instruction=fitting.instruction(around.help, _keys(move, "Enter takes", allow_back)),
            style=fitting.style(),
        )
        answer = _run(question, allow_back, around)
        pointed, problem = fitting.pointed_at(question), NUMBERS if around.numbered else ARROWS
    if isinstance(answer, Mark):
        return answer
    if allow_skip and answer == SKIP.value:
        _leave_line(prompt, "", around)
        return SKIP
    _leave_line(prompt, labels[str(answer)], around)
    return str(answer)


@overload
def ask_many(
    prompt: str,
    choices: Choices,
    default: Sequence[str] = (),
    allow_back: Literal[False] = False,
    *,
    check: Callable[[Picks], str] | None = None,
    around: Around = PLAIN,
) -> Picks: ...
@overload
def ask_many(
    prompt: str,
    choices: Choices,
    default: Sequence[str] = (),
    allow_back: bool = False,
    *,
    check: Callable[[Picks], str] | None = None,
    around: Around = PLAIN,
) -> Picks | Mark: ...
def ask_many(
    prompt: str,
    choices: Choices,
    default: Sequence[str] = (),
    allow_back: bool = False,
    *,
    check: Callable[[Picks], str] | None = None,
    around: Around = PLAIN,
) -> Picks | Mark:
    """The ids of the ticked choices in the order they are listed, maybe none, or `BACK`.

    `check` says what is wrong with the ticks, as a sentence; nothing wrong is "". Enter without a
    tick takes nothing, not even the row it stands on: it says so, and a second Enter goes on.
    So it does after a key that does nothing.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    if in_plain_lines():
        return in_lines.many(prompt, choices, default, allow_back, check, around)
    import questionary

    labels, pointed, problem = dict(choices), None, ""
    warned = False
    at_first = picks = tuple(one for one in labels if one in default)
    while True:
        question = questionary.checkbox(
            fitting.message(prompt, problem),
            choices=fitting.rows(choices, around.headings, ticked=picks),
            initial_choice=pointed,
            use_jk_keys=False,
            qmark=fitting.mark(around.place),
            pointer=fitting.pointer(),
            instruction=fitting.instruction(
                around.help, _keys("Space ticks, Enter goes on", around.empty, allow_back)
            ),
            style=fitting.style(),
        )
        answer = _run(question, allow_back, around, fitting.ticked, at_first)
        if isinstance(answer, Mark):
            return answer
        picks, pointed = fitting.ticked(question), fitting.pointed_at(question)
        if answer is NOT_YET:
            problem = TICKS
            continue
        problem = check(picks) if check and picks else ""
        if not picks and not warned:
            warned, problem = True, NOTHING_TICKED
        if not problem:
            _leave_line(prompt, "; ".join(labels[one] for one in picks), around)
            return picks


def confirm(prompt: str, default: bool = False) -> bool:
    """Yes or no, by one key; Enter takes `default`.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    if in_plain_lines():
        return in_lines.yes_or_no(prompt, default)
    import questionary

    question = questionary.confirm(fitting.message(prompt), default=default, style=fitting.style())
    answer = _run(question, False, PLAIN) is True
    _leave_line(prompt, "yes" if answer else "no", PLAIN)
    return answer


def _keys(*what: str | bool) -> str:
    """The keys that work here; True stands for going back."""
    parts = ["Esc goes back" if one is True else one for one in what if one]
    return f"({', '.join(str(one) for one in parts)})" if parts else ""


def _run(
    question: "Question",
    allow_back: bool,
    around: Around,
    on_screen: "Callable[[Question], str | Picks] | None" = None,
    at_first: str | Picks = "",
) -> object:
    """The answer, or `BACK`; what is on the screen then, if changed, is told to `leaving`."""
    fitting.fit(question)
    bind_keys(question, BACK if allow_back else None)
    answer: object
    try:
        answer = question.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        answer = None
    if on_screen and around.leaving and (answer is None or answer is BACK):
        left = on_screen(question)
        if left != at_first:
            around.leaving(left)
    if answer is None:
        raise Interrupted("Stopped. Nothing was changed.")
    return answer


def _leave_line(prompt: str, answer: str, around: Around) -> None:
    if not around.silent:
        rows = fitting.say(f"{prompt.rstrip(' :?.')}: ", answer or "skipped")
        if around.said:
            around.said(rows)
