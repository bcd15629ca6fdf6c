"""The weights of sayso's learned tagger, as data; sayso finds this package by its entry point and reads the files."""
