"""The start: `--version` is answered before anything heavy is loaded, the rest goes to `cli`."""

import sys

from medpivot import __version__


def main() -> None:
    """Run medpivot with the arguments of this process."""
    try:
        _run()
    except (KeyboardInterrupt, RuntimeError) as error:
        # pressed while the program was still being loaded: nothing was begun
        if not isinstance(error.__cause__ or error, KeyboardInterrupt):
            raise
        if sys.stderr:
            sys.stderr.write("Stopped.\n")
        sys.exit(130)


def _run() -> None:
    if sys.stdout and sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"medpivot {__version__}\n")
        return
    # one command is over before garbage is worth looking for; a long log is read a third faster
    import gc

    gc.set_threshold(100_000, 50, 50)
    # Typer costs more than the answer above
    from medpivot.cli import program

    program(sys.argv[1:])


if __name__ == "__main__":
    main()
