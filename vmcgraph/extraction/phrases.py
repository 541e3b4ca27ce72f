"""Find many known phrases in one pass over a text: a dictionary on the first word, longest phrase first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[list[int], list[int], list[str]]:
    """Return starts, ends and words of a text; kept, as many finders look through the same one."""
    matches = list(_WORD.finditer(text))
    return [match.start() for match in matches], [match.end() for match in matches], [match[0] for match in matches]


class PhraseFinder:
    """Find phrases, exact in case, at word boundaries; white space may be any.

    Args:
        phrases: what to look for.

    Example:
        >>> [(start, end) for start, end, phrase in PhraseFinder(["European Union", "EU"]).find("the EU-funded European\\nUnion")]
        [(4, 6), (14, 28)]
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._longer: dict[str, dict[str, list[tuple[str, list[str], int]]]] = {}  # by their first and second words
        self._single: dict[str, list[tuple[str, list[str], int]]] = {}
        for phrase in sorted(set(phrases), key=len, reverse=True):
            words = list(_WORD.finditer(phrase))
            if not words:
                continue
            entry = (phrase, [word[0] for word in words[1:]], len(phrase) - words[-1].end())
            if len(words) > 1:
                self._longer.setdefault(words[0][0], {}).setdefault(words[1][0], []).append(entry)
            else:
                self._single.setdefault(words[0][0], []).append(entry)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and phrase of each occurrence in ``text[start:end]``, the longest first, without overlaps.

        "the Commission" gives way to "Commission on Ports", which begins a word later.
        """
        stop = len(text) if end is None else end
        starts, _, words = _words(text)
        at = start
        for index in range(bisect_left(starts, start), bisect_left(starts, stop)):
            known = words[index] in self._longer or words[index] in self._single
            if known and starts[index] >= at and (found := self._at(text, index, stop)):
                article = words[index] in ("the", "The") and index + 1 < len(words)
                longer = self._at(text, index + 1, stop) if article else None
                if not longer or longer[1] <= found[1]:
                    yield found
                    at = found[1]

    def _at(self, text: str, index: int, stop: int) -> tuple[int, int, str] | None:
        """Return the longest phrase that begins with a word of the text."""
        starts, ends, words = _words(text)
        first, word = starts[index], words[index]
        following = words[index + 1] if index + 1 < len(words) else ""
        longer = self._longer.get(word, {}).get(following, ())
        for phrase, rest, tail in (*longer, *self._single.get(word, ())):
            size = len(rest)
            if size > 1 and words[index + 1 : index + 1 + size] != rest:
                continue
            last = ends[index + size] + tail
            if last <= stop and _same(text, first, last, phrase) and _bounded(text, first, last):
                return first, last, phrase
        return None


def _same(text: str, start: int, end: int, phrase: str) -> bool:
    """Say whether a stretch prints a phrase; a blank in it stands for any white space."""
    return text.startswith(phrase, start) or (" " in phrase and " ".join(text[start:end].split()) == phrase)


def _bounded(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("_", "@")) and not (after.isalnum() or after == "_")
