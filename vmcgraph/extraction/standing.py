"""What a programme says of whether somebody comes, or an item is held: "(cancelled)", "unable to attend", "tbc"."""

from __future__ import annotations

import re

#: The status of somebody who is printed and does not come.
ABSENT = "absent"
#: What labels give to those who interpret, film or sent apologies: they take part in nothing.
OFF_STAGE = frozenset({"service", "absent"})
_OFF = r"cancel+ed|postponed|called off|withdrawn|abgesagt|verschoben|entfällt|annullat[oa]|cancellat[oa]|rinviat[oa]"
_COME = r"(?:attend|join|participate|take part|come|travel|speak|be (?:present|with us))"
_GONE = (
    rf"(?:(?:with|has|have|had|is|was|been|now|speaker|regretfully|unfortunately|leider)\s+)*(?:{_OFF}|withdrew|excused|absent|apologies|apologi[sz]ed|regrets|"
    rf"declined|unable to {_COME}|(?:could|can|will|did|does)(?: ?not|n't)(?: be able to)? {_COME}|not (?:able to {_COME}|attending|joining|coming|present|available)|"
    r"no longer (?:attending|joining|coming|speaking|available)|(?:sends?|sent) (?:(?:his|her|their) )?(?:regrets|apologies)|no[- ]show|"
    r"entschuldigt|verhindert|abwesend|erkrankt|assente|impossibilitat[oa])\b"
)
_UNSURE = (
    r"(?:tbc|t\.b\.c\.?|tba|tbd|to be (?:confirmed|announced)|(?:yet to be|not(?: yet)?|un)\s?confirmed|(?:confirmation |participation )?pending(?: confirmation)?|"
    r"awaiting confirmation|(?:also )?invited|angefragt|eingeladen|da confermare|in attesa di conferma|invitat[oa])"
)
_OPEN = rf"{_UNSURE}(?:,?\s+\(?{_UNSURE}\)?)?"
_GAP = r"(?:\s*[,;:|/·•\n]\s*|\s+[–—-]\s*)"
#: Behind a name or post, in brackets or as its last words; a reason may follow.
_ABSENT_BEHIND = re.compile(
    rf"\s*[(\[]\s*{_GONE}[^()\[\]]*[)\]]|{_GAP}{_GONE}[^,;()|]*\s*$|\s+(?-i:CANCEL+ED|ABSENT|WITHDRAWN|ABGESAGT)\s*$",
    re.IGNORECASE,
)
_OPEN_BEHIND = re.compile(
    rf"[(\[]\s*(?P<in>{_OPEN})\s*[)\]]|{_GAP}(?P<behind>{_OPEN})\s*$|\s+(?P<bare>tbc|tba)\s*$", re.IGNORECASE
)
#: Between somebody who does not come and who comes instead.
REPLACED = re.compile(r"\b(?:(?:replaced|substituted|represented) by|vertreten durch)\s", re.IGNORECASE)
#: Before or behind the title of an item that is not held: "CANCELLED: Fog", "[Postponed] Fog", "Fog (cancelled)".
_TITLE_OFF = re.compile(
    rf"^\W*(?:[(\[]\s*(?:{_OFF})\b[^()\[\]]*[)\]]|(?:{_OFF})\s*[:!–—-]+(?=\s)|(?-i:CANCEL+ED|POSTPONED|ABGESAGT|ANNULLATO)(?=\s+(?-i:.*[a-z])))\s*|"
    rf"\s*(?:[(\[]\s*(?:{_OFF})\b[^()\[\]]*[)\]]|(?:\s[–—-]|[,:;])\s*(?:{_OFF})[!.]?|\s(?-i:CANCEL+ED|POSTPONED|ABGESAGT))$",
    re.IGNORECASE,
)
_OFF_ALONE = re.compile(rf"\W*(?:{_OFF})\W*", re.IGNORECASE)


def status_behind(rest: str) -> tuple[str, str]:
    """Return what stands behind a name says of whether the person comes, and what stands there without it, as long as before.

    Example:
        >>> status_behind(", Ferry Institute (cancelled)")
        ('absent', ', Ferry Institute            ')
        >>> status_behind(" (Ferry Institute), tbc")[0], status_behind(", Minister of Ports")[0]
        ('tbc', '')
    """
    if gone := _ABSENT_BEHIND.search(rest):
        return ABSENT, _without(rest, gone)
    found = _OPEN_BEHIND.search(rest)
    return (found[found.lastgroup or 0], _without(rest, found)) if found else ("", rest)


def _without(rest: str, match: re.Match[str]) -> str:
    return rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]


def is_off(title: str) -> bool:
    """Say whether the title of an item says that it is not held.

    Example:
        >>> is_off("CANCELLED Fog at sea"), is_off("Fog at sea (postponed to May)"), is_off("Cancelled ferries: who pays?")
        (True, True, False)
    """
    return _TITLE_OFF.search(title) is not None or _OFF_ALONE.fullmatch(title) is not None


def without_status(title: str) -> str:
    """Return a title without the words that say that the item is not held.

    Example:
        >>> without_status("[Cancelled] Fog at sea"), without_status("Fog at sea – CANCELLED")
        ('Fog at sea', 'Fog at sea')
    """
    return _TITLE_OFF.sub("", title).strip()
