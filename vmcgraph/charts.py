"""Pictures of the tables of analyses: rankings, matrices, figures side by side; for print, readable without colour.

How an analysis is drawn is declared where it is entered in the list (`vmcgraph.analysis.study.analysis`). What draws is matplotlib,
an extra of this package: it takes longer to load than an analysis takes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vmcgraph.analysis import ANALYSES, Table
from vmcgraph.errors import ExportError, QueryError
from vmcgraph.files import write_files

#: How pictures are written, by the suffix of the file.
FORMS = {".svg": "svg", ".png": "png"}


@dataclass(frozen=True, repr=False)
class Plot:
    """A picture of a table; a notebook shows it.

    Args:
        table: has rows, and says how it is drawn.
        top: draw so many rows, or so many of a matrix, as far as a page holds them; default: as many as are easy to read.
    """

    table: Table
    top: int | None = None

    def svg(self) -> str:
        """Return the picture as SVG, which asks for nothing from outside; its letters stay text."""
        return self._drawn("svg").decode()

    def png(self) -> bytes:
        """Return the picture as PNG, 1500 pixels wide at 200 dots per inch."""
        return self._drawn("png")

    def write(self, target: str | Path) -> Path:
        """Write the picture to a file.

        Args:
            target: its suffix, .svg or .png, says in which form.

        Returns:
            The file.

        Raises:
            ExportError: if it has another suffix or cannot be written.
        """
        target = Path(target)
        write_files({target: self._drawn(_form(target))})
        return target

    def _drawn(self, form: str) -> bytes:
        return _drawing()(self.table, self.top, form)

    def _repr_svg_(self) -> str:
        svg = self.svg()
        return svg[svg.index("<svg") :]

    def __repr__(self) -> str:
        return f"<picture of the analysis {self.table.name}: {self.table.title}>"


def plot(table: Table, *, top: int | None = None) -> Plot:
    """Draw the table of an analysis.

    Args:
        table: as `vmcgraph.analyse` gives it.
        top: draw so many rows, or so many of a matrix, as far as a page holds them; default: as many as are easy to read.

    Returns:
        A picture that notebooks show, with methods `svg`, `png` and `write`.

    Raises:
        QueryError: if it is no table of an analysis, has no rows, its analysis has no picture, or fewer than one is to be drawn.
        ExportError: if matplotlib is not installed.

    Example:
        >>> from vmcgraph.analysis import Ranking
        >>> "Ada Brook" in plot(Table(("who", "ties"), (("Ada Brook", 2),), "Ties.", chart=Ranking("ties"))).svg()
        True
    """
    if not isinstance(table, Table):
        raise QueryError(f"a {type(table).__name__} is not drawn; a table as vmcgraph.analyse gives it is", value=table)
    if table.chart is None:
        raise _without(table.name)
    if not table.rows:
        raise QueryError(f"the analysis “{table.name}” found nothing to draw", value=table.name)
    if top is not None and top < 1:
        raise QueryError(f"{top}: at least 1 has to be drawn", value=top)
    _drawing()
    return Plot(table, top)


def check(name: str, target: str | Path) -> None:
    """Say at once what would come out only after the analysis.

    Args:
        name: of the analysis.
        target: the file to be written.

    Raises:
        QueryError: if the analysis has no picture.
        ExportError: if the file has another suffix than FORMS, or matplotlib is not installed.

    Example:
        >>> check("cuts", "cuts.svg")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.QueryError: the analysis “cuts” has no picture; ...
    """
    if name in ANALYSES and ANALYSES[name].chart is None:
        raise _without(name)
    _form(Path(target))
    _drawing()


def _without(name: str) -> QueryError:
    drawn = ", ".join(known for known, each in ANALYSES.items() if each.chart)
    return QueryError(f"the analysis “{name}” has no picture; there are pictures of {drawn}", value=name)


def _form(target: Path) -> str:
    found = FORMS.get(target.suffix.lower())
    if found is None:
        raise ExportError(f"{target}: a picture is written as {' or '.join(FORMS)}; name such a file", value=target)
    return found


def _drawing() -> Callable[[Table, int | None, str], bytes]:
    try:
        from vmcgraph.drawing import draw
    except ImportError as error:
        wish = 'install it with: pip install "vmcgraph[plot]"'
        raise ExportError(f"a picture needs matplotlib, which is not installed; {wish}") from error
    return draw
