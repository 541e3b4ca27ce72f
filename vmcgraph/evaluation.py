"""Say how good an extraction is: precision, recall and F1 of each table against gold, before and after recorded judgements.

The comparison itself is comparison.py; here tables and gold are read, judgements applied, floors held.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vmcgraph.comparison import COMPARISONS, Figures, compare
from vmcgraph.curation import correct, judgements
from vmcgraph.errors import ExtractionError, QueryError
from vmcgraph.gold import NAMES, Gold, Row, Tables
from vmcgraph.model import Edition, Facts, Note
from vmcgraph.tables import read_records, read_tables, table_records, typed

_TEXT, _TEXTS, _OFFSET = str | None, tuple[str, ...], int | None
_PLACES = {"start": _OFFSET, "end": _OFFSET}
#: The columns that are compared, with their types. Those of the second mapping may be absent.
_NEEDED: dict[str, dict[str, Any]] = {
    "sessions": {"id": str, "title": str},
    "participations": {"session": str, "person": str, "role": str},
    "affiliations": {"person": str, **_PLACES},
    "captions": {"persons": _TEXTS, **_PLACES},
    **{table: {column: str} for table, column in NAMES.items()},
    "mentions": {"section": str, "kind": str, "target": str, "offsets": tuple[tuple[int, int], ...]},
    "statements": {"person": _TEXT, "kind": str, "targets": tuple[object, ...], **_PLACES},
    "voices": {"voice": str},
    "relations": {"subject": str, "predicate": str, "object": str, "start": _OFFSET},
    "claims": {"counts": str, "value": int},
}
_MAY_LACK: dict[str, Any] = {
    **dict.fromkeys(("date", "format", "position", "organisation", "country", "acronym", "type", "relation"), _TEXT),
    **dict.fromkeys(("verb", "voice"), _TEXT),
    **dict.fromkeys(("aliases", "country_parties", "org_parties"), _TEXTS),
    **dict.fromkeys(("borderline", "online", "joint"), bool | None),
    "evidence": tuple[object, ...],
}


@dataclass(frozen=True)
class Evaluation:
    """How tables agree with gold.

    Args:
        raw: the figures of the tables as they are, by table.
        corrected: those after the recorded judgements, or None where there are none that change these tables.
        corrections: how many judgements there are, by action (same, set, remove, add) and table.
        unapplied: how many of them found no row to judge, or no place in these tables.

    Example:
        >>> Evaluation({"persons": Figures(2, 2, 2)})["persons"].f1
        1.0
    """

    raw: Mapping[str, Figures]
    corrected: Mapping[str, Figures] | None = None
    corrections: Mapping[tuple[str, str], int] = field(default_factory=dict)
    unapplied: int = 0

    def __getitem__(self, table: str) -> Figures:
        if table not in self.raw:
            raise QueryError(f"no table {table!r} is compared; there are: {', '.join(self.raw)}", value=table)
        return self.raw[table]

    def below(self, floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
        """Return the tables whose F1 is below its floor, each with both.

        Args:
            floors: the lowest F1 that is good enough, by table.

        Raises:
            QueryError: if a floor is for a table that is not compared.
        """
        reached = {table: self[table].f1 for table in floors}
        return {table: (reached[table], floor) for table, floor in floors.items() if reached[table] < floor}


def evaluate(extracted: str | Path | Facts, gold: str | Path, *, curated: Path | None = None) -> Evaluation:
    """Compare what was extracted with gold.

    Args:
        extracted: a folder of JSON Lines tables with the columns of the annotation guide, or facts.
        gold: a folder of such tables; `scope.json`, `sections.json` and `stage.json` in it say what of the text was read.
        curated: where recorded judgements stand; by default those that are shipped.

    Returns:
        The figures of the tables as they are and, where there are judgements about their edition, corrected.

    Raises:
        ExtractionError: a folder holds no tables, or a line is malformed.

    Example:
        >>> import tempfile
        >>> from vmcgraph.model import Person
        >>> from vmcgraph.tables import write_tables
        >>> with tempfile.TemporaryDirectory() as gold:
        ...     write_tables(Facts.of([Person(id="person/ada-brook", name="Ada Brook")]), gold)
        ...     evaluate(Facts.of([Person(id="person/brook", name="ADA BROOK")]), gold)["persons"].f1
        1.0
    """
    standard = read_gold(gold)
    rows: Tables = table_records(extracted) if isinstance(extracted, Facts) else _tables(Path(extracted))
    made = Evaluation(compare(rows, standard))
    facts = _judged(extracted, rows, curated)
    if facts is None:
        return made
    recorded = judgements(facts.slug, curated)
    done = correct(facts, recorded)
    return Evaluation(
        raw=made.raw,
        corrected=compare(table_records(done.facts), standard) if _differ(facts, done.facts) else None,
        corrections=Counter((each.action, each.table) for each in recorded),
        unapplied=len(recorded) - len(done.applied),
    )


def _judged(extracted: str | Path | Facts, rows: Tables, curated: Path | None) -> Facts | None:
    """Return the facts if there are judgements about their edition."""
    if isinstance(extracted, Facts):
        return extracted if extracted[Edition] and judgements(extracted.slug, curated) else None
    names = [str(row.get("id")).removeprefix("edition/") for row in rows.get("editions", ())]
    return read_tables(extracted) if len(names) == 1 and judgements(names[0], curated) else None


def _differ(facts: Facts, others: Facts) -> bool:
    """Tell whether judgements changed more than the notes: tables that are corrected already stay as they are."""
    return {row for row in facts if not isinstance(row, Note)} != {row for row in others if not isinstance(row, Note)}


# ---------------------------------------------------------------- reading


def read_gold(folder: str | Path) -> Gold:
    """Read gold tables.

    Args:
        folder: holds them; in `names/` it may have tables of all names of the report.

    Raises:
        ExtractionError: the folder holds no such tables, or a line is malformed.

    Example:
        >>> read_gold("no-such-folder")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.ExtractionError: no-such-folder: no such folder; name one that holds tables, such as persons.jsonl
    """
    folder = Path(folder)
    tables = {table: rows for table, rows in _tables(folder).items() if table in COMPARISONS}
    sections = _marks(folder / "sections.json")
    if tables.get("mentions") and sections is None:
        wish = 'an object such as {"welcome": [0, 1200]}, the offsets of each section that was read, would be right'
        raise ExtractionError(f"{folder / 'sections.json'}: is missing, but there are mentions; {wish}", value=folder)
    scope = _json(folder / "scope.json")
    return Gold(
        tables=tables,
        scope=None if scope is None else typed(scope, tuple[tuple[int, int], ...], f"{folder / 'scope.json'}: it"),
        sections=sections or {},
        stage=_marks(folder / "stage.json", _TEXTS) or {},
        naming=_tables(folder / "names") if (folder / "names").is_dir() else {},
    )


def read_floors(file: str | Path, gold: str | Path) -> dict[str, float]:
    """Read the lowest F1 that is good enough for each table.

    Args:
        file: JSON, {"persons": 0.95, …}; or such objects under the last names of the path of each gold folder, "vmc2024-dev" or
            "lakeside/gold".
        gold: the gold folder.

    Raises:
        ExtractionError: the file has no floors for this gold.

    Example:
        >>> read_floors("no-such-file.json", "gold")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.ExtractionError: no-such-file.json: no such file; {"persons": 0.95, …} would be right
    """
    path, names = Path(file), Path(gold).resolve().parts
    held = _json(path)
    if held is None:
        raise ExtractionError(f'{path}: no such file; {{"persons": 0.95, …}} would be right', value=path)
    if isinstance(held, dict) and any(isinstance(value, dict) for value in held.values()):
        sections = {key: value for key, value in held.items() if isinstance(value, dict)}
        held = next(
            (value for key, value in sections.items() if names[-key.count("/") - 1 :] == (*key.split("/"),)), None
        )
        if held is None:
            raise ExtractionError(f"{path}: no floors for {gold}; it has those for {', '.join(sections)}", value=path)
    if not isinstance(held, dict) or any(type(value) not in (int, float) for value in held.values()):
        raise ExtractionError(f'{path}: {{"persons": 0.95, …}}, a number for each table, would be right', value=path)
    return held


def _tables(folder: Path) -> dict[str, list[Row]]:
    """Read the tables of a folder that are compared, and that of editions."""
    if not folder.is_dir():
        raise ExtractionError(
            f"{folder}: no such folder; name one that holds tables, such as persons.jsonl", value=folder
        )
    there = {name: folder / f"{name}.jsonl" for name in (*_NEEDED, "editions")}
    made = {
        name: [_checked(name, *each) for each in read_records(path)] for name, path in there.items() if path.exists()
    }
    if not made.keys() & _NEEDED.keys():
        raise ExtractionError(
            f"{folder}: holds no tables; persons.jsonl or another of the guide would be right", value=folder
        )
    return made


def _checked(table: str, place: str, record: dict[str, Any]) -> Row:
    """Return a line of a table whose columns have the types that are compared."""
    needed = _NEEDED.get(table, {})
    for column in needed.keys() - record.keys():
        raise ExtractionError(f"{place}: no column {column!r}; every row of {table} has it", value=record)
    for column, hint in (_MAY_LACK | needed).items():
        if column in record and not (record[column] is None and column == "evidence"):
            typed(record[column], hint, f"{place}: {column}")
    for name, wanted in (("targets", {"kind", "target"}), ("evidence", {"start"})):
        for each in record.get(name) or () if name in _MAY_LACK | needed else ():
            _check_member(each, wanted, f"{place}: {name}")
    return record


def _check_member(each: object, wanted: set[str], place: str) -> None:
    """Refuse a target without kind and name, and evidence that does not say where it starts."""
    if isinstance(each, dict) and wanted <= each.keys():
        for name in wanted:
            typed(each[name], int if name == "start" else str, f"{place} {name}")
    elif not (wanted == {"start"} and isinstance(each, list) and each and type(each[0]) is int):
        raise ExtractionError(f"{place} lacks {' or '.join(sorted(wanted))}; each of them has it", value=each)


def _json(path: Path) -> Any:
    """Return what a JSON file says, or None where there is no such file."""
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError) as error:
        raise ExtractionError(f"{path}: not JSON ({error})", value=path) from error


def _marks(path: Path, hint: Any = tuple[int, int]) -> dict[str, Any] | None:
    """Return a JSON object whose members have one type."""
    found = _json(path)
    if found is not None and not isinstance(found, dict):
        raise ExtractionError(f"{path}: is no object; one of sections by their ids would be right", value=path)
    return found and {name: typed(value, hint, f"{path}: {name}") for name, value in found.items()}
