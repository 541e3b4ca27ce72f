"""Whether two readings are of one conference: told by its name, dates and venue, and by who and what both name."""

from __future__ import annotations

from vmcgraph.model import Country, Edition, Facts, Instrument, Organisation, Person, Session, SourceDocument
from vmcgraph.spelling import fold

#: Of the persons and sessions of the smaller reading, so many are in both when one is the corrected text of the other; with
#: another name, other dates or another venue more than without.
_ALIKE, _ALIKE_DESPITE = 0.2, 0.5
#: So much of what is there a text names again that may take its place unasked.
_KEPT = 0.5
#: So many persons and sessions tell that they are others.
_TELLING = 4
#: Names at least so near each other, of 100, are one name with a misprint.
_NEAR = 88


def are_one(known: Facts, new: Facts) -> bool:
    """Say whether two readings with one id are of one conference, as those of a text and of its correction are.

    Args:
        known: what is there.
        new: what would take its place.

    Example:
        >>> def reading(name: str) -> Facts:
        ...     return Facts.of([Edition(id="edition/s6", name=name, series=f"series/{fold(name)}", document="document/x")])
        >>> are_one(reading("Malta Summit"), reading("Malta Sumit")), are_one(reading("Malta Summit"), reading("Mobility Summit"))
        (True, False)
    """
    if same_text(known, new):
        return True
    there, found = _names(known), _names(new)
    smaller = min(len(there), len(found))
    if apart := _differences(known, new):
        people = [_people(facts) for facts in (known, new)]
        there, found = people if all(people) else (there, found)  # any meeting has an "Adoption of the agenda"
        shared = bool(there and found) and len(there & found) >= _ALIKE_DESPITE * min(len(there), len(found))
        return apart == 1 and shared  # the same people come to other conferences, too
    return smaller < _TELLING or len(there & found) >= _ALIKE * smaller


def is_lost(known: Facts, new: Facts) -> bool:
    """Say whether most of what a reading names would be gone with another one of the same conference in its place.

    Its persons tell it; where they are too few, its sessions as well, and where there are none, its bodies, countries and instruments.

    Args:
        known: what is there.
        new: what would take its place.

    Example:
        >>> from vmcgraph.spelling import slug
        >>> def reading(*names: str) -> Facts:
        ...     return Facts.of([Person(id=f"person/{slug(name)}", name=name) for name in names])
        >>> is_lost(reading("Ada Brook"), reading("Bo Lund")), is_lost(reading("Ada Brok"), reading("Ada Brook", "Bo Lund"))
        (True, False)
    """
    for names, least in ((_people, _TELLING), (_names, 1), (_things, 1)):
        there, found = names(known), names(new)
        if len(there) >= least:
            return sum(any(_near(name, other) for other in found) for name in there) < _KEPT * len(there)
    return False


def same_text(one: Facts, other: Facts) -> bool:
    """Say whether two readings are of the very same text."""
    first, second = ({row.sha256 for row in facts[SourceDocument]} for facts in (one, other))
    return bool(first) and first == second


def named_apart(one: str, other: str) -> bool:
    """Say whether two names are those of two conferences: neither holds the other, and they differ by more than a misprint.

    Example:
        >>> named_apart("Harbour Forum", "Third Harbour Forum on Quays"), named_apart("Harbour Forum", "Island Forum")
        (False, True)
    """
    first, second = fold(one), fold(other)
    held = f" {first} " in f" {second} " or f" {second} " in f" {first} "
    return not held and not _near(first, second)


def _near(one: str, other: str) -> bool:
    """Say whether two names differ by no more than a misprint."""
    from rapidfuzz.fuzz import ratio

    return one == other or ratio(one, other) >= _NEAR


def head_of(facts: Facts) -> str:
    """Return what tells a conference from others: its name and its dates.

    Example:
        >>> head_of(Facts.of([Edition(id="edition/s6", name="Sea Summit", series="series/s", dates=("2026-05-03",), document="document/x")]))
        'Sea Summit (2026-05-03)'
    """
    edition = facts.edition
    days = " to ".join(dict.fromkeys((min(edition.dates), max(edition.dates)))) if edition.dates else ""
    return f"{edition.name} ({days})" if days else edition.name


def _differences(one: Facts, other: Facts) -> int:
    """Return in how many of name, dates and venue, where both state them, two readings differ."""
    first, second = one.edition, other.edition
    names = [_series(edition) for edition in (first, second)]
    venues = [edition.venue.rpartition("/")[2].replace("-", " ") for edition in (first, second) if edition.venue]
    return sum(
        (
            bool(all(names) and named_apart(*names)),
            bool(first.dates and second.dates) and not set(first.dates) & set(second.dates),
            len(venues) == 2 and named_apart(*venues),
        )
    )


def _series(edition: Edition) -> str:
    """Return what the series is called, "" where its text names none and the id has to do."""
    called = edition.series.rpartition("/")[2]
    return "" if called == edition.id.rpartition("/")[2] else called.replace("-", " ")


def _people(facts: Facts) -> set[str]:
    return {fold(row.name) for row in facts[Person]}


def _names(facts: Facts) -> set[str]:
    """Return who is named, and the titles of sessions that are no "Panel" or "Opening remarks", which any programme has."""
    titles = (fold(row.title) for row in facts[Session])
    return _people(facts) | {title for title in titles if title.count(" ") > 1}


def _things(facts: Facts) -> set[str]:
    things: tuple[Organisation | Country | Instrument, ...] = (
        *facts[Organisation],
        *facts[Country],
        *facts[Instrument],
    )
    return {fold(row.name) for row in things}
