"""What the next writer does with a step that was cut short.

Nobody was told that a pending step was done: the word is given only after it is filed. So it is
put back as it was before, with one exception: where every file already stands as the step was to
leave it, only the filing is missing. Then the step is filed, because nothing is half-done, and
after a power cut the filing may have been lost although the person had been told.
"""

from pathlib import Path

from medpivot.store import atomic, journal
from medpivot.store.journal import Step
from medpivot.store.touches import LogLines


def recover(home: Path) -> list[str]:
    """Finish or put back what a crash left, and say so in sentences; only under the lock.

    Raises:
        MedpivotError: the system refuses, or a newer medpivot left it; the step stays pending.
    """
    atomic.sweep(home)
    atomic.sweep(home / journal.FOLDER)
    try:
        step = journal.pending(home)
    except journal.Damaged as damaged:
        kept = journal.set_aside(home)
        return [f"{damaged.message}: it is kept as {kept}. Look over what you changed last."]
    if step is None:
        return []
    if all(touch.place(home) == "after" for touch in step.touches):
        journal.finish(home, step)
        return []
    return put_back(home, step)


def put_back(home: Path, step: Step) -> list[str]:
    """Put every file of a pending step back as it was, and keep the step aside.

    A file that is neither as before nor as the step left it belongs to somebody else by now: it
    is left, and said. Returns what happened in sentences.

    Raises:
        MedpivotError: the system refuses; the step stays pending.
    """
    left: list[str] = []
    for touch in reversed(step.touches):
        place = touch.place(home)
        if place == "after":
            touch.take_back(home)
        elif isinstance(touch, LogLines):
            touch.cut_off(home)
        elif place == "other":
            left.append(f"{touch.name} was changed meanwhile and was left as it is.")
    if step.turn == "do":
        journal.set_aside(home)
    else:
        journal.drop(home)
    what = step.what if step.turn == "do" else f"{step.turn} of {step.what}"
    return [f"The last command was cut short and was put back: {what}.", *left]
