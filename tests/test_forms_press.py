"""How news, press releases, event pages and bulletins introduce people and say whose a sentence is."""

from __future__ import annotations

import pytest
from forms import names, parts, posts, read, spoken

from vmcgraph.model import Instrument, Organisation, Statement
from vmcgraph.plaintext import plain

#: What makes a paragraph of a sentence: running text behind it.
MORE = " The boats were late again that day, and nobody on the quay could say when the next one would come in from the sea."


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Peru was ready, said its Interior Minister, Siiri Tamm.", ("Siiri Tamm", "Interior Minister", None, "PER")),
        ("Peru came with a plan. Its Secretary of State for Ports, Siiri Tamm, signed it.",
         ("Siiri Tamm", "Secretary of State for Ports", None, "PER")),
        ("Nets are old, said Malta's fisheries minister, Siiri Tamm.", ("Siiri Tamm", "fisheries minister", None, "MLT")),
        ("The port was ready, said its director, Siiri Tamm.", ("Siiri Tamm", "director", None, "")),
        ("Opening the day, Minister for Ports, Fisheries and Rural Affairs Siiri Tamm said that fog costs money.",
         ("Siiri Tamm", "Minister for Ports, Fisheries and Rural Affairs", None, "")),
        ("Bo Lind met her. On Monday, Minister Lind and Ghana's Minister for the Interior, Siiri Tamm, signed a letter.",
         ("Siiri Tamm", "Minister for the Interior", None, "GHA")),
        ("The day was opened by the Quay Institute. The institute's director, Siiri Tamm, spoke.",
         ("Siiri Tamm", "director", "Quay Institute", "")),
        ("Siiri Tamm, Head of Delegation of the European Union, said that nets are old.",
         ("Siiri Tamm", "Head of Delegation", "European Union", "")),
        ("Siiri Tamm, head of mission for IOM in Malta, said that nets are old.", ("Siiri Tamm", "head of mission", "IOM", "MLT")),
        ("Siiri Tamm, an adviser to Ghana's Ministry of Ports, said that nets are old.",
         ("Siiri Tamm", "adviser", "Ministry of Ports", "GHA")),
        ("Siiri Tamm is a professor at Quay University. She came late.", ("Siiri Tamm", "professor", "Quay University", "")),
        ("Siiri Tamm of the rights group Open Moorings, which is based in Riga, came late.",
         ("Siiri Tamm", None, "Open Moorings", "")),
    ],
)  # fmt: skip
def test_people_are_introduced(sentence: str, post: tuple[str, str | None, str | None, str]) -> None:
    assert post in posts(read(f"Harbours\n\n{sentence}{MORE}\n"))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("SAID BIN TARIQ AL-QUAYI (Oman) stressed that nets are old.", "Said Bin Tariq Al-Quayi"),
        ("Co-Chairs Ada Brook (Peru) and Siiri Chad (Niger) asked for views.", "Siiri Chad"),
    ],
)
def test_names_that_look_like_other_words(sentence: str, name: str) -> None:
    assert name in names(read(f"Harbours\n\n{sentence}{MORE}\n"))


def test_a_body_that_is_a_member_is_nobody() -> None:
    assert names(read(f"Harbours\n\nOpen Moorings is a partner of the Quay Fund.{MORE}\n")) == set()


#: Who is spoken of below.
PEOPLE = (
    "Norway's labour minister, Ada Brook, opened the meeting in the hall by the sea. Bo Lindgren, mayor of Bergen, was there too.\n\n"
    "Carla Nunes, director of the Harbour Institute, took part as well, and she came early, with two of her people from the north.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ('"We sail," said Nunes.', ("Carla Nunes", "said", "quote")),
        ('Nunes was blunt: "There is no plan."', ("Carla Nunes", None, "quote")),
        ('Nunes: "There is no plan at all."', ("Carla Nunes", None, "quote")),
        ("According to the mayor of Bergen, the ports are full.", ("Bo Lindgren", "According to", "reported")),
        ("For Nunes, the problem is money.", ("Carla Nunes", "For", "reported")),
        ("Nunes declined to say whether the ports would pay.", ("Carla Nunes", "declined", "reported")),
        ("Nunes refused to rule out that a fee would come this year.", ("Carla Nunes", "refused to rule out", "reported")),
        ("Nunes hit back, telling the hall that the ports were full.", ("Carla Nunes", "telling", "reported")),
        ("Nunes (Peru) opened the session and said that nets are old.", ("Carla Nunes", "said", "reported")),
        ("In a meeting with Minister Brook, the director stressed that nets are old.", ("Carla Nunes", "stressed", "reported")),
        ("The mayor was less sure. “We shall see,” he said.", ("Bo Lindgren", "said", "quote")),
        ('"The nets are old. Nobody mends them," said the director.', ("Carla Nunes", "said", "quote")),
        ("**Carla Nunes**, who argued for nets, came late.", ("Carla Nunes", "argued for", "reported")),
    ],
)  # fmt: skip
def test_whose_a_sentence_is(sentence: str, said: tuple[str, str | None, str]) -> None:
    assert said in spoken(read(f"Harbours\n\n{PEOPLE}{sentence}\n"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Nunes declined to comment on the fund that day.",
        "(Reporting by Carla Nunes and Bo Lindgren; editing by Ada Brook)",
    ],
)
def test_nothing_is_said(sentence: str) -> None:
    assert spoken(read(f"Harbours\n\n{PEOPLE}{sentence}\n")) == []


def test_the_surname_of_a_korean_name_stands_first() -> None:
    text = f"Harbours\n\nCo-Chair Park Min-jun (Republic of Korea) opened the meeting.{MORE} Park suggested a shorter text.\n"
    assert ("Park Min-jun", "suggested", "reported") in spoken(read(text))


def test_two_sentences_in_straight_marks_are_one_quotation() -> None:
    sentence = '"We have nets. Nobody mends them," Nunes said outside the hall.'
    text = f"Harbours\n\n{PEOPLE}{sentence}\n"
    found = [row for row in read(text)[Statement] if row.verb == "said"]
    assert [text[span.start : span.end] for row in found for span in row.evidence] == [
        '"We have nets. Nobody mends them,"'
    ]


def test_links_and_emphasis_of_a_page_hide_no_name() -> None:
    text = (
        "# Old nets\n\n**Past event** | Thursday 8 May 2031, 16:00–17:30\n\nThe debate was organised by the Quay Institute, which asked who pays.\n\n"
        "## Speakers\n\n**[Siiri Tamm](/people/siiri-tamm)** is Professor of Law at Quay University and a poet.\n\n"
        "**[Bo Lind](/people/bo-lind)**, Director, Harbour Institute\n"
    )
    facts = read(text)
    assert ("Siiri Tamm", "Professor of Law", "Quay University", "") in posts(facts)
    assert ("Bo Lind", "Director", "Harbour Institute", "") in posts(facts)
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("sentence", "name", "type"),
    [
        ("The scheme is run by the fishers' union NETAS with the youth employment agency QUAYJOB.", "NETAS", "other"),
        ("The scheme is run by the youth employment agency QUAYJOB and nobody else.", "QUAYJOB", "government"),
        ("She founded the hotline Linea Norte after the storm.", "Linea Norte", "NGO"),
        ("She chairs the Baltic Harbour Network, which meets twice a year.", "Baltic Harbour Network", "network"),
        ("They signed a pact between the Ministry of Ports and Riga University Hospital.", "Riga University Hospital", None),
    ],
)  # fmt: skip
def test_bodies_are_told_by_their_kind(sentence: str, name: str, type: str | None) -> None:
    found = {row.name: row.type for row in read(f"Harbours\n\n{sentence}{MORE}\n")[Organisation]}
    assert name in found
    assert type in (None, found[name])


@pytest.mark.parametrize(
    ("sentence", "name", "type"),
    [
        ("The Commission will propose a 12 million euro ($14 million) Harbour Light Facility.", "Harbour Light Facility", "proposal"),
        ("Peru proposed a Lima Review Mechanism.", "Lima Review Mechanism", "proposal"),
        ("Delegates went through the zero draft again.", "zero draft", "proposal"),
        ("Peru introduced draft resolution HRC/9/L.4 on nets.", "draft resolution HRC/9/L.4", "proposal"),
        ("Malta and Peru signed a Memorandum of Understanding on Nets and Ropes.", "Memorandum of Understanding on Nets and Ropes", "agreement"),
        ("They agreed on the Riga Conclusions.", "Riga Conclusions", "policy framework"),
    ],
)  # fmt: skip
def test_instruments_are_told(sentence: str, name: str, type: str) -> None:
    found = {row.name: row.type for row in read(f"Harbours\n\n{sentence}{MORE}\n")[Instrument]}
    assert found.get(name) == type


def test_a_headline_names_no_conference() -> None:
    found = read(f"Ministers Meet as Council Holds Day-Long Debate on Old Nets\n\nRIGA.{MORE}\n")[Instrument]
    assert [row.name for row in found if "Holds" in row.name] == []


def test_who_leads_a_board_leads_no_session() -> None:
    text = f"# Old nets\n\nPanel debate | Thursday 8 May 2031, 16:00–17:30\n\nModerator: Siiri Tamm, Quay Institute\n\nThe Quay Institute is old. Its board is chaired by Bo Lind.{MORE}\n"
    assert "bo-lind" not in {who for who, _ in parts(read(text))}
