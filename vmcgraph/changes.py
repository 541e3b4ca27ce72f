"""Join and remove rows of an edition, with all that refers to them. Nothing here knows why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, replace
from typing import Any

from vmcgraph.kinds import columns, kind_of
from vmcgraph.model import (
    Affiliation,
    Membership,
    Mention,
    Note,
    Participation,
    Relation,
    Statement,
    Support,
    TeamMember,
)

#: The rows of an edition by their ids.
Rows = dict[str, Any]

#: Kinds of which one row says a thing for all places that state it; a statement or a caption is one of many.
_SAID_ONCE = (Affiliation, Membership, Mention, Participation, Relation, Support, TeamMember)
#: Rows that say nothing when all of these are empty.
_NEEDED_SOME = {Statement: ("speakers", "voice"), Affiliation: ("position", "organisation", "unit", "country")}


def references(row: Any) -> Iterator[tuple[Field[Any], str]]:
    """Yield each column of a row that refers to other rows, with each id that it refers to.

    Example:
        >>> from vmcgraph.model import Place
        >>> [identity for _, identity in references(Place(id="place/vienna", name="Vienna", within="country/AUT"))]
        ['country/AUT']
    """
    for column in columns(kind_of(row).type):
        value = getattr(row, column.name)
        if column.metadata.get("to") and value is not None:
            yield from ((column, identity) for identity in (value if isinstance(value, tuple) else (value,)))


def joined(rows: Mapping[str, Any], row: Any, other: Any) -> Rows:
    """Return rows in which one has become part of another: its forms, lists and evidence are kept, references follow.

    Args:
        rows: all rows of an edition, by id.
        row: the one to keep.
        other: the one that is the same; what the first lacks is taken from it.

    Example:
        >>> from vmcgraph.model import Person
        >>> one, two = (Person(id=f"person/{name.lower()}", name=name) for name in ("Ada", "Aida"))
        >>> joined({one.id: one, two.id: two}, one, two)["person/ada"].aliases
        ('Aida',)
    """
    changed: dict[str, Any] = {}
    for column in columns(kind_of(row).type):
        one, two = getattr(row, column.name), getattr(other, column.name)
        if isinstance(one, tuple):
            changed[column.name] = tuple(dict.fromkeys(one + two))
        elif one is None:
            changed[column.name] = two
    if "aliases" in changed:
        changed["aliases"] = tuple(sorted({*changed["aliases"], other.name} - {row.name}))
    merged = replace(row, **changed, evidence=tuple(sorted({*row.evidence, *other.evidence})))
    kept = {key: value for key, value in rows.items() if key != other.id and not _answered(value, row, other)}
    kept[row.id] = merged
    return _redirected(kept, other.id, row.id)


def _answered(note: object, row: Any, other: Any) -> bool:
    """Tell whether a row is the doubt whether these two are one: a note about the one with a place of the other."""
    if not isinstance(note, Note):
        return False
    pairs = ((row, other), (other, row))
    return any(note.about == one.id and set(note.evidence) & set(two.evidence) for one, two in pairs)


def _redirected(rows: Rows, old: str, new: str) -> Rows:
    """Return rows whose references to one id lead to another; those that thereby say what another row says become part of it."""
    moved = {key: _moved(row, old, new) for key, row in rows.items()}
    said = {_said(row): key for key, row in moved.items() if row is rows[key] and isinstance(row, _SAID_ONCE)}
    made: Rows = {key: row for key, row in moved.items() if row is rows[key]}
    for key, row in moved.items():
        if row is rows[key] or (isinstance(row, Relation) and row.subject == row.object):
            continue
        first = said.setdefault(_said(row), key) if isinstance(row, _SAID_ONCE) else key
        twin = made.get(first)
        made[first] = replace(twin, evidence=tuple(sorted({*twin.evidence, *row.evidence}))) if twin else row
    return {key: made[key] for key in rows if key in made}


def _said(row: Any) -> tuple[Any, ...]:
    """Return what a row says, wherever it says it."""
    return (type(row), *(getattr(row, column.name) for column in columns(kind_of(row).type)))


def _moved(row: Any, old: str, new: str) -> Any:
    """Return a row whose references to one id lead to another; nothing refers to itself."""
    changed: dict[str, Any] = {}
    for column in {column.name: column for column, identity in references(row) if identity == old}.values():
        value = getattr(row, column.name)
        if isinstance(value, tuple):
            changed[column.name] = tuple(dict.fromkeys(new if item == old else item for item in value))
        else:
            changed[column.name] = new if row.id != new else None
    if isinstance(row, Note) and row.about == old:
        changed["about"] = new
    return replace(row, **changed) if changed else row


def without(rows: Mapping[str, Any], identity: str) -> Rows:
    """Return rows without one, and without those that are about it alone.

    Args:
        rows: all rows of an edition, by id.
        identity: of the row to remove.

    Example:
        >>> from vmcgraph.model import Person, TeamMember
        >>> task = TeamMember(id="team/x/ada", person="person/ada", edition="edition/x")
        >>> without({"person/ada": Person(id="person/ada", name="Ada"), task.id: task}, "person/ada")
        {}
    """
    left, gone = dict(rows), [identity]
    while gone:
        old = gone.pop()
        left.pop(old, None)
        for key, row in list(left.items()):
            remains = _let_go(row, old)
            if remains is None:
                gone.append(key)
            else:
                left[key] = remains
    return left


def _let_go(row: Any, old: str) -> Any:
    """Return a row without its references to another, or None where nothing of it is left."""
    if isinstance(row, Note) and row.about == old:
        return None
    changed: dict[str, Any] = {}
    for column in {column.name: column for column, identity in references(row) if identity == old}.values():
        value = getattr(row, column.name)
        rest = tuple(item for item in value if item != old) if isinstance(value, tuple) else None
        if not rest and column.default is MISSING:
            return None
        changed[column.name] = rest
    if not changed:
        return row
    remains = replace(row, **changed)
    some = _NEEDED_SOME.get(type(row))
    return None if some and not any(getattr(remains, name) for name in some) else remains
