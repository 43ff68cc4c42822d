"""The result of an assessment, on the screen or as JSON."""

from typing import TYPE_CHECKING

from medpivot.show.out import console, json_document

if TYPE_CHECKING:
    from datetime import date

    from medpivot.domain.assessment import Assessment
    from medpivot.domain.interview import Interview
    from medpivot.domain.roles import Roles


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
