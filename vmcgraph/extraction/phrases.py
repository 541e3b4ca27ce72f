"""Find many known phrases in one pass over a text: a dictionary on the first word, longest phrase first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_GAP = re.compile(r"[\s]+")


class PhraseFinder:
    """Find phrases, exact in case, at word boundaries; white space may be any.

    Args:
        phrases: what to look for.

    Example:
        >>> [(start, end) for start, end, phrase in PhraseFinder(["European Union", "EU"]).find("the EU-funded European\\nUnion")]
        [(4, 6), (14, 28)]
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=len, reverse=True):
            first = _first_word(phrase)
            if first:
                self._by_first.setdefault(first, []).append(phrase)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and phrase of each occurrence in ``text[start:end]``, the longest first, without overlaps."""
        stop = len(text) if end is None else end
        at = start
        for match in re.compile(r"[^\W_]+").finditer(text, start, stop):
            if match.start() < at:
                continue
            for phrase in self._by_first.get(match[0], ()):
                last = _match_at(text, match.start(), phrase)
                if last and last <= stop and _bounded(text, match.start(), last):
                    yield match.start(), last, phrase
                    at = last
                    break


def _first_word(phrase: str) -> str:
    match = re.match(r"[^\W_]+", phrase)
    return match[0] if match else ""


def _match_at(text: str, at: int, phrase: str) -> int:
    """Return where a phrase that starts at an offset ends, or 0; a blank in it stands for any white space."""
    if " " not in phrase:
        return at + len(phrase) if text.startswith(phrase, at) else 0
    for number, word in enumerate(phrase.split(" ")):
        if number:
            gap = _GAP.match(text, at)
            if not gap:
                return 0
            at = gap.end()
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return at


def _bounded(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("_", "@")) and not (after.isalnum() or after == "_")
