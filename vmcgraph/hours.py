"""The times of the day as programmes print them, as "HH:MM"; a misprint such as "10:75" is none."""

from __future__ import annotations

import re

from vmcgraph.programme import times_at

#: A programme of one day ends by then, past midnight; what begins by then does not end the next day.
_NIGHT, _EVENING = "06:00", "17:00"


def clock(times: re.Match[str] | None) -> tuple[str, str]:
    """Return the two times of a line as "HH:MM", or "" for one that is not printed, is no time, or ends before it begins.

    Example:
        >>> from vmcgraph.programme import TIME
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
        >>> clock(TIME.match("11.30 – 1.00"))
        ('11:30', '13:00')
    """
    if not times:
        return "", ""
    parts = times.groupdict()
    last = _hour(parts.get("h2"), parts.get("a2"))
    first = _hour(parts["h1"], parts["a1"])
    if not parts["a1"] and last >= 12 and parts.get("a2") and first + 12 <= last:
        first += 12  # "1 to 2.30 p.m.", but "11 to 1 p.m."
    if not parts["a1"] and not parts.get("a2") and 10 <= first <= 12 and 1 <= last <= 5:
        last += 12  # "11.30 to 1.00"
    begins = time_of_day(first, parts["m1"])
    ends = time_of_day(last, parts["m2"]) if "h2" in parts else ""
    return begins, "" if ends < begins and not (begins >= _EVENING and ends <= _NIGHT) else ends


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
