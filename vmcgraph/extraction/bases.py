"""On what evidence rests: whether the text lists, narrates, quotes or pictures it."""

from __future__ import annotations

from vmcgraph.document import Block, Document

_BLOCK_BASIS = {
    "stage": "listed",
    "list": "listed",
    "agenda": "listed",
    "card": "speakers",
    "quote": "quote",
    "quote-by": "quote",
    "caption": "caption",
    "contents": "contents",
}
_PART_BASIS = {
    "speakers": "speakers",
    "team": "team",
    "imprint": "imprint",
    "about": "imprint",
    "members": "imprint",
    "contents": "contents",
}
#: Which part of a report a stated post stands in, and the basis of its evidence.
BASIS = {
    "stage": "listed",
    "speakers": "speakers",
    "caption": "caption",
    "text": "narrative",
    "quote": "quote",
    "team": "team",
}


def basis_of(document: Document, block: Block) -> str:
    """Return the basis of what stands in a block: by its sort, else by the part it stands in.

    Example:
        >>> from vmcgraph.reading import parse_report
        >>> report = parse_report("ON STAGE\\n\\nAda Nkemelu, Director, Bridge Institute")
        >>> basis_of(report, report.blocks[0])
        'listed'
    """
    part = document.part_at(block.start)
    return _BLOCK_BASIS.get(block.kind) or _PART_BASIS.get(part.kind if part else "", "narrative")
