"""Files of judgements: what a person decided about the facts of an edition, a line each, as a CSV that survives a spreadsheet.

The first line names the columns: `action`, `table`, `id`, `column`, `value`, `reason`, and `start` and `end` of the characters
that the judgement rests on; further columns, such as those of a bill, are for the reader's eye. Lines without an action are
ignored. A cell that a spreadsheet would take for a formula has an apostrophe before it, which reading takes away again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vmcgraph.errors import ExtractionError
from vmcgraph.kinds import KINDS, Kind
from vmcgraph.model import Facts, Paragraph

ACTIONS = ("same", "set", "remove", "add", "keep")
COLUMNS = ("action", "table", "id", "column", "value", "reason", "start", "end")

#: What must be filled in for each action, besides the reason.
_NEEDED = {
    "same": ("table", "id", "value"),
    "set": ("table", "id", "column", "value"),
    "remove": ("table", "id"),
    "add": ("table", "id", "value"),
    "keep": (),
}
#: Spreadsheets of some countries separate by semicolons.
_SEPARATORS = ",;\t"
#: A value that names characters of the text.
_SPAN = re.compile(r'"start"\s*:')
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of a file of judgements.

    Args:
        action: same (the row `value` is the row `id`), set (a column of a row), remove (a row), add (a row, as JSON), keep (what
            was doubted is right).
        table: the table the row stands in; "" for a `keep` that is about a stretch of text.
        id: of the row.
        column: for set.
        value: for same the other id, for set the value, for add the row as JSON.
        reason: why, in words.
        start, end: the characters that the judgement rests on, or None.
        file, line: where it stands, for messages.
    """

    action: str
    table: str
    id: str
    column: str
    value: str
    reason: str
    start: int | None
    end: int | None
    file: str
    line: int

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.file} line {self.line}"


def tables() -> dict[str, Kind]:
    """Return the kinds that judgements can be about, by their tables; a paragraph stands where it stands.

    Example:
        >>> tables()["persons"].name
        'Person'
    """
    kinds = (KINDS[kind_type.__name__] for kind_type in Facts.of([]).tables)
    return {kind.table: kind for kind in kinds if kind.table and kind.type is not Paragraph}


# ---------------------------------------------------------------- reading


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """Read a file of judgements, or a bill that a person has filled in.

    Args:
        path: a CSV in UTF-8, its cells separated by commas, semicolons or tabs.

    Returns:
        The lines that have an action, in their order.

    Raises:
        ExtractionError: the file cannot be read, or a line is malformed; it names file and line and what would be right.

    Example:
        >>> read_judgements("missing.csv")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.ExtractionError: missing.csv: cannot be read (No such file or directory); name a file of judgements
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise ExtractionError(
            f"{path}: cannot be read ({error.strerror}); name a file of judgements", value=path
        ) from error
    try:
        return parse_judgements(content.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ExtractionError(f"{path} line {line}: not UTF-8; save it as “CSV UTF-8”", value=path) from error


def parse_judgements(text: str, name: str = "judgements") -> tuple[Judgement, ...]:
    r"""Read judgements from a text.

    Args:
        text: as a file of judgements has it.
        name: what to call it in messages.

    Raises:
        ExtractionError: a line is malformed.

    Example:
        >>> head = "action,table,id,column,value,reason,start,end\n"
        >>> [each.id for each in parse_judgements(head + "remove,persons,person/x,,,no person,,\n,persons,person/y,,,,,\n")]
        ['person/x']
    """
    head, *_ = text.splitlines() or [""]
    separator = next((sign for sign in _SEPARATORS if set(COLUMNS) <= {*_cells(head, sign)}), None)
    if separator is None:
        raise ExtractionError(f"{name} line 1: the columns are {','.join(COLUMNS)}", value=name)
    return tuple(_judgement(cells, name, line) for line, cells in _lines(text, separator, name) if cells["action"])


#: Under this name stands what is beyond the last column.
_SURPLUS = ""


def _cells(line: str, separator: str) -> list[str]:
    return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=separator), [])]


def _lines(text: str, separator: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number of each line behind the first, and its cells by their columns."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    head = _cells(text.splitlines()[0], separator)
    line = 1
    try:
        next(reader)
        while True:
            line = reader.line_num + 1
            row = [unescaped(cell).strip() for cell in next(reader)]
            cells = dict(zip(head, row, strict=False))
            yield line, {**dict.fromkeys(COLUMNS, ""), **cells, _SURPLUS: "".join(row[len(head) :])}
    except StopIteration:
        return
    except csv.Error as error:
        raise ExtractionError(f"{name} line {line}: no CSV ({error}); save it as CSV again", value=name) from error


def _judgement(cells: Mapping[str, str], name: str, line: int) -> Judgement:
    action, place = cells["action"].lower(), f"{name} line {line}"
    if cells[_SURPLUS]:
        raise ExtractionError(
            f"{place}: more cells than columns; a text with the separator in it stands in double quotes", value=cells
        )
    if action not in ACTIONS:
        raise ExtractionError(f"{place}: action {cells['action']!r}; it is one of {', '.join(ACTIONS)}", value=cells)
    if not cells["reason"]:
        raise ExtractionError(f"{place}: a judgement needs its reason", value=cells)
    if cells["table"] not in (*tables(), *[""] * (action == "keep")):
        raise ExtractionError(
            f"{place}: no table {cells['table']!r}; the tables are {', '.join(tables())}", value=cells
        )
    start, end = _offsets(cells, place)
    needed = _NEEDED[action] or (("id",) if cells["table"] else ("start", "end"))
    missing = [column for column in needed if not cells[column]]
    if missing:
        hint = "; null empties a column" if missing == ["value"] and action == "set" else ""
        raise ExtractionError(f"{place}: {action} needs {' and '.join(missing)}{hint}", value=cells)
    texts = {column: cells[column] for column in ("table", "id", "column", "value", "reason")}
    return Judgement(action=action, **texts, start=start, end=end, file=name, line=line)


def _offsets(cells: Mapping[str, str], place: str) -> tuple[int | None, int | None]:
    start, end = cells["start"], cells["end"]
    if not start and not end:
        return None, None
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise ExtractionError(
            f"{place}: start {start!r} and end {end!r}; offsets of characters, the first before the second", value=cells
        )
    return int(start), int(end)


# ---------------------------------------------------------------- of a text that was corrected


def carried(judgements: Iterable[Judgement], old: str | None, new: str) -> Iterator[Judgement]:
    r"""Yield judgements about a text as they are about its correction: the characters that they rest on are those of the same words.

    One that proves a row or settles a stretch by words that cannot be told in the new text is left out.

    Args:
        judgements: about the old text.
        old: the old text; None where it is not at hand.
        new: the corrected text.

    Example:
        >>> judged = parse_judgements("action,table,id,column,value,reason,start,end\n" + "keep,,,,,as it is,4,7\n")
        >>> [(each.start, each.end) for each in carried(judged, "The fox", "Now the fox")]
        [(8, 11)]
        >>> list(carried(judged, "The fox", "Now the hare"))
        []
    """
    for judgement in judgements:
        start, end = judgement.start, judgement.end
        if _SPAN.search(judgement.value) and '"digest"' not in judgement.value:
            continue  # nothing tells whether the characters are the same
        if start is None or end is None:
            yield judgement
        elif old is not None and (at := _same_words(old, start, end, new)) is not None:
            yield replace(judgement, start=at, end=at + end - start)
        elif judgement.action in ("same", "set", "remove") or (judgement.action == "keep" and judgement.table):
            yield replace(judgement, start=None, end=None)


def _same_words(old: str, start: int, end: int, new: str) -> int | None:
    """Return where the words of an old text begin in a new one; None unless it has them as often."""
    words = re.compile(f"(?={re.escape(old[start:end])})")
    before, after = ([found.start() for found in words.finditer(text)] for text in (old, new))
    return after[before.index(start)] if len(before) == len(after) and start in before else None


# ---------------------------------------------------------------- writing


def judgement_lines(judgements: Iterable[Judgement]) -> list[list[str]]:
    """Return judgements as rows of cells, in the order of COLUMNS.

    Example:
        >>> judgement_lines([Judgement("remove", "persons", "person/x", "", "", "no person", 3, 9, "f", 2)])
        [['remove', 'persons', 'person/x', '', '', 'no person', '3', '9']]
    """
    cells = ([getattr(judgement, column) for column in COLUMNS] for judgement in judgements)
    return [["" if cell is None else str(cell) for cell in row] for row in cells]


def csv_of(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV in which no cell is a formula; `unescaped` gives back each cell.

    Example:
        >>> csv_of(["value"], [["=1+1"], ["a, b"]])
        'value\\r\\n\\'=1+1\\r\\n"a, b"\\r\\n'
    """
    target = io.StringIO(newline="")
    csv.writer(target).writerows([escaped(cell) for cell in row] for row in (head, *rows))
    return target.getvalue()


def escaped(cell: str) -> str:
    """Return a cell with an apostrophe before it where a spreadsheet would take it for a formula.

    Example:
        >>> escaped("=1+1"), escaped("'=1+1"), escaped("'tis")
        ("'=1+1", "''=1+1", "'tis")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unescaped(cell: str) -> str:
    """Return a cell as it was before `escaped`.

    Example:
        >>> unescaped("'=1+1"), unescaped("''=1+1"), unescaped("'tis"), unescaped("=1+1")
        ('=1+1', "'=1+1", "'tis", '=1+1')
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
