"""What a full week is taken to be, and the other ways there are to count it."""

from rich.console import Group, RenderableType

from medpivot.domain.job_words import figure, week_words
from medpivot.domain.jobs import FullWeek
from medpivot.domain.offers import Offers
from medpivot.show import facts
from medpivot.show.columns import columns
from medpivot.show.paragraphs import heading, paragraph, words


def job_settings(week: FullWeek, currency: str, offers: Offers) -> RenderableType:
    """The week in use, then the known conventions with their sources."""
    return Group(
        words(week_words(week), "bold"),
        paragraph(
            f"Money is in {currency}."
            if currency
            else "No currency is set: medpivot jobs settings --currency USD.",
            indent=0,
        ),
        heading("Ways of counting", "medpivot jobs settings --convention NAME"),
        columns(
            ["name", "half-days", "hours each", "hours a week", "what it is"],
            (
                [
                    one.id,
                    figure(one.half_days_per_fte),
                    figure(one.hours_per_half_day),
                    figure(one.hours_per_week),
                    facts.sourced(one.title, one.source),
                ]
                for one in offers.conventions
            ),
            numbers=("half-days", "hours each", "hours a week"),
            indent=2,
        ),
        "",
        paragraph(
            "Ask which one they mean: the same share is other hours in another place.", indent=0
        ),
    )
