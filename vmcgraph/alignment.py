"""Find the spans of one rendition of a report in the text of another: the same words, other line ends, pages and furniture.

Of a span only its place, its length and its digest are known, not its words. So a stretch of the other text is the span when,
with the white space it may have had, it gives the same digest. Where to look: names and titles that facts carry in full
are landmarks; between two of them the order of the spans is kept. Of several places that fit, those are taken that leave
the fewest jumps between the offsets of the two texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice, pairwise
from math import comb

from vmcgraph.document import Span
from vmcgraph.spelling import digest

#: How far from where it is expected a span is looked for, in code points, and how many readings of white space are tried.
_REACH = 3000
_TRIES = 10_000
#: What a span may have in place of some of its blanks, the commonest first, and in how many ways it is tried at most.
_BREAKS = (
    ("\n",),
    ("\n\n",),
    ("\n", "\n"),
    ("\n\n", "\n\n"),
    (" \n",),
    ("\r\n",),
    ("\n\n", "\n"),
    ("\n", "\n\n"),
    ("\n", "\n", "\n"),
    ("\n\n", "\n", "\n"),
)
_MOST = 400
#: Below this share of landmarks among the known wordings, when these are enough to tell, the text is another report.
_SAME_REPORT, _ENOUGH = 0.1, 10
#: How many places, the nearest, and how many spans before are weighed for each span.
_PLACES = 6
_BEFORE = 25
#: What a jump of the offsets costs, against one gained for a span that is found: a short text alone does not pay for one, as the
#: same words may stand elsewhere; two together do, and a long text is its own proof.
_JUMP, _DRIFT, _LONG = 1.1, 0.05, 60

#: "Smith-", a line end, "Jones".
_BROKEN_WORD = re.compile(r"\w-[^\S\n]*\n[^\S\n]*(?=\w)")

#: Start and end in the other text.
Place = tuple[int, int]
Wanted = tuple[int, int, str]


@dataclass(frozen=True)
class Squeezed:
    """A text with every stretch of white space made one blank, and a word that is broken behind its hyphen made whole.

    Args:
        text: the exact text.
    """

    text: str

    @cached_property
    def offsets(self) -> list[int]:
        """For each character of `flat`, its offset in the text, and that behind the last one."""
        made: list[int] = []
        for word in re.finditer(r"\S+", self.text):
            if made and not _BROKEN_WORD.match(self.text, max(made[-1] - 1, 0), word.end()):
                made.append(made[-1] + 1)
            made.extend(range(*word.span()))
        return [*made, made[-1] + 1 if made else 0]

    @cached_property
    def flat(self) -> str:
        return "".join(" " if self.text[at].isspace() else self.text[at] for at in self.offsets[:-1])

    @cached_property
    def starts(self) -> list[int]:
        """Where in `flat` a name or sentence may start: not inside a word."""
        return [match.start() for match in re.finditer(r"(?<!\w)\w|[^\w\s]", self.flat)]

    def place(self, start: int, end: int) -> Place:
        """Return a stretch of `flat` as one of the text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def align(spans: Iterable[Span], text: str, known: Iterable[str] = ()) -> dict[Span, Place | None]:
    """Find spans of one rendition of a text in another.

    Args:
        spans: with the offsets and digests of the first.
        text: the other rendition.
        known: wordings that spans may have, such as names.

    Returns:
        For each span its start and end in the other text, or None where it does not stand. All are None when hardly a name
        stands where it would in a rendition of the same report.

    Example:
        >>> from vmcgraph.document import Document
        >>> span = Document("We met Ada Brook at the quay.").span(7, 28, "narrative")
        >>> align([span], "We met again:\\nAda Brook\\nat the quay.", ["Ada Brook"])[span]
        (14, 35)
    """
    every = tuple(spans)
    wanted = sorted({_wanted(span) for span in every})
    other = Squeezed(text)
    if not other.flat:
        return dict.fromkeys(every)
    wordings = {digest(words): words for words in known if words.strip()}
    printed = {key: _occurrences(other, wordings[key]) for key in {key for *_, key in wanted} & wordings.keys()}
    road = _landmarks(wanted, printed)
    named = sum(key in printed for *_, key in wanted)
    if named >= _ENOUGH and len(road) < _SAME_REPORT * named:
        return dict.fromkeys(every)
    places = {each: _places(each, other, printed.get(each[2]), road) for each in wanted}
    chosen = _choice(wanted, places)
    return {span: chosen.get(_wanted(span)) for span in every}


def _wanted(span: Span) -> Wanted:
    return span.start, span.end, span.digest


def _occurrences(other: Squeezed, words: str) -> list[Place]:
    """Return every place of a wording that is known."""
    flat = " ".join(words.split())
    found, at = [], other.flat.find(flat)
    while at >= 0:
        stop = at + len(flat)
        if not other.flat[at - 1 : at].isalnum() and not other.flat[stop : stop + 1].isalnum():
            found.append(other.place(at, stop))
        at = other.flat.find(flat, at + 1)
    return found


# ---------------------------------------------------------------- where to look


def _landmarks(wanted: Sequence[Wanted], printed: Mapping[str, list[Place]]) -> list[tuple[int, int]]:
    """Return pairs of offsets, in the order of both texts: wordings that stand equally often in both."""
    starts: dict[str, list[int]] = defaultdict(list)
    for start, _, key in wanted:
        if key in printed:
            starts[key].append(start)
    pairs = {
        (start, place[0])
        for key, found in starts.items()
        if len(found) == len(printed[key])
        for start, place in zip(found, printed[key], strict=True)
    }
    return _rising(sorted(pairs))


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rise in both members."""
    tails: list[int] = []
    last: list[int] = []
    before: dict[int, int] = {}
    for number, (_, there) in enumerate(pairs):
        at = bisect_left(tails, there)
        before[number] = last[at - 1] if at else -1
        tails[at : at + 1], last[at : at + 1] = [there], [number]
    number, run = (last[-1] if last else -1), []
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _window(start: int, road: Sequence[tuple[int, int]]) -> tuple[int, int, tuple[int, ...]]:
    """Return between which offsets of the other text a span may start, and where it is expected by its two neighbours."""
    at = bisect_right(road, (start, 1 << 60))
    near = road[max(at - 1, 0) : at + 1]
    expected = tuple(dict.fromkeys([start + there - here for here, there in near] or [start]))
    low = road[at - 1][1] if at else 0
    high = road[at][1] if at < len(road) else expected[-1] + _REACH
    low, high = max(low, min(expected) - _REACH), min(high, max(expected) + _REACH)
    return low, max(low, high), expected


def _places(
    wanted: Wanted, other: Squeezed, printed: list[Place] | None, road: Sequence[tuple[int, int]]
) -> list[Place]:
    """Return the places that a span may have in the other text, the nearest to where it is expected first."""
    start, end, key = wanted
    low, high, expected = _window(start, road)
    found = {
        (at, at + end - start)
        for at in (start, *expected)
        if at >= 0 and digest(other.text[at : at + end - start]) == key
    }
    if printed is not None:
        found.update(printed)
    elif not found:
        found.update(_searched(end - start, key, other, low, high, expected[0]))
    return sorted(found, key=lambda place: (min(abs(place[0] - at) for at in expected), place))[:_PLACES]


# ---------------------------------------------------------------- which words give the digest


def _searched(length: int, key: str, other: Squeezed, low: int, high: int, expected: int) -> list[Place]:
    """Return the first place in a window whose words give a digest, at first with the plainest white space."""
    flat, starts = other.flat, other.starts
    first = bisect_left(other.offsets, low)
    begun = starts[bisect_left(starts, first) : bisect_right(starts, bisect_left(other.offsets, high))]
    begun.sort(key=lambda at: abs(other.offsets[at] - expected))
    for at in begun:
        if digest(flat[at : at + length]) == key:
            return [other.place(at, at + length)]
        if at < len(other.offsets) and digest(other.text[other.offsets[at] : other.offsets[at] + length]) == key:
            return [(other.offsets[at], other.offsets[at] + length)]
    tries = ((at, stop, text) for at in begun for stop, text in _readings(flat, at, length))
    for at, stop, text in islice(tries, _TRIES):
        if digest(text) == key:
            return [other.place(at, stop)]
    return []


def _readings(flat: str, at: int, length: int) -> Iterator[tuple[int, str]]:
    """Yield stretches of so many code points with line ends in place of some blanks, each with its end in `flat`."""
    for breaks in _BREAKS:
        stop = at + length - sum(len(each) - 1 for each in breaks)
        if not at < stop <= len(flat) or (flat[stop - 1].isalnum() and flat[stop : stop + 1].isalnum()):
            continue
        words = flat[at:stop].split(" ")
        if comb(len(words) - 1, len(breaks)) <= _MOST:
            for gaps in combinations(range(1, len(words)), len(breaks)):
                yield stop, _broken(words, gaps, breaks)


def _broken(words: Sequence[str], gaps: Sequence[int], breaks: Sequence[str]) -> str:
    """Return words with blanks between them, but for some gaps."""
    pieces = [words[one:two] for one, two in pairwise((0, *gaps, len(words)))]
    lines = [" ".join(piece) for piece in pieces]
    return lines[0] + "".join(gap + line for gap, line in zip(breaks, lines[1:], strict=True))


# ---------------------------------------------------------------- which of several places


def _choice(wanted: Sequence[Wanted], places: Mapping[Wanted, list[Place]]) -> dict[Wanted, Place]:
    """Choose places in the order of the spans, as many as can be with few jumps between the offsets of the two texts."""
    scores: list[list[tuple[float, tuple[int, int] | None]]] = []
    best: tuple[float, tuple[int, int] | None] = (0.0, None)
    for number, each in enumerate(wanted):
        row = []
        for place in places[each]:
            score, before = 0.0, None
            for earlier in range(max(0, number - _BEFORE), number):
                for index, other in enumerate(places[wanted[earlier]]):
                    through = scores[earlier][index][0] - _cost(wanted[earlier], other, each, place)
                    if through > score:
                        score, before = through, (earlier, index)
            row.append((score + 1 + (each[1] - each[0] >= _LONG), before))
            best = max(best, (row[-1][0], (number, len(row) - 1)), key=lambda found: found[0])
        scores.append(row)
    chosen, at = {}, best[1]
    while at is not None:
        chosen[wanted[at[0]]] = places[wanted[at[0]]][at[1]]
        at = scores[at[0]][at[1]][1]
    return chosen


def _cost(one: Wanted, here: Place, two: Wanted, there: Place) -> float:
    """Return what it costs that two spans, the first not behind the second, have these places."""
    apart, found = two[0] - one[0], there[0] - here[0]
    if found < 0 or (apart == 0) != (found == 0):
        return float("inf")
    jump = abs(found - apart)
    return 0.0 if not jump else _DRIFT if jump <= 3 + 0.02 * apart else _JUMP
