"""The tables hold the facts without loss, and say what is wrong with a damaged file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from example_facts import FACTS
from hypothesis import given, settings
from hypothesis import strategies as st

from vmcgraph.document import Span
from vmcgraph.errors import ExportError, ExtractionError
from vmcgraph.kinds import KINDS, columns
from vmcgraph.model import Affiliation, Country, Encounter, Facts, Person, Place, Session
from vmcgraph.spelling import digest
from vmcgraph.tables import GUIDE_TABLES, check_folder, read_tables, write_tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the tables of the example."""
    write_tables(FACTS, tmp_path)
    return tmp_path


def records(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


# ---------------------------------------------------------------- round trip


def test_reading_gives_back_what_was_written(folder: Path) -> None:
    assert read_tables(folder) == FACTS


def test_the_example_has_rows_of_every_kind() -> None:
    assert [kind.name for kind in KINDS.values() if kind.table and not FACTS[kind.type]] == []


SPANS = st.builds(
    lambda start, length, basis: Span(start, start + length, basis, digest(basis)),
    st.integers(0, 10**7),
    st.integers(0, 10**4),
    st.sampled_from(["listed", "narrative", "caption"]),
)
ID_PARTS = st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=8)


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of a declared type."""
    if get_origin(hint) is tuple and get_args(hint)[-1] is not Ellipsis:
        return st.tuples(*map(values, get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    options = {str: st.text(), int: st.integers(), bool: st.booleans(), type(None): st.none(), Span: SPANS}
    return st.one_of(*(options[each] for each in get_args(hint) or (hint,)))


def rows(kind_type: type) -> st.SearchStrategy[list[Any]]:
    """Return a strategy for rows of a kind; they refer to nothing."""
    hints = get_type_hints(kind_type)
    referring = {column.name for column in columns(kind_type) if column.metadata["to"]}
    build = {
        field.name: st.just(() if get_origin(hints[field.name]) is tuple else None)
        if field.name in referring
        else values(hints[field.name])
        for field in fields(kind_type)
        if field.name != "id"
    }
    row = st.builds(kind_type, id=ID_PARTS.map(lambda part: f"{KINDS[kind_type.__name__].table}/{part}"), **build)
    return st.lists(row, max_size=3, unique_by=lambda each: each.id)


@settings(max_examples=60, deadline=None)
@given(st.tuples(*(rows(kind.type) for kind in KINDS.values() if kind.table)))
def test_any_values_survive(tmp_path_factory: pytest.TempPathFactory, tables: tuple[list[Any], ...]) -> None:
    # A required reference cannot be None in a table: such rows are left to the example, which has them all.
    facts = Facts.of(row for table in tables for row in table if not lacks_a_reference(row))
    folder = tmp_path_factory.mktemp("tables")
    write_tables(facts, folder)
    assert read_tables(folder) == facts


def lacks_a_reference(row: Any) -> bool:
    hints = get_type_hints(type(row))
    return any(getattr(row, name) is None and type(None) not in get_args(hint) for name, hint in hints.items())


def test_line_ends_of_other_tools_stay_inside_their_line(tmp_path: Path) -> None:
    name = "a\u2028b\x85c\nd\u2029e\x1cf"
    facts = Facts.of([Country(id="country/AUT", name=name)])
    write_tables(facts, tmp_path)
    assert len((tmp_path / "countries.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    assert read_tables(tmp_path) == facts


def test_half_a_surrogate_pair_survives(tmp_path: Path) -> None:
    facts = Facts.of([Country(id="country/AUT", name="Aus\ud800tria")])
    write_tables(facts, tmp_path)
    assert read_tables(tmp_path) == facts


def test_the_order_of_rows_does_not_matter(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    write_tables(Facts.of(reversed(list(FACTS))), other)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in other.iterdir()
    }


# ---------------------------------------------------------------- the columns of the guide


def test_a_reference_shows_the_label_and_the_id(folder: Path) -> None:
    first = records(folder, "participations")[0]
    assert (first["person"], first["person_id"]) == ("Rex Fär", "person/rex-far")
    assert (first["in_name_of"], first["in_name_of_id"]) == ("Norway", "country/NOR")


def test_references_in_a_list_show_two_lists(folder: Path) -> None:
    first = records(folder, "captions")[0]
    assert first["persons"] == ["Ada Brook", "Tom Vale"]
    assert first["persons_id"] == ["person/ada-brook", "person/tom-vale"]


def test_a_reference_to_a_kind_without_label_shows_the_id_alone(folder: Path) -> None:
    first = records(folder, "participations")[0]
    assert first["session"] == "session/ff2031/dinner" and "session_id" not in first


def test_placed_rows_repeat_where_they_stand(folder: Path) -> None:
    first = records(folder, "captions")[0]
    assert (first["start"], first["end"]) == (700, 720) == (first["evidence"][0]["start"], first["evidence"][0]["end"])


def test_times_of_sessions_are_no_places(folder: Path) -> None:
    panel = next(row for row in records(folder, "sessions") if row["title"] == "Ferries")
    assert (panel["start"], panel["end"]) == ("09:30", "10:45")


def test_an_affiliation_has_a_line_for_each_place_that_states_it(folder: Path) -> None:
    ada = [row for row in records(folder, "affiliations") if row["person"] == "Ada Brook"]
    assert [(row["start"], row["where"], len(row["evidence"])) for row in ada] == [
        (840, "speakers", 1),
        (120, "stage", 1),
    ]
    assert len({row["id"] for row in ada}) == 1


def test_a_statement_has_a_line_for_each_speaker(folder: Path) -> None:
    single, joint, other, _, collective = records(folder, "statements")
    assert (single["person"], single["person_id"], single["joint"]) == ("Ada Brook", "person/ada-brook", False)
    assert (joint["person"], other["person"]) == ("Tom Vale", "Mia Holt")
    assert joint["joint"] and other["joint"] and joint["id"] == other["id"]
    assert (collective["person"], collective["person_id"], collective["voice"]) == (None, None, "the panellists")


def test_a_statement_names_what_it_is_about(folder: Path) -> None:
    first, joint, *_ = records(folder, "statements")
    assert first["targets"] == [
        {"kind": "instrument", "target": "Crew Register", "id": "instrument/crew-register"},
        {"kind": "topic", "target": "labour migration", "id": "topic/labour-migration"},
    ]
    assert (first["start"], first["end"], first["parts"]) == (230, 260, [])
    assert joint["parts"] == [[270, 280], [290, 300]]


def test_a_mention_has_all_its_places(folder: Path) -> None:
    register = next(row for row in records(folder, "mentions") if row["target"] == "Crew Register")
    assert (register["kind"], register["count"], register["offsets"]) == ("instrument", 2, [[200, 220], [230, 250]])
    assert (register["section"], register["target_id"]) == ("section/ff2031/s1", "instrument/crew-register")


def test_a_relation_shows_its_ends(folder: Path) -> None:
    seat = next(row for row in records(folder, "relations") if row["predicate"] == "headquartered in")
    assert (seat["subject"], seat["subject_id"]) == ("Ministry of Ports", "organisation/ministry-of-ports")
    assert (seat["object"], seat["object_id"], seat["start"]) == ("Old Boathouse", "place/old-boathouse", 226)


def test_an_instrument_shows_its_parties(folder: Path) -> None:
    register = next(row for row in records(folder, "instruments") if row["instrument"] == "Crew Register")
    assert register["country_parties"] == ["Iceland", "Norway"]
    assert register["country_parties_id"] == ["country/ISL", "country/NOR"]
    assert (register["org_parties"], register["model"]) == (["Harbour Council"], False)
    assert [span["start"] for span in register["party_evidence"]] == [210]


def test_every_row_begins_with_its_id_and_ends_with_its_evidence(folder: Path) -> None:
    for path in folder.iterdir():
        for row in records(folder, path.stem):
            assert next(iter(row)) == "id" and list(row)[-1] == "evidence"


def test_the_tables_have_the_fields_that_the_score_wants(folder: Path) -> None:
    wanted = {
        "sessions": {
            "id",
            "title",
            "format",
            "date",
            "start",
            "end",
            "page",
            "subsections",
            "start_offset",
            "end_offset",
        },
        "participations": {"session", "person", "role", "online", "basis", "start", "end"},
        "affiliations": {"person", "position", "organisation", "unit", "country", "acronym", "start", "end", "where"},
        "persons": {"person", "aliases", "honorific"},
        "captions": {"event", "persons", "relation", "also_unnamed", "start", "end"},
        "organisations": {"organisation", "aliases", "type", "country", "parent"},
        "countries": {"country", "iso2", "forms"},
        "instruments": {"instrument", "aliases", "type", "country_parties", "org_parties"},
        "topics": {"topic", "aliases"},
        "mentions": {"section", "kind", "target", "count", "offsets"},
        "statements": {"section", "person", "verb", "kind", "start", "end", "targets", "joint", "voice", "parts"},
        "relations": {"subject", "predicate", "object", "start", "end"},
    }
    for table, columns_wanted in wanted.items():
        assert columns_wanted <= set(records(folder, table)[0]), table


def test_the_score_reads_the_tables(folder: Path, shared: Path) -> None:
    # As gold, mentions come with the extents of the sections.
    extents = {"section/ff2031/s1": [100, 400], "section/ff2031/imprint": [880, 1000]}
    (folder / "sections.json").write_text(json.dumps(extents), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, shared / "tools" / "score", folder, folder, "--json"], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    scored = json.loads(done.stdout)
    assert {row["f1"] for row in scored.values()} == {1.0}
    assert {"instruments", "instrument parties", "mentions", "statements", "statement joint", "relations"} <= set(
        scored
    )


# ---------------------------------------------------------------- which files there are


def test_tables_of_the_guide_are_written_without_rows_and_others_are_not(tmp_path: Path) -> None:
    write_tables(Facts.of([Country(id="country/AUT", name="Austria")]), tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == GUIDE_TABLES & {kind.table for kind in KINDS.values()}


def test_a_table_that_has_lost_its_rows_is_removed(folder: Path) -> None:
    write_tables(Facts.of([Country(id="country/AUT", name="Austria")]), folder)
    assert not (folder / "notes.jsonl").exists()
    assert len(read_tables(folder)) == 1


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    write_tables(FACTS, tmp_path)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


def test_a_failed_writing_leaves_all_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    written: list[Path] = []
    write_bytes = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        written.append(path)
        if len(written) == 5:
            raise OSError(28, "No space left on device", str(path))
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match="No space left"):
        write_tables(Facts.of([Country(id="country/AUT", name="Austria")]), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match=r"file: cannot be written"):
        write_tables(FACTS, target)


# ---------------------------------------------------------------- damaged tables

Change = Callable[[dict[str, Any]], object]


def damage(folder: Path, table: str, change: Change, line: int = 1) -> None:
    """Change one line of a table."""
    path = folder / f"{table}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    record = json.loads(lines[line - 1])
    change(record)
    lines[line - 1] = json.dumps(record)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "change", "message"),
    [
        ("persons", lambda row: row.pop("person"), "no column 'person'; every row of persons has it"),
        ("persons", lambda row: row.update(person=7), "person is 7; a text would be right"),
        ("persons", lambda row: row.update(honorific=False), "honorific is false; a text or null would be right"),
        ("persons", lambda row: row.update(aliases="Brook"), 'aliases is "Brook"; a list would be right'),
        ("persons", lambda row: row.update(aliases=[None]), "aliases is null; a text would be right"),
        ("persons", lambda row: row.update(nickname="A"), "unknown column 'nickname'; the columns of persons are id, person,"),
        ("persons", lambda row: row["evidence"][0].pop("digest"), "a span has the form"),
        ("persons", lambda row: row["evidence"][0].update(start="1"), 'evidence start is "1"; a whole number would be right'),
        ("persons", lambda row: row.update(evidence=[[1, 2]]), "a span has the form"),
        ("sessions", lambda row: row.update(social=0), "social is 0; true or false would be right"),
        ("sessions", lambda row: row.update(page=1.5), "page is 1.5; a whole number or null would be right"),
        ("participations", lambda row: row.update(person_id="person/nobody"), "'person/nobody', which no row has as its id; add it to persons or unnamed"),
        ("captions", lambda row: row.update(persons_id=["person/nobody"]), "persons is 'person/nobody', which no row has"),
        ("statements", lambda row: row.update(person_id=[]), "person_id is []; a text or null would be right"),
        ("statements", lambda row: row.update(targets="topic"), 'targets is "topic"; a list would be right'),
        ("statements", lambda row: row.update(targets=["topic"]), 'targets: a reference has the form {"kind", "target", "id"}'),
        ("statements", lambda row: row["targets"][0].pop("id"), 'targets: a reference has the form {"kind", "target", "id"}'),
        ("statements", lambda row: row["targets"][0].update(id=7), "targets id is 7; a text would be right"),
        ("statements", lambda row: row["targets"][0].update(id="topic/none"), "about is 'topic/none', which no row has"),
        ("statements", lambda row: row.update(parts=[[1, 2, 3]]), "parts is [1, 2, 3]; a list of 2 would be right"),
        ("statements", lambda row: row.update(parts=[[1, None]]), "parts is null; a whole number would be right"),
    ],
)  # fmt: skip
def test_damage_is_named_with_file_line_and_remedy(folder: Path, table: str, change: Change, message: str) -> None:
    damage(folder, table, change)
    with pytest.raises(ExtractionError) as error:
        read_tables(folder)
    assert f"{table}.jsonl line 1" in str(error.value)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "line 1: not JSON"),
        (b"\n[1, 2]\n", "line 2: [1, 2] is no object"),
        (b'{"id": "\xff"}', "line 1: not UTF-8"),
        (b"[" * 100_000, "line 1: not JSON"),
        (b'{"id": "country/AUT", "country": "Austria"}\n' * 2, "line 2: the id 'country/AUT' is used before, in "),
    ],
)
def test_a_file_that_is_no_table(folder: Path, content: bytes, message: str) -> None:
    (folder / "countries.jsonl").write_bytes(content)
    with pytest.raises(ExtractionError) as error:
        read_tables(folder)
    assert "countries.jsonl" in str(error.value) and message in str(error.value)


def test_lines_of_one_affiliation_must_agree(folder: Path) -> None:
    damage(folder, "affiliations", lambda row: row.update(position="Cook"), line=2)
    with pytest.raises(ExtractionError, match=r"affiliations.jsonl line 2.*in their place only"):
        read_tables(folder)


def test_lines_of_one_statement_must_agree(folder: Path) -> None:
    damage(folder, "statements", lambda row: row.update(verb="sang"), line=3)
    with pytest.raises(ExtractionError, match=r"statements.jsonl line 3.*in their person_id only"):
        read_tables(folder)


def test_a_missing_table_of_the_guide_is_an_error(folder: Path) -> None:
    (folder / "sessions.jsonl").unlink()
    with pytest.raises(ExtractionError, match=r"sessions.jsonl: this table is missing"):
        read_tables(folder)


def test_shown_labels_are_for_the_eye_only(folder: Path) -> None:
    damage(folder, "participations", lambda row: row.update(person="Somebody Else"))
    damage(folder, "statements", lambda row: row.update(joint=True, person="Somebody Else"))
    damage(folder, "statements", lambda row: row["targets"][0].update(target="something else", kind="country"))
    damage(folder, "mentions", lambda row: row.update(count=70, offsets=[], kind="country"))
    assert read_tables(folder) == FACTS


def test_columns_with_a_default_may_be_missing(folder: Path) -> None:
    (folder / "countries.jsonl").write_text(
        '\n{"id": "country/ISL", "country": "Iceland"}\n\n{"id": "country/NOR", "country": "Norway"}', encoding="utf-8"
    )
    assert read_tables(folder)[Country] == (
        Country(id="country/ISL", name="Iceland"),
        Country(id="country/NOR", name="Norway"),
    )


def test_writing_a_reference_to_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(
        ExtractionError, match=r"place/oslo: within is 'country/NOR', which no row has.*add it to places or countries"
    ):
        write_tables(Facts.of([Place(id="place/oslo", name="Oslo", within="country/NOR")]), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_kinds_without_evidence_yet_are_written(tmp_path: Path) -> None:
    bare = Facts.of(replace(row, evidence=()) if hasattr(row, "evidence") else row for row in FACTS)
    write_tables(bare, tmp_path)
    assert read_tables(tmp_path) == bare
    assert {row["start"] for row in records(tmp_path, "captions")} == {None}
    assert bare[Encounter] and bare[Affiliation] and bare[Person] and bare[Session]


def test_a_damaged_table_of_editions_is_told(tmp_path: Path) -> None:
    (tmp_path / "editions.jsonl").write_text("{broken\n", encoding="utf-8")
    with pytest.raises(ExtractionError, match=r"editions\.jsonl line 1: not JSON"):
        check_folder(tmp_path, Facts.of([]))
