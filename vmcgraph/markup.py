"""How an answer shows itself in a notebook: a table of plain text, escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import islice

#: A table in a notebook shows so many rows.
MOST = 20


def html_table(columns: Iterable[str], rows: Iterable[Iterable[object]], note: str = "") -> str:
    """Return a table as HTML.

    Args:
        columns: its heads.
        rows: a cell for each column; None is an empty one.
        note: how to read it.

    Returns:
        A ``table`` element, and the note below it, in which all text is escaped; of more than 20 rows it tells how many are left out.

    Example:
        >>> html_table(["who"], [["A & B"]])
        '<table><thead><tr><th>who</th></tr></thead><tbody><tr><td>A &amp; B</td></tr></tbody></table>'
    """

    def line(cells: Iterable[object], tag: str) -> str:
        return f"<tr>{''.join(f'<{tag}>{escape(_told(cell))}</{tag}>' for cell in cells)}</tr>"

    rows = iter(rows)
    body = "".join(line(row, "td") for row in islice(rows, MOST))
    if more := sum(1 for _ in rows):
        body += f'<tr><td colspan="100">… and {more} more</td></tr>'
    below = f"<p>{escape(note)}</p>" if note else ""
    return f"<table><thead>{line(columns, 'th')}</thead><tbody>{body}</tbody></table>{below}"


def _told(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.3g}"
    return "" if cell is None else str(cell)
