"""The saved assessments, one a line: when, how much was answered, and what came of it then."""

from collections.abc import Sequence

from rich.console import Group, RenderableType

from medpivot.domain.roles import Roles
from medpivot.show.assessments_json import Past
from medpivot.show.columns import columns
from medpivot.show.paragraphs import paragraph
from medpivot.show.verdict import short_verdict


def assessments(past: Sequence[Past], roles: Roles) -> RenderableType:
    """The list, newest first."""
    rows = [
        [
            one.file.removeprefix("assessment-").removesuffix(".toml"),
            f"{one.given} of {one.of}" if one.of else "",
            one.problem or (short_verdict(one.verdict) if one.verdict else "not known"),
            _title(one.first, roles),
        ]
        for one in past
    ]
    return Group(
        columns(["date", "answered", "conclusion", "first"], rows, whole=["date", "answered"]),
        "",
        paragraph("medpivot assess show DATE shows one, worked out anew.", indent=0),
    )


def _title(role_id: str | None, roles: Roles) -> str:
    role = roles.role(role_id) if role_id else None
    return role.title if role else role_id or ""
