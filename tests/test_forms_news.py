"""News articles and press releases: pictures, who is introduced how, and speech that goes over several paragraphs."""

from __future__ import annotations

import pytest
from forms import MORE, names, posts, read, spoken

from vmcgraph.model import Encounter, Organisation, Person, Section, Statement
from vmcgraph.reading import parse_report


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("It was founded by the then mayor of Porto Nuvem, Ama Boateng.", ("Ama Boateng", "mayor of Porto Nuvem", None, "")),
        ("Ama Boateng, mayor of Lodwar in northern Kenya, told Tide.", ("Ama Boateng", "mayor of Lodwar", None, "KEN")),
        ("Ama Boateng, mayor of Lodwar in Kenya, told Tide.", ("Ama Boateng", "mayor of Lodwar", None, "KEN")),
        ("It rained, as the deputy mayor of the Latvian port, Ama Boateng, put it.", ("Ama Boateng", "deputy mayor", None, "LVA")),
        ("Costa Rican city councilor Ama Boateng was blunt.", ("Ama Boateng", "city councilor", None, "CRI")),
        ("Quay City's delegate, Ama Boateng, objected to it.", ("Ama Boateng", "delegate", None, "")),
        ("Ama Boateng, an adviser with the Centre for Fog and Ferries (CFF) in Gdynia, agreed.",
         ("Ama Boateng", "adviser", "Centre for Fog and Ferries", "")),
        ("Ama Boateng, who runs Casa del Faro, a shelter in Leith, agreed.", ("Ama Boateng", None, "Casa del Faro", "")),
        ("“It rains,” said Ama Boateng, Secretary General of Lost & Drifting Boats Europe. She left.",
         ("Ama Boateng", "Secretary General", "Lost & Drifting Boats Europe", "")),
        ("The League of Ferry Towns of the Baltic, better known by its Latvian initials BPS, met. BPS executive secretary Ama Boateng agreed.",
         ("Ama Boateng", "executive secretary", "League of Ferry Towns of the Baltic", "")),
    ],
)  # fmt: skip
def test_how_news_introduce_people(sentence: str, post: tuple[str, str | None, str | None, str]) -> None:
    assert post in posts(read(f"Harbours\n\n{sentence}{MORE}\n"))


def test_a_seat_before_a_body_is_no_part_of_its_name() -> None:
    text = "The Gdynia-based Anchor Foundation paid for it.."
    facts = read(f"Harbours\n\n{text}{MORE}\n")
    assert {row.name for row in facts[Organisation]} == {"Anchor Foundation"}


@pytest.mark.parametrize(
    "line",
    [
        "By Ama Boateng   Published on : 2031/05/21   Latest update : 2031/05/22",
        "By Ama Boateng Published 21 May 2031",
        "By Ama Boateng Last updated: 21 May 2031",
    ],
)
def test_a_by_line_ends_before_the_date(line: str) -> None:
    assert names(read(f"Ferries stop\n\n{line}\n\nThe ferries stopped for a day.{MORE}\n")) == {"Ama Boateng"}


def test_a_credit_names_who_took_the_picture() -> None:
    assert names(read(f"Harbours\n\nPhotographs by Ama Boateng may be used free of charge.{MORE}\n")) == {"Ama Boateng"}


def test_a_bar_parts_a_caption_from_its_credit() -> None:
    picture = "Bo Lind Sandu, mayor of Leith, greets his counterpart from Riga, Ama Boateng, on the quay on 3 May 2031 | Photo: Ewa Kask / Mgła Press"
    facts = read(f"Ferries stop\n\n{picture}\n\nThe ferries stopped for a day.{MORE}\n")
    people = {row.id: row.name for row in facts[Person]}
    assert [({people[who] for who in row.persons}, row.relation) for row in facts[Encounter]] == [
        ({"Bo Lind Sandu", "Ama Boateng"}, "greeting")
    ]
    assert posts(facts) == {
        ("Bo Lind Sandu", "mayor of Leith", None, ""),
        ("Ewa Kask", None, "Mgła Press", ""),
    }
    assert not facts[Statement]


SPEECH = """# Ferries Conference closes

The Minister for Ports, Ama Boateng TD, who chaired it, said:

“There are many piers on which we will go on waiting until the small hours. This one is not among them.

“The Charter gives us the timetable. What we have signed gives it a bell.”

Minister Boateng confirmed that Ireland would build nine piers next year.
"""


def test_speech_goes_on_in_the_paragraphs_below_its_verb() -> None:
    document = parse_report(SPEECH)
    assert [block.kind for block in document.blocks if block.kind != "furniture"] == [
        "heading",
        "paragraph",
        "quote",
        "quote",
        "paragraph",
    ]
    facts = read(SPEECH)
    assert spoken(facts) == [("Ama Boateng", "said", "quote"), ("Ama Boateng", "confirmed", "reported")]
    quoted = facts[Statement][0]
    assert [SPEECH[start:end].split()[-1] for start, end in quoted.parts] == ["them.", "bell.”"]


def test_a_quotation_below_a_statement_is_of_the_same_person() -> None:
    text = f"Ferries stop\n\nThe pier is closed, said Ama Boateng, mayor of Leith.\n\n“We wait for a bell that nobody rings.”\n\nThe ferries stopped.{MORE}\n"
    assert spoken(read(text)) == [("Ama Boateng", "said", "reported"), ("Ama Boateng", None, "quote")]


def test_a_quotation_with_a_name_below_it_is_of_whom_it_names() -> None:
    text = f"Ferries stop\n\nThe pier is closed, said Ama Boateng, mayor of Leith.{MORE}\n\n“We wait for a bell that nobody rings.”\n\nBo Lind, pilot\n\nThe ferries stopped.{MORE}\n"
    assert ("Bo Lind", None, "quote") in spoken(read(text))
    assert ("Ama Boateng", None, "quote") not in spoken(read(text))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("“We have no bell,” said the mayor of Leith, Bo Lind.", [("Bo Lind", "said", "quote")]),
        ("“We have no bell,” said Sister Ama Boateng.", [("Ama Boateng", "said", "quote")]),
        ("According to Ms Boateng, the bell was never rung.", [("Ama Boateng", "According to", "reported")]),
        ("Both Mr Lind and Minister Boateng agreed that it rains.",
         [("Bo Lind", "agreed", "reported"), ("Ama Boateng", "agreed", "reported")]),
        ("Boateng gave a cautious welcome to the bell.", [("Ama Boateng", "gave a cautious welcome to", "reported")]),
        ("Ferrer told the hall that the bell was hers.", [("Ana Ferrer de los Ríos", "told", "reported")]),
        ("“It is our bell,” Ferrer said.", [("Ana Ferrer de los Ríos", "said", "quote")]),
    ],
)  # fmt: skip
def test_who_speaks_in_the_news(sentence: str, wanted: list[tuple[str, str | None, str]]) -> None:
    people = "Ama Boateng, mayor of Riga, Bo Lind, mayor of Leith, and Ana Ferrer de los Ríos, mayor of Vigo, met on the quay."
    assert spoken(read(f"Harbours\n\n{people}{MORE}\n\n{sentence}{MORE}\n")) == wanted


def test_a_country_is_nobodys_first_surname() -> None:
    text = f"Harbours\n\nAna Jordan Puig, mayor of Vigo, left.{MORE}\n\nJordan said that it rains.{MORE}\n"
    assert spoken(read(text)) == []


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("The regional head of the Harbour Service Organization (HSO), Ama Boateng, told all that it rains.",
         ("Ama Boateng", "regional head", "Harbour Service Organization", "")),
        ("Ama Boateng, Secretary General of the Ministry of Ports, Small Business, Ferries and Skills, agreed.",
         ("Ama Boateng", "Secretary General", "Ministry of Ports, Small Business, Ferries and Skills", "")),
        ("Ama Boateng, its State Secretary for Ferries, agreed.", ("Ama Boateng", "State Secretary for Ferries", None, "")),
        ("Ama Boateng, 58, a volunteer with the charity Havnar, agreed.", ("Ama Boateng", "volunteer", "Havnar", "")),
        ("In Riga, Special Envoy for Port Agreements Ama Boateng agreed.",
         ("Ama Boateng", "Special Envoy for Port Agreements", None, "")),
        ("It was moderated by Ama Boateng (Research Fellow, Ferry Institute).",
         ("Ama Boateng", "Research Fellow", "Ferry Institute", "")),
        ("Ama Boateng, for EGFLOT, briefed the hall on fog.", ("Ama Boateng", None, "EGFLOT", "")),
        ("“Fog is not the word,” countered Ama Boateng from QRST-Africa, who reminded all of the tides.",
         ("Ama Boateng", None, "QRST-Africa", "")),
        ("Both Ama Boateng of the campaign group Boats Sans Frontières and Bo Lind, the mayor of Leith, agreed.",
         ("Ama Boateng", None, "Boats Sans Frontières", "")),
        ("Ama Boateng, founder of the Latvian training network Bura Līcis, agreed.",
         ("Ama Boateng", "founder", "Bura Līcis", "LVA")),
        ("Ama Boateng, a ferry scholar at Osric Lund University in Saint-Vaast, agreed.",
         ("Ama Boateng", "ferry scholar", "Osric Lund University", "")),
        ("Ama Boateng, Chair of the Tides Committee in the House of Commons, agreed.",
         ("Ama Boateng", "Chair", "House of Commons", "")),
        ("It goes to a small group led by Ama Boateng (Kenya).", ("Ama Boateng", None, None, "KEN")),
        ("Emir Boateng, Deputy Minister of Ports, agreed.", ("Emir Boateng", "Deputy Minister of Ports", None, "")),
        # the next person is no part of a post
        ("Ama Boateng, Minister of Ports of Kenya, and Bo Lind of the Quay Institute took part.", ("Ama Boateng", "Minister of Ports", None, "KEN")),
        ("Ama Boateng, Minister of Ports of Kenya, and Bo Lind (Quay Institute) took part.", ("Ama Boateng", "Minister of Ports", None, "KEN")),
        ("Ama Boateng, Minister of Ports, Ferries, and Fog of Kenya, took part.", ("Ama Boateng", "Minister of Ports, Ferries, and Fog", None, "KEN")),
        # nor for whom somebody sits in a parliament
        ("Ama Boateng, a member of the European Parliament for the Harbour Party, agreed.", ("Ama Boateng", "member", "European Parliament", "")),
        ("Ama Boateng, a member of the Bundestag for Holstein, agreed.", ("Ama Boateng", "member", "Bundestag", "")),
        ("Ama Boateng, Director of the Institute for Ferries, agreed.", ("Ama Boateng", "Director", "Institute for Ferries", "")),
    ],
)  # fmt: skip
def test_posts_that_brackets_commas_and_kinds_set_apart(
    sentence: str, post: tuple[str, str | None, str | None, str]
) -> None:
    facts = read(f"Harbours\n\n{sentence}{MORE}\n")
    assert post in posts(facts)
    assert not names(facts) & {"Small Business", "Agreements Ama Boateng"}


def test_several_who_sign_on_a_line_with_its_date() -> None:
    line = "By Ama Boateng in Riga and Bo Lind in Las Piedras\nPublished 3 May 2031, 19:26 GMT\nUpdated 4 May 2031, 07:51 GMT"
    end = "Additional reporting by Ewa Kask in Leith; edited by Ada Nkemelu"
    facts = read(f"Ferries stop\n\n{line}\n\nThe ferries stopped for a day.{MORE}\n\n{end}\n")
    assert names(facts) == {"Ama Boateng", "Bo Lind", "Ewa Kask", "Ada Nkemelu"}


def test_the_post_of_a_contact_stands_below_the_name() -> None:
    facts = read(
        f"Ferries stop\n\nThe ferries stopped.{MORE}\n\nMedia contact\nAma Boateng\nPress Officer, UNHCR\nPhone 555\n"
    )
    assert posts(facts) == {("Ama Boateng", "Press Officer", "UNHCR", "")}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("In the words of the mayor, Bo Lind, the bell was never rung.", [("Bo Lind", "In the words of", "reported")]),
        ("For Bo Lind the bell says more about ropes than about fog.", [("Bo Lind", "For", "reported")]),
        ("Never ring twice, was Bo Lind's first piece of advice.", [("Bo Lind", "advice", "reported")]),
        ("Mr Lind nodded. His answer to the hall was that it rains.", [("Bo Lind", "answer", "reported")]),
        ("That was echoed by port minister Ama Boateng, for whom fog is no excuse.", [("Ama Boateng", "echoed", "reported")]),
        ("Bo Lind was not persuaded. “Nobody has asked us, and here is where it rains.”", [("Bo Lind", None, "quote")]),
        ("Bo Lind, mayor of Leith, joined by video link and recounted how the bell was lost.", [("Bo Lind", "recounted", "reported")]),
        ("One African negotiator predicted that Lind would table a text of his own.", []),
        ("“They sing, they do not sing. We cook,” shrugged Bo Lind, a cook.", [("Bo Lind", "shrugged", "quote")]),
    ],
)  # fmt: skip
def test_whose_view_a_sentence_gives(sentence: str, wanted: list[tuple[str, str | None, str]]) -> None:
    people = "Ama Boateng, mayor of Riga, met Bo Lind, mayor of Leith, on the quay."
    assert [row for row in spoken(read(f"Harbours\n\n{people}{MORE}\n\n{sentence}{MORE}\n")) if row[0]] == wanted


def test_a_sentence_in_capitals_names_no_conference() -> None:
    facts = read(
        'FERRIES LATE AGAIN\n\nOSLO, 3 MAY 2030 - "WE NEED LAMPS," ADA BROOK TOLD REPORTERS AFTER THE MEETING ON MONDAY.\n'
    )
    assert facts.edition.name == "x2030"
    assert read("TIDAL FORUM\n\nOslo, 3 May 2030\n\nNobody was late.\n").edition.name == "TIDAL FORUM 2030"


def test_the_title_of_an_introduction_has_no_marks() -> None:
    facts = read(
        "# Fog and lamps **\n\nNobody was late. The Port Office said so.\n\n## Panel 1: Fog\n\nSpeaker: Ada Brook, Port Office\n"
    )
    assert {section.title for section in facts[Section]} >= {"Fog and lamps"}


def test_members_of_parliaments_stand_with_group_and_country_in_brackets() -> None:
    facts = read(
        "Tidal Assembly 2030\n\nUnder the chairmanship of Maria Unterhof (S&D, Austria), the committee met. It put questions to Vesna Luk (Greens, Croatia) and "
        "Cosmin Bucur (non-attached, Romania).\n"
    )
    assert posts(facts) == {
        ("Maria Unterhof", None, "S&D", "AUT"),
        ("Vesna Luk", None, "Greens", "HRV"),
        ("Cosmin Bucur", None, None, "ROU"),
    }


@pytest.mark.parametrize(
    "behind",
    [
        "wife of the Prime Minister of Norway",
        "a cousin of the Harbour Master",
        "who stepped down as Director of the Quay Institute",
        "who had been Minister of Ports of Kenya until 2029",
    ],
)
def test_whose_somebody_is_and_what_somebody_was_is_no_post(behind: str) -> None:
    facts = read(f"Harbours\n\nAma Boateng, {behind}, agreed.{MORE}\n")
    assert names(facts) == {"Ama Boateng"}
    assert posts(facts) == set()


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Kenya's Ama Boateng called fog a gift.", {("Ama Boateng", None, None, "KEN")}),
        ("The plan failed, with Kenya's Ama Boateng calling fog a gift.", {("Ama Boateng", None, None, "KEN")}),
        ("They denied a claim by Sri Lanka's Ama Boateng that fog is free.", {("Ama Boateng", None, None, "LKA")}),
        ("It was led by Ms Lena Roe and the IOM's Ama Boateng.", {("Ama Boateng", None, "IOM", "")}),
        ("Ms. BOATENG (Ghana) said that fog is free.", {("Boateng", None, None, "GHA")}),
        ("Mr. O'BRIEN (Ireland), for the Group, said that fog is free.", {("O'Brien", None, None, "IRL")}),
        # called after somebody, or no name at all
        ("Kenya's Ashanti Tower called for rain.", set()),
        ("Kenya's Supreme Court called for rain.", set()),
        ("King Kofi Street and President Boateng Avenue were closed, and Prince Kofi Island said no.", set()),
        ("Mr. Chair (Ghana) said that fog is free.", set()),
        # bodies have some posts, too
        ("Cantieri Malta, a partner of the scheme, said that fog is free.", set()),
        ("Save Ligura, an association of pilots, said that fog is free.", set()),
        ("Ama Boateng, a member of the scheme, said that fog is free.", {("Ama Boateng", "member of the scheme", None, "")}),
    ],
)  # fmt: skip
def test_whose_somebody_is_tells_a_person(sentence: str, wanted: set[tuple[str, str | None, str | None, str]]) -> None:
    facts = read(f"Harbours\n\n{sentence}{MORE}\n")
    assert {post for post in posts(facts) if post[0] != "Lena Roe"} == wanted
    assert names(facts) - {"Lena Roe"} == {name for name, *_ in wanted}


def test_who_is_named_by_a_surname_and_a_country_speaks_on() -> None:
    facts = read(
        f"Harbours\n\nMs. BOATENG (Ghana) said that fog is free. Mr. LIND (Sweden) disagreed. Ms. Boateng replied that it was.{MORE}\n"
    )
    assert [who for row in facts[Statement] for who in row.speakers] == [
        "person/boateng",
        "person/lind",
        "person/boateng",
    ]


@pytest.mark.parametrize("lead", ["Speaking for", "On behalf of", "Speaking on behalf of"])
def test_whom_somebody_speaks_for_may_be_a_person(lead: str) -> None:
    facts = read(
        f"Harbours\n\nAma Boateng of the Quay Institute was ill. {lead} Boateng, Bo Lind, Mayor of Leith, agreed.{MORE}\n"
    )
    assert {body.name for body in facts[Organisation]} == {"Quay Institute"}


def test_an_office_before_a_name_is_no_part_of_it() -> None:
    facts = read(
        "Tidal Forum 2030\n\nThe idea was echoed by Reef Deputy Governor Ada Noor Brook, who said that ferries sink. Harbour Mayor Lena Roe said they float.\n"
    )
    assert names(facts) == {"Ada Noor Brook", "Lena Roe"}
