"""The named questions: how they are found, what they take, and that a file says of itself what is true."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT
from example_facts import FACTS
from pyoxigraph import Literal, NamedNode
from sparql_endpoint import Endpoint

from vmcgraph.catalogue import TYPES, Question, answer, question, questions, read
from vmcgraph.cli import main
from vmcgraph.errors import QueryError, WrongUseError
from vmcgraph.lookup import KINDS
from vmcgraph.model import Affiliation, Edition, Facts, Organisation, Person
from vmcgraph.rdf import to_store
from vmcgraph.scene import LEVELS
from vmcgraph.store import Store, open_store
from vmcgraph.store.querytext import scan

#: What the invented conference of example_facts.py has for each type of parameter that is required.
EXAMPLES = {
    "person": "Ada Brook",
    "organisation": "Harbour Council",
    "country": "Iceland",
    "instrument": "Crew Register",
    "edition": "ff2031",
}


@pytest.fixture(scope="module")
def graph() -> Iterator[Store]:
    """Return the graph of the Fjord Forum."""
    with open_store() as store:
        store.replace(to_store(FACTS))
        yield store


@pytest.fixture(scope="module", params=["folder", "remote"])
def elsewhere(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the same graph in a folder, and at an endpoint."""
    if request.param == "folder":
        with open_store(tmp_path_factory.mktemp("store") / "store", create=True) as store:
            store.replace(to_store(FACTS))
            yield store
    else:
        with Endpoint() as running, open_store(running.query_address) as store:
            running.store.extend(to_store(FACTS))
            yield store


def given(asked: Question) -> dict[str, str]:
    """Return values for what a question needs on the invented graph."""
    wanted = (
        each for each in asked.parameters if each.default is None or (each.type == "edition" and each.default != "any")
    )
    return {each.name: EXAMPLES[each.type] for each in wanted}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["query", *arguments])


# ---------------------------------------------------------------- the files


def test_there_are_the_questions_of_the_ontology() -> None:
    assert [each.number for each in questions().values()] == list(range(1, 29))


@pytest.mark.parametrize("name", questions())
def test_a_file_says_what_it_takes_and_what_it_answers(name: str, graph: Store) -> None:
    asked = questions()[name]
    variables = {text[1:] for kind, text, _ in scan(asked.sparql) if kind == "variable"}
    assert {each.name for each in asked.parameters} <= variables
    assert asked.question.endswith("?") and not asked.title.endswith("?")
    assert answer(graph, name, given(asked)).variables == asked.columns


@pytest.mark.parametrize("name", questions())
def test_a_question_has_one_answer_in_every_store(name: str, graph: Store, elsewhere: Store) -> None:
    asked = questions()[name]
    assert answer(elsewhere, name, given(asked)) == answer(graph, name, given(asked))


@pytest.mark.parametrize("name", questions())
def test_an_empty_graph_has_an_empty_answer_or_says_what_it_lacks(name: str) -> None:
    asked = questions()[name]
    with open_store() as empty:
        if given(asked):
            with pytest.raises(QueryError, match=r"nothing here is called|there is no edition"):
                answer(empty, name, given(asked))
        else:
            assert len(answer(empty, name, {})) == 0


def test_words_are_those_of_the_graph() -> None:
    levels = set(LEVELS)
    for asked in questions().values():
        for each in asked.parameters:
            if each.name == "level":
                assert set(each.words) <= levels
    assert {kind for classes, kinds in TYPES.values() if classes is KINDS for kind in kinds} == set(KINDS.values())


HEAD = "# number: 1\n# group: G\n# title: T\n# question: Q?\n# columns: n\n"


@pytest.mark.parametrize(
    "head",
    [
        HEAD + "# parameter n: nonsense, required; x",
        HEAD + "# parameter n: number, default; x",
        HEAD + "# parameter: number, required; x",
        HEAD + "nonsense",
        HEAD.replace("# title: T\n", ""),
        HEAD + "# title: another",
    ],
)
def test_a_malformed_head_is_an_error(head: str) -> None:
    with pytest.raises(ValueError):
        read("n", head + "\n\nSELECT ?n {}")


# ---------------------------------------------------------------- parameters


def names(graph: Store, name: str, **values: str) -> list[str]:
    return [str(getattr(row[0], "value", row[0])) for row in answer(graph, name, values)]


@pytest.mark.parametrize("typed", ["Ada Brook", "ÁDA bröok", "Brook", "Ada Brok", "person/ada-brook"])
def test_names_are_found_as_everywhere(graph: Store, typed: str) -> None:
    assert names(graph, "met", person=typed)[0] == "Tom Vale"


@pytest.mark.parametrize("typed", ["Ferries", "ferries", "s1", "session/ff2031/s1"])
def test_a_session_is_found_by_title_or_id(graph: Store, typed: str) -> None:
    if typed == "s1":
        with pytest.raises(QueryError, match="nothing here is called “s1”"):
            names(graph, "on-stage", session=typed)
    else:
        assert set(names(graph, "on-stage", session=typed)) == {"Ferries"}


@pytest.mark.parametrize("typed", ["ff2031", "FF2031", "edition/ff2031", "id:edition/ff2031", "Quay Talks"])
def test_an_edition_is_found_as_by_the_option(typed: str) -> None:
    rows = [replace(row, name="Quay Talks") if isinstance(row, Edition) else row for row in FACTS]
    with open_store() as store:
        store.replace(to_store(Facts.of(rows)))
        assert names(store, "participants", edition=typed)
        with pytest.raises(QueryError, match="there is no edition “ff2099”; the graph has ff2031"):
            names(store, "participants", edition="ff2099")


def test_who_has_no_position_is_on_stage_for_their_own_body() -> None:
    rows = [replace(row, position=None) if isinstance(row, Affiliation) else row for row in FACTS]
    held: dict[str, set[str]] = {}
    bodies = {row.id: row.name for row in FACTS if isinstance(row, Organisation)}
    people = {row.id: row.name for row in FACTS if isinstance(row, Person)}
    for row in rows:
        if isinstance(row, Affiliation) and row.organisation:
            held.setdefault(people[row.person], set()).add(bodies[row.organisation])
    with open_store() as store:
        store.replace(to_store(Facts.of(rows)))
        found = [tuple(str(getattr(value, "value", "")) for value in row) for row in answer(store, "on-stage", {})]
    told = {(row[1], row[6]) for row in found if row[6] in bodies.values()}
    assert all(body in held[person] for person, body in told)


def test_a_name_of_another_kind_is_told(graph: Store) -> None:
    with pytest.raises(QueryError, match=r"“Iceland” is a country; a person is wanted here"):
        names(graph, "met", person="Iceland")


def test_a_parameter_reaches_the_query_as_a_term(graph: Store) -> None:
    with pytest.raises(WrongUseError, match="one of speaker, "):
        names(graph, "participants", role='speaker" } #')
    with pytest.raises(QueryError, match="nothing here is called"):
        names(graph, "met", person="> } ; DROP ALL #")


def test_any_leaves_a_parameter_open_unless_it_is_required(graph: Store) -> None:
    assert names(graph, "on-stage", session="any") == names(graph, "on-stage")
    with pytest.raises(QueryError, match="nothing here is called “any”"):
        names(graph, "met", person="any")


@pytest.mark.parametrize("least", ["0", "-1", "many", "1.5", ""])
def test_a_number_is_a_whole_one(graph: Store, least: str) -> None:
    with pytest.raises(WrongUseError, match="a whole number from 1 is wanted"):
        names(graph, "silent-paragraphs", least=least)


def test_what_is_missing_or_unknown_is_told_with_what_there_is(graph: Store) -> None:
    with pytest.raises(WrongUseError, match=r"^met needs person; it takes person=PERSON \[level=conversed\|"):
        answer(graph, "met", {})
    with pytest.raises(WrongUseError, match=r"^met has no parameter “who”; it takes person=PERSON"):
        answer(graph, "met", {"who": "Ada Brook"})
    with pytest.raises(WrongUseError, match=r"^bridges has no parameter “x”; it takes no parameter$"):
        answer(graph, "bridges", {"x": "1"})
    with pytest.raises(WrongUseError, match=r"the nearest is quotes"):
        question("quote")
    with pytest.raises(WrongUseError, match=r"there are on-stage, unlisted-moderators, "):
        question("xyz")


def test_a_query_of_ones_own_can_be_bound_too(graph: Store) -> None:
    from vmcgraph.questions import ask

    bindings = {"who": NamedNode("https://w3id.org/vmcgraph/id/person/ada-brook"), "kind": Literal("x")}
    found = ask(graph, "SELECT ?name ?kind { ?who rdfs:label ?name . FILTER(BOUND(?kind)) }", bindings=bindings)
    assert [row[0].value for row in found] == ["Ada Brook"]


def test_an_id_stands_for_its_iri_in_a_query_of_ones_own(graph: Store) -> None:
    from vmcgraph.questions import ask

    found = ask(
        graph,
        "SELECT ?name { VALUES ?thing { <person/ada-brook> <../scheme/topic/night-ferries> } ?thing rdfs:label ?name }",
    )
    assert {row[0].value for row in found} == {"Ada Brook", "night ferries"}
    own = "BASE <https://example.org/> SELECT ?thing { VALUES ?thing { <x> } }"
    assert [row[0].value for row in ask(graph, own)] == ["https://example.org/x"]
    with pytest.raises(QueryError, match=r"^line 1: an id stands in angle brackets: <person/ada-brook>$"):
        ask(graph, "DESCRIBE id:person/ada-brook")
    with pytest.raises(QueryError, match=r"^line 2"):
        ask(graph, "SELECT ?x {\n <person/ada-brook> ")


# ---------------------------------------------------------------- the command


def test_the_list_as_table_csv_and_json() -> None:
    table = run("--list")
    assert table.exit_code == 0
    assert table.stdout.splitlines()[0].split() == ["name", "title", "parameters"]
    rows = list(csv.reader(io.StringIO(run("--list", "--format", "csv").stdout)))
    assert rows[6][:2] == ["met", "With whom a person met"] and len(rows) == 29
    listed = json.loads(run("--list", "--format", "json").stdout)
    assert [each["name"] for each in listed] == list(questions())
    assert listed[5]["parameters"][0] == {
        "name": "person",
        "type": "person",
        "words": [],
        "default": None,
        "about": "whose meetings",
    }
    assert run("--list", "--format", "xml").exit_code == 3


def test_a_question_on_the_shipped_graph() -> None:
    done = run("--name", "met", "-p", "person=nicole de moor", "-p", "level=conversed", "--format", "csv")
    assert (done.exit_code, done.stdout) == (0, "other,level,at,date,pages\n")
    assert run("--name", "met", "-p", "person=Nicole de Moor", "-p", "level=conversed", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--name", "mets"], 2, "no question is called “mets”; the nearest is met"),
        (["--name", "met"], 2, "met needs person; it takes person=PERSON"),
        (["--name", "met", "-p", "who=x"], 2, "met has no parameter “who”"),
        (["--name", "met", "-p", "person"], 2, "NAME=VALUE"),
        (["--name", "met", "-p", "person=a", "-p", "person=b"], 2, "each parameter once"),
        (["--name", "met", "-p", "person=a", "-p", "level=near"], 2, "one of conversed, "),
        (["--name", "met", "-p", "person=Nobody Atall"], 3, "nothing here is called “Nobody Atall”"),
        (["--name", "met", "-p", "person=Egypt"], 3, "“Egypt” is a country; a person is wanted here"),
        (["--name", "met", "ASK {}"], 2, "one of the three"),
        (["--list", "--name", "met"], 2, "one of the three"),
        (["ASK {}", "-p", "a=b"], 2, "-p is for a question that has a name"),
    ],
)
def test_wrong_use_is_told_with_what_there_is(arguments: list[str], code: int, words: str) -> None:
    done = run(*arguments)
    assert done.exit_code == code
    assert words in " ".join(done.stderr.split())


# ---------------------------------------------------------------- the documentation


def test_the_readme_lists_the_questions() -> None:
    rows = [
        f"| `{each.name}` | {each.question} | {' '.join(f'`{parameter.form}`' for parameter in each.parameters).replace('|', chr(92) + '|')} |"
        for each in questions().values()
    ]
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [row for row in rows if row not in readme]
    assert not missing, "README.md should have:\n" + "\n".join(rows)
