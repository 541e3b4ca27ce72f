"""From a document to facts, each with the characters that prove it. Text in, rows out; no file but the reference tables."""

from __future__ import annotations

from vmcgraph.document import Document
from vmcgraph.extraction.reader import Reader
from vmcgraph.extraction.rows import facts_of
from vmcgraph.model import Facts


def extract(document: Document, *, edition: str | None = None) -> Facts:
    """Find the facts of a report.

    Args:
        document: as `read_report` or `parse_report` gives it.
        edition: what to call the edition in ids, e.g. ``"vmc2024"``; by default the printed short form and the year.

    Returns:
        What the rules found, every row with its evidence, and notes on what they doubted.

    Example:
        >>> from vmcgraph.model import Person
        >>> from vmcgraph.reading import parse_report
        >>> text = "Panel discussion\\n\\nRoads and bridges\\n\\nON STAGE\\n\\nAda Nkemelu, Director, Bridge Institute\\n"
        >>> [person.name for person in extract(parse_report(text), edition="x2030")[Person]]
        ['Ada Nkemelu']
    """
    return facts_of(Reader(document).read(), edition)
