"""Say where the nodes of a network stand in a picture: for screens and paper, always the same. Imports nothing of the package.

networkx places nodes with numpy only. This needs none, takes 0.2 s for 110 nodes and, made of + - * / and square roots
alone, gives the same numbers on every machine.
"""

from __future__ import annotations

import math
import random
from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

__all__ = ["place"]

_Node = TypeVar("_Node", bound=Hashable)
_Point = tuple[float, float]
_Block = tuple[Sequence[int], Sequence[_Point]]  # nodes and where each stands

_STEP = 100.0  # the length of a tie in the picture's units
_WIDE = (1.4, 2.2)  # and at least and at most so many times that from side to side: names are written that way
_ASPECT = 2.1  # how many times as wide as high a picture should be: screens, A4 landscape with its text above and below
_GAP = 66.0  # the least distance of two nodes that are tied, directly or not
_WHOLE = 300  # up to this many nodes, all pairs are compared
_SAMPLE = 60  # and above it, each node with its neighbours and so many others


def place(nodes: Iterable[_Node], ties: Iterable[tuple[_Node, _Node]]) -> dict[_Node, tuple[int, int]]:
    """Place each component so that distances tell how many ties lie between; components in rows, the untied below.

    Args:
        nodes: the nodes, each once; their order decides where equals stand.
        ties: pairs of nodes; repeated ones and those of a node with itself change nothing.

    Returns:
        For each node x (to the right) and y (downwards). A tie is about 100 high where it goes down, and up to 220 wide where it
        goes across, so that names have room and the picture fills a page.

    Raises:
        KeyError: if a tie has an end that is not among the nodes.

    Example:
        >>> place(["a", "b", "alone"], [("a", "b")])
        {'a': (0, 0), 'b': (210, 0), 'alone': (0, 100)}
    """
    names = list(nodes)
    index = {name: i for i, name in enumerate(names)}
    near: list[set[int]] = [set() for _ in names]
    for one, other in ties:
        a, b = index[one], index[other]
        if a != b:
            near[a].add(b)
            near[b].add(a)
    blocks: list[_Block] = [(members, _stress(members, near)) for members in _components(near)]
    alone = [i for i, others in enumerate(near) if not others]
    if alone:
        widest = max((x for _, points in blocks for x, _ in points), default=0.0)
        blocks.append((alone, _block(len(alone), widest)))
    spots = {
        names[i]: (x + right, y + down)
        for (members, points), (right, down) in _packed(blocks)
        for i, (x, y) in zip(members, points, strict=True)
    }
    width, height = (max(axis, default=0.0) for axis in zip(*spots.values(), strict=True)) if spots else (0.0, 0.0)
    wide = min(max(_WIDE[0], _ASPECT * height / (width or _STEP)), _WIDE[1])
    return {name: (round(x * wide), round(y)) for name, (x, y) in spots.items()}


def _block(number: int, width: float) -> list[_Point]:
    """Return a grid of so many points with room for names, about as wide as what stands above it."""
    columns = max(round(math.sqrt(number)), int(width / _STEP) + 1)
    return [(i % columns * _STEP, i // columns * 0.6 * _STEP) for i in range(number)]


def _components(near: Sequence[set[int]]) -> list[list[int]]:
    """Return the components of two nodes and more, largest first."""
    found: list[list[int]] = []
    seen: set[int] = set()
    for start, others in enumerate(near):
        if others and start not in seen:
            members = sorted(_steps(start, near))
            seen.update(members)
            found.append(members)
    return sorted(found, key=lambda members: (-len(members), members))


def _steps(start: int, near: Sequence[set[int]]) -> dict[int, int]:
    """Return how many ties away each reachable node is."""
    steps = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in near[here]:
            if there not in steps:
                steps[there] = steps[here] + 1
                queue.append(there)
    return steps


def _stress(members: Sequence[int], near: Sequence[set[int]]) -> list[_Point]:
    """Place a component so that distances in the picture are those along the ties.

    By stochastic gradient descent (Zheng, Pawar, Goodman: Graph Drawing by Stochastic Gradient Descent, 2018). In a
    large component each node is compared with its neighbours and a sample of the others only.
    """
    chance = random.Random(1)
    at = {i: [chance.random(), chance.random()] for i in members}
    pairs: list[tuple[int, int, int]] = []
    for i in members:
        steps = _steps(i, near)
        if len(members) <= _WHOLE:
            others = [j for j in members if j < i]
        else:
            others = sorted({*near[i], *chance.sample(members, _SAMPLE)} - {i})
        pairs += [(i, j, steps[j]) for j in others]
    eagerness = float(max(d for _, _, d in pairs) ** 2)
    for _ in range(30):
        chance.shuffle(pairs)
        for i, j, d in pairs:
            a, b = at[i], at[j]
            x, y = a[0] - b[0], a[1] - b[1]
            long = math.sqrt(x * x + y * y) or 1e-6
            move = min(1.0, eagerness / (d * d)) * (long - d) / (2 * long)
            a[0] -= x * move
            a[1] -= y * move
            b[0] += x * move
            b[1] += y * move
        eagerness *= 0.75
    points = _apart(_lengthwise([(at[i][0] * _STEP, at[i][1] * _STEP) for i in members]))
    left, top = (min(axis) for axis in zip(*points, strict=True))
    return [(x - left, y - top) for x, y in points]


def _lengthwise(points: Sequence[_Point]) -> list[_Point]:
    """Turn the longest axis level: screens, A4 landscape and names are wider than high."""
    n = len(points)
    middle = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    moved = [(x - middle[0], y - middle[1]) for x, y in points]
    a, b, c = (sum(p[i] * p[j] for p in moved) for i, j in ((0, 0), (0, 1), (1, 1)))
    u, v = (a - c) / 2 + math.sqrt(((a - c) / 2) ** 2 + b * b), b
    long = math.sqrt(u * u + v * v)
    u, v = (u / long, v / long) if long else (1.0, 0.0)
    return [(x * u + y * v, y * u - x * v) for x, y in moved]


def _apart(points: Sequence[_Point]) -> list[_Point]:
    """Push nodes apart that lie closer than the gap."""
    spots = [list(point) for point in points]
    for _ in range(12):
        order = sorted(range(len(spots)), key=lambda i: (spots[i], i))
        for rank, i in enumerate(order):
            for j in order[rank + 1 :]:
                x, y = spots[j][0] - spots[i][0], spots[j][1] - spots[i][1]
                if x > _GAP:
                    break
                long = math.sqrt(x * x + y * y)
                if long < _GAP:
                    if not long:  # two on one spot part sideways
                        x = long = 1e-6
                    push = (_GAP - long) / (2 * long)
                    spots[i][0] -= x * push
                    spots[i][1] -= y * push
                    spots[j][0] += x * push
                    spots[j][1] += y * push
    return [(x, y) for x, y in spots]


def _packed(blocks: Sequence[_Block]) -> list[tuple[_Block, _Point]]:
    """Set blocks in rows that make the picture largest; tell how far each is to be moved."""
    sizes = [[max(axis) + _STEP for axis in zip(*points, strict=True)] for _, points in blocks]
    area, widest = sum(w * h for w, h in sizes), max((w for w, _ in sizes), default=0.0)
    rooms = (max(widest, math.sqrt(area * share)) for share in (0.8, 1.0, 1.25, 1.6, 2.0, 2.5))
    moves = min((_rows(sizes, room) for room in rooms), key=lambda found: _extent(sizes, found))
    return list(zip(blocks, moves, strict=True))


def _extent(sizes: Sequence[Sequence[float]], moves: Sequence[_Point]) -> float:
    """Return how high a picture has to be that holds the blocks."""
    right = max((x + w for (x, _), (w, _) in zip(moves, sizes, strict=True)), default=0.0)
    return max([right * sum(_WIDE) / 2 / _ASPECT, *(y + h for (_, y), (_, h) in zip(moves, sizes, strict=True))])


def _rows(sizes: Sequence[Sequence[float]], room: float) -> list[_Point]:
    """Set blocks in rows of a width, and within a row one above the other while there is room."""
    moves = []
    x = y = height = column = filled = 0.0
    for w, h in sizes:
        if w > column or filled + h > height:
            x, column, filled = x + column, w, 0.0
            if x + w > room or not height:
                x, y, height = 0.0, y + height, h
        moves.append((x, y + filled))
        filled += h
    return moves
