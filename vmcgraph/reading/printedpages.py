"""Where the paragraphs of printed pages end: at a gap or, on pages without gaps, where a line stops though the next word would have fitted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median, mode

from vmcgraph.reading.printed import PrintedLine, is_short
from vmcgraph.reading.printedrows import with_rows

#: A column beside another one has so many lines at least.
_FEWEST = 4
#: So many lines at least that end near each other show the edge of their column.
_WITNESSES = 3
#: Of the lines that stop short so many may be followed by a small letter, where the edge of the column is the right one.
_ASTRAY = 0.2
#: A gap makes a step so many times as far as one inside a paragraph; a small one makes it so many sizes of type farther.
_GAP, _SMALL_GAP = 1.22, 0.15
#: Where gaps part paragraphs, so many of their ends at least have one; an item of an agenda may be several short lines.
_MARKED = 0.2
_SENTENCE_END = (".", "!", "?", "”", '"', "»", ":")

_Page = Sequence[PrintedLine]


def page_texts(pages: Sequence[_Page]) -> tuple[str, bool]:
    """Put the lines of pages together.

    Args:
        pages: the pieces of each page's lines, in their order.

    Returns:
        The text, with an empty line where a paragraph ends and a form feed behind each page; and whether gaps show the paragraphs.
    """
    pages = [with_rows(lines) for lines in pages]
    edges = _edges(pages)
    leading = _leading(pages, edges)
    steps = [list(_steps(lines, ends, leading)) for lines, ends in zip(pages, edges, strict=True)]
    gap = _gap(steps, leading)
    texts = (_page_text(lines, made, gap, leading) for lines, made in zip(pages, steps, strict=True))
    return "".join(f"{text}\n\f" for text in texts), gap is not None


# ---------------------------------------------------------------- where columns end


def _edges(pages: Sequence[_Page]) -> list[list[float]]:
    """Return for each line of each page where the right edge of its column is; infinite where that cannot be told."""
    bounds = [[_bound(line, starts) for line in lines] for lines in pages for starts in [_column_starts(lines)]]
    columns: dict[float, list[PrintedLine]] = defaultdict(list)
    for lines, bound in zip(pages, bounds, strict=True):
        for line, each in zip(lines, bound, strict=True):
            if not line.cells:
                columns[each].append(line)
    usual = {bound: list(_candidates(lines)) for bound, lines in columns.items()}
    found = []
    for lines, bound in zip(pages, bounds, strict=True):
        edges = {each: _edge(lines, [one == each for one in bound], usual.get(each, ())) for each in set(bound)}
        found.append([edges[each] for each in bound])
    return found


def _column_starts(lines: _Page) -> list[float]:
    """Return where the columns of a page begin that stand right of another one."""
    runs = [run for run in _runs(lines) if len(run) >= _FEWEST]
    lefts = ((min(line.left for line in right), sorted(line.right for line in left)) for left, right in pairwise(runs))
    return [start for start, ends in lefts if start >= ends[int(0.8 * len(ends))]]  # but for headings across both


def _runs(lines: _Page) -> Iterator[list[PrintedLine]]:
    """Yield the stretches of a page in which each line stands below the one before."""
    run: list[PrintedLine] = []
    for line in lines:
        if run and run[-1].base <= line.base:
            yield run
            run = []
        if not line.cells:
            run.append(line)
    yield run


def _bound(line: PrintedLine, starts: Sequence[float]) -> float:
    """Return where the next column begins, right of a line; pages of one layout may differ by some points."""
    return min((10 * round(start / 10) for start in starts if line.right <= start and line.left < start), default=inf)


def _candidates(lines: _Page) -> Iterator[float]:
    """Yield where lines of a column may end: the farthest place, and the farthest near which several end."""
    ends = sorted((line.right for line in lines), reverse=True)
    yield ends[0]
    near = 2 * median(line.size for line in lines)
    need = max(_WITNESSES - 1, len(ends) // 50)
    yield from (end for end, other in zip(ends, ends[need:], strict=False) if end - other < near)


def _edge(lines: _Page, inside: Sequence[bool], usual: Sequence[float]) -> float:
    """Return the edge of a page's column: the document's, else the page's own; lines that stop before it seldom go on in lower case."""
    pairs = [(one, two) for (one, two), *held in zip(pairwise(lines), inside, inside[1:], strict=False) if all(held)]
    own = max((line.right for line, held in zip(lines, inside, strict=True) if held), default=inf)
    for edge in (*usual[:2], own):
        astray = [two.words[0].islower() for one, two in pairs if is_short(one, two, edge)]
        if sum(astray) <= max(1, _ASTRAY * len(astray)):
            return edge
    return inf


# ---------------------------------------------------------------- where paragraphs end


@dataclass(frozen=True, slots=True)
class _Step:
    """How a line follows the one above it.

    Args:
        down: how far below, in sizes of type; infinite where another size, another column or a table parts the two.
        stops: the line above is short, so that something ends with it.
        ends: a paragraph of more lines ends with a sentence there.
        indented: the line begins farther right than the one above and the one below.
    """

    down: float
    stops: bool = False
    ends: bool = False
    indented: bool = False


def _leading(pages: Sequence[_Page], edges: Sequence[Sequence[float]]) -> float:
    """Return the usual distance of two lines of one paragraph, in sizes of type: the commonest below a line that is full."""
    steps, full = [], []
    for lines, ends in zip(pages, edges, strict=True):
        for (above, below), edge in zip(pairwise(lines), ends, strict=False):
            step = (above.bottom - below.base) / max(above.size, 0.1)
            if abs(above.size - below.size) < 0.1 and 0.9 < step < 2.2 and not above.cells and not below.cells:
                steps.append(step)
                if not is_short(above, below, edge):
                    full.append(step)
    found = full if len(full) > 2 else steps
    if not found:
        return 1.3
    usual = mode(round(step, 1) for step in found)
    return median(step for step in found if round(step, 1) == usual)


def _steps(lines: _Page, edges: Sequence[float], leading: float) -> Iterator[_Step]:
    """Yield how each line of a page but the first follows the one above."""
    full = False  # the line above is not the first of its paragraph
    for at, (above, line) in enumerate(pairwise(lines)):
        down = (above.bottom - line.base) / max(above.size, line.size, 1.0)
        alike = 0.8 < line.size / max(above.size, 1.0) < 1.25
        if above.cells and line.cells:
            yield _Step(0.0 if down > 0 else inf)
            continue
        if down <= 0 or not alike or above.cells or line.cells:
            down = inf
        stops = edges[at] < inf and is_short(above, line, edges[at]) and not line.words[0].islower()
        ends = stops and full and above.words.endswith(_SENTENCE_END)
        below = lines[at + 2] if at + 2 < len(lines) else line
        yield _Step(down, stops, ends, max(above.left, below.left) + 0.8 * line.size < line.left)
        full = down < _GAP * leading and not stops


def _gap(pages: Sequence[Sequence[_Step]], leading: float) -> float | None:
    """Return how far apart lines are at least that a gap parts: paragraphs end with one; None where they do not."""
    steps = [step for page in pages for step in page if step.down < inf]
    ends = [step for step in steps if step.ends]
    if len(ends) < _WITNESSES:
        ends = [step for step in steps if step.stops]
    for gap in (_GAP * leading, leading + _SMALL_GAP):
        if sum(step.down > gap for step in ends) >= _MARKED * len(ends):
            return gap
    return None


def _page_text(lines: _Page, steps: Sequence[_Step], gap: float | None, leading: float) -> str:
    made = [line.words for line in lines[:1]]
    for line, step in zip(lines[1:], steps, strict=True):
        if step.down > (gap or leading + _SMALL_GAP) or (gap is None and (step.stops or step.indented)):
            made.append("")
        made.append(line.words)
    return "\n".join(made)
