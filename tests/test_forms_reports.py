"""Layouts of reports: headings of sessions on several lines, cards of three lines, captions with a credit, bodies that a text introduces."""

from __future__ import annotations

import pytest
from forms import MORE, names, parts, posts, read, spoken

from vmcgraph.model import Encounter, Organisation, Participation, Section, Session, Statement
from vmcgraph.reading import parse_report

PEOPLE = """Speakers:

Ama Boateng
Vice-Minister
Ministry of Tides and Bridges, Ghana

Bo Ström
Head of Advocacy
Ferry Institute

Moderator:

Dr Ada Nkemelu
Senior Fellow
University of Malta
"""
PROSE = (
    "More than four million people cross the water every year, and few of them ask who steers the boat. Ama Boateng said that this must change.\n"
    "Bo Ström agreed with her and asked for more boats. Nobody in the room wanted to leave before the end of the talk.\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "Session 4: Fog at sea\nPanel discussion, 15 May 2030, 09:30–10:45",
        "Session 4: Fog at sea\n\nPanel discussion | Wednesday, 15 May 2030 | 09:30–10:45",
        "Panel discussion, 15 May 2030, 9.30 – 10.45, Hall B\nFog at sea",
        "Session 4\nFog at sea\n15 May 2030 · 09:30–10:45 · Panel discussion",
    ],
)
def test_a_heading_of_several_lines(heading: str) -> None:
    facts = read(f"Ferry Forum 2030 | Report\n12\n\n{heading}\n\n{PEOPLE}\n{PROSE}")
    (session,) = facts[Session]
    assert (session.title, session.format, session.date, session.start, session.end) == (
        "Fog at sea", "Panel discussion", "2030-05-15", "09:30", "10:45",
    )  # fmt: skip
    assert parts(facts) == {("ama-boateng", "speaker"), ("bo-strom", "speaker"), ("ada-nkemelu", "moderator")}
    assert ("Ama Boateng", "Vice-Minister", "Ministry of Tides and Bridges", "GHA") in posts(facts)


def test_a_number_on_a_line_of_its_own_and_a_question_for_a_title() -> None:
    programme = "PROGRAMME\n\n9.30 – 10.00   Opening\n10.00 – 11.30   Session 1 | Panel discussion\nFog at sea\n11.30 – 12.00   Closing conversation\nWho will ring the bell when nobody is left to hear it?\n"
    one = f"SESSION 1\nFog at sea\n\nSpeakers\nAma Boateng, Director, Ferry Institute\n\n{PROSE}"
    two = f"CLOSING CONVERSATION\nWho will ring the bell when nobody is left to hear it?\n\nWith\nBo Ström, Poet, Sweden\n\n{PROSE}"
    facts = read(f"Ferry Forum 2030\n\n{programme}\n\n{one}\n\n{two}")
    people = {row.id: row.title for row in facts[Session]}
    assert {(people[row.session], row.person) for row in facts[Participation]} >= {
        ("Fog at sea", "person/ama-boateng"),
        ("Who will ring the bell when nobody is left to hear it?", "person/bo-strom"),
    }
    assert not {("Opening", "person/ama-boateng"), ("Opening", "person/bo-strom")} & {
        (people[row.session], row.person) for row in facts[Participation]
    }


def test_whose_words_a_pull_quote_prints_stands_right_below_it() -> None:
    quote = (
        "“We are told that the ferry will be fast. A pier can also close fast.”\nAma Boateng\nDirector, Ferry Institute"
    )
    text = f"Ferry Forum 2030\n\nSession 1: Fog\n\n{PEOPLE}\n{PROSE}\n{quote}\n\n{PROSE}"
    assert [block.kind for block in parse_report(text).blocks if "told that" in text[block.start : block.end]] == [
        "quote"
    ]
    assert [row.kind for row in read(text)[Statement]].count("quote") == 1


def test_a_paragraph_that_a_page_cuts_behind_a_comma_is_no_caption() -> None:
    cut = "Ama Boateng, whose staff sleep at the quay with their boats, took issue with the word; the pilots of three ports, \n\n8\n\nshe said, turn back at night. Nobody in the hall was surprised to hear it."
    text = f"Ferry Forum 2030\n\nSession 1: Fog\n\n{PEOPLE}\n{PROSE}\n{cut}\n"
    assert not [block for block in parse_report(text).blocks if block.kind == "caption"]


def test_a_known_heading_right_over_its_prose() -> None:
    text = f"Ferry Forum 2030\n\nSession 1: Fog\n\n{PEOPLE}\n{PROSE}\nAbout FFI\nThe Ferry Forum Institute is a research institute of the University of Malta with its seat in Valletta.\n"
    facts = read(text)
    assert "FFI The Ferry Forum Institute" not in {row.name for row in facts[Organisation]}


def test_credits_list_several_and_a_studio() -> None:
    end = "Rapporteurs: Ewa Kask, Ada Lind (FFI)\nConference coordination: Mira Sato\nLayout: Studio Quay"
    facts = read(f"Ferry Forum 2030\n\nSession 1: Fog\n\n{PEOPLE}\n{PROSE}\n{end}\n")
    assert {"Ewa Kask", "Ada Lind", "Mira Sato"} <= names(facts)
    assert "Studio Quay" not in names(facts)


def test_headings_that_start_with_their_time_stay_apart() -> None:
    text = "# Ferry Forum\n\n## 10:15–10:45 Coffee break\n\n## 10:45–12:00 Fog\n\n*Panel discussion*\n\n- Ama Boateng, Poet\n- Bo Ström, Poet\n"
    assert [(session.title, session.start) for session in read(text)[Session]] == [("Fog", "10:45")]


def test_a_number_or_a_format_before_the_title_and_who_speaks_below() -> None:
    facts = read(f"Ferry Forum 2030\n\nSession 1: Fog\n\n{PEOPLE}\n{PROSE}\nPanel 2: Tides\n\n{PEOPLE}\n{PROSE}")
    assert [(session.title, session.format) for session in facts[Session]] == [("Fog", "Session"), ("Tides", "Panel")]


@pytest.mark.parametrize(
    "credit", [" Photo: Inga Lund", "\nPhoto by Inga Lund", " (Picture: Inga Lund/FI)", " © Inga Lund"]
)
def test_who_took_a_picture_is_not_in_it(credit: str) -> None:
    caption = "Ama Boateng, Vice-Minister at the Ferry Ministry, in conversation with Bo Ström and other guests at the harbour."
    facts = read(f"Ferry Forum 2030\n\nPanel discussion\n\nFog\n\n{PEOPLE}\n{PROSE}\n{caption}{credit}\n")
    assert "Inga Lund" in names(facts)
    assert [row.persons for row in facts[Encounter]] == [("person/ama-boateng", "person/bo-strom")]


# ---------------------------------------------------------------- bodies without a telling noun


@pytest.mark.parametrize(
    ("sentence", "body", "type"),
    [
        ("Ama Boateng cited a study by Boats for All, an NGO which she co-founded.", "Boats for All", "NGO"),
        ("The scheme is run with Quay Aberto, a Lima-based NGO.", "Quay Aberto", "NGO"),
        ("The non-governmental organization Tides with Dignity objected.", "Tides with Dignity", "NGO"),
        ("It was tested by Rowmatch, a recruitment agency from Malta.", "Rowmatch", "company"),
    ],
)
def test_a_text_says_what_a_body_is(sentence: str, body: str, type: str) -> None:
    facts = read(f"Harbours\n\n{sentence}{MORE}\n")
    assert {(row.name, row.type) for row in facts[Organisation]} == {(body, type)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ama Boateng, a network engineer, agreed.",
        "In Lima, a charity that nobody knew spoke.",
        "Malta, a charity for sailors said, waits.",
    ],
)
def test_what_is_no_body(sentence: str) -> None:
    assert [body.name for body in read(f"Harbours\n\n{sentence}{MORE}\n")[Organisation]] == []


def test_a_post_at_a_body_that_the_text_introduces() -> None:
    facts = read(
        f"Harbours\n\nMIRA SATO, founder of the non-governmental organization Tides with Dignity, agreed.{MORE}\n\n"
        f"According to Ama Boateng, the director of Quay Aberto, it rains. Quay Aberto, a Lima-based NGO, has no roof.{MORE}\n"
    )
    assert posts(facts) == {
        ("Mira Sato", "founder", "Tides with Dignity", ""),
        ("Ama Boateng", "director", "Quay Aberto", ""),
    }


def test_the_last_line_of_a_card_is_a_body_where_the_others_are() -> None:
    cards = PEOPLE.replace("University of Malta", "University of Malta\n\nSiiri Tamm\nHead of Outreach\nLantern Bridge")
    facts = read(f"Ferry Forum 2030\n\nPanel discussion\n\nFog\n\n{cards}\n{PROSE}")
    assert ("Siiri Tamm", "Head of Outreach", "Lantern Bridge", "") in posts(facts)
    assert ("Bo Ström", "Head of Advocacy", "Ferry Institute", "") in posts(facts)


LISTED = """Moderator
Ada Nkemelu, Political Editor, Ferry Radio

Panellists
Ama Boateng, Director General, Harbour Agency (HA)
Bo Ström Lund, Co-founder, Homeward Boats
Siiri Tamm, Team Leader, Frontex (joining online)
"""


@pytest.mark.parametrize(
    ("heading", "format_"),
    [
        ("Panel III. Who decides at sea?\n12 March 2030 | 14:00–15:15 | Hall C", "Panel"),
        ("Fireside conversation\n12 March 2030, 14.00–15.15\n\nWho decides at sea?", "Fireside conversation"),
    ],
)
def test_labels_without_a_colon_under_a_heading(heading: str, format_: str) -> None:
    facts = read(f"Ferry Week\nProceedings\n\n{heading}\n\n{LISTED}\n{PROSE}")
    assert [(row.title, row.format, row.start) for row in facts[Session]] == [("Who decides at sea?", format_, "14:00")]
    assert parts(facts) == {
        ("ada-nkemelu", "moderator"),
        ("ama-boateng", "speaker"),
        ("bo-strom-lund", "speaker"),
        ("siiri-tamm", "speaker"),
    }
    assert ("Ama Boateng", "Director General", "Harbour Agency", "") in posts(facts)


# ---------------------------------------------------------------- who is a person


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Mira Sato Montenegro, Crews' Alliance, speaking for civil society, deplored this.", {"Mira Sato Montenegro"}),
        ("Mira Sato, Ferry Institute (FI), said that it rains.", {"Mira Sato"}),
        (
            "In turn, MIRA SATO (Japan) cited a scheme for crews, and BO LIND (Norway), its chair, nodded.",
            {"Mira Sato", "Bo Lind"},
        ),
        ("They met in NOVI SAD (Serbia) at night, and members PORTO ALEGRE (Brazil) agreed.", set()),
        ("In Novi Sad, Ferry Tariffs, a report, said so.", set()),
    ],
)
def test_a_body_between_commas_or_a_country_in_brackets(sentence: str, wanted: set[str]) -> None:
    assert names(read(f"Harbours\n\n{sentence}{MORE}\n")) == wanted


def test_everybody_in_a_by_line() -> None:
    text = f"Ferries wait\n\nIt rained.{MORE}\n\n(Reporting by Mira Sato; additional reporting by Bo Ka in Oslo and Ada Lind; editing by Ana Roe)\n"
    assert names(read(text)) == {"Mira Sato", "Bo Ka", "Ada Lind", "Ana Roe"}


def test_an_office_that_a_list_gave_in_full_is_one_post() -> None:
    cards = PEOPLE.replace("Vice-Minister", "Ambassador-at-Large for Tides")
    facts = read(
        f"Ferry Forum 2030\n\nPanel discussion\n\nFog\n\n{cards}\n{PROSE}\nLater, Ambassador Ama Boateng left.{MORE}\n"
    )
    assert [post[1] for post in posts(facts) if post[0] == "Ama Boateng"] == ["Ambassador-at-Large for Tides"]


@pytest.mark.parametrize("item", ["**{}**", "### {}"])
@pytest.mark.parametrize("heading", ["Summary", "Conclusions", "Key takeaways", "What the boats carried home"])
def test_a_chapter_of_a_higher_level_ends_the_last_session(item: str, heading: str) -> None:
    first, second = item.format("Panel 1: Crews"), item.format("Panel 2: Light")
    facts = read(
        f"# Ferry Days 2030\n\n## Monday, 6 May 2030\n\n{first}\n\nSpeakers:\n\n- Lena Moss, Professor, Fjord University\n\nLena Moss "
        f"warned that crews are few. Nobody had an answer to this.\n\n{second}\n\nSpeakers:\n\n- Una Weir, Analyst, Keel Foundation\n"
        f"- Ola Strand, Secretary General, Net Council\n\n## {heading}\n\nLena Moss stressed that nothing was decided about light.\n"
    )
    assert [row.title for row in facts[Session]] == ["Crews", "Light"]
    assert {(row.verb, row.session) for row in facts[Statement]} == {
        ("stressed", None),
        ("warned", facts[Session][0].id),
    }


def test_a_bullet_of_running_text_is_prose_and_one_of_people_is_not() -> None:
    facts = read(
        "Ferry Days 2030\n\nRecommendations\n\n- Ports should light their lamps earlier, as Ms Ada Nkemelu, Director of the Tide Institute, had asked them to do in vain for years.\n"
        "- Jonas Quist, Director, Ferry Union\n"
    )
    assert ("Ada Nkemelu", "Director", "Tide Institute", "") in posts(facts)
    kinds = [
        block.kind for block in parse_report("Ferries\n\n- Jonas Quist, Director, Ferry Union\n- 3. Ports.\n").blocks
    ]
    assert "paragraph" not in kinds


#: A report whose programme stands in an annex, with footers that only a gap parts from the number of the page.
ANNEXED = """Ferry Forum 2030
Report

Lagos, 14–15 May 2030

Opening session

Ama Boateng, Minister of Ports of Ghana, said that more than four million people cross the water every year.

Ferry Forum Report 2030          2

Keynote. What a pilot is for

Bo Ström (Ferry Institute) said that few of them
ask who steers the boat. He asked for more
Ferry Forum Report 2030          4

boats and for fewer speeches, and nobody in the room wanted to leave before the end of the talk.

Session 1. Boarded in time? Gangways and queues

Ada Nkemelu, Director of the Harbour Trust, said that the queue is too long. Nobody disagreed with her on that.

Workshop A. When the tide turns: pilots across borders

Lucía Ferrer, Director of the Quay Foundation, said that the tide does not wait. Nobody disagreed with her on that.

Ferry Forum Report 2030          6

Workshop B. Old boats

Otieno Wekesa, Director of the Dock Foundation, said that old boats float as well.
Nobody in the hall, which was full by then, disagreed with him.

Ferry Forum Report 2030          8

Closing

Ama Boateng said that the next forum would be held in Accra, and thanked those who had come from far away.

Annex A: Programme

Tuesday 14 May
09.30    Opening session
10.15    Keynote: What a pilot is for
         Dr Bo Ström
11.30    Session 1: Boarded in time?
         Moderator: Mira Sato, Harbour Trust
13.00    Lunch
16.15–17.45    Parallel workshops
         A: When the tide turns (chair: Juno Paz, Ferry Institute)
         B: Old boats (chair: Lars Berg, Harbour Trust)

Wednesday 15 May
11.30–12.15    Closing
"""


def test_a_programme_in_an_annex_and_the_prose_on_its_sessions_are_one() -> None:
    facts = read(ANNEXED)
    assert [(row.title, row.format, row.date, row.start, row.end) for row in facts[Session]] == [
        ("Opening session", "Opening session", "2030-05-14", "09:30", None),
        ("What a pilot is for", "Keynote", "2030-05-14", "10:15", None),
        ("Boarded in time? Gangways and queues", "Session", "2030-05-14", "11:30", None),
        ("When the tide turns: pilots across borders", "Workshop", "2030-05-14", "16:15", "17:45"),
        ("Old boats", "Workshop", "2030-05-14", "16:15", "17:45"),
        ("Closing", "Closing", "2030-05-15", "11:30", "12:15"),
    ]
    assert {
        ("bo-strom", "keynote"),
        ("mira-sato", "moderator"),
        ("juno-paz", "moderator"),
        ("lars-berg", "moderator"),
    } <= parts(facts)
    assert {person for person, _ in parts(facts)} >= {"ada-nkemelu", "lucia-ferrer", "otieno-wekesa"}


def test_footers_whose_number_only_a_gap_sets_apart() -> None:
    assert [
        ANNEXED[block.start : block.end].split()[-1]
        for block in parse_report(ANNEXED).blocks
        if block.kind == "furniture"
    ] == ["2", "4", "6", "8"]
    table = "Boats\n\nFerries in all     12\nFerries in all     14\nFerries in all     16\n"
    assert not [block for block in parse_report(table).blocks if block.kind == "furniture"]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("The second panel discussion, held in the afternoon on “Fog and the price of waiting”, featured Ama Boateng.", "Fog and the price of waiting"),
        ("The Council then held a discussion on “Fog at sea”. Ama Boateng said that it rains.", "Fog at sea"),
    ],
)  # fmt: skip
def test_the_theme_behind_on(first: str, title: str) -> None:
    text = (
        f"Meetings Coverage\n\nHarbour Council\n\n12 May 2030\n\nPanel II\n\n{first}\n\nGeneral Discussion\n\n{PROSE}"
    )
    assert [session.title for session in read(text)[Session]] == [title, "General Discussion"]


@pytest.mark.parametrize(
    "heading",
    [
        "02 | 11:15 | PANEL\nWho pays for the fog?",
        "No. 2 · 11:15 · PANEL\nWho pays for the fog?",
        "PANEL / 11:15 / Hall B\nWho pays for the fog?",
        "Session 2 – 11:15 – Panel\n\nWho pays for the fog?",
    ],
)
@pytest.mark.parametrize(
    "people",
    [
        "┌ With Ama Boateng, Vice-Minister, Ghana · Bo Ström, Poet, Sweden\n└ Chair Ada Nkemelu, Senior Fellow, University of Malta",
        "│ With Ama Boateng, Vice-Minister, Ghana / Bo Ström, Poet, Sweden\n│ In the chair Ada Nkemelu, Senior Fellow, University of Malta",
        "For: Ama Boateng, Vice-Minister, Ghana · Against: Bo Ström, Poet, Sweden\nModerator Ada Nkemelu, Senior Fellow, University of Malta",
    ],
)
def test_number_start_and_format_over_a_title_and_people_in_a_drawn_box(heading: str, people: str) -> None:
    facts = read(f"Ferry Forum 2030\n\nThursday, 15 May 2030\n\n{heading}\n\n{people}\n\n{PROSE}")
    (session,) = facts[Session]
    assert (session.title, (session.format or "").casefold(), session.start, session.end) == (
        "Who pays for the fog?", "panel", "11:15", None,
    )  # fmt: skip
    assert parts(facts) == {("ama-boateng", "speaker"), ("bo-strom", "speaker"), ("ada-nkemelu", "moderator")}
    assert {
        ("Ama Boateng", "Vice-Minister", None, "GHA"),
        ("Ada Nkemelu", "Senior Fellow", "University of Malta", ""),
    } <= posts(facts)


def test_a_format_that_organisers_make_up_stands_in_capitals_beside_number_and_start() -> None:
    facts = read(
        f"Ferry Forum 2030\n\n15 May 2030\n\n03 | 9.00 | FOG CLINIC\nThe bell and the boat\n\nWith Ama Boateng (Ghana)\n\n{PROSE}"
    )
    assert not facts[Session]  # a figure with a point may be anything
    facts = read(
        f"Ferry Forum 2030\n\n15 May 2030\n\n03 | 09:00 | FOG CLINIC\nThe bell and the boat\n\nWith Ama Boateng (Ghana)\n\n{PROSE}"
    )
    assert [(each.title, (each.format or "").casefold()) for each in facts[Session]] == [
        ("The bell and the boat", "fog clinic")
    ]


def test_a_chair_who_says_something_is_no_label() -> None:
    facts = read(
        f"Ferry Forum 2030\n\n{PROSE}\nChair Ada Nkemelu thanked the house, which had waited for her since the morning of that day.{MORE}"
    )
    assert ("Ada Nkemelu", "thanked", "reported") in spoken(facts)


def test_a_heading_over_what_to_take_away_is_nobody() -> None:
    facts = read(
        f"Ferry Forum 2030\n\n15 May 2030\n\n02 | 11:15 | PANEL\nWho pays for the fog?\n\nWith Ama Boateng (Ghana)\n\n{PROSE}\nTAKE AWAY\n• Bells ring on paper and not at sea.\n"
    )
    assert names(facts) == {"Ama Boateng", "Bo Ström"}


CONTENTS = """KELP FORUM 2031

CONTENTS

Welcome ..... 2
Panel discussion: Ropes and knots ..... 6
③ SPEAKERS ..... 12
Imprint ..... 18
About the Kelp Institute ..... 19
Kelp Forum team ..... 20

Welcome

The Kelp Forum 2031 was held in Oslo and was attended by many who knew about ropes and knots and had much to say on them.

Panel discussion

Ropes and knots

ON STAGE

Ada Brook, Director, Rope Institute

Ada Brook said that ropes hold. She argued that knots are another matter, and that nobody had looked into them for many years.

SPEAKERS

Ada Brook
Director, Rope Institute

IMPRINT

Published by Kelp Institute, Oslo

About the Kelp Institute

The Kelp Institute is an organisation based in Oslo. It is in charge of ropes and of knots and has been so for a long time now.

Member States

Norway, Iceland, Denmark

Kelp Forum team

Tom Vale, project manager
"""


@pytest.mark.parametrize(
    ("gone", "pages"),
    [
        ("", {"speakers": (12, 17), "about": (19, 19), "members": (19, 19), "team": (20, None)}),
        ("About the Kelp Institute ..... 19\n", {"imprint": (18, 19), "about": (18, 19), "members": (18, 19)}),
        ("Kelp Forum team ..... 20\n", {"about": (19, None), "members": (None, None)}),
        ("③ SPEAKERS ..... 12\n", {"speakers": (6, 17), "contents": (None, None)}),
    ],
)
def test_the_contents_bound_the_pages_of_parts_that_they_do_not_list(
    gone: str, pages: dict[str, tuple[int | None, int | None]]
) -> None:
    sections = {row.kind: (row.page_from, row.page_to) for row in read(CONTENTS.replace(gone, ""))[Section]}
    assert pages.items() <= sections.items()


@pytest.mark.parametrize("dot", ["·", "•", "/", "|"])
def test_a_sign_parts_a_name_from_its_post_and_capitals_make_a_label(dot: str) -> None:
    people = (
        f"AT THE TABLE\nAma Boateng {dot} Vice-Minister, Ministry of Tides and Bridges, Ghana\nBo Ström {dot} Head of Advocacy, Ferry Institute\n"
        f"CHAIR Ada Nkemelu {dot} Senior Fellow, University of Malta\n15 May, 10:00–11:30"
    )
    facts = read(
        f"Ferry Forum 2030\n\nHarbour Hall, 15–16 May 2030\n\nPANEL 1\nWho pays for the fog?\n\n{people}\n\n{PROSE}"
    )
    assert parts(facts) == {("ama-boateng", "speaker"), ("bo-strom", "speaker"), ("ada-nkemelu", "moderator")}
    assert posts(facts) == {
        ("Ama Boateng", "Vice-Minister", "Ministry of Tides and Bridges", "GHA"),
        ("Bo Ström", "Head of Advocacy", "Ferry Institute", ""),
        ("Ada Nkemelu", "Senior Fellow", "University of Malta", ""),
    }  # fmt: skip


def test_names_in_a_line_are_parted_by_signs_where_each_has_a_post_or_none() -> None:
    facts = read(
        f"Ferry Forum 2030\n\n15 May 2030\n\nSession 1: Fog\n\nSpeakers: Ama Boateng · Bo Ström · Ada Nkemelu\n\n{PROSE}"
    )
    assert names(facts) == {"Ama Boateng", "Bo Ström", "Ada Nkemelu"}


def test_a_panel_behind_the_prose_of_a_timed_item_has_not_its_time() -> None:
    opening = f"THE OPENING IN BRIEF  |  15 May 2030, 09:30\n\n{PROSE}"
    facts = read(
        f"Ferry Forum 2030\n\n{opening}\nPANEL 1\nWho pays for the fog?\n\nSpeakers\nAma Boateng, Poet, Ghana\n\n{PROSE}"
    )
    assert {(each.title, each.start) for each in facts[Session]} == {
        ("THE OPENING IN BRIEF", "09:30"), ("Who pays for the fog?", None),
    }  # fmt: skip
