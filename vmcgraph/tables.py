"""Facts as JSON Lines tables and back, for every kind that kinds.KINDS declares.

One file a kind, one object a line: `id`, then the declared fields, then `evidence`. A kind that is `spread` has a line for
each place that states a row, or for each speaker. A reference to a thing with a name shows the name in the field's column,
for the reader's eye, and the id in `<column>_id`, which alone is read back. `_Form` says how a field stands in its table.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, replace
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from vmcgraph.document import Span
from vmcgraph.errors import ExportError, ExtractionError
from vmcgraph.files import write_files
from vmcgraph.kinds import KINDS, Kind, columns, kind_of, sort_of
from vmcgraph.model import Edition, Facts

#: The tables that the annotation guide names: written even without rows, so that "none found" differs from "not looked for".
GUIDE_TABLES = frozenset(
    {
        "affiliations",
        "captions",
        "countries",
        "instruments",
        "mentions",
        "organisations",
        "participations",
        "persons",
        "relations",
        "sessions",
        "statements",
        "topics",
    }
)

#: How the annotation guide calls the bases of evidence in the column `where`, when it has a word of its own.
_WHERE = {"listed": "stage", "narrative": "text"}

#: Line ends to Python and to other tools, but not to JSON: escaped, so that a row is a line to all of them.
_LINE_ENDS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False).encode


def write_tables(facts: Facts, folder: str | Path) -> None:
    """Write facts as one JSON Lines table a kind: UTF-8, rows in the order of their ids, the same bytes every time.

    Tables of the annotation guide are written even without rows; other tables without rows are removed.

    Args:
        facts: the facts of one edition.
        folder: where to; made when missing.

    Raises:
        ExtractionError: if a row refers to an id that the facts lack.
        ExportError: if a file cannot be written.

    Example:
        >>> import tempfile
        >>> from vmcgraph.model import Country
        >>> facts = Facts.of([Country(id="country/AUT", name="Austria", iso3="AUT")])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_tables(facts, folder)
        ...     read_tables(folder) == facts
        True
    """
    contents, empty = {}, []
    for table, records in table_records(facts).items():
        target = Path(folder) / f"{table}.jsonl"
        if records or table in GUIDE_TABLES:
            contents[target] = "".join(map(_line, records)).encode("utf-8", "backslashreplace")
        else:
            empty.append(target)
    write_files(contents)
    for target in empty:
        target.unlink(missing_ok=True)


def table_records(facts: Facts) -> dict[str, list[dict[str, Any]]]:
    """Return facts as the lines of their tables, by the table's name.

    Args:
        facts: the facts of one edition.

    Raises:
        ExtractionError: if a row refers to an id that the facts lack.

    Example:
        >>> from vmcgraph.model import Country
        >>> table_records(Facts.of([Country(id="country/AUT", name="Austria", iso3="AUT")]))["countries"][0]["country"]
        'Austria'
    """
    names, made = _names(facts), {}
    for kind in _kinds():
        rows: tuple[Any, ...] = facts[kind.type]
        made[kind.table] = [record for row in rows for record in _records_of(row, kind, names)]
    return made


def check_folder(folder: str | Path, facts: Facts) -> None:
    """Refuse to write tables into a folder that holds something else.

    Args:
        folder: where tables are to be written.
        facts: those to be written; older tables of their edition may be replaced.

    Raises:
        ExportError: if the folder is a file, holds other files, or the tables of another edition.
        ExtractionError: if its table of editions is malformed.

    Example:
        >>> check_folder("a/new/folder", Facts.of([]))
    """
    folder = Path(folder)
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportError(f"{folder}: is a file; name a folder for the tables", value=folder)
    names = {path.name for path in folder.iterdir()}
    if names - {f"{kind.table}.jsonl" for kind in KINDS.values()}:
        raise ExportError(f"{folder}: holds other files than tables; name a new or empty folder", value=folder)
    if "editions.jsonl" in names:
        held = [str(record.get("id")) for _, record in _records(folder / "editions.jsonl", KINDS["Edition"])]
        if held != [row.id for row in facts[Edition]]:
            there = ", ".join(identity.removeprefix("edition/") for identity in held)
            raise ExportError(f"{folder}: holds the tables of {there}; name another folder", value=folder)


def read_tables(folder: str | Path) -> Facts:
    """Read the tables that `write_tables` or `vmcgraph extract` wrote.

    Args:
        folder: holds the tables; those that the annotation guide does not name may be missing.

    Returns:
        The facts, sorted by id.

    Raises:
        ExtractionError: if a table is missing or a line malformed; it names file, line and what would be right.

    Example:
        >>> read_tables("no/such/folder")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.ExtractionError: no/such/folder: no such folder; give one that `vmcgraph extract` wrote
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ExtractionError(f"{folder}: no such folder; give one that `vmcgraph extract` wrote", value=folder)
    rows: dict[str, Any] = {}
    places: dict[str, str] = {}
    for kind in _kinds():
        for place, record in _records(folder / f"{kind.table}.jsonl", kind):
            row = _row(record, kind, place)
            if row.id in rows:
                row = _joined(
                    rows[row.id], row, kind, f"{place}: the id {row.id!r} is used before, in {places[row.id]}"
                )
            rows[row.id] = row
            places.setdefault(row.id, place)
    for identity, row in rows.items():
        _check_references(row, rows, places[identity])
    return Facts.of(rows.values())


# ---------------------------------------------------------------- writing


def _line(record: Mapping[str, Any]) -> str:
    line = _encode(record)
    for end, escaped in _LINE_ENDS.items():
        line = line.replace(end, escaped)
    return line + "\n"


def _names(facts: Facts) -> dict[str, str]:
    """Return what a reference to each row shows: its label, or its id for kinds without one."""
    labels = {kind.type: kind.label or "id" for kind in KINDS.values()}
    return {row.id: getattr(row, labels[type(row)]) for row in facts}


def _kinds() -> list[Kind]:
    """Return the kinds that have a table."""
    return [kind for kind in KINDS.values() if kind.table]


def _records_of(row: Any, kind: Kind, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield a row as the lines of its table: where its kind is spread, one for each member of that field, else one."""
    _check_references(row, names, row.id)
    shown = {name: _json(getattr(row, name)) for name in kind.shown}
    members = getattr(row, kind.spread) if kind.spread else ()
    for each in [replace(row, **{kind.spread: (member,)}) for member in members] or [row]:
        yield _record(each, kind, names, shown)


def _record(row: Any, kind: Kind, names: Mapping[str, str], shown: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as the columns of its table."""
    record: dict[str, Any] = {"id": row.id}
    for column in columns(kind.type):
        record |= _forms(kind.type)[column.name].write(getattr(row, column.name), names)
    record |= shown
    spans = getattr(row, "evidence", ())
    if kind.placed:
        record |= {"start": spans[0].start, "end": spans[0].end} if spans else {"start": None, "end": None}
    if kind.spread == "evidence":
        record |= {"where": _WHERE.get(spans[0].basis, spans[0].basis) if spans else None}
    return record | {"evidence": _json(spans)}


def _json(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "basis": value.basis, "digest": value.digest}
    return value


def _check_references(row: Any, known: Mapping[str, object], place: str) -> None:
    """Raise an error when a row refers to an id that no row has."""
    for column in columns(kind_of(row).type):
        value = getattr(row, column.name) if column.metadata.get("to") else None
        for identity in value if isinstance(value, tuple) else (value,):
            if identity is not None and identity not in known:
                tables = " or ".join(kind.table for kind in _referred(column))
                raise ExtractionError(
                    f"{place}: {column.name} is {identity!r}, which no row has as its id; add it to {tables}",
                    value=identity,
                )


# ---------------------------------------------------------------- how a field stands in its table


@dataclass(frozen=True, slots=True)
class _Form:
    """How a field stands in its table.

    Args:
        column: the column that is read back.
        beside: the column that repeats it for the eye, or "".
        write: returns a value as columns, with the names of what it refers to.
        read: returns the value from that column, or complains of the place.
    """

    column: str
    beside: str
    write: Callable[[Any, Mapping[str, str]], dict[str, Any]]
    read: Callable[[Any, str], Any]


@cache
def _forms(kind_type: type) -> dict[str, _Form]:
    """Return the form of each field of a kind."""
    hints, kind = get_type_hints(kind_type), KINDS[kind_type.__name__]
    forms = {"id": _plain("id", str), "evidence": _plain("evidence", tuple[Span, ...])}
    for column in columns(kind_type):
        alone = column.name == kind.spread
        forms[column.name] = _form(column, get_args(hints[column.name])[0] | None if alone else hints[column.name])
        if alone:
            forms[column.name] = _one_member(forms[column.name])
    return forms


def _form(column: Field[Any], hint: Any) -> _Form:
    if column.metadata["each"]:
        return _objects(column_name(column), column.metadata["each"])
    return (_labelled if shows_label(column) else _plain)(column_name(column), hint)


def _plain(name: str, hint: Any) -> _Form:
    """Return the form of a field whose column has its value."""
    return _Form(name, "", lambda value, names: {name: _json(value)}, lambda value, place: typed(value, hint, place))


def _labelled(name: str, hint: Any) -> _Form:
    """Return the form of a reference: what it refers to in one column, the id in another."""

    def write(value: Any, names: Mapping[str, str]) -> dict[str, Any]:
        return {name: _shown(value, names), f"{name}_id": _json(value)}

    return _Form(f"{name}_id", name, write, lambda value, place: typed(value, hint, place))


def _objects(name: str, label: str) -> _Form:
    """Return the form of references that are objects: kind, label under a name of its own, and id, which is read back."""

    def write(value: tuple[str, ...], names: Mapping[str, str]) -> dict[str, Any]:
        return {name: [{"kind": sort_of(each), label: names[each], "id": each} for each in value]}

    def read(value: Any, place: str) -> tuple[str, ...]:
        return tuple(_identity(each, label, place) for each in typed(value, tuple[object, ...], place))

    return _Form(name, "", write, read)


def _identity(value: object, label: str, place: str) -> str:
    if not isinstance(value, dict) or not {"id"} <= set(value) <= {"id", "kind", label}:
        raise ExtractionError(f'{place}: a reference has the form {{"kind", "{label}", "id"}}', value=value)
    return str(typed(value["id"], str, f"{place} id"))


def _one_member(form: _Form) -> _Form:
    """Return the form of a field for each of whose members the table has a line: null where it has none."""

    def write(value: tuple[Any, ...], names: Mapping[str, str]) -> dict[str, Any]:
        return form.write(value[0] if value else None, names)

    def read(value: Any, place: str) -> tuple[Any, ...]:
        member = form.read(value, place)
        return () if member is None else (member,)

    return replace(form, write=write, read=read)


def _shown(value: str | tuple[str, ...] | None, names: Mapping[str, str]) -> str | list[str] | None:
    if isinstance(value, tuple):
        return [names[each] for each in value]
    return None if value is None else names[value]


def column_name(column: Field[Any]) -> str:
    """Return the name of a field's column in its table.

    Example:
        >>> from vmcgraph.model import Person
        >>> [column_name(column) for column in columns(Person)]
        ['person', 'aliases', 'honorific']
    """
    return column.metadata.get("column") or column.name


def shows_label(column: Field[Any]) -> bool:
    """Tell whether a column shows the label of what it refers to; the id then stands in `<column>_id`.

    Args:
        column: a field of a kind. Where it may refer to several kinds, all of them must have a label.

    Example:
        >>> from vmcgraph.model import Participation
        >>> [column.name for column in columns(Participation) if shows_label(column)]
        ['person', 'in_name_of']
    """
    return bool(kinds := _referred(column)) and all(kind.label for kind in kinds)


def _referred(column: Field[Any]) -> list[Kind]:
    return [KINDS[name] for name in column.metadata.get("to", "").split("|") if name]


# ---------------------------------------------------------------- reading


def _records(path: Path, kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each line of a table as an object, with its file and line number."""
    if not path.exists():
        if kind.table in GUIDE_TABLES:
            raise ExtractionError(
                f"{path}: this table is missing; write the folder anew with `vmcgraph extract`", value=path
            )
        return
    yield from read_records(path)


def read_records(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each line of a JSON Lines file as an object, with its file and line number.

    Raises:
        ExtractionError: if a line is no object; it names file, line and what would be right.
    """
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        place = f"{path} line {number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise ExtractionError(
                f"{place}: not UTF-8 ({error.reason}); save the table as UTF-8", value=path
            ) from error
        except (ValueError, RecursionError) as error:
            raise ExtractionError(f"{place}: not JSON ({error}); one object a line", value=path) from error
        if not isinstance(record, dict):
            raise ExtractionError(
                f'{place}: {line.decode()[:40]} is no object; one object a line: {{"id": …}}', value=path
            )
        yield place, record


def _row(record: Mapping[str, Any], kind: Kind, place: str) -> Any:
    """Make a row of its kind from a line of its table."""
    forms = {field.name: _forms(kind.type)[field.name] for field in fields(kind.type)}
    unknown = sorted(set(record) - {form.column for form in forms.values()} - _repeated(kind))
    if unknown:
        known = ", ".join(form.column for form in forms.values())
        raise ExtractionError(
            f"{place}: unknown column {unknown[0]!r}; the columns of {kind.table} are {known}", value=unknown
        )
    values = {}
    for field in fields(kind.type):
        form = forms[field.name]
        if form.column in record:
            values[field.name] = form.read(record[form.column], f"{place}: {form.column}")
        elif field.default is MISSING:
            raise ExtractionError(f"{place}: no column {form.column!r}; every row of {kind.table} has it", value=record)
    return kind.type(**values)


def _joined(first: Any, second: Any, kind: Kind, complaint: str) -> Any:
    """Return two lines about one row as that row, where its table has several lines for a row."""
    if not kind.spread:
        raise ExtractionError(f"{complaint}; ids are unique", value=second.id)
    members = getattr(first, kind.spread)
    if replace(second, **{kind.spread: members}) != first:
        differ = "place" if kind.spread == "evidence" else _forms(kind.type)[kind.spread].column
        raise ExtractionError(
            f"{complaint} with other values; lines with one id differ in their {differ} only", value=second.id
        )
    return replace(first, **{kind.spread: members + getattr(second, kind.spread)})


def _repeated(kind: Kind) -> set[str]:
    """Return the columns that repeat what other columns say."""
    beside = {form.beside for form in _forms(kind.type).values()} - {""}
    placed = {"start", "end"} if kind.placed else set()
    return beside | {"evidence", *kind.shown} | placed | ({"where"} if kind.spread == "evidence" else set())


def typed(value: Any, hint: Any, place: str) -> Any:
    """Return a JSON value as a value of the declared type.

    Args:
        value: as `json` gives it.
        hint: a type, a union of types, or a tuple of them for a list.
        place: where it stands, for the message.

    Raises:
        ExtractionError: if it is of another type.

    Example:
        >>> typed(["AT", "DE"], tuple[str, ...], "line 1")
        ('AT', 'DE')
    """
    if get_origin(hint) is tuple:
        if isinstance(value, list) and len(hints := _members(hint, len(value))) == len(value):
            return tuple(typed(each, member, place) for each, member in zip(value, hints, strict=True))
    elif hint is Span:
        return _span(value, place)
    elif hint is object or type(value) in (get_args(hint) or (hint,)) or (value is None and NoneType in get_args(hint)):
        return value
    raise ExtractionError(
        f"{place} is {json.dumps(value, ensure_ascii=False)[:60]}; {_expected(hint)} would be right", value=value
    )


def _members(hint: Any, length: int) -> list[Any]:
    """Return the types of the members of a list: one for all of any number, or one for each."""
    first, *others = get_args(hint)
    return [first] * length if others == [Ellipsis] else [first, *others]


def _span(value: Any, place: str) -> Span:
    hints = get_type_hints(Span)
    if not isinstance(value, dict) or set(value) != set(hints):
        raise ExtractionError(f'{place}: a span has the form {{"start", "end", "basis", "digest"}}', value=value)
    return Span(**{name: typed(value[name], hint, f"{place} {name}") for name, hint in hints.items()})


def _expected(hint: Any) -> str:
    """Return a type in words."""
    if get_origin(hint) is tuple:
        return "a list" if Ellipsis in get_args(hint) else f"a list of {len(get_args(hint))}"
    words = {str: "a text", int: "a whole number", bool: "true or false", NoneType: "null"}
    return " or ".join(words[each] for each in get_args(hint) or (hint,))
