"""Recorded judgements: what a person decided about the facts of an edition, applied by `build`.

data/curated/<edition>.csv has a line for each judgement: `action` (same, set, remove, add), `table`, `id`, `column`, `value`,
`reason`, and `start` and `end` of the characters it rests on. The tables that `extract` writes stay the raw reading.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from vmcgraph.document import Span
from vmcgraph.errors import ExtractionError
from vmcgraph.kinds import KINDS, columns, kind_of
from vmcgraph.model import Edition, Facts, Note
from vmcgraph.resources import resource
from vmcgraph.spelling import slug

ACTIONS = ("same", "set", "remove", "add")
COLUMNS = ("action", "table", "id", "column", "value", "reason", "start", "end")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of a file of judgements.

    Args:
        action: same (the row `value` is the row `id`), set (a column of a row), remove (a row), add (a row, as JSON).
        table: the table the row stands in.
        id: of the row.
        column: for set.
        value: for same the other id, for set the value as JSON, for add the row as JSON.
        reason: why, in words.
        place: file and line, for messages.
    """

    action: str
    table: str
    id: str
    column: str
    value: str
    reason: str
    place: str


def judgements(edition: str, folder: Path | None = None) -> tuple[Judgement, ...]:
    """Read the judgements about an edition.

    Args:
        edition: the edition's short name, e.g. ``"vmc2024"``.
        folder: where the files stand; by default those that are shipped.

    Raises:
        ExtractionError: a line is malformed; it names the file, the line and what would be right.

    Example:
        >>> judgements("no-such-edition")
        ()
    """
    path = (folder or resource("data", "curated")) / f"{edition}.csv"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise ExtractionError(f"{path} line 1: the columns are {','.join(COLUMNS)}", value=path)
        return tuple(_judgement(row, f"{path} line {number}") for number, row in enumerate(reader, 2))


def _judgement(row: Mapping[str, str], place: str) -> Judgement:
    if row["action"] not in ACTIONS:
        raise ExtractionError(f"{place}: action {row['action']!r}; it is one of {', '.join(ACTIONS)}", value=row)
    if not row["reason"]:
        raise ExtractionError(f"{place}: a judgement needs its reason", value=row)
    return Judgement(row["action"], row["table"], row["id"], row["column"], row["value"], row["reason"], place)


def corrected(facts: Facts, folder: Path | None = None) -> Facts:
    """Return the facts after the judgements about their edition.

    Args:
        facts: as `extract` or `read_tables` gives them.
        folder: where the files of judgements stand; by default those that are shipped.

    Returns:
        The corrected facts; a judgement about a row that is not there is left out with a note.

    Raises:
        ExtractionError: a judgement names a table or column that does not exist.

    Example:
        >>> corrected(Facts.of([])) == Facts.of([])
        True
    """
    rows = facts.by_id()
    for judgement in judgements(facts.slug, folder) if facts[Edition] else ():
        rows = _applied(rows, judgement)
    return Facts.of(rows.values())


def _applied(rows: dict[str, Any], judgement: Judgement) -> dict[str, Any]:
    if judgement.action == "add":
        row = _new_row(judgement)
        return {**rows, row.id: row}
    needed = [judgement.id] + [judgement.value] * (judgement.action == "same")
    missing = next((key for key in needed if key not in rows or kind_of(rows[key]).table != judgement.table), None)
    if missing:
        return {**rows, **_unapplied(judgement, missing)}
    row = rows[judgement.id]
    if judgement.action == "remove":
        return {key: value for key, value in rows.items() if key != judgement.id}
    if judgement.action == "set":
        return {**rows, row.id: _with_value(row, judgement)}
    return joined(rows, row, rows[judgement.value])


def _unapplied(judgement: Judgement, missing: str) -> dict[str, Any]:
    """Another rendition of a report may lack a row that was judged: a note says so."""
    text = f"A recorded judgement was not applied: {judgement.table} has no row {missing}."
    note = Note(id=f"note/unapplied/{slug(judgement.id)}", note=text)
    return {note.id: note}


def joined(rows: Mapping[str, Any], row: Any, other: Any) -> dict[str, Any]:
    """Return rows in which one has become part of another: its forms, lists and evidence are kept, references follow."""
    forms = {row.name, other.name, *row.aliases, *other.aliases} - {row.name}
    both = {
        column.name: (getattr(row, column.name), getattr(other, column.name)) for column in columns(kind_of(row).type)
    }
    lists = {name: tuple(dict.fromkeys(one + two)) for name, (one, two) in both.items() if isinstance(one, tuple)}
    lists |= {"aliases": tuple(sorted(forms)), "evidence": tuple(sorted({*row.evidence, *other.evidence}))}
    merged = replace(row, **lists)
    kept = {key: value for key, value in rows.items() if key != other.id}
    kept[row.id] = merged
    return {key: _redirected(value, other.id, row.id) for key, value in kept.items()}


def _redirected(row: Any, old: str, new: str) -> Any:
    """Return a row whose references to one id lead to another."""
    changed: dict[str, Any] = {}
    for column in columns(kind_of(row).type):
        value = getattr(row, column.name)
        if not column.metadata.get("to") or (value != old and not (isinstance(value, tuple) and old in value)):
            continue
        changed[column.name] = (
            tuple(dict.fromkeys(new if item == old else item for item in value)) if isinstance(value, tuple) else new
        )
    return replace(row, **changed) if changed else row


def _with_value(row: Any, judgement: Judgement) -> Any:
    names = [column.name for column in columns(kind_of(row).type)]
    if judgement.column not in names:
        known = ", ".join(names)
        raise ExtractionError(
            f"{judgement.place}: no column {judgement.column!r}; {judgement.table} has {known}", value=judgement
        )
    value = _json(judgement)
    return replace(row, **{judgement.column: tuple(value) if isinstance(value, list) else value})


def _new_row(judgement: Judgement) -> Any:
    kind = next((kind for kind in KINDS.values() if kind.table == judgement.table), None)
    if kind is None:
        raise ExtractionError(f"{judgement.place}: no table {judgement.table!r}", value=judgement)
    value = _json(judgement)
    known = {field.name for field in fields(kind.type)}
    if not isinstance(value, dict) or set(value) - known:
        raise ExtractionError(
            f"{judgement.place}: the row is a JSON object of {', '.join(sorted(known))}", value=judgement
        )
    value = {
        "id": judgement.id,
        **{name: tuple(item) if isinstance(item, list) else item for name, item in value.items()},
    }
    value["evidence"] = tuple(Span(**span) for span in value.get("evidence", ()))
    try:
        return kind.type(**value)
    except TypeError as error:
        raise ExtractionError(f"{judgement.place}: the row is incomplete ({error})", value=judgement) from error


def _json(judgement: Judgement) -> Any:
    try:
        return json.loads(judgement.value)
    except ValueError as error:
        raise ExtractionError(
            f"{judgement.place}: the value is JSON, a text in double quotes ({error})", value=judgement
        ) from error
