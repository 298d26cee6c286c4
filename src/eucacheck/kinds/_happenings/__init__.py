"""Events and deeds of any kind: their words, dates, places, steps and editions."""
