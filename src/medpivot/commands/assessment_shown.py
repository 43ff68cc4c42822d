"""The result of an assessment, on the screen or as JSON, with the roles it is about."""

from typing import TYPE_CHECKING

from medpivot import catalogue
from medpivot.session import Session
from medpivot.show.out import console, json_document

if TYPE_CHECKING:
    from datetime import date

    from medpivot.domain.assessment import Assessment
    from medpivot.domain.interview import Interview
    from medpivot.domain.roles import Roles


def roles_of(session: Session) -> "Roles":
    """The roles, with those that the person has added or changed."""
    return catalogue.load_roles(session.home / "roles.toml")


def show_result(
    result: "Assessment",
    interview: "Interview",
    roles: "Roles",
    day: "date | None",
    *,
    json: bool,
    kept: bool = True,
) -> None:
    """Show a result, with what comes next where it is `kept`; `day` is that of its answers."""
    if json:
        from medpivot.show.assessment_json import assessment_document

        json_document(assessment_document(result, day))
        return
    from medpivot.show.assessment import assessment

    console().print(assessment(result, interview, roles, kept=kept))
