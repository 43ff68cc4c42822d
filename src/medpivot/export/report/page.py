"""The page itself: everything its reader sees, drawn by the template in `data/report/`."""

from functools import cache
from typing import TYPE_CHECKING

from medpivot.catalogue import data_folder
from medpivot.domain.day_words import short_date
from medpivot.domain.harmless import clean
from medpivot.export.report.answers_part import (
    other_ways,
    profile_part,
    tests,
    tests_title,
    verdict_part,
)
from medpivot.export.report.content import Content
from medpivot.export.report.log_part import log_part
from medpivot.export.report.money_part import money_part
from medpivot.export.report.plan_part import plan_part
from medpivot.export.report.roles_part import first_roles, roles_part
from medpivot.export.report.time_part import time_part

if TYPE_CHECKING:
    from jinja2 import Environment


def report_page(content: Content) -> bytes:
    """One HTML page that needs nothing else: no script, no other file, no network.

    Everything that was typed is escaped and can neither draw nor run anything.

    Raises:
        jinja2.UndefinedError: the template asks for a value that is not there.
    """
    answered, verdict = content.answered, verdict_part(content)
    said = [verdict.explanation if verdict else "", content.audience.opening if answered else ""]
    values = {
        "audience": content.audience,
        "day": short_date(content.today),
        "answered_on": short_date(answered.day) if answered and answered.day else "",
        "version": content.version,
        "specialty": (answered.answers.word("specialty") or "") if answered else "",
        "lead": " ".join(one for one in said if one),
        "verdict": verdict,
        "profile": profile_part(content),
        "roles": roles_part(content),
        "first_roles": first_roles(content),
        "other_ways": other_ways(content),
        "ways_first": answered is not None and answered.result.verdict.id == "another-change",
        "tests": tests(content),
        "tests_title": tests_title(content),
        "plan": plan_part(content),
        "log": log_part(content),
        "money": money_part(content),
        "time": time_part(content),
    }
    return _environment().get_template("page.html.j2").render(values).encode()


@cache
def _environment() -> "Environment":
    # loaded here: no other command needs it
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(data_folder() / "report"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _harmless(value: object) -> object:
    """Text without control and direction characters; what is marked up already stays."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return clean(value)
    return value
