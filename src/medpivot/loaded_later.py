"""Commands made, and their modules loaded, when they are called: the others cost nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

import typer
from typer.models import CommandInfo

from medpivot.plain_flag import with_plain


def later(app: typer.Typer, module: str, *names: str) -> None:
    """Give `app` commands of another module, which is loaded when one of them is called.

    Each is the function of that name; of that name and an underscore where Python or the module
    has another use for the name.
    """
    for name in names:
        app.registered_commands.append(CommandInfo(name, callback=_Elsewhere(module, name)))


class _Elsewhere:
    """A function of a module that is not loaded yet."""

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name

    def __call__(self) -> Callable[..., Any]:
        module = import_module(self._module)
        function: Callable[..., Any] = getattr(module, f"{self._name}_", None) or getattr(
            module, self._name
        )
        return function


def command_of(app: typer.Typer) -> Any:  # noqa: ANN401  (Typer's own class is private)
    """What Typer makes of `app`: a command, or a group whose commands are made when called."""
    if app.registered_callback is None:
        return with_plain(typer.main.get_command(app))
    within, app.registered_commands = app.registered_commands, []
    group: Any = typer.main.get_command(app)
    app.registered_commands = within
    group.commands = _Within(within)
    return with_plain(group)


class _Within(Mapping[str, Any]):
    """The commands of a group by name, in their order."""

    def __init__(self, within: Sequence[CommandInfo]) -> None:
        self._known = {_name(one): one for one in within}
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401
        if name not in self._made:
            known = self._known[name]
            if isinstance(known.callback, _Elsewhere):
                known = CommandInfo(name, callback=known.callback())
            alone = typer.Typer(rich_markup_mode=None, add_completion=False)
            alone.registered_commands.append(known)
            self._made[name] = with_plain(typer.main.get_command(alone))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _name(known: CommandInfo) -> str:
    return str(known.name or getattr(known.callback, "__name__", "")).lower().replace("_", "-")
