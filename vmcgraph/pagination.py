"""On which pages of its source a span stands, as the source gives them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from vmcgraph.document import Span
from vmcgraph.model import Facts, Section, Session, SourceDocument


def page_finder(facts: Facts) -> Callable[[Span], list[tuple[str, int]]]:
    """Return a function that says on which pages a span stands, as the source gives them.

    Where the source marks its pages, that is exact. Else the table of contents bounds the section that holds the span,
    and its bounds are all that is known: nothing is interpolated.
    """
    starts = next((document.page_starts for document in facts[SourceDocument]), ())
    if starts:
        return lambda span: _marked_pages(bisect_right(starts, span.start), bisect_right(starts, span.end - 1))
    extents = sorted(_extents(facts))
    return lambda span: next((pages for _, start, end, pages in extents if start <= span.start and span.end <= end), [])


def _marked_pages(first: int, last: int) -> list[tuple[str, int]]:
    if not first:  # before the first mark
        return []
    return [("vmc:page", first)] if first == last else [("vmc:pageFrom", first), ("vmc:pageTo", last)]


def _extents(facts: Facts) -> Iterator[tuple[int, int, int, list[tuple[str, int]]]]:
    """Yield length, start, end and pages of the parts whose pages are known; sorted, the shortest that holds a span is first."""
    for section in facts[Section]:
        pages = _known(section.page_from, section.page_to)
        start, end = section.start_offset, section.end_offset
        places = (
            [(span.start, span.end) for span in section.evidence] if start is None or end is None else [(start, end)]
        )
        for first, last in places if pages else ():
            yield last - first, first, last, pages
    for session in facts[Session]:
        start, end, pages = session.start_offset, session.end_offset, _known(session.page, session.page_to)
        if pages and start is not None and end is not None:
            yield end - start, start, end, pages


def _known(first: int | None, last: int | None) -> list[tuple[str, int]]:
    return [
        (predicate, page) for predicate, page in (("vmc:pageFrom", first), ("vmc:pageTo", last)) if page is not None
    ]
