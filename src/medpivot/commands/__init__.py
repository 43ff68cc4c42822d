"""A file for each command: load, change, save, show."""
