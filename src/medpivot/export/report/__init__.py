"""The report: one self-contained page for one kind of reader."""
