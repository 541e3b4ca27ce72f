"""Recorded judgements: same, set, remove, add; what is malformed, what no longer fits."""

from __future__ import annotations

from json import dumps
from pathlib import Path

import pytest
from example_facts import FACTS, at

from vmcgraph.curation import Corrected, correct, corrected, judgements, summary
from vmcgraph.document import Span
from vmcgraph.errors import ExtractionError
from vmcgraph.judgements import COLUMNS, csv_of, parse_judgements, tables
from vmcgraph.kinds import columns, kind_of
from vmcgraph.model import Edition, Facts, Instrument, Note, Person, Statement
from vmcgraph.resources import resource
from vmcgraph.spelling import digest
from vmcgraph.tables import read_tables, write_tables

SLUG = FACTS[Edition][0].id.removeprefix("edition/")


def judged(tmp_path: Path, *lines: str) -> Facts:
    (tmp_path / f"{SLUG}.csv").write_text("\n".join([",".join(COLUMNS), *lines]) + "\n", encoding="utf-8")
    return corrected(FACTS, tmp_path)


def test_two_spellings_become_one_person_with_both_forms_and_all_evidence(tmp_path: Path) -> None:
    one, two = FACTS[Person][:2]
    facts = judged(tmp_path, f"same,persons,{one.id},,{two.id},the same office,,")
    joined = next(person for person in facts[Person] if person.id == one.id)
    assert two.id not in facts.by_id()
    assert two.name in joined.aliases
    assert set(joined.evidence) == {*one.evidence, *two.evidence}
    assert not [row for row in facts for name in ("person", "member") if getattr(row, name, None) == two.id]


def test_two_names_of_one_instrument_keep_the_parties_of_both(tmp_path: Path) -> None:
    facts = judged(tmp_path, "same,instruments,instrument/ferry-compact,,instrument/crew-register,one and the same,,")
    joined = next(row for row in facts[Instrument] if row.id == "instrument/ferry-compact")
    assert joined.country_parties == ("country/ISL", "country/NOR")
    assert joined.org_parties == ("organisation/harbour-council",) and joined.party_evidence
    assert "instrument/crew-register" not in {thing for row in facts[Statement] for thing in row.about}


def test_set_remove_and_add(tmp_path: Path) -> None:
    one, *_ = FACTS[Person]
    row = '"{""name"": ""Zed Nu"", ""aliases"": [""Nu""]}"'
    facts = judged(
        tmp_path,
        f'set,persons,{one.id},honorific,"""Dr""",printed on the card,,',
        f"add,persons,person/zed-nu,,{row},overlooked,820,840",
        f"remove,notes,{FACTS[Note][0].id},,,no doubt,,",
    )
    assert facts.by_id()[one.id].honorific == "Dr"
    added = facts.by_id()["person/zed-nu"]
    assert added.aliases == ("Nu",)
    assert added.evidence == one.evidence[1:]  # the same characters prove it
    assert FACTS[Note][0].id not in facts.by_id()


def test_a_judgement_about_a_row_that_is_not_there_is_a_note(tmp_path: Path) -> None:
    facts = judged(tmp_path, "remove,persons,person/nobody,,,gone,,")
    assert any("person/nobody" in note.note for note in facts[Note])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mend,persons,x,,,why,,", "one of same, set, remove, add"),
        ("remove,persons,x,,,,,", "needs its reason"),
        ("add,people,x,,{},why,,", "no table 'people'"),
        ("add,persons,person/x,,[1],why,,", "JSON object"),
        ("add,persons,person/x,,{,why,,", "the value is JSON"),
        ("add,persons,person/x,,{},why,,", "the row is incomplete: no name"),
        ("add,persons,x,,{},why,,", "ids begin with person/"),
        ("add,editions,edition/x,,{},why,,", "one of editions only"),
        ('add,persons,person/x,,"{""name"": 1}",why,0,9', "name is 1; a text would be right"),
        ('add,persons,person/x,,"{""name"": ""X"", ""age"": 1}",why,0,9', "JSON object of name, aliases"),
        ('add,persons,person/x,,"{""name"": ""X""}",why,,', "fill in start and end"),
        ('add,persons,person/x,,"{""name"": ""X""}",why,3,5', "the report is not at hand"),
        ('add,persons,person/x,,"{""name"": ""X"", ""evidence"": [3]}",why,,', "evidence is a list"),
        ('add,persons,person/x,,"{""name"": ""X"", ""evidence"": [{""start"": 3}]}",why,,', "a span has the form"),
        (
            'add,places,place/x,,"{""name"": ""X"", ""within"": ""person/tom-vale""}",why,820,840',
            "no row of countries or places",
        ),
        ("set,persons,person/tom-vale,age,3,why,,", "no column 'age'; persons has name, aliases, honorific, evidence"),
        ("set,persons,person/tom-vale,aliases,Vale,why,,", "the value is JSON"),
        ("set,persons,person/tom-vale,evidence,[],why,,", "without a place that proves it is removed"),
        ("set,persons,person/tom-vale,evidence,[3],why,,", "evidence is a list"),
        ('set,persons,person/tom-vale,aliases,"""Vale""",why,,', "a list would be right"),
        ("set,persons,person/tom-vale,name,null,why,,", "a text would be right"),
        ("set,affiliations,affiliation/ff2031/tom-vale/844,country,person/tom-vale,why,,", "no row of countries"),
        ("remove,organisations,person/tom-vale,,,why,,", "is a row of persons, not of organisations"),
        ("remove,editions,edition/ff2031,,,why,,", "only its columns can be set"),
        ("same,persons,person/tom-vale,,person/tom-vale,why,,", "two different rows"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ExtractionError, match=said) as caught:
        judged(tmp_path, line)
    assert f"{SLUG}.csv line 2" in str(caught.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("add,persons,person/tom-vale,,{},why,,", "person/tom-vale is there already; set its columns"),
        (
            "set,affiliations,affiliation/ff2031/tom-vale/844,country,country/XXX,why,,",
            "country is country/XXX, which is not there",
        ),
        (
            'add,places,place/x,,"{""name"": ""X"", ""within"": ""country/XXX""}",why,820,840',
            "within is country/XXX, which is not there",
        ),
    ],
)
def test_what_this_reading_has_no_place_for_is_left_out_with_a_note(tmp_path: Path, line: str, said: str) -> None:
    (note,) = [note.note for note in judged(tmp_path, line)[Note] if "not applied" in note.note]
    assert f"{SLUG}.csv line 2: {said}" in note


def test_many_that_another_rendition_has_no_place_for_are_told_in_one_note() -> None:
    lines = [f"remove,persons,person/nobody-{number},,,nobody,," for number in range(6)]
    notes = [note.note for note in applied(*lines).facts[Note] if note.id.startswith("note/unapplied")]
    wanted = "6 judgements of judgements were not applied, the first in line 2: persons has no row person/nobody-0."
    assert notes == [wanted]


@pytest.mark.parametrize("edition", ["vmc2024", "vmc2025"])
def test_every_shipped_judgement_still_fits(edition: str) -> None:
    facts = corrected(read_tables(resource("data", "editions", edition)))
    assert not [note.note for note in facts[Note] if "not applied" in note.note]
    assert all(judgement.reason for judgement in judgements(edition))


# ---------------------------------------------------------------- every table


TABLES = [table for table in tables() if table not in ("documents", "editions", "series")]


@pytest.mark.parametrize("table", TABLES)
def test_every_action_works_for_every_table(table: str, tmp_path: Path) -> None:
    kind = tables()[table]
    row = FACTS[kind.type][0]
    values = {column.name: getattr(row, column.name) for column in columns(kind.type)}
    first = next(iter(values))
    new = f"{row.id}-2"
    lines = [
        ["add", table, new, "", dumps(values, default=vars_of), "another", "820", "840"],
        ["set", table, new, first, dumps(values[first]), "as it is", "", ""],
        ["keep", table, new, "", "", "right", "", ""],
        ["same", table, row.id, "", new, "one and the same", "", ""],
    ]
    done = correct(FACTS, parse_judgements(csv_of(COLUMNS, lines)))
    assert [judgement.action for judgement in done.applied] == ["add", "set", "keep", "same"]
    joined = done.facts.by_id()[row.id]
    assert [getattr(joined, name) for name in values] == list(values.values())
    assert set(joined.evidence) == {*row.evidence, *at(820)}
    done = correct(FACTS, parse_judgements(csv_of(COLUMNS, [["remove", table, row.id, "", "", "wrong", "", ""]])))
    assert row.id not in done.facts.by_id()
    write_tables(done.facts, tmp_path)  # refuses a row that refers to nothing
    assert read_tables(tmp_path) == done.facts


def vars_of(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "basis": span.basis, "digest": span.digest}


def test_ids_begin_as_the_facts_have_them() -> None:
    for row in FACTS:
        if (table := kind_of(row).table) in TABLES:
            values = {column.name: getattr(row, column.name) for column in columns(type(row))}
            lines = [["add", table, f"{row.id}-2", "", dumps(values, default=vars_of), "another", "820", "840"]]
            assert correct(FACTS, parse_judgements(csv_of(COLUMNS, lines))).applied


def applied(*lines: str, text: str | None = None) -> Corrected:
    return correct(FACTS, parse_judgements("\n".join([",".join(COLUMNS), *lines]) + "\n"), text)


def test_speakers_and_what_is_said_of_are_lists_of_ids_under_either_name() -> None:
    said = "statement/ff2031/230-260"
    facts = applied(
        f'set,statements,{said},person,"[""person/tom-vale"", ""person/mia-holt""]",both say it,,',
        f'set,statements,{said},about,"[""country/ISL""]",named,,',
        f"set,statements,{said},verb,noted,as printed,,",
        f"set,statements,{said},session,null,outside,,",
        "set,participations,participation/ff2031/s1/mia-holt/speaker,online,FALSE,in the room,,",
        "set,claims,claim/ff2031/speakers,found,7,counted again,,",
    ).facts.by_id()
    assert facts[said].speakers == ("person/tom-vale", "person/mia-holt") and facts[said].joint
    assert (facts[said].about, facts[said].verb, facts[said].session) == (("country/ISL",), "noted", None)
    assert facts["participation/ff2031/s1/mia-holt/speaker"].online is False
    assert facts["claim/ff2031/speakers"].found == 7


# ---------------------------------------------------------------- same


def test_facts_that_two_rows_state_of_one_thing_become_one() -> None:
    twin = '"{""name"": ""Tom Wale"", ""honorific"": ""Mr""}"'
    post = '"{""person"": ""person/tom-wale"", ""position"": ""Former Minister"", ""country"": ""country/ISL"", ""edition"": ""edition/ff2031""}"'
    done = applied(
        f"add,persons,person/tom-wale,,{twin},printed so,820,840",
        f"add,affiliations,affiliation/ff2031/tom-wale/1,,{post},printed so,820,840",
        "same,persons,person/tom-vale,,person/tom-wale,the same post,,",
    )
    rows = done.facts.by_id()
    assert rows["person/tom-vale"].honorific == "Mr"  # what the kept row lacks is taken from the other
    assert "affiliation/ff2031/tom-wale/1" not in rows
    assert at(820)[0] in rows["affiliation/ff2031/tom-vale/844"].evidence


def test_a_doubt_about_two_rows_is_answered_when_they_are_one() -> None:
    one, two, *_ = FACTS[Person]
    notes = [
        Note(id="note/ff2031/2", note="one person?", about=one.id, evidence=two.evidence[:1]),
        Note(id="note/ff2031/3", note="which post?", about=two.id, evidence=two.evidence[:1]),
    ]
    line = f"same,persons,{one.id},,{two.id},the same office,,\n"
    done = correct(Facts.of([*FACTS, *notes]), parse_judgements(",".join(COLUMNS) + "\n" + line))
    rows = done.facts.by_id()
    assert "note/ff2031/2" not in rows and rows["note/ff2031/3"].about == one.id


def test_nothing_refers_to_itself_when_two_become_one() -> None:
    done = applied("same,instruments,instrument/ferry-compact,,instrument/crew-register,one and the same,,")
    assert "relation/ff2031/222" not in done.facts.by_id()  # crew register, part of, ferry compact
    part = "set,organisations,organisation/ministry-of-ports,parent,organisation/harbour-council,stated,,"
    line = "same,organisations,organisation/ministry-of-ports,,organisation/harbour-council,one,,"
    assert applied(part, line).facts.by_id()["organisation/ministry-of-ports"].parent is None


# ---------------------------------------------------------------- remove


def test_what_is_about_a_removed_row_alone_goes_with_it() -> None:
    done = applied("remove,persons,person/tom-vale,,,nobody of that name,,")
    rows = done.facts.by_id()
    gone = set(FACTS.by_id()) - set(rows)
    assert gone == {
        "person/tom-vale",
        "participation/ff2031/s1/tom-vale/speaker",
        "affiliation/ff2031/tom-vale/844",
    }
    assert done.fallen == 2
    assert rows["encounter/ff2031/700"].persons == ("person/ada-brook",)
    assert rows["statement/ff2031/270-300"].speakers == ("person/mia-holt",)


def test_what_has_something_left_stays_without_the_removed_row() -> None:
    rows = applied("remove,countries,country/ISL,,,no such country,,").facts.by_id()
    assert rows["organisation/ministry-of-ports"].country is None
    assert rows["instrument/crew-register"].country_parties == ("country/NOR",)
    assert rows["affiliation/ff2031/tom-vale/844"].country is None  # a post without its country is a post
    assert "membership/ff2031/60" not in rows
    rows = applied("remove,voices,voice/ff2031/panellists,,,nobody,,").facts.by_id()
    assert "statement/ff2031/350-380" not in rows  # nobody says it any more


# ---------------------------------------------------------------- add


TEXT = "x" * 1000


def test_a_new_row_gets_the_digest_of_its_place_from_the_text() -> None:
    row = '"{""name"": ""Zed Nu""}"'
    added = applied(f"add,persons,person/zed,,{row},overlooked,3,9", text=TEXT).facts.by_id()["person/zed"]
    assert added.evidence == (Span(3, 9, "narrative", digest("x" * 6)),)
    inside = applied(f"add,persons,person/zed,,{row},overlooked,890,896", text=TEXT).facts.by_id()["person/zed"]
    assert inside.evidence[0].basis == "imprint"  # of the section
    caption = applied(f"add,persons,person/zed,,{row},overlooked,704,709", text=TEXT).facts.by_id()["person/zed"]
    assert caption.evidence[0].basis == "caption"  # of the evidence around it


def test_without_the_text_a_new_row_brings_the_digest_of_its_place() -> None:
    row = '"{""name"": ""Zed"", ""evidence"": [{""start"": 3, ""end"": 9, ""basis"": ""quote"", ""digest"": ""ab""}]}"'
    line = f"add,persons,person/zed,,{row},overlooked,3,9"
    assert applied(line).facts.by_id()["person/zed"].evidence == (Span(3, 9, "quote", "ab"),)
    done = applied(line, text=TEXT)  # another rendition, with other words there
    assert not done.applied and "characters 3 to 9 are others" in done.facts[Note][-1].note
    done = applied('add,persons,person/zed,,"{""name"": ""Zed""}",overlooked,3,9000', text=TEXT)
    assert not done.applied and "the text ends before" in done.facts[Note][-1].note


def test_the_places_of_a_row_can_be_set() -> None:
    value = '"[{""start"": 3, ""end"": 9}]"'
    line = f"set,persons,person/tom-vale,evidence,{value},only there,3,9"
    row = applied(line, text=TEXT).facts.by_id()["person/tom-vale"]
    assert row.evidence == (Span(3, 9, "narrative", digest("x" * 6)),)
    other = '"[{""start"": 3, ""end"": 9, ""basis"": ""quote"", ""digest"": ""ab""}]"'
    done = applied(f"set,instruments,instrument/crew-register,party_evidence,{other},only there,3,9", text=TEXT)
    assert not done.applied and "characters 3 to 9 are others" in done.facts[Note][-1].note


def test_judgements_are_counted_by_action_and_table() -> None:
    done = applied(
        "remove,persons,person/tom-vale,,,nobody,,",
        "remove,persons,person/nobody,,,nobody,,",
        "keep,,,,,nothing to find,3,9",
        "set,persons,person/mia-holt,honorific,Dr,as printed,,",
    )
    assert summary(done) == {
        "set persons": 1,
        "remove persons": 1,
        "keep paragraphs": 1,
        "removed along with these": 2,
    }
    assert done.applied[-1].place == "judgements line 5"
    (note,) = [note for note in done.facts[Note] if note.id.startswith("note/unapplied")]
    assert note.note == "A judgement was not applied, judgements line 3: persons has no row person/nobody."


def test_the_place_of_a_judgement_is_kept_with_it() -> None:
    (judgement,) = applied("set,persons,person/mia-holt,honorific,Dr,as printed,40,60").applied
    assert (judgement.start, judgement.end) == (40, 60)
