"""The steps that undo knows, as text, as plain lines and as JSON."""

from datetime import datetime

from medpivot.domain.unbroken import wrap
from medpivot.show.out import one_line
from medpivot.store.journal import State, Step

_HEADINGS: tuple[tuple[State, str], ...] = (
    ("done", "Can be taken back, the first one with `medpivot undo`:"),
    ("undone", "Taken back; `medpivot undo --redo` brings back the last of these:"),
    ("cut", "Cut short (a crash, a full disk) and put back; what was typed stays in history/:"),
)

_NARROW = 60


def steps_json(steps: list[Step]) -> dict[str, object]:
    """The keys of `undo --list --json`; `state` is done, undone or cut, newest step first."""
    return {
        "schema": 1,
        "steps": [
            {
                "number": step.number,
                "what": step.what,
                "at": step.at,
                "state": step.state,
                "would": list(_would(step)),
            }
            for step in steps
        ],
    }


def steps_lines(steps: list[Step], width: int = 80) -> list[str]:
    """Each step with its time, and what undo, or redo, would do to which file."""
    lines: list[str] = []
    for state, heading in _HEADINGS:
        chosen = [step for step in steps if step.state == state]
        if chosen:
            lines += ["", heading] if lines else [heading]
        for step in chosen:
            lines += _set(f"  {_time(step.at)}  {one_line(step.what)}", "", width)
            for one in _would(step):
                lines += _set(one_line(one), _indent(width), width)
    return lines


def _indent(width: int) -> str:
    """To where a step's words begin; on a narrow screen they would find no room there."""
    return " " * (20 if width >= _NARROW else 4)


def _set(said: str, indent: str, width: int) -> list[str]:
    """The words in lines; those after the first are moved in a little further."""
    further = _indent(width) + ("  " if indent else "")
    return wrap(
        said, width, initial_indent=indent, subsequent_indent=further, break_on_hyphens=False
    )


def steps_plain(steps: list[Step]) -> list[str]:
    """One line a step: its number, state, time and words."""
    return [f"{step.number} {step.state} {_time(step.at)} {step.what}" for step in steps]


def _would(step: Step) -> tuple[str, ...]:
    if step.state == "cut":
        return ()
    turned = step.state == "undone"
    return tuple(
        line for touch in step.touches for line in (touch.turned() if turned else touch).would()
    )


def _time(at: str) -> str:
    """The moment by this computer's clock, to the minute."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return "----------------"
