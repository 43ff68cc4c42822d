"""Folders of a person who has been at it for years: long logs, long plans, many roles and jobs."""

import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 22)
KINDS = ("lecture", "small-group", "bedside-teaching", "clinic")
_ENERGIES = 5


def moment(number: int, entries: int) -> datetime:
    """When entry `number` of so many took place: 0 is the newest, all of them fill ten years."""
    return datetime(DAY.year, DAY.month, DAY.day, 12) - timedelta(days=3650) * number / entries  # noqa: DTZ001


def write_log(home: Path, entries: int) -> None:
    """A log of that many activities over ten years, written down as they took place.

    Every fifth is rated, half of these with a rating from before; every tenth changed something.
    """
    with (home / "activities.jsonl").open("w", encoding="utf-8", newline="\n") as log:
        for number in reversed(range(entries)):
            when = moment(number, entries)
            entry: dict[str, object] = {
                "date": when.date().isoformat(),
                "title": title(number),
                "kind": KINDS[number % len(KINDS)],
                "domain": "teaching",
                "levels": ["intern"],
                "learners": number % 12 + 1,
                "contact_hours": 1,
                "energy": number % _ENERGIES - 2,
            }
            if number % 5 == 0:
                entry["rating"] = {"mean": 4.4, "raters": 12, "scale": 5}
            if number % 10 == 0:
                entry["rating"] = {"mean": 4.4, "raters": 12, "scale": 5, "before": 3.9}
                entry["changed"] = f"Case {number} is now taught from its fluids"
            stamp = f"{when.isoformat(timespec='microseconds')}Z"
            record = {"v": 1, "op": "put", "id": identifier(number), "at": stamp, "entry": entry}
            log.write(json.dumps(record, separators=(",", ":")) + "\n")


def title(number: int) -> str:
    """What entry `number` is called, here and in the peers' files."""
    return f"Session {number} on fluids and sepsis"


def identifier(number: int) -> str:
    """Eight base32 characters, different for every number."""
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    mixed = number * 2_654_435_761 % 2**40
    return "".join(letters[mixed >> shift & 31] for shift in range(0, 40, 5))


def write_plan(home: Path, count: int) -> Path:
    """A plan of that many milestones over 24 months, in rows of five that wait for each other."""
    head = "schema = 1\ncreated = 2026-11-22\nstart = 2026-11-22\nmonths = 24\n"
    lines = [head + 'hours_per_week = 4\nkind = "full"\nroute = "local"\n']
    for number in range(count):
        day = DAY + timedelta(days=number * 600 // count)
        lines.append(
            f'[milestone.step-{number}]\ntitle = "Step {number}"\nphase = "1"\nstart = {day}\n'
            f"due = {day + timedelta(days=6)}\nwindow_start = {DAY}\n"
            f"window_end = {DAY + timedelta(days=720)}\nhours = 1\n"
            + (f'after = ["step-{number - 1}"]\n' if number % 5 else "")
            + 'status = "open"\n'
        )
    path = home / "plan-2026-11-22.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_jobs(home: Path, count: int) -> None:
    """That many offers to compare."""
    jobs = (
        f'[job.offer-{number}]\ntitle = "Offer {number}"\nrole = "clerkship-director"\n'
        f"education_fte = 0.4\nclinical_half_days = 5\nfte = 1.0\npay = {200_000 + number}\n"
        'stage = "found"\n'
        for number in range(count)
    )
    (home / "jobs.toml").write_text("schema = 1\n\n" + "\n".join(jobs), encoding="utf-8")


def write_roles(home: Path, count: int) -> None:
    """That many roles of one's own, each like the shipped core faculty."""
    shipped = (ROOT / "data" / "roles.toml").read_text(encoding="utf-8")
    tables = [one for one in re.split(r"(?m)^(?=\[)", shipped) if one.startswith("[role.core-fac")]
    one_role = "".join(tables).replace("[role.core-faculty", "[role.own-{}")
    copies = (one_role.replace("{}", str(number)) for number in range(count))
    (home / "roles.toml").write_text("schema = 1\n\n" + "\n".join(copies), encoding="utf-8")
