"""The times of the day as programmes print them, as "HH:MM"; a misprint such as "10:75" is none."""

from __future__ import annotations

import re

from vmcgraph.programme import session_format, split_format

#: Between the two times of an item.
_TO = r"\s*(?:--|[–—‒‑−~-]|\b(?:to|until|till|bis|alle)\b|à)\s*"
_HALF = r"[ap](?:\.\s?)?m\b\.?"
_ZONES = "CES?T|EES?T|WES?T|BST|UTC|GMT|[ECMP][SD]?T|IST|AE[SD]T|HKT|MSK|TRT|EAT|[CWS]AT|SAST|PKT|ICT|SGT|JST"
_ZONE = rf"(?:(?-i:{_ZONES})|local time)\b(?:\s?[+-]\s?\d{{1,2}})?"
#: The same time in another zone: "/ 11 a.m. ET", "(10:00–11:30 EEST)".
_ALSO = (
    rf"(?:\s*(?:[/|,;=(\[]|\bor\b)\s*\d{{1,2}}(?:[.:hu]\d\d)?\s*(?:{_HALF})?(?:\s*\(?{_ZONE}\)?)?(?:{_TO}\d{{1,2}}(?:[.:hu]\d\d)?\s*(?:{_HALF})?)?"
    rf"\s*[(\[]?{_ZONE}[)\]]{{0,2}})"
)
#: The unit of a time, and in which zone it is: "h", "hrs", "Uhr CET", "(GMT+2)".
_UNIT = rf"(?:\s*(?:h(?:rs?|ours)?|Uhr|u(?:ur)?)\b\.?)?(?:\s*[(\[]?{_ZONE}[)\]]?{_ALSO}{{0,3}})?"
#: The capital, quotation mark, figure or bracket with which a title begins.
_TITLE = r"(?=(?-i:[A-ZÀ-ÞĀ-ɏ])|[“\"„«]|\((?-i:[A-ZÀ-Þ]))"
#: No mark parts hours and minutes: "0900 – 0930 hrs"; without the unit they stand first in their line and are no years.
_FOUR = (
    rf"(?P<four>(?<=[0-2]\d)(?=[0-5]\d\s*(?:hrs|hours|h)?{_TO}[0-2]\d[0-5]\d\s*(?:hrs|hours|h)\b)|"
    rf"(?:(?<=^0[5-9])|(?<=^1[0-7])|(?<=time: [01]\d))(?=[0-5][05]{_TO}[0-2]\d[0-5][05](?:\s*(?:$|[|:])|\s+{_TITLE})))"
)
#: "9.30 – 10.15", and with the half of the day, noon or the unit also whole hours: "10 a.m. to 1 p.m.", "9 – 11 Uhr", "10h–12h".
TIME = re.compile(
    rf"[(\[]?(?<!\d)(?P<h1>\d{{1,2}})(?:(?:[.:hu]|\sh\s|{_FOUR})(?P<m1>\d{{2}}))?\s*(?:(?P<a1>{_HALF}|noon\b)|(?P<whole>h\b))?{_UNIT}{_TO}"
    rf"(?:(?P<h2>\d{{1,2}})(?:(?:[.:hu]|\sh\s|(?(four)|(?!)))(?P<m2>\d{{2}}))?|(?=noon\b))\s*(?P<a2>{_HALF}|noon\b)?"
    rf"(?(m1)(?(m2)|(?(a2)|(?=\s?(?:h|u(?:ur)?|Uhr)\b)))|(?(a2)|(?(whole)(?(m2)|(?=\s?h\b))|(?=\s?(?:Uhr|u(?:ur)?)\b)))){_UNIT}[)\]]?",
    re.IGNORECASE,
)
#: Behind a start: unit and zone, and what parts it from the title.
_BEHIND = rf"{_UNIT}(?:\s+onwards?\b)?[)\]]?(?:\s*[–—‒‑−:|·•-]\s*|\s+)(?!{_ZONE}){_TITLE}"
#: A start among other things that a heading parts: "02 | 11:15 | Panel", "Panel 3, 14:00".
_START_AMONG = re.compile(
    rf"(?:^|(?<=[|/,;·•(–—-]))\s*(?P<h1>(?:[01]?\d|2[0-3])(?=[:hu])|(?:[01]\d|2[0-3])(?=\.))[.:hu](?P<m1>[0-5]\d)\s*(?P<a1>{_HALF})?{_UNIT}\s*(?=$|[|,;·•)]|[/–—-]\s)",
    re.IGNORECASE,
)
#: A start before a bar, whatever stands behind that.
_START = re.compile(rf"(?P<h1>\d{{1,2}})[.:hu](?P<m1>[0-5]\d)\s*(?P<a1>{_HALF})?{_UNIT}\s*\|\s*(?=\S)", re.IGNORECASE)
#: A start alone, before a title: "14:45 Closing"; with a point it may be the number of a section, so it takes two digits and a gap.
_START_ALONE = re.compile(
    r"[(\[]?(?P<h1>(?:[01]?\d|2[0-3])(?=[:hu]|\sh\s)|0\d(?=\.)|[7-9](?=\.[0-5][05]\s{2,})|(?:1\d|2[0-3])(?=\.\d\d(?:\s{2,}|\s*[–—])))"
    rf"(?:[.:hu]|\sh\s)(?P<m1>[0-5]\d)(?:\s*(?P<a1>{_HALF}|noon\b))?{_BEHIND}",
    re.IGNORECASE,
)
#: A start that its unit or "ore" shows to be one, before a title or on a line of its own: "9 a.m. Arrival", "19 Uhr", "9.00 Uhr: Panel", "18h Film".
_START_MARKED = re.compile(
    rf"[(\[]?(?P<h1>\d{{1,2}})(?:[.:](?P<m1>[0-5]\d))?\s*(?:(?P<a1>{_HALF}|noon\b)|(?:Uhr|uur)\b|(?<=ore \d\.\d\d)|(?<=ore \d\d\.\d\d)|(?<=kl\. \d\.\d\d)|(?<=kl\. \d\d\.\d\d)|(?<!\b[0-6])(?<!\b[0-6]\s)[hu]\b\.?)(?:{_UNIT}[)\]]?$|{_BEHIND})",
    re.IGNORECASE,
)
#: A start without a mark between hour and minutes: "1900 hrs Dinner", "0830 Arrival".
_START_FOUR = re.compile(
    rf"(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)(?P<a1>)(?:(?=\s*(?:hrs|hours|h)\b)|(?<=^0[5-9][0-5][05])(?=\s+\S))(?:{_BEHIND}|{_UNIT}$)",
    re.IGNORECASE,
)
#: A start with a point or nothing, which is none but before the format of a session: "11.30 Panel: Ports", "1230 Lunch".
_START_DOTTED = re.compile(r"(?P<h1>0[6-9]|1\d|2[0-3](?=\.))\.?(?P<m1>[0-5][05])(?P<a1>)\s(?=[A-ZÀ-ÞĀ-ɏ])")
#: Between the times and a title.
_PARTED = r"(?:\s*[:|·•]\s*|\s+[–—-]\s+|\s+)"
#: Two times of which only one has minutes, quarters of an hour: "9-10.30 Opening", "9:30 – 11 Panel".
_HALF_WHOLE = re.compile(
    rf"[(\[]?(?P<h1>0\d|[6-9]|1\d|2[0-3])(?:[.:](?P<m1>00|15|30|45|[0-5][05](?=\s*\D)))?(?P<a1>){_TO}(?P<h2>[01]?\d|2[0-4])(?(m1)(?!\d|[.:]\d)|[.:](?P<m2>00|15|30|45))"
    rf"{_UNIT}[)\]]?{_PARTED}{_TITLE}",
    re.IGNORECASE,
)
#: The half of the day may stand with the first alone: "11 am – 12:30 Panel".
_HALF_FIRST = re.compile(
    rf"[(\[]?(?P<h1>\d{{1,2}})(?:[.:](?P<m1>[0-5]\d))?\s*(?P<a1>{_HALF}|noon\b){_TO}(?P<h2>\d{{1,2}})(?:[.:](?P<m2>[0-5]\d))?{_UNIT}[)\]]?{_PARTED}{_TITLE}",
    re.IGNORECASE,
)
#: Two of which none has, or that begin in small hours: no times but before the format of a session: "10–12 Workshop: Fog", "2-3.30 Panel".
_WHOLE_HOURS = re.compile(
    rf"[(\[]?(?P<h1>0?\d|1\d|2[0-3])(?P<m1>)(?P<a1>){_TO}(?P<h2>0?\d|1\d|2[0-4])(?:[.:](?P<m2>00|15|30|45))?[)\]]?{_PARTED}(?=[A-ZÀ-ÞĀ-ɏ])"
)
#: A start on a line of its own, over the title; with a point it may be the number of a section, unless it tells a quarter of an hour.
_START_LINE = re.compile(
    r"[(\[]?(?P<h1>(?:[01]?\d|2[0-3])(?=[:hu])|(?:0?[6-9]|1\d|2[0-3])(?=\.(?:00|15|30|45)))[.:hu](?P<m1>[0-5]\d)"
    rf"\s*(?P<a1>{_HALF})?{_UNIT}[)\]]?(?:\s+[–—-])?$",
    re.IGNORECASE,
)
#: Before the times of an item.
_FROM = re.compile(r"(?:from|von|um|ab|dalle(?: ore)?|dalle|alle|ore|de|van|kl\.?|klo\.?)\s+(?=\d)", re.IGNORECASE)
_STARTS = (_START_LINE, _START_ALONE, _START_MARKED, _START, _START_FOUR, _HALF_WHOLE, _HALF_FIRST)
#: Those that are times only before the format of a session.
_BEFORE_FORMAT = (_START_DOTTED, _WHOLE_HOURS)

#: A programme of one day ends by then, past midnight; what begins by then does not end the next day.
_NIGHT, _EVENING = "06:00", "17:00"


def clock(times: re.Match[str] | None) -> tuple[str, str]:
    """Return the two times of a line as "HH:MM", or "" for one that is not printed, is no time, or ends before it begins.

    Example:
        >>> clock(TIME.match("9.30 – 10.15"))
        ('09:30', '10:15')
        >>> clock(TIME.match("1:00 to 2:30 pm")), clock(TIME.match("10 a.m. to 1 p.m."))
        (('13:00', '14:30'), ('10:00', '13:00'))
        >>> clock(times_at("9.30 | Panel"))
        ('09:30', '')
        >>> clock(TIME.search("(Monday, 3 May, 11 a.m. to noon)")), clock(TIME.search("11 to 1.15 p.m."))
        (('11:00', '12:00'), ('11:00', '13:15'))
        >>> clock(TIME.match("9:00 – 9:75")), clock(TIME.match("9.00 – 8.00")), clock(TIME.match("22.00 – 1.00"))
        (('09:00', ''), ('09:00', ''), ('22:00', '01:00'))
        >>> clock(TIME.match("11.30 – 1.00")), clock(TIME.match("0900 – 0945 hrs")), clock(TIME.match("9 – 10.30 Uhr"))
        (('11:30', '13:00'), ('09:00', '09:45'), ('09:00', '10:30'))
    """
    if not times:
        return "", ""
    parts = times.groupdict()
    if int(parts["h1"] or 0) > 23:
        return "", ""  # of the day after
    last = _hour(parts.get("h2"), parts.get("a2"))
    first = _hour(parts["h1"], parts["a1"])
    if not parts["a1"] and last >= 12 and parts.get("a2") and first + 12 <= last:
        first += 12  # "1 to 2.30 p.m.", but "11 to 1 p.m."
    if not parts["a1"] and not parts.get("a2") and 10 <= first <= 12 and 1 <= last <= 5:
        last += 12  # "11.30 to 1.00"
    if parts["a1"] and not parts.get("a2") and last < first < last + 12:
        last += 12  # "2 p.m. to 3.30"
    begins = time_of_day(first, parts["m1"])
    ends = time_of_day(last, parts["m2"]) if "h2" in parts else ""
    return begins, "" if ends < begins and not (begins >= _EVENING and ends <= _NIGHT) else ends


def times_at(line: str) -> re.Match[str] | None:
    """Match the times that a line of a programme starts with: both, or the first before a bar, a title or the end.

    Example:
        >>> times_at("9.30 – 10.15 Panel").end(), times_at("9.30 | Panel | Hall").end(), times_at("9:30 Panel").end()
        (13, 7, 5)
        >>> times_at("9.30 million") or times_at("2.15 Ports") or times_at("11.30 Ports") or times_at("2015 – 2020 Ports")
        >>> times_at("11.30 Panel: Ports").end(), clock(times_at("From 7 p.m.: Dinner")), clock(times_at("1900 hrs Dinner"))
        (6, ('19:00', ''), ('19:00', ''))
    """
    start = 0
    if not line[:1].isdigit() and line[:1] not in ("(", "["):
        before = _FROM.match(line)
        if before is None:
            return None
        start = before.end()
    found = TIME.match(line, start) or next((at for each in _STARTS if (at := each.match(line, start))), None)
    if found is None and (bare := next((at for each in _BEFORE_FORMAT if (at := each.match(line, start))), None)):
        behind = line[bare.end() :]
        return bare if session_format(behind) or split_format(behind)[0] else None
    return found


def time_in(line: str) -> re.Match[str] | None:
    """Search the heading of a session for its times: both, or the first where signs part it from what else the line prints.

    Example:
        >>> clock(time_in("Panel, 15 May, 9.30 – 10.15")), clock(time_in("02 | 11:15 | Panel")), time_in("Panel at 11:15 sharp")
        (('09:30', '10:15'), ('11:15', ''), None)
    """
    return TIME.search(line) or _START_AMONG.search(line)


def misprint(line: str) -> str:
    """Return the times that a line of a programme starts with if one of them cannot be, else "".

    Example:
        >>> misprint("09:00 – 10:75  Panel"), misprint("09:00 – 10:45  Panel"), misprint("9.30 | Panel")
        ('09:00 – 10:75', '', '')
    """
    times = times_at(line)
    if not times or ("h2" not in times.groupdict()) + len(list(filter(None, clock(times)))) > 1:
        return ""
    return times[0].strip(" ()|")


def time_of_day(hour: int, minute: str | None) -> str:
    """Return a time as "HH:MM", or "" if no day has it; 24:00 is midnight.

    Example:
        >>> time_of_day(9, None), time_of_day(24, "00"), time_of_day(25, "10"), time_of_day(10, "75")
        ('09:00', '00:00', '', '')
    """
    minutes = int(minute or 0)
    return f"{hour % 24:02d}:{minutes:02d}" if minutes < 60 and hour * 60 + minutes <= 24 * 60 else ""


def _hour(hour: str | None, half: str | None) -> int:
    """Return an hour of the day; noon may stand without its twelve."""
    value, half = int(hour or 12), (half or "").lower()
    if half.startswith("p") and value < 12:
        return value + 12
    return 0 if half.startswith("a") and value == 12 else value
