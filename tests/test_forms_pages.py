"""Reports as they are printed: pages with running titles, numbered chapters, sessions that only prose tells of, proceedings."""

from __future__ import annotations

import pytest
from forms import names, parts, posts, read

from vmcgraph.linebreaks import unbroken
from vmcgraph.model import Encounter, Note, Organisation, Participation, Session, Statement
from vmcgraph.reading import parse_report
from vmcgraph.reading.running import page_starts
from vmcgraph.sentences import sentences
from vmcgraph.verification import verify

PAGES = """FERRY DIALOGUE
No. 9

NETS ACROSS THE STRAIT
Report of the meeting

Oslo, 4 and 5 June 2030

Rapporteurs: Jorge Luna and Hugo Paz
Layout: Fathom Graphics

\fFERRY DIALOGUE

OPENING SESSION

Opening the Dialogue, the Director of the Quay Trust, Ms Ama
Boateng, observed that nobody counts the nets. She asked for a

- ii -
\fNETS ACROSS THE STRAIT

register of them before the summer was over.

SESSION I: WHO MENDS THEM
4 June, afternoon

The session was moderated by Mr Bo Ström, Head of the Port Office of
the Harbour Agency. Ms Inga Lund, Director of the Rope Institute,
reported on three years of mending and asked for a common table of

3
\fFERRY DIALOGUE

prices. Mr Ström agreed with her.

Photo 1. Ms Inga Lund (Rope Institute) in conversation with Mr Bo
Ström, Head of the Port Office, Harbour Agency, before the debate.
© FD 2030/Eva STEIN

4
\fNETS ACROSS THE STRAIT

CONCLUDING REMARKS

In closing, Ms Boateng thanked the hosts and promised to come back
with a register.

5
\f"""


def test_sentences_go_on_behind_running_titles_and_page_numbers() -> None:
    document = parse_report(PAGES)
    assert len(document.pages) == 5
    assert {
        " ".join(document.text[block.start : block.end].split())
        for block in document.blocks
        if block.kind == "furniture"
    } >= {"FERRY DIALOGUE", "NETS ACROSS THE STRAIT", "- ii -", "3"}
    facts = read(PAGES)
    spoken = [row for row in facts[Statement] if row.verb in ("asked for", "reported on")]
    assert [len(row.parts) for row in spoken] == [2, 2]


def test_sessions_of_a_meeting_that_headings_alone_part() -> None:
    facts = read(PAGES)
    assert [(row.title, row.date) for row in facts[Session]] == [
        ("OPENING SESSION", "2030-06-04"),
        ("WHO MENDS THEM", "2030-06-04"),
        ("CONCLUDING REMARKS", None),
    ]
    assert parts(facts) == {
        ("ama-boateng", "opening"), ("bo-strom", "moderator"), ("inga-lund", "speaker"), ("ama-boateng", "closing"),
    }  # fmt: skip
    (encounter,) = facts[Encounter]
    assert encounter.relation == "in conversation"
    assert {"Jorge Luna", "Hugo Paz", "Eva Stein"} <= names(facts)
    assert {row.name: row.type for row in facts[Organisation]}["Fathom Graphics"] == "company"


def test_form_feeds_mark_pages() -> None:
    assert page_starts("One\n\fTwo\n\f\n") == (0, 5)


CHAPTERS = """Proceedings of the Fifth Conference on Ropes

Introduction

The conference on ropes took place in Bergen. It drew ninety people, of whom a third were students of the trade.

1. Opening

Monday 4 March 2030, 9.00–9.30
Ama Boateng (Rector, Harbour School)
Bo Ström (Director, Rope Institute)

The Rector reminded the audience that a rope is older than a road. Mr Ström thanked her for the reminder.

2. Keynote lecture I

The price of a knot
Monday 4 March, 9.30–11.00
Inga Lund (University of Bergen)
Chair: Eva Stein (Quay Trust)

Lund placed the knot beside the splice. A knot, she argued, is a promise that can be undone, and therefore a better one.

Recommendations

• Knots should be taught.

3. Workshop on splices

Tuesday 5 March, 14.00–16.30
Convenors: Jorge Luna (Andean Boats) and Hugo Paz (Straits Unit)

Luna compared the splices of two lakes. Nobody, he noted, had ever asked the fishers what they thought of either.

Recommendations

• Splices should be drawn.
"""


def test_numbered_chapters_are_sessions_with_who_stands_below_the_time() -> None:
    facts = read(CHAPTERS)
    assert [(row.title, row.start) for row in facts[Session]] == [
        ("Opening", "09:00"), ("The price of a knot", "09:30"), ("Workshop on splices", "14:00"),
    ]  # fmt: skip
    assert parts(facts) == {
        ("ama-boateng", "opening"), ("bo-strom", "opening"), ("inga-lund", "keynote"), ("eva-stein", "moderator"),
        ("jorge-luna", "moderator"), ("hugo-paz", "moderator"),
    }  # fmt: skip


def test_a_numbered_list_has_no_headings() -> None:
    blocks = parse_report("Findings\n\n1. Fog\n\n2. Tides\n\n3. Nets\n").blocks
    assert [block.kind for block in blocks] == ["heading", "list", "list", "list"]


MEETING = """19 JUNE 2030

Committee on Ropes

Opening Remarks

AMA BOATENG (Ghana), Chair of the Committee, called for shorter speeches. Of nine reports, she noted, two had been read to the end.

Round Table 1

The Committee then held a round table on the theme “Keeping knots together”, which was moderated by Bo Ström, Director of the Rope Institute.

Mr. Ström recalled that a knot is a promise, and that promises are kept by those who need them most of all.

General Debate

INGA LUND (Norway) said that her country mends its own nets. She asked the Committee to visit the harbour of Bergen before the summer.
"""


@pytest.mark.parametrize(
    ("title", "date"),
    [("Opening Remarks", "2030-06-19"), ("Keeping knots together", "2030-06-19"), ("General Debate", "2030-06-19")],
)
def test_headings_over_prose_name_items_and_the_prose_their_theme(title: str, date: str) -> None:
    assert (title, date) in {(row.title, row.date) for row in read(MEETING)[Session]}


def test_speakers_of_each_item_stay_in_it() -> None:
    facts = read(MEETING)
    titles = {row.id: row.title for row in facts[Session]}
    assert names(facts) == {"Ama Boateng", "Bo Ström", "Inga Lund"}
    assert {(titles[row.session or ""], row.verb) for row in facts[Statement]} >= {("General Debate", "said")}


PAGE = """---
title: "Arrivals at the quay"
date: 2030-05-18
format: Panel discussion
speakers:
  - name: Ama Boateng
published: 2030-06-02
---

# Arrivals at the quay

![The panel](/img/quay.jpg)
*Ama Boateng in conversation with Bo Ström and other guests after the session. Photo: Eva Stein*

The ferry comes twice a day, and those who get off it have to find their way to the office on the hill.

Boateng said that the hill is the trouble. It is steep, and there is no sign that tells anybody where to go.

Nobody had thought of a sign. The harbour office promised one before the autumn, in the languages of the passengers.
"""


def test_a_page_has_its_own_day_and_the_words_below_an_image_are_its_caption() -> None:
    facts = read(PAGE)
    assert [(row.title, row.date) for row in facts[Session]] == [("Arrivals at the quay", "2030-05-18")]
    assert [row.persons for row in facts[Encounter]] == [("person/ama-boateng", "person/bo-strom")]


WRAPPED = """Ferry Days 2030

Session 1: Fog
12 March 2030, 14:00–15:15

Ms Ama Boateng-
Lind, Director of the Harbour Agency, argued that the Ministry of Trans-
port had to be orga-
nized anew. Mr Bo Ström, Head of the Inter-
national Organization for Migration in Oslo, agreed that in- and out-
flows are hard to count. It rained until late in the evening.
"""


def test_words_that_lines_cut_are_read_whole_and_proved_whole() -> None:
    facts = read(WRAPPED)
    assert names(facts) == {"Ama Boateng-Lind", "Bo Ström"}
    bodies = {row.name: row for row in facts[Organisation]}
    assert {"Ministry of Transport", "International Organization for Migration"} <= bodies.keys()
    document = parse_report(WRAPPED)
    proofs = [document.text[span.start : span.end] for span in bodies["Ministry of Transport"].evidence]
    assert proofs == ["Ministry of Trans-\nport"]
    assert not verify(facts, document).problems


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("a high-\nlevel panel", "a high-level\n panel"),
        ("policy-makers and policy-\nmakers of", "policy-makers and policy-makers\n of"),
        ("the CON-\nCLUSIONS\n", "the CONCLUSIONS  \n"),
        ("in-\nand outflows", "in-\nand outflows"),
        ("a work\u00ad\nshop on", "a workshop \n on"),
    ],
)
def test_which_hyphens_at_the_end_of_a_line_are_the_words_own(printed: str, whole: str) -> None:
    assert unbroken(printed) == whole and len(printed) == len(whole)


STAGED = """Ferry Days 2030

Session 1: Fog
12 March 2030, 14:00–15:15

Papers:
Ama Boateng (Rope Institute, Bergen), The price of a knot
Inga Ferrer Lund (Quay Trust; online) and Eva Stein (Andean Boats), “Splices” in three languages
Discussant: Jorge Luna (Ministry of Ports, Peru)

Boateng argued that a knot is a promise. {sentence} The talks went on until late in the evening, and nobody left.

Questions from the floor

Mr Hugo Paz, a sailor at the Straits Unit, wanted to know who pays for the ropes of the small boats in winter.
"""


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Asked by Bo Ström (Harbour Agency), she replied that knots hold.", True),
        ("To a question from Mr Bo Ström of the Harbour Agency, she replied that knots hold.", True),
        ("To Mr Bo Ström, Director of the Harbour Agency, who doubted it, she replied that knots hold.", True),
        ("She praised Mr Bo Ström, Director of the Harbour Agency, for his patience.", False),
    ],
)
def test_who_asks_and_who_presents_a_paper(sentence: str, asks: bool) -> None:
    facts = read(STAGED.format(sentence=sentence.replace("Asked by Bo", "Asked by Mr Bo")))
    assert parts(facts) - {("bo-strom", "speaker")} == {
        ("ama-boateng", "speaker"), ("inga-ferrer-lund", "speaker"), ("eva-stein", "speaker"),
        ("jorge-luna", "respondent"), ("hugo-paz", "speaker"),
    }  # fmt: skip
    assert (("bo-strom", "speaker") in parts(facts)) is asks
    assert ("Ama Boateng", None, "Rope Institute", "") in posts(facts)
    assert {row.person for row in facts[Participation] if row.online} == {"person/inga-ferrer-lund"}


def test_the_first_of_two_surnames_behind_a_form_of_address() -> None:
    facts = read(STAGED.format(sentence="Ms Ferrer warned that ropes rot."))
    assert ("person/inga-ferrer-lund",) in {row.speakers for row in facts[Statement] if row.verb == "warned"}


def test_the_minister_is_the_one_of_the_session() -> None:
    text = STAGED.replace(
        "Discussant: Jorge Luna (Ministry of Ports, Peru)", "Chair: Jorge Luna, Minister of Ports, Peru"
    )
    facts = read(
        "Minister of Tides Ada Brook opened the days.\n\n" + text.format(sentence="The Minister warned that ropes rot.")
    )
    assert ("person/jorge-luna",) in {row.speakers for row in facts[Statement] if row.verb == "warned"}


LIVES = """About the authors

Ama Boateng is a research fellow at the Rope Institute in Bergen and a visiting professor at the College of Nets. From 2016 to 2019 she was a legal officer in the Norwegian Harbour Service.

Bo Ström, Director of the Quay Trust, studied in Oslo and Lund. He chairs the Andean Boats Forum and is a member of the Sailors' Union, which nobody ever leaves.

Eva Stein was born in Asmara. She has been Head of Research at the Straits Unit since 2011, and she likes fog.
"""


def test_biographies_tell_posts() -> None:
    assert posts(read(LIVES)) >= {
        ("Ama Boateng", "research fellow", "Rope Institute", ""),
        ("Ama Boateng", "visiting professor", "College of Nets", ""),
        ("Ama Boateng", "legal officer", "Norwegian Harbour Service", "NOR"),
        ("Bo Ström", "Director", "Quay Trust", ""),
        ("Bo Ström", "chair", "Andean Boats Forum", ""),
        ("Eva Stein", "Head of Research", "Straits Unit", ""),
    }
    assert not [each for each in posts(read(LIVES)) if "member" in (each[1] or "") or "Sailors" in (each[2] or "")]


MEETINGS = """Forum on Ropes
Summit report

Page 1 of 3

Forum on Ropes – Report

CHAPTER I
ROUNDTABLES

Roundtable 1.1
Who mends the nets

Government co-chairs: Ghana, Norway
Coordinator: Ms Ama Boateng

Main observations

Ms Boateng noted that nets rot. She asked for a register that is not as

Page 2 of 3

Forum on Ropes – Report

slow as the last one.

Panel #12. Brokers of nets

Organisers: Bo Ström (Harbour School)
Presentations:
1. Inga Lund (Rope Institute): What brokers read
2. Eva Stein (independent researcher): The price of a knot

Main observations

Lund showed that brokers read law more closely than lawyers do, and that nobody pays them for it.

CHAPTER II
SPECIAL SESSION ON HARBOURS

The special session was moderated by Mr Luis Paz, Mayor of Callao. Ms Jane Roe of the Mayors Council presented a survey.

Page 3 of 3

Forum on Ropes – Report

Conclusions and closing remarks

Mr Paz summed up the day and regretted that it had been so short for so many.
"""


def test_numbered_roundtables_panels_and_sessions_that_prose_tells_of() -> None:
    facts = read(MEETINGS)
    titles = {row.id: row.title for row in facts[Session]}
    assert list(titles.values()) == [
        "Who mends the nets", "Brokers of nets", "SPECIAL SESSION ON HARBOURS", "Conclusions and closing remarks",
    ]  # fmt: skip
    assert {(titles[row.session], row.person.removeprefix("person/"), row.role) for row in facts[Participation]} == {
        ("Who mends the nets", "ama-boateng", "speaker"),
        ("Brokers of nets", "bo-strom", "moderator"),
        ("Brokers of nets", "inga-lund", "speaker"),
        ("Brokers of nets", "eva-stein", "speaker"),
        ("SPECIAL SESSION ON HARBOURS", "luis-paz", "moderator"),
        ("SPECIAL SESSION ON HARBOURS", "jane-roe", "speaker"),
        ("Conclusions and closing remarks", "luis-paz", "speaker"),
    }
    asked = next(row for row in facts[Statement] if row.verb == "asked for")
    assert len(asked.parts) == 2  # "Page 2 of 3" and the running title stand between


@pytest.mark.parametrize("heading", ["Conclusions and next steps", "Introduction", "Discussion"])
def test_chapters_that_are_no_sessions(heading: str) -> None:
    facts = read(
        f"Ropes\n\n{heading}\n\nNets rot, and nobody pays for it. The meeting agreed that this has to end before the summer.\n"
    )
    assert not facts[Session]


CARDS = """SESSION 3
WHO COUNTS?
Wednesday 13 March 2030 (09:00-10:30)

Chair
Mr Jonas Berg
Statistics Norway

Speakers
Dr Lea Roth, Ferry Trust

Summary of discussion
Dr Roth cautioned that what is not counted is not funded, and that nobody counts the nets of the north.

KEY MESSAGES
• Count.

Wrap-up and next steps

Mr Berg closed the meeting with a promise to come back when all of the nets had been counted by somebody.
"""


def test_a_body_below_a_name_and_a_heading_in_capitals_are_nobody() -> None:
    facts = read(CARDS)
    assert names(facts) == {"Jonas Berg", "Lea Roth"}
    assert [row.title for row in facts[Session]] == ["WHO COUNTS?", "Wrap-up and next steps"]
    assert parts(facts) == {("jonas-berg", "moderator"), ("lea-roth", "speaker"), ("jonas-berg", "closing")}


_HALVES = (
    "The Director of the Port Office, Ms Ada Brook, told the meeting that nobody had counted the nets. She asked for a",
    "register of them before the summer was over, and she thanked those who mend them for\nall that they do without it. They had asked her to be frank, she said to the hosts, of whom\nfew had come. She wished them well and hoped that the next meeting would see more of\nthem on the quay, whatever the weather did to the",
    "boats and to the lamps of the harbour.",
)


@pytest.mark.parametrize(
    ("one", "two", "last"),
    [
        ("14 / QUAY MEETING 2032\n\n", "15 / QUAY MEETING 2032\n\n", "16 / QUAY MEETING 2032\n"),
        ("Quay Meeting 2032 / 14\n\n", "Quay Meeting 2032 / 15\n\n", ""),
        (
            "14 QUAY MEETING 2032\n\n",
            "15 QUAY MEETING 2032\n\n",
            "\nNobody was late.\n\nNobody was early.\n\nFew were there.\n\nIt rained.\n\n16 QUAY MEETING 2032\n",
        ),
        ("\fThe Quay Meeting\n\n", "", ""),
        ("\fThe Quay Meeting\nReport\n\n", "\fThe hosts of 2032\n", ""),
    ],
)
def test_a_sentence_goes_on_behind_the_title_that_heads_a_page(one: str, two: str, last: str) -> None:
    text = f"QUAY MEETING\n\nOpening session\n\n{_HALVES[0]}\n\n{one}{_HALVES[1]}\n\n{two}{_HALVES[2]}\n\n{last}"
    document = parse_report(text)
    told = " ".join(sentence.text for sentence in sentences(text, document.blocks))
    assert "She asked for a register of them before the summer was over" in told
    assert "whatever the weather did to the boats and to the lamps of the harbour." in told


def test_a_heading_at_the_head_of_a_page_stays_where_nothing_goes_on() -> None:
    text = "Harbour Talk\n\nIntroduction\n\nThe Director of the Port Office spoke of the nets and of those who mend them.\n\n\fOn lamps\n\nthere was little to say.\n"
    assert [text[block.start : block.end].strip() for block in parse_report(text).blocks if block.kind == "heading"][
        -1
    ] == "On lamps"


@pytest.mark.parametrize(
    ("front", "body", "told"),
    [
        ("title: Kelp Forum 2031", "# Harbour Rope Summit 2033", "Kelp Forum 2031, the text below Harbour Rope Summit 2033"),
        ("series: Kelp Forum\ntitle: Kelp Forum 2031", "# Kelp Forum 2032", "Kelp Forum 2031, the text below Kelp Forum 2032"),
        ("title: Kelp Forum 2031", "# Third Kelp Forum 2031", ""),
        ("title: Kelp Forum 2031", "# What the Harbour Rope Summit 2033 left open", ""),
        ("title: Ropes", "# Harbour Rope Summit 2033", ""),
        ("title: Kelp Forum 2031", "# Kelp Forum 2031\n\n## Harbour Rope Summit 2033", ""),
    ],
)  # fmt: skip
def test_front_matter_that_names_another_conference_than_its_page_is_noted(front: str, body: str, told: str) -> None:
    text = f"---\n{front}\nmoderator: Ada Brook\n---\n\n{body}\n\n10:00 – 11:00 Panel: Nets\nSpeaker: Inga Lund, OECD\n"
    notes = [row.note for row in read(text)[Note] if "front matter" in row.note]
    assert len(notes) == bool(told) and told in "".join(notes)
