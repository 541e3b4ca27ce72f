"""From a report to a graph: in the stated order, all or nothing, beside what is there."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conference import forum, lf2031, lf2032
from conftest import ROOT
from pyoxigraph import Literal, NamedNode

from vmcgraph import editions, home, pipeline
from vmcgraph.curation import Corrected
from vmcgraph.document import Document
from vmcgraph.errors import ExportError, ExtractionError, ReportError
from vmcgraph.model import Facts, Organisation, Person
from vmcgraph.namespaces import CURATED, node
from vmcgraph.rdf import read_quads, to_store, write_graph
from vmcgraph.store import open_store
from vmcgraph.tables import read_tables
from vmcgraph.ties import coappear
from vmcgraph.validation import validate

SAMPLES = ROOT / "data" / "samples"
EXACT = node("oa:exact")


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the forum of 2031 be what travels with the package; return its graph file."""
    file = tmp_path / "shipped" / "graph.nq.gz"
    write_graph(to_store(lf2031()[0]), file)
    monkeypatch.setattr(home, "shipped_graph", lambda: file)
    monkeypatch.setattr(pipeline, "shipped_facts", lambda: [lf2031()[0]])
    return file


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file named lf2032.txt be read as the report of the forum of 2032, and lf2031.txt likewise."""

    def facts_of(
        report: str | Path, *, edition: str | None = None, say: pipeline.Say = print, **_: object
    ) -> tuple[Facts, Document]:
        say(f"reading {Path(report).name}")
        return {"lf2031": lf2031, "lf2032": lf2032}[Path(report).stem]()

    monkeypatch.setattr(pipeline, "facts_of", facts_of)


def stored(place: str | Path) -> set[str]:
    with open_store(place) as store:
        return {graph.value.rpartition("/graph/")[2] for graph in store.graphs()}


# ---------------------------------------------------------------- build


def test_a_sample_becomes_a_graph_that_conforms_and_can_be_asked(tmp_path: Path) -> None:
    steps: list[str] = []
    report = SAMPLES / "harbour" / "agenda.html"
    built = pipeline.build(report, edition="hd", store=tmp_path / "store", output=tmp_path / "hd.nq", say=steps.append)
    assert built.report.conforms, built.report.text
    assert steps == [
        "reading agenda.html",
        "extracting the facts of agenda.html",
        "building the graph",
        "checking the graph",
        "storing the graph",
    ]
    assert [facts.edition.id for facts in built.facts] == ["edition/hd"]
    with open_store(tmp_path / "store") as store:
        assert coappear(store)
        assert set(store.quads()) == set(read_quads(tmp_path / "hd.nq")) == set(built.database)


def test_an_id_for_the_edition_becomes_part_of_iris(tmp_path: Path) -> None:
    facts, _ = pipeline.facts_of(SAMPLES / "harbour" / "agenda.html", edition="Harbour Days!")
    assert facts.edition.id == "edition/harbour-days"


def test_without_a_report_the_shipped_facts_are_built(shipped: Path, tmp_path: Path) -> None:
    built = pipeline.build(output=tmp_path / "graph.nq.gz")
    assert (tmp_path / "graph.nq.gz").read_bytes() == shipped.read_bytes()
    assert len(built.store) == len(built.database)


@pytest.mark.parametrize("suffix", pipeline.GRAPH_FILES)
def test_a_graph_file_has_the_format_of_its_suffix(shipped: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"graph{suffix}"
    built = pipeline.build(output=target)
    written = {quad.triple for quad in read_quads(target)}
    assert written == {quad.triple for quad in built.database}


def test_an_unknown_suffix_is_told_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.nq, \.nq\.gz, \.trig, \.ttl, \.nt"):
        pipeline.build("no-report.pdf", output=tmp_path / "graph.docx")


def test_a_store_keeps_its_other_editions(extracted: None, tmp_path: Path) -> None:
    pipeline.build("lf2031.txt", store=tmp_path / "store")
    pipeline.build("lf2032.txt", store=tmp_path / "store")
    assert stored(tmp_path / "store") == {
        "derived",
        "ontology",
        "lf2031",
        "lf2031/evidence",
        "lf2032",
        "lf2032/evidence",
    }
    with open_store(tmp_path / "store") as store:
        (row,) = coappear(store, "Ada Brook", other="Mira Sund")
        assert row.times == 2  # one of each forum: what follows is derived anew from both
        assert validate(store).conforms
        once = set(store.quads())
    pipeline.build("lf2031.txt", "lf2032.txt", store=tmp_path / "store")
    with open_store(tmp_path / "store") as store:
        assert set(store.quads()) == once


def test_a_thing_keeps_the_name_that_the_store_has_for_it(tmp_path: Path) -> None:
    first, second = lf2031()[0], lf2032()[0]
    other = [replace(row, name="Union of Ferry Workers") if isinstance(row, Organisation) else row for row in second]
    store = to_store(Facts.of(other), beside=list(to_store(first)))
    labels = {
        quad.object.value
        for quad in store.quads_for_pattern(
            NamedNode("https://w3id.org/vmcgraph/id/organisation/ferry-workers-union"), node("rdfs:label"), None
        )
        if isinstance(quad.object, Literal)
    }
    assert labels == {"Ferry Workers' Union"}
    assert validate(store).conforms


def test_a_graph_that_does_not_conform_is_not_stored(
    shipped: Path, extracted: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pipeline.build("lf2031.txt", store=tmp_path / "store")
    before = stored(tmp_path / "store")

    def broken(facts: Facts, *_: object) -> Corrected:
        return Corrected(Facts.of(replace(row, evidence=()) if isinstance(row, Person) else row for row in facts))

    monkeypatch.setattr(pipeline, "correct", broken)
    built = pipeline.build("lf2032.txt", store=tmp_path / "store", output=tmp_path / "graph.nq")
    assert not built.report.conforms
    assert stored(tmp_path / "store") == before
    assert not (tmp_path / "graph.nq").exists()
    assert not editions.keep("lf2032.txt").report.conforms
    assert not home.home().exists()


def test_what_tells_of_no_conference_is_refused(tmp_path: Path) -> None:
    report = tmp_path / "note.txt"
    report.write_text("Dear all,\n\nthe lift is out of order.\n")
    for build in (pipeline.build, editions.keep):
        with pytest.raises(ExtractionError, match="nothing of a conference was found"):
            build(report)
    assert not home.home().exists()


def test_two_reports_of_one_edition_are_told(extracted: None, tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match=r"its edition is lf2031, as of lf2031\.txt; build them one by one"):
        pipeline.build("lf2031.txt", "copy/lf2031.txt")


def test_a_missing_report_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such file"):
        pipeline.build(tmp_path / "x.pdf")


# ---------------------------------------------------------------- the user's own editions


def test_an_own_edition_stands_beside_the_shipped_one(shipped: Path, extracted: None) -> None:
    built = editions.keep("lf2032.txt")
    assert [facts.edition.id for facts in built.facts] == ["edition/lf2032"]
    with home.open_usual(rebuild=lambda: pytest.fail("it is up to date")) as store:
        assert {row.value for row in (graph for graph in store.graphs())} == {
            f"https://w3id.org/vmcgraph/graph/{name}"
            for name in ("derived", "ontology", "lf2031", "lf2031/evidence", "lf2032", "lf2032/evidence")
        }
        assert coappear(store, "Ada Brook", other="Mira Sund")[0].times == 2
    assert read_tables(home.home() / "editions" / "lf2032") == lf2032()[0]
    assert home.is_fresh()


def test_the_words_are_there_only_for_who_has_the_report(shipped: Path, extracted: None) -> None:
    assert not any(quad.predicate == EXACT for quad in read_quads(shipped))
    editions.keep("lf2032.txt")
    own = read_quads(home.own_graph())
    words = {quad.graph_name.value.rpartition("/graph/")[2] for quad in own if quad.predicate == EXACT}
    assert words == {"lf2032/evidence"}
    assert validate(home.own_graph()).conforms
    editions.keep("lf2031.txt")  # a copy of the shipped edition's own report
    words = {quad.graph_name for quad in read_quads(home.own_graph()) if quad.predicate == EXACT}
    assert len(words) == 2


def test_words_are_taken_only_where_the_digest_fits() -> None:
    facts, document = lf2031()
    other = Document("An entirely different rendition of the report. " * 50)
    store = to_store(facts, wordings={facts.edition.id: other})
    assert not list(store.quads_for_pattern(None, EXACT, None))
    store = to_store(facts, wordings={facts.edition.id: document})
    spans = {span for row in facts for span in getattr(row, "evidence", ())}
    assert len(list(store.quads_for_pattern(None, EXACT, None))) == len(spans)


def test_an_own_graph_is_built_anew_when_the_shipped_one_has_changed(shipped: Path, extracted: None) -> None:
    editions.keep("lf2032.txt")
    before = home.own_graph().read_bytes()
    write_graph(to_store([]), shipped)
    assert not home.is_fresh()
    called: list[str] = []

    def rebuild() -> None:
        called.append("rebuilt")
        editions.refresh()

    with home.open_usual(rebuild) as store:
        assert coappear(store)
    assert called == ["rebuilt"]
    assert home.own_graph().read_bytes() == before  # the texts are kept, so the words are there again
    assert home.is_fresh()


@pytest.mark.parametrize("damage", ["no record", "damaged record", "no graph"])
def test_an_own_graph_that_is_not_known_to_be_whole_is_built_anew(shipped: Path, extracted: None, damage: str) -> None:
    editions.keep("lf2032.txt")
    if damage == "no record":
        home.forget()
    elif damage == "damaged record":
        (home.home() / "graph.json").write_text("[]")
    else:
        home.own_graph().unlink()
    assert not home.is_fresh()
    with home.open_usual(editions.refresh) as store:
        assert coappear(store, editions=["lf2032"])


# ---------------------------------------------------------------- judgements

HEAD = "action,table,id,column,value,reason,start,end\n"


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    """Return a bill that a person has filled in: Ben Low is a doctor; another line is not decided."""
    file = tmp_path / "bill.csv"
    lines = "set,persons,person/ben-low,honorific,Dr,as on the card,,\n,persons,person/ada-brook,,,,,\n"
    file.write_text(HEAD + lines, encoding="utf-8")
    return file


def honorifics(facts: Facts) -> dict[str, str]:
    return {row.name: row.honorific for row in facts[Person] if row.honorific}


def test_judgements_are_kept_with_the_edition_and_applied_again(shipped: Path, extracted: None, bill: Path) -> None:
    built = editions.keep("lf2032.txt", judgements=bill)
    assert honorifics(built.facts[0])["Ben Low"] == "Dr"
    assert built.corrections["lf2032"] == {"set persons": 1}
    assert read_tables(home.home() / "editions" / "lf2032") == lf2032()[0]  # the raw reading
    assert home.own_judgements("lf2032").read_text(encoding="utf-8").count("person/") == 1
    bill.unlink()
    assert honorifics(editions.keep("lf2032.txt").facts[0])["Ben Low"] == "Dr"
    again = {facts.slug: facts for facts in editions.refresh().facts}
    assert honorifics(again["lf2032"])["Ben Low"] == "Dr"
    bill.write_text(HEAD)
    assert "Ben Low" not in honorifics(editions.keep("lf2032.txt", judgements=bill).facts[0])
    assert "Ben Low" not in honorifics(editions.keep("lf2032.txt").facts[0])


def test_judgements_that_new_ones_do_not_repeat_are_told_and_kept(shipped: Path, extracted: None, bill: Path) -> None:
    assert editions.keep("lf2032.txt", judgements=bill).dropped == {}
    before = home.own_judgements("lf2032").read_bytes()
    assert editions.keep("lf2032.txt").dropped == {}
    assert editions.keep("lf2032.txt", judgements=bill).dropped == {}  # repeated
    assert not home.earlier_judgements("lf2032").exists()
    bill.write_text(HEAD + "remove,persons,person/ada-brook,,,went home,,\n")
    assert editions.keep("lf2032.txt", judgements=bill).dropped == {"lf2032": 1}
    assert home.earlier_judgements("lf2032").read_bytes() == before
    for line in ("keep,persons,person/ada-brook,,,checked,,\n", "keep,persons,person/tom-vale,,,checked,,\n"):
        bill.write_text(HEAD + line)
        editions.keep(edition="lf2031", judgements=bill)
    assert home.earlier_judgements("lf2031").is_file()
    assert [folder.name for folder in home.own_editions()] == ["lf2032"]


def test_judgements_alone_are_about_an_edition_that_is_there(shipped: Path, extracted: None, bill: Path) -> None:
    editions.keep("lf2032.txt")
    built = editions.keep(edition="lf2032", judgements=bill)
    assert honorifics(built.facts[0])["Ben Low"] == "Dr" and built.replaced == ()
    bill.write_text(HEAD + "remove,persons,person/lena-moss,,,took photographs only,,\n")
    built = editions.keep(edition="lf2031", judgements=bill)  # a shipped edition: its tables are not copied
    assert "person/lena-moss" not in built.facts[0].by_id()
    assert [path.name for path in home.own_judgements("lf2031").parent.iterdir()] == ["judgements.csv"]
    assert [folder.name for folder in home.own_editions()] == ["lf2032"]
    with home.open_usual(rebuild=lambda: pytest.fail("it is up to date")) as store:
        assert not [quad for quad in store.quads() if quad.subject.value.endswith("person/lena-moss")]


def test_judgements_changed_by_hand_count_as_a_change(shipped: Path, extracted: None, bill: Path) -> None:
    editions.keep("lf2032.txt", judgements=bill)
    assert home.is_fresh()
    home.own_judgements("lf2032").write_text(HEAD)
    assert not home.is_fresh()
    editions.refresh()
    assert home.is_fresh()


def test_judgements_are_applied_all_or_not_at_all(shipped: Path, extracted: None, bill: Path) -> None:
    editions.keep("lf2032.txt", judgements=bill)
    before = {path: path.read_bytes() for path in home.home().rglob("*") if path.is_file()}
    with bill.open("a") as file:
        file.write("set,persons,person/ada-brook,age,3,why,,\n")
    with pytest.raises(ExtractionError, match=r"bill\.csv line 4: no column 'age'"):
        editions.keep("lf2032.txt", judgements=bill)
    assert {path: path.read_bytes() for path in home.home().rglob("*") if path.is_file()} == before


def test_judgements_that_break_the_graph_are_not_kept(shipped: Path, extracted: None, bill: Path) -> None:
    bill.write_text(HEAD + 'set,persons,person/ben-low,name,"""""",no name,,\n')
    built = editions.keep("lf2032.txt", judgements=bill)
    assert not built.report.conforms and "label" in built.report.text
    assert not home.home().exists()


def test_a_build_into_a_store_takes_judgements(shipped: Path, extracted: None, bill: Path, tmp_path: Path) -> None:
    built = pipeline.build("lf2032.txt", store=tmp_path / "store", judgements=bill)
    assert built.corrections == {"lf2032": {"set persons": 1}} and not home.home().exists()
    bill.write_text(HEAD + "remove,persons,person/lena-moss,,,took photographs only,,\n")
    built = pipeline.build(edition="lf2031", judgements=bill, output=tmp_path / "graph.nq")
    assert built.corrections == {"lf2031": {"remove persons": 1, "removed along with these": 1}}
    with pytest.raises(ExtractionError, match="there is no edition 'lf1999'; there are lf2031"):
        pipeline.build(edition="lf1999", judgements=bill)


def test_what_was_decided_about_an_edition_stays_until_it_is_built_again(
    extracted: None, bill: Path, tmp_path: Path
) -> None:
    def reasons() -> set[str]:
        with open_store(tmp_path / "store") as store:
            found = store.quads(CURATED)
            return {quad.object.value for quad in found if quad.predicate == node("vmc:reason")}

    pipeline.build("lf2032.txt", store=tmp_path / "store", judgements=bill)
    assert reasons() == {"as on the card"}
    pipeline.build("lf2031.txt", store=tmp_path / "store")
    assert reasons() == {"as on the card"}
    pipeline.build("lf2032.txt", store=tmp_path / "store")
    assert "curated" not in stored(tmp_path / "store")


def test_a_new_row_is_proven_by_the_report_at_hand(shipped: Path, extracted: None, bill: Path) -> None:
    document = lf2032()[1]
    start = document.text.index("Low tide")
    bill.write_text(HEAD + f'add,places,place/low,,"{{""name"": ""Low""}}",overlooked,{start},{start + 3}\n')
    for reports in (("lf2032.txt",), ()):  # from the report, and from the text that was kept
        built = editions.keep(*reports, edition="lf2032", judgements=bill)
        (span,) = built.facts[0].by_id()["place/low"].evidence
        assert span == document.span(start, start + 3, span.basis)


def test_a_review_of_a_report_and_of_what_is_kept_of_it_are_the_same(shipped: Path) -> None:
    report = SAMPLES / "lakeside" / "report.pdf"
    doubts, judged = editions.review(report, edition="mine")
    assert {"who speaks", "no fact", "one mention"} <= {doubt.kind for doubt in doubts} and judged == ()
    assert all(doubt.wording and doubt.page for doubt in doubts)
    editions.keep(report, edition="mine")
    assert editions.review(edition="mine") == (doubts, ())
    doubts, _ = editions.review(edition="lf2031")
    assert doubts and not any(doubt.wording for doubt in doubts)


def test_the_next_review_repeats_the_judgements_in_force(shipped: Path, extracted: None, bill: Path) -> None:
    editions.keep("lf2032.txt", judgements=bill)
    before, judged = editions.review(edition="lf2032")
    assert [judgement.id for judgement in judged] == ["person/ben-low"]
    doubt = next(doubt for doubt in before if doubt.kind == "one mention")
    bill.write_text(f"{HEAD}keep,{doubt.table},{doubt.id},,,checked,,\n")
    after, _ = editions.review(edition="lf2032", judgements=bill)
    assert doubt not in after and len(after) == len(before) - 1


# ---------------------------------------------------------------- the same bytes


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    report = SAMPLES / "uplands" / "programme.md"
    for number, seed in enumerate(("1", "2")):
        code = f"from vmcgraph import build; build({str(report)!r}, output={str(tmp_path / f'{number}.nq')!r})"
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code], env=env, check=True)
    assert (tmp_path / "0.nq").read_bytes() == (tmp_path / "1.nq").read_bytes()


def test_the_counts_are_those_of_the_tables() -> None:
    counts = pipeline.summary(forum())
    assert list(counts) == ["lf2031", "lf2032"]
    assert (counts["lf2031"]["sessions"], counts["lf2031"]["captions"], counts["lf2032"]["persons"]) == (4, 3, 3)
    assert "notes" not in counts["lf2031"]
