"""A sample person's first three months, as they were typed: what the pictures are taken of."""

from making.person import Person

_TYPED = r"""
2026-08-24 medpivot assess --answers data/samples/hospitalist-students.toml
2026-08-24 medpivot plan new
2026-08-30 medpivot plan done past-teaching
2026-08-30 medpivot plan done power-players
2026-09-03 medpivot log add "Morning report: reading a blood gas" --kind case-discussion \
    --level clinical-student --level intern --learners 7 --hours 0.75 --prep 1 --energy 2
2026-09-05 medpivot plan done energy-week
2026-09-08 medpivot log add "Inbox and discharge papers" --kind admin-clinical --energy -2
2026-09-12 medpivot plan done how-to-measure
2026-09-13 medpivot plan done committee-request
2026-09-14 medpivot plan done one-page-sheet
2026-09-19 medpivot log add "Three nights, two admissions an hour" --kind call-night --energy -2
2026-09-24 medpivot log add "Noon conference on sepsis" --kind conference --level resident \
    --learners 14 --hours 1 --prep 4 --rating 3.7 --raters 9 --energy 1
2026-09-26 medpivot plan done twenty-minute-request
2026-09-27 medpivot plan done week-as-it-is
2026-10-04 medpivot plan done money-floor
2026-10-08 medpivot log add "Half-day of precepting: heart sounds" --kind precepting \
    --level clinical-student --learners 2 --hours 4 --energy 2
2026-10-10 medpivot plan done precept-half-day
2026-10-22 medpivot log add "Noon conference on sepsis, rebuilt around three cases" \
    --kind conference --level resident --learners 16 --hours 1 --prep 6 --energy 2 \
    --before 3.7 --rating 4.5 --raters 11 --changed "Two residents now lead a case of their own." \
    --share-quotes --quote "The first hour on lactate that I will remember at night."
2026-10-24 medpivot plan done recurring-talk
2026-10-27 medpivot log add "Clinic without a student" --kind clinic --energy 0
2026-11-05 medpivot log add "Education committee: the new feedback form" --kind committee \
    --hours 1.5 --energy 0
2026-11-12 medpivot log add "Heart sounds at the bedside" --kind bedside-teaching \
    --level clinical-student --learners 4 --hours 1.5 --energy 2
2026-11-20 medpivot log add "Inbox on a day off" --kind admin-clinical --energy -2
"""


def live(person: Person) -> None:
    """Type every line on its day."""
    for line in _TYPED.replace("\\\n", "").strip().splitlines():
        day, command = line.split(" ", 1)
        person.types(command, today=day)
