"""The lines that a PDF's pages print, with their places; what a wide blank parts is two pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass, replace
from math import hypot, inf
from typing import Any

#: A printed line of a page as PDFium gives it; a word that the line cuts ends in one of two marks.
_PRINTED = re.compile(r"(?P<words>[^\r\n\x02\ufffe]*[^\s\x02\ufffe])[ \t]*(?P<cut>[\x02\ufffe]?)")
_WORD = re.compile(r"\S+")
#: A blank of so many sizes of type parts two columns; no justified line has one. One of fewer may part two cells.
_COLUMN_GAP, SEAM = 1.6, 0.6


@dataclass(frozen=True, slots=True)
class Seam:
    """A blank of a line that may part two cells.

    Args:
        at: where in the line's words it is.
        left, right: where the words before it end, and where those behind it begin.
        first: the width of the first word behind it.
    """

    at: int
    left: float
    right: float
    first: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a PDF page, or a piece of one, in points.

    Args:
        words: what it prints.
        base: the height of its base line.
        size: its size of type, as it is seen on the page.
        left, right: where it begins and ends.
        first: the width of its first word.
        bottom: the height of the last base line of a row of a table.
        cells: of how many cells it is a row; 0 for running text.
        seams: its wider blanks; all, where it begins with a number.
    """

    words: str
    base: float
    size: float
    left: float
    right: float
    first: float
    bottom: float
    cells: int = 0
    seams: tuple[Seam, ...] = ()

    def followed_by(self, piece: PrintedLine) -> PrintedLine:
        """Return the line with a piece of the same line behind it."""
        seam = Seam(len(self.words), self.right, piece.left, piece.first)
        own = (seam,) if seam.right - seam.left > SEAM * self.size or self.words[0].isdigit() else ()
        return replace(
            self,
            words=f"{self.words} {piece.words}",
            size=max(self.size, piece.size),
            right=max(self.right, piece.right),
            seams=(*self.seams, *own, *(replace(each, at=each.at + seam.at + 1) for each in piece.seams)),
        )

    def cut(self, seam: Seam) -> tuple[PrintedLine, PrintedLine]:
        """Return what stands before one of the line's blanks, and what behind it."""
        before = tuple(each for each in self.seams if each.at < seam.at)
        behind = tuple(replace(each, at=each.at - seam.at - 1) for each in self.seams if each.at > seam.at)
        return (
            replace(self, words=self.words[: seam.at], right=seam.left, seams=before),
            replace(self, words=self.words[seam.at + 1 :], left=seam.right, first=seam.first, seams=behind),
        )


def printed_lines(page: Any) -> Iterator[PrintedLine]:
    """Yield the pieces of a page's lines in their order; those that share a base line and stand near each other are one."""
    last: PrintedLine | None = None
    for piece in _pieces(page):
        if last and abs(last.base - piece.base) < 0.3 * max(last.size, 1.0):
            near = -1 < (piece.left - last.right) / max(last.size, 1.0) < _COLUMN_GAP
            if near:
                last = last.followed_by(piece)
                continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _pieces(page: Any) -> Iterator[PrintedLine]:
    """Yield what PDFium gives as lines, cut where a wide blank stands."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    text = textpage.get_text_range()
    wide = not text.isascii() and max(text) > "\uffff"
    x, y, matrix, box = c_double(), c_double(), raw.FS_MATRIX(), raw.FS_RECTF()

    def place(offset: int) -> int:
        return len(text[:offset].encode("utf-16-le")) // 2 if wide else offset  # PDFium counts in UTF-16

    def right_of(offset: int) -> float:
        raw.FPDFText_GetLooseCharBox(textpage, place(offset), box)
        return float(box.right)

    for printed in _PRINTED.finditer(text):
        line: PrintedLine | None = None
        for word in _WORD.finditer(text, *printed.span("words")):
            index = place(word.start())
            if not raw.FPDFText_GetCharOrigin(textpage, index, x, y):
                continue
            right = right_of(word.end() - 1)
            gap = (x.value - line.right) / max(line.size, 1.0) if line else inf
            if line and -1 < gap < _COLUMN_GAP and abs(y.value - line.base) < 0.7 * line.size:
                seam = Seam(len(line.words), line.right, x.value, right - x.value)
                seams = (*line.seams, seam) if gap > SEAM or line.words[0].isdigit() else line.seams
                line = replace(line, words=f"{line.words} {word[0]}", right=right, seams=seams)
                continue
            if line:
                yield line
            raw.FPDFText_GetMatrix(textpage, index, matrix)
            size = raw.FPDFText_GetFontSize(textpage, index) * hypot(matrix.c, matrix.d)
            line = PrintedLine(word[0], y.value, size, x.value, right, right - x.value, y.value)
        if line:
            yield replace(line, words=line.words + "-") if printed["cut"] else line


def is_short(above: PrintedLine, below: PrintedLine, edge: float) -> bool:
    """Say whether a line stops before the edge of its column though the first word of the line below would have fitted."""
    return above.right + below.first + 0.4 * above.size < edge
