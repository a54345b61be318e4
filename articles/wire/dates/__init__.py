"""Dates and times as people and programs write them, in the languages of `names`.

`08.07.2016` and `8/7/2016` are day, month, year; only where that is no date, or where a weekday or a time
with AM or PM beside it says so, is the month first. A year comes first when it has four digits. Dates without
a day, or in words such as "yesterday", are no dates. Nothing is taken from a clock: a date without a year has
`has_year` False.
"""

from articles.wire.dates.deadline import Deadline, deadline
from articles.wire.dates.moment import NO_YEAR, Moment
from articles.wire.dates.reading import dateline_date, find, impossible, read

__all__ = ["NO_YEAR", "Deadline", "Moment", "dateline_date", "deadline", "find", "impossible", "read"]
