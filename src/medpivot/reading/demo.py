"""`data/demo.toml`: the steps of the demo, each a real command line."""

from dataclasses import dataclass

from pydantic import Field

from medpivot.reading.strict import Strict, checked
from medpivot.reading.toml import parse

NAME = "demo.toml"


@dataclass(frozen=True, slots=True)
class DemoStep:
    """What is said before a command, and the command with `{sample}` and `{next}` in it."""

    say: str
    run: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demo:
    """The sample person that is shown unless another is named, and the steps."""

    sample: str
    steps: tuple[DemoStep, ...]


class _Step(Strict):
    say: str
    run: list[str]


class _File(Strict):
    schema_: int = Field(alias="schema")
    sample: str
    step: dict[str, _Step]


def read_demo(data: bytes) -> Demo:
    """The demo.

    Raises:
        BrokenFile: all problems of the file.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    steps = tuple(DemoStep(one.say, tuple(one.run)) for one in table.step.values())
    return Demo(table.sample, steps)
