"""What a CV and a portfolio are made from, gathered from the person's files."""

from medpivot import catalogue
from medpivot.commands.unreadable import readable_activities
from medpivot.domain.cv import Material
from medpivot.session import Session
from medpivot.show.out import notes
from medpivot.store import people, profile


def gathered(session: Session) -> Material:
    """Profile, log and the mentors who would speak for the person; what is odd is said.

    Raises:
        BrokenFile: a file cannot be read.
    """
    own = profile.load(session.home)
    everybody = people.load(session.home)
    notes((*own.warnings, *everybody.warnings))
    return Material(
        profile=own.content,
        activities=readable_activities(session.home),
        people=tuple(
            one
            for one in everybody.content.present
            if one.status == "mentor" and one.can_advocate == "yes"
        ),
        kinds=catalogue.load_kinds_of_people(),
        vocabulary=catalogue.load_vocabulary(),
        words=catalogue.load_cv_words(),
    )
