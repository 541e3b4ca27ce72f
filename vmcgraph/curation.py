"""Apply recorded judgements: what a person decided about the facts of an edition, after what the rules found.

data/curated/<edition>.csv has a line for each judgement that travels with the package; judgements.py says what such a file looks
like. The tables that `extract` writes stay the raw reading.

- `same` joins the row `value` into the row `id`: names, lists and evidence are kept, what `id` lacks is taken from the other,
  references follow, and rows that then say one thing become one.
- `set` gives a column a value (`evidence` as well: all places of the row), `add` enters a row, `keep` changes nothing.
- `remove` takes along what is about the row alone: rows that need a reference to it, statements and posts that have nothing left.
  Other rows only lose the reference. The edition, its series and its document cannot be removed.

A judgement about a row that is not there, or that refers to one, is left out with a note, and so is a new row that is there already:
another rendition of a report, or better rules, may lack the one and have the other.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from vmcgraph.changes import Rows, joined, references, without
from vmcgraph.document import Span
from vmcgraph.errors import ExtractionError
from vmcgraph.judgements import ACTIONS, Judgement, judgement_lines, read_judgements, tables
from vmcgraph.kinds import Kind, columns, kind_of, sort_of
from vmcgraph.model import ConferenceSeries, Decision, Edition, Facts, Note, Section, SourceDocument
from vmcgraph.resources import resource
from vmcgraph.spelling import digest
from vmcgraph.tables import column_name, shows_label, typed

#: What all other rows of an edition are about.
_FRAME = (SourceDocument, ConferenceSeries, Edition)
#: The basis of evidence in sections of these kinds.
_BASES = frozenset({"contents", "imprint", "speakers", "team"})


@dataclass(frozen=True)
class Corrected:
    """Facts after judgements.

    Args:
        facts: the corrected facts, with a note on each judgement that could not be applied.
        applied: the judgements that were, in their order.
        fallen: how many rows were removed along with others.
        decisions: for the graph, what was decided and why, and which rows it is about or changed.
    """

    facts: Facts
    applied: tuple[Judgement, ...] = ()
    fallen: int = 0
    decisions: tuple[Decision, ...] = ()


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
    return read_judgements(path) if path.exists() else ()


def corrected(facts: Facts, folder: Path | None = None) -> Facts:
    """Return the facts after the recorded judgements about their edition.

    Args:
        facts: as `extract` or `read_tables` gives them.
        folder: where the files of judgements stand; by default those that are shipped.

    Raises:
        ExtractionError: as `correct`.

    Example:
        >>> corrected(Facts.of([])) == Facts.of([])
        True
    """
    return correct(facts, judgements(facts.slug, folder)).facts if facts[Edition] else facts


def correct(facts: Facts, judged: Iterable[Judgement], text: str | None = None) -> Corrected:
    """Apply judgements to facts, in their order.

    Args:
        facts: of one edition, as the rules found them.
        judged: the judgements.
        text: of the report, when it is at hand; without it, a new row needs the digests of its evidence.

    Raises:
        ExtractionError: a judgement makes no sense; nothing is applied then.

    Example:
        >>> from vmcgraph.judgements import parse_judgements
        >>> from vmcgraph.model import Person
        >>> head = "action,table,id,column,value,reason,start,end\\n"
        >>> judged = parse_judgements(head + "set,persons,person/ada,honorific,Dr,as on the card,,\\n")
        >>> correct(Facts.of([Person(id="person/ada", name="Ada")]), judged).facts[Person][0].honorific
        'Dr'
    """
    desk = _Desk(facts.by_id(), text)
    for judgement in judged:
        desk.apply(judgement)
    rows = (row for identity, row in desk.rows.items() if not identity.startswith(_UNAPPLIED))
    decisions = _decisions(facts.edition.id, desk) if facts[Edition] else ()
    return Corrected(
        Facts.of([*rows, *_notes(desk.misfits)]), tuple(desk.applied), desk.fallen, tuple(dict.fromkeys(decisions))
    )


def summary(done: Corrected) -> dict[str, int]:
    """Count the judgements that were applied, by action and table, in the order of the actions and of the model.

    Example:
        >>> summary(Corrected(Facts.of([])))
        {}
    """
    counts = Counter((judgement.action, judgement.table) for judgement in done.applied)
    named = {
        f"{action} {table or 'paragraphs'}": counts[action, table]
        for action in ACTIONS
        for table in (*tables(), "")
        if counts[action, table]
    }
    return named | ({"removed along with these": done.fallen} if done.fallen else {})


# ---------------------------------------------------------------- one judgement


class _MisfitError(Exception):
    """A judgement is about something that this reading of the report lacks."""


@dataclass
class _Desk:
    """The rows of an edition while judgements are applied to them."""

    rows: Rows
    text: str | None
    applied: list[Judgement] = field(default_factory=list)
    changed: list[tuple[set[str], set[str]]] = field(default_factory=list)
    misfits: list[tuple[Judgement, str]] = field(default_factory=list)
    fallen: int = 0

    def apply(self, judgement: Judgement) -> None:
        """Apply a judgement and note what it changed and removed, or leave it out."""
        before = self.rows
        try:
            if judgement.action == "add":
                row = _new_row(judgement, self.rows, self.text)
                self.rows = {**self.rows, row.id: row}
            elif judgement.table:
                self._change(judgement)
        except _MisfitError as reason:
            self.misfits.append((judgement, str(reason)))
        else:
            self.applied.append(judgement)
            about = {judgement.id} | {key for key, row in self.rows.items() if before.get(key) is not row}
            self.changed.append((about, before.keys() - self.rows.keys()))

    def _change(self, judgement: Judgement) -> None:
        """Change the rows that are there already."""
        row = _row(judgement.id, judgement, self.rows)
        if judgement.action == "same":
            self.rows = _merged(row, judgement, self.rows)
        elif judgement.action == "set":
            self.rows = {**self.rows, row.id: _with_value(row, judgement, self.rows, self.text)}
        elif judgement.action == "remove":
            _check_frame(row, judgement)
            before = len(self.rows)
            self.rows = without(self.rows, row.id)
            self.fallen += before - len(self.rows) - 1


def _decisions(edition: str, desk: _Desk) -> Iterator[Decision]:
    """Yield what was decided, but about rows that the graph lacks."""
    known = {identity for identity, row in desk.rows.items() if kind_of(row).term}
    for judgement, (about, gone) in zip(desk.applied, desk.changed, strict=True):
        if judgement.table and not tables()[judgement.table].term:
            continue
        name = digest("\n".join(judgement_lines([judgement])[0]))
        yield Decision(
            id=f"judgement/{edition.removeprefix('edition/')}/{judgement.action}-{name}",
            action=judgement.action,
            concerns=tuple(sorted(about & known)),
            removed=tuple(sorted(gone)),
            column=judgement.column or None,
            reason=judgement.reason,
            edition=edition,
            start=judgement.start,
            end=judgement.end,
        )


#: How the ids of notes on judgements begin; tables that were corrected before may have some.
_UNAPPLIED = "note/unapplied/"
#: More judgements of one file that were not applied are told in one note.
_TOLD_SINGLY = 5


def _notes(misfits: Iterable[tuple[Judgement, str]]) -> Iterator[Note]:
    """Yield notes on judgements that were left out: one on each, or one on all of a file where another rendition lacks many."""
    by_file: dict[str, list[tuple[int, str]]] = {}
    for judgement, reason in misfits:
        by_file.setdefault(Path(judgement.file).name, []).append((judgement.line, reason))
    told: list[str] = []
    for name, lines in by_file.items():
        if len(lines) <= _TOLD_SINGLY:
            told += [f"A judgement was not applied, {name} line {line}: {reason}." for line, reason in lines]
        else:
            line, reason = lines[0]
            told.append(f"{len(lines)} judgements of {name} were not applied, the first in line {line}: {reason}.")
    return (Note(id=f"{_UNAPPLIED}{number}", note=note) for number, note in enumerate(told, 1))


def _row(identity: str, judgement: Judgement, rows: Mapping[str, Any]) -> Any:
    """Return the row that a judgement names."""
    if identity not in rows:
        raise _MisfitError(f"{judgement.table} has no row {identity}")
    table = kind_of(rows[identity]).table
    if table != judgement.table:
        raise ExtractionError(
            f"{judgement.place}: {identity} is a row of {table}, not of {judgement.table}", value=judgement
        )
    return rows[identity]


def _check_frame(row: object, judgement: Judgement) -> None:
    if isinstance(row, _FRAME):
        raise ExtractionError(
            f"{judgement.place}: all else is about {judgement.id}; only its columns can be set", value=judgement
        )


def _merged(row: Any, judgement: Judgement, rows: Rows) -> Rows:
    other = _row(judgement.value, judgement, rows)
    if other is row or isinstance(row, _FRAME):
        raise ExtractionError(f"{judgement.place}: two different rows can be the same one, not {row.id}", value=row)
    return joined(rows, row, other)


# ---------------------------------------------------------------- set


def _with_value(row: Any, judgement: Judgement, rows: Mapping[str, Any], text: str | None) -> Any:
    kind = kind_of(row)
    hints = get_type_hints(kind.type)
    proofs = {name for name, hint in hints.items() if hint == tuple[Span, ...]}
    if judgement.column in proofs:
        spans = tuple(sorted(_Proof(judgement, rows, text).spans(_json(judgement.value, judgement))))
        if judgement.column == "evidence" and not spans:
            raise ExtractionError(
                f"{judgement.place}: a row without a place that proves it is removed", value=judgement
            )
        return replace(row, **{judgement.column: spans})
    column = _fields(kind).get(judgement.column)
    if column is None:
        known = ", ".join((*(each.name for each in columns(kind.type)), *("evidence",) * ("evidence" in proofs)))
        raise ExtractionError(
            f"{judgement.place}: no column {judgement.column!r}; {judgement.table} has {known}", value=judgement
        )
    value = _cell(judgement.value, hints[column.name], judgement, column.name)
    changed = replace(row, **{column.name: value})
    _check_references(changed, rows, judgement, only=column.name)
    return changed


def _fields(kind: Kind) -> dict[str, Field[Any]]:
    """Return the fields of a kind by their names and by those of their columns in the table."""
    found: dict[str, Field[Any]] = {}
    for column in columns(kind.type):
        shown = column_name(column)
        found |= {shown: column, f"{shown}_id": column} if shows_label(column) else {shown: column}
    return found | {column.name: column for column in columns(kind.type)}


def _cell(text: str, hint: Any, judgement: Judgement, name: str) -> Any:
    """Return what a cell says: JSON, or a text as it is where the column holds one."""
    types = () if get_origin(hint) is tuple else get_args(hint) or (hint,)
    if str in types and text != "null" and not text.startswith('"'):
        return text
    value = _json(text.lower() if bool in types else text, judgement)
    return typed(value, hint, f"{judgement.place}: {name}")


def _json(text: str, judgement: Judgement) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExtractionError(
            f"{judgement.place}: the value is JSON, a text in double quotes ({error})", value=judgement
        ) from error


def _check_references(row: Any, rows: Mapping[str, Any], judgement: Judgement, only: str = "") -> None:
    """Refuse a row that refers to one of another kind than it may; one that refers to what is not there has no place here."""
    for column, identity in references(row):
        kinds = column.metadata["to"].split("|")
        if only not in ("", column.name):
            continue
        if identity not in rows:
            raise _MisfitError(f"{column.name} is {identity}, which is not there; add it before")
        if kind_of(rows[identity]).name not in kinds:
            wanted = " or ".join(table for table, kind in tables().items() if kind.name in kinds)
            raise ExtractionError(
                f"{judgement.place}: {column.name} is {identity!r}, which is no row of {wanted}",
                value=judgement,
            )


# ---------------------------------------------------------------- add


def _new_row(judgement: Judgement, rows: Mapping[str, Any], text: str | None) -> Any:
    kind = tables()[judgement.table]
    _check_new(judgement, kind, rows)
    given = _json(judgement.value, judgement)
    names = {name: column.name for name, column in _fields(kind).items()} | {"evidence": "evidence"}
    if not isinstance(given, dict) or set(given) - set(names):
        known = ", ".join(field.name for field in fields(kind.type) if field.name != "id")
        raise ExtractionError(f"{judgement.place}: the row is a JSON object of {known}", value=judgement)
    values = {names[name]: value for name, value in given.items()}
    needed = {column.name for column in columns(kind.type) if column.default is MISSING}
    if missing := sorted(needed - set(values)):
        raise ExtractionError(f"{judgement.place}: the row is incomplete: no {', '.join(missing)}", value=judgement)
    hints = get_type_hints(kind.type)
    proof = _Proof(judgement, rows, text)
    for name, value in values.items():
        spans = hints[name] == tuple[Span, ...]
        values[name] = proof.spans(value) if spans else typed(value, hints[name], f"{judgement.place}: {name}")
    values["evidence"] = proof.of(values.get("evidence", ()))
    row = kind.type(id=judgement.id, **values)
    _check_references(row, rows, judgement)
    return row


def _check_new(judgement: Judgement, kind: Kind, rows: Mapping[str, Any]) -> None:
    """Refuse a row that cannot be: one of the frame, one with an id of another kind; one that is there has no place again."""
    if kind.type in _FRAME:
        raise ExtractionError(f"{judgement.place}: facts have one of {judgement.table} only", value=judgement)
    prefix = _PREFIXES.get(kind.name, kind.name.lower())
    if sort_of(judgement.id) != prefix or judgement.id.endswith("/") or not judgement.id.isprintable():
        raise ExtractionError(
            f"{judgement.place}: the id {judgement.id!r}; in {judgement.table} ids begin with {prefix}/",
            value=judgement,
        )
    if judgement.id in rows:
        raise _MisfitError(f"{judgement.id} is there already; set its columns")


#: How the ids of a kind begin, where that is not its name.
_PREFIXES = {"UnnamedParty": "unnamed", "TeamMember": "team", "CollectiveVoice": "voice"}


@dataclass(frozen=True)
class _Proof:
    """Finds the evidence that a judgement names by its characters."""

    judgement: Judgement
    rows: Mapping[str, Any]
    text: str | None

    def of(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the evidence of a new row: its own, and the characters that the judgement rests on."""
        start, end = self.judgement.start, self.judgement.end
        if start is not None and end is not None and (start, end) not in [(span.start, span.end) for span in spans]:
            spans = (*spans, self._span({"start": start, "end": end}))
        if not spans:
            raise ExtractionError(
                f"{self.judgement.place}: a new row needs the place that proves it: fill in start and end",
                value=self.judgement,
            )
        return tuple(sorted(spans))

    def spans(self, given: Any) -> tuple[Span, ...]:
        """Return spans that are given by their characters, with a basis and a digest or without."""
        if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
            raise ExtractionError(
                f'{self.judgement.place}: evidence is a list of {{"start", "end"}}', value=self.judgement
            )
        return tuple(map(self._span, given))

    def _span(self, given: Mapping[str, Any]) -> Span:
        start, end = given.get("start"), given.get("end")
        if not (type(start) is type(end) is int and 0 <= start < end) or set(given) - {
            "start",
            "end",
            "basis",
            "digest",
        }:
            raise ExtractionError(
                f'{self.judgement.place}: a span has the form {{"start", "end", "basis", "digest"}}, the latter two as needed',
                value=self.judgement,
            )
        known = next((span for span in self._all() if (span.start, span.end) == (start, end)), None)
        basis = str(given.get("basis") or (known.basis if known else self._basis(start, end)))
        return Span(start, end, basis, self._digest(start, end, given.get("digest"), known))

    def _digest(self, start: int, end: int, given: Any, known: Span | None) -> str:
        """Return the digest of the characters, of the text if it is at hand; one that is given has to be right."""
        there = known.digest if known else None
        if self.text is not None and there is None:
            if end > len(self.text):
                raise _MisfitError(f"the text ends before character {end}")
            there = digest(self.text[start:end])
        if there is None and not given:
            raise ExtractionError(
                f"{self.judgement.place}: characters {start} to {end} prove nothing else, and the report is not at hand: "
                'give "evidence" with its "digest", or build from the report',
                value=self.judgement,
            )
        if there is not None and given not in (None, there):
            raise _MisfitError(f"characters {start} to {end} are others in this text")
        return there or str(given)

    def _all(self) -> Iterator[Span]:
        return (span for row in self.rows.values() for span in getattr(row, "evidence", ()))

    def _basis(self, start: int, end: int) -> str:
        """Return what the shortest piece of evidence around the characters is, or what the section says."""
        around = [span for span in self._all() if span.start <= start and end <= span.end]
        if around:
            return min(around, key=lambda span: (span.end - span.start, span)).basis
        sections = (row for row in self.rows.values() if isinstance(row, Section))
        for section in sections:
            first, last = section.start_offset, section.end_offset
            if first is not None and last is not None and first <= start < last and section.kind in _BASES:
                return section.kind
        return "narrative"
