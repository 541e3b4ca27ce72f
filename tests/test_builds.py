"""What differs between two builds of the graph of an invented forum, one change at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from conference import forum, lf2031, lf2032
from pyoxigraph import Quad

from vmcgraph.builds import diff_builds
from vmcgraph.contrast import contrast, data, spreadsheet
from vmcgraph.difference import Difference
from vmcgraph.model import Affiliation, Facts, Person, Session, SourceDocument, Topic
from vmcgraph.rdf import to_store
from vmcgraph.store import MemoryStore, Store

Change = Callable[[Any], Any]


def build(editions: Iterable[Facts], name: str = "new.nq.gz") -> Store:
    store = MemoryStore()
    store.name = name
    store.replace(to_store(editions))
    return store


@pytest.fixture(scope="module")
def old() -> Iterator[Store]:
    """Return the graph of both holdings of the forum."""
    with build(forum(), "old.nq.gz") as store:
        yield store


def changed(change: Change, *more: object) -> list[Facts]:
    """Return both holdings, the first with other rows: `change` returns a row, or None for one that goes."""
    rows = [row for each in lf2031()[0] if (row := change(each)) is not None]
    return [Facts.of([*rows, *more]), lf2032()[0]]


def told(found: Difference) -> list[tuple[str, str, str, str, list[str], list[str]]]:
    return [
        (each.change, each.edition, each.kind, each.what, [v.text for v in each.was], [v.text for v in each.now])
        for each in found.changes
    ]


def test_two_builds_of_the_same_facts_differ_in_nothing(old: Store) -> None:
    found = diff_builds(old, build(forum()))
    assert (found.changes, found.notes, found.names) == ((), (), ("old.nq.gz", "new.nq.gz"))
    shown = contrast(found)
    assert shown.startswith("old.nq.gz\n  LF2031: “Report on LF2031” (report, 808 characters)\n")
    assert shown.endswith("Nothing differs that can be compared.")


def test_a_row_that_is_added(old: Store) -> None:
    evidence = lf2031()[0][Session][0].evidence
    found = diff_builds(old, build(changed(lambda row: row, Topic(id="topic/tides", name="tides", evidence=evidence))))
    (added,) = found.changes
    assert (added.change, added.edition, added.kind, added.thing.name) == ("added", "lf2031", "topic", "tides")
    assert [(value.text, value.pages) for value in added.now] == [("inScheme: topic", "p. 3")]
    assert "lf2031, topic\n  added (1)\n    tides – inScheme: topic (p. 3)" in contrast(found)


def test_a_row_that_is_removed_with_all_that_follows_from_it(old: Store) -> None:
    gone = "affiliation/lf2031/tom-vale-1"
    found = diff_builds(old, build(changed(lambda row: None if row.id == gone else row)))
    (removed,) = found.changes
    assert told(found) == [
        (
            "removed",
            "lf2031",
            "affiliation",
            "",
            ["member: Tom Vale, organisation: Nordic Harbour Council, position: Legal Adviser, statedIn: LF2031"],
            [],
        )
    ]
    assert removed.thing.identity == gone
    assert [note for note in found.notes if note.startswith("what follows from the facts")] == [
        "what follows from the facts: 0 statements added, 1 removed"
    ]


def test_a_value_that_is_another(old: Store) -> None:
    def promoted(row: Any) -> Any:
        return replace(row, position="Chief Adviser") if row.id == "affiliation/lf2031/tom-vale-1" else row

    found = diff_builds(old, build(changed(promoted)))
    assert told(found) == [("changed", "lf2031", "affiliation", "position", ["Legal Adviser"], ["Chief Adviser"])]
    assert "affiliation/lf2031/tom-vale-1, position: Legal Adviser → Chief Adviser" in contrast(found)
    (row,) = data(found)["changes"]
    assert row["thing"]["id"] == "affiliation/lf2031/tom-vale-1" and row["edition"] == "lf2031"
    assert spreadsheet(found).splitlines()[1].startswith("changed,affiliation,")


def test_a_reference_is_told_by_the_name_of_what_it_refers_to(old: Store) -> None:
    def moved(row: Any) -> Any:
        union = "organisation/ferry-workers-union"
        return replace(row, organisation=union) if row.id == "affiliation/lf2031/tom-vale-1" else row

    (each,) = told(diff_builds(old, build(changed(moved))))
    assert each[3:] == ("organisation", ["Nordic Harbour Council"], ["Ferry Workers' Union"])


def test_other_evidence_of_a_row_is_told_by_its_place_and_page(old: Store) -> None:
    place = lf2031()[0][Session][1].evidence

    def proved(row: Any) -> Any:
        return replace(row, evidence=(*row.evidence, *place)) if row.id == "person/tom-vale" else row

    (found,) = diff_builds(old, build(changed(proved))).changes
    assert (found.change, found.thing.name, found.what, found.was) == ("changed", "Tom Vale", "evidence", ())
    assert found.now[0].text.startswith("evidence/lf2031/") and found.now[0].pages.startswith("p")


def test_where_another_text_was_read_its_places_are_not_compared(old: Store) -> None:
    def reread(row: Any) -> Any:
        if isinstance(row, SourceDocument):
            return replace(row, sha256="0" * 64)
        return replace(row, evidence=()) if isinstance(row, (Person, Affiliation)) else row

    found = diff_builds(old, build(changed(reread)))
    assert {(each[2], each[3]) for each in told(found)} == {("document", "sha256")}
    assert "places in the text of LF2031 are not compared: the builds read different texts of it" in found.notes


def test_an_edition_that_only_one_build_has_is_not_told_row_by_row(old: Store) -> None:
    alone = build([lf2031()[0]])
    for change, *pair in (("removed", old, alone), ("added", alone, old)):
        found = diff_builds(*pair)
        (gone,) = found.changes
        assert (gone.change, gone.edition, gone.kind, gone.thing.name) == (change, "lf2032", "edition", "LF2032")
        (rows,) = gone.was or gone.now
        assert rows.text == "13 rows"
        assert "“Report on LF2032”" in contrast(found) and f"  {change} (1)\n    LF2032 – 13 rows" in contrast(found)


def test_a_build_of_nothing(old: Store) -> None:
    with MemoryStore() as empty:
        found = diff_builds(empty, empty)
        assert found.changes == () and contrast(found).endswith("\n\nNothing could be compared.")
        assert [each[:3] for each in told(diff_builds(old, empty))] == [
            ("removed", edition, "edition") for edition in ("lf2031", "lf2032")
        ]


def test_the_answer_does_not_depend_on_the_order_of_the_graph(old: Store) -> None:
    new = build(changed(lambda row: None if isinstance(row, Session) and row.id.endswith("s03") else row))
    turned = MemoryStore()
    turned.name = new.name
    quads: list[Quad] = sorted(new.quads(), key=str, reverse=True)
    turned.replace(quads)
    assert contrast(diff_builds(old, turned), most=None) == contrast(diff_builds(old, new), most=None)


def test_a_graph_that_nobody_validated_is_compared_all_the_same(old: Store) -> None:
    new = MemoryStore()
    new.name = "new.nq.gz"
    new.replace(old.quads())
    ada, graph = "<https://w3id.org/vmcgraph/id/person/ada-brook>", "GRAPH <https://w3id.org/vmcgraph/graph/lf2031>"
    terms = "https://w3id.org/vmcgraph/ontology#"
    new.update(
        f"INSERT DATA {{ {graph} {{ {ada} <http://www.w3.org/2000/01/rdf-schema#label> 'A\x1b[2J', 'Zoe' ; "
        f"<{terms}pageFrom> 'x' . <https://w3id.org/vmcgraph/id/document/lf2031> <{terms}length> 'long' }} }}"
    )
    found = diff_builds(old, new)
    assert {(each.thing.name, each.what) for each in found.changes} == {
        ("A\x1b[2J", "label"),
        ("A\x1b[2J", "pageFrom"),
        ("Report on LF2031", "length"),
    }
    assert "\x1b" not in contrast(found)
