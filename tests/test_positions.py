"""Positions are apart, tell how far the ties reach, and never change."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from vmcgraph.positions import place

PATH = [(number, number + 1) for number in range(9)]
CLIQUES = [pair for first in range(0, 60, 6) for pair in combinations(range(first, first + 6), 2)]


def distance(one: tuple[int, int], other: tuple[int, int]) -> float:
    return math.dist(one, other)


def test_a_path_is_laid_out_lengthwise() -> None:
    spots = place(range(10), PATH)
    along = [spots[number][0] for number in range(10)]
    assert along == sorted(along) or along == sorted(along, reverse=True)
    steps = [abs(b - a) for a, b in pairwise(along)]
    assert max(steps) < 1.5 * min(steps)


@pytest.mark.parametrize("ties", [[], PATH, CLIQUES, [*CLIQUES, *((number, 0) for number in range(6, 60, 6))]])
def test_no_two_nodes_stand_on_one_another(ties: list[tuple[int, int]]) -> None:
    spots = place(range(70), ties)
    assert len(spots) == 70
    assert min(distance(*pair) for pair in combinations(spots.values(), 2)) >= 40


def test_components_and_the_untied_keep_to_themselves() -> None:
    spots = place(range(70), CLIQUES)
    groups = [range(first, first + 6) for first in range(0, 60, 6)]
    boxes = []
    for group in [*groups, range(60, 70)]:
        xs, ys = zip(*(spots[number] for number in group), strict=True)
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    for one, other in combinations(boxes, 2):
        apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
        assert apart, (one, other)
    xs, ys = zip(*spots.values(), strict=True)
    assert 1.8 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 2.6, "about the shape of a screen"


def test_order_and_repetition_of_ties_change_nothing() -> None:
    turned = [(other, one) for one, other in reversed(CLIQUES)]
    assert place(range(60), CLIQUES) == place(range(60), [*turned, *turned, (3, 3)])


def test_positions_are_the_same_on_every_machine() -> None:
    spots = place("abcdef", ["ab", "bc", "cd", "de", "ea"])
    assert spots == {"a": (235, 33), "b": (236, 141), "c": (91, 176), "d": (0, 88), "e": (89, 0), "f": (376, 0)}


def test_large_networks_are_placed_too() -> None:
    ring = [(number, (number + 1) % 400) for number in range(400)]
    spots = place(range(400), ring)
    near = max(distance(spots[one], spots[other]) for one, other in ring)
    assert near < distance(spots[0], spots[200]) / 4


def test_nothing_and_strangers() -> None:
    assert place([], []) == {}
    with pytest.raises(KeyError):
        place(["a"], [("a", "b")])
