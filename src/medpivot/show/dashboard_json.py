"""The first screen as one document."""

from medpivot.domain.dashboard import Dashboard
from medpivot.domain.plan import Milestone
from medpivot.show.people_json import glance_json


def dashboard_json(content: Dashboard) -> dict[str, object]:
    """The dashboard's figures. `people` is null until there is a list of people."""
    standing, log, people = content.progress, content.log, content.people
    return {
        "next": [_milestone(one) for one in content.next],
        "overdue": [_milestone(one) for one in content.overdue],
        "offered": [one.id for one in content.offered],
        "progress": standing
        and {
            "done": standing.done,
            "open": standing.open,
            "skipped": standing.skipped,
            "hours_done": standing.hours_done,
            "hours_total": standing.hours_total,
        },
        "pause": content.paused
        and {
            "first": content.paused.first.isoformat(),
            "last": content.paused.last.isoformat(),
        },
        "log": {
            "count": log.count,
            "hours": log.hours if log.hours_known else None,
            "learners": log.learners if log.learners_known else None,
            "last": log.last and log.last.isoformat(),
        },
        "people": people and glance_json(people),
        "offers": [
            {
                "id": one.id,
                "title": one.title,
                "employer": one.employer or None,
                "to_settle": one.to_settle,
                "wishes_broken": one.broken,
                "not_ruled_out": one.not_ruled_out,
            }
            for one in content.offers
        ],
        "assessed": content.assessed_on
        and {"date": content.assessed_on.isoformat(), "weeks_since": content.weeks_since},
        "draft": content.draft and {"given": content.draft.given, "asked": content.draft.asked},
    }


def _milestone(one: Milestone) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "start": one.start.isoformat(),
        "due": one.due.isoformat(),
        "hours": one.hours,
        "first_step": one.first_step or None,
    }
