"""What the tests of other forms of text share: an invented text as read, and who is found in it in which post and role."""

from __future__ import annotations

from vmcgraph.extraction import extract
from vmcgraph.model import Affiliation, Facts, Organisation, Participation, Person
from vmcgraph.reading import parse_report


def read(text: str) -> Facts:
    return extract(parse_report(text), edition="x2030")


def names(facts: Facts) -> set[str]:
    return {person.name for person in facts[Person]}


def posts(facts: Facts) -> set[tuple[str, str | None, str | None, str]]:
    """Name, position, body and country of each post."""
    known = {row.id: row.name for row in (*facts[Person], *facts[Organisation])}
    return {
        (
            known[row.person],
            row.position,
            known.get(row.organisation or ""),
            (row.country or "").removeprefix("country/"),
        )
        for row in facts[Affiliation]
    }


def parts(facts: Facts) -> set[tuple[str, str]]:
    """Who takes part in which role."""
    return {(row.person.removeprefix("person/"), row.role) for row in facts[Participation]}
