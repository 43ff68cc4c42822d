"""Questions on a terminal: ask, go back, skip, resume, review. The only user of questionary."""

from medpivot.asking.prompts import BACK, SKIP, Around, Mark, ask_many, ask_one, ask_text, confirm

__all__ = ["BACK", "SKIP", "Around", "Mark", "ask_many", "ask_one", "ask_text", "confirm"]
