"""How often two people would share a stage by chance, and whether they do so more often: exact figures, without sampling.

The null model is the bipartite configuration model: all ways to fill the sessions of an edition are alike in which every session
has as many people, and everybody as many sessions, as there were. In a small edition these ways are counted. In a larger one the
number of ways to fill the rest, once two people have their sessions, is that of the formula for such tables (Canfield,
Greenhill and McKay, "Asymptotic enumeration of dense 0-1 matrices with specified line sums", J. Combin. Theory A 115 (2008)
32–66), a product over the sessions, so that the law of the number of stages that the two share follows by adding up session
by session; against swaps it is right to a few hundredths (tests/test_surprise.py). Neal, Domagalski
and Sagan, "Comparing alternatives to the fixed degree sequence model for extracting the backbone of bipartite projections",
Scientific Reports 11 (2021) 23929, compare what else is in use; a hypergeometric law would be right only if all sessions were
of one size.

A verdict is corrected for as many tests as there are pairs, by Gilbert's method for counts ("A modified false discovery rate
multiple-comparisons procedure for discrete data", J. R. Stat. Soc. C 54 (2005) 143–158): a pair that could not stand out even
if the two had shared every session they could (Tarone, Biometrics 46 (1990) 515–522) is not tested, and of it one can
say nothing; the rest are judged by Benjamini and Hochberg (J. R. Stat. Soc. B 57 (1995) 289–300).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, combinations, combinations_with_replacement
from math import comb, exp
from statistics import geometric_mean
from typing import NamedTuple

#: At most so many of the pairs called "more than chance" are expected to be so by chance.
RATE = 0.05

MORE, AS_CHANCE, TOO_FEW = "more-than-chance", "as-chance", "too-few-to-say"

#: Up to so many appearances on stage in an edition, the ways to arrange them are counted.
COUNTED = 24

#: What a verdict says.
WORDS = {
    MORE: "more than chance would bring",
    AS_CHANCE: "no more than chance may bring",
    TOO_FEW: "too few events to say",
}

#: Who was on the stage of which session: what chance could have arranged otherwise. Who is in a photo together posed for it.
STAGES = """
SELECT DISTINCT ?edition ?session ?person {
  ?part vmc:participant ?person ; vmc:inSession ?session . ?session a vmc:Session ; vmc:inEdition ?edition .
  ?person a vmc:Person
} ORDER BY ?edition ?session ?person
"""

#: In which editions somebody was on stage, and how often.
_Profile = tuple[tuple[str, int], ...]


class Figures(NamedTuple):
    """A pair against chance.

    Args:
        observed: the number of sessions whose stage the two shared.
        expected: the number that chance would bring on average.
        p_value: how likely chance brings at least as many.
        corrected: the p-value after correction for all pairs; None for a pair that is not tested.
        verdict: "more-than-chance", "as-chance" or "too-few-to-say".
    """

    observed: int
    expected: float
    p_value: float
    corrected: float | None
    verdict: str


def sentence(observed: float, expected: float, verdict: str) -> str:
    """Say how surprising it is that two share a stage.

    Args:
        observed: how often they do.
        expected: how often chance alone would have them do so.
        verdict: as Figures has it.

    Example:
        >>> sentence(2, 0.104, "too-few-to-say")
        'shared a stage twice; 0.1 expected: too few events to say'
    """
    times = {0: "shared no stage", 1: "shared a stage once", 2: "shared a stage twice"}
    told = times.get(int(observed), f"shared a stage {observed:.0f} times")
    return f"{told}; {rounded(expected)} expected: {WORDS[verdict]}"


def rounded(expected: float) -> str:
    """Return an expected number as one says it.

    Example:
        >>> rounded(0.0), rounded(0.004), rounded(0.0612), rounded(1.449)
        ('0', 'under 0.01', '0.06', '1.4')
    """
    if 0 < expected < 0.01:
        return "under 0.01"
    return f"{expected:.{1 if expected >= 0.095 else 2}f}" if expected else "0"


class Chance:
    """The null model of some editions, and what it says of each pair of people.

    Args:
        stages: for each edition the people on the stage of each of its sessions.

    Example:
        >>> chance = Chance({"ff2031": [{"ada", "tom"}, {"mia", "una"}, {"ole", "rex"}]})
        >>> chance.of("ada", "tom")
        Figures(observed=1, expected=0.2, p_value=0.2, corrected=None, verdict='too-few-to-say')
    """

    def __init__(self, stages: Mapping[str, Collection[Collection[str]]]) -> None:
        self._editions = {edition: _Edition(sessions) for edition, sessions in sorted(stages.items())}
        self._laws: dict[tuple[tuple[str, int, int], ...], list[float]] = {}
        self._observed: Counter[tuple[str, str]] = Counter()
        often: dict[str, dict[str, int]] = defaultdict(dict)
        for edition, sessions in sorted(stages.items()):
            for people in sessions:
                self._observed.update(combinations(sorted(set(people)), 2))
            for person, times in self._editions[edition].often.items():
                often[person][edition] = times
        self._profiles: dict[str, _Profile] = {person: tuple(times.items()) for person, times in often.items()}

    def of(self, one: str, other: str) -> Figures:
        """Return the figures of two people; who was on no stage shares none, and nothing can be said."""
        pair = (min(one, other), max(one, other))
        observed = self._observed[pair]
        law = self._law(self._profiles.get(one, ()), self._profiles.get(other, ()))
        expected = sum(number * likely for number, likely in enumerate(law))
        likely = _tail(law, observed)
        corrected = self._corrected.get(pair, 1.0) if law[1:] and _tail(law, len(law) - 1) <= self._limit else None
        verdict = TOO_FEW if corrected is None else MORE if corrected <= RATE else AS_CHANCE
        return Figures(observed, expected, likely, corrected, verdict)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs that shared a stage, sorted."""
        yield from sorted(self._observed)

    def _law(self, one: _Profile, other: _Profile) -> list[float]:
        """Return how likely two people share none, one, two … stages over all editions where both were on one."""
        there = dict(other)
        common = tuple(
            (edition, min(times, there[edition]), max(times, there[edition]))
            for edition, times in one
            if edition in there
        )
        if common not in self._laws:
            law = [1.0]
            for edition, fewer, more in common:
                law = _sum_of(law, self._editions[edition].law(more, fewer))
            while len(law) > 1 and not law[-1]:
                law.pop()  # what cannot be
            self._laws[common] = law
        return self._laws[common]

    # ------------------------------------------------------------ many tests

    @cached_property
    def _limit(self) -> float:
        """The least p-value that a pair must be able to reach to be tested, by Tarone's method."""
        least, reach = self._attainable
        most = reach[-1] if reach else 1
        low, high = 1, max(1, most)
        while low < high:
            tests = (low + high) // 2
            if _reached(least, reach, RATE / tests) <= tests:
                high = tests
            else:
                low = tests + 1
        return RATE / low

    @cached_property
    def _attainable(self) -> tuple[list[float], list[int]]:
        """The least p-values that pairs can reach, in order, and how many pairs reach one as small."""
        profiles = Counter(self._profiles.values())
        found: Counter[float] = Counter()
        for one, other in combinations_with_replacement(sorted(profiles), 2):
            pairs = profiles[one] * (profiles[one] - 1) // 2 if one == other else profiles[one] * profiles[other]
            law = self._law(one, other) if pairs else []
            if law[1:]:
                found[_tail(law, len(law) - 1)] += pairs
        least = sorted(found)
        return least, list(accumulate(found[value] for value in least))

    @cached_property
    def _corrected(self) -> dict[tuple[str, str], float]:
        """The p-values of Benjamini and Hochberg of the pairs that are tested and shared a stage; that of others is 1."""
        tests = _reached(*self._attainable, self._limit)
        likely = {}
        for pair, observed in self._observed.items():
            law = self._law(self._profiles[pair[0]], self._profiles[pair[1]])
            if _tail(law, len(law) - 1) <= self._limit:
                likely[pair] = _tail(law, observed)
        found, least = {}, 1.0
        ranked = sorted(likely, key=lambda pair: (likely[pair], pair))
        for rank in range(len(ranked), 0, -1):
            pair = ranked[rank - 1]
            least = min(least, likely[pair] * tests / rank)
            found[pair] = least
        return found


class _Edition:
    """The sessions of an edition, as far as chance goes: how large each is, and how often each person appears."""

    def __init__(self, sessions: Collection[Collection[str]]) -> None:
        stages = [set(people) for people in sessions]
        self.often = Counter(person for people in stages for person in people)
        self._sizes = sorted(len(people) for people in stages if people)

    def law(self, more: int, fewer: int) -> list[float]:
        """Return how likely two, who appear so often, share none, one, two … stages."""
        weights: list[float]
        if sum(self._sizes) <= COUNTED:
            others = Counter(self.often.values()) - Counter((more, fewer))
            weights = [*tables(self._sizes, others, more, fewer)]
        else:
            weights = [self._ways.get((more, fewer, shared), 0.0) for shared in range(fewer + 1)]
        total = sum(weights)
        return [weight / total for weight in weights]

    @cached_property
    def _ways(self) -> dict[tuple[int, int, int], float]:
        """The weights of all ways in which two appear so and so often and share so many stages, session by session."""
        most, second = [*sorted(self.often.values(), reverse=True), 0, 0][:2]
        ways = {(0, 0, 0): 1.0}
        # How often each of the two appears is given, so a factor for each appearance changes nothing, but keeps figures from
        # vanishing that are for somebody in nearly all of many sessions.
        tilt = self._tilt
        for size in self._sizes:
            neither, one, both = (weight * tilt**taken for taken, weight in enumerate(self._weights(size)))
            found: dict[tuple[int, int, int], float] = defaultdict(float)
            for (first, other, shared), weight in ways.items():
                found[first, other, shared] += weight * neither
                if first < most:
                    found[first + 1, other, shared] += weight * one
                if other < second:
                    found[first, other + 1, shared] += weight * one
                if first < most and other < second:
                    found[first + 1, other + 1, shared + 1] += weight * both
            largest = max(found.values())
            ways = {key: weight / largest for key, weight in found.items()}
        return ways

    @cached_property
    def _tilt(self) -> float:
        """What makes being in a session as likely as not, on the average."""
        weights = (self._weights(size) for size in self._sizes)
        odds = [one / neither for neither, one, _ in weights if neither and one]
        return 1 / geometric_mean(odds) if odds else 1.0

    def _weights(self, size: int) -> tuple[float, float, float]:
        """Return the weights of neither, a given one and both of two being in a session, of the ways to fill the rest of it."""
        people = len(self.often)
        pairs = people * (people - 1)
        ways = ((people - size) * (people - size - 1), size * (people - size), size * (size - 1))
        away = size - sum(self._sizes) / len(self._sizes)
        neither, one, both = (
            number / pairs * exp(self._bend * (taken * taken - 2 * taken * away)) for taken, number in enumerate(ways)
        )
        return neither, one, both

    @cached_property
    def _bend(self) -> float:
        """By how much the rest of a table is easier to fill when its sessions are of more equal size: none of that, if 0.

        The factor exp(−(1−R)(1−C)/2) of the formula, as far as it depends on the sizes of the sessions.
        """
        people, total = len(self.often), sum(self._sizes)
        cells = people * len(self._sizes)
        spread = total * (1 - total / cells)
        if not spread:
            return 0.0
        uneven = sum((times - total / people) ** 2 for times in sorted(self.often.values())) / spread
        return (1 - uneven) / (2 * spread)


def tables(sizes: Collection[int], others: Mapping[int, int], more: int, fewer: int) -> list[int]:
    """Count the ways to fill sessions in which two people share none, one, two … of them.

    Args:
        sizes: how many people each session has.
        others: how many of the other people appear once, twice …
        more: how often one of the two appears.
        fewer: how often the other one does.

    Returns:
        The numbers, for up to `fewer` shared sessions.

    Example:
        >>> tables([2, 2], {1: 2}, 1, 1)  # of four people who all appear once
        [4, 2]
    """
    often = max(others, default=0)
    left = tuple(others.get(times, 0) for times in range(1, often + 1))
    ways = Counter({(more, fewer, 0, left): 1})
    for size in sizes:
        found: Counter[tuple[int, int, int, tuple[int, ...]]] = Counter()
        for (first, second, shared, left), number in ways.items():
            for here, there in ((0, 0), (0, 1), (1, 0), (1, 1)):
                if here <= first and there <= second and here + there <= size:
                    for then, choices in _chosen(left, size - here - there):
                        found[first - here, second - there, shared + here * there, then] += number * choices
        ways = found
    done = (0,) * often
    return [ways[0, 0, shared, done] for shared in range(fewer + 1)]


def _chosen(left: tuple[int, ...], size: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield how many people are left to appear once more, twice more … when so many are chosen, and in how many ways."""
    if not left:
        if not size:
            yield (), 1
        return
    for number in range(min(left[-1], size) + 1):
        for fewer, choices in _chosen(left[:-1], size - number):
            moved = (*fewer[:-1], fewer[-1] + number) if fewer else fewer
            yield (*moved, left[-1] - number), choices * comb(left[-1], number)


def _tail(law: list[float], least: int) -> float:
    return min(1.0, sum(law[least:])) if least else 1.0


def _sum_of(one: list[float], other: list[float]) -> list[float]:
    """Return the law of the sum of two independent numbers."""
    found = [0.0] * (len(one) + len(other) - 1)
    for first, likely in enumerate(one):
        for second, as_well in enumerate(other):
            found[first + second] += likely * as_well
    return found


def _reached(least: list[float], reach: list[int], limit: float) -> int:
    """Return how many pairs can reach a p-value that is no greater than a limit."""
    number = bisect_right(least, limit)
    return reach[number - 1] if number else 0
