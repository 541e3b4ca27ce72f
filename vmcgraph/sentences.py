"""Sentences of the running text, joined again where a page break or a pull quote cuts one in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from vmcgraph.document import Block, Sentence
from vmcgraph.linebreaks import unbroken
from vmcgraph.programme import NUMBERED

#: Words whose full stop ends no sentence. They are looked for behind a stop, as most characters are none.
_ABBREVIATIONS = "".join(
    rf"(?<!\b{word}.)"
    for word in r"Mr Ms Mrs Mx Dr Md St Prof Amb Hon Msgr Mgr Rev Fr Sr Sra Gen Col Lt Capt Maj Adm Sen Rep Gov Mme Mlle Ing Art No Nos Vol Mag Dipl Dott Avv On Mons Abg Nr bzw ca Mio Mrd [zdu] art e\.g i\.e cf vs [A-Z]".split()
)
#: "Die 5. Hafentage", "zum 3. Kongress" go on.
_ARTICLED = "".join(
    rf"(?<!\b{word} {digits}.)"
    for word in "Die die Der der Das das Den den Dem dem Des des Zum zum Zur zur Beim beim Vom vom".split()
    for digits in (r"\d", r"\d\d")
)
#: "am 22. Mai" too.
_ORDINAL = rf"(?<!\b\d.)(?<!\b\d\d.)|{_ARTICLED}(?!\s+(?:Jänner|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b)"
#: Emphasis of Markdown.
_MARKS = r"(?:\*{1,3}|_{1,3})?"
_END = re.compile(
    rf"[.!?…]{_ABBREVIATIONS}(?:{_ORDINAL})[.!?…]*[”“»«\"’')\]]*{_MARKS}(?=\s+{_MARKS}[\"“„«»‘(\[]?{_MARKS}[A-ZÀ-ÞĀ-ɏ0-9]|\s*$)"
)

#: A word that the end of a page cuts.
_CUT_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010] (?=[a-zß-ÿ])(?!(?:and|or|to|und|oder|e|o)\b)")
_LONGEST_QUOTATION = 600
#: The number of a paragraph.
_NUMBER = re.compile(r"\d{1,3}\.\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])")
#: Blanks, rules, and the marks of the block quotation or the emphasis that follows.
_BEHIND = " \t\r\n\f>*_=~"

#: Italian puts who speaks between dashes into the quotation: "«Il porto – ha detto Roe – è chiuso»".
INSERTED = re.compile(
    r"\s[–—-]\s(?P<who>(?:ha|hanno|dice|spiega|afferma|sottolinea|aggiunge|osserva|conclude|prosegue|continua|ribadisce|commenta|ricorda|avverte|precisa|dichiara)\b"
    r"[^–—]{0,160}?)\s[–—-]\s"
)


def sentences(text: str, blocks: tuple[Block, ...], start: int = 0, end: int | None = None) -> Iterator[Sentence]:
    """Yield the sentences of the paragraphs in a stretch of text.

    A paragraph that stops in the middle of a sentence goes on in the next paragraph of the same part; what stands between
    them (a pull quote, a caption, a page's foot) is left out, and each piece keeps its true offsets.

    Args:
        text: the whole text.
        blocks: its blocks.
        start: where the stretch starts.
        end: where it ends; by default at the end of the text.
    """
    stop = len(text) if end is None else end
    open_pieces: list[tuple[int, int]] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind != "paragraph" or not start <= block.start < stop:
            if block.kind in ("heading", "stage", "agenda") and open_pieces:
                yield _sentence(text, open_pieces)
                open_pieces = []
            continue
        for first, last, closed in _pieces(text, block):
            open_pieces.append((first, last))
            announced = following is not None and following.kind == "quote" and text[last - 1] == ":"
            if closed or announced:
                yield _sentence(text, open_pieces)
                open_pieces = []
    if open_pieces:
        yield _sentence(text, open_pieces)


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each piece of a paragraph, and whether a sentence ends with it."""
    words = text[block.start : block.end]
    at = block.start + len(words) - len(words.lstrip())
    number = _NUMBER.match(text, at)
    at = number.end() if number else at
    stop = block.start + len(_without_rule(words.rstrip(_BEHIND)))
    if number := NUMBERED.match(text, at, stop):
        at = number.end()  # of the paragraph
    for match in _END.finditer(text, at, stop):
        if _quoting(text[at : match.end()]) or _in_straight_marks(text, at, match.end(), stop):
            continue  # what is said in several sentences is one quotation, with those words that say whose
        yield at, match.end(), True
        at = match.end()
        while at < stop and text[at].isspace():
            at += 1
    if at < stop:
        yield at, stop, False


def _without_rule(words: str) -> str:
    """Leave out a rule below a paragraph, and what stands behind it."""
    above, newline, last = words.rpartition("\n")
    return _without_rule(above.rstrip(_BEHIND)) if newline and not last.strip("-*_=~ \t\r") else words


def _quoting(words: str) -> bool:
    """Say whether a quotation is open at the end of some words, and not for so long that its end was lost."""
    opened, closed = ("„", "“") if "„" in words else ("“", "”")  # German quotations end as English ones begin
    return words.count(opened) > words.count(closed) and len(words) < _LONGEST_QUOTATION


def _in_straight_marks(text: str, start: int, at: int, stop: int) -> bool:
    """Say whether a quotation in straight marks is open at an offset and ends in its paragraph, before long."""
    opened = text.count('"', start, at)
    return opened % 2 == 1 and at - start < _LONGEST_QUOTATION and text.count('"', at, stop) % 2 == 1


def _sentence(text: str, pieces: list[tuple[int, int]]) -> Sentence:
    words = " ".join(" ".join(unbroken(text[start:end]).split()) for start, end in pieces)
    return Sentence(tuple(pieces), _CUT_WORD.sub("", words) if len(pieces) > 1 else words)
