"""Names are found as people type them, and the answers about the invented forum are those worked out by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

import networkx as nx
import pytest
from conference import forum, lf2032
from hypothesis import given, settings
from hypothesis import strategies as st

from vmcgraph.derivation import LEVELS as RULES
from vmcgraph.errors import QueryError, VmcGraphError
from vmcgraph.lookup import Names
from vmcgraph.model import Affiliation, Facts, Participation, Person, Session
from vmcgraph.profiles import who
from vmcgraph.rdf import to_store
from vmcgraph.scene import LEVELS, Scene
from vmcgraph.store import Store, open_store
from vmcgraph.ties import Chain, Post, Row, coappear, path


@pytest.fixture(scope="module")
def graph() -> Iterator[Store]:
    """Return the graph of both holdings of the forum."""
    with open_store() as store:
        store.replace(to_store(forum()))
        yield store


@pytest.fixture(scope="module")
def names(graph: Store) -> Names:
    return Names(graph)


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ada Brook", "Ada Brook"),
        ("ada brook", "Ada Brook"),
        ("ÁDA  Bröok", "Ada Brook"),
        ("Lena Moss", "Lena Moß"),
        ("Sund", "Mira Sund"),  # an alias
        ("otto", "Otto Reed"),  # a part of the name
        ("nhc", "Nordic Harbour Council"),  # an acronym
        ("Icelandic", "Iceland"),
        ("NOR", "Norway"),
        ("harbour council", "Nordic Harbour Council"),
        ("Mira Sundt", "Mira Sund"),  # near
        ("Ines Quai", "Ines Quay"),
        ("Ferry Worker Union", "Ferry Workers' Union"),
        ("person/paul-brook", "Paul Brook"),
        ("id:person/paul-brook", "Paul Brook"),
    ],
)
def test_a_name_is_found_as_it_is_typed(names: Names, typed: str, meant: str) -> None:
    assert names.find(typed).name == meant


def test_an_alias_goes_before_a_part_of_other_names(names: Names) -> None:
    # "Brook" is an alias of Ada; of Paul's name it is a part.
    assert names.find("brook").name == "Ada Brook"


def test_when_several_fit_they_are_listed() -> None:
    with open_store() as store:
        people = "".join(
            f'id:person\\/{name.lower()}-berg a vmc:Person ; rdfs:label "{name} Berg" .' for name in ("Anna", "Jan")
        )
        store.update(
            "PREFIX vmc: <https://w3id.org/vmcgraph/ontology#> PREFIX id: <https://w3id.org/vmcgraph/id/> "
            f"PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> INSERT DATA {{ GRAPH <x:g> {{ {people} }} }}"
        )
        names = Names(store)
    with pytest.raises(QueryError) as told:
        names.find("berg")
    assert str(told.value).splitlines() == [
        "“berg” fits 2 names; give one of them in full, or its id:",
        "  Anna Berg (person/anna-berg)",
        "  Jan Berg (person/jan-berg)",
    ]
    assert names.find("person/jan-berg").name == "Jan Berg"
    with pytest.raises(QueryError, match="fits 2 names"):
        names.find("Bergh")  # as near to one as to the other


def test_when_none_fits_the_nearest_are_offered(names: Names) -> None:
    with pytest.raises(QueryError, match=r"the nearest is Otto Reed$"):
        names.find("Otto Reeves")
    with pytest.raises(QueryError, match="nothing is spelled nearly so"):
        names.find("Xyzzy Qwrt")


def test_a_swap_of_two_letters_is_the_same_name(names: Names) -> None:
    assert names.find("Icelnad").name == "Iceland"
    assert names.find("Ada Borok").name == "Ada Brook"
    with pytest.raises(QueryError, match="nothing is spelled nearly so"):
        names.find("Nadicle")  # the same letters in another order


def test_a_name_with_a_part_that_is_spelled_nearly_so_is_offered(names: Names) -> None:
    with pytest.raises(QueryError, match=r"the nearest is Nordic Harbour Council$"):
        names.find("Nordc Harbor")


@pytest.mark.parametrize("typed", ["Ireland", "Sweden"])
def test_a_country_is_not_taken_for_another(names: Names, typed: str) -> None:
    with pytest.raises(QueryError):
        names.find(typed)


@pytest.mark.parametrize("typed", ["", " ", "…", "''"])
def test_what_is_no_name_is_told(names: Names, typed: str) -> None:
    with pytest.raises(QueryError, match="is no name"):
        names.find(typed)


@given(st.text(max_size=40))
def test_any_text_is_found_or_explained(names: Names, typed: str) -> None:
    try:
        assert names.find(typed).name
    except VmcGraphError as error:
        assert typed in str(error)


def test_people_without_a_name_are_called_by_their_id() -> None:
    with open_store() as store:
        store.update(
            "PREFIX vmc: <https://w3id.org/vmcgraph/ontology#> INSERT DATA { GRAPH <x:g> {"
            " <x:tie> a vmc:Tie ; vmc:between <https://w3id.org/vmcgraph/id/person/a>, <x:b> ; vmc:context <x:s> ."
            ' <x:s> a vmc:Session ; <http://www.w3.org/2000/01/rdf-schema#label> "Talk" ; vmc:inEdition <x:e> .'
            ' <x:e> a vmc:Edition ; <http://www.w3.org/2000/01/rdf-schema#label> "E" } }'
        )
        (row,) = coappear(store)
        assert {row.who.name, row.other.name} == {"person/a", "x:b"}


# ---------------------------------------------------------------- who


def test_a_person_with_titles_sessions_ties_and_captions(graph: Store) -> None:
    answer = who(graph, "Ada Brook")
    assert (answer["kind"], answer["aliases"], answer["honorifics"]) == ("person", ["Brook"], ["Dr"])
    posts = [(post["position"], post["unit"], post["organisation"]) for post in answer["posts"]]
    assert posts == [
        ("Chief Pilot", "Pilots' Office", "Nordic Harbour Council"),
        ("Head Pilot", None, "Nordic Harbour Council"),
        ("Director", None, "Ferry Workers' Union"),
    ]
    assert [place["basis"] for post in answer["posts"] for place in post["stated"]] == [
        "list of speakers or participants",
        "programme",
        "list of speakers or participants",
    ]
    assert [place["edition"] for post in answer["posts"] for place in post["stated"]] == ["LF2031", "LF2031", "LF2032"]
    assert [(each["title"], each["pages"], each["roles"]) for each in answer["sessions"]] == [
        ("Casting off", "pp. 4–5", ["opening"]),
        ("Ferries and the people on them", "pp. 6–9", ["moderator (listed as speaker)"]),
        ("Low tide", "", ["speaker"]),
    ]
    assert [(tie["name"], tie["level"], tie["count"]) for tie in answer["ties"]] == [
        ("Mira Sund", "shown-together", 1),
        ("Ben Low", "shared-stage", 1),
        ("Ines Quay", "shared-stage", 1),
        ("Otto Reed", "shared-stage", 1),
        ("Tom Vale", "shared-stage", 1),
    ]
    (caption,) = answer["captions"]
    assert (caption["relation"], caption["with"], caption["event"]) == ("with", ["Mira Sund"], "LF2031")


def test_a_guest_has_a_caption_and_no_session(graph: Store) -> None:
    answer = who(graph, "Olga Fell")
    assert answer["sessions"] == [] and answer["posts"] == []
    (caption,) = answer["captions"]
    assert caption["others_unnamed"] and caption["with"] == [] and caption["event"] == "Boathouse Dinner"
    assert {tie["name"]: tie["level"] for tie in answer["ties"]} == dict.fromkeys(
        ("Ines Quay", "Mira Sund", "Tom Vale"), "same-social-event"
    )


@pytest.mark.parametrize("name", ["Paul Brook", "Lena Moß"])
def test_who_is_only_talked_about_or_of_the_team_appears_with_nobody(graph: Store, name: str) -> None:
    answer = who(graph, name)
    assert not answer["ties"] and not answer["sessions"] and not answer["captions"]


def test_an_organisation_with_its_people_and_sessions(graph: Store) -> None:
    answer = who(graph, "NHC")
    assert (answer["type"], answer["parts"], answer["based_in"]) == (
        "international organisation",
        ["Pilots' Office"],
        ["Old Boathouse"],
    )
    assert [(person["name"], len(person["posts"])) for person in answer["people"]] == [
        ("Ada Brook", 2),
        ("Tom Vale", 1),
    ]
    # Ada's session of 2032 is not the council's: there she is of the union.
    assert [each["title"] for each in answer["sessions"]] == [
        "Boathouse Dinner",
        "Casting off",
        "Ferries and the people on them",
    ]


def test_a_country_with_those_who_speak_for_it(graph: Store) -> None:
    answer = who(graph, "Iceland")
    assert (answer["code"], answer["member_of"]) == ("ISL", ["Nordic Harbour Council"])
    assert [person["name"] for person in answer["people"]] == ["Ines Quay"]
    assert [party["name"] for party in answer["unnamed"]] == ["representatives of Iceland"]
    assert answer["bodies"] == [{"name": "Ministry of Ports", "type": "ministry"}]
    assert [each["title"] for each in answer["sessions"]] == ["Ferries and the people on them"]


# ---------------------------------------------------------------- co-appearance


def told(rows: list[Row]) -> list[tuple[str, str, str, int]]:
    return [(row.who.name, row.other.name, row.level, row.times) for row in rows]


STAGE = [
    ("Ines Quay", "Mira Sund", "conversed", 1),
    ("Ada Brook", "Mira Sund", "shown-together", 2),
    ("Ada Brook", "Ben Low", "shared-stage", 1),
    ("Ada Brook", "Ines Quay", "shared-stage", 1),
    ("Ada Brook", "Otto Reed", "shared-stage", 1),
    ("Ada Brook", "Tom Vale", "shared-stage", 1),
    ("Ben Low", "Mira Sund", "shared-stage", 1),
    ("Ines Quay", "Otto Reed", "shared-stage", 1),
    ("Mira Sund", "Otto Reed", "shared-stage", 1),
]
SOCIAL = [
    ("Ines Quay", "Olga Fell"),
    ("Ines Quay", "Tom Vale"),
    ("Mira Sund", "Olga Fell"),
    ("Mira Sund", "Tom Vale"),
    ("Olga Fell", "Tom Vale"),
]


def test_the_pairs_of_the_forum(graph: Store) -> None:
    assert told(coappear(graph)) == STAGE


@pytest.mark.parametrize(("level", "pairs"), [("conversed", 1), ("shown-together", 2), ("shared-stage", 9)])
def test_a_level_means_this_one_or_a_stronger(graph: Store, level: str, pairs: int) -> None:
    assert len(coappear(graph, level=level)) == pairs


def test_a_level_counts_only_its_own_and_stronger_contexts(graph: Store) -> None:
    (row,) = coappear(graph, "Ada Brook", level="shown-together")
    assert told([row]) == [("Ada Brook", "Mira Sund", "shown-together", 1)]


def test_the_dinner_counts_only_where_nothing_narrower_is_shared(graph: Store) -> None:
    rows = told(coappear(graph, level="same-social-event"))
    assert rows[: len(STAGE)] == STAGE  # Ines and Mira conversed at the dinner: once, not twice
    assert [row[:2] for row in rows[len(STAGE) :]] == SOCIAL


def test_all_who_were_at_an_edition(graph: Store) -> None:
    rows = told(coappear(graph, level="same-edition", editions=["lf2031"]))
    people = {name for row in rows for name in row[:2]}
    assert people == {"Ada Brook", "Tom Vale", "Ines Quay", "Otto Reed", "Mira Sund", "Olga Fell"}
    assert len(rows) == 6 * 5 / 2
    assert all(row[3] == 1 for row in rows)


def test_the_ties_of_one_and_of_two(graph: Store) -> None:
    assert told(coappear(graph, "mira")) == [
        ("Mira Sund", "Ines Quay", "conversed", 1),
        ("Mira Sund", "Ada Brook", "shown-together", 2),
        ("Mira Sund", "Ben Low", "shared-stage", 1),
        ("Mira Sund", "Otto Reed", "shared-stage", 1),
    ]
    (row,) = coappear(graph, "Mira Sund", other="ada brook")
    assert [(context.where, context.pages) for context in row.contexts] == [
        ("photo caption (with), LF2031", ""),
        ("Low tide", ""),
    ]
    assert coappear(graph, other="mira") == coappear(graph, "mira")


def test_an_edition_is_kept_to(graph: Store) -> None:
    assert told(coappear(graph, "mira", editions=["LF2032"])) == [
        ("Mira Sund", "Ada Brook", "shared-stage", 1),
        ("Mira Sund", "Ben Low", "shared-stage", 1),
    ]
    with pytest.raises(QueryError, match="the graph has lf2031, lf2032"):
        coappear(graph, editions=["lf1999"])


def test_bodies_co_appear_by_their_people(graph: Store) -> None:
    # In 2032 Ada is of the union, and neither Mira nor Ben has a body.
    assert told(coappear(graph, by="organisation")) == [
        ("Ferry Workers' Union", "Ministry of Ports", "shared-stage", 1),
        ("Ferry Workers' Union", "Nordic Harbour Council", "shared-stage", 1),
        ("Ministry of Ports", "Nordic Harbour Council", "shared-stage", 1),
    ]


@pytest.mark.parametrize("name", ["the Ministry of Ports", "The ministry of ports"])
def test_an_article_is_no_part_of_a_name(graph: Store, name: str) -> None:
    assert Names(graph).find(name).name == "Ministry of Ports"


def test_countries_co_appear_by_who_speaks_for_them(graph: Store) -> None:
    (row,) = coappear(graph, by="country")
    assert told([row]) == [("Iceland", "Norway", "conversed", 1)]
    assert [[person.name for person in side] for side in row.people[0]] == [["Ines Quay"], ["Mira Sund"]]


def test_the_kind_of_the_name_is_what_is_listed(graph: Store) -> None:
    assert told(coappear(graph, "Iceland")) == [("Iceland", "Norway", "conversed", 1)]
    assert [row.other.name for row in coappear(graph, "Iceland", by="person")] == [
        "Mira Sund",
        "Ada Brook",
        "Otto Reed",
    ]
    # Ada's post of 2031 is at the council, that of 2032, when she and Mira met again, at the union.
    assert told(coappear(graph, "Mira Sund", by="organisation")) == [
        ("Mira Sund", "Ministry of Ports", "conversed", 1),
        ("Mira Sund", "Nordic Harbour Council", "shown-together", 1),
        ("Mira Sund", "Ferry Workers' Union", "shared-stage", 2),
    ]


def test_a_part_of_a_body_has_its_own_people(graph: Store) -> None:
    assert {row.other.name for row in coappear(graph, "Pilots' Office", by="person")} == {
        "Ines Quay",
        "Otto Reed",
        "Tom Vale",
        "Mira Sund",
    }


def test_the_counts_are_those_of_the_tie_nodes(graph: Store) -> None:
    counted = graph.select(
        """PREFIX vmc: <https://w3id.org/vmcgraph/ontology#>
        SELECT ?a ?b ?n { ?tie vmc:between ?a, ?b ; vmc:count ?n . FILTER(STR(?a) < STR(?b) && ?n > 0) }"""
    )
    expected = {(a.value, b.value): int(n.value) for a, b, n in counted}  # type: ignore[union-attr]
    assert {tuple(sorted((row.who.iri, row.other.iri))): row.times for row in coappear(graph)} == expected


def test_the_ladder_is_that_of_the_derivation(graph: Store) -> None:
    assert list(LEVELS) == [level.slug for level in RULES]
    # Each tie node says the level that its contexts make here.
    stated = graph.select(
        """PREFIX vmc: <https://w3id.org/vmcgraph/ontology#>
        SELECT ?a ?b ?level { ?tie vmc:between ?a, ?b ; vmc:level ?level . FILTER(STR(?a) < STR(?b)) }"""
    )
    expected = {(a.value, b.value): level.value.rpartition("/")[2] for a, b, level in stated}  # type: ignore[union-attr]
    ties = Scene(graph).ties("same-social-event")
    assert {(tie.a, tie.b): tie.level for tie in ties} == expected


# ---------------------------------------------------------------- chains


def people(chain: Chain) -> list[str]:
    return [chain.steps[0].a.name, *(step.b.name for step in chain.steps)]


def test_the_shortest_chains_with_their_evidence(graph: Store) -> None:
    (chain,) = path(graph, "Tom Vale", "Ben Low")
    assert people(chain) == ["Tom Vale", "Ada Brook", "Ben Low"]
    assert [step.roles for step in chain.steps] == [("moderator – opening",), ("speaker – moderator",)]
    assert [context.pages for context in chain.steps[0].contexts] == ["pp. 4–5"]
    assert (chain.begins, chain.ends) == (None, None)


def test_equal_chains_come_strongest_first(graph: Store) -> None:
    # Ines to Ben: over Mira (conversed, stage) or over Ada (stage, stage).
    assert [people(chain)[1] for chain in path(graph, "Ines Quay", "Ben Low")] == ["Mira Sund", "Ada Brook"]
    assert len(path(graph, "Ines Quay", "Ben Low", chains=1)) == 1


def tied(*stages: tuple[str, ...]) -> Store:
    """Return a graph in which the people of each stage, each named by a letter, are tied by sharing it."""
    template = next(row for row in lf2032()[0] if isinstance(row, Session))
    kept = [row for row in lf2032()[0] if not isinstance(row, (Participation, Person, Session, Affiliation))]
    letters = sorted({letter for stage in stages for letter in stage})
    made: list[object] = [Person(id=f"person/{letter}", name=f"Guest {letter}") for letter in letters]
    for number, stage in enumerate(stages):
        session = replace(template, id=f"session/lf2032/x{number}", title=f"Talk {number}")
        made.append(session)
        made += [
            Participation(
                id=f"participation/lf2032/{number}/{letter}",
                session=session.id,
                person=f"person/{letter}",
                role="speaker",
                basis="listed",
            )
            for letter in stage
        ]
    store = open_store()
    store.replace(to_store(Facts.of([*kept, *made])))
    return store


def test_of_many_equal_chains_those_with_most_sessions_come_first_then_by_name() -> None:
    # From a to z over b, c, d or e, two links each; the second link of d rests on two sessions.
    with tied(*((one, two) for one in "bcde" for two in "az"), ("d", "z")) as store:
        found = path(store, "person/a", "person/z")
        assert [people(chain)[1] for chain in found] == ["Guest d", "Guest b", "Guest c"]
        assert [len(step.contexts) for step in found[0].steps] == [1, 2]


@given(st.lists(st.sets(st.sampled_from("abcdef"), min_size=2, max_size=3), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_chains_are_the_strongest_of_all_that_networkx_finds(stages: list[set[str]]) -> None:
    with tied(("a", "f"), *map(tuple, map(sorted, stages[:-1]))) as store:
        ends = sorted(stages[-1])[:2]
        shared = Counter(pair for stage in [{"a", "f"}, *stages[:-1]] for pair in combinations(sorted(stage), 2))
        network = nx.Graph(list(shared))
        if not set(ends) <= set(network):
            return
        if not nx.has_path(network, *ends) or nx.shortest_path_length(network, *ends) > 4:
            assert path(store, *(f"person/{end}" for end in ends)) == []
            return
        ways = sorted(
            nx.all_shortest_paths(network, *ends),
            key=lambda way: (-sum(shared[tuple(sorted(pair))] for pair in pairwise(way)), way),
        )
        found = path(store, *(f"person/{end}" for end in ends))
        assert [people(chain) for chain in found] == [[f"Guest {each}" for each in way] for way in ways[:3]]


def test_no_chain_is_an_answer(graph: Store) -> None:
    assert path(graph, "Tom Vale", "Olga Fell") == []
    assert path(graph, "Tom Vale", "Ben Low", most=1) == []
    assert [people(chain) for chain in path(graph, "Tom Vale", "Olga Fell", level="same-social-event")] == [
        ["Tom Vale", "Olga Fell"]
    ]


def test_bodies_and_countries_are_reached_by_their_people(graph: Store) -> None:
    (chain,) = path(graph, "Iceland", "Norway")
    assert people(chain) == ["Ines Quay", "Mira Sund"]
    assert (chain.start.name, chain.end.name) == ("Iceland", "Norway")
    assert chain.begins == Post("Minister for Ports, Ministry of Ports", "LF2031", "")
    (chain,) = path(graph, "Ferry Workers' Union", "Tom Vale")
    assert people(chain) == ["Ada Brook", "Tom Vale"]
    assert (chain.begins, chain.ends) == (Post("Director", "LF2032", ""), None)


def test_ends_that_need_no_chain_are_told(graph: Store) -> None:
    with pytest.raises(QueryError, match="both ends are Ada Brook"):
        path(graph, "Ada Brook", "brook")
    with pytest.raises(QueryError, match="Ada Brook belongs to both"):
        path(graph, "Ada Brook", "NHC")


@pytest.mark.parametrize(
    ("typed", "told"), [("Norwy", ["“Norwy” is understood as Norway"]), ("norway", []), ("NHC", [])]
)
def test_what_a_near_spelling_is_understood_as_is_told_once(
    graph: Store, caplog: pytest.LogCaptureFixture, typed: str, told: list[str]
) -> None:
    coappear(graph, typed)
    assert caplog.messages == told
