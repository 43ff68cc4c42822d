"""`--install-completion`: only where it writes a file of its own and starts no other program."""

from medpivot.errors import UsageProblem

INSTALL = "--install-completion"
_WRITES = ("bash", "zsh", "fish")
_POWERSHELL = ("powershell", "pwsh")


def must_be_harmless(args: list[str]) -> None:
    """Let completion be installed by Typer in bash, zsh and fish.

    Raises:
        UsageProblem: in PowerShell, where Typer would let every script run in the account; or in
            a shell that has no completion.
    """
    if INSTALL not in args:
        return
    shell = _shell()
    if shell in _WRITES:
        return
    if shell in _POWERSHELL:
        raise UsageProblem(
            "in PowerShell completion goes into your profile by hand: medpivot would otherwise "
            "have to let every script run in your account",
            "put what medpivot --show-completion prints into $PROFILE",
        )
    raise UsageProblem(
        f"completion is for bash, zsh, fish and PowerShell, not for {shell or 'this shell'}",
        "the same in one of them",
    )


def _shell() -> str:
    # Typer brings it; only this option needs it
    from shellingham import ShellDetectionFailure, detect_shell

    try:
        return str(detect_shell()[0])
    except ShellDetectionFailure:
        return ""
