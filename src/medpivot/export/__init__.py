"""What leaves the program for others to read: letters, documents, calendars."""
