"""The only part that touches the person's files: readers take no lock and create nothing."""
