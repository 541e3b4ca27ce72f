"""Who shared sessions with whom, from a table of participations of any size.

With numpy (the extra "fast") the pairs are spelled out block by block, sorted as numbers and counted as runs of equal ones, so that
no more than a block is held beside the result; without it they are counted one by one. The result is the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from vmcgraph.errors import QueryError

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

#: So many pairs are sorted at once: as numbers of eight bytes they stay within a processor's cache.
_BLOCK = 1 << 16


@dataclass(frozen=True)
class Pairs:
    """Who shared sessions with whom, a network as columns.

    Args:
        names: everybody of the table, sorted.
        one: the first of each pair, as the number of a name; the pairs are sorted.
        other: the second of each pair, always the greater number.
        times: how many sessions the two share.
        strength: the same, when a session of n counts 1/(n−1) (Newman, Phys. Rev. E 64, 016132, 2001).
    """

    names: Sequence[Any]
    one: Sequence[int] | NDArray[np.int32]
    other: Sequence[int] | NDArray[np.int32]
    times: Sequence[int] | NDArray[np.int32]
    strength: Sequence[float] | NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.one)

    @cached_property
    def network(self) -> nx.Graph[Any]:
        """The pairs as a graph of networkx; a tie has its times as `weight`, and its `strength`."""
        import networkx

        found: nx.Graph[Any] = networkx.Graph()
        found.add_nodes_from(self.names)
        columns = map(_plain, (self.one, self.other, self.times, self.strength))
        for one, other, times, strength in zip(*columns, strict=True):
            found.add_edge(self.names[one], self.names[other], weight=times, strength=strength)
        return found


def pairs(persons: Iterable[Any], sessions: Iterable[Any]) -> Pairs:
    """Find who shared sessions with whom.

    Args:
        persons: who took part, one entry for each participation: names or numbers, of one kind. Arrays of integers from 0 are
            the quickest.
        sessions: in which session, in the same order. Who is told twice in a session counts once.

    Returns:
        Every pair that shares a session, with the number of sessions and their strength.

    Raises:
        QueryError: if the columns differ in length, or the entries of one cannot be sorted.

    Example:
        >>> found = pairs(["tom", "ada", "mia", "ada", "tom"], [1, 1, 1, 2, 2])
        >>> found.names
        ['ada', 'mia', 'tom']
        >>> found.network.edges["ada", "tom"]
        {'weight': 2, 'strength': 1.5}
    """
    names, who = _numbered(persons)
    _, where = _numbered(sessions)
    if len(who) != len(where):
        raise QueryError(
            f"{len(who)} persons and {len(where)} sessions; each participation needs one of both", value=len(who)
        )
    if find_spec("numpy"):
        return Pairs(names, *_sorted(who, where, len(names)))
    return Pairs(names, *_counted(who, where))


def _numbered(values: Iterable[Any]) -> tuple[Sequence[Any], Any]:
    """Return what is in a column, sorted, and the column as numbers of that."""
    kind = getattr(getattr(values, "dtype", None), "kind", "")
    if kind in ("i", "u"):
        import numpy as np

        column = np.asarray(values)
        if len(column) and column.min() >= 0 and column.max() < 8 * len(column):
            column = column.astype(np.int64)
            there = np.bincount(column) > 0
            return np.flatnonzero(there).tolist(), (np.cumsum(there) - 1)[column]
    values = list(_plain(values))
    try:
        names = sorted(set(values))
    except TypeError as error:
        raise QueryError(f"the entries of a column must be all names or all numbers: {error}", value=values) from error
    if any(name != name for name in names):
        raise QueryError("a column has entries that are not a number (NaN); leave those lines out", value=values)
    number = {name: at for at, name in enumerate(names)}
    return names, [number[value] for value in values]


def _plain(column: Any) -> Sequence[Any]:
    plain: Sequence[Any] = column.tolist() if hasattr(column, "tolist") else column
    return plain


# ---------------------------------------------------------------- one by one


def _counted(who: Sequence[int], where: Sequence[int]) -> Iterator[list[Any]]:
    """Return the columns of pairs, counted session by session."""
    there: dict[int, set[int]] = defaultdict(set)
    for person, session in zip(who, where, strict=True):
        there[session].add(person)
    times: Counter[tuple[int, int]] = Counter()
    strength: dict[tuple[int, int], float] = defaultdict(float)
    for people in there.values():
        for pair in combinations(sorted(people), 2):
            times[pair] += 1
            strength[pair] += 1 / (len(people) - 1)
    found = sorted(times)
    yield [one for one, _ in found]
    yield [other for _, other in found]
    yield [times[pair] for pair in found]
    yield [strength[pair] for pair in found]


# ---------------------------------------------------------------- by sorting


def _sorted(who: Any, where: Any, people: int) -> tuple[Any, Any, Any, Any]:
    """Return the columns of pairs, spelled out as numbers and sorted.

    A pair that shares a session is one number: from high bits to low who is first, who is second, and of which size the session
    is.
    """
    import numpy as np

    wide = max(1, people - 1).bit_length()
    person, size = _filled(who, where, wide)
    sizes, kind = np.unique(size, return_inverse=True)
    deep = len(sizes).bit_length()
    weight = 1 / np.maximum(1, sizes - 1)
    table = _Table(person, _after(size), np.repeat(kind.astype(np.int32), size), wide, deep)
    total = int(table.after.sum(dtype=np.int64))
    one, other, times = (np.empty(total, np.int32) for _ in range(3))
    strength = np.empty(total)
    filled = 0
    for first, keys in table.blocks():
        pair = keys >> deep
        start = np.flatnonzero(np.diff(pair, prepend=-1))
        found = pair[start]
        here = slice(filled, filled + len(start))
        one[here] = (found >> wide) + first
        other[here] = found & ((1 << wide) - 1)
        times[here] = np.diff(start, append=len(keys))
        strength[here] = np.add.reduceat(weight[keys & ((1 << deep) - 1)], start)
        filled = here.stop
    return one[:filled], other[:filled], times[:filled], strength[:filled]


def _filled(who: Any, where: Any, wide: int) -> tuple[NDArray[np.int32], Integers]:
    """Return who took part, by session and in each session sorted; and how many each session has."""
    import numpy as np

    places = np.asarray(where, np.int64) << wide
    places |= np.asarray(who, np.int64)
    places.sort()
    places = places[np.diff(places, prepend=-1) > 0]
    return (places & ((1 << wide) - 1)).astype(np.int32), np.bincount(places >> wide)


def _after(size: Integers) -> NDArray[np.int32]:
    """Return for each participation how many of its session come after it."""
    import numpy as np

    ends = np.repeat(np.cumsum(size), size)
    ends -= np.arange(1, len(ends) + 1)
    return ends.astype(np.int32)


class _Table(NamedTuple):
    """Participations by session: who, how many of the session come after, of which size it is, and the bits of both."""

    person: NDArray[np.int32]
    after: NDArray[np.int32]
    kind: NDArray[np.int32]
    wide: int
    deep: int

    def blocks(self) -> Iterator[tuple[int, Integers]]:
        """Yield pairs, whole persons at a time: the least first person, from which first persons are counted, and the pairs."""
        import numpy as np

        order = self._by_person()
        begins = np.flatnonzero(np.diff(self.person[order], prepend=-1))
        ends = np.append(begins, len(order))[1:]
        until = np.cumsum(self.after[order], dtype=np.int64)[ends - 1]
        done = at = 0
        while at < len(begins):
            following = max(at + 1, int(np.searchsorted(until, done + _BLOCK, "right")))
            yield self._spelled(order[begins[at] : ends[following - 1]])
            done, at = int(until[following - 1]), following

    def _by_person(self) -> Integers:
        """Return the participations that have somebody after them, by person."""
        import numpy as np

        bits = len(self.person).bit_length()
        order = self.person.astype(np.int64) << bits
        order |= np.arange(len(order))
        order = order[self.after > 0]
        order.sort()
        order &= (1 << bits) - 1
        return order

    def _spelled(self, block: Integers) -> tuple[int, Integers]:
        import numpy as np

        first = int(self.person[block[0]])
        many = self.after[block]
        whole = np.repeat(
            (self.person[block] - first).astype(np.int64) << self.wide + self.deep | self.kind[block], many
        )
        second = np.arange(len(whole)) + np.repeat(block + 1 - (np.cumsum(many) - many), many)
        whole |= self.person[second].astype(np.int64) << self.deep
        whole.sort(kind="stable")  # each participation's pairs are in order already, which this kind makes use of
        return first, whole
