"""What a report prints, as an answer shows it: without the marks of Markdown, in one pair of quotation marks. Imports nothing of the package."""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
#: Marks of headings, lists and quotations at the start of lines.
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}|>+|[*+-])[ \t]+", re.MULTILINE)
#: Emphasis; an asterisk between blanks or figures is a sign of its own, and so is an underscore within a word.
_EMPHASIS = re.compile(r"\*{2,3}|(?<=\S)(?<!\d)\*|\*(?=[^\s\d])|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,;:!?…])_{1,3}(?!\w)")
_MARKS = '“”„«»"'
_WHOLE = re.compile(rf"[{_MARKS}](?P<words>[^{_MARKS}]+)[{_MARKS}](?P<stop>[.,;]?)")
_OPENS = re.compile(rf"(?:(?<=[\s(\[–—])|^)[{_MARKS}]")
_CLOSES = re.compile(rf"[{_MARKS}]")


def as_shown(words: str) -> str:
    """Return printed words on one line, without marks of Markdown and, where they are one quotation, without its marks.

    Example:
        >>> as_shown("**Ada Brook**, [Head](/head) of\\n*Ports*"), as_shown("“Ports\\nclose.”"), as_shown("“Ports”, she said, “close.”")
        ('Ada Brook, Head of Ports', 'Ports close.', '“Ports”, she said, “close.”')
    """
    plain = _EMPHASIS.sub("", _LINE_MARK.sub("", _BREAK.sub(" ", _LINK.sub(r"\1", words))))
    plain = " ".join(plain.split())
    whole = _WHOLE.fullmatch(plain)
    return whole["words"] + whole["stop"].strip(",;") if whole else plain


def quoted(words: str) -> str:
    """Return words in quotation marks; those within have single ones.

    Example:
        >>> quoted("She called it “a start”.")
        '“She called it ‘a start’.”'
    """
    return f"“{_CLOSES.sub('’', _OPENS.sub('‘', as_shown(words)))}”"
