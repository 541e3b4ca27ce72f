"""The grammar of names, posts, entries, captions and prose, on invented people."""

from __future__ import annotations

import pytest

from vmcgraph.extraction import extract
from vmcgraph.extraction.postlines import join_lines
from vmcgraph.extraction.posts import parse_post
from vmcgraph.model import (
    Affiliation,
    Country,
    Encounter,
    Facts,
    Mention,
    Note,
    Organisation,
    Participation,
    Person,
    Place,
    Relation,
    Session,
    TeamMember,
)
from vmcgraph.names import is_name, name_at
from vmcgraph.reading import parse_report

KNOWN = {
    "ICMPD",
    "UNHCR",
    "Frontex",
    "European Commission",
    "DG NEAR",
    "European Union",
    "Council of the European Union",
}


@pytest.mark.parametrize(
    "name",
    ["Ada Nkemelu", "Anna van den Berg", "Omar al-Rawi", "R. K. Nair", "Md. Ruhul Khan", "Doncha O'Leary", "Élodie Vasseur-Thibodeau",
     "Maria GARCÍA LÓPEZ", "Zeynabou mint Sidatou", "Hanna Lind Söderqvist"],
)  # fmt: skip
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words",
    ["European Commission", "Head of Unit", "Deputy Director", "Panel Discussion", "Human Trafficking", "Tuesday Morning", "About ICMPD",
     "South Korea", "States Relations", "The Forum", "ICMPD Director General Ada Nkemelu"],
)  # fmt: skip
def test_what_is_no_name(words: str) -> None:
    assert not is_name(words)


def test_honorifics_and_letters_behind_a_name() -> None:
    found = name_at("Amb. Jane Roe, PhD, Envoy")
    assert found is not None
    assert (found.text, found.honorific) == ("Jane Roe", "Ambassador")


@pytest.mark.parametrize(
    ("text", "position", "units", "body", "country"),
    [
        ("Head of Region, Silk Routes, ICMPD", "Head of Region", ("Silk Routes",), "ICMPD", None),
        ("Minister for Ports, Fisheries and Lakes, Malta", "Minister for Ports, Fisheries and Lakes", (), None, "MLT"),
        ("Director of the Bridge Institute", "Director", (), "Bridge Institute", None),
        ("Egyptian Minister of Labour", "Minister of Labour", (), None, "EGY"),
        ("UNHCR Deputy Director for Europe", "Deputy Director for Europe", (), "UNHCR", None),
        ("Head of the Returns Unit at Malta's Ministry for Ports", "Head", ("Returns Unit",), "Ministry for Ports", "MLT"),
        ("Deputy Head at the European Commission's DG NEAR", "Deputy Head", ("DG NEAR",), "European Commission", None),
        ("Chair of Public, European and Maritime Law, Department of Law, University of Quay",
         "Chair of Public, European and Maritime Law", ("Department of Law",), "University of Quay", None),
        ("Deputy Director Home Affairs, Council of the European Union", "Deputy Director Home Affairs", (), "Council of the European Union", None),
        ("Ambassador of Greece to Malta", "Ambassador of Greece to Malta", (), None, "GRC"),
        ("State Secretary, added to the Minister of Ports, Fisheries and Lakes, Belgium",
         "State Secretary, added to the Minister of Ports, Fisheries and Lakes", (), None, "BEL"),
        ("Research Director at the Finnish Ferry Service", "Research Director", (), "Finnish Ferry Service", "FIN"),
        ("Founder of Quay Friends", "Founder", (), "Quay Friends", None),
    ],
)  # fmt: skip
def test_posts(text: str, position: str, units: tuple[str, ...], body: str | None, country: str | None) -> None:
    post = parse_post(text, lambda form: form in KNOWN)
    assert (post.position, post.units, post.body) == (position, units, body)
    assert (post.country.iso3 if post.country else None) == country


def test_the_lines_of_a_card() -> None:
    known = KNOWN.__contains__
    assert join_lines(["Director", "Mapping Division, Frontex"], known) == "Director, Mapping Division, Frontex"
    assert join_lines(["Minister of Ports", "and Lakes, Malta"], known) == "Minister of Ports and Lakes, Malta"
    assert (
        join_lines(["Policy Officer, DG", "NEAR, European Commission"], known)
        == "Policy Officer, DG NEAR, European Commission"
    )


REPORT = """Quay Forum 2031 (QF2031)

The second Quay Forum took place at Old Pilot House on 4-5 March 2031. The Quay Forum is free.

Eve of the Forum

Forum Dinner 2031

3 March 2031

The dinner featured a conversation between Ivo Marinov, Fellow at the Bridge Institute, and Lia Costa, Portuguese Minister of Ports, who agreed on little.

❶ **Ada Nkemelu**, Director of the Bridge Institute, in conversation with Quay Authority Chair Bo Ström, and other guests

② Lia Costa, Minister of Ports of Portugal, seated next to Ivo Marinov, Fellow at the Bridge Institute

4 – 5 March 2031
Old Pilot House

❸ Ida Lund, Harbour Master, speaking with Per Holm, Pilot, both of the Quay Authority

Panel discussion

Small harbours, long nights

ON STAGE

Ada Nkemelu, Director, Bridge Institute
Bo Ström, Chair, Quay Authority (online)
Lia Costa, Minister of Ports, Portugal

Moderated by Bo Ström, Quay Authority Chair, the panel asked who stays awake. Costa said that nobody should have to. Prime Minister Rui Prado's plan was mentioned twice. Ambassador Tove Lind-Berg concluded the session with brief closing remarks.

Speakers

Ada Nkemelu
Director
Bridge Institute

Lia Costta
Minister of Ports
Portugal

QF Team

Una Reyes
Logistics

Imprint

All rights reserved. No part of this booklet may be copied.

Layout
Druckhaus Kai GmbH

Photo credits
Nils Aho
"""


@pytest.fixture(scope="module")
def facts() -> Facts:
    return extract(parse_report(REPORT))


def test_roles_are_what_the_text_says_in_the_end(facts: Facts) -> None:
    played = {(row.session[-3:], row.person, row.role, row.listed_as, row.online) for row in facts[Participation]}
    assert played == {
        ("s01", "person/ada-nkemelu", "speaker", None, False),
        ("s01", "person/bo-strom", "moderator", "speaker", True),
        ("s01", "person/lia-costa", "speaker", None, False),
        ("s01", "person/tove-lind-berg", "closing", None, False),
        ("ner", "person/ivo-marinov", "speaker", None, False),
        ("ner", "person/lia-costa", "speaker", None, False),
    }


def test_captions_say_who_and_what(facts: Facts) -> None:
    assert [(row.relation, len(row.persons), row.also_unnamed, row.event) for row in facts[Encounter]] == [
        ("in conversation", 2, True, "dinner"),
        ("seated next to", 2, False, "dinner"),
        ("in conversation", 2, False, "conference"),
    ]


def test_posts_of_captions_and_prose(facts: Facts) -> None:
    posts = {(row.person, row.position, row.organisation, row.country) for row in facts[Affiliation]}
    assert ("person/bo-strom", "Chair", "organisation/quay-authority", None) in posts
    assert ("person/per-holm", "Pilot", "organisation/quay-authority", None) in posts
    assert ("person/lia-costa", "Minister of Ports", None, "country/PRT") in posts
    assert ("person/rui-prado", "Prime Minister", None, None) in posts


def test_persons_only_talked_about_take_part_in_nothing(facts: Facts) -> None:
    names = {person.name for person in facts[Person]}
    assert {"Rui Prado", "Nils Aho", "Una Reyes"} <= names
    assert not any(row.person == "person/rui-prado" for row in facts[Participation])
    assert {row.person for row in facts[TeamMember]} == {"person/una-reyes", "person/nils-aho"}


def test_a_doubtful_spelling_is_a_note(facts: Facts) -> None:
    assert any("Lia Costa" in note.note and "Lia Costta" in note.note for note in facts[Note])


def test_firms_of_the_imprint_are_companies(facts: Facts) -> None:
    firm = next(row for row in facts[Organisation] if row.name == "Druckhaus Kai GmbH")
    assert firm.type == "company"


def test_a_text_without_a_programme_gives_a_note() -> None:
    facts = extract(parse_report("The tide came in. Nobody from Malta was there."))
    assert not facts[Session]
    assert [note.note for note in facts[Note]] == [
        "No session was found: the text has no programme and no stage block."
    ]


PROGRAMMES = {
    "labels on lines of their own": """Moderator:
Ms Oksana Hryt, Senior Fellow, Nordic Institute

Speakers:
Mr Padraig Foley, Director, Department of Justice, Ireland
Ms Siiri Tamm, Director General, Police Board, Estonia
""",
    "one line for each part of a post": """Moderator:
Ms Oksana Hryt
Senior Fellow, Nordic Institute
Speakers:
Mr Padraig Foley
Director, Department of Justice, Ireland
Ms Siiri Tamm
Director General, Police Board,
Estonia
""",
    "posts in brackets": """Chair: Oksana Hryt (Senior Fellow, Nordic Institute)
Panellists: Padraig Foley (Director, Department of Justice, Ireland) and Siiri Tamm (Director General, Police Board, Estonia)
""",
    "bullets below the moderator": """Moderator: Ms Oksana Hryt, Senior Fellow, Nordic Institute
  • Mr Padraig FOLEY
    Director
    Department of Justice, Ireland
  • Ms Siiri Tamm (online)
    Director General
    Police Board, Estonia
""",
}


@pytest.mark.parametrize("layout", PROGRAMMES)
@pytest.mark.parametrize(
    "head", ["10.00 – 11.30 Panel discussion\nReturn by ferry", "10.00 | Return by ferry | Hall\nPanel"]
)
def test_who_sat_in_a_session_in_the_layouts_of_programmes(layout: str, head: str) -> None:
    text = f"Baltic Days 2022\n\nRiga, 12 September 2022\n\n{head}\n\n{PROGRAMMES[layout]}\n12.00 – 13.00\nLunch\n"
    facts = extract(parse_report(text))
    assert [(session.title, session.date, session.start) for session in facts[Session]] == [
        ("Return by ferry", "2022-09-12", "10:00")
    ]
    assert {(row.person, row.role) for row in facts[Participation]} == {
        ("person/oksana-hryt", "moderator"),
        ("person/padraig-foley", "speaker"),
        ("person/siiri-tamm", "speaker"),
    }
    assert {(row.position, row.organisation) for row in facts[Affiliation]} == {
        ("Senior Fellow", "organisation/nordic-institute"),
        ("Director", "organisation/department-of-justice-irl"),
        ("Director General", "organisation/police-board"),
    }


def test_a_table_of_the_programme_names_who_speaks() -> None:
    text = """# Adriatic Forum 2023

### 4 May 2023

| Time | Session | Speakers |
|---|---|---|
| 09:00–09:30 | Opening remarks | Vera Brook, Minister of Labour, Croatia |
| 09:30–11:00 | Panel: Ferries | Ngô Đình Tho, Director, Ferry Union (moderator); Øystein Ulv, Pilot, Harbour Council; Ana Lo, Poet |
"""
    facts = extract(parse_report(text))
    assert [(session.title, session.format) for session in facts[Session]] == [
        ("Opening remarks", "Opening remarks"),
        ("Ferries", "Panel"),
    ]
    assert {(row.person.removeprefix("person/"), row.role) for row in facts[Participation]} == {
        ("vera-brook", "opening"),
        ("ngo-dinh-tho", "moderator"),
        ("oystein-ulv", "speaker"),
        ("ana-lo", "speaker"),
    }


def test_a_post_may_stand_before_the_name() -> None:
    text = "Baltic Days 2022\n\n10.00 | Fog | Hall\n\nSpeakers\n  • Deputy Minister of Ports Jana Ilves\n    Latvia\n"
    facts = extract(parse_report(text))
    assert [(row.person, row.position, row.country) for row in facts[Affiliation]] == [
        ("person/jana-ilves", "Deputy Minister of Ports", "country/LVA")
    ]


def test_a_country_in_capitals_is_no_body_and_every_country_of_a_body_is_there() -> None:
    text = "Baltic Days 2022\n\nThe RUSSIAN FEDERATION lamented, as did the Ministry of Ports of GEORGIA in its reply to all.\n"
    facts = extract(parse_report(text))
    assert {body.name for body in facts[Organisation]} == {"Ministry of Ports"}
    assert {body.country for body in facts[Organisation]} <= {country.id for country in facts[Country]}


def test_a_sea_is_no_country_and_gives_a_body_none() -> None:
    text = "Tidal Forum 2030\n\nBoats crossed the Gulf of Oman, the Sea of Japan and the Norwegian Sea, the Indian Ocean Commission said. Malta agreed.\n"
    assert [row.name for row in extract(parse_report(text))[Country]] == ["Malta"]


def test_an_edition_that_the_text_does_not_name_has_the_name_of_its_file() -> None:
    assert extract(parse_report("10.00 | Fog | Hall\n", name="Spring agenda.txt")).edition.id == "edition/spring-agenda"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HARBOUR FORUM\nThird Summit\nOslo, 2 May 2022\n\nThe Harbour Forum met. The Fourth Summit and the Fourth Summit only.", "Harbour Forum 2022"),
        ("Report of the 12th Annual Conference of the Ferry Network\nOslo, 2 May 2022\n", "Annual Conference of the Ferry Network 2022"),
        ("Second Review Forum, 2 May 2022\n\nThe Review Forum on Ferry Pledges opened.", "Review Forum on Ferry Pledges 2022"),
        ("# Do ferries pay?\n**Nordic Seminar on Fair Ferries**\nThe Quay Forum is no host. The Quay Forum is a body.", "Nordic Seminar on Fair Ferries"),
        ("EXPERT WORKSHOP\n\nWho unloads the ferry?\nCranes, crews and quays\n\nOslo, 2 May 2022\n\nProgramme", "Who unloads the ferry? 2022"),
        ("FERRY CREWS UNION\nWorkshop Summary | No. 3\n\nBeyond the quay: crews ashore\n\nExpert workshop, Oslo, 2 May 2022\n", "Beyond the quay 2022"),
        ("THIRD MINISTERIAL MEETING OF THE\nFERRY–QUAY DIALOGUE ON CREWS\n\nOslo, 2 May 2022\n", "MINISTERIAL MEETING OF THE FERRY–QUAY DIALOGUE ON CREWS 2022"),
        ("Malta signs at third Quay Dialogue on Crews and Fog\n\nRef: 7\nDate: 2 May 2022\n\nMinisters met.", "Quay Dialogue on Crews and Fog 2022"),
        ("WHO FERRIES?\nCrews after the Pact\nQTN Ferry Conference\n2 May 2022\n\nPROGRAMME", "QTN Ferry Conference 2022"),
        ("QUAY UNIVERSITY – INSTITUTE OF FERRIES\n\nProceedings of the expert workshop\nCOUNTING CREWS: WHAT DO WE KNOW, AND WHO ASKS?\nOslo, 2 May 2022\n", "COUNTING CREWS 2022"),
        ("---\ntitle: \"Lent crews: who pays?\"\ntype: event\n---\n# Lent crews: who pays?\n", "Lent crews"),
        ("Quay Institute\n\nREPORT OF THE THIRD ANNUAL CONFERENCE\n\n\"Fair winds\"\nOslo, 2 May 2022\n", "Third Annual Conference 2022"),
        ("Ferry talks stall\n\nOSLO, 2 May 2022 - The fourth session of the Working Group on Lost Luggage (WGLL-4) went on. WGLL-4 closes today.", "session of the Working Group on Lost Luggage 2022"),
        ("Ferry talks stall\n\nOSLO, 2 May 2022 - Mayors met for the sixth Assembly of the Network of Quay Towns.", "Assembly of the Network of Quay Towns 2022"),
        ("---\ntitle: Fog at sea\nconference: Open Quays 2022\n---\n# Fog at sea\n", "Open Quays 2022"),
        ("Fährtage in Linz\n\nLinz (bdk) – Beim Linzer Fährgipfel haben sich die Minister geeinigt, sagte der Minister am Montag und reiste ab.", "Linzer Fährgipfel"),
        ("Ministers met.\n\nThey invoked the SAR Convention. The SAR Convention binds. The Pacific Islands Forum and the Pacific Islands Forum spoke.", "Fog"),
    ],
)  # fmt: skip
def test_the_head_of_a_text_names_its_conference(text: str, name: str) -> None:
    assert extract(parse_report(text, name="Fog.txt")).edition.name.lower() == name.lower()


def test_a_single_meeting_of_a_series_has_a_name_of_its_own() -> None:
    text = "HARBOUR FORUM\nThird Summit\n\nThe Third Summit of the Harbour Forum met in Oslo. Contributions from Norway made the Summit possible."
    facts = extract(parse_report(text))
    told = {(row.predicate, row.object) for row in facts[Relation]}
    assert ("funds", "instrument/third-summit-of-the-harbour-forum") in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("EXPERT WORKSHOP\n\nWho unloads?\n\nOslo, 2 May 2022\n\nConvened by the Quay Institute and the Ministry of Ports of Norway, with technical support from UNHCR.",
         {("who-unloads", "organised by", "quay-institute"), ("who-unloads", "organised by", "ministry-of-ports-nor"), ("who-unloads", "supported by", "office-of-the-united-nations-high-commissioner-for-refugees")}),
        ("Ferry report\n\nThe third annual conference of the Ferry Network was held in Oslo on 2 May 2022. It was hosted by the City of Oslo. The Quay Institute was co-organiser.",
         {("third-annual-conference-of-the-ferry-network", "organised by", "ferry-network"), ("third-annual-conference-of-the-ferry-network", "organised by", "quay-institute")}),
        ("HARBOUR FORUM 2022\nProgramme\n2 May 2022\n\nThe Forum is convened by the Quay Institute. The Tidal Forum sent greetings.\n",
         {("harbour-forum-2022", "organised by", "quay-institute")}),
    ],
)  # fmt: skip
def test_what_the_text_says_of_its_conference_is_told_of_it(text: str, told: set[tuple[str, str, str]]) -> None:
    facts = extract(parse_report(text))
    found = {(row.subject.split("/")[1], row.predicate, row.object.split("/")[1]) for row in facts[Relation]}
    assert told <= found


def test_the_noun_of_the_conference_names_it_where_an_article_does() -> None:
    text = "HARBOUR FORUM 2022\n\nThe Harbour Forum met. Crews praised the Forum; another Forum and Forum wines they did not."
    (mention,) = (row for row in extract(parse_report(text))[Mention] if row.target.startswith("instrument/harbour"))
    assert [text[span.start : span.end] for span in mention.evidence] == ["Harbour Forum", "Forum"]


def test_the_days_of_a_conference_are_printed_or_those_of_its_sessions() -> None:
    one = extract(parse_report("Baltic Days 2022\n\nRiga, 12 September 2022\n\n10.00 – 11.00 Panel\nFog\n")).edition
    assert (one.name, one.dates) == ("Baltic Days 2022", ("2022-09-12",))
    cover = extract(parse_report("BALTIC FERRY DAYS\nThird edition\nRiga, 12 and 13 September 2022\n")).edition
    assert (cover.name, cover.number, cover.dates) == ("BALTIC FERRY DAYS 2022", 3, ("2022-09-12", "2022-09-13"))


def test_a_question_in_capitals_is_about_no_health() -> None:
    told = "The WHO warned that the price of the crossing had doubled in three years, and that nobody wanted to pay for it in the end."
    text = f"PANEL 1: WHO PAYS FOR THE FERRY?\n\nModerator: Ms Ada Roe, Harbour Trust\n\n{told}"
    bodies = extract(parse_report(text), edition="x")[Organisation]
    found = [span for body in bodies if body.name == "WHO" for span in body.evidence]
    assert {span.start for span in found} == {text.index("WHO warned")}


def test_no_month_has_thirty_days_in_february_and_a_page_s_author_speaks_nowhere() -> None:
    facts = extract(
        parse_report(
            "---\ntitle: Fog at sea\nauthor: Web Team\n---\n\n# Fog at sea\n\n30 February 2030, 9:00 – 10:00\n\n- Ada Brook, Director, Port Office\n",
            name="fog.md",
        )
    )
    assert "Web Team" not in {row.name for row in facts[Person]}
    assert {row.date for row in facts[Session]} <= {None}


def test_a_venue_is_a_whole_word_and_not_that_of_the_next_meeting() -> None:
    text = "Tidal Forum 2030\n\nThe Forum was held in Tunis. Crews of Tunisia came. The next Forum will be held in Oslo, and Oslo is far.\n"
    (venue,) = (row for row in extract(parse_report(text))[Place] if row.name in ("Tunis", "Oslo"))
    assert [text[span.start : span.end] for span in venue.evidence] == ["Tunis"]
