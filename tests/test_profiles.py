"""What is known of a thing, worked out by hand on the invented conference of example_facts.py, and a few numbers of the shipped graph."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from conference import forum
from example_facts import FACTS, at

from vmcgraph.catalogue import answer
from vmcgraph.document import Document
from vmcgraph.errors import QueryError
from vmcgraph.home import shipped_graph
from vmcgraph.lookup import ACTORS, Names
from vmcgraph.model import (
    PREDICATES,
    Affiliation,
    Country,
    Edition,
    Encounter,
    Facts,
    Instrument,
    Membership,
    Mention,
    Participation,
    Section,
    Statement,
)
from vmcgraph.parties import INVERSE, Presence
from vmcgraph.places import Parts
from vmcgraph.profiles import who
from vmcgraph.rdf import ontology_quads, to_store
from vmcgraph.resources import resource
from vmcgraph.scene import Scene
from vmcgraph.store import Store, open_store
from vmcgraph.ties import coappear, path


def opened(facts: Facts, **more: Any) -> Store:
    store = open_store()
    store.replace(to_store(facts, **more))
    return store


def changed(change: Callable[[Any], Any]) -> Facts:
    """Return the facts of the conference with each row changed, or left out where the change is None."""
    return Facts.of(row for row in map(change, FACTS) if row is not None)


@pytest.fixture(scope="module")
def graph() -> Iterator[Store]:
    """Return the graph of the Fjord Forum."""
    with opened(FACTS) as store:
        yield store


@pytest.fixture(scope="module")
def shipped() -> Iterator[Store]:
    """Return the graph that travels with the package."""
    with open_store(shipped_graph()) as store:
        yield store


#: The panel on ferries as a place: all that is said and nearly all that is stated about instruments stands there.
PANEL = {"title": "Ferries", "edition": "FF2031", "date": "2031-05-14", "pages": "pp. 14–17"}
THERE = [{"edition": "FF2031", "basis": "text", "pages": "pp. 14–17"}]
OUTSIDE = [{"edition": "FF2031", "basis": "text", "pages": ""}]


# ---------------------------------------------------------------- instruments


def test_an_instrument_with_its_type_status_and_names(graph: Store) -> None:
    answer = who(graph, "Crew Register")
    assert (answer["kind"], answer["type"], answer["status"]) == ("instrument", "IT system", "proposed")
    assert answer["aliases"] == ["CR", "the Register"]
    model = who(graph, "floating hubs")
    assert (model["kind"], model["type"], model["status"]) == ("policy model", "policy framework", None)


def test_the_parties_of_an_instrument_by_role(graph: Store) -> None:
    # Norway funds it and is where it operates, so it is no bare party; Iceland is one by the table and by a relation.
    assert [(each["role"], each["name"], each["kind"]) for each in who(graph, "Crew Register")["parties"]] == [
        ("funder", "Norway", "country"),
        ("operates in", "Norway", "country"),
        ("party", "Harbour Council", "organisation"),
        ("party", "Iceland", "country"),
    ]
    assert all(each["stated"] == THERE for each in who(graph, "Crew Register")["parties"])


def test_each_party_is_marked_by_whether_it_was_there(graph: Store) -> None:
    voices = {each["name"]: each["presence"] for each in who(graph, "Crew Register")["parties"]}
    assert voices == dict.fromkeys(("Norway", "Harbour Council", "Iceland"), "with a voice")
    (party,) = who(graph, "floating hubs")["parties"]
    assert (party["role"], party["name"], party["presence"]) == ("proposer", "Ivo Past", "talked about only")


def test_what_an_instrument_is_part_of_and_what_is_part_of_it(graph: Store) -> None:
    whole = {"name": "Ferry Compact", "kind": "instrument", "stated": THERE}
    part = {"name": "Crew Register", "kind": "instrument", "stated": THERE}
    assert who(graph, "Crew Register")["relations"] == [{"relation": "part of", **whole}]
    assert who(graph, "Ferry Compact")["relations"] == [{"relation": "parts", **part}]


def test_who_spoke_about_an_instrument_and_which_group(graph: Store) -> None:
    single, group = who(graph, "Crew Register")["said_about"]
    assert single == {
        "kind": "reported",
        "speakers": ["Ada Brook"],
        "voice": None,
        "verb": "stressed",
        "stance": "supports",
        "about": [{"name": "Crew Register", "kind": "instrument"}, {"name": "labour migration", "kind": "topic"}],
        **PANEL,
    }
    assert (group["speakers"], group["voice"]) == ([], "the panellists")
    assert (group["verb"], group["stance"]) == ("agreed", "critical")


def test_where_an_instrument_is_named_and_how_often(graph: Store) -> None:
    assert who(graph, "Crew Register")["mentions"] == [{**PANEL, "times": 2}]
    assert who(graph, "Ferry Compact")["mentions"] == []
    # A section that no session is about, and whose pages nobody tells.
    imprint = {"title": "Imprint", "edition": "FF2031", "date": "", "pages": ""}
    assert who(graph, "Harbour Council")["mentions"] == [{**imprint, "times": 1}]


def test_a_section_of_two_sessions_keeps_its_own_title() -> None:
    def sharing(row: Any) -> Any:
        return replace(row, section="section/ff2031/s1") if row.id == "session/ff2031/s2" else row

    with opened(changed(sharing)) as store:
        (mention,) = who(store, "Crew Register")["mentions"]
        assert (mention["title"], mention["date"]) == ("Ferries", "")
        parts = Parts(Scene(store))
        base = "https://w3id.org/vmcgraph/id/"
        assert parts.of(f"{base}section/ff2031/s1", f"{base}session/ff2031/s2").title == "Tides"


# ---------------------------------------------------------------- people, bodies, countries, topics


def test_what_a_person_said_in_the_order_of_the_text(graph: Store) -> None:
    said = who(graph, "Ada Brook")["said"]
    assert [(each["kind"], each["verb"], [thing["name"] for thing in each["about"]]) for each in said] == [
        ("reported", "stressed", ["Crew Register", "labour migration"]),
        ("quotation", None, ["Harbour Council"]),
    ]
    # For the quotation no session is stated: its section is that of the panel.
    assert all({key: each[key] for key in PANEL} == PANEL for each in said)


def test_a_joint_statement_is_of_both(graph: Store) -> None:
    for name in ("Tom Vale", "Mia Holt"):
        (said,) = who(graph, name)["said"]
        assert said["speakers"] == ["Mia Holt", "Tom Vale"]
        assert [thing["name"] for thing in said["about"]] == ["Iceland", "night ferries"]
    assert who(graph, "Una Weir")["said"] == []


def test_words_are_told_where_the_graph_has_them() -> None:
    text = Document("Whoever pilots a ferry is to be in the register, said Ada." + "." * 942)

    def worded(row: Any) -> Any:
        if isinstance(row, Statement) and row.verb == "stressed" and len(row.speakers) == 1:
            return replace(row, evidence=(text.span(0, 58, "narrative"),))
        return row

    with opened(changed(worded), wordings={"edition/ff2031": text}) as store:
        first, second = who(store, "Ada Brook")["said"]
        assert first["words"] == text.text[:58]
        assert "words" not in second
        assert who(store, "labour migration")["said_about"][0]["words"] == text.text[:58]


def test_a_body_with_its_instruments_relations_and_what_was_said(graph: Store) -> None:
    answer = who(graph, "Harbour Council")
    assert [(each["role"], each["name"]) for each in answer["instruments"]] == [
        ("party", "Crew Register"),
        ("supporter", "Ferry Compact"),
    ]
    assert [(each["relation"], each["name"], each["stated"]) for each in answer["relations"]] == [
        ("chaired by", "Una Weir", THERE),
        ("founded by", "Ivo Past", THERE),
        ("members", "Iceland", OUTSIDE),
        ("members", "Norway", THERE),
        ("members", "Ole Lind", THERE),
    ]
    (said,) = answer["said_about"]
    assert (said["kind"], said["speakers"]) == ("quotation", ["Ada Brook"])


def test_a_country_with_its_instruments_relations_and_what_was_said(graph: Store) -> None:
    answer = who(graph, "Iceland")
    assert [(each["role"], each["name"]) for each in answer["instruments"]] == [
        ("party", "Crew Register"),
        ("party", "Ferry Compact"),
    ]
    assert [(each["relation"], each["name"]) for each in answer["relations"]] == [("member of", "Harbour Council")]
    assert [each["speakers"] for each in answer["said_about"]] == [["Mia Holt", "Tom Vale"]]


def test_what_a_membership_and_a_relation_both_state_is_told_once() -> None:
    member = Membership(
        id="membership/ff2031/224", member="country/NOR", body="organisation/harbour-council", evidence=at(225)
    )
    with opened(Facts.of([*FACTS, member])) as store:
        (relation,) = who(store, "Norway")["relations"]
        assert (relation["relation"], relation["stated"]) == ("member of", THERE)


def test_a_relation_to_a_place_names_it(graph: Store) -> None:
    (relation,) = who(graph, "Ministry of Ports")["relations"]
    assert (relation["relation"], relation["name"], relation["kind"]) == ("headquartered in", "Old Boathouse", "place")


def test_a_person_with_instruments_and_relations(graph: Store) -> None:
    answer = who(graph, "Ivo Past")
    assert [(each["role"], each["name"]) for each in answer["instruments"]] == [("proposer", "floating hubs")]
    assert [(each["relation"], each["name"]) for each in answer["relations"]] == [("founder of", "Harbour Council")]


def test_a_topic_with_those_who_spoke_about_it(graph: Store) -> None:
    answer = who(graph, "labour migration")
    assert answer["kind"] == "topic"
    assert answer["id"] == "https://w3id.org/vmcgraph/scheme/topic/labour-migration"
    assert [each["speakers"] for each in answer["said_about"]] == [["Ada Brook"]]
    assert answer["broader"] == ["migration governance"]
    assert who(graph, "night ferries")["broader"] == []


def test_every_relation_has_a_name_from_its_other_side() -> None:
    scheme = "https://w3id.org/vmcgraph/scheme/predicate/"
    labels = {
        getattr(quad.object, "value", "")
        for quad in ontology_quads()
        if quad.predicate.value.endswith("#prefLabel") and str(quad.subject).startswith(f"<{scheme}")
    }
    assert set(INVERSE) == labels >= set(PREDICATES)


# ---------------------------------------------------------------- who was there


def without(*gone: str) -> Store:
    """Return the conference without the rows whose id begins like one of these."""
    return opened(changed(lambda row: None if row.id.startswith(gone) else row))


ICELAND_ON_STAGE = ("participation/ff2031/s2", "participation/ff2031/s1/mia-holt", "participation/ff2031/s1/iceland")


def presence(store: Store, name: str) -> str | None:
    return Presence(Scene(store)).of(Names(store).find(name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Brook", "with a voice"),
        ("Rex Fär", "with a voice"),  # gave an address at the dinner
        ("Ole Lind", "in the room only"),  # is in captions
        ("Ivo Past", "talked about only"),
        ("Lena Moss", "talked about only"),  # of the team
        ("Harbour Council", "with a voice"),  # by Ada's post
        ("Pilots' Office", "with a voice"),
        ("Ministry of Ports", "with a voice"),
        ("Crew Register", None),
    ],
)
def test_who_was_there(graph: Store, name: str, expected: str | None) -> None:
    assert presence(graph, name) == expected


def test_a_country_of_which_nobody_speaks_is_not_talked_about() -> None:
    country = next(row for row in FACTS if isinstance(row, Country))
    malta = replace(country, id="country/MLT", name="Malta", iso3="MLT", iso2="MT", aliases=())
    section = next(row for row in FACTS if isinstance(row, Section))
    mention = Mention(id="mention/ff2031/malta", section=section.id, target=malta.id, evidence=malta.evidence)
    for more, told in (([], None), ([mention], "talked about only")):
        with opened(Facts.of([*FACTS, malta, *more])) as store:
            assert who(store, "Malta")["presence"] == told


def test_a_country_is_there_by_those_who_represent_it() -> None:
    with without(*ICELAND_ON_STAGE[:2]) as store:
        assert presence(store, "Iceland") == "with a voice"  # of its unnamed representatives
    with without(*ICELAND_ON_STAGE) as store:
        assert (
            presence(store, "Iceland") == "in the room only"
        )  # Mia Holt is in a caption; Tom Vale's post is a former one
    with without(*ICELAND_ON_STAGE, "encounter/ff2031/720") as store:
        assert presence(store, "Iceland") == "talked about only"


def test_a_body_is_there_by_the_people_of_its_parts() -> None:
    def of_the_office(row: Any) -> Any:
        return replace(row, organisation=None) if row.id == "affiliation/ff2031/ada-brook/840" else row

    with opened(changed(of_the_office)) as store:
        assert presence(store, "Harbour Council") == "with a voice"


def test_unnamed_parties_of_no_session_were_in_the_room() -> None:
    def roomed(row: Any) -> Any:
        if isinstance(row, Participation) and row.person.startswith("unnamed/"):
            return replace(row, session="edition/ff2031")
        gone = isinstance(row, Encounter) or row.id.startswith(ICELAND_ON_STAGE)
        return None if gone else row

    with opened(changed(roomed)) as store:
        assert presence(store, "Iceland") == "in the room only"


def test_a_post_counts_in_the_edition_that_states_it() -> None:
    def elsewhere(row: Any) -> Any:
        return replace(row, edition="edition/ff2030") if isinstance(row, Affiliation) else row

    with opened(changed(elsewhere)) as store:
        assert presence(store, "Harbour Council") == "talked about only"


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("crew register", "Crew Register"),
        ("CR", "Crew Register"),  # an acronym
        ("the register", "Crew Register"),  # an alias
        ("Compact", "Ferry Compact"),  # a part
        ("Crew Regster", "Crew Register"),  # near
        ("instrument/crew-register", "Crew Register"),
        ("Floating Hubs", "floating hubs"),
        ("crews from abroad", "labour migration"),
        ("topic/labour-migration", "labour migration"),
        ("scheme:topic/labour-migration", "labour migration"),
        ("ferries", "night ferries"),
        ("council", "Harbour Council"),
    ],
)
def test_instruments_and_topics_are_found_as_they_are_typed(graph: Store, typed: str, meant: str) -> None:
    assert who(graph, typed)["name"] == meant


def test_an_instrument_that_shares_its_name_is_told_apart() -> None:
    def namesake(row: Any) -> Any:
        return replace(row, name="Harbour Council") if row.id == "instrument/ferry-compact" else row

    with opened(changed(namesake)) as store:
        with pytest.raises(QueryError) as told:
            who(store, "Harbour Council")
        assert str(told.value).splitlines()[1:] == [
            "  Harbour Council (instrument/ferry-compact)",
            "  Harbour Council (organisation/harbour-council)",
        ]
        answer = who(store, "instrument/ferry-compact")
        assert answer["namesakes"] == [{"kind": "organisation", "id": "organisation/harbour-council"}]
        assert who(store, "harbour")["kind"] == "organisation"  # a part of a name rather means who acts
        assert Names(store).find("Harbour Council", ACTORS).kind == "organisation"


def test_a_topic_gives_way_to_an_instrument_of_its_name_which_tells_of_it() -> None:
    def namesake(row: Any) -> Any:
        return replace(row, name="night ferries") if isinstance(row, Instrument) and row.model else row

    with opened(changed(namesake)) as store:
        answer = who(store, "night ferries")
        assert (answer["kind"], answer["namesakes"]) == (
            "policy model",
            [{"kind": "topic", "id": "topic/night-ferries"}],
        )
        assert who(store, "topic/night-ferries")["kind"] == "topic"


@pytest.mark.parametrize("typed", ["Crew Register", "CR", "instrument/crew-register"])
def test_what_has_no_ties_is_told_from_what_is_not_known(graph: Store, typed: str) -> None:
    wish = f"“{typed}” is an instrument; a person, organisation or country is wanted here"
    with pytest.raises(QueryError, match=wish):
        coappear(graph, typed)
    with pytest.raises(QueryError, match="“labour migration” is a topic"):
        path(graph, "Ada Brook", "labour migration")


def test_a_name_that_is_sparql_is_a_name(graph: Store) -> None:
    with pytest.raises(QueryError, match="nothing here is called"):
        who(graph, '"} ; DROP ALL ; { "')


# ---------------------------------------------------------------- the shipped graph


def rows(name: str) -> list[dict[str, Any]]:
    text = resource("data", "editions", "vmc2024", f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_the_shipped_graph_tells_what_its_tables_hold(shipped: Store) -> None:
    moor = who(shipped, "Nicole de Moor")
    assert len(moor["said"]) == sum(row["person_id"] == "person/nicole-de-moor" for row in rows("statements")) > 10
    offices = who(shipped, "SMOs")
    assert offices["name"] == "Safe Mobility Offices" and offices["type"] == "centre/hub"
    counts = [row["count"] for row in rows("mentions") if row["target_id"] == "instrument/safe-mobility-offices"]
    assert [each["times"] for each in offices["mentions"]] == counts and sum(counts) == 13
    assert [(each["relation"], each["name"]) for each in offices["relations"]] == [
        ("part of", "US Safe Mobility Initiative")
    ]


def test_the_parties_of_a_shipped_instrument(shipped: Store) -> None:
    found = {
        (each["role"], each["name"]): each["presence"]
        for each in who(shipped, "US Safe Mobility Initiative")["parties"]
    }
    assert found["operates in", "Colombia"] == "talked about only"
    assert found["implementer", "United States"] == "with a voice"


def test_a_party_is_marked_by_the_edition_that_states_its_role(shipped: Store) -> None:
    # Representatives of both countries took part in 2025; the roles are those of 2024. The Facility is also a body, whose people spoke.
    for name, told in (
        ("TechPro4Europe", {"Nigeria": "talked about only", "Migration Partnership Facility": "with a voice"}),
        ("Migrant Resource Centres", {"Iraq": "talked about only", "Afghanistan": "talked about only"}),
    ):
        marks = {each["name"]: each["presence"] for each in who(shipped, name)["parties"]}
        assert told.items() <= marks.items()
    assert who(shipped, "Nigeria")["presence_by_edition"] == {
        "VMC2024": "talked about only",
        "VMC2025": "in the room only",
    }


def test_the_cards_and_the_question_about_countries_agree(shipped: Store) -> None:
    scene, names = Scene(shipped), Names(shipped)
    presence = Presence(scene)
    ways = {"with a voice": "on stage"}
    for edition in scene.editions:
        rows = answer(shipped, "country-presence", {"edition": edition}).rows
        for _, told, country, *_ in rows:
            way = presence.of(names.find(country.value, ["country"]), edition)  # type: ignore[union-attr]
            assert ways.get(way or "", way) == told.value  # type: ignore[union-attr]


def test_the_shipped_graph_has_no_words(shipped: Store) -> None:
    for name in ("Nicole de Moor", "Eurodac", "Egypt", "labour migration"):
        assert '"words"' not in json.dumps(who(shipped, name))


def test_the_union_is_there_by_its_institutions_and_agencies(shipped: Store) -> None:
    assert who(shipped, "European Union")["presence"] == "with a voice"


def test_editions_of_one_name_are_told_apart_by_their_ids() -> None:
    named = (
        Facts.of([replace(row, name="Quay Talks") if isinstance(row, Edition) else row for row in facts])
        for facts in forum()
    )
    with open_store() as store:
        store.replace(to_store(named))
        assert Scene(store).editions == {"lf2031": "Quay Talks (lf2031)", "lf2032": "Quay Talks (lf2032)"}
