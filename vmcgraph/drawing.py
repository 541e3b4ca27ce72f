"""How a table is drawn: title, drawing and caption on a page of fixed width. The only module that imports matplotlib.

Marks differ by shape, shade and the figure beside them, never by colour. Letters of an SVG stay text, measured in a wide font, so that they
can be read aloud and found, and fit in whichever font there is. Nothing depends on the user's settings of matplotlib.
"""

from __future__ import annotations

import logging
import re
import warnings
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise, product
from typing import Any, Literal

from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path
from matplotlib.ticker import MaxNLocator

from vmcgraph.analysis import Cell, Comparison, Matrix, Ranking, Table
from vmcgraph.output import cell_text, clean, wrap

#: Inches; a page of A4 or letter size holds it.
WIDTH = 7.5
DPI = 200
_TALLEST = 8.0
_MARGIN = 0.25
_INNER = WIDTH - 2 * _MARGIN
_GAP = 0.08
_AXIS = 0.45
#: Points.
_TITLE, _TEXT, _SMALL = 11.0, 8.0, 7.0
_LINE = 1.35
#: How many are drawn unless told otherwise, and how many of a matrix at most.
_USUAL, _USUAL_MATRIX, _MOST_MATRIX = 20, 30, 40

_INK, _SOFT, _FAINT = "0.1", "0.72", "0.95"
#: Shape, filling and line of each of those that are compared.
_MARKS: list[tuple[str, str, Literal["-", "--", ":", "-."]]] = [
    ("o", _INK, "-"),
    ("s", "white", "--"),
    ("^", "0.6", ":"),
    ("D", "white", "-."),
    ("v", _INK, "--"),
    ("P", "0.6", "-"),
    ("X", "white", ":"),
    ("<", _INK, "-."),
    ("p", "0.6", "--"),
    (">", "white", "-"),
]
_STYLE = {
    # The first is matplotlib's own, the second as wide; the others have letters that it lacks, where they are installed.
    "font.family": ["DejaVu Sans", "Verdana", "Noto Sans CJK SC", "Arial Unicode MS", "Microsoft YaHei", "sans-serif"],
    "font.sans-serif": ["Arial"],
    "font.size": _TEXT,
    "text.parse_math": False,  # a dollar in a name is a dollar
    "svg.fonttype": "none",
    "svg.hashsalt": "vmcgraph",
    "axes.edgecolor": _INK,
    "axes.linewidth": 0.6,
    "hatch.linewidth": 0.4,
    "xtick.major.size": 2.5,
    "xtick.major.width": 0.6,
    "xtick.labelsize": _SMALL,
}
#: Names a file that some programs would fetch.
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>]*>\s*")
#: What XML cannot hold.
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def draw(table: Table, top: int | None, form: str) -> bytes:
    """Draw a table that says how.

    Args:
        table: with at least one row.
        top: draw so many, as far as a page holds them; default: as many as are easy to read.
        form: "svg" or "png".

    Returns:
        The picture, the same bytes for the same table.

    Example:
        >>> draw(Table(("who", "ties"), (("Ada Brook", 2),), "Ties.", chart=Ranking("ties")), None, "png")[1:4]
        b'PNG'
    """
    with _quiet():
        chart = table.chart
        if isinstance(chart, Matrix):
            figure = _matrix(table, chart, min(top or _USUAL_MATRIX, _MOST_MATRIX))
        elif isinstance(chart, Comparison):
            figure = _comparison(table, chart, top or _USUAL)
        else:
            assert chart is not None
            figure = _ranking(table, chart, top or _USUAL)
        about = {"Title": _plain(_heading(table)), "Description": _plain(table.note)}
        unsaid = {"Date": None, "Creator": "vmcgraph"} if form == "svg" else {"Software": None}
        out = BytesIO()
        figure.savefig(out, format=form, dpi=DPI, metadata={**about, **unsaid})
    return _DOCTYPE.sub(b"", out.getvalue()) if form == "svg" else out.getvalue()


@contextmanager
def _quiet() -> Iterator[None]:
    """Draw in our own style, without warnings of letters and fonts that are missing."""
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), style.context(_STYLE, after_reset=True):
            warnings.filterwarnings("ignore", message="Glyph .* missing from")
            yield
    finally:
        log.setLevel(level)


# ---------------------------------------------------------------- text


def _plain(text: object) -> str:
    """Return a text on one line that any file can hold."""
    return clean(_NO_XML.sub("\ufffd", str(text)))


def _width(text: str, size: float, weight: str = "normal") -> float:
    """Return how many inches a text takes."""
    width: float = text_to_path.get_text_width_height_descent(text, FontProperties(size=size, weight=weight), False)[0]
    return width / 72


def _short(text: object, room: float, size: float) -> str:
    """Return a text that fits; one that is too long loses its end, but not what stands there in brackets."""
    whole = _plain(text) or "(no name)"
    kept = whole[whole.rindex(" (") :] if whole.endswith(")") and " (" in whole else ""
    if _width(kept, size) > room / 2:
        kept = ""
    if _width(whole, size) <= room:
        return whole
    ends = range(len(whole) - len(kept))
    end = bisect_right(ends, room, key=lambda end: _width(f"{whole[:end]}…{kept}", size)) - 1
    return f"{whole[: max(1, end)].rstrip()}…{kept}"


def _heading(table: Table) -> str:
    return table.title.removesuffix(".") or " – ".join(table.columns)


# ---------------------------------------------------------------- the page


class _Page:
    """A page with a title, room for a drawing, and below it the caption.

    Args:
        table: what is drawn.
        height: of the drawing, in inches.
        shown: which part of the table is drawn, and how to read it.
    """

    def __init__(self, table: Table, height: float, shown: str) -> None:
        title = self._lines(_heading(table), _TITLE, "bold")
        scope = self._lines(table.scope, _TEXT) if table.scope else []
        parts = [self._lines(text, _SMALL) for text in (shown, table.note, table.sources) if text]
        below = [line for part in parts for line in part]
        above = (len(title) * _TITLE + len(scope) * _TEXT) * _LINE / 72 + 1.5 * _GAP
        self.height = 2 * _MARGIN + above + height + 2 * _GAP + len(below) * _SMALL * _LINE / 72
        self.figure = Figure(figsize=(WIDTH, self.height))
        self._top = _MARGIN + above
        self._write(title, _MARGIN, _TITLE, "bold")
        self._write(scope, _MARGIN + len(title) * _TITLE * _LINE / 72, _TEXT)
        self._write(below, self._top + height + 2 * _GAP, _SMALL)

    @staticmethod
    def _lines(text: str, size: float, weight: str = "normal") -> list[str]:
        return wrap(_plain(text), _INNER, lambda part: _width(part, size, weight))

    def _write(self, lines: Sequence[str], down: float, size: float, weight: str = "normal") -> None:
        for number, line in enumerate(lines):
            y = 1 - (down + number * size * _LINE / 72) / self.height
            self.figure.text(_MARGIN / WIDTH, y, line, size=size, weight=weight, va="top", color=_INK)

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Return axes in the room for the drawing, placed in inches from its upper left corner."""
        bottom = self.height - self._top - top - height
        place = ((_MARGIN + left) / WIDTH, bottom / self.height, width / WIDTH, height / self.height)
        return self.figure.add_axes(place)


def _first(shown: int, all_of: int) -> str:
    return f"The first {shown} of {all_of}." if shown < all_of else ""


def _scale(axes: Axes, figures: Sequence[float | int]) -> None:
    """Let figures be read from the left, from nothing to the greatest."""
    axes.set_xlim(min(0, *figures), max(0, *figures) or 1)
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=all(isinstance(each, int) for each in figures)))
    axes.grid(axis="x", color="0.85", linewidth=0.5)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _figures(table: Table, column: str) -> list[float | int | None]:
    number = table.columns.index(column)
    return [row[number] if isinstance(row[number], int | float) else None for row in table.rows]  # type: ignore[misc]


# ---------------------------------------------------------------- rankings


def _ranking(table: Table, chart: Ranking, top: int) -> Figure:
    row, room = 0.215, 2.9
    top = min(top, int(_TALLEST / row), len(table.rows))
    label = table.columns.index(chart.label)
    labels = [_short(each[label], room, _TEXT) for each in table.rows[:top]]
    told = [cell_text(each, 3) or "none" for each in _figures(table, chart.figure)[:top]]
    figures = [each or 0 for each in _figures(table, chart.figure)[:top]]
    left = max(_width(each, _TEXT) for each in labels) + _GAP
    right = max(_width(each, _SMALL) for each in told) + _GAP
    page = _Page(table, top * row + _AXIS, _first(top, len(table.rows)))
    axes = page.axes(left, 0, _INNER - left - right, top * row)
    axes.barh(range(top), figures, 0.66, color=_SOFT, edgecolor=_INK, linewidth=0.6)
    for place, (figure, words) in enumerate(zip(figures, told, strict=True)):
        _beside(axes, max(figure, 0), place, words)
    _scale(axes, figures)
    axes.set_xlabel(_short(chart.figure, 4, _TEXT))
    axes.set_yticks(range(top), labels)
    axes.set_ylim(top - 0.5, -0.5)
    return page.figure


def _beside(axes: Axes, x: float, y: float, words: str, points: float = 3, **how: Any) -> None:
    axes.annotate(
        words,
        (x, y),
        (points, 0),
        textcoords="offset points",
        va="center_baseline",
        size=_SMALL,
        annotation_clip=False,
        **how,
    )


# ---------------------------------------------------------------- figures side by side


def _comparison(table: Table, chart: Comparison, top: int) -> Figure:
    names = chart.figures or _without_text(table, chart)
    lane, room = 0.135, 2.9
    row = lane * len(names) + 0.08
    if chart.greatest:
        table = _greatest_first(table, names)
    top = min(top, max(1, int(_TALLEST / row)), len(table.rows))
    picked = [table.columns.index(each) for each in chart.label]
    labels = [_short(_label([each[number] for number in picked]), room, _TEXT) for each in table.rows[:top]]
    left = max(_width(each, _TEXT) for each in labels) + _GAP
    columns = [_figures(table, name)[:top] for name in names]
    known = [each for column in columns for each in column if each is not None]
    legend = 0.28
    most = f"The {top} of {len(table.rows)} with most {' + '.join(names)}."
    shown = most if chart.greatest and top < len(table.rows) else _first(top, len(table.rows))
    page = _Page(table, legend + top * row + _AXIS / 2, shown)
    axes = page.axes(left, legend, _INNER - left - 0.5, top * row)
    for number in range(1, top, 2):
        axes.axhspan(number - 0.5, number + 0.5, color=_FAINT, linewidth=0)
    for number, column in enumerate(columns):
        shift = (number - (len(names) - 1) / 2) * lane / row
        _lane(axes, column, shift, number, chart.missing)
    _scale(axes, known or [0])
    axes.set_yticks(range(top), labels)
    axes.set_ylim(top - 0.5, -0.5)
    _legend(page, names)
    return page.figure


def _greatest_first(table: Table, names: Sequence[str]) -> Table:
    columns = [_figures(table, name) for name in names]
    sums = [sum(filter(None, figures)) for figures in zip(*columns, strict=True)]
    order = sorted(range(len(sums)), key=lambda number: -sums[number])
    return replace(table, rows=tuple(table.rows[number] for number in order))


def _label(cells: Sequence[object]) -> str:
    """Return the first cell, and in brackets the others that are not empty."""
    first, *others = ("" if cell is None else str(cell) for cell in cells)
    return f"{first} ({', '.join(filter(None, others))})" if any(others) else first


def _without_text(table: Table, chart: Comparison) -> tuple[str, ...]:
    texts = {name for row in table.records() for name, cell in row.items() if isinstance(cell, str)}
    return tuple(name for name in table.columns if name not in texts and name not in chart.label)


def _lane(axes: Axes, column: Sequence[float | int | None], shift: float, number: int, missing: str) -> None:
    """Draw one of the figures that are compared, in each row."""
    mark, fill, line = _MARKS[number % len(_MARKS)]
    for place, figure in enumerate(column):
        if figure is None:
            _beside(axes, 0, place + shift, missing, style="italic", color="0.35")
            continue
        axes.plot([0, figure], [place + shift] * 2, line, color=_INK, linewidth=0.6)
        axes.plot(
            figure,
            place + shift,
            mark,
            color=_INK,
            markerfacecolor=fill,
            markersize=4.2,
            markeredgewidth=0.8,
            clip_on=False,
        )
        _beside(axes, figure, place + shift, cell_text(figure, 3), 5)


def _legend(page: _Page, names: Sequence[str]) -> None:
    handles = []
    for number, name in enumerate(names):
        mark, fill, line = _MARKS[number % len(_MARKS)]
        label = _short(name, _INNER / len(names) - 0.6, _TEXT)
        handles.append(
            Line2D(
                [],
                [],
                color=_INK,
                marker=mark,
                linestyle=line,
                linewidth=0.6,
                markerfacecolor=fill,
                markersize=4.2,
                label=label,
            )
        )
    axes = page.axes(0, 0, _INNER, 0.2)
    axes.set_axis_off()
    axes.legend(
        handles=handles,
        loc="center left",
        bbox_to_anchor=(0, 0.5),
        ncols=len(names),
        frameon=False,
        borderpad=0,
        borderaxespad=0,
    )


# ---------------------------------------------------------------- matrices


@dataclass
class _Pairs:
    """The rows of a table of pairs in both directions, and who is shown in which order."""

    rows: dict[tuple[str, str], dict[str, Cell]]
    names: list[str]
    groups: dict[str, Cell]
    all_of: int

    @classmethod
    def of(cls, table: Table, chart: Matrix, top: int) -> _Pairs:
        rows: dict[tuple[str, str], dict[str, Cell]] = {}
        weights: dict[str, float] = defaultdict(float)
        groups: dict[str, Cell] = {}
        for row in table.records():
            pair = str(row[chart.ends[0]]), str(row[chart.ends[1]])
            rows[pair] = rows[pair[::-1]] = row
            for name, group in zip(pair, chart.groups or ("", ""), strict=True):
                weights[name] += _number(row[chart.weight])
                groups[name] = row.get(group)
        strongest = sorted(weights, key=lambda name: (-weights[name], name))[:top]
        order = list(weights)
        if chart.groups:
            strongest.sort(key=lambda name: groups[name])  # type: ignore[arg-type, return-value]
        else:
            strongest.sort(key=order.index)
        return cls(rows, strongest, groups if chart.groups else {}, len(order))

    def shown(self) -> Iterator[tuple[int, int, dict[str, Cell]]]:
        """Yield place across, place down and row of each pair that is shown."""
        for (down, one), (across, other) in product(enumerate(self.names), repeat=2):
            if (one, other) in self.rows:
                yield across, down, self.rows[one, other]


def _matrix(table: Table, chart: Matrix, top: int) -> Figure:
    pairs = _Pairs.of(table, chart, top)
    size, room = len(pairs.names), 1.9
    widest = max(_width(_short(name, room, _TEXT), _TEXT) for name in pairs.names)
    cell = min(0.4, (_INNER - widest - _GAP - (0.25 if pairs.groups else 0)) / size)
    text = min(_TEXT, cell * 72 * 0.78)
    labels = [_short(name, room, text) for name in pairs.names]
    label = max(_width(each, text) for each in labels) + _GAP
    page = _Page(table, label + size * cell, _how_to_read(chart, size, pairs.all_of))
    axes = page.axes(label, label, size * cell, size * cell)
    for place, name in enumerate(pairs.names):
        axes.axhline(place, color="0.85", linewidth=0.4, zorder=0)
        axes.axvline(place, color="0.85", linewidth=0.4, zorder=0)
        if (name, name) not in pairs.rows:
            _square(axes, place, 1, facecolor="white", edgecolor=_SOFT, hatch="////", linewidth=0)
    _counts(axes, chart, pairs, cell)
    axes.set_xlim(0, size)
    axes.set_ylim(size, 0)
    middles = [place + 0.5 for place in range(size)]
    axes.set_xticks(middles, labels, rotation=90, size=text)
    axes.set_yticks(middles, labels, size=text)
    axes.tick_params(length=0, pad=3, top=False, labeltop=True, labelbottom=False)
    _frames(axes, [pairs.groups[name] for name in pairs.names if pairs.groups])
    return page.figure


def _how_to_read(chart: Matrix, shown: int, all_of: int) -> str:
    which = (
        f"The {shown} of {all_of} with most {chart.weight}; ties to those left out are not drawn. "
        if shown < all_of
        else ""
    )
    chance = f" (in brackets: {chart.expected})" if chart.expected else ""
    frames = "; frames are communities with their numbers" if chart.groups else ""
    return f"{which}The figure in a cell is the number of {chart.count}{chance}, darker for more{frames}."


def _counts(axes: Axes, chart: Matrix, pairs: _Pairs, cell: float) -> None:
    """Shade the cells by their counts, and write these in."""
    shown = [(across, down, row, _number(row[chart.count])) for across, down, row in pairs.shown()]
    most = max((count for *_, count in shown), default=0)
    size = min(_SMALL, cell * 72 * 0.6, cell * 72 / (0.7 * len(f"{most:g}")))
    for across, down, row, count in shown:
        shade = 0.92 - 0.62 * (count / most if most > 1 else 0.2) if count else 1.0
        colour = str(round(shade, 3))
        axes.add_patch(Rectangle((across, down), 1, 1, facecolor=colour, edgecolor="white", linewidth=0.4))
        chance = cell_text(round(_number(row[chart.expected]), 1), 1) if chart.expected and cell > 0.3 else ""
        ink = "white" if shade < 0.46 else "black"
        where: dict[str, Any] = {"ha": "center", "va": "center_baseline", "color": ink}
        axes.text(across + 0.5, down + (0.36 if chance else 0.5), f"{count:g}", size=size, **where)
        if chance:
            axes.text(across + 0.5, down + 0.74, f"({chance})", size=size * 0.8, **where)


def _number(cell: Cell) -> float:
    return cell if isinstance(cell, int | float) else 0


def _square(axes: Axes, start: int, size: int, **how: Any) -> None:
    """Draw a square on the diagonal."""
    axes.add_patch(Rectangle((start, start), size, size, **how))


def _frames(axes: Axes, groups: Sequence[Cell]) -> None:
    """Frame each community on the diagonal and say its number."""
    starts = [place for place, group in enumerate(groups) if not place or group != groups[place - 1]]
    for start, end in pairwise([*starts, len(groups)] if starts else []):
        _square(axes, start, end - start, fill=False, edgecolor="black", linewidth=1.3, clip_on=False)
        middle = (len(groups), (start + end) / 2)
        axes.annotate(
            str(groups[start]),
            middle,
            (4, 0),
            textcoords="offset points",
            va="center",
            size=_SMALL,
            weight="bold",
            annotation_clip=False,
        )
