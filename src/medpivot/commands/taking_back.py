"""What every command that changes something says last: that it can be taken back."""

from typing import Final

TAKES_IT_BACK: Final = "medpivot undo takes it back."
BRINGS_IT_BACK: Final = "medpivot undo brings it back."
