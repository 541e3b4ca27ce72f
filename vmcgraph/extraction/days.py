"""The days that a text prints: with their year, by weekday and month, in figures, and by number as the third day of a meeting."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from vmcgraph.extraction.phrases import Text, matches_near
from vmcgraph.hours import TIME
from vmcgraph.programme import DATE, DAY, MONTHS, NUMBERS, PARTS_OF_DAY, WEEKDAYS

#: Where a date is printed, and its days: one, or all of a range.
Date = tuple[int, int, tuple[str, ...]]

_YEAR = re.compile(r"(?:19|20)\d\d")
_PART_OF_DAY = re.compile(rf"[,|]?\s+(?:{PARTS_OF_DAY})\b", re.IGNORECASE)
_NTH_DAY = re.compile(r"\bday\s+(?:\d|one|two|three|four|five|I{1,3}V?)\W{1,5}\Z", re.IGNORECASE)
_ISO_DATE = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:/(?:19|20)\d\d-\d\d-(\d\d))?\b")


def find_dates(shown: str) -> Iterator[Date]:
    """Yield each date of a text with its span: one day, or all days of a range.

    Example:
        >>> list(find_dates("on 22 – 23 October 2024"))
        [(3, 23, ('2024-10-22', '2024-10-23'))]
        >>> list(find_dates("In May 2030: Saturday, 4 May"))
        [(13, 28, ('2030-05-04',))]
    """
    yield from (date for date in printed_days(shown) if date[2])


def printed_days(shown: str) -> list[Date]:
    """Return the dates of a text, with () as the days of one that no calendar has or that cannot be told.

    Example:
        >>> printed_days("30 February 2030")
        [(0, 16, ())]
    """
    months = Text.of(shown).spans(*MONTHS)
    dated = list(_dates(shown, months))
    named = [*dated, *_days_without_year(shown, months, dated)]
    found = chain(named, _in_figures(shown, named))
    return [(start, end, days if all(map(_is_day, days)) else ()) for start, end, days in found]


def _is_day(day: str) -> bool:
    """Say whether a calendar has a day: no 30 February."""
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _dates(shown: str, months: Sequence[tuple[int, int]]) -> Iterator[Date]:
    for match in matches_near(DATE, months, shown, before=30, after=30):
        day = int(match["day"] or match["day2"])
        last = int(match["last"] or match["last2"] or day)
        month = MONTHS[(match["month"] or match["month2"]).lower()]
        year = match["year"] or match["year2"]
        if 1 <= day <= last <= 31 and last - day < 10:
            yield (
                match.start(),
                match.end(),
                tuple(f"{year}-{month:02d}-{number:02d}" for number in range(day, last + 1)),
            )
    for match in matches_near(_ISO_DATE, _YEAR, shown, before=0, after=20):
        days = range(int(match[3]), int(match[4] or match[3]) + 1)
        yield match.start(), match.end(), tuple(f"{match[1]}-{match[2]}-{day:02d}" for day in days)


def _days_without_year(shown: str, months: Sequence[tuple[int, int]], dated: Sequence[Date]) -> Iterator[Date]:
    """Yield the days that a weekday or a time shows to be dates; the year is the first printed one that fits the weekday."""
    found = [
        match
        for match in matches_near(DAY, months, shown, before=40, after=25)
        if match["weekday"]
        or _PART_OF_DAY.match(shown, match.end())
        or _NTH_DAY.search(shown, max(0, match.start() - 15), match.start())
        or TIME.search(shown, match.end(), min(len(shown), match.end() + 40))
    ]
    if not found:
        return
    printed = Counter(days[0][:4] for *_, days in dated) or Counter(re.findall(r"\b(?:19|20)\d\d\b", shown))
    years = [int(year) for year, _ in printed.most_common()]
    for match in found:
        month, day = MONTHS[(match["month"] or match["month2"]).lower()], int(match["day"] or match["day2"])
        known = [datetime.date(year, month, day) for year in years if 1 <= day <= monthrange(year, month)[1]]
        weekday = WEEKDAYS.get((match["weekday"] or "").lower())
        fitting = [one for one in known if one.weekday() == weekday] or known
        if fitting:
            yield match.start(), match.end(), (fitting[0].isoformat(),)


#: A day in figures, maybe of a range: "28.04.2026", "5.–7.5.2026", "05/06/2026".
_FIGURES = re.compile(
    r"(?<![\d./-])(?:(?P<first>\d{1,2})\.(?:\d{1,2}\.)?\s?[–—-]\s?(?=[\d.]+\.))?(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d|[./-]\d)"
)
#: The weekday before it, which may be short.
_WEEKDAY_AHEAD = re.compile(r"\b(?P<day>[^\W\d_]{2,10})\.?,?\s+\Z")
_SHORT_DAYS = {
    name: number
    for names in ("mon tue wed thu fri sat sun", "mo di mi do fr sa so", "lun mar mer gio ven sab dom")
    for number, name in enumerate(names.split())
} | {"tues": 1, "thur": 3, "thurs": 3}
#: Days of one meeting lie no further apart.
_NEAR = datetime.timedelta(days=10)


def _in_figures(shown: str, named: Sequence[Date]) -> Iterator[Date]:
    """Yield the days that a text prints in figures, () for one that cannot be told.

    Whether day or month comes first is told by a point, by the weekday, by what a calendar has, by the days that the text
    prints with the month's name, or by the other days in figures.
    """
    known = [datetime.date.fromisoformat(days[0]) for *_, days in named if _is_day(days[0])]
    figures = [
        match
        for match in matches_near(_FIGURES, _YEAR, shown, before=20, after=1)
        if int(match["one"]) <= 31 and int(match["two"]) <= 31
    ]
    known += [read[0] for match in figures if len(read := _readings(shown, match, known)) == 1]
    found = [(match, _readings(shown, match, known)) for match in figures]
    orders = {
        match["mark"] + str(int(match["one"]) == read[0].day)
        for match, read in found
        if len(read) == 1 and match["one"] != match["two"]
    }
    for match, read in found:
        fitting = [day for day in read if match["mark"] + str(int(match["one"]) == day.day) in orders]
        sure = read if len(read) == 1 else fitting if len(fitting) == 1 else []
        first = int(match["first"] or 0)
        days = [
            day.replace(day=first + more)
            for day in sure
            for more in range(day.day - first + 1)
            if 0 < first > day.day - 10
        ]
        days = days or sure
        yield match.start(), match.end(), tuple(day.isoformat() for day in days)


def _readings(shown: str, match: re.Match[str], known: Sequence[datetime.date]) -> list[datetime.date]:
    """Return the days that figures may mean, the day first in Europe and the month first in America."""
    one, two, year = (int(match[group]) for group in ("one", "two", "year"))
    pairs = {(one, two)} if match["mark"] == "." else {(one, two), (two, one)}
    printed = [f"{year}-{month:02d}-{day:02d}" for day, month in sorted(pairs)]
    days = [datetime.date.fromisoformat(day) for day in printed if _is_day(day)]
    before = _WEEKDAY_AHEAD.search(shown, max(0, match.start() - 14), match.start())
    word = before["day"].lower() if before else ""
    weekday = WEEKDAYS.get(word, _SHORT_DAYS.get(word))
    for narrower in (
        [day for day in days if day.weekday() == weekday],
        [day for day in days if any(abs(day - other) <= _NEAR for other in known)],
    ):
        days = narrower or days
    return days


#: "DAY 1" over sessions, or before the number of one: "Day two – Session 3".
_DAY_HEADING = re.compile(
    rf"^[ #*_|]*(?:day|tag|giorno|jour|dag)\s+(?P<nth>\d{{1,2}}|{'|'.join(list(NUMBERS)[:10])})(?=\s*$|\s*[:,.|(–—-])",
    re.MULTILINE | re.IGNORECASE,
)
#: What a line prints of a day beside its date.
BESIDE_DATE = re.compile(
    rf"\b(?:{'|'.join((*WEEKDAYS, *_SHORT_DAYS))}|day(?:\s+(?:\d|one|two|three|four|five))?)\b|[\W_]", re.IGNORECASE
)
#: What stands before a day on which something else is than the sessions below it: "Agenda as of 28 April 2026".
_OTHER_DAY = re.compile(
    r"\b(?:as of|as at|updated?(?: on)?|version(?: of)?|stand(?: vom)?|draft(?: of)?|printed(?: on)?|revised(?: on)?|published(?: on)?|issued(?: on)?|"
    r"posted(?: on)?|(?:postponed|moved|rescheduled|deferred) (?:to|until|for)|deadline(?: is)?|register (?:by|before|until)|registration (?:closes|ends)(?: on)?|aggiornat[oa] al)\s*:?\s*(?:[^\W\d_]+,?\s+)?\Z",
    re.IGNORECASE,
)


def session_days(shown: str, dates: Sequence[Date]) -> list[Date]:
    """Return the days on which the sessions below them may be, also those that only have a number; () where it cannot be told which.

    Args:
        shown: the plain text.
        dates: those that it prints, also such as cannot be told.

    Example:
        >>> text = "5–7 May 2030\\n\\nDAY 2\\n\\nMonday, 30 February 2030\\n"
        >>> session_days(text, printed_days(text))
        [(0, 12, ('2030-05-05', '2030-05-06', '2030-05-07')), (14, 19, ('2030-05-06',)), (29, 45, ())]
    """
    kept = [date for date in dates if not _OTHER_DAY.search(shown, max(0, date[0] - 40), date[0])]
    lines = [date for date in kept if len(date[2]) < 2 and _is_day_line(shown, date)]
    told = [date for date in kept if date[2]]
    return sorted([*told, *(date for date in lines if not date[2]), *_numbered(shown, told, lines)])


def _is_day_line(shown: str, date: Date) -> bool:
    """Say whether nothing but a day stands on the line of a date."""
    start, end, _ = date
    stop = shown.find("\n", end)
    beside = shown[shown.rfind("\n", 0, start) + 1 : start] + shown[end : stop if stop >= 0 else len(shown)]
    return not BESIDE_DATE.sub("", beside)


def _numbered(shown: str, dates: Sequence[Date], lines: Sequence[Date]) -> Iterator[Date]:
    """Yield the days of headings that only number them: by those with a date, by how long the event lasts, or as the next of those above."""
    single = [(start, days[0]) for start, _, days in dates if len(days) == 1]
    ranges = {days for *_, days in dates if len(days) > 1}
    bare: list[tuple[re.Match[str], int]] = []
    firsts: set[datetime.date] = set()
    for match in _DAY_HEADING.finditer(shown):
        number = int(match["nth"]) if match["nth"].isdigit() else NUMBERS[match["nth"].lower()]
        own = next((day for start, day in single if match.start() <= start <= match.end() + 30), None)
        if own is None:
            bare.append((match, number))
        else:
            firsts.add(datetime.date.fromisoformat(own) - datetime.timedelta(days=number - 1))
    for match, number in bare:
        above = sorted({days[0] for start, _, days in lines if days and start < match.start()})
        whole = next(iter(ranges), ()) if len(ranges) == 1 else ()
        day = ""
        if len(firsts) == 1:
            day = (next(iter(firsts)) + datetime.timedelta(days=number - 1)).isoformat()
        elif 0 < number <= len(whole):
            day = whole[number - 1]
        elif above and len(above) == number - 1 == _length(above):
            day = (datetime.date.fromisoformat(above[-1]) + datetime.timedelta(days=1)).isoformat()
        yield match.start(), match.end(), (day,) if day else ()


def _length(days: Sequence[str]) -> int:
    """Return how many days there are from the first to the last."""
    first, last = (datetime.date.fromisoformat(day) for day in (days[0], days[-1]))
    return (last - first).days + 1


def day_headings(shown: str) -> dict[int, tuple[int, int, str]]:
    """Return what "Day 1" and "Day 2" of a conference are: number → span and date.

    Example:
        >>> day_headings("Day 1\\n\\nTuesday, 22 October 2024")
        {1: (0, 31, '2024-10-22')}
    """
    found: dict[int, tuple[int, int, str]] = {}
    for match in re.finditer(r"^\W*Day (\d)\b\W*(.{0,40})$", shown, re.MULTILINE | re.IGNORECASE):
        for start, end, days in find_dates(shown[match.start() : match.end() + 60]):
            if len(days) == 1 and start < 60:
                found.setdefault(
                    int(match[1]),
                    (match.start() + len(match[0]) - len(match[0].lstrip()), match.start() + end, days[0]),
                )
                break
    return found
