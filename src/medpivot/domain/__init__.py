"""What medpivot knows: pure functions on frozen dataclasses; no files, no clock, no screen."""
