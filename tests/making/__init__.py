"""Writes what is made from the program itself: `make docs`, `make pictures`, `make man`."""
