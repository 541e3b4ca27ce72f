"""How a kind of fact is declared: its RDF class, its table, its fields with their RDF terms. Standard library only.

Everything that is done with facts (JSON Lines tables, RDF, corrections) is generic over these declarations; the kinds
themselves stand in model.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind:
    """What is declared about a kind of fact.

    Args:
        name: the class's name.
        term: its RDF class as a CURIE, or "" when rows of this kind do not go into the graph.
        table: name of its JSON Lines table, or "" when its rows are made of others only (rdf.py).
        label: the field by whose value other rows show a reference, or "" when they show the id.
        placed: a row is stated in one place: its table repeats `start` and `end` of its first evidence.
        spread: the field for whose members its table has a line each ("evidence": for each place that states the row), or "".
        shown: properties of the dataclass that its table shows in columns of their own, which are not read back.
        part: "evidence" when its rows stand in the evidence graph of their edition, else "".
        type: the dataclass.
    """

    name: str
    term: str
    table: str
    label: str
    placed: bool
    spread: str
    shown: tuple[str, ...]
    part: str
    type: type


#: All kinds by name, in the order of their declaration; model.py, which declares them, fills it.
KINDS: dict[str, Kind] = {}


def term(
    iri: str = "",
    *,
    column: str = "",
    to: str = "",
    each: str = "",
    scheme: str = "",
    datatype: str = "",
    classes: Mapping[Any, tuple[str, ...]] = MappingProxyType({}),
    default: Any = MISSING,
) -> Any:
    """Declare a field of a kind.

    Args:
        iri: the RDF property as a CURIE; "" keeps the field out of the graph.
        column: its name in the table, when it differs from the field's.
        to: names of the kinds that the field refers to by id, separated by "|".
        each: the table has each reference as an object: its `kind`, its label under this name, its `id`.
        scheme: the SKOS scheme whose concept the value names.
        datatype: an XSD type other than that of the Python value.
        classes: the RDF classes of a row, by this field's value; see `classes_of`.
        default: the value of a row that gives none.
    """
    about: Mapping[str, Any] = MappingProxyType(
        {
            "iri": iri,
            "column": column,
            "to": to,
            "each": each,
            "scheme": scheme,
            "datatype": datatype,
            "classes": classes,
        }
    )
    return field(metadata=about) if default is MISSING else field(default=default, metadata=about)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(term, field))
def kind(
    iri: str = "",
    *,
    table: str = "",
    label: str = "",
    placed: bool = False,
    spread: str = "",
    shown: tuple[str, ...] = (),
    part: str = "",
) -> Callable[[type[T]], type[T]]:
    """Make a class a frozen, keyword-only dataclass and enter it in KINDS."""

    def declare(cls: type[T]) -> type[T]:
        made = dataclass(frozen=True, kw_only=True, slots=True)(cls)
        KINDS[made.__name__] = Kind(made.__name__, iri, table, label, placed, spread, shown, part, made)
        return made

    return declare


def kind_of(row: object) -> Kind:
    """Return the declaration of a row's kind."""
    return KINDS[type(row).__name__]


@cache
def columns(kind_type: type) -> tuple[Field[Any], ...]:
    """Return the declared fields of a kind but for `id` and `evidence`, in order."""
    return tuple(f for f in fields(kind_type) if f.name not in ("id", "evidence"))


def classes_of(row: object) -> tuple[str, ...]:
    """Return the RDF classes of a row: those that the first of its fields with a say gives it, else that of its kind.

    Example:
        >>> from vmcgraph.model import Instrument
        >>> classes_of(Instrument(id="instrument/eurodac", name="Eurodac", type="IT system"))
        ('vmc:Instrument', 'vmc:ITSystem')
        >>> classes_of(Instrument(id="instrument/return-hubs", name="return hubs", type="policy framework", model=True))
        ('vmc:PolicyModel',)
    """
    for column in columns(kind_of(row).type):
        classes: Mapping[Any, tuple[str, ...]] = column.metadata["classes"]
        if classes and (found := classes.get(getattr(row, column.name))):
            return found
    return (kind_of(row).term,)


def sort_of(identity: str) -> str:
    """Return what sort of thing an id names, in the words of the annotation guide.

    Example:
        >>> sort_of("country/AUT")
        'country'
    """
    return identity.partition("/")[0]
