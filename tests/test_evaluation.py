"""Figures against gold: worked out by hand, on the golds of the samples, and as the score tool of ../shared gives them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run
from example_facts import FACTS

from vmcgraph.comparison import COMPARISONS, Figures, compare
from vmcgraph.errors import ExtractionError, QueryError
from vmcgraph.evaluation import Evaluation, evaluate, read_floors, read_gold
from vmcgraph.findings import evaluation, misses
from vmcgraph.gold import Gold, key
from vmcgraph.judgements import COLUMNS
from vmcgraph.model import Country, Facts, Instrument, Mention, Person, Relation, Statement, Topic
from vmcgraph.tables import table_records, write_tables

SAMPLES = ROOT / "data" / "samples"
GOLDS = sorted(path for path in SAMPLES.glob("*/gold*") if path.is_dir())
NAMES = [f"{path.parent.name}/{path.name}" for path in GOLDS]

Row = dict[str, Any]


def write(folder: Path, **tables: Sequence[Mapping[str, Any]]) -> Path:
    """Write tables of hand-made rows."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


def counts(figures: Figures) -> tuple[int, int, int]:
    return figures.found, figures.gold, figures.hit


def said(person: str | None, start: int, end: int, **more: Any) -> Row:
    return {
        "section": "s1",
        "person": person,
        "kind": "reported",
        "verb": "said",
        "start": start,
        "end": end,
        "targets": [],
        **more,
    }


# ---------------------------------------------------------------- by hand


def test_names_are_compared_through_the_aliases_of_the_gold() -> None:
    gold = Gold({"persons": [{"person": "Ada Brook", "aliases": ["A. Brook"]}, {"person": "Tom Vale"}]})
    found = compare({"persons": [{"person": "Dr a. BROOK"}, {"person": "Mia Holt"}]}, gold)["persons"]
    assert counts(found) == (2, 2, 1)
    assert (found.missing, found.wrong) == (("tom vale",), ("mia holt",))
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def test_nothing_found_and_nothing_wanted_are_no_division_by_zero() -> None:
    assert (Figures(0, 3, 0).f1, Figures(3, 0, 0).f1, Figures(0, 0, 0).f1) == (0.0, 0.0, 0.0)


def test_what_lies_outside_the_scope_counts_neither_way() -> None:
    gold = Gold({"persons": [{"person": "Ada Brook"}], "relations": []}, scope=[[100, 200]])
    evidence = [{"start": 300}, {"start": 500}]
    have = [{"person": "Ada Brook", "evidence": evidence}, {"person": "Tom Vale", "evidence": evidence}]
    assert counts(compare({"persons": have}, gold)["persons"]) == (1, 1, 1)
    inside = [{"person": "Tom Vale", "evidence": [[300, 305], [150, 155]]}, {"person": "Mia Holt"}]
    assert compare({"persons": inside}, gold)["persons"].wrong == ("mia holt", "tom vale")


def test_borderline_rows_count_neither_way() -> None:
    gold = Gold({"organisations": [{"organisation": "Quay Unit", "type": "other", "borderline": True}]})
    for rows in ([], [{"organisation": "Quay Unit"}]):
        assert counts(compare({"organisations": rows}, gold)["organisations"]) == (0, 0, 0)


def test_an_agreement_without_a_name_is_known_by_its_parties() -> None:
    row = {"instrument": "Iceland-Norway agreement", "type": "agreement", "country_parties": ["Iceland", "Norway"]}
    gold = Gold(
        {"instruments": [row], "countries": [{"country": "Iceland"}, {"country": "Norway", "aliases": ["Norge"]}]}
    )
    have = {"instruments": [{**row, "instrument": "crew deal", "country_parties": ["Norge", "Iceland"], "type": "law"}]}
    found = compare(have, gold)
    assert counts(found["instruments"]) == (1, 1, 1)
    assert counts(found["instrument parties"]) == (2, 2, 2)
    assert found["instrument type"].missing == ("Iceland-Norway agreement: found 'law', gold 'agreement'",)
    assert gold.name("crew deal") == "crew deal", "the gold itself learns nothing"


def test_several_wordings_of_a_post_are_not_wrong() -> None:
    post = {"person": "Ada Brook", "start": None, "end": None}
    gold = Gold({"affiliations": [{**post, "position": "Head of Quays and Ferries", "country": "Iceland"}]})
    wordings = ["Head of Quays and Ferries", "Head, Quays and Ferries", "Baker"]
    found = compare({"affiliations": [{**post, "position": each} for each in wordings]}, gold)
    assert counts(found["affiliation position"]) == (2, 1, 1)
    assert found["affiliation position"].wrong == ("ada brook: Baker",)
    assert found["affiliation country"].missing == ("ada brook | iceland",)


def test_a_mention_counts_in_its_section_and_place() -> None:
    rows = [{"section": "s1", "kind": "country", "target": "Iceland", "offsets": [[10, 17], [40, 47]]}]
    gold = Gold({"mentions": rows}, sections={"s1": [0, 100], "s2": [100, 200]}, stage={"s1": ["Norway"]})
    have = [
        {"section": "x", "kind": "country", "target": "ICELAND", "offsets": [[10, 17], [150, 157], [900, 907]]},
        {"section": "x", "kind": "country", "target": "Norway", "offsets": [[60, 66]]},
        {"section": "x", "kind": "topic", "target": "ferries", "offsets": [[70, 77]]},
    ]
    found = compare({"mentions": have}, gold)
    assert counts(found["mentions"]) == (2, 1, 1)
    assert found["mentions"].wrong == ("s2 | iceland",)
    assert found["mention places (recall)"].missing == ("s1 | iceland | 40 | 47",)


def test_a_statement_counts_when_speaker_kind_and_place_fit() -> None:
    target = {"kind": "country", "target": "Iceland"}
    wanted = [
        said("Ada Brook", 0, 100, targets=[target]),
        said("Tom Vale", 200, 300),
        said("Mia Holt", 400, 500, borderline=True),
        said(None, 600, 700, voice="participants"),
    ]
    have = [
        said("Ada Brook", 10, 100, verb="said again", targets=[target, {"kind": "topic", "target": "ferries"}]),
        said("Tom Vale", 250, 320),
        said("Mia Holt", 400, 500),
        said(None, 600, 700, voice="Participants"),
        said(None, 800, 900, voice="the panel"),
    ]
    found = compare({"statements": have}, Gold({"statements": wanted}))
    assert counts(found["statements"]) == (2, 2, 1)
    assert found["statements"].wrong == ("250-320 Tom Vale [said]",)
    assert counts(found["statement verb"]) == (1, 1, 1)
    assert counts(found["statement targets"]) == (1, 1, 1)
    assert counts(found["statements of groups"]) == (2, 1, 1)
    assert "statement joint" not in found


def test_topics_voices_claims_and_countries_are_compared_as_well() -> None:
    gold = Gold(
        {
            "topics": [{"topic": "ferries", "aliases": ["boats"]}, {"topic": "boats"}],
            "voices": [{"voice": "the panellists"}],
            "claims": [{"counts": "speakers", "value": 40}, {"counts": "guests", "value": 900}],
            "countries": [{"country": "Iceland", "aliases": ["Ísland"]}],
        }
    )
    have = {
        "topics": [{"topic": "Boats"}],
        "voices": [{"voice": "panellists"}, {"voice": "speakers"}],
        "claims": [{"counts": "Speakers", "value": 40}, {"counts": "guests", "value": 90}],
        "countries": [{"country": "Island"}],
    }
    found = compare(have, gold)
    assert {table: counts(figures) for table, figures in found.items()} == {
        "topics": (1, 2, 1),
        "voices": (2, 1, 1),
        "claims": (2, 2, 1),
        "countries": (1, 1, 1),
    }


def test_a_table_without_gold_is_not_compared() -> None:
    assert compare({"persons": [{"person": "Ada Brook"}]}, Gold({"topics": []})).keys() == {"topics"}


def test_captions_without_offsets_are_paired_by_their_people() -> None:
    row = {"persons": ["Ada Brook", "Tom Vale"], "start": None, "end": None}
    gold = Gold({"captions": [{**row, "relation": "in conversation"}]})
    have = {"captions": [{**row, "start": 5, "end": 50, "relation": "speaking with, in conversation"}]}
    found = compare(have, gold)
    assert counts(found["captions (pairs)"]) == counts(found["caption relation"]) == (1, 1, 1)


# ---------------------------------------------------------------- facts, and the golds of the samples


def test_facts_of_every_kind_fit_the_columns_that_are_compared(tmp_path: Path) -> None:
    assert all(FACTS[kind] for kind in (Country, Instrument, Mention, Person, Relation, Statement, Topic))
    write_tables(FACTS, tmp_path)
    offsets = {name: [0, 10**6] for name in ("all",)}
    (tmp_path / "sections.json").write_text(json.dumps(offsets))
    found = evaluate(FACTS, tmp_path).raw
    assert {table for table, figures in found.items() if figures.gold} >= {
        "instruments",
        "mentions",
        "relations",
        "topics",
    }
    mentions = {"mentions"}  # the gold names sections as its sections.json does
    off = {table: figures.missing for table, figures in found.items() if figures.gold and figures.f1 < 1.0}
    assert off.keys() <= mentions | {"mention places (recall)"}, off


@pytest.mark.parametrize("gold", GOLDS, ids=NAMES)
def test_each_gold_agrees_with_itself(gold: Path) -> None:
    found = evaluate(gold, gold).raw
    assert found.keys() >= read_gold(gold).tables.keys() - {"affiliations", "captions"}
    assert not {
        table: (figures.missing, figures.wrong) for table, figures in found.items() if figures.gold and figures.f1 < 1
    }


def spoiled(gold: Path, folder: Path) -> Path:
    """Write the tables of a gold with losses, inventions, other names, shifted spans and other values."""
    for path in gold.glob("*.jsonl"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        kept = []
        for number, row in enumerate(rows):
            if number % 7 == 3:
                continue
            if number % 5 == 2 and isinstance(row.get("start"), int):
                row = {**row, "start": row["start"] + 12 * (number % 3), "end": row["end"] + 9}
            for place, column in enumerate(
                ("type", "position", "verb", "role", "target", "object", "title", "country")
            ):
                if number % 9 == place and isinstance(row.get(column), str):
                    row = {**row, column: row[column] + " elsewhere"}
            kept.append(row)
        write(folder, **{path.stem: kept + rows[:1]})
    return folder


@pytest.mark.parametrize("gold", [path for path in GOLDS if path.parent.name != "lakeside"], ids=str)
def test_the_figures_of_spoiled_tables_are_those_of_the_score_tool(shared: Path, gold: Path, tmp_path: Path) -> None:
    folder = spoiled(gold, tmp_path / "spoiled")
    command = [sys.executable, str(shared / "tools" / "score"), str(folder), str(gold), "--json"]
    wanted = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found = evaluate(folder, gold).raw
    assert any(0 < figures["f1"] < 1 for figures in wanted.values())
    for table, figures in wanted.items():
        assert {name: getattr(found[table], name) for name in figures} == figures, table


def test_what_is_missing_and_wrong_does_not_depend_on_the_order_of_the_rows(tmp_path: Path) -> None:
    gold = SAMPLES / "wire" / "gold"
    folder = spoiled(gold, tmp_path / "one")
    other = tmp_path / "two"
    other.mkdir()
    for path in folder.iterdir():
        (other / path.name).write_text("".join(reversed(path.read_text(encoding="utf-8").splitlines(keepends=True))))
    one, two = evaluate(folder, gold), evaluate(other, gold)
    for table in ("persons", "organisations", "mentions", "relations", "instrument parties"):
        assert (one[table].missing, one[table].wrong) == (two[table].missing, two[table].wrong)
        assert list(one[table].missing) == sorted(one[table].missing)
    assert one["mentions"].missing and one["relations"].wrong


# ---------------------------------------------------------------- recorded judgements


def judge(folder: Path, *lines: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{FACTS.slug}.csv").write_text("\n".join([",".join(COLUMNS), *lines]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def judged(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return tables with a person too much, gold without it, and the judgements that say so."""
    one, two = FACTS[Person][:2]
    write_tables(FACTS, tmp_path / "raw")
    gold = write(tmp_path / "gold", persons=[{"person": row.name} for row in FACTS[Person] if row.id != two.id])
    curated = judge(
        tmp_path / "curated",
        f"same,persons,{one.id},,{two.id},the same office,,",
        "remove,persons,person/nobody,,,gone,,",
    )
    return tmp_path / "raw", gold, curated


def test_raw_and_corrected_figures_stand_side_by_side(judged: tuple[Path, Path, Path]) -> None:
    raw, gold, curated = judged
    found = evaluate(raw, gold, curated=curated)
    assert found.corrected is not None
    assert found["persons"].precision < found.corrected["persons"].precision == 1.0
    assert found.corrections == {("same", "persons"): 1, ("remove", "persons"): 1}
    assert found.unapplied == 1
    shown = evaluation(found, "table")
    assert "corrected: prec." in shown.splitlines()[0]
    assert "recorded judgements: remove persons 1, same persons 1" in shown
    assert "not there: 1" in shown
    assert evaluation(found, "csv").splitlines()[0].endswith("corrected recall,corrected F1")


def test_facts_and_their_folder_have_the_same_figures(judged: tuple[Path, Path, Path]) -> None:
    raw, gold, curated = judged
    assert evaluate(FACTS, gold, curated=curated) == evaluate(raw, gold, curated=curated)


def test_tables_that_are_corrected_already_have_one_set_of_figures(
    judged: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    from vmcgraph.curation import corrected

    raw, gold, curated = judged
    found = evaluate(corrected(FACTS, curated), gold, curated=curated)
    assert found.corrected is None and found.corrections
    assert "change nothing" in evaluation(found, "table")
    assert evaluate(raw, gold, curated=tmp_path / "no-such-folder").corrections == {}


# ---------------------------------------------------------------- floors


def test_floors_are_held_by_the_name_of_the_gold_or_for_all(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    file.write_text('{"a/gold": {"persons": 0.9}, "b/gold": {"persons": 0.5}, "may lose": 0.1}')
    assert read_floors(file, tmp_path / "b" / "gold") == {"persons": 0.5}
    with pytest.raises(ExtractionError, match=r"floors\.json: no floors for .*it has those for a/gold, b/gold"):
        read_floors(file, tmp_path / "c" / "gold")
    file.write_text('{"persons": 0.7}')
    assert read_floors(file, tmp_path) == {"persons": 0.7}


def test_what_is_below_its_floor_is_told_and_an_unknown_table_refused() -> None:
    found = Evaluation({"persons": Figures(2, 2, 1), "topics": Figures(1, 1, 1)})
    assert found.below({"persons": 0.6, "topics": 1.0}) == {"persons": (0.5, 0.6)}
    assert found.below({"persons": 0.5}) == {}
    with pytest.raises(QueryError, match="no table 'person' is compared; there are: persons, topics"):
        found.below({"person": 0.1})


# ---------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("persons.jsonl", "{", r"persons\.jsonl line 1: not JSON"),
        ("persons.jsonl", "[]", r"persons\.jsonl line 1: \[\] is no object"),
        ("persons.jsonl", '{"name": "Ada"}', r"persons\.jsonl line 1: no column 'person'"),
        ("persons.jsonl", '{"person": 3}', r"persons\.jsonl line 1: person is 3; a text would be right"),
        ("persons.jsonl", '{"person": "A", "aliases": "B"}', r'aliases is "B"; a list would be right'),
        ("persons.jsonl", '{"person": "A", "evidence": [{}]}', r"evidence lacks start"),
        ("persons.jsonl", '{"person": "A", "evidence": [{"start": "1"}]}', r'evidence start is "1"; a whole number'),
        ("statements.jsonl", json.dumps(said("A", 1, 2, targets=[{"target": "B"}])), r"targets lacks kind or target"),
        ("captions.jsonl", '{"persons": [], "start": "1", "end": 2}', r'start is "1"; a whole number or null'),
        ("mentions.jsonl", '{"section": "s", "kind": "country", "target": "A", "offsets": []}', r"sections\.json: is missing"),
        ("scope.json", "[[1]]", r"scope\.json: it is \[1\]; a list of 2 would be right"),
        ("scope.json", "{", r"scope\.json: not JSON"),
        ("sections.json", "[]", r"sections\.json: is no object"),
    ],
)  # fmt: skip
def test_malformed_gold_is_told(tmp_path: Path, file: str, text: str, words: str) -> None:
    gold = write(tmp_path / "gold", countries=[])
    (gold / file).write_text(text)
    with pytest.raises(ExtractionError, match=words):
        evaluate(Facts.of([]), gold)


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match="holds no tables"):
        evaluate(tmp_path, tmp_path)


# ---------------------------------------------------------------- the command


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    gold = write(tmp_path / "gold", persons=[{"person": "Ada Brook"}, {"person": "Tom Vale"}])
    assert gold.is_dir()
    write(tmp_path / "facts", persons=[{"person": "Ada Brook"}, {"person": "=1+1\x1b[31m"}])
    return tmp_path


def test_the_command_prints_figures(run: Run, folders: Path) -> None:
    shown = run("evaluate", "facts", "--gold", "gold", cwd=folders).stdout
    assert shown.splitlines()[2].split() == ["persons", "2", "2", "1", "0.500", "0.500", "0.500"]
    told = json.loads(run("evaluate", "facts", "--gold", "gold", "--format", "json", cwd=folders).stdout)
    assert told["tables"]["persons"]["f1"] == 0.5 and told["corrected"] is None
    table = run("evaluate", "facts", "--gold", "gold", "--format", "csv", cwd=folders).stdout
    assert table.splitlines()[1] == "persons,2,2,1,0.500,0.500,0.500"


def test_the_command_lists_what_is_missing_and_wrong(run: Run, folders: Path) -> None:
    command = ["evaluate", "facts", "--gold", "gold", "--list", "persons"]
    assert run(*command, cwd=folders).stdout == "missing: tom vale\nwrong: 1 1 31m\n"
    assert json.loads(run(*command, "--format", "json", cwd=folders).stdout)["missing"] == ["tom vale"]
    assert run(*command, "--format", "csv", cwd=folders).stdout.splitlines()[0] == "what,item"
    told = run("evaluate", "facts", "--gold", "gold", "--list", "sessions", cwd=folders, exit_code=3).stderr
    assert "no table 'sessions' is compared; there are: persons" in told


def test_hostile_text_is_no_formula_and_no_command_of_a_terminal() -> None:
    figures = Figures(1, 1, 0, ("=HYPERLINK(1)",), ("\x1b[31m red\nline",))
    assert "missing,'=HYPERLINK(1)" in misses(figures, "csv")
    assert misses(figures, "table") == "missing: =HYPERLINK(1)\nwrong: \ufffd[31m red line\n"


def test_the_command_holds_floors(run: Run, folders: Path) -> None:
    (folders / "floors.json").write_text('{"persons": 0.75}')
    command = ["evaluate", "facts", "--gold", "gold", "--floors", "floors.json"]
    done = run(*command, cwd=folders, exit_code=1)
    assert done.stderr.endswith("persons: F1 0.500 is below its floor 0.750\n")
    assert "0.500" in done.stdout
    (folders / "floors.json").write_text('{"persons": 0.5}')
    assert "floor" not in run(*command, cwd=folders).stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("nothing --gold gold", "nothing: no such folder; name one that holds tables, such as persons.jsonl"),
        ("facts --gold nothing", "nothing: no such folder; name one that holds tables"),
        ("facts --gold gold --floors nothing.json", "nothing.json: no such file"),
        ("facts --gold gold --floors facts/persons.jsonl", "persons.jsonl: not JSON"),
    ],
)
def test_bad_input_is_a_line(run: Run, folders: Path, arguments: str, words: str) -> None:
    told = run("evaluate", *arguments.split(), cwd=folders, exit_code=3).stderr.splitlines()
    (line,) = (line for line in told if not line.endswith(" …"))  # leave out what one waits for
    assert line.startswith("Error: ") and words in line


def test_every_table_that_is_compared_is_one_of_the_model() -> None:
    assert set(COMPARISONS) <= table_records(FACTS).keys()
    assert key("Ambassador Ada Brook’s") == "ada brook"
