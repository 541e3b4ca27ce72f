"""From a file to a `Document`: the exact text, its blocks and its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vmcgraph.document import Document
from vmcgraph.reading.blocks import cut
from vmcgraph.reading.formats import read_source
from vmcgraph.reading.parts import find_parts
from vmcgraph.reading.running import page_starts


def read_report(path: str | Path) -> Document:
    """Read a report from a file.

    Args:
        path: plain text of any encoding, Markdown, PDF or HTML.

    Returns:
        The document; its text is exactly what every offset counts.

    Raises:
        ReportError: the file is missing, empty, binary, damaged or too large.

    Example:
        >>> from vmcgraph.resources import resource
        >>> read_report(resource("README.md")).name
        'README.md'
    """
    source = read_source(Path(path))
    return replace(parse_report(source.text, name=Path(path).name), doubts=source.doubts)


def parse_report(text: str, *, name: str = "text", pages: Sequence[int] = ()) -> Document:
    """Take a report's text apart.

    Args:
        text: the text.
        name: what to call it in messages.
        pages: offset at which each page starts; by default where form feeds end the page before.

    Example:
        >>> parse_report("ON STAGE\\n\\nAda Nkemelu, Director, Bridge Institute").blocks[0].kind
        'stage'
    """
    pages = tuple(pages) or page_starts(text)
    blocks = cut(text, pages)
    return Document(text=text, name=name, pages=pages, blocks=blocks, parts=find_parts(text, blocks))
