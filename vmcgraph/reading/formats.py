"""File formats: from a file's bytes to the exact text that offsets count, with page marks where the file has pages.

To add a format: one function and one entry in FORMATS.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vmcgraph.errors import ReportError
from vmcgraph.reading.printed import printed_lines
from vmcgraph.reading.printedpages import page_texts

#: A report of more text than this is a mistake (the longest proceedings have about 3 MB).
LONGEST_TEXT = 20_000_000
#: A PDF may carry many pictures.
LARGEST_FILE = 300_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """What a file says.

    Args:
        text: its text.
        doubts: what cannot be read off the file for sure, in a sentence each.
    """

    text: str
    doubts: tuple[str, ...] = ()


def read_source(path: Path) -> Source:
    """Read a file by its suffix.

    Args:
        path: a .txt, .md, .pdf, .html or .htm file; a file of another suffix is read as text.

    Returns:
        Its text, in which form feeds end the pages, if it has any, and letters with accents are one character each; and what is unsure in it.

    Raises:
        ReportError: missing, empty, binary, damaged or too large.
    """
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ReportError(f"{path}: a folder; name a report file ({suffixes()})", value=path)
    except OSError as error:
        raise ReportError(f"{path}: no such file; name a report file ({suffixes()})", value=path) from error
    if not size:
        raise ReportError(f"{path}: the file is empty; a report has text", value=path)
    parse = FORMATS.get(path.suffix.lower(), decode)
    limit = LARGEST_FILE if parse is pdf_source else LONGEST_TEXT
    if size > limit:
        raise ReportError(
            f"{path}: {size / 1e6:.0f} MB are too much for one report (at most {limit / 1e6:.0f} MB); split it",
            value=path,
        )
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ReportError(f"{path}: cannot be read ({error.strerror}); check its permissions", value=path) from error
    made = parse(raw, str(path))
    source = made if isinstance(made, Source) else Source(made)
    text = composed(source.text)
    if not text.strip("\ufeff \t\r\n\f"):
        wish = (
            "a scanned report has to go through text recognition first" if parse is pdf_source else "a report has text"
        )
        raise ReportError(f"{path}: holds no text; {wish}", value=path)
    if len(text) > LONGEST_TEXT:
        raise ReportError(f"{path}: {len(text) / 1e6:.0f} million characters are too much for one report", value=path)
    return replace(source, text=text)


#: A letter that is followed by its accents, as PDFs and some keyboards write it.
_ACCENT = re.compile(r"[\u0300-\u036f]")
_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")


def composed(text: str) -> str:
    """Return a text whose accents stand in their letters, not behind them: names are compared and found as they are usually written.

    Example:
        >>> composed("Ren\u0065\u0301 Mu\u0308ller") == "René Müller"
        True
    """
    if not _ACCENT.search(text):
        return text
    return _DECOMPOSED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)


def decode(raw: bytes, name: str) -> str:
    """Decode bytes: by byte order mark, as UTF-8, else by what the bytes look like; offsets count what Python reads with ``newline=""``.

    Raises:
        ReportError: if the bytes are no text.

    Example:
        >>> decode("Türkiye".encode("utf-16"), "a.txt"), decode("Türkiye".encode("latin-1"), "b.txt")
        ('Türkiye', 'Türkiye')
    """
    for mark, encoding in ((b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                break
    if b"\0" in raw:
        raise ReportError(f"{name}: is binary, not text; give the report as {suffixes()}", value=name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(raw, cp_isolation=["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "mac_roman"]).best()
        if best is None:
            raise ReportError(f"{name}: its encoding is unknown; save it as UTF-8", value=name) from None
        return str(best)


#: What is said of a PDF whose paragraphs follow each other line by line.
GAPLESS = (
    "The PDF shows no gaps between paragraphs: a line that stops short is taken for the end of one, "
    "and where the last line of a paragraph is full, two are read as one."
)


def pdf_source(raw: bytes, name: str) -> Source:
    """Take the text out of a PDF, page by page, with a blank line where a paragraph ends."""
    import pypdfium2
    from pypdfium2 import PdfiumError

    try:
        document = pypdfium2.PdfDocument(raw)
    except PdfiumError as error:
        said = (
            "is protected by a password"
            if "password" in str(error).lower()
            else "is not a readable PDF (damaged or cut off)"
        )
        raise ReportError(f"{name}: {said}; open it in a viewer and save it anew", value=name) from error
    printed = []
    with document:
        for number in range(len(document)):
            try:
                printed.append(list(printed_lines(document[number])))
            except PdfiumError as error:
                raise ReportError(f"{name}: page {number + 1} cannot be read; save the PDF anew", value=name) from error
    text, has_gaps = page_texts(printed)
    return Source(text, () if has_gaps else (GAPLESS,))


_SKIPPED = {
    "script",
    "style",
    "nav",
    "footer",
    "aside",
    "form",
    "noscript",
    "template",
    "svg",
    "button",
    "select",
    "iframe",
    "dialog",
    "s",
    "del",
    "strike",
}
_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "blockquote", "figure",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "body", "hr", "pre", "details", "summary", "address", "time",
}  # fmt: skip
#: Blocks that no blank line parts from the next.
_ROWS = ("li", "tr", "dt", "dd")
_ASIDE = (
    "cookie",
    "crumb",
    "navbar",
    "navigation",
    "menu",
    "newsletter",
    "social",
    "share",
    "sidebar",
    "footer",
    "skip-link",
    "consent",
)


def html_source(raw: bytes, name: str) -> str:
    """Take the main text out of a web page: headings as "# …", list items as "- …", table rows as "a | b"."""
    from lxml import html

    text = decode(raw, name)
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except Exception as error:  # lxml raises several unrelated types for a page without any element
        raise ReportError(f"{name}: is not an HTML page", value=name) from error
    body = tree.find("body")
    root = tree if body is None else body
    mains = root.xpath(".//main | .//*[@role='main']") or root.xpath(".//article")
    longest = max(mains, key=lambda node: len(node.text_content()), default=None)
    if longest is not None and len(longest.text_content()) > 200:
        root = longest
    lines: list[str] = []
    _walk(root, lines)
    title = tree.findtext(".//title")
    if title and title.strip() and not any(line.startswith("# ") for line in lines):
        lines.insert(0, f"# {' '.join(title.split())}\n")
    made = "\n".join(" ".join(line.split()) if line.strip() else "" for line in "\n".join(lines).split("\n"))
    while "\n\n\n" in made:
        made = made.replace("\n\n\n", "\n\n")
    return made.strip("\n") + "\n"


def _walk(root: Any, lines: list[str]) -> None:
    """Write the text of a node and of all below it, however deep, into lines."""
    from lxml import etree

    inline: list[str] = []  # the words of the running line
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event == "start":
            if _is_skipped(node):
                walker.skip_subtree()
            else:
                _open(node, lines, inline)
            continue
        if event == "end" and node.tag in _BLOCKS and not _is_skipped(node):
            _end_line(lines, inline, blank=node.tag not in _ROWS)
        if node is not root:
            inline.append(node.tail or "")


def _is_skipped(node: Any) -> bool:
    """Say whether a node is no part of what a page has to say: its menus, scripts, what is hidden or struck out."""
    marks = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('role') or ''}".lower()
    aside = node.tag != "body" and any(word in marks for word in _ASIDE)
    return node.tag in _SKIPPED or aside or node.get("hidden") is not None


def _open(node: Any, lines: list[str], inline: list[str]) -> None:
    """Write what stands in a node before those below it, with the mark of its kind."""
    tag = node.tag
    if tag in _BLOCKS and not (inline and "".join(inline[-3:]).rstrip().endswith("|")):  # a cell's first paragraph
        _end_line(lines, inline, blank=tag not in _ROWS)
    if tag == "br":
        _end_line(lines, inline, blank=False)
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        inline.append("#" * int(tag[1]) + " ")
    elif tag == "li":
        inline.append("- ")
    elif tag in ("td", "th") and (before := node.getprevious()) is not None:
        if lines and not "".join(inline).strip() and " ".join(before.text_content().split()) == lines[-1].strip():
            inline[:] = [lines.pop().strip()]  # the paragraph that is all of the cell before
        inline.append(" | ")
    inline.append(node.text or "")


def _end_line(lines: list[str], inline: list[str], *, blank: bool = True) -> None:
    words = " ".join("".join(inline).split())
    inline.clear()
    if words and words.strip("#- |"):
        lines.append(words + ("\n" if blank else ""))
    elif lines and blank and not lines[-1].endswith("\n"):
        lines.append("")


FORMATS: dict[str, Callable[[bytes, str], str | Source]] = {
    ".txt": decode,
    ".md": decode,
    ".markdown": decode,
    ".pdf": pdf_source,
    ".html": html_source,
    ".htm": html_source,
    ".xhtml": html_source,
}


def suffixes() -> str:
    """Return the suffixes that are known, for messages."""
    return ", ".join(sorted(FORMATS))
