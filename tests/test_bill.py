"""A reader's bill: each kind of doubt on an invented conference, the order, the file."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from conference import Text, lf2031
from conftest import ROOT
from example_facts import FACTS, at

from vmcgraph.bill import MORE, bill, bill_file, check_target
from vmcgraph.curation import correct
from vmcgraph.document import Block, Document
from vmcgraph.doubts import DOUBTS, Doubt
from vmcgraph.errors import ExportError
from vmcgraph.judgements import COLUMNS, csv_of, parse_judgements
from vmcgraph.model import (
    Affiliation,
    Claim,
    Facts,
    Instrument,
    Note,
    Organisation,
    Paragraph,
    Person,
    Proposal,
    Section,
    Statement,
    Unit,
)
from vmcgraph.pipeline import facts_of

HEAD = ",".join(COLUMNS)


def doubts(kind: str, *rows: object, document: Document | None = None) -> list[Doubt]:
    """Return the doubts of a kind about the example with other rows beside, or in the place of, its own."""
    ids = {row.id for row in rows}  # type: ignore[attr-defined]
    facts = Facts.of([*(row for row in FACTS if row.id not in ids), *rows])
    return [doubt for doubt in bill(facts, document) if doubt.kind == kind]


def subjects(found: list[Doubt]) -> set[tuple[str, str, str, str]]:
    return {(doubt.proposal, doubt.id, doubt.column, doubt.value) for doubt in found}


# ---------------------------------------------------------------- names


def person(name: str, *starts: int, aliases: tuple[str, ...] = ()) -> Person:
    evidence = tuple(span for start in starts for span in at(start))
    return Person(id=f"person/{name.lower().replace(' ', '-')}", name=name, aliases=aliases, evidence=evidence)


@pytest.mark.parametrize("other", ["Ada Broock", "Ada Brooks", "Ade Brook"])
def test_names_that_are_nearly_the_same_would_be_one_and_the_better_attested_stays(other: str) -> None:
    row = person(other, 500)
    assert ("same", "person/ada-brook", "", row.id) in subjects(doubts("one or two", row))


def test_a_first_name_alone_or_a_post_alone_makes_nobody_the_same() -> None:
    assert not doubts("one or two", person("Ada Winter", 500), person("Paul Brook", 510))
    post = next(post for post in FACTS[Affiliation] if post.person == "person/ada-brook")
    same = replace(post, id="affiliation/ff2031/x", person="person/adam-brock")
    assert doubts("one or two", person("Adam Brock", 500), same)
    assert not doubts("one or two", person("Adam Brock", 500))


def body(name: str, **more: str) -> Organisation:
    return Organisation(id=f"organisation/{name.lower().replace(' ', '-')}", name=name, evidence=at(500), **more)  # type: ignore[arg-type]


def test_bodies_are_near_when_each_word_is_and_not_of_two_countries() -> None:
    assert doubts("one or two", body("Ministry of Port"))
    assert doubts("one or two", body("Ministry of the Ports", country="country/ISL"))
    assert not doubts("one or two", body("Ministry of the Ports", country="country/NOR"))
    assert not doubts("one or two", body("Ministry of Ports and Tides"), body("Ministry of Schools"))
    law = [
        Instrument(id=f"instrument/{year}", name=f"Ferry Directive {year}", type="law", evidence=at(year))
        for year in (108, 109)
    ]
    assert not doubts("one or two", *law)


def test_what_is_near_to_two_that_are_not_one_is_joined_to_neither_unasked() -> None:
    norway = Organisation(id="organisation/ports-no", name="Ministry of Ports", country="country/NOR", evidence=at(510))
    found = doubts("one or two", norway, body("Ministry of the Ports"))
    assert [doubt.proposal for doubt in found] == ["", ""]
    assert all("Iceland" in doubt.question and "Norway" in doubt.question for doubt in found)
    (alone,) = doubts("one or two", body("Ministry of the Ports"))
    assert alone.proposal == "same" and "As near" not in alone.question


def test_forms_that_are_no_part_of_the_name_are_doubtful_joins() -> None:
    row = person("Ada Lee Brook", 110, aliases=("Brook", "A. L. Brook", "Lee Brook", "ALB", "Minister Stone"))
    (doubt,) = doubts("doubtful join", row)
    assert (doubt.proposal, doubt.column) == ("set", "aliases")
    assert doubt.value == '["Brook", "A. L. Brook", "Lee Brook", "ALB"]'


def test_a_short_form_that_fits_several_is_told() -> None:
    (doubt,) = doubts("form that fits several", person("Paul Brook", 500))
    assert doubt.id == "person/ada-brook" and "“Brook”" in doubt.question and "Paul Brook" in doubt.question
    assert not doubts("form that fits several")


# ---------------------------------------------------------------- contradictions


def post(number: int, **more: object) -> Affiliation:
    values = {"person": "person/tom-vale", "position": "Legal Adviser", "organisation": "organisation/harbour-council"}
    values |= more  # type: ignore[arg-type]
    evidence = at(500 + number) if "evidence" not in more else more["evidence"]
    return Affiliation(
        id=f"affiliation/ff2031/tom-vale/{number}",
        edition="edition/ff2031",
        **{**values, "evidence": evidence},  # type: ignore[arg-type]
    )


def test_two_titles_at_one_body_contradict_each_other_unless_one_is_part_of_the_other() -> None:
    pilot = post(2, position="Chief Pilot")
    (doubt,) = [doubt for doubt in doubts("contradiction", post(1), pilot) if doubt.column == "position"]
    assert (doubt.proposal, doubt.id, doubt.value) == ("set", pilot.id, '"Legal Adviser"')
    assert not doubts("contradiction", post(1), post(2, position="Senior Legal Adviser"))
    assert not doubts("contradiction", post(1), post(2, position="Photographs", evidence=at(900, "team")))


def test_a_body_and_a_person_of_two_countries() -> None:
    council = replace(FACTS.by_id()["organisation/harbour-council"], country="country/NOR")
    found = subjects(doubts("contradiction", council, post(1, country="country/ISL")))
    assert ("set", "affiliation/ff2031/tom-vale/1", "country", '"country/NOR"') in found
    found = subjects(doubts("contradiction", post(1, country="country/ISL"), post(2, country="country/NOR")))
    assert ("set", "affiliation/ff2031/tom-vale/2", "country", '"country/ISL"') in found


def test_one_name_in_two_tables() -> None:
    unit = Unit(id="unit/ports/crew-register", name="Crew register", evidence=at(500))
    assert ("remove", unit.id, "", "") in subjects(doubts("contradiction", unit))


def test_claims_that_differ_from_what_was_found() -> None:
    (doubt,) = doubts("claim")  # the guests were not counted
    assert doubt.id == "claim/ff2031/speakers" and "6 speakers; 5 were found" in doubt.question
    right = replace(next(row for row in FACTS[Claim] if row.id == doubt.id), found=6)
    assert not doubts("claim", right)


def test_notes_are_doubts_but_for_those_about_two_names() -> None:
    assert [doubt.id for doubt in doubts("note")] == ["note/ff2031/1"]
    twin = person("Ada Broock", 500)
    note = Note(id="note/ff2031/2", note="one person?", about="person/ada-brook", evidence=twin.evidence)
    assert [doubt.id for doubt in doubts("note", twin, note)] == ["note/ff2031/1"]
    assert len(doubts("one or two", twin, note)) == 1


def test_what_a_language_model_proposed_would_be_added() -> None:
    rows = [
        Proposal(id=f"proposal/ff2031/{name}", sort="person", name=name, by="a model", evidence=at(500))
        for name in ("Ole Gast", "Tom Vale")
    ]
    before = doubts("overlooked")
    (doubt,) = [doubt for doubt in doubts("overlooked", *rows) if doubt not in before]  # Tom Vale is there
    assert (doubt.proposal, doubt.table, doubt.id) == ("add", "persons", "person/ole-gast")
    assert (doubt.value, doubt.start) == ('{"name": "Ole Gast"}', 500)


# ---------------------------------------------------------------- what rests on little


def test_what_one_place_alone_names() -> None:
    found = doubts("one mention")
    assert [doubt.id for doubt in found if doubt.table == "persons"][-1] == "person/lena-moss"  # the team least
    assert "person/ada-brook" not in {doubt.id for doubt in found}
    assert {"organisations", "persons"} <= {doubt.table for doubt in found}


def test_only_what_prose_names_once_and_nothing_else_speaks_of_would_go() -> None:
    def proposed(row: Person | Organisation, *others: object) -> str:
        return next(doubt.proposal for doubt in doubts("one mention", row, *others) if doubt.id == row.id)

    guest = replace(person("Vera Gast"), evidence=(replace(at(500)[0], basis="narrative"),))
    assert proposed(guest) == "remove"
    assert {
        proposed(replace(guest, evidence=(replace(at(500)[0], basis=each),))) for each in ("listed", "caption")
    } == {""}
    post = Affiliation(
        id="affiliation/ff2031/vera-gast/500",
        person=guest.id,
        position="Cook",
        edition="edition/ff2031",
        evidence=guest.evidence,
    )
    assert proposed(guest, post) == ""
    known = Organisation(id="organisation/x", name="Frontex", evidence=guest.evidence)
    assert proposed(known) == ""


def test_an_instrument_known_by_a_noun_alone_is_of_a_doubtful_type() -> None:
    noun = Instrument(id="instrument/tide-process", name="Tide Process", type="process/dialogue", evidence=at(500))
    assert ("set", noun.id, "type", '"process/dialogue"') in subjects(doubts("type by a word", noun))
    assert noun.id not in {doubt.id for doubt in doubts("one mention", noun)}
    known = replace(noun, name="Budapest Process")
    assert noun.id not in {doubt.id for doubt in doubts("type by a word", known)}
    assert noun.id in {doubt.id for doubt in doubts("one mention", known)}


# ---------------------------------------------------------------- with the document


def report() -> tuple[Facts, Document]:
    """Return an invented report of three paragraphs and a list, with one person who speaks twice."""
    text = Text()
    ada = Person(id="person/ada-brook", name="Ada Brook", aliases=("Brook",), evidence=text.says("Ada Brook"))
    first = text.says("Brook stressed that tides matter to crews.")
    second = text.says("She added that quays do as well.")
    silent = text.says("Nobody else was there, and the evening was long and mild.")
    listed = text.says("Nobody is listed here either.")
    said = [
        Statement(
            id=f"statement/x/s1/{number}", section="section/x/s1", speakers=(ada.id,), kind="reported", evidence=spans
        )
        for number, spans in enumerate((first, second))
    ]
    sections = [
        Section(id=f"section/x/{kind}", kind=kind, title=kind, edition="edition/x") for kind in ("session", "team")
    ]
    pieces = [ada.evidence[0], first[0], second[0], silent[0], listed[0]]
    paragraphs = [
        Paragraph(
            id=f"paragraph/x/{number}",
            section=sections[piece is listed[0]].id,
            start=piece.start,
            end=piece.end,
            digest=piece.digest,
        )
        for number, piece in enumerate(pieces)
    ]
    blocks = tuple(Block("paragraph", piece.start, piece.end + 1) for piece in pieces)
    return Facts.of([ada, *said, *sections, *paragraphs]), Document(text.text, pages=(0,), blocks=blocks)


def test_a_speaker_by_pronoun_is_asked_about_when_the_text_is_at_hand() -> None:
    facts, document = report()
    (doubt,) = [doubt for doubt in bill(facts, document) if doubt.kind == "who speaks"]
    assert (doubt.id, doubt.value) == ("statement/x/s1/1", '["person/ada-brook"]')
    assert "by a pronoun" in doubt.question and doubt.wording.endswith(
        "Nobody else was there, and the evening was long and mild. Nobody is listed here either."
    )
    assert not [doubt for doubt in bill(facts) if doubt.kind == "who speaks"]


def test_a_paragraph_of_prose_without_a_fact_is_listed() -> None:
    facts, document = report()
    (doubt,) = [doubt for doubt in bill(facts, document) if doubt.kind == "no fact"]
    assert (doubt.table, doubt.proposal) == ("", "")
    assert document.text[doubt.start : doubt.end] == "Nobody else was there, and the evening was long and mild."
    assert doubt.question == "A paragraph of 57 characters gave no fact."
    (alone,) = [doubt for doubt in bill(facts) if doubt.kind == "no fact"]
    assert (alone.start, alone.end) == (doubt.start, doubt.end)


def test_pages_are_those_of_the_source() -> None:
    pages = {doubt.id: doubt.page for doubt in bill(FACTS)}
    assert pages["instrument/ferry-compact"] == "pp. 14–17"
    assert pages["note/ff2031/1"] == ""


# ---------------------------------------------------------------- order and file


def test_the_order_is_that_of_the_kinds_then_of_strength_then_of_place() -> None:
    facts, document = facts_of(ROOT / "data" / "samples" / "lakeside" / "report.pdf")
    found = bill(facts, document)
    ranks = [list(DOUBTS).index(doubt.kind) for doubt in found]
    assert ranks == sorted(ranks) and len(set(ranks)) >= 4
    for kind in DOUBTS:
        order = [(-doubt.strength, doubt.start) for doubt in found if doubt.kind == kind]
        assert order == sorted(order)
        assert all(0 <= doubt.strength <= 1 for doubt in found)
    assert bill(Facts.of(reversed(list(facts))), document) == found


def test_every_proposal_can_be_applied_as_it_is() -> None:
    facts, document = facts_of(ROOT / "data" / "samples" / "lakeside" / "report.pdf")
    proposals = [doubt for doubt in bill(facts, document) if doubt.proposal]
    assert {doubt.proposal for doubt in proposals} >= {"set", "remove"}
    for doubt in proposals:
        line = bill_file([doubt]).decode("utf-8-sig").splitlines()[1]
        row = next(csv.reader([line]))
        row[0], row[COLUMNS.index("reason")] = doubt.proposal, "agreed"
        target = io.StringIO()
        csv.writer(target).writerow(row)
        (judgement,) = parse_judgements(",".join((*COLUMNS, *MORE)) + "\n" + target.getvalue())
        assert correct(facts, [judgement], document.text).applied == (judgement,)


def test_what_is_kept_is_no_longer_doubted() -> None:
    before = bill(FACTS)
    doubt = next(doubt for doubt in before if doubt.kind == "claim")
    judged = parse_judgements(f"{HEAD}\nkeep,claims,{doubt.id},,,counted by hand,,\n")
    assert set(before) - set(bill(FACTS, judged=judged)) == {doubt}
    facts, document = report()
    silent = next(doubt for doubt in bill(facts, document) if doubt.kind == "no fact")
    judged = parse_judgements(f"{HEAD}\nkeep,,,,,nothing in it,{silent.start},{silent.end}\n")
    assert silent not in bill(facts, document, judged=judged)


def test_what_was_set_is_not_asked_again() -> None:
    facts, document = report()
    (doubt,) = [doubt for doubt in bill(facts, document) if doubt.kind == "who speaks"]
    row = ["set", doubt.table, doubt.id, doubt.column, doubt.value, "she was the only woman there", "", ""]
    judged = parse_judgements(csv_of(COLUMNS, [row]))
    after = bill(correct(facts, judged, document.text).facts, document, judged=judged)
    assert after == tuple(other for other in bill(facts, document) if other != doubt)


@pytest.mark.parametrize(("action", "value"), [("add", '{"name": "Una Zorn"}'), ("remove", "")])
def test_whether_there_is_what_was_added_or_removed_is_not_asked_again(action: str, value: str) -> None:
    proposed = Proposal(id="proposal/x/1", name="Una Zorn", sort="person", by="a model", evidence=at(500))
    there = [] if action == "add" else [person("Una Zorn", 500)]
    facts = Facts.of([*FACTS, proposed, *there])
    span = at(500)[0]
    judged = parse_judgements(
        csv_of(COLUMNS, [[action, "persons", "person/una-zorn", "", value, "seen", str(span.start), str(span.end)]])
    )
    made = correct(facts, judged, "x" * 900).facts
    assert "person/una-zorn" in {doubt.id for doubt in bill(made)}
    assert "person/una-zorn" not in {doubt.id for doubt in bill(made, judged=judged)}


def test_a_joined_form_is_no_doubtful_join() -> None:
    twin = person("Ada Stone", 500)
    judged = parse_judgements(f"{HEAD}\nsame,persons,person/ada-brook,,person/ada-stone,married,,\n")
    facts = correct(Facts.of([*FACTS, twin]), judged).facts
    assert [doubt for doubt in bill(facts) if doubt.kind == "doubtful join"]
    assert not [doubt for doubt in bill(facts, judged=judged) if doubt.kind == "doubtful join"]


def test_a_bill_has_judgements_in_force_and_lines_without_action() -> None:
    judged = parse_judgements(f"{HEAD}\nkeep,persons,person/tom-vale,,,a real name,,\n")
    hostile = Doubt(question="=1+1", strength=1.0, table="notes", id="note/x", start=3, end=9, wording="-1 =2")
    content = bill_file([hostile], judged)
    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    assert [line.line for line in parse_judgements(text)] == [2]
    (_, row) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["action"], row["question"], row["wording"], row["start"]) == ("", "'=1+1", "'-1 =2", "3")


def test_work_that_is_not_applied_yet_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "bill.csv"
    file.write_bytes(bill_file(bill(lf2031()[0])))
    check_target(file, [])
    line = "remove,persons,person/x,,,no person,,\n"
    file.write_text(f"{HEAD}\n{line}")
    with pytest.raises(ExportError, match="judgements that are not applied yet"):
        check_target(file, [])
    check_target(file, parse_judgements(f"{HEAD}\n{line}"))
    file.write_text("name,times\n")
    with pytest.raises(ExportError, match="is no bill"):
        check_target(file, [])
