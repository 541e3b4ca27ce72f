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
        self._by_first: dict[str, list[tuple[str, list[str], int]]] = {}
        for phrase in sorted(set(phrases), key=len, reverse=True):
            words = list(_WORD.finditer(phrase))
            if words:
                rest = [word[0] for word in words[1:]]
                self._by_first.setdefault(words[0][0], []).append((phrase, rest, len(phrase) - words[-1].end()))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and phrase of each occurrence in ``text[start:end]``, the longest first, without overlaps.

        "the Commission" gives way to "Commission on Ports", which begins a word later.
        """
        stop = len(text) if end is None else end
        starts, _, words = _words(text)
        at = start
        for index in range(bisect_left(starts, start), bisect_left(starts, stop)):
            if starts[index] >= at and words[index] in self._by_first and (found := self._at(text, index, stop)):
                article = words[index] in ("the", "The") and index + 1 < len(words)
                longer = self._at(text, index + 1, stop) if article else None
                if not longer or longer[1] <= found[1]:
                    yield found
                    at = found[1]

    def _at(self, text: str, index: int, stop: int) -> tuple[int, int, str] | None:
        """Return the longest phrase that begins with a word of the text."""
        starts, ends, words = _words(text)
        first = starts[index]
        for phrase, rest, tail in self._by_first.get(words[index], ()):
            size = len(rest)
            if size and words[index + 1 : index + 1 + size] != rest:
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
