"""The plain text of a report: of the same length, without marks of emphasis and links, so that all offsets hold."""

from __future__ import annotations

import re

from vmcgraph.linebreaks import unbroken

#: What stands for a line break inside the cell of a table: white space, and no end of a line.
CELL_BREAK = "\x1f"
_PLAIN = (
    {mark: CELL_BREAK.ljust(len(mark)) for mark in ("<br>", "<br/>", "<br />", "<BR>")}
    | dict.fromkeys("*`\t\u00a0\u2009\u202f\u200b\ufeff", " ")
    | {"’": "'", "‘": "'", "\f": "\n"}
)
_DRAWN = re.compile(r"[─-▏]")
#: Lines and corners that boxes are drawn with; the upright ones part cells too, but not at the beginning of a line.
_BOX = re.compile(r"[┌┐└┘├┤┬┴┼╒-╬╭-╰]|(?<![^\n])[ \t]*[│┃▌▍▎▏]")
#: A row of a programme that tabs part into columns, or the head of such a table: time, title, then who speaks.
_TABBED = re.compile(
    r"^(?:[(\[]?\d{1,2}[.:h]?\d\d[^\t\n]{0,30}|(?i:time|hours?|when|uhrzeit|zeit|orario|ora|heure))[ ]?\t[^\t\n]*[^\W\d_]{3}[^\t\n]*\t[^\n]*\S",
    re.MULTILINE,
)


#: A link of Markdown: its words count, and where it leads is no part of the text; pictures stay, as their mark tells them.
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]{1,200})\]\((?P<to>[^()\s]*)\)(?P<marks>\**)(?P<stop>[,;:.]?)")
#: Emphasis that ends before a comma or full stop, which belongs to the word.
_MARK_BEFORE_STOP = re.compile(r"\*(?<=[\w)]\*)\*{0,2}(?P<stop>[,;:.])")
#: What Markdown strikes out, and the text no longer says.
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,300}~~")


def _without_link(link: re.Match[str]) -> str:
    return f" {link['words']}{link['stop']}".ljust(len(link[0]))


def _blanks(drawn: re.Match[str]) -> str:
    return " " * len(drawn[0])


def _stop_first(mark: re.Match[str]) -> str:
    return mark["stop"].ljust(len(mark[0]))


def plain(text: str) -> str:
    """Return a text of the same length: marks of emphasis, breaks in tables and where links lead, and what is struck out, are blanks, apostrophes straight, cut words whole.

    Example:
        >>> plain("**Moderator** Jane<br>O’Hara").split()
        ['Moderator', 'Jane', "O'Hara"]
        >>> " ".join(plain("**[Jane Roe](/people/roe)**, Director").split())
        'Jane Roe, Director'
    """
    if "\t" in text:
        text = _TABBED.sub(lambda row: row[0].replace("\t", "|"), text)
    if "](" in text:
        text = _LINK.sub(_without_link, text)
    if "~~" in text:
        text = _STRUCK.sub(_blanks, text)
    if "*" in text:
        text = _MARK_BEFORE_STOP.sub(_stop_first, text)
    if _DRAWN.search(text):
        text = _BOX.sub(_blanks, text)
    for mark, shown in _PLAIN.items():  # few texts have many of them: faster than to translate each character
        text = text.replace(mark, shown)
    return unbroken(text)
