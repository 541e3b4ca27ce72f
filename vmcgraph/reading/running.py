"""The pages of a text that marks them, and the running titles and numbers at their edges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from vmcgraph.programme import DATE, heading_kind, role_label, session_format
from vmcgraph.spelling import fold

#: The number of a page on a line of its own: "12", "iv", "- 12 -", "Page 3 of 40".
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:page|seite|pagina|p\.)\s*)?(?:\d{1,3}|[ivxl]{1,7})(?:\s*(?:of|/|von)\s*\d{1,3})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
#: A number that surely is a page's.
_TOLD_NUMBER = re.compile(
    r"(?:[^\W\d_].{0,70}\s[|–—-]\s*)?(?:page|seite|pagina)\s+(?P<a>\d{1,3})(?:\s*(?:of|/|von)\s*\d{1,3})?|[-–—]\s*(?P<b>\d{1,3})\s*[-–—]",
    re.IGNORECASE,
)
#: Where a footer numbers its page: "Harbour Week | Page 2 of 4", "3/12", "– 2 –", "2 / Harbour Week"; a bar or word shows it to be a page's.
_FOOTER = re.compile(
    r"\b(?:page|seite|pagina|p\.|página)\s*(\d{1,3})\b(?:\s*(?:of|/|von|di|de|sur)\s*\d{1,3})?\W*$|[|•·]\s*(\d{1,3})(?:\s*/\s*\d{1,3})?$|"
    r"^(\d{1,3})(?:\s*/\s*\d{1,3})?\s*[|•·]|^[–—-]\s*(\d{1,3})\s*[–—-]$|^(\d{1,3})\s+/\s+(?=[^\W\d])|\s/\s+(\d{1,3})$",
    re.IGNORECASE,
)
#: A footer whose number nothing but a gap parts from its title.
_GAP_FOOTER = re.compile(r"(?P<title>\S.{8,80}?)\s{3,}(?P<page>\d{1,3})")
#: A header in capitals, behind its number: "14 HARBOUR WEEK 2031".
_LOUD_HEADER = re.compile(r"(?P<page>\d{1,3})\s+(?P<title>[A-ZÀ-Þ][A-ZÀ-Þ\d ,:&'’–-]{8,80})")
#: The end of a line of prose whose sentence goes on.
_CUT = re.compile(r"^.{30,}\s[a-zà-ÿ]+,?$")
#: So many lines at least are printed on the page between two such footers.
_SHORTEST_PAGE = 3
_LONGEST = 90
#: A title of two lines at the head of a page; a page's foot may have two as well.
_DEPTH = 2


class _Line(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def text(self) -> str: ...


def page_starts(text: str) -> tuple[int, ...]:
    """Return where the pages of a text start that parts them with form feeds.

    Example:
        >>> page_starts("One\\n\\fTwo\\n\\f"), page_starts("One")
        ((0, 5), ())
    """
    feeds = [match.end() for match in re.finditer("\f", text)]
    return (0, *(at for at in feeds if text[at:].strip(" \r\n"))) if feeds else ()


def running_titles(lines: Iterable[_Line], pages: Sequence[int]) -> frozenset[int]:
    """Return the starts of lines that head or foot the pages: words that are printed three times and more, and page numbers.

    Args:
        lines: the lines that print something.
        pages: where the pages start.
    """
    visible = list(lines)
    found = _repeated(visible, pages)
    return found | _between_halves([line for line in visible if line.start not in found], pages[1:])


def _repeated(visible: Sequence[_Line], pages: Sequence[int]) -> frozenset[int]:
    """Return the starts of the lines that head or foot the pages again and again."""
    starts = pages or _numbered_pages(visible)
    if len(starts) < 3:
        return _numbered_footers(visible) | _footers_over_numbers(visible)
    edges: list[_Line] = []
    for page, start in enumerate(starts):
        stop = starts[page + 1] if page + 1 < len(starts) else float("inf")
        on_page = [line for line in visible if start <= line.start < stop]
        edges += on_page[:_DEPTH] + [line for line in on_page[-_DEPTH:] if line not in on_page[:_DEPTH]]
    at_edges, anywhere = Counter(map(_shape, edges)), Counter(map(_shape, visible))
    return frozenset(
        line.start
        for line in edges
        if _PAGE_NUMBER.fullmatch(line.text)
        or (at_edges[_shape(line)] > 1 and anywhere[_shape(line)] > 2 and _is_title(line.text))
    )


def _is_title(text: str) -> bool:
    """Say whether a line may head pages: it is short, and no label or heading that the genre has."""
    known = session_format(text) or role_label(text) or heading_kind(text)
    return len(text) < _LONGEST and not known


def _between_halves(lines: Sequence[_Line], pages: Sequence[int]) -> frozenset[int]:
    """Return the starts of the lines that head a page, seen once or not, in the middle of a sentence that goes on below them."""
    starts = [line.start for line in lines]
    found: set[int] = set()
    for page in pages:
        at = bisect_left(starts, page)
        for depth in range(1, _DEPTH + 1):
            head = lines[at : at + depth]
            if not at or at + depth >= len(lines) or not all(_is_title(line.text) for line in head):
                break
            cut = _CUT.match(lines[at - 1].text) and not any(line.text[0].islower() for line in head)
            if cut and lines[at + depth].text[0].islower():
                found.update(line.start for line in head)
                break
    return frozenset(found)


def _numbered_footers(lines: Sequence[_Line]) -> frozenset[int]:
    """Return the starts of the lines that end or begin in their page's number and else say the same on each page."""
    footers: dict[str, list[tuple[int, int, _Line]]] = {}
    for number, line in enumerate(lines):
        marked = _FOOTER.search(line.text) if len(line.text) < 120 else None
        gapped = None if marked else _GAP_FOOTER.fullmatch(line.text) or _LOUD_HEADER.fullmatch(line.text)
        if marked:
            footers.setdefault(_shape(line), []).append((int(marked[marked.lastindex or 0]), number, line))
        elif gapped and not DATE.search(line.text):
            footers.setdefault(gapped["title"], []).append((int(gapped["page"]), number, line))
    return frozenset(line.start for same in footers.values() if _are_pages(same) for *_, line in same)


def _footers_over_numbers(lines: Sequence[_Line]) -> frozenset[int]:
    """Return the starts of the lines that say the same over the number of each page, and of these numbers."""
    footers: dict[str, list[tuple[_Line, _Line]]] = {}
    for line, number in pairwise(lines):
        if re.fullmatch(r"\d{1,3}", number.text) and len(line.text) < 120 and not role_label(line.text):
            footers.setdefault(_shape(line), []).append((line, number))
    return frozenset(
        part.start
        for same in footers.values()
        for pair in same
        for part in pair
        if len(same) > 2 - ("    " in same[0][0].text)  # two of a credit may chance to end their pages
        and [int(number.text) for _, number in same] == sorted({int(number.text) for _, number in same})
    )


def _are_pages(same: Sequence[tuple[int, int, _Line]]) -> bool:
    """Say whether lines number pages: the numbers rise, and where only a gap shows them, so much stands between that it is no table."""
    pages = [page for page, *_ in same]
    if len(same) < 2 or pages != sorted(set(pages)):
        return False
    if _FOOTER.search(same[0][2].text):
        return True
    between = [later[1] - earlier[1] for earlier, later in pairwise(same)]
    return len(same) > 2 and min(between) > _SHORTEST_PAGE


def _numbered_pages(lines: Sequence[_Line]) -> list[int]:
    """Return where pages start of a text without form feeds, as lines of their own number them one after another: "Page 2 of 9"."""
    starts: list[int] = []
    count = 0
    for line in lines:
        number = _TOLD_NUMBER.fullmatch(line.text) if len(line.text) < _LONGEST else None
        told = int(number["a"] or number["b"]) if number else 0
        if told and told == (count + 1 if starts else told):
            count = told
            starts.append(line.start)
    return starts


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "0", fold(line.text))
