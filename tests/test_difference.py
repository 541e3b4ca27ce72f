"""What two editions of an invented forum state otherwise, worked out by hand; nothing is told that a source does not say."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conference import Text, forum, person
from pyoxigraph import Quad

from vmcgraph.catalogue import answer, questions
from vmcgraph.contrast import contrast, data, spreadsheet
from vmcgraph.difference import Change, Difference, diff_editions
from vmcgraph.document import Document
from vmcgraph.errors import QueryError
from vmcgraph.home import shipped_graph
from vmcgraph.lookup import Names
from vmcgraph.model import (
    Affiliation,
    ConferenceSeries,
    Country,
    Edition,
    Encounter,
    Facts,
    Instrument,
    Mention,
    Organisation,
    Participation,
    Person,
    Section,
    Session,
    SourceDocument,
    TeamMember,
    Topic,
    UnnamedParty,
)
from vmcgraph.parties import Presence
from vmcgraph.rdf import to_store
from vmcgraph.scene import Scene
from vmcgraph.spelling import slug
from vmcgraph.store import Store, open_store

LANDS = {"Iceland": "ISL", "Norway": "NOR", "Malta": "MLT"}


class Holding:
    """One holding of the Quay Days, row by row; every row has its own words in the text."""

    def __init__(self, edition: str, genre: str = "report", *, length: int = 1000, pages: tuple[int, ...] = ()) -> None:
        self.edition, self.genre, self.length, self.pages = edition, genre, length, pages
        self.text, self.rows = Text(), {}
        self.add(
            ConferenceSeries(id="series/qd", name="Quay Days"),
            Edition(id=f"edition/{edition}", name=edition.upper(), series="series/qd", document=f"document/{edition}"),
        )

    def add(self, *rows: Any) -> Holding:
        self.rows |= {row.id: row for row in rows}
        return self

    def person(self, name: str) -> Holding:
        return self.add(Person(id=person(name), name=name, evidence=self.text.says(name)))

    def body(self, name: str) -> Holding:
        return self.add(
            Organisation(id=f"organisation/{slug(name)}", name=name, type="other", evidence=self.text.says(name))
        )

    def country(self, name: str, *, mentioned: bool = True) -> Holding:
        """Add a country; one that is not mentioned has its place in the name of a body."""
        code, section, place = LANDS[name], f"section/{self.edition}/s1", self.text.says(name)
        if mentioned:
            self.add(
                Section(id=section, kind="session", title="All", edition=f"edition/{self.edition}"),
                Mention(id=f"mention/{self.edition}/{code}", section=section, target=f"country/{code}", evidence=place),
            )
        return self.add(Country(id=f"country/{code}", name=name, iso3=code, evidence=place))

    def topic(self, name: str) -> Holding:
        return self.add(Topic(id=f"topic/{slug(name)}", name=name, evidence=self.text.says(name)))

    def instrument(self, name: str, status: str | None = None) -> Holding:
        return self.add(
            Instrument(
                id=f"instrument/{slug(name)}", name=name, type="law", status=status, evidence=self.text.says(name)
            )
        )

    def title(self, name: str, position: str | None, basis: str = "listed", **of: str) -> Holding:
        self.person(name)
        number = sum(isinstance(row, Affiliation) for row in self.rows.values())
        return self.add(
            Affiliation(
                id=f"affiliation/{self.edition}/{slug(name)}-{number}",
                person=person(name),
                position=position,
                edition=f"edition/{self.edition}",
                evidence=self.text.says(f"{name}, {position} {number}", basis),
                **of,
            )
        )

    def session(self, title: str, **cast: str) -> Holding:
        """Add a session; its cast as name="role", with underscores for blanks."""
        identity = f"session/{self.edition}/{slug(title)}"
        self.add(
            Session(
                id=identity, title=title, edition=f"edition/{self.edition}", evidence=self.text.says(title, "listed")
            )
        )
        for name, role in cast.items():
            name = name.replace("_", " ")
            self.person(name).add(
                Participation(
                    id=f"participation/{self.edition}/{slug(title)}/{slug(name)}",
                    session=identity,
                    person=person(name),
                    role=role,
                    basis="listed",
                    evidence=self.text.says(f"{role}: {name} at {title}", "listed"),
                )
            )
        return self

    def representatives(self, land: str) -> Holding:
        """Add people of a country without names, of whom no session is told."""
        unnamed, came = f"unnamed/{self.edition}/{LANDS[land]}", self.text.says(f"people of {land} came")
        return self.country(land).add(
            UnnamedParty(id=unnamed, name=f"people of {land}", edition=f"edition/{self.edition}", evidence=came),
            Participation(
                id=f"participation/{self.edition}/{LANDS[land]}",
                session=f"edition/{self.edition}",
                person=unnamed,
                role="speaker",
                in_name_of=f"country/{LANDS[land]}",
                basis="narrative",
                evidence=came,
            ),
        )

    def caption(self, *names: str) -> Holding:
        """Add a photograph of people somewhere at the conference."""
        for name in names:
            self.person(name)
        return self.add(
            Encounter(
                id=f"encounter/{self.edition}/{slug(' '.join(names))}",
                persons=tuple(map(person, names)),
                relation="pictured together",
                event="edition",
                at_event=f"edition/{self.edition}",
                evidence=self.text.says(" with ".join(names), "caption"),
            )
        )

    def team(self, name: str) -> Holding:
        return self.person(name).add(
            TeamMember(
                id=f"team/{self.edition}/{slug(name)}",
                person=person(name),
                task="Lights",
                edition=f"edition/{self.edition}",
            )
        )

    def facts(self) -> Facts:
        document = SourceDocument(
            id=f"document/{self.edition}",
            title=f"Notes on {self.edition.upper()}",
            sha256=Document(self.text.text).sha256,
            length=self.length,
            genre=self.genre,
            language="en",
            page_starts=self.pages,
        )
        return Facts.of([*self.rows.values(), document])


def store_of(*holdings: Holding) -> Store:
    store = open_store()
    store.replace(to_store([holding.facts() for holding in holdings]))
    return store


def compared(*holdings: Holding) -> Difference:
    return diff_editions(store_of(*holdings), holdings[0].edition, holdings[-1].edition)


def told(changes: Iterable[Change]) -> list[tuple[str, str, str]]:
    return [(each.change, each.thing.name, each.what) for each in changes]


def sides(change: Change) -> tuple[list[str], list[str]]:
    return [value.text for value in change.was], [value.text for value in change.now]


@pytest.fixture(scope="module")
def forums() -> Iterator[Store]:
    """Return the graph of both holdings of the forum."""
    with open_store() as store:
        store.replace(to_store(forum()))
        yield store


@pytest.fixture(scope="module")
def shipped() -> Iterator[Store]:
    """Return the graph that travels with the package."""
    with open_store(shipped_graph()) as store:
        yield store


# ---------------------------------------------------------------- the forum, and the shipped editions


def test_what_is_new_not_named_again_and_moved(forums: Store) -> None:
    found = diff_editions(forums, "LF2031", "lf2032")
    assert found.names == ("LF2031", "LF2032")
    assert told(found.changes) == [
        ("new", "Ben Low", ""),
        *(("not named again", name, "") for name in ("Ines Quay", "Olga Fell", "Otto Reed", "Paul Brook", "Tom Vale")),
        ("moved", "Ada Brook", "title"),
        ("moved", "Ada Brook", "role"),
        ("moved", "Mira Sund", "role"),
        ("not named again", "Ministry of Ports", ""),
        ("not named again", "Nordic Harbour Council", ""),
        ("not named again", "Pilots' Office", ""),
    ]
    title, role = (each for each in found.changes if each.thing.name == "Ada Brook")
    assert sides(title) == (
        ["Chief Pilot, Pilots' Office, Nordic Harbour Council", "Head Pilot, Nordic Harbour Council"],
        ["Director, Ferry Workers' Union"],
    )
    assert [(value.text, value.pages) for value in role.was] == [
        ("moderator in Ferries and the people on them", "pp. 6–9"),
        ("opening in Casting off", "pp. 4–5"),
    ]
    assert [(value.text, value.pages) for value in role.now] == [("speaker in Low tide", "")]


def test_the_sources_are_described_by_what_the_graph_says_of_them(forums: Store, shipped: Store) -> None:
    ((first,), (second,)) = diff_editions(forums, "lf2031", "lf2032").sources
    assert (first.edition, first.title, first.genre, first.paged) == ("LF2031", "Report on LF2031", "report", True)
    # Lena took the photographs.
    assert (first.counts["person"], first.counts["session"], first.counts["party without a name"]) == (7, 4, 1)
    assert (second.counts["country"], second.paged) == (0, False)
    assert diff_editions(shipped, "vmc2024", "vmc2025").sources[1][0].genre == "takeaways"


def test_a_source_is_told_by_what_it_has_and_by_persons_and_sessions_that_it_lacks() -> None:
    one = Holding("qd2031").country("Norway").country("Malta").topic("tides")
    two = Holding("qd2032").session("Nets", Ada_Brook="speaker")
    shown = contrast(compared(one, two)).splitlines()
    assert shown[1] == "  states 2 countries, 1 topic; names no person and no session"
    assert shown[3] == "  states 1 person, 1 session"


def test_the_shipped_editions(shipped: Store) -> None:
    found = diff_editions(shipped, "vmc2024", "vmc2025")
    assert not [each for each in found.changes if each.kind in ("person", "policy model")]
    assert any("persons are not compared" in note and "names no person" in note for note in found.notes)
    # Ten countries sent representatives in 2025, who may have been in the room in 2024 as well: its report names some of 300.
    # That the United States are not among the ten does not say that they stayed away.
    assert not [each for each in found.changes if each.change == "moved"]
    back = diff_editions(shipped, "vmc2025", "vmc2024")
    assert len(back.changes) == len(found.changes)


@pytest.mark.parametrize("turned", [False, True])
def test_it_agrees_with_the_question_between_editions(forums: Store, shipped: Store, turned: bool) -> None:
    columns = [questions()["between-editions"].columns.index(name) for name in ("change", "name", "what")]
    for store, *editions in ((forums, "lf2031", "lf2032"), (shipped, "vmc2024", "vmc2025")):
        before, after = reversed(editions) if turned else editions
        rows = answer(store, "between-editions", {"before": before, "after": after})
        texts = {tuple(row[at].value if row[at] else "" for at in columns) for row in rows}  # type: ignore[union-attr]
        assert texts == {
            row for row in told(diff_editions(store, before, after).changes) if row[2] in ("", "title", "role")
        }


# ---------------------------------------------------------------- what both sources can say


def test_of_a_kind_that_one_source_names_nothing_of_nothing_is_told() -> None:
    report = Holding("qd2031").person("Ada Brook").body("Harbour Council").topic("quay walls").topic("tides")
    found = compared(report, Holding("qd2032", "takeaways").topic("tides").topic("nets"))
    assert told(found.changes) == [("new", "nets", ""), ("not named again", "quay walls", "")]
    assert [note for note in found.notes if "not compared" in note] == [
        "persons are not compared: the source of QD2032 (takeaways) names no person",
        "organisations are not compared: the source of QD2032 (takeaways) names no organisation",
    ]


def test_an_empty_edition_differs_in_nothing() -> None:
    full = Holding("qd2031").session("Tides", Ada_Brook="speaker").country("Norway")
    for pair in ((full, Holding("qd2032")), (Holding("qd2032"), full)):
        found = compared(*pair)
        assert found.changes == ()
        assert {"persons", "countries"} == {note.split()[0] for note in found.notes if "names no" in note}
        assert contrast(found).endswith("\n\nNothing could be compared.")


def test_who_came_is_compared_as_far_as_both_sources_can_tell() -> None:
    report = Holding("qd2031").country("Norway").country("Malta").session("Tides", Ada_Brook="speaker")
    report.title("Ada Brook", "Minister", country="country/ISL").country("Iceland")
    takeaways = Holding("qd2032", "takeaways").representatives("Iceland").representatives("Norway").country("Malta")
    # Iceland was on stage before and there now, which may be the same; people of Norway may have been in the room before; of
    # Malta the takeaways do not say that it stayed away.
    assert compared(report, takeaways).changes == ()
    assert any("tells of nobody in a session" in note for note in compared(report, takeaways).notes)


def test_a_country_moves_between_two_sources_that_list_who_was_in_sessions() -> None:
    first = (
        Holding("qd2031").session("Tides", Ada_Brook="speaker").title("Ada Brook", "Minister", country="country/ISL")
    )
    first.country("Iceland").country("Norway")
    second = (
        Holding("qd2032").session("Nets", Mira_Sund="speaker").title("Mira Sund", "Minister", country="country/NOR")
    )
    second.country("Norway").country("Iceland")
    found = {each.thing.name: sides(each) for each in compared(first, second).changes if each.change == "moved"}
    assert found == {
        "Iceland": (["with a voice: Ada Brook"], ["not on stage"]),
        "Norway": (["not on stage"], ["with a voice: Mira Sund"]),
    }


@pytest.mark.parametrize("mentioned", [True, False])
def test_a_country_that_stands_only_in_the_name_of_a_body_is_not_talked_about(mentioned: bool) -> None:
    first = Holding("qd2031").session("Tides", Ada_Brook="speaker").country("Iceland", mentioned=mentioned)
    first.title("Ada Brook", "Clerk", country="country/MLT").country("Malta").body("Sailors' Aid Iceland")
    second = Holding("qd2032").session("Nets", Mira_Sund="speaker").country("Iceland").country("Malta")
    second.title("Mira Sund", "Envoy", country="country/ISL")
    moved = {each.thing.name for each in compared(first, second).changes if each.what == "presence"}
    assert moved == ({"Malta", "Iceland"} if mentioned else {"Malta"})
    asked = {"edition": "qd2031", "presence": "talked about only"}
    rows = answer(store_of(first, second), "country-presence", asked)
    assert [row[2].value for row in rows] == (["Iceland"] if mentioned else [])  # type: ignore[union-attr]


def test_a_post_of_another_edition_makes_no_country_present() -> None:
    first = (
        Holding("qd2031").session("Tides", Ada_Brook="speaker").title("Ada Brook", "Minister", country="country/ISL")
    )
    second = Holding("qd2032").session("Nets", Ada_Brook="speaker").country("Iceland")
    store = store_of(first.country("Iceland"), second)
    for edition, way, told in (
        ("qd2031", "with a voice", "on stage"),
        ("qd2032", "talked about only", "talked about only"),
    ):
        ((_, found, *_),) = answer(store, "country-presence", {"edition": edition}).rows
        assert found.value == told  # type: ignore[union-attr]
        assert Presence(Scene(store)).of(Names(store).find("Iceland"), edition) == way


def test_with_a_voice_are_named_those_who_had_one_with_their_pages_in_order() -> None:
    first = Holding("qd2031").session("Tides", Otto_Reed="speaker").title("Otto Reed", "Clerk", country="country/MLT")
    first.country("Iceland").country("Malta")
    second = Holding("qd2032", pages=(0,)).country("Iceland").session("Nets", Ada_Brook="speaker")
    second.session("Boats", Mira_Sund="speaker").caption("Olga Fell", "Ada Brook")
    for name in ("Ada Brook", "Mira Sund", "Olga Fell"):
        second.title(name, "Envoy", country="country/ISL")
    for title, page in (("nets", 12), ("boats", 9)):
        session = second.rows[f"session/qd2032/{title}"]
        second.add(replace(session, page=page, date="2032-01-01" if page == 12 else "2032-01-02"))
    (moved,) = [each for each in compared(first, second).changes if each.what == "presence"]
    assert [(value.text, value.pages) for value in moved.now] == [("with a voice: Ada Brook, Mira Sund", "pp. 9, 12")]


def test_where_a_title_is_missing_nobody_can_say_which_country_was_only_talked_about() -> None:
    first = (
        Holding("qd2031").session("Tides", Ada_Brook="speaker").title("Ada Brook", "Minister", country="country/ISL")
    )
    first.country("Iceland")
    second = Holding("qd2032").session("Nets", Ada_Brook="speaker").country("Iceland")
    found = compared(first, second)
    assert found.changes == ()
    assert any("does not say for whom all were there" in note for note in found.notes)
    assert any(note == "titles are not compared: the source of QD2032 (report) states none" for note in found.notes)


def test_a_country_is_there_by_those_who_stand_for_it_in_that_edition() -> None:
    first = (
        Holding("qd2031").session("Tides", Ada_Brook="speaker").title("Ada Brook", "Minister", country="country/ISL")
    )
    first.country("Iceland")
    second = Holding("qd2032").session("Nets", Ada_Brook="speaker").country("Iceland")
    second.title("Ada Brook", "Former Minister", country="country/ISL")
    moved = [(each.thing.name, each.what, *sides(each)) for each in compared(first, second).changes]
    assert moved == [
        ("Ada Brook", "title", ["Minister, Iceland"], ["Former Minister, Iceland"]),
        ("Iceland", "presence", ["with a voice: Ada Brook"], ["not on stage"]),
    ]


def test_people_of_the_team_are_no_actors() -> None:
    first = Holding("qd2031").team("Lena Moss").team("Tom Vale").session("Tides", Ada_Brook="speaker")
    second = Holding("qd2032").session("Nets", Ada_Brook="speaker", Tom_Vale="speaker")
    # Tom made the lights of the first and speaks at the second, where he is new.
    assert told(compared(first, second).changes) == [("new", "Tom Vale", "")]
    question = answer(store_of(first, second), "between-editions", {"before": "qd2031", "after": "qd2032"})
    assert [(row[0].value, row[2].value) for row in question] == [("new", "Tom Vale")]  # type: ignore[union-attr]


# ---------------------------------------------------------------- titles, roles, status


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("Minister", "minister", False),
        ("Minister", "Minister of Ports", False),
        ("Minister of Ports, in charge of nets", "Minister of Ports", False),
        ("Director", "Director General", True),
        ("Director", "Deputy Director", True),
        ("Minister", "Former Minister", True),
        (None, "Director", False),
    ],
)
def test_a_title_is_another_one_unless_it_is_only_longer_or_shorter(
    before: str | None, after: str, moved: bool
) -> None:
    of = {"organisation": "organisation/harbour-council"}
    first = Holding("qd2031").body("Harbour Council").title("Ada Brook", before, **of)
    second = Holding("qd2032").body("Harbour Council").title("Ada Brook", after, **of)
    assert told(compared(first, second).changes) == [("moved", "Ada Brook", "title")] * moved
    found = answer(store_of(first, second), "between-editions", {"before": "qd2031", "after": "qd2032"})
    assert len(found) == moved


def test_the_same_title_at_another_body_has_moved_and_a_further_wording_has_not() -> None:
    first = Holding("qd2031").body("Harbour Council").body("Ferry Union")
    first.title("Ada Brook", "Director", organisation="organisation/harbour-council")
    second = Holding("qd2032").body("Harbour Council").body("Ferry Union")
    second.title("Ada Brook", "Director", organisation="organisation/ferry-union")
    (moved,) = compared(first, second).changes
    assert sides(moved) == (["Director, Harbour Council"], ["Director, Ferry Union"])
    second.title("Tom Vale", "Clerk").title("Tom Vale", "Clerk of Works")
    first.title("Tom Vale", "Clerk").title("Tom Vale", "Rower")
    assert [each.thing.name for each in compared(first, second).changes] == ["Ada Brook"]


def test_a_title_of_the_team_is_a_task() -> None:
    first = Holding("qd2031").session("Tides", Ada_Brook="speaker").title("Ada Brook", "Director")
    second = Holding("qd2032").session("Nets", Ada_Brook="speaker").title("Ada Brook", "Lights", "team")
    second.title("Ada Brook", "Director")
    assert compared(first, second).changes == ()


def test_roles_are_those_in_sessions_else_how_a_person_was_there() -> None:
    first = Holding("qd2031").session("Tides", Ada_Brook="speaker", Tom_Vale="speaker").person("Mira Sund")
    second = Holding("qd2032").session("Nets", Ada_Brook="moderator", Mira_Sund="keynote").person("Tom Vale")
    assert [(each.thing.name, *sides(each)) for each in compared(first, second).changes] == [
        ("Ada Brook", ["speaker in Tides"], ["moderator in Nets"]),
        ("Mira Sund", ["not on stage"], ["keynote in Nets"]),
        ("Tom Vale", ["speaker in Tides"], ["not on stage"]),
    ]


def test_an_instrument_moves_with_its_status() -> None:
    first = Holding("qd2031").instrument("Net Act", "proposed").instrument("Tide Act")
    second = Holding("qd2032").instrument("Net Act", "in force").instrument("Tide Act", "in force")
    (moved,) = compared(first, second).changes
    assert (moved.thing.name, moved.what, *sides(moved)) == ("Net Act", "status", ["proposed"], ["in force"])


def test_pages_are_those_of_the_side_that_states_it() -> None:
    # Each row's words are a line; the second page begins behind the topic.
    first = Holding("qd2031", pages=(0, 6)).topic("tides").topic("nets").topic("tides").topic("ropes")
    second = Holding("qd2032").topic("tides")
    found = compared(first, second)
    assert [(each.thing.name, each.was[0].pages) for each in found.changes] == [("nets", "p. 2"), ("ropes", "p. 2")]
    assert "nets (p. 2)" in contrast(found) and "without pages" in contrast(found)


# ---------------------------------------------------------------- wrong use, and what is printed


def test_editions_that_are_not_there_or_the_same_are_told(forums: Store) -> None:
    with pytest.raises(QueryError, match="no edition “lf1999”; the graph has lf2031, lf2032"):
        diff_editions(forums, "lf2031", "lf1999")
    with pytest.raises(QueryError, match="both are LF2031; name two editions"):
        diff_editions(forums, "lf2031", "LF2031")


def test_editions_are_told_apart_without_named_graphs(forums: Store, tmp_path: Path) -> None:
    forums.serialize(tmp_path / "forum.ttl")
    expected = diff_editions(forums, "lf2031", "lf2032").changes
    with open_store(tmp_path / "forum.ttl") as store:
        assert told(diff_editions(store, "lf2031", "lf2032").changes) == told(expected)


def test_hostile_names_stay_texts() -> None:
    hostile = ["=HYPERLINK(1)", "Ada\x1b[2J\nBrook", '<b>"O\'Hara"</b>, {}']
    second = Holding("qd2032").topic("tides")
    for name in hostile:
        second.topic(name)
    found = compared(Holding("qd2031").topic("tides"), second)
    shown = contrast(found)
    assert "\x1b" not in shown and '<b>"O\'Hara"</b>, {}' in shown
    rows = list(csv.DictReader(io.StringIO(spreadsheet(found), newline="")))
    assert {row["name"] for row in rows} == {"'=HYPERLINK(1)", *hostile[1:]}
    assert {each["thing"]["name"] for each in json.loads(json.dumps(data(found)))["changes"]} == set(hostile)


def test_few_of_each_list_are_shown_unless_all_are_wanted(forums: Store) -> None:
    found = diff_editions(forums, "lf2032", "lf2031")
    shown = contrast(found, most=2)
    assert "new in LF2031 (5)\n    Ines Quay\n    Olga Fell\n    … and 3 more (--all shows them)\n" in shown
    assert "Tom Vale" in contrast(found, most=None) and "more (--all" not in contrast(found, most=None)


def test_the_answer_does_not_depend_on_the_order_of_the_graph(forums: Store) -> None:
    turned = open_store()
    quads: list[Quad] = sorted(forums.quads(), key=str, reverse=True)
    turned.replace(quads)
    for store in (forums, turned):
        assert contrast(diff_editions(store, "lf2031", "lf2032")) == contrast(diff_editions(forums, "lf2031", "lf2032"))


@pytest.mark.parametrize(("length", "told"), [(2000, True), (1999, False)])
def test_a_source_is_short_from_half_the_length_of_the_other(length: int, told: bool) -> None:
    found = compared(Holding("qd1", length=length).person("Ada Brook"), Holding("qd2").person("Ada Brook"))
    assert any("QD2 (report) is 2 times shorter" in note for note in found.notes) == told
