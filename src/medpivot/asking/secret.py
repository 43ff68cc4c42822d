"""A passphrase: typed unseen, and twice where it is new. It is kept nowhere."""

from collections.abc import Callable

from medpivot.asking import fitting, in_lines
from medpivot.asking.keys import bind_keys
from medpivot.errors import Interrupted
from medpivot.session import in_plain_lines

SHORTEST = 8
"""Characters of a new passphrase: fewer are guessed from a stolen file."""


def ask_secret(
    prompt: str, *, explanation: str = "", check: Callable[[str], str] | None = None
) -> str:
    """The text as typed, shown as stars, never empty.

    `check` says what is wrong with it, as a sentence; nothing wrong is "".

    Raises:
        Interrupted: on Ctrl-C, and on Ctrl-D at the end of the text.
    """
    problem = ""
    while True:
        typed = fitting.whole_characters(_typed(prompt, explanation, problem))
        problem = "Nothing was typed." if not typed else check(typed) if check else ""
        if not problem:
            return typed


def _typed(prompt: str, explanation: str, problem: str) -> str:
    if in_plain_lines():
        return in_lines.secret(prompt, explanation, problem)
    import questionary

    question = questionary.password(
        fitting.message(prompt, problem),
        qmark=fitting.mark(""),
        instruction=fitting.instruction(explanation) + "\n>",
        style=fitting.style(),
    )
    fitting.fit(question)
    bind_keys(question, None)
    try:
        return str(question.unsafe_ask())
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("Stopped. Nothing was changed.") from None


def ask_new_secret(prompt: str, explanation: str) -> str:
    """A new passphrase of at least eight characters, typed the same twice.

    Raises:
        Interrupted: on Ctrl-C, and on Ctrl-D at the end of the text.
    """
    differs = ""
    while True:
        first = ask_secret(prompt, explanation=differs or explanation, check=_long_enough)
        if ask_secret("The same once more") == first:
            return first
        differs = "The two were not the same. " + explanation


def _long_enough(typed: str) -> str:
    if len(typed) < SHORTEST:
        return f"That is {len(typed)} of at least {SHORTEST} characters; a few words are best."
    return ""
