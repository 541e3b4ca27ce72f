"""Names, titles and lists of attendees in the forms that other organisers print."""

from __future__ import annotations

import pytest
from forms import MORE, names, parts, posts, read

from vmcgraph.extraction import extract
from vmcgraph.model import Country, Facts, Organisation, Participation, Section, Session, Statement
from vmcgraph.names import name_at
from vmcgraph.reading import parse_report
from vmcgraph.verification import verify


def listed(entry: str) -> Facts:
    """Return the facts of a panel with one entry."""
    return read(f"Baltic Days 2030\n\n10.00 | Fog | Hall\nPanel discussion\nSpeakers\n- {entry}\n")


@pytest.mark.parametrize(
    "entry",
    [
        "Prof. em. Sir Ama Boateng, Director, Ferry Institute",
        "Rear Commodore Ama Boateng, Director, Ferry Institute",
        "Gen. (r) Ama Boateng, Director, Ferry Institute",
        "Adv. Ama Boateng, Director, Ferry Institute",
        "Dato’ Dr Ama Boateng, Director, Ferry Institute",
        "Fr Ama Boateng, Director, Ferry Institute",
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
    "text",
    [
        "Main Hall",
        "Room Aurora",
        "Strand B",
        "Are You Ready",
        "Had Lie",
        "Dear Friends",
        "Only Boats",
        "ESTONIA, Latvia",
        "QUAYTOWN, Austria",
        "① Ama Boateng",
    ],
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


PAGES = """---
title: "Fog at night"
date: 2030-05-12
start: "09:00"
end: "10:15"
type: Roundtable
tags:
  - fog
---

# Fog at night

## Speakers

- **Ama Boateng** (moderator), Director, Ferry Institute
- Bo Ström, Pilot, Harbour Council

## Notes

Bo Ström warned that nobody paid for the lamps.

---

---
title: Ferries for all
date: 2030-05-13
time: 14:00-15:00
room: Pier 2
speakers:
  - Siiri Tamm, Poet
---

# Ferries for all

Siiri Tamm asked for a ferry.

---

Lamps: Fog Light

---
"""


def test_a_file_of_several_pages_has_a_session_for_each() -> None:
    for pages in (PAGES, PAGES.replace("\n", "\r\n")):
        facts = read(pages)
        assert [(row.title, row.date, row.start, row.end) for row in facts[Session]] == [
            ("Fog at night", "2030-05-12", "09:00", "10:15"),
            ("Ferries for all", "2030-05-13", "14:00", "15:00"),
        ]
        sessions = {row.id: row.title for row in facts[Session]}
        assert {(sessions[row.session], row.person, row.role) for row in facts[Participation]} == {
            ("Fog at night", "person/ama-boateng", "moderator"),
            ("Fog at night", "person/bo-strom", "speaker"),
            ("Ferries for all", "person/siiri-tamm", "speaker"),
        }


def test_who_signs_the_notes_on_a_session_took_no_part_in_it() -> None:
    facts = read(
        PAGES.replace("for the lamps.", "for the lamps.\n\n*Rapporteur: Jonas Quist (Tide Office)*").replace(
            "Lamps: Fog Light\n\n---\n",
            "Fog Days is organised by the Lamp Union. Page edited by Karl Hale, Lamp Union.\n",
        )
    )
    assert ("Jonas Quist", None, "Tide Office", "") in posts(facts)
    assert {row.person for row in facts[Participation]} == {
        "person/ama-boateng",
        "person/bo-strom",
        "person/siiri-tamm",
    }
    assert "about" in {part.kind for part in facts[Section]}


@pytest.mark.parametrize(
    ("keys", "sessions"),
    [
        ("type: Panel\nstart: '09:00'\n", 1),
        ("track: Fog\ntime: 9.00-10.00\n", 1),
        ("format: Panel\nroom: Pier 2\n", 1),
        ("type: interview\ndate: 2030-05-12\n", 0),
        ("layout: post\ndate: 2030-05-12\n", 0),
        ("type: workshop\ntime: 09:00-17:00\n", 2),
    ],
)
def test_a_page_without_speakers_in_its_front_matter_is_a_session_by_two_signs(keys: str, sessions: int) -> None:
    agenda = "9.00 – 10.00 Panel: Fog\n\nAma Boateng, Pilot\n\n10.00 – 11.00 Panel: Tides\n\nBo Ström, Poet\n"
    body = agenda if sessions == 2 else "Nobody came to the pier that night."
    assert len(read(f"---\ntitle: Ferries at night\n{keys}---\n\n# Ferries at night\n\n{body}\n")[Session]) == sessions


def test_numbered_paragraphs_are_running_text() -> None:
    text = (
        "REPORT OF THE HARBOUR PANEL\n\nI. Opening\n\n1. The session was opened by Ms. Ama BOATENG (Ghana), President of the Panel. "
        "She observed that tides wait.\n\n2. Mr. Bo STRÖM, Director of the Ferry Institute, warned that nobody paid for it.\n"
    )
    document = parse_report(text)
    facts = extract(document, edition="x2030")
    assert names(facts) == {"Ama Boateng", "Bo Ström"}
    assert {document.text[row.evidence[0].start :][:3] for row in facts[Statement]} == {"She", "Mr."}


@pytest.mark.parametrize(
    ("sentence", "countries"),
    [
        ("Crews moved from Georgia (USA) to Malta.", {"United States", "Malta"}),
        ("He left Georgia State University for Malta.", {"Malta"}),
        ("It was founded by Chad Miller in Malta.", {"Malta"}),
        ("Michael Jordan, Director of the Ferry Institute, came to Malta. Jordan left early.", {"Malta"}),
        ("They crossed New Mexico, Lake Chad and the Jordan Valley on the way to Malta.", {"Malta"}),
        ("The Paris Agreement was named in Malta.", {"Malta"}),
        ("Georgia and Jordan waited for Malta.", {"Georgia", "Jordan", "Malta"}),
        ("The minister of Chad said that Jordan will come to Malta.", {"Chad", "Jordan", "Malta"}),
    ],
)
def test_a_country_shares_its_name_with_people_and_places(sentence: str, countries: set[str]) -> None:
    assert {row.name for row in read(f"Harbours\n\n{sentence}{MORE}\n")[Country]} == countries


def test_two_bodies_of_one_name_are_of_two_countries() -> None:
    facts = read(
        "Harbours\n\nThe Ministry of the Interior of Ghana met the Ministry of the Interior of Kenya. "
        f"The Ghanaian Ministry of the Interior and Kenya's Ministry of the Interior agreed.{MORE}\n"
    )
    assert {(row.name, row.country) for row in facts[Organisation]} == {
        ("Ministry of the Interior of Ghana", "country/GHA"),
        ("Ministry of the Interior of Kenya", "country/KEN"),
    }
    listed_post = posts(listed("Ama Boateng, Adviser, German Federal Ministry of the Interior"))
    assert listed_post == {("Ama Boateng", "Adviser", "Federal Ministry of the Interior", "DEU")}


def test_a_chair_of_a_body_of_many_gives_it_no_country() -> None:
    facts = read(f"Harbours\n\nAMA BOATENG (Ghana), Chair of the Harbour Commission, said that tides wait.{MORE}\n")
    assert [(row.name, row.country) for row in facts[Organisation]] == [("Harbour Commission", None)]


# ---------------------------------------------------------------- minutes and summaries

MINUTES = """HARBOUR PANEL
Geneva, 3 and 4 February 2031

I. Opening of the session
(Monday, 3 February, 9.30 to 10 a.m.)

1. The session was opened by the President of the Panel, Ms. Ama BOATENG (Ghana). She observed that tides wait.

II. Round table 1: Fog at sea
(Monday, 3 February, 3 to 6 p.m.)

2. The round table was moderated by Mr. Bo STRÖM. Presentations were made by Ms. Siiri TAMM, Director of the Ferry Institute; Mr. Jan MÖWE, Poet; and Ms. Ada NKEMELU, Climate Envoy of Tuvalu.

3. Ms. TAMM warned that nobody paid for it.
"""


def test_minutes_print_day_and_hours_below_the_title_and_tell_who_spoke() -> None:
    facts = read(MINUTES)
    assert [(row.title, row.date, row.start, row.end) for row in facts[Session]] == [
        ("Opening of the session", "2031-02-03", "09:30", "10:00"),
        ("Fog at sea", "2031-02-03", "15:00", "18:00"),
    ]
    assert {(row.person.removeprefix("person/"), row.role) for row in facts[Participation]} == {
        ("ama-boateng", "opening"),
        ("bo-strom", "moderator"),
        ("siiri-tamm", "speaker"),
        ("jan-mowe", "speaker"),
        ("ada-nkemelu", "speaker"),
    }
    assert ("Ada Nkemelu", "Climate Envoy", None, "TUV") in posts(facts)


def test_a_summary_tells_of_the_sessions_of_the_programme_above_it() -> None:
    text = (
        "Ferry Dialogue\nBatumi, 14 May 2031\n\nProgramme\n\nTuesday, 14 May 2031\n\n10:45 – 12:30\nSESSION I\nRound table\nFog at sea\n"
        "Chair:\nMs. Ama BOATENG\nDirector, Ferry Institute\n\n19:00\nReception\nOld Customs House\n\nSummary\n\nSession I: Fog at sea\n\n"
        f"Ms. BOATENG warned that nobody paid for it. The Chair concluded that fog is free.{MORE}\n"
    )
    facts = read(text)
    assert {(row.title, row.start) for row in facts[Session]} == {("Fog at sea", "10:45"), ("Reception", "19:00")}
    assert [(row.session, row.speakers) for row in facts[Statement]] == [
        ("session/x2030/s01", ("person/ama-boateng",)),
        ("session/x2030/s01", ("person/ama-boateng",)),
    ]


# ---------------------------------------------------------------- German and Italian statements

GERMAN = "Das ist ein Satz, der nur zeigt, dass der Text auf Deutsch ist und nicht in einer anderen Sprache, die hier auch vorkommt."
ITALIAN = "Questa è una frase che serve solo per dire che il testo è in italiano e non in una lingua che non sia questa, anche oggi."


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        (f"Häfen\n\nDie Hafenministerin Ama Boateng sagte, es regne. In Malta betonte Boateng, dass es regne. {GERMAN}\n", ["sagte", "betonte"]),
        (f"Häfen\n\nDie Hafenministerin Ama Boateng sagte es. Sie kündigte einen Fonds an. Die Ministerin forderte mehr. {GERMAN}\n",
         ["sagte", "kündigte an", "forderte"]),
        (f"Porti\n\nIl ministro dell'Interno, Ama Boateng, ha detto che piove. Ha aggiunto che il Kenya aspetta. {ITALIAN}\n",
         ["ha detto", "Ha aggiunto"]),
        (f"Porti\n\n«Piove», ha sottolineato Ama Boateng, direttrice dell'Agenzia dei Porti. {ITALIAN}\n", ["ha sottolineato"]),
    ],
)  # fmt: skip
def test_statements_of_other_languages(text: str, verbs: list[str]) -> None:
    document = parse_report(text)
    facts = extract(document, edition="x2030")
    rows = sorted(facts[Statement], key=lambda row: row.evidence[0].start)
    assert [(row.speakers, row.verb) for row in rows] == [(("person/ama-boateng",), verb) for verb in verbs]
    assert verify(facts, document).holds


@pytest.mark.parametrize("organ", ["Government of Norway", "Royal Government of Norway", "Parliament of Norway"])
@pytest.mark.parametrize(
    "text",
    [
        "Panel: Fog\n\nSpeakers:\n- Ada Brook, Minister of Ports, {}\n",
        "---\ntitle: Fog\nspeakers:\n  - name: Ada Brook\n    role: Minister of Ports\n    organisation: {}\n    country: Norway\n---\n# Fog\n\nFog.\n",
    ],
)
def test_an_organ_of_a_state_keeps_its_country_behind_a_post(text: str, organ: str) -> None:
    facts = read(text.format(organ))
    assert posts(facts) == {("Ada Brook", "Minister of Ports", organ, "NOR")}
    assert [body.name for body in facts[Organisation]] == [organ]


def test_a_republic_behind_a_body_is_its_country() -> None:
    facts = read("Panel: Fog\n\nSpeakers:\n- Ada Brook, Secretary General, Ministry of Ports, Republic of Ghana\n")
    assert posts(facts) == {("Ada Brook", "Secretary General", "Ministry of Ports", "GHA")}


@pytest.mark.parametrize(
    ("cell", "body"),
    [
        ("Ministry of Justice", "Ministry of Justice"),
        ("UNHCR, Geneva", "UNHCR"),
        ("Ferry Institute", "Ferry Institute"),
    ],
)
def test_a_column_of_bodies_has_bodies(cell: str, body: str) -> None:
    facts = read(
        f"# Tidal Forum 2030\n\n## Participants\n\n| Name | Organisation | Country |\n|---|---|---|\n| Boateng, Ama | {cell} | Ghana |\n"
    )
    assert posts(facts) == {("Ama Boateng", None, body, "GHA")}


@pytest.mark.parametrize(
    ("post", "position", "body"),
    [
        ("Hafenvorsteherin", "Hafenvorsteherin", None),
        ("Kaimeisterin", "Kaimeisterin", None),
        ("Lotsenfrau", "Lotsenfrau", None),
        ("Ministry of Justice", None, "Ministry of Justice"),
        ("Justice, Harbour Court", "Justice", "Harbour Court"),
        ("Tideline", None, "Tideline"),
    ],
)
def test_what_somebody_is_has_the_ending_of_a_post(post: str, position: str | None, body: str | None) -> None:
    assert posts(listed(f"Ama Boateng, {post}")) == {("Ama Boateng", position, body, "")}


ANNEX = """Workshop on Crews
Malta, 3 May 2030

ANNEX I. AGENDA

09.00 – 09.30   Opening
                Mr B. Lund, Deputy Minister
                H.E. the Ambassador of Ghana (tbc)
09.30 – 11.00   Session 1. Fog and law (plenary discussion)
                Chair: Ms L. Holm-Roth, ILO
                Presentation: Dr S. Tamm
11.00 – 11.30   Closing


ANNEX II.  LIST OF PARTICIPANTS (extract)

PERU
Mr Bo LUND
Deputy Minister
Ministry of Ports
Ms Ana LIMA
Chief Specialist, Social Fund

UNIONS AND RESEARCH
Mr A. T. PEREIRA, President, Federation of Ferry Workers (Chile)
Dr Siiri TAMM, Research Director, Tide Institute for Ferry Studies

INTERNATIONAL ORGANIZATIONS
UNHCR        Mr Jonas QUIST, Protection Associate
ILO          Ms Liv HOLM-ROTH, Deputy Regional Director
             Mr Omar DIB, National Coordinator (online)
"""


def test_the_list_in_an_annex_says_whose_people_they_are_and_what_initials_stand_for() -> None:
    facts = read(ANNEX)
    assert names(facts) == {
        "Bo Lund",
        "Ana Lima",
        "A. T. Pereira",
        "Siiri Tamm",
        "Jonas Quist",
        "Liv Holm-Roth",
        "Omar Dib",
    }
    assert posts(facts) >= {
        ("Bo Lund", "Deputy Minister", "Ministry of Ports", "PER"),
        ("Ana Lima", "Chief Specialist", "Social Fund", "PER"),
        ("A. T. Pereira", "President", "Federation of Ferry Workers", "CHL"),
        ("Siiri Tamm", "Research Director", "Tide Institute for Ferry Studies", ""),
        ("Jonas Quist", "Protection Associate", "UNHCR", ""),
        ("Liv Holm-Roth", "Deputy Regional Director", "ILO", ""),
        ("Omar Dib", "National Coordinator", "ILO", ""),
    }
    assert [(row.title, row.format) for row in facts[Session]][1:] == [
        ("Fog and law", "Plenary discussion"),
        ("Closing", "Closing"),
    ]
    assert parts(facts) == {("bo-lund", "opening"), ("liv-holm-roth", "moderator"), ("siiri-tamm", "speaker")}


@pytest.mark.parametrize("other", ["Ms B. Lund", "Mr O. Lund", "Mr B. Lind"])
def test_initials_of_somebody_else(other: str) -> None:
    facts = read(
        f"Ferry Days 2030\n\n9.00 – 10.00 Panel: Fog\nSpeakers:\n- Mr Bo Lund, Pilot, Quay Voices\n- {other}, Pilot, Ferry Union\n"
    )
    assert len(names(facts)) == 2
