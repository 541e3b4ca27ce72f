"""How far an instrument has come, as the words beside its name tell it: "the draft Pact", "the Pact entered into force"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ABOUT_TO = r"\s+(?:(?:which|that)\s+)?(?:(?:is|was|were|has been|have been|had been|will be)\s+)?(?:\w+ly\s+)?"
#: What the words before or behind a name say of its status.
_STATUS_BEFORE = re.compile(
    r"\b(?:(?P<proposed>proposed|draft|planned)|(?P<adopted>adopted))\s+(?:(?!by\b|to\b|that\b)[\w-]+\s+){0,2}$"
)
_STATUS_BEHIND = re.compile(
    rf",?{_ABOUT_TO}(?:(?P<proposed>proposed)|(?P<adopted>adopted|agreed in)|(?P<in_force>(?:entered|came|entering|coming) into force|in force)|"
    r"(?P<under_negotiation>under negotiation|being negotiated)|(?P<suspended>suspended)|(?P<ended>scrapped|cancelled|abandoned|terminated|repealed))\b"
)


def status_at(flat: str, places: Iterable[tuple[int, int]]) -> str | None:
    """Return the status that a text states last of what it names at some places, given in order.

    Example:
        >>> text = "The draft Harbour Pact; the Harbour Pact entered into force."
        >>> status_at(text, [(10, 22), (28, 40)])
        'in-force'
    """
    told: str | None = None
    for start, end in places:
        before = _STATUS_BEFORE.search(flat, max(0, start - 40), start)
        found = _STATUS_BEHIND.match(flat, end) or before
        told = found.lastgroup.replace("_", "-") if found and found.lastgroup else told
    return told
