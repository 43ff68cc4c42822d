"""What `data check` found, as JSON; loads nothing that is made for screens."""

from collections.abc import Sequence

from medpivot.store.checking import Finding, Report


def report_json(folder: str, report: Report, repaired: Sequence[str]) -> dict[str, object]:
    """The keys of `data check --json`; `repair` is null where nothing is certain."""
    return {
        "schema": 1,
        "folder": folder,
        "files": report.read,
        "damages": [_finding(one) for one in report.damages],
        "remarks": [_finding(one) for one in report.remarks],
        "repaired": list(repaired),
    }


def _finding(one: Finding) -> dict[str, object]:
    return {
        "file": one.file,
        "line": one.line,
        "what": one.what,
        "means": one.means,
        "repair": one.repair or None,
    }
