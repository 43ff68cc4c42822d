"""The CV in the form of JSON Resume (jsonresume.org), the open format other tools read.

It has no place for teaching: education work of the log stands under `projects` with the type
`teaching`, talks and committees beside it with types of their own. What else it has no place for
stands under keys of ours, which it allows, so that `profile import` reads all of it back.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from medpivot.domain.cv import Material
from medpivot.domain.cv_lines import deed_entry, deed_facts
from medpivot.domain.deeds import Deed, put_together
from medpivot.domain.profile import Item

SCHEMA: Final = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def json_resume(material: Material, today: date) -> dict[str, object]:
    """The whole CV as JSON Resume; what is not known is left out."""
    profile = material.profile
    projects = [_talk(one) for one in profile.items("talk")]
    projects += [_committee(one) for one in profile.items("committee")]
    logged = sorted([*material.work, *material.learned], key=lambda one: one.date)
    projects += [_teaching(one, material) for one in put_together(logged, material.vocabulary)]
    resume: dict[str, object] = {
        "$schema": SCHEMA,
        "basics": _basics(profile.facts),
        "work": [_work(one) for one in profile.items("position")],
        "education": [
            _known(
                institution=one.where,
                studyType=one.title,
                **_span(one),
                location=one.place,
                highlights=list(one.notes),
            )
            for one in profile.items("education")
        ],
        "certificates": [
            _known(
                name=one.title,
                issuer=one.where,
                date=_day(one),
                endDate=str(one.end) if one.end else None,
                highlights=list(one.notes),
            )
            for one in profile.items("certification")
        ],
        "awards": [
            _known(title=one.title, awarder=one.where, date=_day(one), highlights=list(one.notes))
            for one in profile.items("award")
        ],
        "publications": [
            _known(
                name=one.title,
                publisher=one.where,
                releaseDate=_day(one),
                url=_address(one.link),
                summary=one.authors,
                authors=one.authors,
                highlights=list(one.notes),
                education=one.education,
            )
            for one in profile.items("publication")
        ],
        "projects": projects,
    }
    meta = {"version": "v1.0.0", "lastModified": f"{today.isoformat()}T00:00:00Z"}
    return {key: one for key, one in resume.items() if one} | {"meta": meta}


def _basics(facts: Mapping[str, str]) -> dict[str, object]:
    name = ", ".join(facts[key] for key in ("name", "credentials") if key in facts)
    location = {"address": facts["address"]} if "address" in facts else None
    return _known(
        name=name,
        label=facts.get("headline"),
        email=facts.get("email"),
        phone=facts.get("phone"),
        url=_address(facts.get("website", "")),
        summary=facts.get("summary"),
        location=location,
    )


def _work(one: Item) -> dict[str, object]:
    return _known(
        name=one.where,
        position=one.title,
        location=one.place,
        **_span(one),
        highlights=list(one.notes),
        kind=one.area,
    )


def _talk(one: Item) -> dict[str, object]:
    return _known(
        name=one.title,
        type="talk",
        entity=one.where,
        startDate=_day(one),
        highlights=list(one.notes),
        location=one.place,
        reach=one.reach,
        education=one.education,
    )


def _committee(one: Item) -> dict[str, object]:
    return _known(
        name=one.title,
        type="committee",
        entity=one.where,
        roles=[one.role] if one.role else [],
        **_span(one),
        highlights=list(one.notes),
        education=one.education,
    )


def _teaching(deed: Deed, material: Material) -> dict[str, object]:
    details = deed_entry(deed, material.vocabulary).details[1:]
    lines = ["".join(span.text for span in line if span.style != "gap") for line in details]
    return _known(
        name=deed.title,
        type="teaching",
        description=deed_facts(deed, material.vocabulary),
        entity=deed.setting,
        roles=[deed.role] if deed.role else [],
        startDate=deed.first.isoformat(),
        endDate=deed.last.isoformat(),
        highlights=lines,
        domain=deed.domain,
        learners=deed.learners,
        hours=deed.hours,
    )


def _span(one: Item) -> dict[str, Any]:
    return {
        "startDate": str(one.start) if one.start else None,
        "endDate": str(one.end) if one.end else None,
    }


def _day(one: Item) -> str | None:
    return str(one.start) if one.start else None


def _address(link: str) -> str | None:
    """An address on the web; a bare DOI or host is made one, anything else is left out."""
    plain = link.strip()
    if not plain or any(character.isspace() for character in plain):
        return None
    if "://" in plain:
        return plain
    return f"https://doi.org/{plain}" if plain.startswith("10.") else f"https://{plain}"


def _known(**values: object) -> dict[str, object]:
    return {key: one for key, one in values.items() if one not in (None, "", [])}
