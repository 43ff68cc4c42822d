"""The keys of a question: going back, breaking off, and the keys that do nothing in a list.

Imported freely, but prompt_toolkit is loaded only when a question is asked.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from medpivot.asking.fitting import list_control, list_window

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from questionary import Question
    from questionary.prompts.common import InquirerControl

NOT_YET: Final = object()
"""Enter came right after a key that does nothing; nothing was chosen."""


def bind_keys(question: "Question", back: object | None) -> None:
    """Esc and Ctrl-B answer with `back` where there is one; Ctrl-C and Ctrl-D always break off.

    In a list Home and End move too, and Enter after a stray key answers with `NOT_YET`.
    """
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

    application = question.application
    keys = KeyBindings()

    def at_end() -> bool:
        return application.current_buffer.document.is_cursor_at_the_end

    @keys.add("c-c", eager=True)
    @keys.add("<sigint>", eager=True)
    @keys.add("c-d", eager=True, filter=Condition(at_end))
    def _break_off(event: "KeyPressEvent") -> None:
        event.app.exit(exception=KeyboardInterrupt)

    if back is not None:

        @keys.add("escape", eager=True)
        @keys.add("c-b", eager=True)
        def _go_back(event: "KeyPressEvent") -> None:
            event.app.exit(result=back)

    if list_window(application) is not None:
        stray: list[object] = []
        _let_move(keys, list_control(question), stray)
        _mind_stray_keys(keys, list_control(question), stray)
    merged = [one for one in (application.key_bindings, keys) if one is not None]
    application.key_bindings = merge_key_bindings(merged)


def _let_move(keys: "KeyBindings", rows: "InquirerControl", stray: list[object]) -> None:
    """The arrows stop at the ends, so that nobody who passes "Skip" takes the first row instead.

    Any of these keys makes Enter mean what it says.
    """

    def to(start: int, move: Callable[[], None]) -> None:
        stray.clear()
        rows.pointed_at = start
        _step(move, rows)

    @keys.add("home", eager=True)
    def _to_top(_event: "KeyPressEvent") -> None:
        to(-1, rows.select_next)

    @keys.add("end", eager=True)
    def _to_bottom(_event: "KeyPressEvent") -> None:
        to(0, rows.select_previous)

    def on(move: Callable[[], None], farther: Callable[[int, int], int]) -> None:
        before = rows.pointed_at
        to(before, move)
        rows.pointed_at = farther(rows.pointed_at, before)

    @keys.add("down", eager=True)
    @keys.add("c-n", eager=True)
    def _down(_event: "KeyPressEvent") -> None:
        on(rows.select_next, max)

    @keys.add("up", eager=True)
    @keys.add("c-p", eager=True)
    def _up(_event: "KeyPressEvent") -> None:
        on(rows.select_previous, min)


def _step(move: Callable[[], None], rows: "InquirerControl") -> None:
    """Move to the nearest row that can be taken."""
    move()
    while not rows.is_selection_valid():
        move()


def _mind_stray_keys(keys: "KeyBindings", rows: "InquirerControl", stray: list[object]) -> None:
    """Enter takes nothing right after a letter or figure that does nothing here.

    Whoever typed a choice must not be taken to mean the row that the cursor happens to stand on.
    Moving or ticking makes Enter mean what it says. The keys that tick everything or turn all
    ticks round are such keys too: pressed by mistake they would lose what was ticked.
    """
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.keys import Keys

    def here() -> object:
        return rows.pointed_at, tuple(rows.selected_options)

    @keys.add("a", eager=True)
    @keys.add("i", eager=True)
    @keys.add(Keys.BracketedPaste)
    @keys.add(Keys.Any)
    def _nothing(event: "KeyPressEvent") -> None:
        if event.data.strip() and event.data[0].isprintable():
            stray[:] = [here()]

    @keys.add("enter", eager=True, filter=Condition(lambda: stray == [here()]))
    def _not_yet(event: "KeyPressEvent") -> None:
        event.app.exit(result=NOT_YET)
