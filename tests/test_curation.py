"""Recorded judgements: same, set, remove, add; what is malformed, what no longer fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_facts import FACTS

from vmcgraph.curation import COLUMNS, corrected, judgements
from vmcgraph.errors import ExtractionError
from vmcgraph.model import Edition, Facts, Instrument, Note, Person, Statement
from vmcgraph.resources import resource
from vmcgraph.tables import read_tables

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
    row = '"{""name"": ""Zed Nu"", ""aliases"": [""Nu""], ""evidence"": []}"'
    facts = judged(
        tmp_path,
        f'set,persons,{one.id},honorific,"""Dr""",printed on the card,,',
        f"add,persons,person/zed-nu,,{row},overlooked,,",
        f"remove,notes,{FACTS[Note][0].id},,,no doubt,,",
    )
    assert facts.by_id()[one.id].honorific == "Dr"
    assert facts.by_id()["person/zed-nu"].aliases == ("Nu",)
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
        ("add,persons,x,,[1],why,,", "JSON object"),
        ("add,persons,x,,{,why,,", "the value is JSON"),
        ("add,persons,x,,{},why,,", "incomplete"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ExtractionError, match=said) as caught:
        judged(tmp_path, line)
    assert f"{SLUG}.csv line 2" in str(caught.value)


@pytest.mark.parametrize("edition", ["vmc2024", "vmc2025"])
def test_every_shipped_judgement_still_fits(edition: str) -> None:
    facts = corrected(read_tables(resource("data", "editions", edition)))
    assert not [note.note for note in facts[Note] if "not applied" in note.note]
    assert all(judgement.reason for judgement in judgements(edition))
