"""What the tests of other forms of text share: an invented text as read, and who is found in it in which post and role."""

from __future__ import annotations

from vmcgraph.extraction import extract
from vmcgraph.model import Affiliation, Facts, Organisation, Participation, Person, Statement
from vmcgraph.reading import parse_report

#: What makes a paragraph of a sentence: running text behind it.
MORE = " The talks went on until late in the evening, and nobody in the room was asked to leave before the end of them."


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


def spoken(facts: Facts) -> list[tuple[str, str | None, str]]:
    """Who says something, by which verb, in which kind of statement."""
    known = {row.id: row.name for row in facts[Person]}
    return [(known[who], row.verb, row.kind) for row in facts[Statement] for who in row.speakers]
