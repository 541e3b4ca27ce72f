"""Words that the ends of lines cut, as in the text of printed pages: read whole, with their true places kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: A word that the end of its line cuts.
_BREAK = re.compile(r"(?P<left>[^\W\d_]+)(?P<gap>[-\u00ad\u2010][ \t]*\r?\n[ \t]*)(?P<right>[^\W\d_]\S*)")
#: First parts of words that keep their hyphen.
_FIRST_PARTS = frozenset(
    "high low long short cross well self so ill non anti ex half full part policy decision law rule state third second first two three four five multi "
    "e".split()
)
#: Before these a hyphen stands for the rest of another word: "in- and outflows".
_JOINING = frozenset("and or to und oder bis e o y et ou".split())


@dataclass(frozen=True, slots=True)
class Break:
    """A word cut by the end of its line, and how its rest is moved to it.

    Args:
        start, end: where the rest stands in the text made whole.
        shift: how much further behind it stands in the text as printed.
        at: where the gap starts that goes.
    """

    at: int
    start: int
    end: int
    shift: int


def breaks(text: str) -> Iterator[Break]:
    """Yield where the ends of lines cut words; a hyphen of the word's own is kept.

    Example:
        >>> [(each.start, each.end, each.shift) for each in breaks("a work-\\nshop, Roe-\\nLind")]
        [(6, 11, 2), (18, 22, 1)]
    """
    if "\n" not in text or not re.search(r"[-\u00ad\u2010][ \t]*\r?\n", text):
        return
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))
    for match in _BREAK.finditer(text):
        left, right = match["left"], re.split(r"[\W\d_]", match["right"], maxsplit=1)[0]
        if right in _JOINING:
            continue
        keeps = match["gap"][0] != "\u00ad" and _keeps_hyphen(left, right, words)
        at = match.start("gap") + keeps
        yield Break(at, at, at + len(match["right"]), match.start("right") - at)


def _keeps_hyphen(left: str, right: str, words: set[str]) -> bool:
    whole, parted = (left + right).casefold(), f"{left}-{right}".casefold()
    if whole in words or parted in words:
        return whole not in words
    named = right[0].isupper() and not (left.isupper() and right.isupper() and len(left) > 1)
    return named or len(left) == 1 or left.casefold() in _FIRST_PARTS


def unbroken(text: str) -> str:
    """Return a text of the same length in which words that the ends of lines cut are whole; what they leave free is blank.

    Example:
        >>> unbroken("a work-\\nshop on fog")
        'a workshop \\n on fog'
    """
    made, last = [], 0
    for each in breaks(text):
        first, end = each.start + each.shift, each.end + each.shift
        ends_line = text[end : end + 1] in ("", "\n", "\r")
        made += [text[last : each.at], text[first:end], " " * (each.shift - 1), " " if ends_line else "\n"]
        last = end
    return "".join((*made, text[last:])) if made else text
