"""Forms beside reports and agendas: news, bulletins, coverage of meetings, pages of sessions, tables, German and Italian."""

from __future__ import annotations

import pytest
from forms import MORE, names, parts, posts, read, spoken

from vmcgraph.extraction import extract
from vmcgraph.extraction.languages import language_of
from vmcgraph.extraction.postlines import join_lines
from vmcgraph.extraction.posts import parse_post
from vmcgraph.extraction.runtogether import separated
from vmcgraph.frontmatter import front_matters
from vmcgraph.model import (
    Country,
    Edition,
    Encounter,
    Note,
    Organisation,
    Participation,
    Place,
    Session,
    SourceDocument,
)
from vmcgraph.reading import parse_report
from vmcgraph.reading.formats import html_source

# ---------------------------------------------------------------- English prose


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("The Ghanaian Minister for Harbours, Ama Boateng, said that tides wait.", ("Ama Boateng", "Minister for Harbours", None, "GHA")),
        ("Kenya's Minister of Ports, Dr Otieno Wekesa, asked for time.", ("Otieno Wekesa", "Minister of Ports", None, "KEN")),
        ("JUNO ESTRADA PAZ (Uruguay), Chair of the Harbour Commission, said that tides wait.",
         ("Juno Estrada Paz", "Chair", "Harbour Commission", "URY")),
        ("MIRA SATO-LIND (Japan) described a pilot scheme for crews.", ("Mira Sato-Lind", None, None, "JPN")),
        ("It met under co-facilitators Bo Ström (Sweden) and Ada Nkemelu (Ghana).", ("Ada Nkemelu", "co-facilitator", None, "GHA")),
        ("It was opened by the Ghanaian labour minister Ama Boateng.", ("Ama Boateng", "labour minister", None, "GHA")),
        ("Its first editor is Ama Boateng.", ("Ama Boateng", "first editor", None, "")),
        ("Ama Boateng, Special Envoy for Ports of the Netherlands, agreed.", ("Ama Boateng", "Special Envoy for Ports", None, "NLD")),
        ("Ama Boateng, Mayor of the City of Porto Nuvem, Brazil, agreed.", ("Ama Boateng", "Mayor", "City of Porto Nuvem", "BRA")),
        ("Ama Boateng, Principal Secretary in the Ministry of Ports, agreed.", ("Ama Boateng", "Principal Secretary", "Ministry of Ports", "")),
        ("Bo Ström and Ama Boateng (both Harbour Trust, Tides Unit) wrote it.", ("Bo Ström", None, "Harbour Trust", "")),
        ("Ama Boateng, social worker with Kai Nord in Kiel, agreed.", ("Ama Boateng", "social worker", "Kai Nord", "")),
        ("Ama Boateng, a marine cardiologist at Odense University Hospital in Denmark, agreed.",
         ("Ama Boateng", "marine cardiologist", "Odense University Hospital", "DNK")),
        ("Ama Boateng, a regional manager of the lifeboat organisation Havnar, agreed.", ("Ama Boateng", "regional manager", "Havnar", "")),
        ("Ama Boateng, Special Envoy for Tides (Council of Europe), agreed.", ("Ama Boateng", "Special Envoy for Tides", "Council of Europe", "")),
        ("Ama Boateng, who took office as Director of the Harbour Trust last autumn, agreed.", ("Ama Boateng", "Director", "Harbour Trust", "")),
        ("Ama Boateng, Editor-at-Large of The Tidal Ledger, agreed.", ("Ama Boateng", "Editor-at-Large", "Tidal Ledger", "")),
        ("Ama Boateng, Commissioner in the Department of Harbour Services of Kenya, agreed.",
         ("Ama Boateng", "Commissioner", "Department of Harbour Services", "KEN")),
        ("Njeri Kamau wa Thiong’o, Commissioner for Ports of Kenya, agreed.", ("Njeri Kamau wa Thiong'o", "Commissioner for Ports", None, "KEN")),
        ("Ama Boateng from International Harbour Service (IHS) showed a film.", ("Ama Boateng", None, "International Harbour Service", "")),
        ("It was chaired by Ambassador Ama Boateng of Sweden.", ("Ama Boateng", "Ambassador", None, "SWE")),
        ("He was joined by the President of Cyprus, Ama Boateng.", ("Ama Boateng", "President", None, "CYP")),
        ("AMA BOATENG, Minister for Ports of the Republic of Korea, agreed.", ("Ama Boateng", "Minister for Ports", None, "KOR")),
        ("Dr Ama Boateng from the University of Malta agreed.", ("Ama Boateng", None, "University of Malta", "")),
        ("“We wait,” Latvian Undersecretary of the Interior Ama Boateng told the hall.",
         ("Ama Boateng", "Undersecretary of the Interior", None, "LVA")),
        ("In Riga, State Secretary for Ports Ama Boateng agreed.", ("Ama Boateng", "State Secretary for Ports", None, "")),
        ("Minister of Labour and Social Welfare Ama Boateng agreed.",
         ("Ama Boateng", "Minister of Labour and Social Welfare", None, "")),
        ("It is for rapporteur Piet van den Hoek to say.", ("Piet van den Hoek", "rapporteur", None, "")),
        ("HBC director Lucia de’ Bardi agreed.", ("Lucia de' Bardi", "director", None, "")),
        ("He met his Estonian counterpart Ama Boateng.", ("Ama Boateng", None, None, "EST")),
        ("Ama Boateng of the Lima-based NGO Puertolibre called it a fair.", ("Ama Boateng", None, "Puertolibre", "")),
        ("Also there was AMA BOATENG of Crews Across Borders, who told all that she waits.",
         ("Ama Boateng", None, "Crews Across Borders", "")),
        ("AMA BOATENG, of the European Union, in its capacity as observer, agreed.",
         ("Ama Boateng", None, "European Union", "")),
        ("That fee, countered AMA P. BOATENG (Estonia), was none.", ("Ama P. Boateng", None, None, "EST")),
        ("SHEIKHA AMA BOATENG (Qatar) agreed.", ("Ama Boateng", None, None, "QAT")),
        ("Ama Boateng, Ministry of Ports, Latvia, welcomed all.", ("Ama Boateng", None, "Ministry of Ports", "LVA")),
        ("Panelist Ama Boateng, UNHCR, drew attention to fog.", ("Ama Boateng", None, "UNHCR", "")),
        ("Ama Boateng, Latvia, cautioned against fog.", ("Ama Boateng", None, None, "LVA")),
        ("A UNHCR spokeswoman, Ama Boateng, agreed.", ("Ama Boateng", "spokeswoman", "UNHCR", "")),
        ("Ama Boateng from the Crew Rights Centre in Riga says that it rains.", ("Ama Boateng", None, "Crew Rights Centre", "")),
        ("Home Affairs Commissioner Ama Boateng agreed.", ("Ama Boateng", "Home Affairs Commissioner", None, "")),
        ("AMA BOATENG (Malta, EPP/CD) agreed.", ("Ama Boateng", None, "EPP/CD", "MLT")),
        ("AMA BOATENG (S&D, Malta) agreed.", ("Ama Boateng", None, "S&D", "MLT")),
        ("It was for the Chair of the Committee on Ports, Ferries and Fog, Ama Boateng, to say.",
         ("Ama Boateng", "Chair", "Committee on Ports, Ferries and Fog", "")),
        ("Ama Boateng, Chair of the Board of Tallinn Harbour AS, agreed.",
         ("Ama Boateng", "Chair of the Board", "Tallinn Harbour AS", "")),
        ("Ama Boateng, Head of Unit in its Directorate-General for Migration and Home Affairs, agreed.",
         ("Ama Boateng", "Head of Unit", "Directorate-General for Migration and Home Affairs", "")),
        ("Ama Boateng, founder of the payment company FerryPay, agreed.", ("Ama Boateng", "founder", "FerryPay", "")),
        ("Sri Lanka's labour minister Ama Boateng agreed.", ("Ama Boateng", "labour minister", None, "LKA")),
        ("Speaking for Lima, State Secretary Ama Boateng agreed.", ("Ama Boateng", "State Secretary", None, "PER")),
        ("“It rains,” countered Greens MEP Ama Boateng.", ("Ama Boateng", "MEP", "Greens", "")),
        ("It is for rapporteur Ama Boateng (EPP) to say.", ("Ama Boateng", None, "EPP", "")),
        ("Ama Boateng, a shadow rapporteur on the file, agreed.", ("Ama Boateng", "shadow rapporteur", None, "")),
        ("Ama Boateng of the Office for Crews objected that it rains.", ("Ama Boateng", None, "Office for Crews", "")),
        ("On 1 June Ama Boateng took over as director of the Ferry Institute.",
         ("Ama Boateng", "director", "Ferry Institute", "")),
        ("In May 2031, Ama Boateng became Executive Director of the Ferry Institute.",
         ("Ama Boateng", "Executive Director", "Ferry Institute", "")),
        ("Ama Boateng was appointed director of the Ferry Institute in May.",
         ("Ama Boateng", "director", "Ferry Institute", "")),
        ("On behalf of Minister Ama Boateng, Deputy Minister Bo Ström opened the talks.", ("Ama Boateng", "Minister", None, "")),
        ("Ama Boateng was appointed Director of the Ferry Institute, succeeding Bo Ström.",
         ("Ama Boateng", "Director", "Ferry Institute", "")),
        ("Ama Boateng has been elected chair of the Ferry Data Group.", ("Ama Boateng", "chair", "Ferry Data Group", "")),
        ("Ama Boateng has joined the Ferry Institute as a doctoral researcher.",
         ("Ama Boateng", "doctoral researcher", "Ferry Institute", "")),
    ],
)  # fmt: skip
def test_a_sentence_introduces_a_person(sentence: str, post: tuple[str, str | None, str | None, str]) -> None:
    assert post in posts(read(f"Harbours\n\n{sentence}{MORE}\n"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The panel was moderated by Ama Boateng.",
        "This issue was written by Bo Ström and Ama Boateng.",
        "“It rains,” said Ama Boateng, who keeps a ferry.",
        "“It rains,” said Ama Boateng. She left early.",
        "Ama Boateng said that it rains. Later, Boateng left.",
        "Her Dutch counterpart, Ama Boateng, nodded.",
        "Ama Boateng, 34, has not seen the sea for years.",
        "The round was closed by Minister Ama Boateng. Berg spoke.",
    ],
)
def test_a_name_is_known_as_a_persons(sentence: str) -> None:
    assert "Ama Boateng" in names(read(f"Harbours\n\n{sentence}{MORE}\n"))


def test_a_short_surname_may_end_a_sentence() -> None:
    text = f"Harbours\n\nThe round was closed by the Director of the Ferry Institute, Jonas Lie. Bergen was far away.{MORE}\n"
    assert names(read(text)) == {"Jonas Lie"}


def test_two_with_a_title_each_say_something_together() -> None:
    text = f"Harbours\n\nEU Commissioner Bo Ström and Maltese Foreign Minister Ama Boateng praised the Rabat Process.{MORE}\n"
    assert {who for who, *_ in spoken(read(text))} == {"Bo Ström", "Ama Boateng"}


@pytest.mark.parametrize(
    "name", ["Ota Řezáč", "Ana A. Lie", "Ewa Łoś", "Ayşe Şentürk", "Ana Đurić", "Bo Čermák-Ångström"]
)
def test_capitals_have_marks_of_many_languages(name: str) -> None:
    assert names(read(f"Harbours\n\nThe round was closed by {name}, Director of the Ferry Institute.{MORE}\n")) == {
        name
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Second Harvest said that it would go on. It had no choice.",
        "The work with Artificial Intelligence from the World Bank goes on.",
        "They met in Porto Alegre (Brazil) and in Novi Sad (Serbia).",
        "The SRI LANKA desk and COSTA RICA agreed.",
        "The partner Caritas Austria signed.",
        "Members Burkina Faso and Cabo Verde signed.",
        "The Director of the Baltic Dock Workers' Alliance signed.",
        "The Permanent Representative of the Lao People's Democratic Republic signed.",
        "The Head of Silk Route Projects signed.",
        "They met in Novi Sad, Serbia, and left.",
        "The Baltic Route of Latvia is closed.",
        "The Special Envoy of the UN Great Lakes team signed.",
        "Quay Watch has become a meeting place of pilots.",
        "Costa Rica was elected chair of the Ferry Data Group.",
        "Baltic Ferries has joined the Ferry Institute as often as it could.",
        "In May 2031, Restart Malta became the new head of the line.",
        "Ama Boateng was elected Director of the Ferry Institute, but declined.",
        "Ama Boateng was named after the Director of the Ferry Institute.",
        "Ama Boateng was named Director of the Year by the Ferry Institute.",
        "Ama Boateng joined the Ferry Institute and the Crew Union as adviser.",
    ],
)
def test_what_speaks_is_not_always_a_person(sentence: str) -> None:
    assert names(read(f"Harbours\n\n{sentence}{MORE}\n")) == set()


def test_a_contact_has_an_address_and_its_post_ends_before_the_street() -> None:
    text = (
        f"Harbours\n\nThe Harbour Council met.{MORE}\n\nFor further information please contact:\nAma Boateng, Spokesperson\nOutreach Unit\n"
        "Harbour Council\nQuay Street, Riga, Latvia\nCalls by day only\n\nPhotographs (© HC / Bo Ström) are free of charge.\n"
    )
    facts = read(text)
    assert posts(facts) == {("Ama Boateng", "Spokesperson", "Harbour Council", "")}
    assert names(facts) == {"Ama Boateng", "Bo Ström"}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        (
            "The Harbour Centre for Tides (HCT), an intergovernmental body with its seat in Riga, agreed.",
            ("Harbour Centre for Tides", "international organisation", None),
        ),
        ("Malta's interior ministry agreed.", ("interior ministry", "ministry", "country/MLT")),
        ("The Ghanaian labour ministry agreed.", ("Ghanaian labour ministry", "ministry", "country/GHA")),
        ("A spokesman for the Lima-based NGO Puertolibre agreed.", ("Puertolibre", "NGO", None)),
        ("A study by Quay Voices (NGO) agreed.", ("Quay Voices", "NGO", None)),
        ("The payment company FerryPay agreed.", ("FerryPay", "company", None)),
    ],
)
def test_bodies_that_small_words_tell(sentence: str, body: tuple[str, str, str | None]) -> None:
    assert body in {(row.name, row.type, row.country) for row in read(f"Harbours\n\n{sentence}{MORE}\n")[Organisation]}


def test_members_of_a_parliament_have_their_country_and_group() -> None:
    text = (
        "Committee on Ferries\n\nMinutes of the hearing held in Riga on 3 June 2031\n\nMembers present:\nMs Ama BOATENG, Chairperson\tMalta (EPP/CD)\n"
        f"Mr Bo STRÖM\tSweden (NR)\nMr Jon DOE, Director General of the Ferry Confederation of Latvia (FCL)\n\n1. OPENING\n\nThe Chairperson opened the meeting.{MORE}\n"
    )
    assert posts(read(text)) >= {
        ("Ama Boateng", "Chairperson", "EPP/CD", "MLT"),
        ("Bo Ström", None, "NR", "SWE"),
        ("Jon Doe", "Director General", "Ferry Confederation of Latvia", ""),
    }


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "It was hosted by the Permanent Mission of Malta to the United Nations.",
            {("Permanent Mission of Malta to the United Nations", "country/MLT")},
        ),
        ("It is done by the University of Turku in Malta, Ghana and Peru.", {("University of Turku", None)}),
        (
            "Malta's pilots met those of the University of Turku and left.",
            {("University of Turku", None)},
        ),
        ("It is run by the Ferry Institute and the Quay Council.", {("Ferry Institute", None)}),
        ("It is run by QMI and the Maltese Ferry Council.", {("Maltese Ferry Council", "country/MLT")}),
    ],
)
def test_where_the_name_of_a_body_begins_and_ends(sentence: str, wanted: set[tuple[str, str | None]]) -> None:
    assert {(row.name, row.country) for row in read(f"Harbours\n\n{sentence}{MORE}\n")[Organisation]} == wanted


def test_a_list_of_titles_before_names_is_no_apposition() -> None:
    text = (
        f"Harbours\n\nPresent were the chair, Mr Desmond Abelard, the treasurer, Ms Rukmini Seth, and a guest.{MORE}\n"
    )
    assert {post[:2] for post in posts(read(text))} == {("Desmond Abelard", "chair"), ("Rukmini Seth", "treasurer")}


def test_countries_and_groups_speak_in_capitals() -> None:
    text = (
        "Harbours\n\nKENYA, supported by the AFRICAN GROUP and SRI LANKA, called for a ceiling. The WORLD BANK noted costs."
        + MORE
    )
    facts = read(text)
    assert {country.name for country in facts[Country]} == {"Kenya", "Sri Lanka"}
    assert {body.name for body in facts[Organisation]} == {"African Group", "World Bank"}


def test_a_number_at_the_edge_of_a_wrapped_line_is_no_bullet() -> None:
    text = "HARBOURS\n\nThe contact group, led by co-facilitator Teuila Masina (Samoa), turned to Article\n9. It did not get very far with it on this day.\n"
    assert [block.kind for block in parse_report(text).blocks] == ["heading", "paragraph"]


def test_the_conference_is_no_body_and_a_dateline_places_its_town() -> None:
    text = (
        "QUAYMOUTH, Austria, 3 May 2030 – The Danube Ferry Forum (DFF) was hosted by the City of Quaymouth."
        f"{MORE} The Danube Ferry Forum will meet again.\n\nPress contact\nAma Boateng, Press Officer, Ferry Institute, press@ferry.example\n"
    )
    facts = read(text)
    assert {(body.name, body.country) for body in facts[Organisation]} == {
        ("City of Quaymouth", "country/AUT"),
        ("Ferry Institute", None),
    }
    assert ("Ama Boateng", "Press Officer", "Ferry Institute", "") in posts(facts)


def test_the_picture_of_an_article_has_its_caption_and_credit() -> None:
    text = (
        "Ports and people\n\nBy Jane Roe | Baltic Post | in Riga\n\nLatvian Interior Minister Bruno Kalns (L) greets his Estonian counterpart "
        f"Kadri Lill at the Baltic Talks. [Ota Černý/Baltic Press]\n\nIn Riga, it rained on Monday, and nobody was dry.{MORE}\n"
    )
    facts = read(text)
    assert posts(facts) == {
        ("Bruno Kalns", "Interior Minister", None, "LVA"),
        ("Kadri Lill", None, None, "EST"),
        ("Ota Černý", None, "Baltic Press", ""),
        ("Jane Roe", None, "Baltic Post", ""),
    }
    assert [(row.relation, len(row.persons)) for row in facts[Encounter]] == [("greeting", 2)]


def test_who_signs_an_article() -> None:
    assert names(read(f"Ferries wait\n\nBy Ama Boateng\n\nIt rained.{MORE}\n")) == {"Ama Boateng"}


# ---------------------------------------------------------------- pages of sessions

PAGE = """---
title: "Ferries at night"
format: Roundtable
date: 2030-05-12
start: "14:00"
end: "15:30"
speakers:
  - name: "Dr Ama Boateng"
    position: "Deputy Head of the Quay Unit"
    organisation: "Ferry Institute (FI)"
    country: Ghana
  - { name: "Bo Ström", role: "Moderator" }
  - Ada Nkemelu, Poet
moderator:
  name: Siiri Tamm
  online: true
tags: [night, ferries]
---

# Ferries at night

It was dark.

> A ferry is a bridge that waits.
>
> — Ama Boateng, Deputy Head of the Quay Unit, Ferry Institute
"""


def test_front_matter_describes_a_session() -> None:
    facts = read(PAGE)
    (session,) = facts[Session]
    assert (session.title, session.format, session.date, session.start, session.end) == (
        "Ferries at night", "Roundtable", "2030-05-12", "14:00", "15:30",
    )  # fmt: skip
    assert {(row.person.removeprefix("person/"), row.role, row.online) for row in facts[Participation]} == {
        ("ama-boateng", "speaker", False),
        ("bo-strom", "moderator", False),
        ("ada-nkemelu", "speaker", False),
        ("siiri-tamm", "moderator", True),
    }
    assert ("Ama Boateng", "Deputy Head", "Ferry Institute", "GHA") in posts(facts)


def test_front_matter_has_its_places_in_the_text() -> None:
    (page,) = front_matters(PAGE)
    for guest in page.guests:
        for value in guest.fields.values():
            assert PAGE[value.start : value.end] == value.text
    assert [block.kind for block in parse_report(PAGE).blocks] == ["front", "heading", "heading", "quote", "quote-by"]


@pytest.mark.parametrize(
    ("keys", "noted"),
    [
        ("title: [Fog at sea\nspeakers:\n  - name: Ada Brook\n", "[Fog at sea"),
        ('title: Fog at sea\nspeakers:\n  - name: "Ada Brook\n', '"Ada Brook'),
        ("title: Fog at sea\nspeakers:\n  - {name: Ada Brook, country: Norway\n", "{name: Ada Brook"),
        ("title: Fog at sea\nspeakers: [Ada Brook]\nrooms: [Quay,\n  Pier]\n", ""),
    ],
)
def test_a_mark_that_nothing_closes_is_noted_and_the_rest_is_kept(keys: str, noted: str) -> None:
    facts = read(f"---\n{keys}---\n\n# Fog at sea\n\nIt was dark.\n")
    assert [session.title for session in facts[Session]] == ["Fog at sea"]
    assert parts(facts) == {("ada-brook", "speaker")}
    assert [noted in note.note for note in facts[Note]] == [True] * bool(noted)


@pytest.mark.parametrize(
    "text", ["---\n", "---\nspeakers:\n---\n", "---\ntitle: [\nspeakers: [,\n---\n", "--- no ---\n"]
)
def test_broken_front_matter_is_no_session(text: str) -> None:
    assert not any(page.is_session for page in front_matters(text))


# ---------------------------------------------------------------- agendas


def test_entries_right_under_their_time_and_a_start_alone() -> None:
    facts = read(
        "Baltic Days 2030\n\n2 May 2030\n\n09:00 – 09:30  Welcome and opening\nDr Ama BOATENG, Director, Ferry Institute\n\n"
        "09:30  Fireside chat: Fog\nWith Bo Ström (Pilot, Harbour Council) and Ada Nkemelu (Poet)\nChaired by Ms Siiri Tamm, Ferry Union\n\n"
        "10:45  Closing remarks\nMr Jonas Quist\nFormer Minister of Ports, Latvia\n"
    )
    assert [(session.title, session.start) for session in facts[Session]] == [
        ("Welcome and opening", "09:00"), ("Fog", "09:30"), ("Closing remarks", "10:45"),
    ]  # fmt: skip
    assert {(row.person.removeprefix("person/"), row.role) for row in facts[Participation]} == {
        ("ama-boateng", "opening"),
        ("bo-strom", "speaker"),
        ("ada-nkemelu", "speaker"),
        ("siiri-tamm", "moderator"),
        ("jonas-quist", "closing"),
    }


def test_a_panel_is_a_label_and_remarks_may_name_who_makes_them() -> None:
    facts = read(
        "Baltic Days 2030\n\n2 May 2030\n\n9.30 – 10.30 Panel discussion: Who waits?\nModeration: Bo Ström (Ferry Radio)\nPanel:\n"
        "– Ada Nkemelu, Poet\nRapporteur: Siiri Tamm, Ferry Union\n\n10.30 – 10.45 Closing remarks by Dr Ama Boateng\n"
    )
    assert len(facts[Session]) == 2
    assert {(row.person.removeprefix("person/"), row.role) for row in facts[Participation]} == {
        ("bo-strom", "moderator"),
        ("ada-nkemelu", "speaker"),
        ("siiri-tamm", "speaker"),
        ("ama-boateng", "closing"),
    }


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Dr Ama Boateng Senior Economist World Bank", ("Ama Boateng", "Senior Economist", "World Bank", "")),
        ("Ms Ama Boateng Head of Admissions Sahel Virtual University",
         ("Ama Boateng", "Head of Admissions", "Sahel Virtual University", "")),
        ("Commissioner for Ports Ama Boateng, Samoa", ("Ama Boateng", "Commissioner for Ports", None, "WSM")),
        ("Director for Ports, Ministry of Trade, Finland: Ms Ama Boateng", ("Ama Boateng", "Director for Ports", "Ministry of Trade", "FIN")),
        ("Prof. Ama Boateng – University of Malta – Professor of Law", ("Ama Boateng", "Professor of Law", "University of Malta", "")),
        ("Hon. Ama Boateng, MP, Kenya", ("Ama Boateng", None, None, "KEN")),
    ],
)  # fmt: skip
def test_entries_without_the_usual_commas(line: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    assert wanted in posts(read(f"Baltic Days 2030\n\n10.00 | Fog | Hall\nPanel discussion\nSpeakers\n- {line}\n"))


def test_a_programme_line_may_be_its_speaker() -> None:
    facts = read(
        "Baltic Days 2030\n\n2 May 2030\n\n9.30 – 10.30 Panel: Fog\n\n10.30 – 10.45 Closing remarks: Dr Ama Boateng, Poet\n"
    )
    assert [session.title for session in facts[Session]] == ["Fog", "Closing remarks"]
    assert [(row.person, row.role) for row in facts[Participation]] == [("person/ama-boateng", "closing")]


def test_a_german_programme_has_its_date_and_countries() -> None:
    facts = read(
        "Forum 2030\n\nDonnerstag, 4. März 2030\n\n9.00 – 9.30 Uhr Begrüßung\nDr. Ama Boateng, Direktorin, Kroatien\n"
    )
    assert [session.date for session in facts[Session]] == ["2030-03-04"]
    assert ("Ama Boateng", "Direktorin", None, "HRV") in posts(facts)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Desk Officer Labour Department Ministry of Work Ghana", "Desk Officer, Labour Department, Ministry of Work, Ghana"),
        ("Ambassador of Ghana to Malta", "Ambassador of Ghana to Malta"),
        ("Director Statistics Norway", "Director, Statistics Norway"),
        ("Head of Unit, Ministry of Work", "Head of Unit, Ministry of Work"),
    ],
)  # fmt: skip
def test_commas_that_an_agenda_leaves_out(line: str, parts: str) -> None:
    assert separated(line, lambda form: form == "Statistics Norway") == parts


def test_a_body_on_a_line_of_its_own() -> None:
    lines = ["Chairperson", "Parliamentary Committee on Ports, Samoa"]
    post = parse_post(join_lines(lines, lambda form: False), lambda form: False)
    assert (post.position, post.body, post.country and post.country.iso3) == (
        "Chairperson", "Parliamentary Committee on Ports", "WSM",
    )  # fmt: skip
    assert parse_post("Member of Parliament, National Assembly", lambda form: False).position == "Member of Parliament"


def test_a_kind_of_body_keeps_its_name_whole() -> None:
    post = parse_post("founder of the charity Boats at Night", lambda form: form == "Night")
    assert (post.position, post.body) == ("founder", "Boats at Night")


@pytest.mark.parametrize(
    "words",
    ["Tide Envoy, , Denmark", "Tide Envoy,, Denmark", "Tide Envoy , , , Denmark", "Tide Envoy, (Denmark)", "Tide Envoy (Denmark)"],
)  # fmt: skip
def test_commas_that_part_nothing(words: str) -> None:
    post = parse_post(words, lambda form: False)
    assert (post.position, post.country and post.country.iso3) == ("Tide Envoy", "DNK")


@pytest.mark.parametrize(
    "text",
    [
        "4:30–6:00 SESSION I",
        "Panelists\n>* Representative of Ghana",
        "ON STAGE ADA MAREN BROOK, BO TIDE, ROSA QUINTANA, OLA FERRIS LUND, UMA HARBORD* MODERATION TOVE HOLM P. 44 DIRECTOR OF QUAYS, SAID THAT FOG MATTERS.",
    ],
)  # fmt: skip
def test_odd_texts_are_read(text: str) -> None:
    assert read(text).edition


def test_a_paragraph_that_starts_with_its_moderator_is_no_list() -> None:
    text = f"Fog\n\nModerated by Ama Boateng, Director of the Ferry Institute, the panel was long.{MORE}\n"
    assert [block.kind for block in parse_report(text).blocks] == ["heading", "paragraph"]


# ---------------------------------------------------------------- attendees


def test_attendees_in_a_list_and_in_a_table_of_any_order() -> None:
    page = """<html><body><h1>Participants</h1><ul><li><b>Dr. Ama Boateng</b>, Head of Unit, Ministry of Ports, Ghana</li>
    <li>Hon. Bo Ström, MP | Member of Parliament | Riksdag</li></ul>
    <table><tr><th>Country</th><th>Surname</th><th>First name</th><th>Title</th><th>Institution</th></tr>
    <tr><td>Malta</td><td>Zammit-Pace</td><td>Rebecca</td><td>Director</td><td>Identity Agency</td></tr></table></body></html>"""
    by_columns = page.replace("<th>Surname</th><th>First name</th>", "<th>Name</th><th>Seat</th>")
    facts = read(
        html_source(by_columns.replace("<td>Zammit-Pace</td>", "<td>Ms Rebecca Zammit-Pace</td>").encode(), "a.html")
    )
    assert posts(facts) == {
        ("Ama Boateng", "Head of Unit", "Ministry of Ports", "GHA"),
        ("Bo Ström", "Member of Parliament", "Riksdag", ""),
        ("Rebecca Zammit-Pace", "Director", "Identity Agency", "MLT"),
    }


GHANA_AND_ILO = {
    ("Kofi Mensah", "Director", "Ports Service", "GHA"),
    ("Akua Owusu", "Deputy Minister of Labour", None, "GHA"),
    ("Bo Ström", "Specialist", "International Labour Organization", ""),
}


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Provisional list of participants</h1><h2>I. States</h2><h3>Ghana (Chair)</h3><ul><li>Mr Kofi MENSAH (HoD), Director, Ports Service</li>"
        "<li>Ms Akua OWUSU*, Deputy Minister of Labour</li></ul><h2>II. Bodies</h2><h3>International Labour Organization (ILO)</h3>"
        "<ul><li>Dr Bo Ström – Specialist</li></ul>",
        "<h1>Participants list</h1><h3>GHANA</h3><p>Mensah, Kofi – Director, Ports Service<br/>Owusu, Akua – Deputy Minister of Labour</p>"
        "<h3>International Labour Organization</h3><p>Dr Bo Ström, Specialist; </p>",
        "<h1>Fog at sea</h1><h2>List of participants</h2><table><tr><th>No.</th><th>Name / Nom</th><th>Function</th><th>Organization/Institution</th></tr>"
        "<tr><td colspan=4><b>GHANA</b></td></tr><tr><td>1</td><td>Mr Kofi MENSAH</td><td>Director</td><td>Ports Service</td></tr>"
        "<tr><td>2</td><td>OWUSU Akua (Ms)</td><td>Deputy Minister of Labour</td><td></td></tr>"
        "<tr><td colspan=4>International Labour Organization (ILO)</td></tr><tr><td>3</td><td>Dr Bo Ström</td><td>Specialist</td><td></td></tr></table>",
        "<h1>Attendance list</h1><table><tr><th>Name and title</th><th>Affiliation</th><th>Country</th></tr>"
        "<tr><td>Kofi Mensah, Director</td><td>Ports Service</td><td>Ghana</td></tr><tr><td>Akua Owusu<br>Deputy Minister of Labour</td><td></td><td>Ghana</td></tr>"
        "<tr><td>Bo Ström, Specialist</td><td>International Labour Organization</td><td></td></tr></table>",
        "<h1>Participants</h1><dl><dt>Ghana</dt><dd>Mr Kofi Mensah, Director, Ports Service</dd><dd>Ms Akua Owusu, Deputy Minister of Labour</dd>"
        "<dt>International Labour Organization</dt><dd>Mr Bo Ström, Specialist</dd></dl>",
        "<h1>Registered participants</h1><p><b>Ghana</b></p><p>Mr Kofi MENSAH<br/>Director<br/>Ports Service</p><p>Ms Akua OWUSU<br/>Deputy Minister of Labour</p>"
        "<p><b>International Labour Organization</b></p><p>Dr Bo STRÖM, Specialist</p>",
    ],
)  # fmt: skip
def test_headings_of_a_list_say_whose_people_stand_below(page: str) -> None:
    text = html_source(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert posts(read(text)) == GHANA_AND_ILO


def test_a_heading_names_the_body_and_the_entry_its_unit() -> None:
    text = (
        "List of participants\n\nUNHCR\n\nMs Ama Boateng, Officer, Tides Unit\n\nMr Bo Ström, Head of Mission, UNHCR Malta\n\n"
        "Ms Ada Roe, Specialist, Sea Rescue\n\nMr Jan Lie, Desk Officer, Ministry of Ports, Norway\n\nLatvia\n\nMinistry of Fog\n\nMs Ewa Kalna, Adviser\n\n"
        "University of Malta\n\nProf. Joe Borg, Dean\n"
    )
    assert posts(read(text)) == {
        ("Ama Boateng", "Officer", "UNHCR", ""),
        ("Bo Ström", "Head of Mission", "UNHCR", "MLT"),
        ("Ada Roe", "Specialist, Sea Rescue", "UNHCR", ""),
        ("Jan Lie", "Desk Officer", "Ministry of Ports", "NOR"),
        ("Ewa Kalna", "Adviser", "Ministry of Fog", "LVA"),
        ("Joe Borg", "Dean", "University of Malta", ""),
    }


def test_first_name_and_surname_in_columns_of_their_own() -> None:
    text = "# Attendees\n\n| First name | Surname | Function | Country |\n|---|---|---|---|\n| Rebecca | Zammit-Pace | Director | Malta |\n"
    assert {post[::3] for post in posts(read(text))} == {("Rebecca | Zammit-Pace".replace(" |", ""), "MLT")}


# ---------------------------------------------------------------- German and Italian

GERMAN = "Das ist ein Satz, der nur zeigt, dass der Text auf Deutsch ist und nicht in einer anderen Sprache, die hier auch vorkommt."
ITALIAN = "Questa è una frase che serve solo per dire che il testo è in italiano e non in una lingua che non sia questa, anche oggi."


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Die ghanaische Hafenministerin Ama Boateng sagte das.", ("Ama Boateng", "Hafenministerin", None, "GHA")),
        ("Kenias Botschafterin Ama Boateng sagte das.", ("Ama Boateng", "Botschafterin", None, "KEN")),
        ("Der marokkanische Minister für Häfen, Dr. Driss Amrani, sagte das.", ("Driss Amrani", "Minister für Häfen", None, "MAR")),
        ("Der Staatssekretär im deutschen Bundesministerium des Innern, Jan Möwe, sagte das.",
         ("Jan Möwe", "Staatssekretär", "Bundesministerium des Innern", "DEU")),
        ("Jan Möwe, Referatsleiter in der Generaldirektion Häfen der Europäischen Kommission, sagte das.",
         ("Jan Möwe", "Referatsleiter", "Europäischen Kommission", "")),
        ("Zuletzt meldete sich Jan Möwe zu Wort, der Vorstandsvorsitzende der Hafenbau Muster AG.",
         ("Jan Möwe", "Vorstandsvorsitzende", "Hafenbau Muster AG", "")),
        ("Das Institut für Hafenkunde (IfH), dessen Direktorin Ama Boateng sprach, lud ein.",
         ("Ama Boateng", "Direktorin", "Institut für Hafenkunde", "")),
        ("Prof. Ama Boateng von der Universität Nordhafen sagte das.", ("Ama Boateng", None, "Universität Nordhafen", "")),
        ("Der Direktor der Internationalen Arbeitsorganisation (ILO), Jan Möwe, kam.",
         ("Jan Möwe", "Direktor", "Internationalen Arbeitsorganisation", "")),
    ],
)  # fmt: skip
def test_german_posts(sentence: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    assert wanted in posts(read(f"Häfen\n\n{sentence} {GERMAN}\n"))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Il ministro dei Porti ghanese, Kofi Boateng, ha detto questo.", ("Kofi Boateng", "ministro dei Porti", None, "GHA")),
        ("La ministra slovena del Lavoro, Ana Hribar, ha detto questo.", ("Ana Hribar", "ministra del Lavoro", None, "SVN")),
        ("La presidente della Rete dei Moli Aperti, suor Ana Ribeiro, ha detto questo.",
         ("Ana Ribeiro", "presidente", "Rete dei Moli Aperti", "")),
        ("L'ambasciatore del Bangladesh in Italia, Kofi Karim, ha detto questo.",
         ("Kofi Karim", "ambasciatore del Bangladesh in Italia", None, "BGD")),
        ("Ana Ribeiro, amministratrice delegata della Moli Aperti S.p.A., ha detto questo.",
         ("Ana Ribeiro", "amministratrice delegata", "Moli Aperti S.p.A.", "")),
        ("Il professor Kofi Karim, docente di demografia all'Università di Molonuovo, ha detto questo.",
         ("Kofi Karim", "docente di demografia", "Università di Molonuovo", "")),
        ("La sociologa Ana Ribeiro dell'Università di Molonuovo ha detto questo.",
         ("Ana Ribeiro", "sociologa", "Università di Molonuovo", "")),
    ],
)  # fmt: skip
def test_italian_posts(sentence: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    assert wanted in posts(read(f"Porti\n\n{sentence} {ITALIAN}\n"))


def test_countries_and_signatures_of_other_languages() -> None:
    facts = read(
        f"Häfen\n\nIn der Türkei und in Österreich warten syrische Elektriker. {GERMAN}\n\nText: Ama Boateng; Fotos: Jan Möwe\n"
    )
    assert {country.name for country in facts[Country]} == {"Türkiye", "Austria", "Syria"}
    assert names(facts) == {"Ama Boateng", "Jan Möwe"}
    assert [row.language for row in facts[SourceDocument]] == ["de"]


def test_the_language_of_a_text() -> None:
    assert [language_of(text) for text in (GERMAN, ITALIAN, MORE, "", "Berlin")] == ["de", "it", "en", "en", "en"]


def test_a_text_without_any_layout_still_names_people_bodies_and_countries() -> None:
    text = (
        "minutes of the ferry club\n\nWe met with Colonel Bo Ström of the Swedish Coast Guard. Mr Ström read a letter from Frontex."
        + MORE
    )
    facts = read(text)
    assert names(facts) == {"Bo Ström"}
    assert "Frontex" in {body.name for body in facts[Organisation]}
    assert "country/SWE" in {country.id for country in facts[Country]}


@pytest.mark.parametrize("title", ["ADRIATIC DIALOGUE ON MOBILITY", "Adriatic Dialogue on Mobility"])
def test_a_conference_is_called_as_its_title_prints_it(title: str) -> None:
    text = f"{title} 2028\n\nPanel discussion\n\nNets\n\nON STAGE\n\nAda Nkemelu, Director, Bridge Institute\n"
    (edition,) = extract(parse_report(text))[Edition]
    assert (edition.id, edition.name) == ("edition/adm2028", f"{title} 2028")


@pytest.mark.parametrize(
    ("head", "name", "venue"),
    [
        ("Leith, 22 September 2030\n\nPilots met at the Baltic Youth and Ferry Summit.", "Baltic Youth and Ferry Summit 2030", None),
        ("Leith, 22 September 2030\n\nMalta and Quay Forum staff met in Leith. The Quay Forum was held in August.", "Quay Forum 2030", "Leith"),
        ("Quay Forum\nLeith, 3 May 2030\n\nThe Quay Forum opened. The next edition is to be held in Gdańsk. The previous Forum took place in Bergen.", "Quay Forum 2030", None),
        ("Quay Forum\nLeith, 3 May 2030\n\nThe Quay Forum took place in the Old Mill. The fund is hosted by the ILO in Bergen.", "Quay Forum 2030", "Old Mill"),
        ("Forum on Ferries 2030\nLeith, 3 May 2030\n\nPilots came.", "Forum on Ferries 2030", None),
        ("# Conference of Pilots and Ports\n\nLeith, 3 May 2030\n\nPilots came.", "Conference of Pilots and Ports 2030", None),
        ("Report of the Leith Workshop on Ropes\nLeith, 3 May 2030\n\nPilots came.", "Leith Workshop on Ropes 2030", None),
        ("QRF-2 Highlights: 3 May 2030\n\nOn Tuesday, delegates to the second session of the preparatory committee for the Quay Review Forum met.", "session of the preparatory committee for the Quay Review Forum 2030", None),
        ("SECOND COMMITTEE\n3 MAY 2030\n\nInteractive Dialogue\n\nThe representative of Malta said that it was alone.", "x2030", None),
    ],
)  # fmt: skip
def test_how_a_meeting_is_called_and_where_it_is(head: str, name: str, venue: str | None) -> None:
    facts = read(head + MORE + "\n")
    (edition,) = facts[Edition]
    places = {place.id: place.name for place in facts[Place]}
    assert (edition.name, places.get(edition.venue or "")) == (name, venue)


def test_an_event_with_its_year_is_no_session() -> None:
    assert not read(
        "Forum on Ferries 2030\nLeith, 3 May 2030\n\nAda Nkemelu, Minister of Ports, said that all was well." + MORE
    )[Session]


def test_the_label_of_a_list_is_no_part_of_a_title() -> None:
    text = "ADRIATIC DIALOGUE\nON STAGE\n\nAda Nkemelu, Director, Bridge Institute\n\nADRIATIC DIALOGUE 2028\n"
    (edition,) = extract(parse_report(text))[Edition]
    assert edition.name == "ADRIATIC DIALOGUE 2028"
