"""Find in a text what is rare in it: many known phrases, by its words and where each stands; patterns, near what they hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

_WORD = re.compile(r"([^\W_]+)")


class Words:
    """The words of a text in order, where each starts and ends, and at which places each word stands."""

    __slots__ = ("ends", "places", "starts", "words")

    def __init__(self, starts: list[int], ends: list[int], words: list[str]) -> None:
        self.starts, self.ends = starts, ends
        self.words = [*words, ""]  # each has a next one
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(words):
            self.places[word].append(index)


class Text(str):
    """A text that keeps its words, as many finders look through the same one."""

    @classmethod
    def of(cls, text: str) -> Text:
        """Return a text with its words."""
        return text if isinstance(text, Text) else cls(text)

    @cached_property
    def words(self) -> Words:
        """Its words."""
        pieces = _WORD.split(self)  # what is between words, and words, in turn
        edges = list(accumulate(map(len, pieces)))
        return Words(edges[:-1:2], edges[1::2], pieces[1::2])

    @cached_property
    def small(self) -> Text:
        """The text in small letters; as it is, where a letter has no small one of one character."""
        small = Text(self.lower())
        if len(small) != len(self):
            return self
        small.words = self._lowered
        return small

    @cached_property
    def flat(self) -> Text:
        """The text with its line ends as blanks, which part the same words."""
        flat = Text(self.replace("\n", " ").replace("\r", " "))
        flat.words, flat._lowered, flat._vocabulary = self.words, self._lowered, self._vocabulary
        return flat

    def matches(self, pattern: re.Pattern[str], *words: str) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern of which each holds one of some words, here in small letters: most texts hold none."""
        return iter(()) if self._lowered.places.keys().isdisjoint(words) else pattern.finditer(self)

    def spans(self, *beginnings: str) -> list[tuple[int, int]]:
        """Return start and end of each word with one of some beginnings, here in small letters, in order."""
        words, vocabulary = self._lowered, self._vocabulary
        found: set[int] = set()
        for beginning in beginnings:
            for at in range(bisect_left(vocabulary, beginning), len(vocabulary)):
                if not vocabulary[at].startswith(beginning):
                    break
                found.update(words.places[vocabulary[at]])
        return [(words.starts[index], words.ends[index]) for index in sorted(found)]

    @cached_property
    def _lowered(self) -> Words:
        """Its words in small letters."""
        return Words(self.words.starts, self.words.ends, list(map(str.lower, self.words.words[:-1])))

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._lowered.places)

    def stretches_with(self, stretches: Sequence[tuple[int, int]], *beginnings: str) -> set[tuple[int, int]]:
        """Return those of some stretches, given in order, that hold a word with one of some beginnings, here in small letters."""
        starts = [start for start, _ in stretches]
        holding = (stretches[bisect_right(starts, start) - 1] for start, _ in self.spans(*beginnings))
        return set(holding) if stretches else set()


class Stretches:
    """Stretches of a text, any of which may hold a place in it.

    Args:
        stretches: start and end of each, in any order; they may overlap.

    Example:
        >>> taken = Stretches([(20, 30), (4, 8), (6, 12)])
        >>> taken.hold(3), taken.hold(4), taken.hold(10), taken.hold(12)
        (False, True, True, False)
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))  # the farthest so far

    def hold(self, at: int) -> bool:
        """Say whether one of them holds a place."""
        index = bisect_right(self._starts, at)
        return index > 0 and at < self._ends[index - 1]


#: A phrase with the words behind its first one, and how many characters follow its last.
_Entry = tuple[str, list[str], int]


class PhraseFinder:
    """Find phrases, exact in case, at word boundaries; white space may be any.

    Args:
        phrases: what to look for.
        besides: finds others, which many finders look for too; it builds on none itself.

    Example:
        >>> [(start, end) for start, end, phrase in PhraseFinder(["European Union", "EU"]).find("the EU-funded European\\nUnion")]
        [(4, 6), (14, 28)]
    """

    def __init__(self, phrases: Iterable[str], besides: PhraseFinder | None = None) -> None:
        self._others = besides
        self._phrases: dict[str, list[str]] = {}  # by their first word
        for phrase in set(phrases):
            if word := _WORD.match(phrase):
                self._phrases.setdefault(word[0], []).append(phrase)
        self._entries: dict[
            str, dict[str, list[_Entry]]
        ] = {}  # by their first and second words, for words that occurred
        self._looked_through: tuple[Words, tuple[list[int], list[int]]] | None = None

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and phrase of each occurrence in ``text[start:end]``, the longest first, without overlaps.

        "the Commission" gives way to "Commission on Ports", which begins a word later.
        """
        stop = len(text) if end is None else end
        words = Text.of(text).words
        begins, offsets = self._begins(words)
        at = start
        for number in range(bisect_left(offsets, start), bisect_left(offsets, stop)):
            index = begins[number]
            if offsets[number] >= at and (found := self._at(text, words, index, stop)):
                article = words.words[index] in ("the", "The") and index + 1 < len(words.starts)
                longer = self._at(text, words, index + 1, stop) if article else None
                if not longer or longer[1] <= found[1]:
                    yield found
                    at = found[1]

    def _begins(self, words: Words) -> tuple[list[int], list[int]]:
        """Return the places and offsets of the words with which a phrase may begin, in order."""
        if self._looked_through is None or self._looked_through[0] is not words:
            found: list[int] = []
            firsts = self._phrases.keys() & words.places.keys()
            if self._others:
                firsts |= self._others._phrases.keys() & words.places.keys()
            for word in firsts:
                seconds = self._seconds(word)
                places = words.places[word]
                found += places if "" in seconds else [at for at in places if words.words[at + 1] in seconds]
            found.sort()
            self._looked_through = words, (found, [words.starts[index] for index in found])
        return self._looked_through[1]

    def _seconds(self, word: str) -> dict[str, list[_Entry]]:
        """Return the phrases that begin with a word under their second word, or "", the longest first."""
        entries = self._entries.get(word) or self._taken_apart(word)
        if entries:
            self._entries[word] = entries
        return entries

    def _taken_apart(self, word: str) -> dict[str, list[_Entry]]:
        own, others = self._phrases.get(word, []), self._others._phrases.get(word, []) if self._others else []
        if self._others and not own:
            return self._others._seconds(word)
        entries: dict[str, list[_Entry]] = {}
        for phrase in sorted({*own, *others}, key=len, reverse=True):
            entry = _entry(phrase)
            entries.setdefault(entry[1][0] if entry[1] else "", []).append(entry)
        return entries

    def _at(self, text: str, words: Words, index: int, stop: int) -> tuple[int, int, str] | None:
        """Return the longest phrase that begins with a word of the text."""
        seconds = self._seconds(words.words[index])
        first = words.starts[index]
        for phrase, rest, tail in (*seconds.get(words.words[index + 1], ()), *seconds.get("", ())):
            size = len(rest)
            if size > 1 and words.words[index + 1 : index + 1 + size] != rest:
                continue
            last = words.ends[index + size] + tail
            if last <= stop and _same(text, first, last, phrase) and _bounded(text, first, last):
                return first, last, phrase
        return None


@lru_cache(maxsize=1 << 14)
def _entry(phrase: str) -> _Entry:
    pieces = list(_WORD.finditer(phrase))
    return phrase, [piece[0] for piece in pieces[1:]], len(phrase) - pieces[-1].end()


def _same(text: str, start: int, end: int, phrase: str) -> bool:
    """Say whether a stretch prints a phrase; a blank in it stands for any white space."""
    return text.startswith(phrase, start) or (" " in phrase and " ".join(text[start:end].split()) == phrase)


def _bounded(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("_", "@")) and not (after.isalnum() or after == "_")


def matches_near(
    pattern: re.Pattern[str],
    rare: re.Pattern[str] | Iterable[tuple[int, int]],
    text: str,
    *,
    before: int,
    after: int = 0,
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that may begin nearly anywhere, looking only around what each match holds and few texts do.

    Args:
        pattern: what to find.
        rare: what each match holds: a pattern which is found fast, as it begins with one of few letters, or the places of words.
        text: where to look.
        before: how many characters before the rare thing a match begins at most.
        after: how many behind it are to be seen.

    Example:
        >>> dates = matches_near(re.compile(r"\\d+ [A-Z]\\w+ \\d{4}"), re.compile("2031"), "In 12 months, on 3 May 2031", before=20)
        >>> [match[0] for match in dates]
        ['3 May 2031']
    """
    at = 0
    for start, end in (found.span() for found in rare.finditer(text)) if isinstance(rare, re.Pattern) else rare:
        first = max(at, text.rfind(" ", 0, max(0, start - before)) + 1)
        match = pattern.search(text, first, end + after)
        if (
            match and match.start() <= start
        ):  # else it holds the next rare thing, and more of it is to be seen from there
            yield match
            at = match.end()
