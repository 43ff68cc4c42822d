"""What was answered in a terminal and cannot be saved is printed as the command that says it."""

import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from medpivot.errors import Interrupted, MedpivotError, UsageProblem


@contextmanager
def typed_again(words: Sequence[str]) -> Iterator[None]:
    """While answers are saved: if that is refused, name the command that types them again.

    Raises:
        MedpivotError: the refusal, with that command among its lines.
    """
    try:
        yield
    except (Interrupted, UsageProblem):
        raise
    except MedpivotError as error:
        lines = ["What you typed is not kept. This types it again:", shlex.join(words)]
        raise MedpivotError(error.message, error.hint, [*error.details, *lines]) from None
