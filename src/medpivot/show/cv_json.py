"""CV, portfolio and what is missing as JSON, each figure with the log entries it comes from."""

from collections.abc import Iterable, Sequence

from medpivot.domain.cv import Material
from medpivot.domain.cv_check import Finding
from medpivot.domain.deeds import Deed
from medpivot.domain.document import Block, Document, Entry, Line, Subheading, Table, lines_of
from medpivot.domain.portfolio import DomainWork, Portfolio
from medpivot.domain.portfolio_missing import Missing
from medpivot.domain.rounding import half_up
from medpivot.domain.what_counts import Sum
from medpivot.reading.written import Written


def document_json(document: Document, gaps: Sequence[str]) -> dict[str, object]:
    """`cv --json`: the sections with their lines, and the gaps in order."""
    return {
        "schema": 1,
        "date": document.made.isoformat(),
        "name": None if document.name.style == "gap" else document.name.text,
        "sections": [
            {"id": one.id, "title": one.title, "lines": [_block(each) for each in one.blocks]}
            for one in document.parts
        ],
        "gaps": list(gaps),
    }


def _block(block: Block) -> dict[str, object]:
    if isinstance(block, Entry):
        return {
            "when": block.when or None,
            "text": _text(block.head),
            "details": [_text(one) for one in block.details],
            "from": list(block.sources),
        }
    if isinstance(block, Table):
        return {"head": list(block.head), "rows": [list(row) for row in block.rows]}
    if isinstance(block, Subheading):
        return {"heading": block.text}
    return {"text": "\n".join(_text(line) for line in lines_of(block))}


def _text(line: Line) -> str:
    return "".join(one.text for one in line)


def portfolio_json(
    found: Portfolio, lacking: Iterable[Missing], material: Material, day: str
) -> dict[str, object]:
    """`portfolio --json`: contributions, domains, totals by level and year, products, missing."""
    return {
        "schema": 1,
        "date": day,
        "contributions": [_deed(one) for one in found.contributions],
        "domains": {key: _domain(one, material) for key, one in found.domains.items()},
        "by_level": {
            level: {
                str(year): {"entries": one.entries, **_sum("learners", one.learners)}
                for year, one in sorted(years.items())
            }
            for level, years in found.by_level.items()
        },
        "by_year": {
            str(year): {
                "entries": one.entries,
                **_sum("learners", one.learners),
                **_sum("hours", one.hours.learners),
                **_sum("other_hours", one.hours.others),
            }
            for year, one in found.by_year.items()
        },
        "products": [_deed(one) for one in found.products],
        "published": [one.id for one in found.published],
        "missing": [missing_json(one) for one in lacking],
    }


def _deed(one: Deed) -> dict[str, object]:
    return {
        "title": one.title,
        "domain": one.domain,
        "times": one.times,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "learners": one.learners,
        "changed": one.changed,
        "from": list(one.ids),
    }


def _domain(one: DomainWork, material: Material) -> dict[str, object]:
    pooled = one.pooled
    return {
        "entries": one.entries,
        **_sum("learners", one.learners),
        **_sum("hours", one.hours.learners),
        **_sum("other_hours", one.hours.others),
        **_sum("prep_hours", one.prep_hours),
        "rating": None
        if pooled is None
        else {
            "n": pooled.activities,
            "raters": pooled.raters,
            "mean": half_up(pooled.mean, 2),
            "scale": pooled.scale,
        },
        "rated": [
            {
                "id": each.id,
                "mean": each.rating.mean,
                "raters": each.rating.raters,
                "scale": each.rating.scale,
                "before": each.rating.before,
                "peer_mean": each.rating.peer_mean,
            }
            for each in one.rated
            if each.rating
        ],
        "quotes": list(one.quotes),
        "changed": [{"title": title, "text": text} for title, text in one.changes],
        "approach": material.profile.approach.get(one.id),
    }


def _sum(key: str, found: Sum) -> dict[str, object]:
    return {key: found.total, f"{key}_n": found.n}


def missing_json(one: Missing) -> dict[str, object]:
    """One thing that is missing."""
    return {
        "id": one.id,
        "domain": one.domain or None,
        "what": one.what,
        "close": one.close,
        "ids": list(one.ids),
    }


def findings_json(findings: Iterable[Finding], written: Written) -> dict[str, object]:
    """`cv check --json`: what was found, each with its place."""
    return {
        "schema": 1,
        "unit": written.unit,
        "findings": [
            {
                "id": one.id,
                "sort": one.sort,
                written.unit: written.place(one.line),
                "words": one.words,
                "sentence": one.sentence,
                "why": one.why,
                "toward": one.toward,
                "ids": list(one.ids),
            }
            for one in findings
        ],
    }
