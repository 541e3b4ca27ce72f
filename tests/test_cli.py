"""The commands: what they print, how they fail, what they leave behind."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from conference import forum, lf2031, lf2032
from conftest import ROOT, Run
from example_facts import FACTS
from sparql_endpoint import Endpoint

from vmcgraph import __version__, cli, console, home, network, pipeline, scene
from vmcgraph.rdf import read_quads, to_store, write_graph
from vmcgraph.screen import FEW
from vmcgraph.store import open_store
from vmcgraph.tables import read_tables
from vmcgraph.validation import validate

SAMPLES = ROOT / "data" / "samples"
REPORT = SAMPLES / "harbour" / "agenda.html"

Do = Callable[..., Result]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with the graph of both holdings of the forum."""
    file = tmp_path_factory.mktemp("graph") / "forum.nq.gz"
    write_graph(to_store(forum()), file)
    return file


@pytest.fixture
def do(graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Do:
    """Run a command in an empty folder, where the forum's is the shipped graph; ``do("who", "Ada").stdout``."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(home, "shipped_graph", lambda: graph)
    monkeypatch.setattr(pipeline, "shipped_facts", forum)

    def run(*arguments: object, exit_code: int = 0, input: str | bytes | None = None) -> Result:
        done = CliRunner().invoke(cli.main, [str(each) for each in arguments], input=input, prog_name="vmcgraph")
        assert done.exit_code == exit_code, (done.output, done.exception)
        return done

    return run


# ---------------------------------------------------------------- the whole


def test_what_is_repeated_for_a_quick_start_is_so() -> None:
    assert tuple(scene.LEVELS) == console.LEVELS
    assert tuple(network.VIEWS) == cli.VIEWS


def test_the_version(do: Do) -> None:
    assert do("--version").stdout == f"vmcgraph {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion(do: Do, shell: str) -> None:
    assert "_VMCGRAPH_COMPLETE" in do("--completion", shell).stdout


def test_completion_offers_commands_and_levels(run: Run) -> None:
    def offered(words: str) -> str:
        env = {"_VMCGRAPH_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()))}
        done = subprocess.run(
            [sys.executable, "-m", "vmcgraph"],
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout

    assert "plain,coappear" in offered("vmcgraph ")
    assert "plain,shared-stage" in offered("vmcgraph coappear --level ")


def test_every_example_of_a_help_parses(do: Do) -> None:
    for name, command in cli.main.commands.items():
        text = command.get_help(click.Context(command, info_name=f"vmcgraph {name}"))
        examples = re.findall(rf"^ +vmcgraph {name} (.*)$", text, re.M)
        assert examples, name
        for example in examples:
            command.make_context(name, shlex.split(example))


def test_help_starts_quickly_as_it_loads_click_and_little_else() -> None:
    code = "import sys, vmcgraph.cli; print(sorted(name for name in sys.modules if name.startswith('vmcgraph')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout.replace("'", '"')) == [
        "vmcgraph",
        "vmcgraph.cli",
        "vmcgraph.console",
        "vmcgraph.errors",
        "vmcgraph.readings",
    ]


def test_an_exact_name_needs_no_spelling_library(graph: Path) -> None:
    code = (
        "import sys; from vmcgraph.cli import main\n"
        f"try: main(['who', 'ada brook', '--store', {str(graph)!r}])\n"
        "except SystemExit: print('rapidfuzz' in sys.modules, 'dataclasses' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.endswith("False False\n")


# ---------------------------------------------------------------- who


def test_who_shows_a_person_on_one_screen(do: Do) -> None:
    assert do("who", "Ada Brook").stdout == (
        "Ada Brook – person\n"
        "  honorific: Dr\n"
        "  also printed: Brook\n"
        "  at the conference: with a voice\n"
        "\n"
        "Posts, each with where it is printed\n"
        "  Chief Pilot, Pilots' Office, Nordic Harbour Council (LF2031: list of speakers or participants)\n"
        "  Head Pilot, Nordic Harbour Council (LF2031: programme)\n"
        "  Director, Ferry Workers' Union (LF2032: list of speakers or participants)\n"
        "\n"
        "Sessions\n"
        "  Casting off (LF2031, 14 May 2031, pp. 4–5): opening\n"
        "  Ferries and the people on them (LF2031, 14 May 2031, pp. 6–9): moderator (listed as speaker)\n"
        "  Low tide (LF2032, 1 Jun 2032): speaker\n"
        "\n"
        "Ties, the strongest first\n"
        "  Mira Sund: shown together, 1×: photo caption (with), LF2031; shared stage, 1×: Low tide (LF2032,\n"
        "    1 Jun 2032)\n"
        "  Ben Low: shared stage, 1×: Low tide (LF2032, 1 Jun 2032)\n"
        "  Ines Quay: shared stage, 1×: Ferries and the people on them (LF2031, 14 May 2031, pp. 6–9)\n"
        "  Otto Reed: shared stage, 1×: Ferries and the people on them (LF2031, 14 May 2031, pp. 6–9)\n"
        "  Tom Vale: shared stage, 1×: Casting off (LF2031, 14 May 2031, pp. 4–5)\n"
        "  Compared with chance: too few events to say\n"
        "\n"
        "Photo captions\n"
        "  with: Mira Sund (LF2031)\n"
    )


def test_who_takes_a_name_of_several_words_without_quotation_marks(do: Do) -> None:
    assert do("who", "ada", "brook").stdout == do("who", "Ada Brook").stdout


def test_ties_at_the_dinner_are_counted_unless_all_are_wanted(do: Do) -> None:
    assert "… and 1 at the same social event (--all shows them)".replace("1", "2") in do("who", "Ines Quay").stdout
    assert "Olga Fell: same social event" in do("who", "Ines Quay", "--all").stdout


def test_who_shows_an_organisation_and_a_country(do: Do) -> None:
    shown = do("who", "NHC").stdout
    assert "type: international organisation" in shown and "Tom Vale: Legal Adviser (LF2031" in shown
    shown = do("who", "Iceland").stdout
    assert "ISO code: ISL" in shown and "representatives of Iceland (LF2031)" in shown


def test_who_shows_an_instrument(do: Do, tmp_path: Path) -> None:
    store = tmp_path / "fjord.nq"
    write_graph(to_store(FACTS), store)
    shown = do("who", "crew", "register", "--store", store).stdout
    assert shown.startswith("Crew Register – instrument\n") and "Ada Brook: stressed (supports) – Ferries" in shown
    answer = json.loads(do("who", "crew", "register", "--store", store, "--format", "json").stdout)
    assert [each["role"] for each in answer["parties"]] == ["funder", "operates in", "party", "party"]
    few, everything = (do("who", "ada", *more, "--store", store).stdout for more in ((), ("--all",)))
    assert "(--all shows them)" in few and "--all" not in everything and "Rex Fär" in everything
    assert "is an instrument" in do("coappear", "crew register", "--store", store, exit_code=3).stderr


def test_the_help_says_how_much_who_shows(do: Do) -> None:
    assert FEW == 5 and "not only the first five" in " ".join(do("who", "--help").stdout.split())


def test_who_as_data(do: Do) -> None:
    answer = json.loads(do("who", "ines", "--format", "json").stdout)
    assert answer["id"] == "https://w3id.org/vmcgraph/id/person/ines-quay"
    assert answer["sessions"][0]["pages"] == "pp. 6–9"


def test_a_narrow_terminal_is_respected(do: Do, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for command in (("who", "Ada"), ("coappear", "Ada"), ("coappear",), ("path", "Tom Vale", "Ben Low")):
        assert max(map(len, do(*command).stdout.splitlines())) <= 60


# ---------------------------------------------------------------- coappear and path


def test_coappear_as_a_table(do: Do) -> None:
    assert do("coappear", "mira", "--level", "shown-together").stdout == (
        "Mira Sund – person\n"
        "\n"
        "with       level           times  where\n"
        "---------  --------------  -----  ------------------------------------------------------------------\n"
        "Ines Quay  conversed       1      photo caption (in conversation), Boathouse Dinner (LF2031, 13 May\n"
        "                                  2031)\n"
        "Ada Brook  shown together  1      photo caption (with), LF2031\n"
    )


def test_coappear_says_how_many_shared_a_dinner_only(do: Do) -> None:
    told = "more at the same social event only (--level same-social-event lists them)\n"
    usual, every = (do("coappear", "olga", *wide) for wide in ((), ("--level", "same-social-event")))
    assert f"3 {told}" in usual.stderr and told not in every.stderr
    rows = [
        json.loads(do("coappear", "olga", "--level", level, "--format", "json").stdout)
        for level in ("shared-stage", "same-social-event")
    ]
    assert (len(rows[0]), len(rows[1])) == (0, 3)
    assert told not in do("coappear", "otto").stderr


def test_coappear_lifted_to_countries_names_the_people(do: Do) -> None:
    shown = do("coappear", "--by", "country").stdout
    assert "Iceland  Norway" in shown and "Ines Quay – Mira Sund" in shown


def test_coappear_as_csv_and_json(do: Do) -> None:
    rows = list(csv.DictReader(io.StringIO(do("coappear", "--format", "csv").stdout)))
    assert len(rows) == 9
    assert rows[0]["who"] == "Ines Quay" and rows[0]["level"] == "conversed" and rows[0]["times"] == "1"
    data = json.loads(do("coappear", "--format", "json", "--edition", "lf2032").stdout)
    assert {(row["who"], row["with"]) for row in data} == {
        ("Ada Brook", "Ben Low"),
        ("Ada Brook", "Mira Sund"),
        ("Ben Low", "Mira Sund"),
    }
    assert (data[0]["observed"], data[0]["verdict"]) == (1, "too-few-to-say")
    assert {row["verdict"] for row in rows} == {"too-few-to-say"} and float(rows[0]["expected"]) > 0
    assert "Compared with chance: too few events to say for 9 pairs." in do("coappear").stderr
    assert "chance" not in do("coappear", "--by", "country").stderr
    assert do("coappear", "--format", "tsv", "--limit", "1").stdout.splitlines()[0].split("\t")[:2] == ["who", "with"]


def test_a_limit_is_told(do: Do) -> None:
    done = do("coappear", "--limit", "2")
    assert "… and 7 more (--limit 0 shows all)" in done.stderr
    assert "more" not in do("coappear", "--limit", "0").stderr


def test_nobody_is_an_answer_and_a_failure_only_under_strict(do: Do) -> None:
    done = do("coappear", "Paul Brook")
    assert done.stdout == "" and "nobody co-appears at the level shared-stage" in done.stderr
    do("coappear", "Paul Brook", "--strict", exit_code=1)
    assert do("coappear", "Paul Brook", "--format", "csv").stdout_bytes == (
        b"who,with,level,times,where,observed,expected,p_value,verdict\r\n"
    )


def test_path_as_sentences(do: Do) -> None:
    assert do("path", "Tom Vale", "Ben Low").stdout == (
        "1. Tom Vale – Ada Brook – Ben Low (2 steps)\n"
        "   Tom Vale shared a stage with Ada Brook: Casting off (LF2031, 14 May 2031, pp. 4–5), moderator –\n"
        "   opening.\n"
        "   Ada Brook shared a stage with Ben Low: Low tide (LF2032, 1 Jun 2032), speaker – moderator.\n"
    )
    shown = do("path", "Ines Quay", "Ben Low").stdout
    assert shown.index("1. Ines Quay – Mira Sund") < shown.index("2. Ines Quay – Ada Brook")
    assert "conversed with Mira Sund: photo caption (in conversation), Boathouse Dinner" in shown


def test_each_link_of_a_path_tells_all_that_makes_it(do: Do) -> None:
    # Ada and Mira were shown together in 2031 and shared a stage in 2032.
    assert do("path", "Ada Brook", "Norway").stdout == (
        "1. Ada Brook – Mira Sund (1 step)\n"
        "   Ada Brook was shown with Mira Sund: photo caption (with), LF2031.\n"
        "   Ada Brook shared a stage with Mira Sund: Low tide (LF2032, 1 Jun 2032), speaker – speaker.\n"
        "   Mira Sund stands for Norway: Minister of the Sea (LF2031).\n"
    )
    (chain,) = json.loads(do("path", "Ada Brook", "Norway", "--format", "json").stdout)
    assert chain["end"] == {
        "name": "Norway",
        "post": {"title": "Minister of the Sea", "edition": "LF2031", "pages": ""},
    }
    assert [context["level"] for context in chain["steps"][0]["contexts"]] == ["shown-together", "shared-stage"]


def test_no_path_is_an_answer(do: Do) -> None:
    assert do("path", "Tom Vale", "Olga Fell").stdout == (
        "None up to 4 steps: no report tells of a chain between Tom Vale and Olga Fell (shared stage or\nstronger).\n"
    )
    assert "None up to 1 step:" in do("path", "Tom Vale", "Ben Low", "--max", "1").stdout
    do("path", "Tom Vale", "Olga Fell", "--strict", exit_code=1)
    assert json.loads(do("path", "Tom Vale", "Olga Fell", "--format", "json").stdout) == []


# ---------------------------------------------------------------- diff


def test_diff_tells_what_moved_between_editions(do: Do) -> None:
    shown = do("diff", "lf2031", "LF2032").stdout
    assert shown.startswith("LF2031: “Report on LF2031” (report, 808 characters)\n  states 7 persons, 4 organisations,")
    assert "  countries are not compared: the source of LF2032 (report) names no country\n" in shown
    assert "Persons\n  new in LF2032 (1)\n    Ben Low\n  not named again in LF2032 (5)\n" in shown
    assert (
        "    Mira Sund, role: keynote in Who pays for quays? (LF2031, p. 10) → speaker in Low tide (LF2032)\n" in shown
    )
    assert "… and 0 more" not in shown and "--all" not in do("diff", "lf2031", "lf2032", "--all").stdout


def test_diff_as_csv_and_json(do: Do) -> None:
    done = do("diff", "lf2031", "lf2032", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 12 and rows[0]["change"] == "new" and rows[0]["id"] == "person/ben-low"
    assert {row["was_pages"] for row in rows if row["what"] == "role"} == {"pp. 6–9, 4–5", "p. 10"}
    assert "countries are not compared" in done.stderr
    found = json.loads(do("diff", "lf2031", "lf2032", "--format", "json").stdout)
    assert found["before"]["sources"][0]["genre"] == "report" and len(found["changes"]) == len(rows)


def test_diff_of_builds_of_files_and_folders(do: Do, graph: Path) -> None:
    do("diff", graph, graph)
    done = do("diff", graph, graph, "--strict", exit_code=1)
    assert "Nothing differs" in done.stdout and "nothing differs" in done.stderr
    Path("empty.nq").write_text("")
    assert "nothing could be compared" in do("diff", "empty.nq", "empty.nq", "--strict", exit_code=1).stderr
    assert "added (1)\n    LF2032" in do("diff", "empty.nq", graph).stdout
    do("build", "-o", "old.nq.gz")
    do("build", "--store", "./new")
    assert "Nothing differs" in do("diff", "old.nq.gz", "./new").stdout
    with open_store("new") as store:
        store.update(
            "DELETE DATA { GRAPH <https://w3id.org/vmcgraph/graph/lf2031> { <https://w3id.org/vmcgraph/id/person/ada-brook> "
            '<https://w3id.org/vmcgraph/ontology#honorific> "Dr" } }'
        )
    shown = do("diff", "old.nq.gz", "./new").stdout
    assert "lf2031, person\n  changed (1)\n    Ada Brook, honorific: Dr → nothing\n" in shown


def test_a_folder_that_is_called_like_an_edition_does_not_hide_it(do: Do) -> None:
    Path("lf2031").mkdir()
    assert "Ben Low" in do("diff", "lf2031", "lf2032").stdout


# ---------------------------------------------------------------- query


ASKED = "SELECT ?name ?n { ?series a vmc:ConferenceSeries ; rdfs:label ?name BIND(1 AS ?n) }"


def test_query_as_a_table_and_in_the_formats_of_the_w3c(do: Do) -> None:
    assert do("query", ASKED).stdout == "name            n\n--------------  -\nLakeside Forum  1\n"
    assert do("query", ASKED, "--format", "csv").stdout_bytes == b"name,n\r\nLakeside Forum,1\r\n"
    assert do("query", ASKED, "--format", "tsv").stdout == '?name\t?n\n"Lakeside Forum"\t1\n'
    assert json.loads(do("query", ASKED, "--format", "json").stdout)["head"] == {"vars": ["name", "n"]}
    assert do("query", ASKED, "--format", "xml").stdout.startswith("<?xml")


def test_query_shortens_iris_and_leaves_what_is_unbound_empty(do: Do) -> None:
    shown = do("query", "SELECT ?p ?none { ?p vmc:honorific 'Dr' }").stdout
    assert shown.splitlines()[2] == "id:person/ada-brook"


def test_query_from_a_file_and_from_standard_input(do: Do) -> None:
    Path("name.rq").write_text(ASKED, encoding="utf-8")
    assert do("query", "name.rq").stdout == do("query", ASKED).stdout
    assert do("query", "-", input=ASKED).stdout == do("query", ASKED).stdout
    assert do("query", input="\ufeff" + ASKED).stdout == do("query", ASKED).stdout


def test_query_yes_or_no(do: Do) -> None:
    assert do("query", "ASK { ?p a vmc:Person }").stdout == "true\n"
    assert json.loads(do("query", "ASK { ?p a vmc:Nothing }", "--format", "json").stdout) == {
        "head": {},
        "boolean": False,
    }
    assert "<boolean>true</boolean>" in do("query", "ASK { ?p a vmc:Person }", "--format", "xml").stdout
    do("query", "ASK { ?p a vmc:Nothing }", "--strict", exit_code=1)


def test_query_constructs_turtle(do: Do) -> None:
    asked = "CONSTRUCT { ?s rdfs:label ?name } { ?s a vmc:ConferenceSeries ; rdfs:label ?name }"
    assert 'rdfs:label "Lakeside Forum"' in do("query", asked).stdout
    assert do("query", asked, "-o", "series.ttl").stdout == ""
    assert [quad.object.value for quad in read_quads("series.ttl")] == ["Lakeside Forum"]  # type: ignore[union-attr]


def test_query_sees_each_triple_once_and_the_named_graphs(do: Do) -> None:
    people = "SELECT (COUNT(*) AS ?n) { ?p a vmc:Person }"
    assert do("query", people, "--format", "csv").stdout.split() == ["n", "9"]
    graphs = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?p a vmc:Person } }"
    assert do("query", graphs, "--format", "csv").stdout.split() == ["n", "2"]


def test_a_broken_query_is_told_with_its_own_line(do: Do) -> None:
    told = do("query", "SELECT ?s\n{ ?s ?p }", exit_code=3).stderr
    assert told.startswith("Error: line 2, column ")
    assert "nobody: is not declared" in do("query", "ASK { ?s nobody:knows 1 }", exit_code=3).stderr


def test_own_prefixes_are_let_be(do: Do) -> None:
    own = "PREFIX vmc: <http://example.org/> ASK { ?p a vmc:Person }"
    assert do("query", own).stdout == "false\n"


# ---------------------------------------------------------------- build, extract, validate


def test_a_report_of_ones_own_is_kept_beside_the_shipped_ones(do: Do) -> None:
    done = do("build", REPORT, "--edition", "mine")
    assert re.search(r"^mine: .*sessions 10, persons 34", done.stdout, re.M)
    assert f"Kept in {home.home()}" in done.stdout and "vmcgraph coappear --edition mine" in done.stdout
    assert len(json.loads(do("coappear", "--edition", "mine", "--format", "json").stdout)) > 5
    assert len(json.loads(do("coappear", "--edition", "lf2031", "--format", "json").stdout)) == 7
    assert do("validate").stdout == "The graph conforms.\n"
    assert os.listdir() == []


def test_an_own_graph_out_of_date_is_built_anew_with_a_word(do: Do) -> None:
    do("build", REPORT, "--edition", "mine")
    home.forget()
    assert "building your graph anew" in do("coappear", "--edition", "mine").stderr
    assert "anew" not in do("coappear", "--edition", "mine").stderr


def test_a_second_report_under_one_id_takes_the_place_of_the_first_with_a_word(do: Do) -> None:
    Path("again.md").write_bytes(REPORT.read_bytes() + b"\n\nCorrected.\n")
    assert "takes the place of" not in do("build", REPORT, "--edition", "mine").stderr
    assert "takes the place of what was kept as mine.\n" in do("build", "again.md", "--edition", "mine").stderr


def test_an_id_of_its_own_is_proposed_to_whom_gave_none(do: Do) -> None:
    kept = do("build", REPORT).stdout.partition(":")[0]
    Path("again.md").write_bytes(REPORT.read_bytes() + b"\n\nCorrected.\n")
    told = do("build", "again.md").stderr
    assert f"takes the place of what was kept as {kept}; give it an id of its own with --edition.\n" in told


def programme(name: str, *speakers: str, day: str = "3 May 2026") -> str:
    """Return the programme of an invented conference, a session for each speaker."""
    items = (
        f"{at + 10}:00 – {at + 10}:50 Panel {at + 1}: {THEMES[at]} that {who} knows\nSpeaker: {who}, OECD\n\n"
        for at, who in enumerate(speakers)
    )
    return f"{name}\nOslo, {day}\n\n{''.join(items)}"


def titled(name: str, *speakers: str) -> str:
    """Return such a programme whose titles name nobody."""
    return re.sub("that .* knows", "below the harbour wall", programme(name, *speakers))


THEMES = ("Ropes", "Nets", "Tides", "Fog", "Cranes", "Ferries", "Gulls", "Ice", "Salt", "Sand")
QUAYS = ("Ada Brook", "Tom Vale", "Ines Quay", "Otto Reed", "Mira Sund")
OTHERS = ("Bo Ström", "Inga Lund", "Hugo Paz", "Ama Boateng", "Jorge Luna")


@pytest.mark.parametrize(
    ("first", "second", "edition", "words"),
    [
        (programme("Kelp Summit 2026", *QUAYS), programme("Krill Summit 2026", *OTHERS), (), "Krill Summit 2026"),
        (programme("Kelp Summit 2026", "Ada Brook"), programme("Krill Summit 2026", "Bo Ström"), (), "Krill Summit 2026"),
        (programme("Kelp Summit 2026", *QUAYS), programme("Krill Summit 2026", *OTHERS), ("--edition", "ks2026"), "Krill"),
        (programme("Kelp Summit 2026", *QUAYS), programme("Kelp Summit 2026", *OTHERS, day="9 June 2026"), (), "2026-06-09"),
        (programme("Kelp Summit 2026", *QUAYS), programme("Kelp Summit 2026", *OTHERS), (), "other persons and sessions"),
        (programme("Kelp Summit 2026", *QUAYS), programme("Kelp Summit 2026", "Ada Brook"), (), "--edition ks2026"),
        (programme("Kelp Summit 2026", "Ada Brook"), programme("Kelp Summit 2026", "Bo Ström"), (), "--edition ks2026"),
        (titled("Kelp Summit 2026", *QUAYS), titled("Kelp Summit 2026", QUAYS[0], *OTHERS[1:]), (), "--edition ks2026"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", [(), ("--store", "store")])
def test_an_id_that_another_conference_has_is_refused(
    do: Do, first: str, second: str, edition: tuple[str, ...], words: str, place: tuple[str, ...], tmp_path: Path
) -> None:
    Path("first.txt").write_text(first, encoding="utf-8")
    Path("second.txt").write_text(second, encoding="utf-8")
    do("build", "first.txt", *place)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = do("build", "second.txt", *place, *edition, exit_code=3)
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: second.txt: ") and "Kelp Summit 2026 (2026-05-03)" in line and words in line
    assert "--edition NAME" in line
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    do("build", "second.txt", "--edition", "mine", *place)


def test_of_a_text_without_persons_its_countries_tell_whether_it_is_another(do: Do) -> None:
    Path("first.txt").write_text("Minutes of the harbour talks\n\nNorway met Iceland.\n", encoding="utf-8")
    Path("second.txt").write_text("Minutes of the harbour talks\n\nMalta met Cyprus.\n", encoding="utf-8")
    do("build", "first.txt", "--edition", "talks")
    Path("talks.txt").write_bytes(Path("second.txt").read_bytes())
    told = "most of what talks, talks, names would be gone"
    assert told in do("build", "talks.txt", exit_code=3).stderr
    do("build", "talks.txt", "--edition", "talks")


@pytest.mark.parametrize(
    "text",
    [
        programme("Kelp Summit 2026", *QUAYS) + "Corrected.\n",
        programme("Kelp Sumit 2026", *QUAYS[:2], "Otto Reid", "Mira Sand", day="4 May 2026"),
        programme("Kelp Summit 2026", *QUAYS, *OTHERS),
    ],
)
@pytest.mark.parametrize("place", [(), ("--store", "store")])
def test_a_corrected_text_takes_the_place_of_its_own_reading(do: Do, text: str, place: tuple[str, ...]) -> None:
    Path("first.txt").write_text(programme("Kelp Summit 2026", *QUAYS), encoding="utf-8")
    Path("second.txt").write_text(text, encoding="utf-8")
    do("build", "first.txt", *place, "--edition", "ks2026")
    assert "place of" not in do("build", "first.txt", *place, "--edition", "ks2026").stderr
    told = "takes the place of what was kept as ks2026.\n"
    assert told in do("build", "second.txt", *place, "--edition", "ks2026").stderr


def test_what_cannot_be_built_is_not_reviewed_either(do: Do) -> None:
    Path("kelp.txt").write_text(programme("Kelp Summit 2026", *QUAYS), encoding="utf-8")
    Path("krill.txt").write_text(programme("Krill Summit 2026", *OTHERS), encoding="utf-8")
    do("build", "kelp.txt")
    assert "in the graph already, as ks2026" in do("review", "kelp.txt", "--edition", "mine", exit_code=3).stderr
    assert "that of another conference" in do("review", "krill.txt", "-o", "bill.csv", exit_code=3).stderr
    assert not Path("bill.csv").exists()
    assert do("review", "kelp.txt").stdout == do("review", "--edition", "ks2026").stdout


def test_a_shipped_edition_is_not_hidden_by_another_conference(do: Do) -> None:
    Path("fog.txt").write_text(programme("Fog Forum 2031", *OTHERS), encoding="utf-8")
    told = "that of another conference, LF2031 (2031-05-14)"
    assert told in do("build", "fog.txt", "--edition", "lf2031", exit_code=3).stderr
    assert not home.home().exists()


def test_build_into_a_store_and_a_file(do: Do) -> None:
    done = do("build", REPORT, "--edition", "mine", "--store", "store", "-o", "graph.ttl")
    assert "Stored in store" in done.stdout and "Written to graph.ttl" in done.stdout
    assert not home.home().exists()
    assert do("coappear", "--store", "store").stdout == do("coappear", "--store", "graph.ttl").stdout
    assert do("validate", "--store", "store").stdout == do("validate", "graph.ttl").stdout == "The graph conforms.\n"


def test_a_store_named_by_the_environment(do: Do, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VMCGRAPH_STORE", "there")
    do("build", REPORT)
    assert Path("there").is_dir() and not home.home().exists()
    assert "hd2025" in do("query", "SELECT ?e { ?e a vmc:Edition }").stdout


def test_build_without_a_report_makes_the_shipped_graph(do: Do, graph: Path) -> None:
    do("build", "-o", "new/graph.nq.gz")
    assert Path("new/graph.nq.gz").read_bytes() == graph.read_bytes()
    assert "Nothing is stored" in do("build").stdout


def test_a_remote_store_is_filled_and_asked(do: Do) -> None:
    with Endpoint() as endpoint:
        done = do("build", "--store", endpoint.query_address.replace("//", "//me:secret@"))
        assert f"Stored in {endpoint.query_address}" in done.stdout and "secret" not in done.output
        assert do("who", "ada", "--store", endpoint.query_address).stdout == do("who", "ada").stdout
        assert do("coappear", "--store", endpoint.query_address).stdout == do("coappear").stdout


def test_extract_writes_tables(do: Do) -> None:
    done = do("extract", REPORT, "-o", "facts", "--edition", "mine")
    assert "Written to facts" in done.stdout
    assert read_tables("facts").edition.id == "edition/mine"
    before = {path.name: path.read_bytes() for path in Path("facts").iterdir()}
    do("extract", REPORT, "-o", "facts", "--edition", "mine", "--corrected")
    assert {path.name: path.read_bytes() for path in Path("facts").iterdir()} == before  # no judgement about it


def test_a_bill_is_written_filled_in_and_applied(do: Do) -> None:
    done = do("review", REPORT, "--edition", "mine", "-o", "bill.csv")
    assert re.match(r"Written to bill\.csv: \d+ doubts \(.*one mention \d+", done.stdout)
    assert do("review", REPORT, "--edition", "mine").stdout_bytes == Path("bill.csv").read_bytes()
    rows = list(csv.reader(io.StringIO(Path("bill.csv").read_text(encoding="utf-8-sig"), newline="")))
    line = next(row for row in rows[1:] if row[1] == "persons")
    line[0], line[5] = "remove", "no person"
    with Path("bill.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    assert "not applied yet" in do("review", REPORT, "-o", "bill.csv", exit_code=3).stderr
    done = do("build", REPORT, "--edition", "mine", "--judgements", "bill.csv")
    assert "judgements applied: remove persons 1" in done.stdout
    assert json.loads(
        do("query", f"ASK {{ <https://w3id.org/vmcgraph/id/{line[2]}> ?p ?o }}", "--format", "json").stdout
    ) == {
        "head": {},
        "boolean": False,
    }
    assert "judgements applied: remove persons 1" in do("build", REPORT, "--edition", "mine").stdout
    do("extract", REPORT, "-o", "raw", "--edition", "mine")
    do("extract", REPORT, "-o", "kept", "--edition", "mine", "--corrected")
    do("extract", REPORT, "-o", "given", "--edition", "mine", "--corrected", "--judgements", "bill.csv")
    assert line[2] in read_tables("raw").by_id() and line[2] not in read_tables("kept").by_id()
    do(
        "extract", REPORT, "-o", "known", "--corrected"
    )  # by its text, which is there under another id than it gives itself
    assert read_tables("given") == read_tables("kept") == read_tables("known")
    do("review", "--edition", "mine", "-o", "bill.csv")  # the next bill repeats what is in force
    assert Path("bill.csv").read_text(encoding="utf-8-sig").splitlines()[1].startswith(f"remove,persons,{line[2]}")


def test_a_shipped_edition_is_reviewed_and_corrected_without_its_report(do: Do) -> None:
    assert "person/lena-moss" in do("review", "--edition", "lf2031").stdout
    Path("bill.csv").write_text(f"{BILL_HEAD}remove,persons,person/lena-moss,,,took photographs only,,\n")
    done = do("build", "--edition", "lf2031", "--judgements", "bill.csv")
    assert "judgements applied: remove persons 1, removed along with these 1" in done.stdout
    assert f"Kept in {home.home()}" in done.stdout
    assert "person/lena-moss" not in do("review", "--edition", "lf2031").stdout.split("recorded judgement")[-1]
    do("who", "Lena Moß", exit_code=3)
    assert "not repeated" not in done.stderr
    Path("bill.csv").write_text(f"{BILL_HEAD}keep,persons,person/lena-moss,,,she spoke as well,,\n")
    done = do("build", "--edition", "lf2031", "--judgements", "bill.csv")
    told = "1 earlier judgement about lf2031 is not repeated and no longer applies; all earlier ones are kept in "
    assert f"{told}{home.earlier_judgements('lf2031')}." in done.stderr


def test_judgements_go_along_with_a_corrected_text_only(do: Do) -> None:
    text = programme("Kelp Summit 2026", *QUAYS).replace(
        "2026\n\n", "2026\n\nOle Lind cooks. The cook is praised.\n\n", 1
    )
    Path("first.txt").write_text(text, encoding="utf-8")
    cook, praise = (f"{text.index(words)},{text.index(words) + len(words)}" for words in ("Ole Lind", "praised"))
    lines = (
        f'add,persons,person/ole-lind,,"{{""name"": ""Ole Lind""}}",the cook,{cook}\n'
        f'add,persons,person/anna-fell,,"{{""name"": ""Anna Fell""}}",who praises,{praise}\n'
        "set,persons,person/ada-brook,honorific,Dr,as on her card,,\n"
    )
    Path("bill.csv").write_text(BILL_HEAD + lines, encoding="utf-8")
    do("build", "first.txt", "--edition", "mine", "--judgements", "bill.csv")
    Path("second.txt").write_text(f"Corrected.\n\n{text.replace('praised', 'thanked')}", encoding="utf-8")
    done = do("build", "second.txt", "--edition", "mine")
    assert "judgements applied: set persons 1, add persons 1\n" in done.stdout
    told = "1 earlier judgement about mine rests on another text and no longer applies; all earlier ones are kept in "
    assert told in done.stderr
    assert "set persons 1, add persons 1\n" in do("build", "second.txt", "--edition", "mine").stdout
    do("verify", "--report", "second.txt", "--edition", "mine")  # every place holds, also of who was added
    other = programme("Kelp Summit 2026", *OTHERS[:3])
    Path("third.txt").write_text(other, encoding="utf-8")
    assert "judgements applied" not in do("build", "third.txt", "--edition", "ks", "--store", "store").stdout


BILL_HEAD = "action,table,id,column,value,reason,start,end\n"


def test_a_report_without_sessions_is_told_and_fails_only_under_strict(do: Do) -> None:
    speakers = """Harbour Forum 2031

List of speakers

Ada Brook
Director
Ferry Workers' Union

Tom Vale
Legal Adviser
Ministry of Ports of Norway
"""
    Path("speakers.txt").write_text(speakers, encoding="utf-8")
    done = do("extract", "speakers.txt", "-o", "facts")
    assert "no session was found in" in done.stderr
    do("extract", "speakers.txt", "-o", "facts", "--strict", exit_code=1)


def test_data_that_do_not_conform_give_words_and_1(do: Do) -> None:
    Path("bad.ttl").write_text(
        "@prefix vmc: <https://w3id.org/vmcgraph/ontology#> .\n"
        "<https://w3id.org/vmcgraph/id/person/x> a vmc:Person ; vmc:honorific 'Dr' ."
    )
    told = do("validate", "bad.ttl", exit_code=1).stdout
    assert told.startswith("The graph does not conform") and "rdfs:label is missing" in told


def test_a_graph_that_does_not_conform_is_not_kept(do: Do, monkeypatch: pytest.MonkeyPatch) -> None:
    from vmcgraph.validation import ValidationReport

    monkeypatch.setattr(pipeline, "validate", lambda _: ValidationReport(conforms=False))
    assert "does not conform" in do("build", REPORT, "-o", "graph.nq", exit_code=1).stdout
    do("build", REPORT, exit_code=1)
    assert os.listdir() == [] and not home.home().exists()


# ---------------------------------------------------------------- network


def test_network_writes_one_page_and_says_where(do: Do) -> None:
    assert re.fullmatch(r"page\.html: 7 marks, 9 ties, \d+ KB\n", do("network", "people", "-o", "page.html").stdout)
    assert "Ada Brook" in Path("page.html").read_text(encoding="utf-8")
    do("network", "countries", "--edition", "lf2031", "--level", "same-social-event")
    assert sorted(os.listdir()) == ["page.html", "vmc-countries.html"]


# ---------------------------------------------------------------- wrong use and bad input


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("who",), "Missing argument"),
        (("nonsense",), "No such command"),
        (("network", "persons"), "is not one of 'people'"),
        (("coappear", "--level", "met"), "is not one of 'conversed'"),
        (("coappear", "--limit", "-1"), "not in the range"),
        (("path", "Ada"), "Missing argument"),
        (("diff", "lf2031"), "Missing argument"),
        (("diff", "lf2031", "new.nq.gz"), "new.nq.gz is a graph, so name another graph"),
        (("extract", "x.txt"), "Missing option"),
        (("build", "--edition", "x"), "give exactly one"),
        (("build", "a.txt", "b.txt", "--edition", "x"), "give exactly one"),
        (("build", "--judgements", "x.csv"), "are about one edition"),
        (("build", "a.txt", "b.txt", "--judgements", "x.csv"), "are about one edition"),
        (("extract", "a.txt", "-o", "x", "--judgements", "x.csv"), "with --corrected only"),
        (("review",), "Name a report, or an edition"),
    ],
    ids=str,
)
def test_wrong_use_exits_with_2(do: Do, command: tuple[str, ...], words: str) -> None:
    assert words in do(*command, exit_code=2).stderr


@pytest.fixture
def bad(do: Do) -> Path:
    """Return a folder of files that are not what they are taken for."""
    folder = Path.cwd().parent / "bad"
    folder.mkdir()
    pdf = (SAMPLES / "lakeside" / "report.pdf").read_bytes()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "cut.pdf").write_bytes(pdf[: len(pdf) // 2])
    (folder / "large.txt").touch()
    os.truncate(folder / "large.txt", 50_000_000)  # takes no room on the disk
    (folder / "letter.txt").write_text("Dear all,\n\nthe lift is out of order.\n")
    (folder / "broken.ttl").write_text("@prefix x: <y")
    (folder / "cut.nq.gz").write_bytes(b"\x1f\x8b\x08\x00")
    (folder / "binary.rq").write_bytes(b"\xff\xfe\x00")
    (folder / "empty.rq").write_text(" \n")
    (folder / "bill.csv").write_text(f"{BILL_HEAD}remove,people,person/x,,,why,,\n")
    (folder / "other").mkdir()
    (folder / "other" / "file").write_text("something else")
    return folder


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("build BAD/missing.pdf", "no such file; name a report file"),
        ("build BAD/empty.txt", "the file is empty"),
        ("build BAD/binary.txt", "is binary, not text; give the report as"),
        ("build BAD/cut.pdf", "is not a readable PDF"),
        ("build BAD/large.txt", "50 MB are too much for one report"),
        ("build BAD/letter.txt", "nothing of a conference was found in it; a report on a conference"),
        ("build BAD/other", "a folder; name a report file"),
        ("build REPORT --store BAD/other", "is not a vmcgraph store: name a new folder"),
        ("build REPORT --store http://127.0.0.1:9/query", "cannot be reached"),
        ("build REPORT -o graph.docx", "unknown kind of file; a graph is written as .nq"),
        ("build REPORT -o BAD/letter.txt/graph.nq", "cannot be written"),
        ("extract BAD/missing.pdf -o facts", "no such file"),
        ("extract BAD/cut.pdf -o facts", "is not a readable PDF"),
        ("extract REPORT -o BAD/letter.txt", "is a file; name a folder for the tables"),
        ("build REPORT --judgements BAD/bill.csv", "bill.csv line 2: no table 'people'; the tables are"),
        ("build REPORT --judgements BAD/missing.csv", "missing.csv: cannot be read"),
        ("build REPORT --judgements BAD/letter.txt", "letter.txt line 1: the columns are action,table,id"),
        ("build --edition lf1999 --judgements BAD/bill.csv", "bill.csv line 2"),
        ("extract REPORT -o facts --corrected --judgements BAD/bill.csv", "bill.csv line 2"),
        ("review BAD/missing.pdf", "no such file"),
        ("review --edition lf1999", "there is no edition 'lf1999'; there are lf2031, lf2032"),
        ("review REPORT -o BAD/letter.txt", "is no bill; name another file"),
        ("review REPORT -o BAD/letter.txt/bill.csv", "cannot be written"),
        ("validate BAD/broken.ttl", "broken.ttl line 1"),
        ("validate BAD/missing.ttl", "cannot be read (No such file"),
        ("validate BAD/letter.txt", "unknown kind of file"),
        ("query BAD/missing.rq", "no such file, and no SPARQL"),
        ("query BAD/binary.rq", "is no text in UTF-8"),
        ("query BAD/empty.rq", "is empty"),
        ("query SELECT{", "line 1, column"),
        ("query SELEC*{?s?p?o}", "line 1, column 1: “SELEC” begins no query; SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("query ASK{} --store BAD/other", "is not a vmcgraph store"),
        ("query ASK{} --store BAD/broken.ttl", "broken.ttl, line 1"),
        ("query ASK{} --store BAD/cut.nq.gz", "cut.nq.gz"),
        ("query ASK{} --store BAD/nothing", "there is no store here"),
        ("query ASK{} --store ftp://host/x", "begins with http:// or https://"),
        ("query ASK{} -o BAD/letter.txt/x", "cannot be written"),
        ("query CONSTRUCT{?s?p?o}{?s?p?o} --format csv", "triples are written as ttl"),
        ("query SELECT*{?s?p?o}LIMIT1 --format ttl", "rows are written as csv, tsv, json, xml"),
        ("who Xyzzy", "nothing here is called “Xyzzy”, and nothing is spelled nearly so; a part of a name"),
        ("who …", "is no name; give letters"),
        ("coappear --edition lf1999", "the graph has lf2031, lf2032"),
        ("path Ada Brook", "both ends are Ada Brook"),
        ("diff lf2031 lf1999", "the graph has lf2031, lf2032"),
        ("diff lf2031 LF2031", "both are LF2031; name two editions"),
        ("diff BAD/missing.nq BAD/missing.nq", "no such file"),
        ("diff BAD/cut.nq.gz BAD/cut.nq.gz", "cut.nq.gz"),
        ("diff http://localhost:9/x http://localhost:9/x", "cannot be reached"),
        ("network people --edition lf1999", "the graph has lf2031, lf2032"),
        ("network people -o BAD/nothing/page.html", "make it first"),
        ("network people -o BAD/page.pdf", "a page is written as .html"),
        ("network people -o BAD/other", "is a folder; give the name of a file in it"),
    ],
)
def test_bad_input_is_a_line_that_says_what_would_be_right(do: Do, bad: Path, command: str, words: str) -> None:
    before = sorted(bad.rglob("*"))
    arguments = [part.replace("BAD", str(bad)).replace("REPORT", str(REPORT)) for part in command.split()]
    done = do(*arguments, exit_code=3)
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: ") and words in line
    assert "Traceback" not in done.output
    assert sorted(bad.rglob("*")) == before and os.listdir() == [], "something half-written is left"
    assert not home.home().exists()


def test_a_slow_endpoint_is_told(do: Do, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VMCGRAPH_TIMEOUT", "0.3")
    with Endpoint() as endpoint:
        endpoint.fault = "slow"
        told = do("who", "Ada", "--store", endpoint.query_address, exit_code=3).stderr
    assert "no answer within 0.3 s: VMCGRAPH_TIMEOUT sets how long to wait" in told


# ---------------------------------------------------------------- in a process of its own


@pytest.fixture
def shell(graph: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start a command in a process of its own."""
    started = []

    def start(*arguments: str, **more: object) -> subprocess.Popen[str]:
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "VMCGRAPH_STORE": str(graph)}
        env.pop("PYTHONUNBUFFERED", None)  # without a buffer Python does not notice that the reader has left
        process = subprocess.Popen(
            [sys.executable, "-m", "vmcgraph", *arguments],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            **more,  # type: ignore[call-overload]
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_a_reader_that_leaves_ends_the_command_quietly(shell: Callable[..., subprocess.Popen[str]]) -> None:
    process = shell("query", "SELECT * { ?s ?p ?o }", "--format", "tsv")
    assert process.stdout and process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert all(line.endswith("…") for line in process.stderr.read().splitlines()), "more than what one waits for"
    assert process.wait(20) == 141


@pytest.mark.skipif(os.name != "posix", reason="Windows has another signal")
def test_an_interrupt_ends_the_command_quietly(shell: Callable[..., subprocess.Popen[str]]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        # What was started in the background of a shell ignores the interrupt, and so do its children.
        heeding = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
        process = shell("who", "Ada", "--store", f"http://127.0.0.1:{silent.getsockname()[1]}/query", **heeding)
        with silent.accept()[0] as connection:
            connection.recv(10)
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=20)
    assert all(line.endswith("…") or not line for line in told.splitlines()), "more than what one waits for"
    assert process.returncode == 130


def test_whoever_waits_for_more_than_a_second_is_told_why(do: Do, monkeypatch: pytest.MonkeyPatch) -> None:
    validated = validate

    def slowly(graph: Path) -> object:
        time.sleep(0.3)
        return validated(graph)

    monkeypatch.setattr("vmcgraph.console.PATIENCE", 0.1)
    monkeypatch.setattr("vmcgraph.validation.validate", slowly)
    write_graph(to_store(lf2032()[0]), "graph.nq")
    done = do("validate", "graph.nq")
    assert done.stderr == "checking the graph …\n"
    monkeypatch.undo()


def test_hostile_names_reach_the_screen_as_text(do: Do) -> None:
    from dataclasses import replace

    from vmcgraph.model import Facts, Person

    facts = lf2031()[0]
    hostile = {"Ada Brook": '=HYPERLINK("x")\x1b[31m Brook', "Tom Vale": "+1 Vale\u2028x"}
    rows = [replace(row, name=hostile.get(row.name, row.name)) if isinstance(row, Person) else row for row in facts]
    write_graph(to_store(Facts.of(rows)), "hostile.nq")
    shown = do("coappear", "--store", "hostile.nq").stdout
    assert "\x1b" not in shown and "\u2028" not in shown
    table = do("coappear", "--store", "hostile.nq", "--format", "csv").stdout
    assert "'=HYPERLINK" in table and "'+1 Vale" in table
    # The W3C's CSV is what the W3C says.
    plain = do("query", "SELECT ?n { ?p a vmc:Person ; rdfs:label ?n }", "--store", "hostile.nq", "--format", "csv")
    assert "'" not in plain.stdout.replace("Workers' ", "")
