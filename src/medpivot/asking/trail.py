"""The lines that answers leave behind, so that going back can take them from the screen."""

from medpivot.asking import fitting


class Trail:
    """What stands above the question, from the last place that cannot be taken back."""

    def __init__(self) -> None:
        """Begin with nothing that could be taken back."""
        self._blocks: list[tuple[str, int]] = []

    def add(self, question_id: str, rows: int) -> None:
        """Note the rows an answer took; the head of a section has no question."""
        self._blocks.append((question_id, rows))

    def forget(self) -> None:
        """Leave all that stands there: other words come between it and the next question."""
        self._blocks.clear()

    def back_over(self, question_id: str) -> bool:
        """Take the answer to this question and what came after it from the screen.

        False where it is not known to stand there; then nothing is touched.
        """
        places = [place for place, one in enumerate(self._blocks) if one[0] == question_id]
        if not places:
            return False
        gone = self._blocks[places[-1] :]
        del self._blocks[places[-1] :]
        fitting.take_back(sum(rows for _, rows in gone))
        return True
