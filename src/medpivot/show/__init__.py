"""What is shown: the only user of Rich; for a screen, as plain lines, as JSON."""
