"""How a text is compared, named and checked: without accents, as part of an IRI, by its digest. Imports nothing of the package.

Apart from the model, so that a command which only looks for a name need not load it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache


def digest(text: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of a text in UTF-8.

    Example:
        >>> digest("Vienna")
        'db7ee413d60408e5'
    """
    import hashlib  # here, as it is rarely needed on the way to an answer

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with what it counts.

    Args:
        number: how many.
        one: what one of them is called.
        many: what several are called; default: with an s.

    Example:
        >>> counted(1, "place"), counted(1200, "place"), counted(0, "person", "people")
        ('1 place', '1,200 places', '0 people')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def slug(name: str, *, longest: int = 80) -> str:
    """Return a name as the last part of an IRI: ASCII letters and digits, joined by hyphens.

    Letters without an ASCII form are kept as they are spelled in Unicode names, so that no two scripts collide.

    Example:
        >>> slug("Nicole de Moor"), slug("Radim Žák"), slug("Łódź")
        ('nicole-de-moor', 'radim-zak', 'lodz')
    """
    plain = "-".join(fold(name).split())[:longest].strip("-")
    return plain or "n" + digest(name)


_FOLDS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> str:
    """Return a name without accents, case and punctuation, its words one blank apart.

    Example:
        >>> fold("Doncha O'Sullivan"), fold("  Türkiye ")
        ('doncha o sullivan', 'turkiye')
    """
    spelled = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDS))
    letters = "".join(char for char in spelled if not unicodedata.combining(char)).translate(_FOLDS)
    return " ".join(re.findall(r"[^\W_]+", letters))


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
    if not re.search(r"[-\u00ad\u2010][ \t]*\r?\n", text):
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


def in_order(few: Iterable[str], many: Iterable[str]) -> bool:
    """Say whether many items hold the few in their order, maybe with others between them.

    Example:
        >>> in_order("ecre", "ecore"), in_order(["Moor", "Nicole"], ["Nicole", "de", "Moor"])
        (True, False)
    """
    rest = iter(many)
    return all(item in rest for item in few)


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence lists them.

    Example:
        >>> listed([]), listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])
        ('', 'A', 'A and B', 'A, B and C')
    """
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last
