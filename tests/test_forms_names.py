"""Names, titles and lists of attendees in the forms that other organisers print."""

from __future__ import annotations

import pytest

from vmcgraph.extraction import extract
from vmcgraph.model import Affiliation, Facts, Organisation, Participation, Person, Statement
from vmcgraph.names import name_at
from vmcgraph.reading import parse_report

#: What makes a paragraph of a sentence: running text behind it.
MORE = " The talks went on until late in the evening, and nobody in the room was asked to leave before the end of them."


def read(text: str) -> Facts:
    return extract(parse_report(text), edition="x2030")


def listed(entry: str) -> Facts:
    """Return the facts of a panel with one entry."""
    return read(f"Baltic Days 2030\n\n10.00 | Fog | Hall\nPanel discussion\nSpeakers\n- {entry}\n")


def posts(facts: Facts) -> set[tuple[str, str | None, str | None, str]]:
    """Name, position, body and country of each post."""
    known = {row.id: row.name for row in (*facts[Person], *facts[Organisation])}
    return {
        (
            known[row.person],
            row.position,
            known.get(row.organisation or ""),
            (row.country or "").removeprefix("country/"),
        )
        for row in facts[Affiliation]
    }


def names(facts: Facts) -> set[str]:
    return {person.name for person in facts[Person]}


@pytest.mark.parametrize(
    "entry",
    [
        "Prof. em. Sir Ama Boateng, Director, Ferry Institute",
        "Dr Dr h.c. Ama Boateng KC OBE, Director, Ferry Institute",
        "Prof. Dr. Dr. h.c. mult. Ama Boateng, Director, Ferry Institute",
        "Dame Ama Boateng DBE KC, Director, Ferry Institute",
        "Ama Boateng MdB, Director, Ferry Institute",
        "Ama Boateng, MEP, PhD, Director, Ferry Institute",
        "Baroness Ama Boateng of Leith, Director, Ferry Institute",
        "BOATENG, Ama (Ms), Director, Ferry Institute",
        "Ms BOATENG Ama, Director, Ferry Institute",
        "Ama BOATENG (Ms.), Director, Ferry Institute",
    ],
)
def test_titles_and_letters_are_no_part_of_a_name(entry: str) -> None:
    assert posts(listed(entry)) == {("Ama Boateng", "Director", "Ferry Institute", "")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Dr h.c. Ama Boateng OBE said that it rains.",
        "Ama Boateng MdB, who chairs it, said that it rains.",
        "Had Ama Boateng, Director of the Ferry Institute, come, it had rained.",
        "Citing Ama Boateng, Director of the Ferry Institute, he said so.",
        "Even Ama Boateng, who keeps a ferry, left.",
        "Yesterday Ama Boateng said that it rains. She left.",
    ],
)
def test_what_opens_a_sentence_is_no_first_name(sentence: str) -> None:
    assert names(read(f"Harbours\n\n{sentence}{MORE}\n")) == {"Ama Boateng"}


@pytest.mark.parametrize(
    "text", ["Had Lie", "Dear Friends", "Only Boats", "ESTONIA, Latvia", "QUAYTOWN, Austria", "① Ama Boateng"]
)
def test_what_looks_like_a_name_is_none(text: str) -> None:
    assert name_at(text) is None


@pytest.mark.parametrize(
    ("entry", "post"),
    [
        ("Ama Boateng, Tideradio", (None, "Tideradio")),
        ("Ama Boateng (Havet)", (None, "Havet")),
        ("Ama Boateng (Poet)", ("Poet", None)),
        ("Ama Boateng, Refugee", ("Refugee", None)),
        ("Ama Boateng, Statistician-General", ("Statistician-General", None)),
    ],
)
def test_one_word_beside_a_name_is_a_body_unless_it_says_what_one_is(
    entry: str, post: tuple[str | None, str | None]
) -> None:
    assert {found[1:3] for found in posts(listed(entry))} == {post}


@pytest.mark.parametrize(
    "text",
    [
        "# List of participants\n\nESTONIA\n\nKASK, Maria (Ms)\nDirector, Ferry Institute\n\nTAMM, Siiri (Ms)\nPoet\n",
        "# Participants\n\nMs KASK Maria, Director, Ferry Institute, Estonia\nMs TAMM Siiri, Poet, Estonia\n",
        "# Participants\n\nMaria KASK (Ms.), Director, Ferry Institute, Estonia\nSiiri TAMM (Ms.), Poet, Estonia\n",
    ],
)
def test_lists_of_attendees_put_the_surname_first_and_the_country_above(text: str) -> None:
    assert posts(read(text)) == {
        ("Maria Kask", "Director", "Ferry Institute", "EST"),
        ("Siiri Tamm", "Poet", None, "EST"),
    }


@pytest.mark.parametrize(
    "people",
    [
        "participants:\n  - name: Ama Boateng\n    role: Moderator\n  - name: Bo Ström\n    role: Poet\n",
        "people:\n  - person: Ama Boateng\n    role: Session chair\n  - person: Bo Ström\n    title: Poet\n",
        "panel:\n  chair: Ama Boateng\n  members:\n    - Bo Ström, Poet\n",
        "panel:\n  - Ama Boateng (Ferry Institute, moderator)\n  - Bo Ström (Poet)\n",
        "roles:\n  moderator: Ama Boateng\n  speaker: Bo Ström, Poet\n",
    ],
)
def test_front_matter_says_roles_by_keys_of_their_own(people: str) -> None:
    facts = read(f"---\ntitle: Ferries at night\n{people}---\n\n# Ferries at night\n\nIt was dark.\n")
    assert {(row.person, row.role) for row in facts[Participation]} == {
        ("person/ama-boateng", "moderator"),
        ("person/bo-strom", "speaker"),
    }
    assert ("Bo Ström", "Poet", None, "") in posts(facts)


def test_numbered_paragraphs_are_running_text() -> None:
    text = (
        "REPORT OF THE HARBOUR PANEL\n\nI. Opening\n\n1. The session was opened by Ms. Ama BOATENG (Ghana), President of the Panel. "
        "She observed that tides wait.\n\n2. Mr. Bo STRÖM, Director of the Ferry Institute, warned that nobody paid for it.\n"
    )
    document = parse_report(text)
    facts = extract(document, edition="x2030")
    assert names(facts) == {"Ama Boateng", "Bo Ström"}
    assert {document.text[row.evidence[0].start :][:3] for row in facts[Statement]} == {"She", "Mr."}
