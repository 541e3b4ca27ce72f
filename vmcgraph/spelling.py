"""How a text is compared, named and checked: without accents, as part of an IRI, by its digest. Imports nothing of the package.

Apart from the model, so that a command which only looks for a name need not load it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
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


_LETTERS = re.compile(r"[^\W_]+")
_FOLDS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> str:
    """Return a name without accents, case and punctuation, its words one blank apart.

    Example:
        >>> fold("Doncha O'Sullivan"), fold("  Türkiye ")
        ('doncha o sullivan', 'turkiye')
    """
    return " ".join(_LETTERS.findall(name.lower() if name.isascii() else _without_accents(name)))


def _without_accents(name: str) -> str:
    spelled = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDS))
    return "".join(char for char in spelled if not unicodedata.combining(char)).translate(_FOLDS)


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


def trimmed(text: str, marks: str) -> str:
    """Return a text without the marks at its end, but with the last point of a short form.

    Example:
        >>> trimmed("Ferry Institute.,", ".,"), trimmed("I.C.R.;", ".;")
        ('Ferry Institute', 'I.C.R.')
    """
    bare = text.rstrip(marks)
    short = bare[-2:-1] == "." and bare[-1].isupper() and text[len(bare) : len(bare) + 1] == "."
    return f"{bare}." if short else bare
