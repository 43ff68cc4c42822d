"""A check that doubts: what is odd is said once, and kept when it is given again."""

from collections.abc import Callable


def with_doubt(problem: Callable[[str], str], doubt: Callable[[str], str]) -> Callable[[str], str]:
    """A check for `ask_text`: what is wrong, else once what is odd; Enter again keeps it.

    `doubt` is only asked about a text with which nothing is wrong.
    """
    doubted: list[str] = []

    def check(text: str) -> str:
        if found := problem(text):
            return found
        odd = doubt(text)
        if not odd or text in doubted:
            return ""
        doubted.append(text)
        return f"{odd} Change it, or keep it with Enter."

    return check
