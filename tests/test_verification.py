"""Spans read again: in the very text, in a text with one changed character, in other renditions, in another report."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from conference import lf2031
from conftest import ROOT, Run
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from vmcgraph.alignment import align
from vmcgraph.document import Document, Span
from vmcgraph.errors import ExtractionError, ReportError
from vmcgraph.extraction import extract
from vmcgraph.findings import verification
from vmcgraph.home import shipped_graph
from vmcgraph.model import (
    Affiliation,
    Claim,
    Country,
    Edition,
    Facts,
    Instrument,
    Mention,
    Note,
    Organisation,
    Participation,
    Person,
    Place,
    Relation,
    SourceDocument,
    Statement,
)
from vmcgraph.pipeline import Reading, shipped_facts
from vmcgraph.rdf import quads
from vmcgraph.reading import parse_report, read_report
from vmcgraph.store import open_store
from vmcgraph.stored import stored_editions
from vmcgraph.tables import write_tables
from vmcgraph.verification import ASTRAY, CUT, Problem, Verification, prints, spans_of, verify

SAMPLES = ROOT / "data" / "samples"
HARBOUR = read_report(SAMPLES / "harbour" / "agenda.html")
FACTS = extract(HARBOUR)
PROOFS = [(row, span) for row in FACTS for span in spans_of(row)]

Touched = set[tuple[str, int, int]]


def told(found: Verification) -> Touched:
    return {(each.id, each.start, each.end) for each in found.problems}


def on(text: str, *rows: object) -> Facts:
    """Return facts of a text."""
    document = Document(text)
    source = SourceDocument(
        id="document/x", title="X", sha256=document.sha256, length=len(text), genre="report", language="en"
    )
    return Facts.of([source, *rows])


def at(text: str, words: str, basis: str = "narrative") -> Span:
    start = text.index(words)
    return Document(text).span(start, start + len(words), basis)


# ---------------------------------------------------------------- the very text


def test_all_holds_in_the_text_that_was_read() -> None:
    found = verify(FACTS, HARBOUR)
    assert found.holds and found.same_text
    assert found.spans == found.aligned == len(PROOFS) > 200
    assert "all hold" in verification(found, "text")


@pytest.mark.parametrize("changed", ["Ada Brookx came.", "Ada Brook's came."])
def test_a_letter_more_makes_another_word(changed: str) -> None:
    text = "Ada Brook came. It rained all day in the harbour, and nobody saw the ferry leave."
    facts = on(text, Person(id="person/ada-brook", name="Ada Brook", evidence=(at(text, "Ada Brook"),)))
    found = verify(facts, parse_report(text.replace("Ada Brook came.", changed)))
    assert [each.reason for each in found.problems] == ([] if "'" in changed else [CUT])


def test_a_span_with_another_digest_or_place_does_not_hold() -> None:
    facts, document = lf2031()
    assert verify(facts, document).holds
    person = facts[Person][0]
    span = person.evidence[0]
    wrong = (
        replace(span, digest="0" * 16),
        replace(span, start=span.start + 1),
        replace(span, start=10**6, end=10**6 + 5),
        replace(span, start=-9, end=-2),
    )
    rows = [replace(row, evidence=wrong) if row is person else row for row in facts]
    problems = verify(Facts.of(rows), document).problems
    assert [problem.reason for problem in problems] == [
        "its digest does not fit the text there",
        "its digest does not fit the text there",
        *2 * [f"lies outside the text, which has {len(document.text)} characters"],
    ]
    assert {(problem.table, problem.id, problem.name) for problem in problems} == {("persons", person.id, person.name)}


def test_a_problem_names_its_page() -> None:
    document = read_report(SAMPLES / "lakeside" / "report.pdf")
    facts = extract(document)
    person = next(row for row in facts[Person] if len(row.evidence) > 2)
    wrong = replace(person, evidence=tuple(replace(span, digest="0" * 16) for span in person.evidence))
    problems = verify(Facts.of([wrong if row is person else row for row in facts]), document).problems
    pages = {f"p. {document.page_of(span.start)}" for span in person.evidence}
    assert {problem.pages for problem in problems} == pages and len(pages) > 1


def test_a_blank_span_proves_nothing() -> None:
    text = "Ada Brook met  \n Tom Vale."
    blank = Document(text).span(13, 17, "narrative")
    assert [
        each.reason
        for each in verify(on(text, Note(id="note/1", note="x", evidence=(blank,))), Document(text)).problems
    ] == ["its text is blank"]


TEXT = "Brook, Head of Quays at the DFH, met guests from Vienna-based firms and the mission in Oslo. Danish boats came. She paid."


@pytest.mark.parametrize(
    ("row", "words", "named"),
    [
        (Person(id="person/ada", name="Ada Brook"), "Brook", None),
        (Person(id="person/ada", name="Ada van Quays"), "Head of Quays", None),
        (Person(id="person/ada", name="Ada of Bro"), "Brook, Head of", "Ada of Bro"),
        (Person(id="person/ada", name="Tom Vale", aliases=("Ms Brook",)), "Brook", None),
        (Organisation(id="organisation/dfh", name="Dover Ferry House", acronym="DFH"), "the DFH", None),
        (Organisation(id="organisation/oslo", name="Oslo Mission"), "mission in Oslo", None),
        (Organisation(id="organisation/oslo", name="Oslo Mission"), "the mission", None),
        (Organisation(id="organisation/oslo", name="Oslo Mission"), "and the mission", "Oslo Mission"),
        (Organisation(id="organisation/oslo", name="Oslo Mission"), "the", "Oslo Mission"),
        (Country(id="country/DNK", name="Denmark", forms=("Danish",)), "Danish", None),
        (Country(id="country/DNK", name="Denmark"), "Danish", "Denmark"),
        (Place(id="place/wien", name="Wien"), "Vienna-based", "Wien"),
        (Instrument(id="instrument/b", name="Boats Act", type="law", aliases=("Danish boats",)), "Danish boats", None),
        (Instrument(id="instrument/b", name="Boats Act", type="law"), "Danish boats", "Boats Act"),
    ],
)  # fmt: skip
def test_a_span_prints_what_its_row_names(row: Person, words: str, named: str | None) -> None:
    found = verify(on(TEXT, replace(row, evidence=(at(TEXT, words),))), Document(TEXT))
    assert [each.reason for each in found.problems] == ([f"its text does not print {named}"] if named else [])


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("The scheme is paid for by Norway", True),
        ("Crews like that scheme", True),
        ("A scheme is paid for by Norway", False),
        ("The fund is paid for by Norway", False),
    ],
)
def test_a_noun_goes_back_to_an_instrument(words: str, holds: bool) -> None:
    assert prints(words, Instrument(id="instrument/quay", name="Quay scheme", type="scheme"), {}) is holds


def test_two_parties_stand_for_the_name_of_their_agreement() -> None:
    accord = Instrument(id="instrument/a", name="Malta-Ghana agreement", type="agreement")
    assert prints("agreement between the two countries", accord, {})
    assert not prints("countries between the two", accord, {})


def test_a_city_stands_for_its_country() -> None:
    italy = Country(id="country/ITA", name="Italy", iso3="ITA")
    assert prints("Mayor, City of Trieste", italy, {})
    assert not prints("Mayor, City of Vienna", italy, {})
    stage = "Panel discussion\n\nRoads\n\nON STAGE\n\nAda Nkemelu, Mayor, City of Trieste\n"
    report = parse_report(stage)
    facts = extract(report, edition="x2030")
    assert "country/ITA" in {row.id for row in facts[Country]}
    assert verify(facts, report).holds


def test_a_mention_prints_its_target_and_an_agreement_its_parties() -> None:
    country = Country(id="country/DNK", name="Denmark", forms=("Danish",))
    section = replace(lf2031()[0][Edition][0], id="section/x", evidence=())
    good = Mention(id="mention/1", section=section.id, target=country.id, evidence=(at(TEXT, "Danish"),))
    bad = replace(good, id="mention/2", evidence=(at(TEXT, "Danish"), at(TEXT, "She")))
    deal = Instrument(
        id="instrument/d", name="Denmark-Oslo agreement", type="agreement", country_parties=(country.id,),
        evidence=(at(TEXT, "Danish boats"),), party_evidence=(at(TEXT, "Danish"), at(TEXT, "She paid")),
    )  # fmt: skip
    problems = verify(on(TEXT, country, section, good, bad, deal), Document(TEXT)).problems
    assert [(each.id, each.reason) for each in problems] == [
        ("instrument/d", "its text does not print Denmark-Oslo agreement"),
        ("mention/2", "its text does not print Denmark"),
    ]


MALTA, GHANA = (
    Country(id=f"country/{code}", name=name, iso3=code) for code, name in (("MLT", "Malta"), ("GHA", "Ghana"))
)
PERU = Country(id="country/PER", name="Peru", iso3="PER")
FORUM_TEXT = (
    "Malta spoke first. It has signed the Quay Compact with Ghana. Rosa Vik was there, and she praised the accord."
)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("relation", {"subject": PERU.id}, "its text does not print Peru"),
        ("relation", {"object": PERU.id}, "its text does not print Peru"),
        ("statement", {"about": (PERU.id,)}, "its text does not print Peru"),
        ("statement", {"speakers": ("person/bo-holm",)}, "its text does not print Bo Holm"),
        ("instrument", {"country_parties": (GHANA.id, PERU.id)}, "no place of it prints Peru"),
        ("participation", {"person": "person/bo-holm"}, "its text does not print Bo Holm"),
    ],
)
def test_each_thing_that_a_fact_names_is_printed_in_or_near_its_span(
    field: str, value: dict[str, object], reason: str
) -> None:
    signed = at(FORUM_TEXT, "It has signed the Quay Compact with Ghana")
    section = replace(lf2031()[0][Edition][0], id="section/x", evidence=())
    compact = Instrument(
        id="instrument/quay-compact", name="Quay Compact", type="compact", country_parties=(GHANA.id, MALTA.id),
        evidence=(at(FORUM_TEXT, "Quay Compact"),),
    )  # fmt: skip
    good = {
        "instrument": compact,
        "relation": Relation(
            id="relation/1", subject=MALTA.id, predicate="party to", object=compact.id, evidence=(signed,)
        ),
        "statement": Statement(
            id="statement/1", section=section.id, speakers=("person/rosa-vik",), verb="praised", resolved="she", kind="reported",
            about=(compact.id,), evidence=(at(FORUM_TEXT, "she praised the accord"),),
        ),
        "participation": Participation(
            id="participation/1", session=section.id, person="person/rosa-vik", role="speaker", basis="narrative",
            evidence=(at(FORUM_TEXT, "she praised the accord"),),
        ),
    }  # fmt: skip
    people = [Person(id="person/rosa-vik", name="Rosa Vik"), Person(id="person/bo-holm", name="Bo Holm")]
    known = [MALTA, GHANA, PERU, section, *people]
    document = Document(FORUM_TEXT)
    assert verify(on(FORUM_TEXT, *known, *good.values()), document).holds
    bad = good | {field: replace(good[field], **value)}  # type: ignore[type-var]
    assert [each.reason for each in verify(on(FORUM_TEXT, *known, *bad.values()), document).problems] == [reason]


def test_a_post_prints_its_title_and_in_running_text_may_have_a_pronoun() -> None:
    body = Organisation(id="organisation/dfh", name="Dover Ferry House", evidence=(at(TEXT, "She paid", "team"),))
    person = Person(id="person/ada", name="Ada Brook")
    edition = replace(lf2031()[0][Edition][0], evidence=())
    post = Affiliation(id="affiliation/1", person=person.id, position="She", edition=edition.id, organisation=body.id)
    rows = [
        replace(post, evidence=(at(TEXT, "She paid"),)),
        replace(post, id="affiliation/2", evidence=(at(TEXT, "She paid", "team"),)),
        replace(post, id="affiliation/3", position="Captain", evidence=(at(TEXT, "Brook", "team"),)),
    ]
    problems = verify(on(TEXT, body, person, edition, *rows), Document(TEXT)).problems
    assert [(each.id, each.reason) for each in problems] == [
        ("affiliation/2", "its text does not print Ada Brook"),
        ("affiliation/3", "its text does not print Captain"),
    ], "the body is that of the heading, as its own span also proves a post in it"


def test_only_whole_words_are_printed() -> None:
    assert prints("the European Union", "european", {})
    assert not prints("the Europeans", "european", {})


# ---------------------------------------------------------------- one changed character


@pytest.mark.parametrize("change", ["replaced", "inserted", "deleted"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_one_changed_character_names_the_facts_whose_spans_it_touches(change: str, data: st.DataObject) -> None:
    row, span = data.draw(st.sampled_from(PROOFS))
    where = (
        data.draw(st.integers(span.start + (change == "inserted"), span.end - 1))
        if span.end - span.start > 1
        else span.start
    )
    text = HARBOUR.text
    assume(change != "deleted" or not text[where].isspace())  # one blank for two is another rendition of the same words
    behind = where + (change != "inserted")
    changed = text[:where] + ("" if change == "deleted" else "§") + text[behind:]
    found = verify(FACTS, Document(changed))
    inside = {
        (other.id, each.start, each.end)
        for other, each in PROOFS
        if (each.start < where if change == "inserted" else each.start <= where) and where < each.end
    }
    assert (row.id, span.start, span.end) in told(found)
    assert told(found) == inside
    assert {each.reason for each in found.problems} == {ASTRAY}
    assert not found.same_text


# ---------------------------------------------------------------- other renditions


def printed(text: str, target: Path, width: float = 130) -> Path:
    """Print a text as a PDF of many small pages, each with a running title and its number."""
    from fpdf import FPDF

    class Pages(FPDF):
        def header(self) -> None:
            self.cell(0, 8, f"An invented holding   {self.page_no()}", new_x="LMARGIN", new_y="NEXT")

    pdf = Pages(format=(width, 150))
    pdf.set_font("Helvetica", size=9)
    pdf.add_page()
    pdf.multi_cell(0, 5, text.encode("latin-1", "replace").decode("latin-1"), align="L")
    pdf.output(str(target))
    return target


def test_a_pdf_of_the_same_report_is_aligned(tmp_path: Path) -> None:
    latin = parse_report(HARBOUR.text.encode("latin-1", "replace").decode("latin-1"), name="agenda.txt")
    facts = extract(latin)
    document = read_report(printed(latin.text, tmp_path / "agenda.pdf"))
    assert len(document.pages) > 3
    found = verify(facts, document)
    assert not found.same_text
    assert found.spans > 150 and found.aligned > 0.95 * found.spans
    shown = verification(found, "text")
    assert "agenda.pdf is another rendition" in shown
    assert f"{found.aligned} spans found, {found.spans - found.aligned} not found" in shown


@pytest.mark.parametrize(
    "style", ["font: 10pt serif", "font: 16px serif", "font: 11pt sans-serif", "font: 9pt monospace"]
)
def test_a_pdf_that_a_browser_prints_is_aligned(page: Page, tmp_path: Path, style: str) -> None:
    page.set_content(
        f"<body style='{style}'>" + "".join(f"<p>{escape(each)}</p>" for each in HARBOUR.text.split("\n\n"))
    )
    (tmp_path / "agenda.pdf").write_bytes(page.pdf())
    found = verify(FACTS, read_report(tmp_path / "agenda.pdf"))
    assert found.aligned > 0.9 * found.spans


def test_a_text_with_other_line_ends_is_aligned() -> None:
    text = HARBOUR.text
    for other in (" ".join(text.split()), text.replace("\n", "\r\n"), "A cover.\n\n" + text.replace("\n\n", "\n \n\n")):
        found = verify(FACTS, Document(other))
        assert not found.same_text
        assert found.aligned > 0.97 * found.spans


def test_every_span_that_is_found_has_its_words_at_its_place() -> None:
    pages = "\f".join(f"page {n}\n{piece}" for n, piece in enumerate(HARBOUR.text.split("\n\n")))
    places = align([span for _, span in PROOFS], pages, [row.name for row in FACTS[Person]])
    found = {span: place for span, place in places.items() if place}
    assert len(found) > 0.9 * len(places)
    for span, (start, end) in found.items():
        assert pages[start:end].split() == HARBOUR.text[span.start : span.end].split()
    ordered = sorted(found)
    assert [found[span][0] for span in ordered] == sorted(found[span][0] for span in ordered)


def test_a_word_that_is_broken_at_its_hyphen_is_found() -> None:
    text = "We met Ada Brook-Vale at noon."
    place = align([at(text, "Ada Brook-Vale")], "Today\nwe met Ada Brook-\nVale at noon.")
    assert place == {at(text, "Ada Brook-Vale"): (13, 28)}


def test_nothing_is_found_in_an_empty_text_or_for_no_spans() -> None:
    assert align([at("Ada", "Ada")], "  \n") == {at("Ada", "Ada"): None}
    assert align([], "Ada") == {}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_any_text_is_aligned_with_any_other(text: str, other: str, start: int, length: int) -> None:
    span = Document(text).span(start, start + length, "narrative")
    (place,) = align([span], other, [text]).values()
    assert place is None or other[slice(*place)].split() == text[start : start + length].split() or "-" in other


def test_another_report_is_refused() -> None:
    with pytest.raises(ReportError, match=r"programme\.md: is another report; that of .* would be right"):
        verify(FACTS, read_report(SAMPLES / "uplands" / "programme.md"))


def test_facts_without_their_document_are_refused() -> None:
    with pytest.raises(ExtractionError, match="does not say of which text the facts are"):
        verify(Facts.of([]), HARBOUR)


# ---------------------------------------------------------------- what is shown


def test_what_does_not_hold_is_escaped() -> None:
    problem = Problem("persons", "person/x", "=1+1\x1b[31m\nx", 3, 9, "p. 2", ASTRAY)
    found = Verification("x1", "a\x1b.txt", "a" * 64, "b" * 64, 2, 4, 3, (problem,))
    shown = verification(found, "text")
    assert shown.splitlines()[-1] == f"persons person/x (=1+1\ufffd[31m x), characters 3–9, p. 2: {ASTRAY}"
    assert "4 spans of 2 facts: 1 span of 1 fact does not hold." in shown
    assert "\x1b" not in shown
    assert ",'=1+1" in verification(found, "csv").replace('"', "")


# ---------------------------------------------------------------- the command


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    shutil.copy(SAMPLES / "harbour" / "agenda.html", tmp_path)
    write_tables(FACTS, tmp_path / "facts")
    return tmp_path


def test_the_command_checks_a_folder_of_tables(run: Run, desk: Path) -> None:
    done = run("verify", "facts", "--report", "agenda.html", cwd=desk)
    assert done.stdout.splitlines()[0].startswith("agenda.html is the text that the facts of ")
    (desk / "changed.txt").write_text(HARBOUR.text.replace(FACTS[Person][0].name, "Nobody Atall"), encoding="utf-8")
    command = ["verify", "facts", "--report", "changed.txt"]
    lines = run(*command, cwd=desk, exit_code=1).stdout.splitlines()
    assert any(line.startswith(f"persons {FACTS[Person][0].id} (") for line in lines)
    data = json.loads(run(*command, "--format", "json", cwd=desk, exit_code=1).stdout)
    assert not data["holds"] and data["problems"][0].keys() == {
        "table",
        "id",
        "name",
        "start",
        "end",
        "pages",
        "reason",
    }
    table = run(*command, "--format", "csv", cwd=desk, exit_code=1).stdout.splitlines()
    assert len(table) == len(data["problems"]) + 1


def test_the_command_finds_the_facts_of_a_report_by_its_text_or_its_edition(run: Run, desk: Path) -> None:
    run("build", "agenda.html", "--edition", "mine", cwd=desk)
    assert "the facts of mine" in run("verify", "--report", "agenda.html", cwd=desk).stdout
    (desk / "one-line.txt").write_text(" ".join(HARBOUR.text.split()), encoding="utf-8")
    told = run("verify", "--report", "one-line.txt", cwd=desk, exit_code=3).stderr
    assert "there are no facts of the edition" in told and "mine, vmc2024, vmc2025" in told
    shown = run("verify", "--report", "one-line.txt", "--edition", "mine", cwd=desk).stdout
    assert "another rendition" in " ".join(shown.split())


def test_the_command_checks_the_edition_that_a_store_has(run: Run, desk: Path) -> None:
    run("build", "agenda.html", "--edition", "mine", "--store", "graph", cwd=desk)
    data = json.loads(run("verify", "--report", "agenda.html", "--store", "graph", "--format", "json", cwd=desk).stdout)
    assert data["holds"] and data["edition"] == "mine" and data["spans"] > 50
    name = FACTS[Person][0].name
    (desk / "changed.txt").write_text(HARBOUR.text.replace(name, f"{name}x"), encoding="utf-8")
    command = ["verify", "--report", "changed.txt", "--edition", "mine", "--store", "graph"]
    assert f"persons {FACTS[Person][0].id} (" in run(*command, cwd=desk, exit_code=1).stdout
    command = ["verify", "--report", "agenda.html", "--edition", "yours", "--store", "graph"]
    assert "'yours', but of mine" in run(*command, cwd=desk, exit_code=3).stderr


def test_a_graph_gives_its_facts_back_for_their_proofs() -> None:
    (found,) = stored_editions(quads(FACTS))
    for kind in (Person, Organisation, Statement, Country, Affiliation):
        assert {row.id: row.evidence for row in found[kind]} == {row.id: row.evidence for row in FACTS[kind]}
    assert verify(found, HARBOUR).holds


def test_a_graph_gives_back_what_was_decided_of_each_edition() -> None:
    with open_store(shipped_graph()) as store:
        there = {facts.slug: facts for facts in stored_editions(store.quads())}
    for facts in shipped_facts():
        corrected = Reading(facts).corrected().facts
        assert facts.slug == "vmc2025" or corrected[Mention] != facts[Mention]
        for kind in (Person, Organisation, Instrument, Mention, Statement, Affiliation, Claim):
            assert {row.id: row.evidence for row in there[facts.slug][kind]} == {
                row.id: row.evidence for row in corrected[kind]
            }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("facts --report nothing.pdf", "nothing.pdf: no such file; name a report file"),
        ("nothing --report agenda.html", "nothing: no such folder; give one that `vmcgraph extract` wrote"),
        ("facts --report letter.txt", "letter.txt: is another report; that of"),
        ("--report agenda.html --edition lf1999", "no facts of the edition 'lf1999', but of vmc2024, vmc2025"),
    ],
)
def test_bad_input_is_a_line(run: Run, desk: Path, arguments: str, words: str) -> None:
    (desk / "letter.txt").write_text("Dear all,\n\nthe lift is out of order.\n")
    told = run("verify", *arguments.split(), cwd=desk, exit_code=3).stderr.splitlines()
    (line,) = (line for line in told if not line.endswith(" …"))  # leave out what one waits for
    assert line.startswith("Error: ") and words in line


@pytest.mark.parametrize("before", ["", "Mia Holt asked. "], ids=["at the start", "between"])
def test_a_changed_name_is_not_taken_for_one_that_stands_elsewhere(before: str) -> None:
    text = f"{before}Ada Brook spoke, and nobody doubted that Ada Brook was right. Tom Vale left. Ben Reed stayed."
    names = ["Ada Brook", "Tom Vale", "Ben Reed", *["Mia Holt"] * bool(before)]
    spans = [at(text, name) for name in names]
    places = align(spans, text.replace("Ada Brook spoke", "Ada Brock spoke"), names)
    assert [span for span in spans if places[span] is None] == spans[:1]


# ---------------------------------------------------------------- what was said


SPOKEN = """Panel discussion

Roads and bridges

ON STAGE

Ada Nkemelu, Director, Bridge Institute

Ada Nkemelu stressed that Norway funds the Harbour Fund. The speakers agreed that tolls are high. She added that the 12 speakers of
the day had seen enough of them, and that labour migration needs ports, crews, tea and time.
"""


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("Statement", {"verb": "denied"}),
        ("Statement", {"resolved": "the butcher"}),
        ("Statement", {"about": ("country/ISL",)}),
        ("CollectiveVoice", {"name": "the butchers"}),
        ("Topic", {"name": "brain drain", "aliases": ()}),
        ("Relation", {"subject": "country/ISL", "object": "country/ISL"}),
    ],
)
def test_what_was_said_has_to_be_printed(kind: str, change: dict[str, object]) -> None:
    document = parse_report(SPOKEN)
    facts = extract(document, edition="x2031")
    iceland = Country(id="country/ISL", name="Iceland", iso3="ISL")
    true = Facts.of([*facts, iceland])
    assert not [problem for problem in verify(true, document).problems if problem.id != iceland.id]
    rows = [replace(row, **change) if type(row).__name__ == kind else row for row in true]
    assert verify(Facts.of(rows), document).problems, kind
