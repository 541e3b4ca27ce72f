"""Programmes copied out of web pages, in which empty lines say nothing."""

from __future__ import annotations

import pytest
from forms import parts, posts, read

from vmcgraph.model import Session
from vmcgraph.reading import parse_report
from vmcgraph.reading.lines import read_lines
from vmcgraph.reading.pasted import with_gaps

HEAD = "Ferry Days 2030\n\nTuesday, 2 May 2030\n\n"


PASTED = [
    # no empty lines; a room, what the page offers beside its text, who asks in a talk, a name without a post
    (
        "Skip to main content\nProgramme\n09:00 – 09:30\n☕ Registration and coffee\n09:30 – 10:00\nWelcome\nOpening of the Days\nMain Hall\nDr. Ada Nkemelu\nPresident of the Board\n"
        "Ferry Institute\nAdd to calendar\n10:00 – 10:45\nKeynote\nThe long watch\nMain Hall\nA pilot on ten winters at sea.\nBo Lund\nDirector\nCity of Leith\nIn conversation with\nEva Roth\n"
        "Writer and editor\nRead more\n10:45 – 12:00\nPanel\nWho pays for fog?\nRoom Aurora\nLiv Holm (online)\nHead of Unit\nEuropean Labour Authority\nM. K. Perera\nProject Lead\nBlue Anchor\n"
        "Moderated by\nDr. Ada Nkemelu\nRead more\n12:00\nLunch\n",
        {("09:30", "Opening of the Days"), ("10:00", "The long watch"), ("10:45", "Who pays for fog?")},
        {
            ("ada-nkemelu", "opening"),
            ("bo-lund", "keynote"),
            ("eva-roth", "moderator"),
            ("liv-holm", "speaker"),
            ("m-k-perera", "speaker"),
            ("ada-nkemelu", "moderator"),
        },
    ),
    # strands at one time, each with its subject over the title
    (
        "14:00 – 15:30\nParallel strands\nStrand A\nWork\nWho trains the pilots? Schools and ports\nRoom Doi\nAda Nkemelu\nDirector\nFerry Institute\nModerated by\nBo Lund\nEditor\nThe Quay\n"
        "Read more\nStrand B\nRights\nAfter the fog: crews ashore\nRoom Mae\nEva Roth\nSecretary\nFerry Union\nModerated by\nLiv Holm\nProfessor of Law\nUniversity of Bergen\n15:30 – 16:00\nCoffee\n",
        {("14:00", "Who trains the pilots? Schools and ports"), ("14:00", "After the fog: crews ashore")},
        {("ada-nkemelu", "speaker"), ("bo-lund", "moderator"), ("eva-roth", "speaker"), ("liv-holm", "moderator")},
    ),
    # an empty line behind each line
    (
        "\n\n".join(
            "Log in|09:00 - 09:30|Welcome and opening remarks|Ada Nkemelu|Director|Ferry Institute|09:30 - 10:45|Panel 1: Who will sail?|Moderator|Eva Roth|Secretary|Ferry Union|"
            "Panellists|Bo Lund|Mayor|City of Leith|Liv Holm|Professor|University of Bergen|Share this page".split("|")
        ),
        {("09:00", "Welcome and opening remarks"), ("09:30", "Who will sail?")},
        {("ada-nkemelu", "opening"), ("eva-roth", "moderator"), ("bo-lund", "speaker"), ("liv-holm", "speaker")},
    ),
    # a start over the title, day and times below it; pictures announce who is named below them
    (
        "9:15am CEST\nOpening plenary: Ports in fog\nTuesday May 2, 2030 9:15am - 10:30am CEST\nGreat Hall\nModerators\navatar for Ada Nkemelu\nAda Nkemelu\nDirector, Ferry Institute\nSpeakers\n"
        "avatar for Bo Lund\nBo Lund\nMayor, City of Leith\n10:45am CEST\nPanel: Who pays?\nTuesday May 2, 2030 10:45am - 12:00pm CEST\nRoom 2\nSpeakers\navatar for Eva Roth\nEva Roth\n"
        "Secretary, Ferry Union\n",
        {("09:15", "Ports in fog"), ("10:45", "Who pays?")},
        {("ada-nkemelu", "moderator"), ("bo-lund", "speaker"), ("eva-roth", "speaker")},
    ),
    # the part of each stands below the name
    (
        "9:30 AM - 10:30 AM\nOpening keynote: The long watch\nAda Nkemelu\nKeynote speaker\nDirector, Ferry Institute\nBo Lund\nModerator\nMayor, City of Leith\n10:45 AM - 12:00 PM\nFog and law\n"
        "Eva Roth\nSpeaker\nSecretary, Ferry Union\nLiv Holm\nModerator\nProfessor, University of Bergen\n",
        {("09:30", "The long watch"), ("10:45", "Fog and law")},
        {("ada-nkemelu", "keynote"), ("bo-lund", "moderator"), ("eva-roth", "speaker"), ("liv-holm", "moderator")},
    ),
    # the speakers of the whole event behind the last session
    (
        "09.30 – 10.45 Opening debate\nWho will sail?\nSpeakers\nAda Nkemelu\nDirector of the Ferry Institute\nBo Lund\nMayor of Leith\n11.00 – 12.00 Session I\nFog and law\nSpeakers\nEva Roth\n"
        "Secretary of the Ferry Union\n12.00 End of the debate\nSpeakers\nAda Nkemelu\nDirector of the Ferry Institute\nShow more information on Ada Nkemelu\nBo Lund\nMayor of Leith\n",
        {("09:30", "Who will sail?"), ("11:00", "Fog and law")},
        {("ada-nkemelu", "speaker"), ("bo-lund", "speaker"), ("eva-roth", "speaker")},
    ),
    # start and end on lines of their own, with a dash between or without one
    (
        "9:00 AM\n\n-\n\n9:30 AM\n\nRegistration\n\n9:30 AM\n\n-\n\n10:15 AM\n\nKeynote: The long watch\n\nAda Nkemelu, Ferry Institute\n\n10:15\n11:30\nPanel: Fog and law\nBo Lund, Mayor, City of Leith\n"
        "Moderator: Eva Roth, Ferry Union\n",
        {("09:30", "The long watch"), ("10:15", "Fog and law")},
        {("ada-nkemelu", "keynote"), ("bo-lund", "speaker"), ("eva-roth", "moderator")},
    ),
    # the page goes on below the last of its people
    (
        "09:30 - 09:45\nWelcome\nAda Nkemelu, Director, Ferry Institute\n09:45 - 11:00\nSession 1: Fog and law\nSpeakers include:\nBo Lund, Mayor, City of Leith\nModerator:\nEva Roth, Secretary, "
        "Ferry Union\nSHARE THIS EVENT:\nRELATED CONTENT\n",
        {("09:30", "Welcome"), ("09:45", "Fog and law")},
        {("ada-nkemelu", "opening"), ("bo-lund", "speaker"), ("eva-roth", "moderator")},
    ),
    # papers of a university: names in lists, brackets with more than a body, quotation marks behind a dash
    (
        "9.15am Panel 1: At the gangway\nChair: Bo Lund (Leith University)\n– Ada Nkemelu (doctoral candidate, University of Jos) – online: Who may go ashore?\n"
        "Eva Roth (Ferry Union) – 'Forms nobody reads'\nDiscussant: prof. Liv Holm (University of Bergen, Department of Law)\n12.30pm Certificates and closing\nBo Lund, Liv Holm\n"
        "19:00  Boat trip (Old Pier; with the kind support of Leith Lines)\n",
        {("09:15", "At the gangway"), ("12:30", "Certificates and closing"), ("19:00", "Boat trip")},
        {
            ("bo-lund", "moderator"),
            ("ada-nkemelu", "speaker"),
            ("eva-roth", "speaker"),
            ("liv-holm", "respondent"),
            ("bo-lund", "closing"),
            ("liv-holm", "closing"),
        },
    ),
]


@pytest.mark.parametrize(("text", "sessions", "people"), PASTED)
def test_programmes_copied_out_of_web_pages(
    text: str, sessions: set[tuple[str, str]], people: set[tuple[str, str]]
) -> None:
    facts = read(HEAD + text)
    assert {(row.start, row.title) for row in facts[Session]} == sessions
    assert parts(facts) == people


def test_posts_of_a_page_end_where_the_page_offers_more() -> None:
    found = posts(read(HEAD + PASTED[0][0]))
    assert found == {
        ("Ada Nkemelu", "President of the Board", "Ferry Institute", ""),
        ("Bo Lund", "Director", "City of Leith", ""),
        ("Eva Roth", "Writer and editor", None, ""),
        ("Liv Holm", "Head of Unit", "European Labour Authority", ""),
        ("M. K. Perera", "Project Lead", "Blue Anchor", ""),
    }
    assert ("Bo Lund", "Editor", "Quay", "") in posts(read(HEAD + PASTED[1][0]))


@pytest.mark.parametrize(
    "text",
    [
        # the programme of a printed report: empty lines part the items, and the width of the page cuts posts
        "09.00 – 09.45   OPENING\n\n                Ms Ada NKEMELU\n                Director of the Institute of Ferries and\n                Ports\n                Mr Bo LUND\n                Mayor\n\n"
        "09.45 – 10.15   KEYNOTE\n                Ms Eva ROTH\n                Secretary, Ferry Union\n",
        # names over posts, and no times
        "Speakers\n\nAda Nkemelu\nDirector\nBo Lund\nMayor\nEva Roth\nSecretary\n",
    ],
)
def test_other_texts_have_the_empty_lines_they_print(text: str) -> None:
    lines = list(read_lines(text))
    assert with_gaps(lines) == (lines, frozenset())


def test_what_is_told_right_below_who_convenes_is_running_text_and_a_sentence_about_a_chair_is_one() -> None:
    below = "10.00–11.00 Workshop: Fog\nConvenor: Ms Ada Nkemelu (Ferry Institute)\nThe Ferry Institute is a member of the Quay Union and is funded by Malta.\n"
    kinds = [block.kind for block in parse_report(HEAD + below).blocks]
    assert kinds[-2:] == ["stage", "paragraph"]
    told = "Facilitator Ada Nkemelu (Ghana) reported that the narrow options, of which\nthere were five, had been cut to three, and that the Secretary of\nPorts, Bo Lund, will present them on Thursday.\n"
    assert [block.kind for block in parse_report(HEAD + told).blocks][-1] == "paragraph"
