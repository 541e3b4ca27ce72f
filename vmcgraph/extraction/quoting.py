"""Direct speech inside the running text: what of a sentence is somebody's own words, as a whole and not a few of them."""

from __future__ import annotations

import re

from vmcgraph.document import Sentence
from vmcgraph.sentences import INSERTED

_QUOTATION = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"")
#: How speech ends inside its marks; a German comma stands behind them.
_LAST = re.compile(r"[,.!?…—–]$")
_COMMA = re.compile(r",|[?!]?\s+[–—-]\s")
#: Before speech that its verb announces: "She said: “…”", "she said, “…”".
_ANNOUNCED = re.compile(r"[:,]\s+$")
#: Between two pieces of speech of one sentence: "“…,” she told the hall, “and …”".
_GOES_ON = re.compile(r"[,.:;–—]\s+$")
_ENDS = re.compile(r"[\s.!?)]*")
#: Two sentences that stand in one paragraph.
_SAME_PARAGRAPH = re.compile(r"[ \t]*(?:\r?\n)?[ \t]*")
#: So few words are a term in quotation marks.
_FEW = 3


def muted(text: str) -> str:
    """Return a sentence with the words of its quotations as blanks: who speaks, and the verb that says so, stand outside them.

    Example:
        >>> muted('“He told us to wait,” said Ada Brook.')
        '“                  ,” said Ada Brook.'
        >>> muted("He called it “our pact” again.")
        'He called it “our pact” again.'
    """
    if not MARKS.search(text):
        return text
    return _QUOTATION.sub(lambda match: _muted(match[0]) if len(match[0].split()) >= _FEW else match[0], text)


#: The marks of quotations.
MARKS = re.compile(r"[“„«»\"]")


def _muted(quotation: str) -> str:
    inserted = INSERTED.search(quotation)
    if not inserted:
        return _blank(quotation)
    before, behind = quotation[: inserted.start()], quotation[inserted.end() :]
    return quotation[0] + " " * (len(before) - 1) + inserted[0] + " " * (len(behind) - 1) + quotation[-1]


def is_speech(muted: str) -> bool:
    """Say whether nothing but a quotation is left of a sentence.

    Example:
        >>> is_speech(muted('“He told us to wait.”')), is_speech(muted("He left."))
        (True, False)
    """
    return re.fullmatch(r"[“„«»\"]\s+[,.!?…—–]?[“”«»\"]", muted) is not None


def _blank(quotation: str) -> str:
    last = quotation[-2] if _LAST.match(quotation[-2]) else " "
    return f"{quotation[0]}{' ' * (len(quotation) - 3)}{last}{quotation[-1]}"


#: Where, when and by which agency a report is: "RIGA, 3 May (Tide Press) - ".
_DATELINE = re.compile(
    r"(?:[^\W\d_][^.;:“”\"\n()]{1,60}\s\([^()\n]{2,30}\)|(?:[A-ZÀ-Þ'-]{3,}\s?){1,3}(?:(?:,|/)[^.;:“”\"()\n]{1,40})?(?:\([^()\n]{2,30}\))?)\s?[-–—]{1,2}\s"
)


def behind_dateline(text: str, start: int, end: int) -> int:
    """Return where what a sentence says begins: the dateline before it is no part of it.

    Example:
        >>> line = "RIGA, 3 May (Tide Press) - Jane Roe agreed."
        >>> line[behind_dateline(line, 0, len(line)) :]
        'Jane Roe agreed.'
    """
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start


def speech(text: str, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Return the pieces of direct speech that make up a sentence but for the words that say whose it is.

    Args:
        text: the report.
        sentence: one that attributes something to somebody.

    Returns:
        Start and end of each piece, its marks included; none where the sentence only quotes some words.

    Example:
        >>> line = '“We sail,” she said, “and we return.”'
        >>> [line[start:end] for start, end in speech(line, Sentence(((0, len(line)),), line))]
        ['“We sail,”', '“and we return.”']
    """
    if len(sentence.pieces) > 1 or not MARKS.search(sentence.text):
        return ()
    start, end = sentence.pieces[0]
    found = [match.span() for match in _QUOTATION.finditer(text, start, end)]
    if not found:
        return ()
    first = found[0]
    if first[0] == start:
        rest = [place for place in found[1:] if _GOES_ON.search(text, start, place[0]) and _is_closed(text, *place)]
        inserted = INSERTED.search(text, *first)
        if inserted and not rest:
            return (first[0], inserted.start()), (inserted.end(), first[1])
        whole = _is_closed(text, *first) and not _ENDS.fullmatch(text, first[1], end)
        return (first, *rest) if whole else ()
    announced = _ANNOUNCED.search(text, start, first[0]) and text[first[0] + 1].isupper()
    ends = _ENDS.fullmatch(text, found[-1][1], end) and len(found) == 1
    return (first,) if announced and ends and len(text[slice(*first)].split()) >= _FEW else ()


def _is_closed(text: str, start: int, end: int) -> bool:
    return _LAST.search(text, start, end - 1) is not None or _COMMA.match(text, end) is not None


def going_on(text: str, end: int, sentence: Sentence) -> bool:
    """Say whether a sentence is nothing but direct speech that goes on with that which ended before it in its paragraph.

    Args:
        text: the report.
        end: where the sentence before ends.
        sentence: the one in question.

    Example:
        >>> line = '“We sail,” she said. “We return.”'
        >>> going_on(line, 20, Sentence(((21, 33),), '“We return.”'))
        True
    """
    whole = len(sentence.pieces) == 1 and _QUOTATION.fullmatch(text, *sentence.pieces[0]) is not None
    return whole and _SAME_PARAGRAPH.fullmatch(text, end, sentence.start) is not None
