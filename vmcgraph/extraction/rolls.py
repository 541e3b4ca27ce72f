"""Lists of attendees as tables, read by the heads of their columns in whatever order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vmcgraph import reference
from vmcgraph.document import Document
from vmcgraph.extraction.entries import Entry, entry_at
from vmcgraph.frontmatter import FIELDS
from vmcgraph.names import Name
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold

_COLUMNS = {
    **FIELDS,
    "first name": "first",
    "given name": "first",
    "surname": "last",
    "last name": "last",
    "family name": "last",
    "delegation": "country",
    "state": "country",
    "country organisation": "country",
    "country institution": "country",
}
_Cell = tuple[int, int]


def rolls(document: Document, shown: str) -> Iterator[tuple[Entry, CountryEntry | None]]:
    """Yield the rows of each table whose head names a column for names and another for posts, bodies or countries.

    Args:
        document: the report.
        shown: its plain text.
    """
    heads: list[str] = []
    for block in document.blocks:
        if block.kind not in ("list", "stage", "heading"):
            heads = []
            continue
        cells = list(_cells(shown, block.start, block.end))
        found = [_COLUMNS.get(fold(shown[start:end]), "") for start, end in cells]
        if len(set(found) - {""}) > 1 and {"name", "last"} & set(found):
            heads = found
        elif heads and len(cells) > 1:
            yield from _row(shown, dict(zip(heads, cells, strict=False)))


def _cells(shown: str, start: int, end: int) -> Iterator[_Cell]:
    """Yield the cells of a row, trimmed; empty ones too, as they keep the place of the others."""
    line = shown[start:end].strip().strip("|") if "|" in shown[start:end] else ""
    base = start + shown[start:end].find(line) if line else start
    for cell in re.finditer(r"[^|]+", line):
        text = cell[0].strip()
        at = base + cell.start() + cell[0].find(text)
        yield at, at + len(text)


def _row(shown: str, columns: dict[str, _Cell]) -> Iterator[tuple[Entry, CountryEntry | None]]:
    """Yield the person of a row, if its column for names holds one."""
    whole = columns.get("name")
    entry = entry_at(shown, *whole, "", "list") if whole else None
    if "first" in columns and "last" in columns:
        start, end = columns["first"][0], columns["last"][1]
        text = " ".join(shown[slice(*columns[key])] for key in ("first", "last"))
        entry = Entry(Name(start, end, text), (), start, end, "", False)
    if entry is None:
        return
    stated = [shown[slice(*columns[key])] for key in ("position", "organisation") if key in columns]
    home = shown[slice(*columns["country"])] if "country" in columns else ""
    country = reference.country_named(home)
    if home and country is None:  # the column has the delegations, and bodies send some too
        stated.append(home)
    words = ", ".join(" ".join(text.split()) for text in stated if text)
    first, last = min(start for start, _ in columns.values()), max(end for _, end in columns.values())
    yield replace(entry, lines=(words,) if words else (), start=first, end=last), country
