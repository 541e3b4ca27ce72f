"""The document that is read: its exact text, the pieces it is made of, and the spans of it that prove facts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from vmcgraph.linebreaks import Break, breaks
from vmcgraph.spelling import digest


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open interval of a report's text that proves a fact.

    Args:
        start, end: code points into `Document.text` as read with ``newline=""`` (accents in their letters); ``text[start:end]`` is the evidence.
        basis: where in the report it stands: listed, narrative, quote, caption, speakers, team, contents or imprint.
        digest: of the span's text, so that the span can be checked without shipping its wording.

    Example:
        >>> Document("We met in Vienna.").span(10, 16, "narrative").start
        10
    """

    start: int
    end: int
    basis: str
    digest: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text of one sort: heading, agenda, contents, stage, paragraph, quote, caption, list, paper (its title), front (matter), furniture …

    Blocks cover the text exactly once and in order; `end` includes the white space up to the next block.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text under one heading: a session, the dinner, the welcome, a takeaway, the imprint …

    Args:
        kind: session, opening, dinner, welcome, takeaway, introduction, speakers, team, imprint, about, agenda, contents, figures …
        title: the heading as printed.
        start, end: code points; parts do not overlap.
        format: the session format as printed above the title, or "".
        body: where the text behind the heading starts.
        first_time, last_time: "HH:MM" as the heading prints them, or "".
    """

    kind: str
    title: str
    start: int
    end: int
    format: str = ""
    body: int = 0
    first_time: str = ""
    last_time: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the running text.

    Args:
        pieces: start and end of each stretch it is printed in; two where a page break or a pull quote cuts it.
        text: its words, one blank apart.
    """

    pieces: tuple[tuple[int, int], ...]
    text: str

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.pieces[-1][1]


@dataclass(frozen=True)
class Document:
    """A report as read: the exact text, where its pages start, and the pieces it is made of.

    Args:
        text: the text, exactly as every offset counts it.
        name: the file's name, for messages.
        pages: offset at which each page starts, when the source marks pages; else empty.
        blocks: cover the text exactly once, in order.
        parts: the sections, in order.
        doubts: what could not be read off the file for sure, in a sentence each.

    Example:
        >>> Document("Vienna").sha256[:8]
        'db7ee413'
    """

    text: str
    name: str = "text"
    pages: tuple[int, ...] = ()
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int, basis: str) -> Span:
        """Return the evidence for ``text[start:end]``, with its digest; an offset in a word that its line's end cuts means the whole word."""
        if self._breaks:
            end = next((end + each.shift for each in self._breaks if each.start < end <= each.end), end)
        return Span(start, end, basis, digest(self.text[start:end]))

    @cached_property
    def _breaks(self) -> tuple[Break, ...]:
        """The words that the ends of lines cut: what ends with one of them ends further behind than in the text made whole."""
        return tuple(breaks(self.text))

    def page_of(self, offset: int) -> int | None:
        """Return the number of the page that holds an offset, or None where the source marks no pages."""
        number = sum(1 for start in self.pages if start <= offset)
        return number or None

    def part_at(self, offset: int) -> Part | None:
        """Return the part that holds an offset, or None where no part does."""
        return next((part for part in self.parts if part.start <= offset < part.end), None)
