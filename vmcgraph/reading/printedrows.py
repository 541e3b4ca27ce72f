"""The rows of a table that a PDF prints: cells that stand side by side, one row under the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from vmcgraph.hours import times_at
from vmcgraph.linebreaks import breaks
from vmcgraph.programme import role_label
from vmcgraph.reading.lines import is_bare_time, opens_titled
from vmcgraph.reading.printed import SEAM, PrintedLine, Seam, is_short
from vmcgraph.speakers import is_entry

#: A cell has no more lines than this: what has is a column of the page.
_TALLEST = 14
#: Two lines of a cell are no farther apart, in sizes of type.
_FARTHEST = 2.2
#: Cells of one column begin at one place, but for so many points.
_NEAR = 3.0
#: What begins behind a narrow blank is a cell if others begin at the same place.
_SAME = 0.6
#: The end of a line of a cell that the next one goes on: "Director of / Research".
_OPEN = re.compile(r"(?:[,&–-]|\b[^\W\d_A-Z]\w{0,2})$")

_Cell = list[PrintedLine]
_Row = list[_Cell]


def with_rows(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines of a page in which each row of a table is one, with bars between its cells."""
    rows = list(_rows(list(_pieces(lines))))
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


def _pieces(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Yield the lines, cut where a cell begins behind a narrow blank: where others begin, or behind a time."""
    cells = [line.left for last, line in pairwise(lines) if _stands_beside(last, line)]
    for line in lines:
        rest = line
        while seam := next((each for each in rest.seams if _parts_cells(rest, each, cells, lines)), None):
            before, rest = rest.cut(seam)
            yield before
        yield rest


def _parts_cells(line: PrintedLine, seam: Seam, cells: Sequence[float], lines: Sequence[PrintedLine]) -> bool:
    """Say whether a narrow blank of a line parts two cells; those of a justified line are alike."""
    timed = line.words[0].isdigit() and is_bare_time(line.words[: seam.at])
    if timed and any(abs(other.left - seam.right) < _SAME for other in lines):
        return True
    wide = [each for each in line.seams if each.right - each.left > SEAM * line.size]
    justified = 3 < line.words.count(" ") < 2 * len(wide)
    return seam in wide and not justified and any(abs(left - seam.right) < _SAME for left in cells)


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
    level = line.base - last.base
    away = 0.1 if abs(level) < 0.3 * last.size else 0.5  # pieces of one height are parted already
    return line.left >= last.right + away * line.size and level > -0.3 * last.size


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
    cells = []
    for cell, after in zip_longest(row, row[1:]):
        edge = max(
            line.right for other in table for same in other for line in same if abs(same[0].left - cell[0].left) < _NEAR
        )
        cells.append(_cell_lines(cell, min(edge, after[0].left if after else edge)))
    lines = [line for cell in row for line in cell]
    return replace(
        row[0][0],
        words=_row_words(cells),
        base=max(line.base for line in lines),
        bottom=min(line.base for line in lines),
        right=max(line.right for line in lines),
        cells=len(row),
    )


def _cell_lines(cell: _Cell, edge: float) -> list[str]:
    """Return the lines of a cell; one that only the edge of its column ends goes on in the next."""
    short = [is_short(above, below, edge) for above, below in pairwise(cell)]
    listed = [_is_listed(above.words, below.words) for above, below in pairwise(cell)]
    loose = not any(short) and not any(listed)
    made = [cell[0].words]
    for (above, below), stops, lists in zip(pairwise(cell), short, listed, strict=True):
        full = not stops and (" " not in below.words or _OPEN.search(above.words) is not None)
        open_ended = below.words[0].islower() or full
        if loose or (open_ended and not lists):
            made[-1] = _run_on(made[-1], below.words)
        else:
            made.append(below.words)
    return made


def _is_listed(above: str, below: str) -> bool:
    """Say whether a line of a cell names somebody, begins with a label or follows a time, so that it does not go on the one above."""
    if is_bare_time(above):
        return not below[0].isdigit()
    return _OPEN.search(above) is None and (is_entry(below) or role_label(below) is not None)


def _run_on(above: str, below: str) -> str:
    """Return two lines as one, a word that the first cuts made whole."""
    text = f"{above}\n{below}"
    for cut in breaks(text):
        return text[: cut.at] + text[cut.start + cut.shift :]
    return f"{above} {below}"


def _row_words(cells: Sequence[list[str]]) -> str:
    """Return what a row says: its cells' first lines between bars and, below, the further lines of those that have more.

    Of sessions that stand side by side each has the time of the row.
    """
    first, *others = cells
    if len(first) == 2 and (times_at(first[0]) is None or first[1][0].isdigit()):  # a name or a time in two lines
        first = [_run_on(*first)]
    cells = [first, *others]
    tall = next((cell for cell in cells if len(cell) > 1), first)
    parallel = [cell for cell in others if cell is not tall and len(cell) > 1]
    opening = [cell[0] for cell in cells if cell is tall or len(cell) == 1]
    bar = "   " if len(cells) == 2 and opening[-1].isdecimal() else " | "
    lines = [bar.join(opening), *tall[1:]]
    timed = is_bare_time(first[0])
    for head, *below in parallel:
        session = timed and _is_session(tall) and _is_session([head, *below])
        lines += [f"{first[0]} | {head}" if session else head, *below]
    return "\n".join(lines)


def _is_session(cell: Sequence[str]) -> bool:
    """Say whether a cell is a title over people."""
    named = [is_entry(line) or role_label(line) is not None for line in cell]
    return opens_titled(cell[0]) or (not named[0] and named[1])
