"""The rows of a table that a PDF prints: cells that stand side by side, one row under the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from vmcgraph.reading.printed import PrintedLine, is_short

#: A cell has no more lines than this: what has is a column of the page.
_TALLEST = 14
#: Two lines of a cell are no farther apart, in sizes of type.
_FARTHEST = 2.2
#: Cells of one column begin at one place, but for so many points.
_NEAR = 3.0

_Cell = list[PrintedLine]
_Row = list[_Cell]


def with_rows(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines of a page in which each row of a table is one, with bars between its cells."""
    rows = list(_rows(lines))
    table = [row for row in rows if len(row) > 1]
    table = [row for row in table if any(_fit(row, other) for other in table if other is not row)]
    if not table or _are_cards(table):
        return [line for row in rows for cell in row for line in cell]
    made: list[PrintedLine] = []
    for row in rows:
        if any(row is each for each in table):
            made.append(_joined(row, table))
        else:
            made += [line for cell in row for line in cell]
    return made


def _rows(lines: Sequence[PrintedLine]) -> Iterator[_Row]:
    """Yield groups of cells that stand side by side, and the lines between them."""
    row: _Row = []
    below_row = False
    for line in lines:
        if row and _stands_beside(row[-1][-1], line):
            row.append([line])
        elif row and _goes_on(row, line):
            row[-1].append(line)
        else:
            yield from _settled(row, below_row=below_row)
            below_row = len(row) > 1
            row = [[line]]
    yield from _settled(row, below_row=below_row)


def _stands_beside(last: PrintedLine, line: PrintedLine) -> bool:
    """Say whether a line begins a cell right of the one before."""
    return line.left >= last.right + 0.5 * line.size and line.base > last.base - 0.3 * last.size


def _goes_on(row: _Row, line: PrintedLine) -> bool:
    """Say whether a line is a further one of the last cell."""
    last = row[-1][-1]
    if not 0.3 < (last.base - line.base) / max(last.size, 1.0) < _FARTHEST:
        return False
    return len(row) == 1 or (len(row[-1]) < _TALLEST and line.left > row[-2][-1].right)


def _settled(row: _Row, *, below_row: bool) -> Iterator[_Row]:
    """Yield a row whose cells overlap in height; without the lines above that stand beside none of the others."""
    if len(row) > 1:
        top = max(cell[0].base for cell in row[1:]) + 0.3 * row[0][-1].size
        first = [line for line in row[0] if line.base <= top or (below_row and len(row[0]) <= _TALLEST)]
        whole = [first, *row[1:]]
        if first and max(line.right for line in first) < row[1][0].left and all(map(_overlap, whole, whole[1:])):
            yield from ([[line]] for line in row[0][: len(row[0]) - len(first)])
            yield whole
            return
    yield from ([[line]] for cell in row for line in cell)


def _overlap(one: _Cell, two: _Cell) -> bool:
    """Say whether two cells stand at one height, but for a line."""
    return max(one[-1].base, two[-1].base) <= min(one[0].base, two[0].base) + one[0].size


def _fit(one: _Row, other: _Row) -> bool:
    """Say whether two rows are of one table."""
    same = sum(any(abs(a[0].left - b[0].left) < _NEAR for b in other) for a in one)
    return same > 1


def _are_cards(table: Sequence[_Row]) -> bool:
    """Say whether what stands side by side are no cells of rows: each has lines of its own, as cards of people have."""
    tall = sum(all(len(cell) > 1 for cell in row) and not row[0][0].words[0].isdigit() for row in table)
    return tall > len(table) / 2


def _joined(row: _Row, table: Sequence[_Row]) -> PrintedLine:
    """Return a row as one line."""
    words = []
    for cell, after in zip_longest(row, row[1:]):
        edge = max(
            line.right for other in table for same in other for line in same if abs(same[0].left - cell[0].left) < _NEAR
        )
        edge = min(edge, after[0].left if after else edge)
        text = cell[0].words
        for above, below in pairwise(cell):
            text += ("\n" if is_short(above, below, edge) else " ") + below.words
        words.append(text)
    bar = "   " if len(row) == 2 and words[1].isdecimal() else " | "
    lines = [line for cell in row for line in cell]
    return replace(
        row[0][0],
        words=bar.join(words),
        base=max(line.base for line in lines),
        bottom=min(line.base for line in lines),
        right=max(line.right for line in lines),
        cells=len(row),
    )
