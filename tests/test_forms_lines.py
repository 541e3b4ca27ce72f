"""Lines that programmes and lists set in their own ways: cells between dots, times below people, lists of those who came or did not."""

from __future__ import annotations

import pytest

from tests.forms import names, parts, posts, read
from vmcgraph.model import Country, Edition, Facts, Organisation, Participation, Person, Session

HEAD = "Net Forum 2030\nLeith, 7 May 2030\n\n"


def times(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(row.title, row.format, row.start, row.end) for row in read(text)[Session]]


# ---------------------------------------------------------------- cells


@pytest.mark.parametrize("sign", ["·", "|", "•", "/"])
@pytest.mark.parametrize("last", ["Coffee {} Networking", "Questions {} Open floor", "OPEN FLOOR {} ALL"])
def test_a_row_that_names_nobody_goes_on_with_no_entry(sign: str, last: str) -> None:
    rows = f"Ada Nkemelu {sign} Director {sign} Ferry Institute\n{last.format(sign)}\nEva Roth {sign} Adviser {sign} Rope Office\n"
    facts = read(f"{HEAD}10:00 – 11:00 Panel: Nets\n{rows}")
    assert posts(facts) == {
        ("Ada Nkemelu", "Director", "Ferry Institute", ""),
        ("Eva Roth", "Adviser", "Rope Office", ""),
    }


@pytest.mark.parametrize(
    "title", ["10:00 – 11:00\nPanel: Nets", "Session 3: Nets", "Panel 3 – Nets", "Workshop C: Nets"]
)
@pytest.mark.parametrize("entry", ["Ada Nkemelu · Dir. Gen. · F.I.L.", "Ada Nkemelu | Dir. Gen. | F.I.L."])
def test_an_entry_right_below_a_title_is_no_part_of_it(title: str, entry: str) -> None:
    facts = read(f"{HEAD}{title}\n{entry}\n")
    assert [row.title for row in facts[Session]] == ["Nets"]
    assert posts(facts) == {("Ada Nkemelu", "Dir. Gen.", "F.I.L.", "")}


def test_entries_with_commas_right_below_a_numbered_title() -> None:
    facts = read(f"{HEAD}Session 1: Nets\nAda Nkemelu, Director, Ferry Institute\nEva Roth, Adviser, Rope Office\n")
    assert [row.title for row in facts[Session]] == ["Nets"]
    assert parts(facts) == {("ada-nkemelu", "speaker"), ("eva-roth", "speaker")}


@pytest.mark.parametrize("mark", ["tbc", "TBC", "invited (not confirmed)", "tbd"])
def test_an_open_part_leaves_a_post_as_it_is(mark: str) -> None:
    facts = read(f"{HEAD}10:00 – 11:00 Panel: Nets\nAda Nkemelu · Director · {mark}\n")
    assert posts(facts) == {("Ada Nkemelu", "Director", None, "")}


# ---------------------------------------------------------------- pages

PAGE = """{head}10:00
Panel
Who mends the nets?
{card}
Eva Roth
Head of Unit
Rope Office

11:00
Closing
{more}
Liam Oyelaran
President
Oyelaran Foundation
"""


def page(card: str, more: str = "Ida Berg\nDirector\nFerry Institute") -> str:
    return PAGE.format(head=HEAD, card=card, more=more)


def test_a_page_with_starts_alone() -> None:
    facts = read(page("Ada Nkemelu\nMinister of Seas\nGovernment of Malta"))
    assert [(row.title, row.start) for row in facts[Session]] == [
        ("Who mends the nets?", "10:00"),
        ("Closing", "11:00"),
    ]
    assert ("Ada Nkemelu", "Minister of Seas", "Government of Malta", "MLT") in posts(facts)
    assert ("Liam Oyelaran", "President", "Oyelaran Foundation", "") in posts(facts)


@pytest.mark.parametrize("mark", ["Invited (not confirmed)", "Not confirmed", "To be confirmed"])
def test_a_mark_on_the_last_line_of_a_card_is_no_body(mark: str) -> None:
    facts = read(page(f"Ada Nkemelu\nDirector\nFerry Institute\n{mark}"))
    assert ("Ada Nkemelu", "Director", "Ferry Institute", "") in posts(facts)


def test_who_comes_instead_on_the_last_line_of_a_card() -> None:
    facts = read(page("Ada Nkemelu\nDirector\nFerry Institute\nreplaced by Ole Lund"))
    assert ("Ada Nkemelu", "Director", "Ferry Institute", "") in posts(facts)
    assert {who for who, _ in parts(facts)} == {"ole-lund", "eva-roth", "ida-berg", "liam-oyelaran"}


@pytest.mark.parametrize("room", ["Ada Brook Hall", "Nils Holm Auditorium", "Ole Bull Theatre"])
def test_rooms_that_are_called_after_somebody(room: str) -> None:
    facts = read(page("Ada Nkemelu\nDirector\nFerry Institute", f"{room}\nIda Berg\nDirector\nFerry Institute"))
    assert names(facts) == {"Ada Nkemelu", "Eva Roth", "Ida Berg", "Liam Oyelaran"}


def test_somebody_called_like_a_room() -> None:
    facts = read(page("Ada Hall\nDirector\nFerry Institute"))
    assert ("Ada Hall", "Director", "Ferry Institute", "") in posts(facts)


# ---------------------------------------------------------------- times


@pytest.mark.parametrize(
    "when", ["14:00–15:30, Hall A", "Time: 14:00–15:30 (Hall A)", "14.00 – 15.30 | Room 2", "7 May 2030, 14:00–15:30"]
)
@pytest.mark.parametrize("title", ["Panel: Nets", "Session 2: Nets", "Nets for all"])
def test_a_time_below_the_people_of_a_session(title: str, when: str) -> None:
    first = f"{title}\nModerator: Ada Nkemelu, Ferry Institute\nSpeakers: Eva Roth, Rope Office\n{when}\n"
    second = "Workshop: Ropes\nSpeakers: Ole Lund, Sail Union\n16:00–17:00, Hall B\n"
    facts = read(f"{HEAD}{first}\n{second}")
    assert [(row.start, row.end) for row in facts[Session]] == [("14:00", "15:30"), ("16:00", "17:00")]
    people = {(row.person, row.session[-1]) for row in facts[Participation]}
    assert people == {("person/ada-nkemelu", "1"), ("person/eva-roth", "1"), ("person/ole-lund", "2")}


def test_a_time_below_people_and_over_a_title_is_that_of_the_title() -> None:
    text = (
        f"{HEAD}10:00–11:00\nPanel: Nets\nSpeakers: Ada Nkemelu, Ferry Institute\n"
        "11:00–12:00\nPanel: Ropes\nSpeakers: Eva Roth, Rope Office\n"
    )
    assert times(text) == [("Nets", "Panel", "10:00", "11:00"), ("Ropes", "Panel", "11:00", "12:00")]


@pytest.mark.parametrize(
    "title",
    ["Panel: Nets, 14:00–15:30", "Panel: Nets (14.00–15.30)", "Panel – Nets (14:00–15:30, Hall A)", "Panel: Nets | 14:00–15:30 | Room 2"],
)  # fmt: skip
def test_a_time_behind_a_title(title: str) -> None:
    assert times(f"{HEAD}{title}\nSpeakers: Ada Nkemelu, Ferry Institute\n") == [("Nets", "Panel", "14:00", "15:30")]


@pytest.mark.parametrize(
    ("line", "form"), [("Strand A: Nets", "Strand"), ("Track 2 – Nets", "Track"), ("Stream B | Nets", "Stream")]
)
def test_strands_tracks_and_streams(line: str, form: str) -> None:
    text = f"{HEAD}{line}, 14:00–15:30\nSpeakers: Ada Nkemelu, Ferry Institute\n"
    assert times(text) == [("Nets", form, "14:00", "15:30")]


# ---------------------------------------------------------------- who came


@pytest.mark.parametrize("head", ["Attendees", "List of participants", "Delegates", "Delegations"])
def test_lists_right_below_their_heading(head: str) -> None:
    facts = read(
        f"{HEAD}{head}\nAda Nkemelu, Ferry Institute\nEva Roth, Rope Office, Malta\n\nProgramme\n\n10:00 Nets\n"
    )
    assert names(facts) == {"Ada Nkemelu", "Eva Roth"}
    assert not parts(facts)
    assert {span.basis for row in facts[Person] for span in row.evidence} == {"speakers"}


def test_the_people_of_bodies_and_countries_on_their_lines() -> None:
    facts = read(
        f"{HEAD}Delegations\n\nMalta: Ada Nkemelu, Director; Eva Roth, Adviser\nQuay Agency: Ole Lund, Director\n"
    )
    assert posts(facts) == {
        ("Ada Nkemelu", "Director", None, "MLT"),
        ("Eva Roth", "Adviser", None, "MLT"),
        ("Ole Lund", "Director", "Quay Agency", ""),
    }


MINUTES = """Minutes of the 14th meeting of the Net Committee
Leith, 7 May 2030

Present: Ada Nkemelu (Ferry Institute), Eva Roth (Rope Office)
{away}: Ole Lund (Sail Union), Ida Berg (Net Office)

1. Opening
Ada Nkemelu opened the meeting and welcomed all.

2. Nets
Eva Roth said that nets are dear. Ole Lund proposed by letter that nets be cheaper. Ida Berg had written that they are.

3. Closing
The meeting was closed at noon.
"""


@pytest.mark.parametrize("away", ["Apologies", "Apologies received from", "Regrets", "Excused", "Not attending"])
def test_whoever_sent_apologies_is_in_no_session(away: str) -> None:
    facts = read(MINUTES.format(away=away))
    assert [row.title for row in facts[Session]] == ["Opening", "Nets", "Closing"]
    assert {who for who, _ in parts(facts)} == {"ada-nkemelu", "eva-roth"}
    away_bases = {span.basis for row in facts[Person] if row.name == "Ole Lund" for span in row.evidence}
    assert "speakers" not in away_bases  # which would tell that he was there


def test_apologies_below_a_list_of_participants() -> None:
    facts = read(
        f"{HEAD}List of participants\n\nMalta\nMs Ada Nkemelu, Director\n\nApologies\nMr Ole Lund, Sail Union\n"
    )
    assert ("Ole Lund", None, "Sail Union", "") in posts(facts)
    assert {row.evidence[0].basis for row in facts[Person] if row.name == "Ole Lund"} == {"narrative"}


# ---------------------------------------------------------------- what the event is called


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Roundtable of Net Makers\nLeith, 7 May 2030", "Roundtable of Net Makers"),
        ("Baltic Net Festival 2030", "Baltic Net Festival"),
        ("Sailors' Retreat, Leith, 7 May 2030", "Sailors' Retreat"),
        ("NET SKILLS RETREAT 2030\nProgramme", "NET SKILLS RETREAT"),
        ("Seminar: Nets and Taxes\nLeith, 7 May 2030", "Nets and Taxes"),
        ("High-Level Roundtable “Nets without Makers”\n7 May 2030", "Nets without Makers"),
        ("NMF 2030\nLeith, 7 May 2030", "NMF"),
        ("Minutes of the 14th meeting of the Net Committee\nLeith, 7 May 2030", "meeting of the Net Committee"),
    ],
)
def test_events_with_a_noun_of_sessions_or_a_short_form(head: str, name: str) -> None:
    facts = read(f"{head}\n\n10:00–11:00 Panel: Ropes\nSpeakers: Ada Nkemelu, Ferry Institute\n")
    assert facts[Edition][0].name == f"{name} 2030"
    assert [row.title for row in facts[Session]] == ["Ropes"]


@pytest.mark.parametrize("head", ["Minister praises workshop", "MAY 2030", "REPORT 2030", "Workshop 2: Nets"])
def test_first_lines_that_name_no_event(head: str) -> None:
    facts = read(f"{head}\n\nThe minister spoke of nets and of nothing else in Leith.\n")
    assert facts[Edition][0].name == "x2030"


def test_conclusions_on_something_are_no_session() -> None:
    text = "# Dialogue: Nets 2030\n\n## Panel: Ropes\n\nSpeakers: Ada Nkemelu, Ferry Institute\n\n## Conclusions on nets\n\nNets are dear, the panel said, and ropes are too.\n"
    assert [row.title for row in read(text)[Session]] == ["Ropes"]


# ---------------------------------------------------------------- names


@pytest.mark.parametrize("name", ["Finn Dahl", "Even Moe", "May Roth", "Dane Lund"])
def test_first_names_that_are_other_words_too(name: str) -> None:
    facts = read(f"{HEAD}10:00 Panel: Nets\nSpeakers:\n{name}, Director, Ferry Institute\nAda Nkemelu, Rope Office\n")
    assert names(facts) == {name, "Ada Nkemelu"}
    assert not facts[Country]


@pytest.mark.parametrize(
    "sentence", ["Even Brussels, Paris and Rome agreed.", "Even Malta, Minister Roth said, agreed."]
)
def test_even_opens_a_sentence(sentence: str) -> None:
    assert not any(name.startswith("Even") for name in names(read(f"{HEAD}Nets\n\n{sentence}\n")))


def test_an_island_is_no_country() -> None:
    facts = read(f"{HEAD}10:00 Panel: Nets\nSpeakers: Ada Nkemelu, Island Bank\n")
    assert posts(facts) == {("Ada Nkemelu", None, "Island Bank", "")}


@pytest.mark.parametrize(
    ("post", "type_"),
    [
        ("Directorate-General of Nets, Portugal", "government"),
        ("Directorate-General for Nets, Ministry of Seas, Italy", "government"),
        ("Directorate-General for Migration and Home Affairs", "EU institution"),
    ],
)
def test_directorates_of_states(post: str, type_: str) -> None:
    facts = read(f"{HEAD}10:00 Panel: Nets\nSpeakers: Ada Nkemelu, Director, {post}\n")
    assert {row.type for row in facts[Organisation] if row.name.startswith("Directorate")} == {type_}


# ---------------------------------------------------------------- who was not there


def bases(facts: Facts) -> dict[str, set[str]]:
    return {row.name: {span.basis for span in row.evidence} for row in facts[Person]}


AWAY = ["Registered but absent", "No-shows", "Declined", "Cancelled", "Unable to attend", "Members not present"]


@pytest.mark.parametrize("away", AWAY)
@pytest.mark.parametrize(
    "text",
    [
        "List of participants\n\nPresent\nMs Ada Nkemelu, Director, Ferry Institute\n\n{}\nMr Per Aune, Adviser, Rope Office\n",
        "List of participants\n\n## Present\n\nAda Nkemelu\nDirector\nFerry Institute\n\n## {}\n\nPer Aune\nAdviser\nRope Office\n",
        "Present: Ms Ada Nkemelu (Malta)\n{}: Mr Per Aune (Ghana)\n",
    ],
)
def test_whoever_stands_below_such_a_label_was_not_there(text: str, away: str) -> None:
    assert bases(read(HEAD + text.format(away))) == {"Ada Nkemelu": {"speakers"}, "Per Aune": {"narrative"}}


def test_the_next_label_ends_who_was_present() -> None:
    facts = read(
        f"{HEAD}Members present: Ada Nkemelu (Malta)\nMembers not present: Per Aune (Ghana)\nAlso thanked: Eva Roth (Rope Office)\n"
    )
    assert posts(facts) == {("Ada Nkemelu", None, None, "MLT"), ("Per Aune", None, None, "GHA")}
    assert bases(facts) == {"Ada Nkemelu": {"speakers"}, "Per Aune": {"narrative"}}


@pytest.mark.parametrize("status", ["unable to attend", "Cancelled", "not attending"])
def test_the_last_line_of_a_card_tells_of_its_person(status: str) -> None:
    cards = f"Ada Nkemelu\nDirector\nFerry Institute\n{status}\n\nPer Aune\nAdviser\nRope Office\n"
    assert bases(read(f"{HEAD}List of participants\n\n{cards}")) == {
        "Ada Nkemelu": {"narrative"},
        "Per Aune": {"speakers"},
    }


def test_nobody_takes_part_in_apologies() -> None:
    told = "Ole Lund said by mail that he could not come."
    facts = read(
        f"Minutes of the Net Committee\nLeith, 7 May 2030\n\n1. Opening\nThe meeting began.\n\n2. Apologies\n{told}\n\n3. Nets\nEva Roth said that nets are dear.\n\n4. Next meeting\nIn June.\n"
    )
    assert "Apologies" in [row.title for row in facts[Session]]
    assert parts(facts) == {("eva-roth", "speaker")}


# ---------------------------------------------------------------- delegations


@pytest.mark.parametrize("label", ["Ghana and Peru", "Host country", "Independent", "Youth"])
def test_a_label_that_is_no_country_ends_the_delegation_above(label: str) -> None:
    facts = read(f"{HEAD}List of participants\n\nMalta: Ada Nkemelu, Director\n{label}: Per Aune, Writer\n")
    assert ("Ada Nkemelu", "Director", None, "MLT") in posts(facts)
    assert {(body, country) for name, _, body, country in posts(facts) if name == "Per Aune"} <= {(None, "")}


# ---------------------------------------------------------------- titles and times


@pytest.mark.parametrize(
    "first",
    [
        "Panel: Nets\nSpeakers: Eva Roth, Rope Office\n11:00–12:00",
        "Panel: Nets, 11:00–12:00\nSpeakers: Eva Roth, Rope Office",
    ],
)
@pytest.mark.parametrize(("second", "role"), [("Panel", "speaker"), ("Keynote", "keynote"), ("Workshop", "speaker")])
def test_a_title_without_a_time_beside_one_with_it(first: str, second: str, role: str) -> None:
    facts = read(f"{HEAD}{first}\n\n{second}: Tides\nSpeaker: Ole Lund, Sail Union\n")
    assert times(f"{HEAD}{first}\n\n{second}: Tides\nSpeaker: Ole Lund, Sail Union\n") == [
        ("Nets", "Panel", "11:00", "12:00"),
        ("Tides", second, None, None),
    ]
    assert parts(facts) == {("eva-roth", "speaker"), ("ole-lund", role)}


def test_labels_with_titles_inside_an_item_are_its_own() -> None:
    text = f"{HEAD}10:00–11:00 Workshop: Nets\n\nKeynote: Who sails?\nSpeaker: Eva Roth, Rope Office\n\nPanel: Who pays?\nSpeakers: Ole Lund, Sail Union\n"
    assert times(text) == [("Nets", "Workshop", "10:00", "11:00")]


def test_times_below_people_with_no_empty_lines() -> None:
    text = f"{HEAD}Panel: Nets\nSpeakers: Eva Roth, Rope Office\n14:00–15:30, Hall A\nLunch\n12:30–14:00, Terrace\nWorkshop: Tides\nSpeakers: Ole Lund, Sail Union\n16:00–17:00, Hall B\n"
    assert times(text) == [("Nets", "Panel", "14:00", "15:30"), ("Tides", "Workshop", "16:00", "17:00")]


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("Panel: The 8:00–20:00 Ferry", ("The 8:00–20:00 Ferry", "Panel", None, None)),
        ("Panel: Nets (10:00–11:00, moved from 09:00–10:00)", ("Nets", "Panel", "10:00", "11:00")),
        ("Panel: Nets 10:00–11:00", ("Nets", "Panel", "10:00", "11:00")),
    ],
)
def test_times_in_titles(title: str, read_as: tuple[str, str, str | None, str | None]) -> None:
    assert times(f"{HEAD}{title}\nSpeakers: Ada Nkemelu, Ferry Institute\n") == [read_as]


# ---------------------------------------------------------------- rows and cards with labels


def test_a_label_in_a_row_of_cells() -> None:
    rows = "Eva Roth · Director · Rope Office\nModerator · Per Aune · Quay Post\n"
    facts = read(f"{HEAD}10:00–11:00 Panel: Nets\n{rows}")
    assert parts(facts) == {("eva-roth", "speaker"), ("per-aune", "moderator")}


def test_what_one_leads_is_no_part_of_the_body_below() -> None:
    facts = read(f"{HEAD}10:00–11:00\nPanel: Nets\n\nAda Nkemelu\nHead of Section\nRope Office\n")
    assert posts(facts) == {("Ada Nkemelu", "Head of Section", "Rope Office", "")}
