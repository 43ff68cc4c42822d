"""Jobs, checks and rankings as JSON and as plain lines; loads nothing that is made for screens."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from medpivot.domain.environment import Environment
from medpivot.domain.job_search import Searches
from medpivot.domain.job_words import number
from medpivot.domain.jobs import FIGURES, FullWeek, Job, Jobs
from medpivot.domain.offer_findings import OfferCheck, Person
from medpivot.domain.offer_ranking import RankedJob
from medpivot.domain.offer_wishes import Wish
from medpivot.domain.offers import OfferQuestion, Offers

SCHEMA = 1


def jobs_json(jobs: Jobs, offers: Offers) -> dict[str, object]:
    """`jobs --json`: every job that was not removed, in the order of the file."""
    return {
        "schema": SCHEMA,
        "currency": jobs.settings.currency or None,
        "settings": week_json(jobs.settings.week(offers.usual)),
        "jobs": [job_json(job, offers) for job in jobs.kept],
    }


def job_json(job: Job, offers: Offers) -> dict[str, object]:
    """One job with its figures and answers; what is not known is null."""
    return {
        "id": job.id,
        "title": job.title,
        "employer": job.employer or None,
        "place": job.place or None,
        "role": job.role,
        "stage": None if job.present else job.stage,
        "stage_on": _day(job.stage_on),
        "deadline": _day(job.deadline),
        "starts": _day(job.starts),
        "ends": _day(job.ends),
        "link": job.link or None,
        "note": job.note or None,
        **{key: _number(job.figure(key)) for key in FIGURES},
        "levels": dict(job.levels),
        "answers": {
            question.id: {
                "answered": job.answered(question),
                "choice": given.choice or None,
                "words": given.words or None,
                "in_writing": given.in_writing,
            }
            for question in offers.questions
            if (given := job.answer(question.id)) and question.id in job.answers
        },
    }


def questions_json(job: Job, questions: Iterable[OfferQuestion]) -> dict[str, object]:
    """`jobs ask ID --json`: each question with its choices and what was answered."""
    asked = list(questions)
    return {
        "schema": SCHEMA,
        "id": job.id,
        "questions": [
            {
                "id": one.id,
                "ask": one.ask,
                "why": one.why,
                "key": one.key,
                "kind": one.kind,
                "choices": [{"id": choice.id, "label": choice.label} for choice in one.choices],
                "about": list(one.about),
                "source": one.source,
                "answered": job.answered(one),
                "value": _number(job.figure(one.fills)) if one.fills else None,
                "choice": job.answer(one.id).choice or None,
                "words": job.answer(one.id).words or None,
                "in_writing": job.answer(one.id).in_writing,
            }
            for one in asked
        ],
        "unanswered": [one.id for one in asked if not job.answered(one)],
    }


def plain_questions(job: Job, questions: Iterable[OfferQuestion]) -> Iterator[str]:
    """A line each: id, answered or open, whether in writing (`-`: not known), the sentence."""
    for one in questions:
        state = "answered" if job.answered(one) else "open"
        written = {True: "written", False: "said", None: "-"}[job.answer(one.id).in_writing]
        yield f"{one.id} {state} {written} {one.ask}"


def check_json(check: OfferCheck, wishes: Iterable[Wish]) -> dict[str, object]:
    """`jobs check ID --json`. Shares are of a full post, hours a week."""
    return {
        "id": check.job.id,
        "fte_total": _number(check.total),
        "hours_total": _number(check.hours),
        "findings": [
            {
                "id": one.id,
                "severity": one.severity,
                "text": one.text,
                "ask": one.ask,
                "title": one.title,
                "why": one.why,
                "source": one.source,
            }
            for one in check.findings
        ],
        "unanswered": list(check.unanswered),
        "wishes": [
            {
                "id": one.id,
                "state": one.state,
                "said": one.said,
                "text": one.text,
                "question": one.question or None,
            }
            for one in wishes
        ],
        "cleared": list(check.cleared),
        "not_checked": [
            {"id": one.id, "text": one.text, "questions": list(one.questions)}
            for one in check.not_checked
        ],
        "parts": {
            "clinical": _number(check.parts.clinical),
            "education": _number(check.parts.education),
            "other": _number(check.parts.other),
            "paid": _number(check.parts.paid),
        },
        "settings": week_json(check.week),
    }


def ranking_json(
    ranked: Iterable[RankedJob], person: Person, week: FullWeek, *, moves: bool
) -> dict[str, object]:
    """`jobs rank --json` and `compare --json`: jobs in order; `place` is null unless earned."""
    return {
        "schema": SCHEMA,
        "currency": person.currency or None,
        "floor": _number(person.floor),
        "settings": week_json(week),
        "moves_offered": moves,
        "jobs": [
            {
                "id": one.check.job.id,
                "title": one.check.job.title,
                "present": one.check.job.present,
                "place": one.place,
                "standing": one.standing,
                "points": one.points,
                "possible": one.possible,
                "pay": _number(one.pay),
                "from_answers": list(one.said.names),
                "hourly": None if one.hourly is None else number(one.hourly, 2),
                "fte_total": _number(one.check.total),
                "hours_total": _number(one.check.hours),
                "parts": {
                    part.dimension: {
                        "known": part.known,
                        "agreement": None if part.agreement is None else round(part.agreement, 4),
                        "weight": round(part.weight, 4),
                        "points": round(part.points, 4),
                    }
                    for part in one.parts
                },
                "limits": [
                    {"id": limit.id, "state": limit.state, "text": limit.text}
                    for limit in one.limits
                ],
                "findings": [found.id for found in one.check.findings],
                "to_ask": list(one.to_ask),
            }
            for one in ranked
        ],
    }


def searches_json(found: Searches) -> dict[str, object]:
    """`jobs search --json`."""
    return {
        "schema": SCHEMA,
        "specialty": found.specialty or None,
        "names": list(found.names),
        "usual": [{"title": one.title, "line": one.text} for one in found.usual],
        "roles": [
            {
                "id": role.role,
                "title": role.title,
                "phrases": [{"title": one.title, "line": one.text} for one in role.phrases],
                "boolean": role.boolean,
            }
            for role in found.roles
        ],
    }


def environment_json(environment: Environment) -> dict[str, object]:
    """`jobs moves --json`."""
    return {
        "schema": SCHEMA,
        "drains": list(environment.drains),
        "not_answered": list(environment.not_answered),
        "moves": [
            {
                "id": one.move.id,
                "title": one.move.title,
                "text": one.move.text,
                "first_step": one.move.first_step,
                "line": one.move.line,
                "points_to": list(one.points_to),
                "watch": list(one.watch),
                "leads_away": one.leads_away,
                "already": one.already or None,
                "source": one.move.source,
            }
            for one in environment.moves
        ],
    }


def week_json(week: FullWeek) -> Mapping[str, object]:
    """What a full week was taken to be."""
    return {
        "half_days_per_fte": _number(week.half_days_per_fte),
        "hours_per_half_day": _number(week.hours_per_half_day),
        "hours_per_week": _number(week.hours_per_week),
    }


def plain_lines(jobs: Jobs) -> Iterator[str]:
    """A line each: id, stage, its day, deadline, title and employer; `-` for what is not known."""
    for job in jobs.kept:
        stage = "present" if job.present else job.stage
        name = ", ".join(one for one in (job.title, job.employer) if one)
        yield f"{job.id} {stage} {job.stage_on or '-'} {job.deadline or '-'} {name}"


def plain_ranking(ranked: Iterable[RankedJob]) -> Iterator[str]:
    """A line each: place, points, what they could rise to, standing, id; `-` without a place."""
    for one in ranked:
        yield (f"{one.place or '-'} {one.points} {one.possible} {one.standing} {one.check.job.id}")


def _number(value: Decimal | Fraction | None) -> int | float | None:
    return None if value is None else number(value)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
