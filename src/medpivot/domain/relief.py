"""Relief that outlasts a burnout level which was not kept: nothing is to be decided before a day.

Whoever answers the burnout question and has the level forgotten keeps what follows from it. The
answers then hold `not-now-until`, a day eight weeks on, and no level. Until that day the result
says that nothing has to be decided; a new answer to the question takes its place at once.
"""

from datetime import date, timedelta
from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.burnout import BURNOUT
from medpivot.domain.windows import RELIEF_DAYS

NOT_NOW_UNTIL: Final = "not-now-until"


def relief_until(answers: Answers) -> date | None:
    """The day before which nothing has to be decided; None where no level was forgotten."""
    said = answers.word(NOT_NOW_UNTIL)
    return date.fromisoformat(said) if said else None


def relief_from_file(raw: object) -> str:
    """The day as it stands among answers, from a date or from text.

    Raises:
        ValueError: it is no date, in a sentence.
    """
    if isinstance(raw, date):
        raw = f"{raw:%Y-%m-%d}"
    try:
        return date.fromisoformat(raw if isinstance(raw, str) else "").isoformat()
    except ValueError:
        problem = "must be a date, such as 2027-01-17"
    raise ValueError(problem)


def still_holding(answers: Answers, today: date) -> Answers:
    """The answers without a day that has come."""
    until = relief_until(answers)
    return answers if until is None or until > today else answers.with_value(NOT_NOW_UNTIL, None)


def still_at_rest(given: Answers, before: Answers) -> Answers:
    """The answers of a new interview, with the day of the ones before if burnout was skipped."""
    if given.gave(BURNOUT):
        return given
    return given.with_value(NOT_NOW_UNTIL, before.values.get(NOT_NOW_UNTIL))


def with_relief(given: Answers, kept: Answers, today: date, *, not_now: bool) -> Answers:
    """The answers that are `kept`, with the day that stays of a level that is not.

    `not_now` is the result of all that was given. A level that is kept speaks for itself, and so
    does a new one that does not ask for rest; without an answer the day stays that was there.
    """
    if not given.gave(BURNOUT):
        return kept
    until = not_now and not kept.gave(BURNOUT)
    day = (today + timedelta(days=RELIEF_DAYS)).isoformat() if until else None
    return kept.with_value(NOT_NOW_UNTIL, day)
