"""Dates as people write them: ISO dates and a small, fixed set of English phrases.

Only forms that can be read one way are accepted. Nothing is guessed: what can be read two ways
is refused with the reason and the ISO form to use instead.
"""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, Literal, TypeAlias

from medpivot.domain.calendar_names import MONTH_OF, MONTHS, WEEKDAY_OF, WEEKDAYS
from medpivot.domain.harmless import quoted

Prefer: TypeAlias = Literal["past", "future"]

EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2199

_NUMBER_OF: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_DAYS_AWAY: Final = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
    "last week": -7,
    "next week": 7,
}
_WEEKS_AWAY: Final = {"last": -1, "this": 0, "next": 1}
_NO_SINGLE_DAY: Final = {"this week"} | {
    f"{which} {unit}" for which in ("last", "this", "next") for unit in ("month", "year")
}
_UNITS: Final = ("day", "week", "month", "year")
_DAYS_IN_WEEK: Final = 7
_MONTHS_IN_YEAR: Final = 12
_LONGEST_MONTH: Final = 31
_LARGEST_COUNT: Final = 99_999_999
_YEAR_DIGITS: Final = 4
_LEAP_DAY: Final = (2, 29)
_EXAMPLES: Final[dict[Prefer, str]] = {
    "past": "yesterday, last friday, 3 days ago, 12 May 2026",
    "future": "tomorrow, next friday, in 2 weeks, 12 May 2026",
}


def parse_date(text: str, today: date, prefer: Prefer = "past") -> date:
    """The day `text` means, seen from `today`.

    Upper and lower case, commas and extra spaces make no difference. Understood are:

    - `2026-05-12`, also with slashes, dots or without the zeros: the year stands first;
      `11/17` and `17/11/2026`, where no other reading is a day
    - `today`, `yesterday`, `tomorrow`, `day before yesterday`, `day after tomorrow`
    - `friday`: the nearest one, today included, before or after as `prefer` says;
      `last friday`, `next friday`: the nearest one before or after today, never today;
      `this friday`: the one of the week from Monday to Sunday that holds today;
      `tuesday last week`, `tuesday next week`: of the week before or after that one
    - `3 days ago`, `a week ago`, `in 2 weeks`, `3 months from now`: numbers in digits or, to
      twelve, in words; a month is a calendar month and ends with the month where it must
    - `last week`, `next week`: seven days before or after today
    - `12 May 2026`, `May 12, 2026`, `Tuesday 12 May 2026` (the weekday must be right);
      without a year, the nearest such day, today included, before or after as `prefer` says

    Years run from 1900 to 2199: what lies outside is a slip of the finger.

    Raises:
        ValueError: no single day is meant; the reason, with the ISO form to write instead.
    """
    typed = text.casefold().replace(",", " ").split()
    said = quoted(" ".join(text.split()))
    words = [word if word[0].isdigit() else word.strip(".") for word in typed if word.strip(".")]
    if not words:
        raise ValueError(f"no date given; write it like {today.isoformat()}")
    try:
        day = (
            _from_digits(words, today, prefer)
            or _from_name(words, today)
            or _from_weekday(words, today, prefer)
            or _from_distance(words, today)
            or _from_month_name(words, today, prefer)
        )
        if day is not None:
            return _in_range(day)
    except OverflowError:
        raise ValueError(f"{said} lies outside the calendar") from None
    except _UnclearError as unclear:
        raise ValueError(f"{said} {unclear}") from None
    raise ValueError(
        f"{said} is not a date; write it like {today.isoformat()}, or {_EXAMPLES[prefer]}"
        + _meant(words)
    )


class _UnclearError(ValueError):
    """The form is known but means no single day; the words stand after the quoted text."""


def _in_range(day: date) -> date:
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise _UnclearError(
            f"is in the year {day.year}; years from {EARLIEST_YEAR} to {LATEST_YEAR} are taken"
        )
    return day


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= _MONTHS_IN_YEAR:
        raise _UnclearError(f"does not exist: {month} is no month; the form is year-month-day")
    try:
        return date(year, month, day)
    except ValueError:
        raise _UnclearError(
            f"does not exist: {MONTHS[month - 1]} {year} has no day {day}"
        ) from None


def _from_digits(words: list[str], today: date, prefer: Prefer) -> date | None:
    """`2026-05-12`, `11/17`; a date made of digits that can be read two ways is refused."""
    if len(words) > 1:
        return None
    word = words[0]
    for mark in "-/.":
        pieces = word.split(mark)
        if len(pieces) > 1 and all(_is_number(piece) for piece in pieces):
            return _from_pieces(pieces, mark, today, prefer)
    if _is_number(word):
        raise _UnclearError(f"is a number, not a date; write it like {today.isoformat()}")
    count = word.lstrip("+-")
    if _is_number(count[:1]) and count.lstrip("0123456789.") in ("", "d", "w", "m", "y", "h"):
        raise _UnclearError(
            f"is too short to be sure of; write 'in 3 weeks' or {today.isoformat()}"
        )
    return None


def _from_pieces(pieces: list[str], mark: str, today: date, prefer: Prefer) -> date:
    match [len(piece) for piece in pieces]:
        case [4, 1 | 2, 1 | 2]:
            return _day(int(pieces[0]), int(pieces[1]), int(pieces[2]))
        case [1 | 2, 1 | 2, 4]:
            year = pieces[2]
        case [1 | 2, 1 | 2, 2]:
            year = f"20{pieces[2]}"
        case [1 | 2, 1 | 2]:
            year = str(today.year)
        case _:
            raise _UnclearError(f"is not a date; write it like {today.isoformat()}")
    first, second = int(pieces[0]), int(pieces[1])
    readings = [
        (month, day)
        for month, day in dict.fromkeys([(second, first), (first, second)])
        if 1 <= month <= _MONTHS_IN_YEAR and 1 <= day <= _LONGEST_MONTH
    ]
    if len(readings) == 1 and mark == "/":
        match [len(piece) for piece in pieces]:
            case [_, _, 4]:
                return _day(int(year), *readings[0])
            case [_, _]:
                return _nearest(*readings[0], today, prefer)
    possible = [f"{year}-{month:02}-{day:02}" for month, day in readings]
    reason = "can be read two ways" if len(possible) > 1 else "does not begin with the year"
    raise _UnclearError(f"{reason}; write {' or '.join(possible) or today.isoformat()}")


def _from_name(words: list[str], today: date) -> date | None:
    """`yesterday`, `the day after tomorrow`, `last week`."""
    phrase = " ".join(words).removeprefix("the ")
    if phrase in _NO_SINGLE_DAY:
        raise _UnclearError(f"does not say which day; write it like {today.isoformat()}")
    away = _DAYS_AWAY.get(phrase)
    return None if away is None else today + timedelta(days=away)


def _from_weekday(words: list[str], today: date, prefer: Prefer) -> date | None:
    """`friday`, `last friday`, `next friday`, `this friday`."""
    words = words[1:] if words[0] == "on" else words
    if len(words) > 1 and words[0] in WEEKDAY_OF and words[-1] == "week":
        words = [*(one for one in words[1:] if one not in ("of", "in")), words[0]]
    if not words or words[-1] not in WEEKDAY_OF:
        return None
    weekday = WEEKDAY_OF[words[-1]]
    ahead = (weekday - today.weekday()) % _DAYS_IN_WEEK
    match words[:-1]:
        case []:
            away = ahead if prefer == "future" or ahead == 0 else ahead - _DAYS_IN_WEEK
        case ["last" | "past"]:
            away = ahead - _DAYS_IN_WEEK
        case ["next" | "coming"]:
            away = ahead or _DAYS_IN_WEEK
        case ["this"]:
            away = weekday - today.weekday()
        case [("last" | "this" | "next") as which, "week"]:
            away = weekday - today.weekday() + _WEEKS_AWAY[which] * _DAYS_IN_WEEK
        case _:
            return None
    return today + timedelta(days=away)


def _from_distance(words: list[str], today: date) -> date | None:
    """`3 days ago`, `in 2 weeks`, `3 months from now`."""
    match words:
        case [count, unit, "ago"]:
            sign = -1
        case ["in", count, unit] | [count, unit, "from", "now" | "today"]:
            sign = 1
        case _:
            return None
    unit = unit.removesuffix("s")
    number = _NUMBER_OF.get(count)
    if number is None and _is_number(count):
        number = int(count[:9])
    if number is None or unit not in _UNITS:
        return None
    if number > _LARGEST_COUNT:
        raise OverflowError
    return _moved(today, sign * number, unit)


def _moved(day: date, number: int, unit: str) -> date:
    if unit == "day":
        return day + timedelta(days=number)
    if unit == "week":
        return day + timedelta(weeks=number)
    # loaded here: it takes longer than the rest of this file, and few dates are so far away
    from dateutil.relativedelta import relativedelta

    months = number * (_MONTHS_IN_YEAR if unit == "year" else 1)
    if not MINYEAR <= day.year + months // _MONTHS_IN_YEAR < MAXYEAR:
        raise OverflowError
    return day + relativedelta(months=months)


def _from_month_name(words: list[str], today: date, prefer: Prefer) -> date | None:
    """`12 May 2026`, `May 12, 2026`, `12 May`, `Tuesday 12 May 2026`, `12-May-2026`."""
    words = words[0].split("-") if len(words) == 1 else words
    words = [word for word in words if word not in ("the", "of", "on")]
    weekday = WEEKDAY_OF.get(words[0]) if words else None
    match words if weekday is None else words[1:]:
        case [month, *rest] if month in MONTH_OF:
            if not rest or (len(rest) == 1 and len(rest[0]) == _YEAR_DIGITS):
                raise _UnclearError(f"does not say which day; write it like {today.isoformat()}")
            number, years = _day_number(rest[0]), rest[1:]
        case [day, month, *years] if month in MONTH_OF:
            number = _day_number(day)
        case _:
            return None
    if number is None or len(years) > 1 or not all(_is_number(year) for year in years):
        return None
    if years and len(years[0]) != _YEAR_DIGITS:
        raise _UnclearError("needs the year in four digits")
    found = (
        _day(int(years[0]), MONTH_OF[month], number)
        if years
        else _nearest(MONTH_OF[month], number, today, prefer)
    )
    if weekday is not None and found.weekday() != weekday:
        raise _UnclearError(f"does not fit: {found} is a {WEEKDAYS[found.weekday()]}")
    return found


def _day_number(word: str) -> int | None:
    for ending in ("st", "nd", "rd", "th"):
        word = word.removesuffix(ending)
    return int(word) if _is_number(word) and int(word[:3]) <= _LONGEST_MONTH else None


def _nearest(month: int, day: int, today: date, prefer: Prefer) -> date:
    if (month, day) == _LEAP_DAY:
        raise _UnclearError("comes only every four years: add the year")
    this_year = _day(today.year, month, day)
    if prefer == "past" and this_year > today:
        return this_year.replace(year=today.year - 1)
    if prefer == "future" and this_year < today:
        return this_year.replace(year=today.year + 1)
    return this_year


def _meant(words: list[str]) -> str:
    """`; did you mean yesterday?` where a word is one slip away from a known one."""
    # loaded here: nothing is needed of it while dates are dates
    from difflib import get_close_matches

    known = [name.lower() for name in (*WEEKDAYS, *MONTHS)]
    known += ["today", "yesterday", "tomorrow", "last", "next", "weeks", "months", "days"]
    right = {*known, *WEEKDAY_OF, *MONTH_OF, *_UNITS}
    for word in words:
        if word not in right and (close := get_close_matches(word[:40], known, 1, 0.8)):
            return f"; did you mean {close[0]}?"
    return ""
