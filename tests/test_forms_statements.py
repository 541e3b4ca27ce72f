"""Whose a sentence is: offices with what they are of, "he" and "she", people who are named only where they say something."""

from __future__ import annotations

import pytest
from forms import MORE, names, posts, read

from vmcgraph.model import CollectiveVoice, Facts, Person, Statement
from vmcgraph.reading import parse_report
from vmcgraph.verification import verify


def told(facts: Facts) -> list[tuple[str, str, str]]:
    """Who says something: names or a voice, the verb, the words that stand for the name."""
    called = {row.id: row.name for row in (*facts[Person], *facts[CollectiveVoice])}
    return [
        (
            ", ".join(called[who] for who in (*row.speakers, *((row.voice,) if row.voice else ()))),
            row.verb or "",
            row.resolved or "",
        )
        for row in facts[Statement]
    ]


PANEL = (
    "Siiri Tamm, Director of the Lighthouse Institute, opened the day. Pau Ferrer, Minister of Finance of Peru, came later. "
    "Ewa Kask, Minister of Justice of Chile, listened to them."
)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The Director of the Rope Office argued that fog is free.", []),
        ("The Director-General argued that fog is free.", []),
        ("The Minister President argued that fog is free.", []),
        ("The Minister of Transport argued that fog is free.", []),
        ("The Minister of Justice of Peru argued that fog is free.", []),
        ("The Minister of Finance argued that fog is free.", [("Pau Ferrer", "argued", "The Minister of Finance")]),
        ("The Minister of Justice of Chile argued that fog is free.", [("Ewa Kask", "argued", "The Minister of Justice of Chile")]),
        ("The Director of the Lighthouse Institute argued it.", [("Siiri Tamm", "argued", "The Director of the Lighthouse Institute")]),
        ("The Director argued that fog is free.", [("Siiri Tamm", "argued", "The Director")]),
    ],
)  # fmt: skip
def test_an_office_is_whose_post_has_all_of_its_words(sentence: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(read(f"Harbours\n\n{PANEL}\n\n{sentence}{MORE}\n")) == wanted


MAYORS = "Siiri Tamm, mayor of Leith, opened the day. “The quay is closed,” she said. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bo Lind, mayor of Riga, asked Tamm whether Norway was late. She replied that it was.", ("Siiri Tamm", "replied", "She")),
        ("Bo Lind, mayor of Riga, said no. Tamm argued for more. He said that it rained.", ("Bo Lind", "said", "He")),
        ("Bo Lind, mayor of Riga, said no. He quoted Tamm on the tides.", ("Bo Lind", "quoted", "He")),
        ("Bo Lind, mayor of Riga, asked Ewa Kask, mayor of Lima, why. She answered that nobody knew.", ("Ewa Kask", "answered", "She")),
        ("Bo Lind said that he was late, and Tamm agreed. She noted that it rained.", ("Siiri Tamm", "noted", "She")),
    ],
)  # fmt: skip
def test_nobody_goes_with_both_pronouns(text: str, wanted: tuple[str, str, str]) -> None:
    assert told(read(f"Harbours\n\n{MAYORS}{text}{MORE}\n"))[-1] == wanted


def test_two_who_are_named_together_are_not_one() -> None:
    people = "Siiri Tamm, mayor of Leith, and Bo Lind, mayor of Riga, met. She argued for ropes. He argued for nets."
    assert [row[2] for row in told(read(f"Harbours\n\n{people}{MORE}\n"))] == ["She"]


def test_a_pronoun_of_the_other_kind_is_nobodys() -> None:
    assert [row[2] for row in told(read(f"Harbours\n\n{MAYORS}He argued that fog is free.{MORE}\n"))] == ["she"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Siiri Tamm welcomed the Lantern Compact.", {"Siiri Tamm"}),
        ("Bo Lind said that Norway was late.", {"Bo Lind"}),
        ("According to Ewa Kask, the quay is closed.", {"Ewa Kask"}),
        ("Siiri Tamm and Bo Lind argued that fog is free.", {"Siiri Tamm", "Bo Lind"}),
        ("Speakers Siiri Tamm and Bo Lind argued that fog is free.", {"Siiri Tamm", "Bo Lind"}),
        ("Siiri Tamm from the Swedish Ferry Agency spoke of nets.", {"Siiri Tamm"}),
        ("Siiri Tamm, from the Rope Trust, said no.", {"Siiri Tamm"}),
        ("Siiri Tamm of Quay University's Center on Ferry Affairs, who was late, said no.", {"Siiri Tamm"}),
        ("As Siiri Tamm, mayor of Leith, put it, fog is free.", {"Siiri Tamm"}),
        ("Open Arms said that it was late.", set()),
        ("Fog Lanterns said that fog is late, as lanterns do.", set()),
        ("The Blue Anchor said that it was late.", set()),
        ("It told Tide Weekly that it was late.", set()),
        ("Siiri Tamm, Head of Ropes, Tide Works, argued that it rains.", {"Siiri Tamm"}),
        ("The group of Red Quay and Blue Quay Sisters argued that it rains.", set()),
        ("Coastal Peoples said that it rains.", set()),
        ("Blue Economy argued that it rains.", set()),
        ("El Faro said that it rains.", set()),
        ("The ferry Nordic Anna said no. Nordic Anna said that it was late.", set()),
        ("But Siiri Tamm disagreed.", {"Siiri Tamm"}),
        ("The mayors met Siiri Tamm of Pro Asyl.", {"Siiri Tamm"}),
        ("The mayors met the Nordic Anna of Pro Asyl.", set()),
        ("Siiri Tamm, a pilot, disagreed.", {"Siiri Tamm"}),
        ("Siiri Tamm (Tide Works) disagreed.", {"Siiri Tamm"}),
        ("Siiri van der Tamm argued that it rains.", {"Siiri van der Tamm"}),
    ],
)  # fmt: skip
def test_whoever_says_something_by_two_names_is_a_person(sentence: str, wanted: set[str]) -> None:
    assert names(read(f"Harbours\n\n{sentence}{MORE}\n")) == wanted


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("“It rains,” said Siiri Tamm, the port's chief engineer.", ("Siiri Tamm", "chief engineer", None, "")),
        ("Siiri Tamm, the European Commissioner for Ferries and Maritime Affairs, and Bo Lind met.",
         ("Siiri Tamm", "European Commissioner for Ferries and Maritime Affairs", None, "")),
        ("On that afternoon, Siiri Tamm, who is the Director of the Danube Labour Centre, argued at length that the Rope Bridge Initiative would fail.",
         ("Siiri Tamm", "Director", "Danube Labour Centre", "")),
        ("The union's president, Siiri Tamm, asked why.", ("Siiri Tamm", "president", None, "")),
        ("Siiri Tamm – director of the Rope Trust – agreed.", ("Siiri Tamm", "director", "Rope Trust", "")),
        ("Siiri Tamm, a lawyer from Oslo, agreed.", ("Siiri Tamm", "lawyer", None, "")),
        ("Siiri Tamm, an economist at Quay University and author of a study on fog, agreed.",
         ("Siiri Tamm", "economist", "Quay University", "")),
        ("It was signed by Rope Trust Director General Siiri Tamm and Major General Bo Lind, Director of the Ferry Directorate.",
         ("Bo Lind", "Director", "Ferry Directorate", "")),
        ("H.E. Siiri Tamm, Ambassador of the European Union to Ghana, agreed.",
         ("Siiri Tamm", "Ambassador of the European Union to Ghana", "European Union", "")),
    ],
)  # fmt: skip
def test_posts_set_apart(sentence: str, post: tuple[str, str | None, str | None, str]) -> None:
    text = f"Harbours\n\n{sentence}{MORE}\n"
    facts = read(text)
    assert [row for row in sorted(posts(facts)) if row[0] == post[0]] == [post]
    assert not verify(facts, parse_report(text)).problems


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("They both welcomed the Lantern Compact.", [("Siiri Tamm, Bo Lind", "welcomed", "They both")]),
        ("The two mayors argued that fog is free.", [("Siiri Tamm, Bo Lind", "argued", "The two mayors")]),
        ("Panel members stressed the need for nets.", [("panel members", "stressed", "")]),
        ("Members of the audience asked for nets.", [("members of the audience", "asked for", "")]),
        ("The Danish delegation argued for nets.", [("the Danish delegation", "argued for", "")]),
        ("Siiri Tamm spoke too.", []),
        ("Bo Lind also spoke.", []),
        ("Bo Lind thanked her.", []),
        ("Bo Lind spoke of nets.", [("Bo Lind", "spoke of", "")]),
    ],
)  # fmt: skip
def test_several_who_speak_and_what_says_nothing(sentence: str, wanted: list[tuple[str, str, str]]) -> None:
    people = "Siiri Tamm, mayor of Leith, met Bo Lind, mayor of Riga."
    assert told(read(f"Harbours\n\n{people} {sentence}{MORE}\n")) == wanted


@pytest.mark.parametrize(
    "dateline", ["RIGA, 3 May (ANSA) - ", "Riga (Reuters) – ", "RIGA (Reuters) -- ", "RIGA, 3 May 2031 – "]
)
def test_a_dateline_is_no_part_of_what_is_said(dateline: str) -> None:
    facts = read(f"Harbours\n\n{dateline}Siiri Tamm, mayor of Leith, said that it was late.{MORE}\n")
    assert [row.about for row in facts[Statement]] == [()]


def test_a_name_that_says_something_is_no_entry_of_a_list() -> None:
    facts = read(
        f"Harbours\n\nThe meeting opened.{MORE}\n\nStatements\n\nSIIRI TAMM (Malta) said that ferries must stop. She criticised fog.\n\nIt closed.{MORE}\n"
    )
    assert posts(facts) == {("Siiri Tamm", None, None, "MLT")}
    assert told(facts)[0] == ("Siiri Tamm", "said", "")


def test_a_name_that_ends_the_name_of_a_body_is_no_person() -> None:
    facts = read(
        f"Harbours\n\nThe days are held by the Institute for Baltic Tides with the Nordic Council of Ministers.{MORE}\n"
    )
    assert not names(facts)


def test_a_name_inside_the_name_of_a_body_is_no_person() -> None:
    text = (
        "Solange d'Arcy, President of the Council, came. Jon Kask, Chief of the Tides Section of the International Federation of "
        "Red Cross and Red Crescent Societies, said that the boats were late."
    )
    facts = read(f"Harbours\n\n{text}{MORE}\n")
    assert names(facts) == {"Solange d'Arcy", "Jon Kask"}
    assert ("Jon Kask", "Chief", "International Federation of Red Cross and Red Crescent Societies", "") in posts(facts)


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("European Commission deputy director-general", ("deputy director-general", "European Commission", "")),
        ("Tide Research Centre director", ("director", "Tide Research Centre", "")),
        ("IOM chief of mission", ("chief of mission", "IOM", "")),
        ("UNHCR’s deputy high commissioner", ("deputy high commissioner", "UNHCR", "")),
        ("UNHCR's", (None, "UNHCR", "")),
        ("Peruvian Ports Ministry undersecretary", ("undersecretary", "Ports Ministry", "PER")),
    ],
)
def test_a_body_stands_before_a_post_in_small_letters(words: str, post: tuple[str | None, str, str]) -> None:
    facts = read(f"Harbours\n\n{words} Siiri Tamm said that fog is free.{MORE}\n")
    assert ("Siiri Tamm", *post) in posts(facts)


@pytest.mark.parametrize(
    ("behind", "position"),
    [
        ("commissioner for migration", "commissioner for migration"),
        ("specialist in tides", "specialist in tides"),
        ("director since May 2030", "director"),
        ("director for twenty years", "director"),
    ],
)
def test_when_somebody_has_a_post_is_no_part_of_it(behind: str, position: str) -> None:
    facts = read(f"Harbours\n\nSiiri Tamm, {behind}, said that fog is free.{MORE}\n")
    assert posts(facts) == {("Siiri Tamm", position, None, "")}


def test_of_two_speakers_the_pronoun_is_told() -> None:
    facts = read(
        "Tidal Forum 2030\n\nOpening\n\nMs Ada Brook, Director of the Port Office, and Ms Lena Roe, Mayor of Oslo, spoke. "
        "Ms Brook said that boats sink. Both she and Roe argued that piers matter.\n"
    )
    assert [(row.speakers, row.resolved) for row in facts[Statement]][1:] == [
        (("person/ada-brook", "person/lena-roe"), "she")
    ]


def test_bold_names_begin_sentences_and_who_gave_the_keynote_is_he() -> None:
    facts = read(
        "# Tidal Forum 2030\n\n## Opening\n\nMs Lena Roe, Mayor of Oslo, recalled that ferries sink. **Ada Brook**, Director of the Port Office, argued that piers matter.\n\n"
        "The keynote was delivered by **Tom Vale**, Professor at the Quay Institute. Lamps, he said, are cheap.\n"
    )
    assert [row.speakers for row in facts[Statement]] == [
        ("person/lena-roe",),
        ("person/ada-brook",),
        ("person/tom-vale",),
    ]


@pytest.mark.parametrize("lead", ["Unlike", "Responding to", "Thanking", "Citing", "Interrupted by", "Speaking for"])
def test_who_only_opens_the_sentence_does_not_say_the_rest(lead: str) -> None:
    facts = read(
        "Tidal Forum 2030\n\nOpening\n\nMs Ada Brook, Director of the Port Office, and Ms Lena Roe, Mayor of Oslo, spoke. Ms Brook said that boats sink. "
        f"{lead} Brook, Lena Roe argued that piers matter.\n"
    )
    assert [row.speakers for row in facts[Statement]][1:] == [("person/lena-roe",)]


_TWO = "Ms Ada Brook, Director of the Port Office, and Ms Lena Roe, Mayor of Oslo, came. "


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        # whose somebody is, is not who speaks
        ("Ama Boateng, adviser to Lena Roe, Mayor of Oslo, argued that piers matter.", ["ama-boateng"]),
        ("Ama Boateng, wife of Tom Vale, Minister of Ports, argued that piers matter.", ["ama-boateng"]),
        ("Ada Brook, speaking for Lena Roe, Mayor of Oslo, argued that piers matter.", ["ada-brook"]),
        ("A spokeswoman for Roe argued that piers matter.", []),
        ("The adviser to Roe, Mayor of Oslo, argued that piers matter.", []),
        ("Roe argued that piers matter.", ["lena-roe"]),
        # the subject of what is done to somebody else
        ("On Monday, Ada Brook, opposed by Lena Roe, Mayor of Oslo, called for piers.", ["ada-brook"]),
        ("The Director, Ada Brook, backed by Roe, called for piers.", ["ada-brook"]),
        # asked, supposed, not said
        ("Asked whether she agreed with Roe, Brook smiled.", []),
        ("Pressed by Roe on why she opposed piers, Brook said that they rust.", ["ada-brook"]),
        ("Nobody knew if Brook supported piers.", []),
        ("Had Brook supported piers, there would be one.", []),
        ("Brook did not say that piers matter.", []),
        ("Brook has never mentioned piers.", []),
        ("Brook did not support piers.", ["ada-brook"]),
        ("Brook did not believe that piers matter.", ["ada-brook"]),
        # a comma joins only in a list
        ("According to Brook, Roe claimed that piers matter.", ["ada-brook"]),
        ("According to Ms Brook, Ms Roe and Ms Ama Boateng claimed that piers matter.", ["ada-brook"]),
        ("Speaking on behalf of Brook, Lena Roe argued that piers matter.", ["lena-roe"]),
        ("Deputising for Brook, Roe argued that piers matter.", ["lena-roe"]),
        # both have a post or body of their own
        ("Ada Brook, Director of Ports of Peru and Lena Roe, Mayor of Oslo, argued that piers matter.", ["ada-brook", "lena-roe"]),
        ("Ada Brook, Director of Ports, and Lena Roe, Mayor of Oslo, argued that piers matter.", ["ada-brook", "lena-roe"]),
        ("Ada Brook of the Port Office and Lena Roe argued that piers matter.", ["ada-brook", "lena-roe"]),
    ],
)  # fmt: skip
def test_only_the_subject_says_what_is_said(sentence: str, speakers: list[str]) -> None:
    facts = read(f"Tidal Forum 2030\n\nOpening\n\n{_TWO}{sentence}{MORE}\n")
    assert [who.removeprefix("person/") for row in facts[Statement] for who in row.speakers] == speakers


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The G-77/CHINA, opposed by CHAD and PERU, proposed a fund.", ("the G-77/CHINA", "proposed")),
        ("On paragraph 4, the G-77/CHINA, supported in this by CHAD, proposed a fund.", ("the G-77/CHINA", "proposed")),
        ("INDIA, opposed by CHAD, proposed a fund.", ("INDIA", "proposed")),
    ],
)
def test_who_opposes_a_proposal_does_not_make_it(sentence: str, said: tuple[str, str]) -> None:
    facts = read(
        f"Tidal Bulletin\nVol. 3 No. 4\n\nTidal Forum Highlights: Tuesday, 10 March 2030\n\nMEXICO suggested a footnote. JAPAN called for time. {sentence}\n"
    )
    known = {row.id: row.name for row in facts[CollectiveVoice]}
    assert [(known.get(row.voice or ""), row.verb) for row in facts[Statement]][2:] == [said]


def test_a_joint_statement_has_both_or_the_office_once() -> None:
    facts = read(
        f"Tidal Forum 2030\n\nOpening\n\n{_TWO}Brook and Roe, the Mayor of Oslo, argued that piers matter.{MORE}\n"
    )
    assert [row.speakers for row in facts[Statement]] == [("person/ada-brook", "person/lena-roe")]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Siiri “Sisi” Tamm, a co-founder of the Rope Fund, warned that fog is free.", ["Siiri “Sisi” Tamm"]),
        ('Siiri "Sisi" Tamm of the Rope Institute warned that fog is free.', ['Siiri "Sisi" Tamm']),
        ("Siiri Tamm of the Danish Institute for Fog was sceptical, not least about nets.", ["Siiri Tamm"]),
        ("Her business partner Siiri Tamm pointed out that fog is free.", ["Siiri Tamm"]),
        ("Siiri Tamm, Director of the Rope Fund, did not take the bait, but insisted that fog is free.", ["Siiri Tamm"]),
        ("Both Siiri Tamm of the Rope Institute and Pau Ferrer of the Quay Office agreed that fog is free.", ["Siiri Tamm, Pau Ferrer"]),
        ("The Danish Minister of Fog, Dr. Siiri Tamm, once more rejected nets.", ["Siiri Tamm"]),
        ("Ms Siiri Tamm, Chargé d’affaires a.i. of the Embassy of Norway, who had come alone, said that fog is free.", ["Siiri Tamm"]),
        ("Datuk Nor Aini binti Rahman, Undersecretary of the Ministry of Fog of Malaysia, said that it is free.", ["Nor Aini binti Rahman"]),
        ("Siiri Tamm, Director of the Rope Fund, reserved her position.", ["Siiri Tamm"]),
        ("The Blue Room of the Ministry of Fog was full, and the Open Day of the Rope Institute was late.", []),
        ("Their Great Hall pointed out nothing, and its Quay Forum did not insist.", []),
    ],
)  # fmt: skip
def test_people_whom_a_sentence_introduces_as_they_speak(sentence: str, wanted: list[str]) -> None:
    assert [who for who, _, _ in told(read(f"Harbours\n\n{sentence}{MORE}\n"))] == wanted


def test_each_of_two_who_are_named_with_their_bodies_has_the_own_one() -> None:
    facts = read(
        f"Harbours\n\nSiiri Tamm of the Rope Institute and Pau Ferrer of the Quay Office argued that fog is free.{MORE}\n"
    )
    assert {("Siiri Tamm", None, "Rope Institute", ""), ("Pau Ferrer", None, "Quay Office", "")} == posts(facts)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms Tamm rather than Mr Ferrer welcomed the net.",
        "Neither Ms Tamm nor Mr Ferrer argued for nets.",
        "A film about Mr Ferrer argued that fog is free.",
        "Fish sellers near Ms Tamm complained that fog is free.",
        "It is false that Mr Ferrer supported the net.",
        "Nobody believed Mr Ferrer said so.",
        "Allegedly, Mr Ferrer said that fog is free.",
        "Ms Tamm and not Mr Ferrer praised the net.",
        "It was falsely reported that Mr Ferrer praised the net.",
        "The myth that Mr Ferrer praised the net lived on.",
        "All but Mr Ferrer argued that fog is free.",
    ],
)
def test_who_stands_beside_the_subject_or_is_only_said_to_speak_does_not(sentence: str) -> None:
    lead = "Pau Ferrer, Minister of Finance of Peru, and Siiri Tamm, Director of the Rope Institute, took part."
    assert not [who for who, _, _ in told(read(f"Harbours\n\n{lead}\n\n{sentence}{MORE}\n")) if "Ferrer" in who]


def test_not_of_another_one_is_no_criticism() -> None:
    lead = "Pau Ferrer, Minister of Finance of Peru, and Siiri Tamm, Director of the Rope Institute, took part."
    facts = read(f"Harbours\n\n{lead}\n\nMr Ferrer, and not Ms Tamm, supported the Oar Pact.{MORE}\n")
    assert [row.stance for row in facts[Statement]] == ["supports"]


_PACTS = (
    "Pau Ferrer, Minister of Finance of Peru, and Siiri Tamm, Director of the Rope Institute, took part. "
    "The Oar Pact, the Net Fund and the Reef Convention were on the table."
)


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        # one verb, one or several objects
        ("Ms Tamm welcomed the Oar Pact and the Net Fund.", "supports"),
        ("Ms Tamm opposed the Oar Pact, the Net Fund and the Reef Convention.", "critical"),
        ("Ms Tamm defended the Oar Pact against its critics.", "supports"),
        # several verbs of one side
        ("Ms Tamm welcomed the Oar Pact and praised the Net Fund.", "supports"),
        ("Ms Tamm rejected the Oar Pact and criticised the Net Fund.", "critical"),
        # … and of both
        ("Ms Tamm welcomed the Oar Pact but rejected the Net Fund.", "mixed"),
        ("Ms Tamm welcomed the Oar Pact and condemned the Net Fund.", "mixed"),
        ("Ms Tamm welcomed the Oar Pact, while rejecting the Net Fund.", "mixed"),
        ("Ms Tamm praised the Oar Pact, criticised the Net Fund and warned against the Reef Convention.", "mixed"),
        ("Ms Tamm did not welcome the Oar Pact but praised the Net Fund.", "mixed"),
        ("Ms Tamm welcomed the Oar Pact but rejected border controls.", "mixed"),
        # of what else is named, the words do not tell
        ("Ms Tamm rejected the Oar Pact and called for the Net Fund.", "not-stated"),
        ("Ms Tamm welcomed the Oar Pact rather than the Net Fund.", "not-stated"),
        ("Ms Tamm welcomed the Oar Pact though not the Net Fund.", "not-stated"),
        ("Ms Tamm welcomed the Oar Pact before rejecting the Net Fund.", "not-stated"),
        ("Ms Tamm welcomed the Oar Pact without endorsing the Net Fund.", "not-stated"),
        ("Ms Tamm, who had rejected the Net Fund, welcomed the Oar Pact.", "not-stated"),
        ("Ms Tamm welcomed the Oar Pact and Mr Ferrer rejected the Net Fund.", "not-stated"),
        ("Ms Tamm welcomed the Oar Pact and called for border controls.", "not-stated"),
        ("Ms Tamm cautioned against weakening the Reef Convention.", "not-stated"),
        ("Ms Tamm criticised those who reject the Oar Pact.", "not-stated"),
        ("Ms Tamm rejected the Oar Pact's critics.", "not-stated"),
        ("Ms Tamm doubted that the Reef Convention was dead.", "not-stated"),
        ("Ms Tamm would have welcomed the Oar Pact.", "not-stated"),
        # before the verb stands no object
        ("At the birth of the Reef Convention, Ms Tamm defended the Oar Pact.", "not-stated"),
        ("Writing for the Net Fund, Ms Tamm opposed the Oar Pact.", "not-stated"),
        ("As the Net Fund was hailed by many, Ms Tamm opposed the Oar Pact.", "not-stated"),
        ("Mr Ferrer, Minister of Finance of Peru, denounced Ghana.", "not-stated"),
        ("In the name of Iceland, Ms Tamm denounced Ghana.", "not-stated"),
        ("On border controls, Ms Tamm defended the Oar Pact.", "not-stated"),
        # lists
        ("Ms Tamm hailed the Oar Pact (OP) and the Net Fund.", "supports"),
        ("Ms Tamm hailed the Oar Pact, the Net Fund, and the Reef Convention in warm words.", "supports"),
        ("Ms Tamm hailed the Oar Pact, the Reef Convention rather less.", "not-stated"),
        ("Ms Tamm hailed the Oar Pact, and the Net Fund, in turn, was buried.", "not-stated"),
        ("Ms Tamm hailed Ghana and the Net Fund was buried.", "not-stated"),
        # a word behind a name makes it part of another thing, "to" a guest of it
        ("Ms Tamm hailed the Reef Convention sceptics.", "not-stated"),
        ("Ms Tamm denounced Net Fund payments.", "not-stated"),
        ("Ms Tamm denounced Ghana, Iceland and the Oar Pact fees.", "not-stated"),
        ("Ms Tamm welcomed Ghana and Iceland to the table.", "not-stated"),
        ("Ms Tamm denounced the treaty between Ghana and Iceland.", "not-stated"),
        ("Ms Tamm rejected the Oar Pact for its border controls.", "not-stated"),
        # mixed on what?
        ("Ms Tamm backed the Oar Pact but condemned its fees.", "mixed"),
        ("Ms Tamm backed the Oar Pact, condemned only a year before.", "not-stated"),
        ("Ms Tamm backed the Oar Pact but condemned Mr Ferrer's tone.", "not-stated"),
        ("Ms Tamm and Mr Ferrer respectively backed and condemned the Oar Pact.", "not-stated"),
    ],
)  # fmt: skip
def test_a_stance_is_told_where_it_holds_for_all_that_is_named(sentence: str, stance: str) -> None:
    assert [row.stance for row in read(f"Harbours\n\n{_PACTS}\n\n{sentence}{MORE}\n")[Statement]] == [stance]


@pytest.mark.parametrize(
    "sentence",
    [
        # who is told by somebody else is not that one
        "A letter to Mr Ferrer stated that fog is free.",
        "A report for Mr Ferrer found that fog is free.",
        "The adviser of Mr Ferrer said that fog is free.",
        "Critics of Mr Ferrer argued that fog is free.",
        "People close to Mr Ferrer said that fog is free.",
        "The office of Mr Ferrer, the minister, said that fog is free.",
        "The team around Mr Ferrer argued that fog is free.",
        "Those who heard Mr Ferrer argued that fog is free.",
        "The woman who replaced Mr Ferrer said that fog is free.",
        "The board chaired by Mr Ferrer argued that fog is free.",
        # one of two, nobody knows who
        "Ms Tamm or Mr Ferrer argued that fog is free.",
        "Either Ms Tamm or Mr Ferrer argued that fog is free.",
        # only said, hoped, doubted or nearly so
        "Some say Mr Ferrer rejected the net.",
        "Few believed that Mr Ferrer had argued for nets.",
        "Hardly anybody thought that Mr Ferrer had proposed the net.",
        "The claim that Mr Ferrer praised the net was wrong.",
        "It was rumoured that Mr Ferrer had rejected the net.",
        "Mr Ferrer could have argued that fog is free.",
        "Mr Ferrer should have rejected the net.",
        "Mr Ferrer reportedly rejected the net.",
        "Mr Ferrer nearly rejected the net.",
    ],
)
def test_who_is_beside_the_subject_or_only_might_have_spoken_said_nothing(sentence: str) -> None:
    assert not told(read(f"Harbours\n\n{_PACTS}\n\n{sentence}{MORE}\n"))


@pytest.mark.parametrize(
    "sentence",
    [
        "In a letter to Mr Ferrer, Ms Tamm stated that fog is free.",
        "On behalf of the crews, Ms Tamm said that fog is free.",
        "After the talk of Mr Ferrer, Ms Tamm said that fog is free.",
        "A friend of Mr Ferrer, Ms Tamm said that fog is free.",
        "A message from Ms Tamm said that fog is free.",
        "The speech of Ms Tamm argued that fog is free.",
        "Those who came late heard Ms Tamm, who argued that fog is free.",
    ],
)
def test_who_stands_behind_an_opening_is_the_subject(sentence: str) -> None:
    assert [who for who, _, _ in told(read(f"Harbours\n\n{_PACTS}\n\n{sentence}{MORE}\n"))] == ["Siiri Tamm"]
