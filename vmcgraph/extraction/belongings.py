"""What words such as "his country" and "her organisation" stand for: the country and the body of whom the text named last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vmcgraph.extraction import organisations, people
from vmcgraph.reference import CountryEntry

_OWN = re.compile(
    r"\b[Hh](?:is|er)\s+(?:own\s+)?(?:(?P<country>country|[Gg]overnment|[Ss]tate|nation)|"
    r"(?P<body>(?i:organi[sz]ation|association|group|company|firm|agency|institut(?:e|ion)|network|foundation|charity|ministry|department|directorate|union|centre|bank|university|hospital|city|town|municipality)))\b"
)
#: How far behind the name such words may stand, in characters.
_FAR = 700


@dataclass(frozen=True, slots=True)
class Seat:
    """Whom a person stands for.

    Args:
        country, body: as the person's posts state them.
    """

    country: CountryEntry | None = None
    body: organisations.Draft | None = None


def find_belongings(
    flat: str,
    stretches: Iterable[tuple[int, int]],
    named: Sequence[tuple[int, people.Draft]],
    seats: Mapping[people.Draft, Seat],
) -> Iterator[tuple[int, int, CountryEntry | organisations.Draft]]:
    """Yield start, end and thing of each place that calls a country or body by whose it is.

    Args:
        flat: the plain text, line ends as blanks.
        stretches: start and end of the blocks of running text.
        named: where the text names persons, in order.
        seats: what each of them stands for.
    """
    starts = [start for start, _ in named]
    for start, end in stretches:
        for match in _OWN.finditer(flat, start, end):
            last = bisect_left(starts, match.start()) - 1
            seat = seats.get(named[last][1]) if last >= 0 and match.start() - starts[last] < _FAR else None
            thing = (seat.country if match["country"] else seat.body) if seat else None
            if thing:
                yield match.start(), match.end(), thing
