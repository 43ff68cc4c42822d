"""How a question of questionary is fitted to this program: wrapping, scrolling, what it left.

Imported freely, but every function loads prompt_toolkit or questionary only when it is called.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from medpivot.asking import in_lines
from medpivot.asking.arrows import arrows_where_more
from medpivot.domain.harmless import one_line
from medpivot.domain.unbroken import wrap
from medpivot.session import beyond_ascii, in_plain_lines

if TYPE_CHECKING:
    from prompt_toolkit.application import Application
    from prompt_toolkit.layout import Window
    from prompt_toolkit.styles import Style
    from questionary import Choice, Question
    from questionary.prompts.common import InquirerControl

WIDEST = 100
"""Columns; longer lines are hard to read."""

ESCAPE_SECONDS = 0.2
"""How long a lone Esc waits for the rest of an arrow key's code."""

_KEPT_IN_SIGHT = 2
_POINTER = 3
_TICK = 2
_SHORTCUT = 3
_UNDER_HEADING = "  "


def columns() -> int:
    """The width questions are wrapped at: the terminal's, up to `WIDEST`."""
    from prompt_toolkit.application.current import get_app_session

    return max(20, min(WIDEST, get_app_session().output.get_size().columns))


def style() -> "Style":
    """Bold for the question and the row the cursor is on; no color reads on every background."""
    from questionary import Style

    return Style(
        [
            ("qmark", "noinherit"),
            ("question", "noinherit bold"),
            ("answer", "noinherit"),
            ("pointer", "noinherit bold"),
            ("highlighted", "noinherit bold"),
            ("selected", "noinherit"),
            ("separator", "noinherit"),
            ("instruction", "noinherit"),
            ("label", "noinherit"),
        ]
    )


def mark(place: str) -> str:
    """What stands before the question: a line that says where we are, and a question mark."""
    return f"{wrapped(place, 0)}\n?" if place else "?"


def message(ask: str, problem: str = "") -> str:
    """The question, wrapped, and under it what was wrong with the last try."""
    lines = wrapped(ask, _TICK)
    return f"{lines}\n  ! {wrapped(problem, 4)}" if problem else lines


def instruction(*sentences: str) -> str:
    """The help and the keys, each on lines of their own below the question."""
    return "".join(f"\n  {wrapped(one, _TICK)}" for one in sentences if one)


def wrapped(sentence: str, indent: int) -> str:
    """The sentence in lines; those after the first are moved in by `indent` columns."""
    lines = wrap(one_line(sentence), columns() - indent - 1) or [""]
    return ("\n" + " " * indent).join(lines)


def rows(
    choices: Sequence[tuple[str, str]],
    headings: Mapping[str, str],
    *,
    ticked: Sequence[str] | None = None,
    numbered: bool = False,
) -> "list[Choice]":
    """The rows of a list; `headings` stand above the choice of that id.

    With `ticked` the rows can be ticked and those are; `numbered` rows are reached by typing
    their id. Without a tick or a number, rows are moved in under their heading.
    """
    from questionary import Choice, Separator

    marks = (_TICK if ticked is not None else 0) + (_SHORTCUT if numbered else 0)
    under = ""
    made: list[Choice] = []
    for choice_id, label in choices:
        if headings.get(choice_id):
            made.append(Separator(one_line(headings[choice_id])))
            under = "" if marks else _UNDER_HEADING
        made.append(
            Choice(
                under + wrapped(label, _POINTER + marks + len(under)),
                value=choice_id,
                checked=choice_id in (ticked or ()),
                shortcut_key=choice_id if numbered else None,
            )
        )
    return made


def pointer() -> str:
    """The mark before the row the cursor is on."""
    return "»" if beyond_ascii() else ">"


def fit(question: "Question") -> None:
    """Let the question vanish when answered, wrap on a narrow screen and scroll on a short one."""
    from prompt_toolkit.filters import Always
    from prompt_toolkit.renderer import CPR_Support
    from questionary.prompts import common

    if not beyond_ascii():
        # elsewhere both of questionary's circles would come out as a question mark
        vars(common).update(INDICATOR_SELECTED="[x]", INDICATOR_UNSELECTED="[ ]")
    application = question.application
    application.erase_when_done = True
    application.ttimeoutlen = ESCAPE_SECONDS
    # asking the terminal where its cursor is gains nothing here, and slow lines answer it late
    application.renderer.cpr_support = CPR_Support.NOT_SUPPORTED
    for window in application.layout.find_all_windows():
        window.wrap_lines = Always()
    _draw_twice(application)
    if (rows_window := list_window(application)) is not None:
        _let_scroll(rows_window, application)


def _draw_twice(application: "Application[Any]") -> None:
    """Draw once more after the first time: only then is it known whether a list is cut."""
    drawn: list[bool] = []

    def again(sender: "Application[Any]") -> None:
        if not drawn:
            drawn.append(True)
            sender.invalidate()

    application.after_render += again


def _let_scroll(window: "Window", application: "Application[Any]") -> None:
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.layout import ConditionalMargin, ScrollOffsets

    def is_cut() -> bool:
        seen = window.render_info
        return seen is not None and not (seen.top_visible and seen.bottom_visible)

    def beyond() -> int:
        """Rows kept in sight beside the cursor; none where all rows are in sight anyway."""
        size = application.output.get_size()
        wanted = application.layout.container.preferred_height(size.columns, size.rows)
        return _KEPT_IN_SIGHT if wanted.preferred > size.rows else 0

    window.scroll_offsets = ScrollOffsets(top=beyond, bottom=beyond)
    window.right_margins = [ConditionalMargin(arrows_where_more(), Condition(is_cut))]


def list_window(application: "Application[Any]") -> "Window | None":
    """The window that holds the rows; None where the question has no list."""
    from questionary.prompts.common import InquirerControl

    windows = application.layout.find_all_windows()
    return next((one for one in windows if isinstance(one.content, InquirerControl)), None)


def list_control(question: "Question") -> "InquirerControl":
    """The rows of a list, with where the cursor is and what is ticked.

    Raises:
        TypeError: the question has no list.
    """
    from questionary.prompts.common import InquirerControl

    window = list_window(question.application)
    if window is None or not isinstance(window.content, InquirerControl):
        raise TypeError("the question has no list")
    return window.content


def typed(question: "Question") -> str:
    """What stands in the field of a text question."""
    return question.application.current_buffer.text


def ticked(question: "Question") -> tuple[str, ...]:
    """The ids ticked in a list, in its order."""
    return tuple(str(one.value) for one in list_control(question).get_selected_values())


def pointed_at(question: "Question") -> str:
    """The id of the row the cursor is on."""
    return str(list_control(question).get_pointed_at().value)


def whole_characters(content: str) -> str:
    """The text without the halves of characters that a mistyped byte leaves behind."""
    return content.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def say(label: str, words: str = "") -> int:
    """Print what stays on the screen: a label and words, wrapped and harmless.

    Returns the rows it takes.
    """
    if in_plain_lines():
        return in_lines.say(f"{label}{words}".strip())
    from prompt_toolkit import print_formatted_text
    from prompt_toolkit.formatted_text import FormattedText

    lines = wrapped(f"{label}{words}", _TICK if label else 0)
    head = one_line(label)
    shown = [("class:label", lines[: len(head)]), ("", lines[len(head) :])]
    print_formatted_text(FormattedText(shown), style=style())
    return lines.count("\n") + 1


def say_heading(title: str, aside: str) -> int:
    """Print a heading that stays on the screen, after an empty line; the rows it takes."""
    if in_plain_lines():
        return in_lines.say_heading(f"{title}, {aside}")
    from prompt_toolkit import print_formatted_text
    from prompt_toolkit.formatted_text import FormattedText

    shown = [("", "\n"), ("class:question", one_line(title)), ("class:label", f"  {aside}")]
    print_formatted_text(FormattedText(shown), style=style())
    return 2


def take_back(rows: int) -> None:
    """Wipe the last rows printed by `say`, as far as they are still on the screen."""
    if in_plain_lines():
        return
    from prompt_toolkit.application.current import get_app_session

    output = get_app_session().output
    output.cursor_up(min(rows, output.get_size().rows - 1))
    output.erase_down()
    output.flush()
