"""Layouts of programmes: entries a line, labels, brackets behind names, members of one line, what is no session."""

from __future__ import annotations

import pytest
from forms import names, parts, posts, read

from vmcgraph.model import Mention, Note, Organisation, Participation, Person, Session
from vmcgraph.reading import parse_report

HEAD = "Ferry Days 2030\n\nTuesday, 2 May 2030\n\n"


# ---------------------------------------------------------------- headings over prose


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (
            ["1. Background", "2. Session 1: Who counts the boats?", "3. Session 2: Fog first – round table", "4. Wrap-up"],
            [("Who counts the boats?", "Session"), ("Fog first", "Round table")],
        ),
        (["Report of the Ferryman", "Panel Discussion on the Rights of Pilots"], [("Panel Discussion on the Rights of Pilots", "Panel Discussion")]),
        (["Tides", "Notes on the panel"], []),
    ],
)  # fmt: skip
def test_headings_over_prose_that_are_sessions(headings: list[str], found: list[tuple[str, str]]) -> None:
    prose = "The pilots of the northern harbours spoke at length about the tides, and many listened to them until it was dark outside."
    facts = read("Ferry Days 2030\n\n" + "".join(f"{heading}\n\n{prose}\n\n" for heading in headings))
    assert {(row.title, row.format) for row in facts[Session]} >= set(found)
    assert found or not facts[Session]


def test_prose_may_say_who_opened_the_panel() -> None:
    told = "Ada Nkemelu, President of the Council, opened the panel, which was moderated by Bo Lund."
    facts = read(
        f"Ferry Days 2030\n\nThe rights of pilots at sea\n\n{told} It went on until the evening in the old hall.\n"
    )
    assert [row.title for row in facts[Session]] == ["The rights of pilots at sea"]


def test_a_session_page_may_print_its_own_time_again() -> None:
    page = "---\ntitle: Fog\nformat: Panel debate\ndate: 2030-05-02\nstart: '10:45'\nend: '12:00'\nvenue: Quay Hall\n---\n\n# Fog\n\n**Panel debate** | Thursday 2 May 2030, 10:45–12:00 | Quay Hall\n\n### Speakers\n\n- **Ada Nkemelu**, Director, Ferry Institute\n"
    facts = read(page)
    assert [(row.title, row.format) for row in facts[Session]] == [("Fog", "Panel debate")]
    assert parts(facts) == {("ada-nkemelu", "panellist")} or parts(facts) == {("ada-nkemelu", "speaker")}


# ---------------------------------------------------------------- entries


ENTRIES = [
    "H.E. Ms Ama BOATENG, Minister of Ports, Republic of Ghana",
    "Amb. Bo STRÖM LUND, Deputy Secretary General, Ferry Union of the Northern Harbours",
    "Hon. Ada Nkemelu (by video link), State Secretary, Ministry of Bridges and Tides, Malta",
]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n• "])
def test_one_entry_a_line_right_under_its_time(between: str) -> None:
    facts = read(f"{HEAD}09:00–09:45 | Opening session{between}{between.join(ENTRIES)}\n\n09:45–10:00 | Break\n")
    assert parts(facts) == {("ama-boateng", "opening"), ("bo-strom-lund", "opening"), ("ada-nkemelu", "opening")}
    assert ("Ama Boateng", "Minister of Ports", None, "GHA") in posts(facts)
    assert ("Ada Nkemelu", "State Secretary", "Ministry of Bridges and Tides", "MLT") in posts(facts)
    assert {row.person for row in facts[Participation] if row.online} == {"person/ada-nkemelu"}


@pytest.mark.parametrize(
    ("line", "name", "honorific"),
    [
        ("Brig. Gen. (ret.) Ama BOATENG, Adviser to the Mayor, Malta", "Ama Boateng", "Brig. Gen."),
        ("Col. (Rtd) Ama Boateng, Poet, Malta", "Ama Boateng", "Col."),
        ("Ms Ana DE LA CRUZ LIMA, Poet, Malta", "Ana De La Cruz Lima", "Ms"),
        ("Mr Bo VAN DER MEER, Poet, Malta", "Bo Van Der Meer", "Mr"),
        ("YB Puan Siti Aminah, Poet, Malta", "Siti Aminah", "YB"),
        ("Daw Khin Mar, Poet, Malta", "Khin Mar", "Daw"),
    ],
)
def test_ranks_and_particles_in_capitals(line: str, name: str, honorific: str) -> None:
    facts = read(f"{HEAD}9.30 – 10.30 Panel: Fog\nSpeakers:\n- {line}\n- Ada Nkemelu, Poet\n")
    assert {row.name: row.honorific for row in facts[Person]}[name] == honorific


@pytest.mark.parametrize(
    ("bracket", "role", "online"),
    [
        ("(online)", "speaker", True),
        ("(joining remotely)", "speaker", True),
        ("(via videoconference)", "speaker", True),
        ("(tbc)", "speaker", False),
        ("(to be confirmed)", "speaker", False),
        ("(interviewer)", "moderator", False),
        ("(rapporteur)", "speaker", False),
    ],
)
def test_brackets_behind_a_name_are_no_post(bracket: str, role: str, online: bool) -> None:
    for line in (
        f"Ms Ama Boateng {bracket}, Director, Ferry Institute",
        f"Ms Ama Boateng, Director, Ferry Institute {bracket}",
    ):
        facts = read(f"{HEAD}9.30 – 10.30 Panel: Fog\n{line}\nMr Bo Ström, Poet\n")
        (row,) = (row for row in facts[Participation] if row.person == "person/ama-boateng")
        assert (row.role, row.online) == (role, online)
        assert ("Ama Boateng", "Director", "Ferry Institute", "") in posts(facts)


@pytest.mark.parametrize(
    "line",
    [
        "Co-chairs: Mr Bo Ström, Ferry Union, and Ms Ama Boateng, Director, Ferry Institute",
        "Co-chairs: Bo Ström, Ferry Union and Ama Boateng, Director, Ferry Institute",
        "Moderators: Dr Bo Ström, Ferry Union, Dr Ama Boateng, Director, Ferry Institute",
    ],
)
def test_two_with_their_posts_on_one_line(line: str) -> None:
    facts = read(f"{HEAD}9.30 – 10.30 Panel: Fog\n{line}\nWith: Ms Ada Nkemelu; Mr Jonas Quist, Poet\n")
    assert parts(facts) == {
        ("bo-strom", "moderator"),
        ("ama-boateng", "moderator"),
        ("ada-nkemelu", "speaker"),
        ("jonas-quist", "speaker"),
    }
    assert {("Ama Boateng", "Director", "Ferry Institute", ""), ("Bo Ström", None, "Ferry Union", "")} <= posts(facts)


@pytest.mark.parametrize(
    "post", ["Minister for Labour, Migration and Blue Economy", "Director for Ports and Director General for Tides"]
)
def test_the_members_of_a_title_are_no_people(post: str) -> None:
    assert names(read(f"{HEAD}9.30 – 10.30 Panel: Fog\nChair: Ms Ama Boateng, {post}, Ghana\n")) == {"Ama Boateng"}


def test_a_label_that_nobody_knows_still_leads_to_a_person() -> None:
    facts = read(
        f"{HEAD}9.30 – 10.30 Working Group B: Fog\nFacilitator: Mr Bo Ström, Ferry Union\nLead country: Ms Ama Boateng, Director, Ghana\n"
        "Input: Dr Ada Nkemelu, Poet\n"
    )
    assert parts(facts) == {("bo-strom", "moderator"), ("ama-boateng", "speaker"), ("ada-nkemelu", "speaker")}
    assert ("Ama Boateng", "Director", None, "GHA") in posts(facts)


# ---------------------------------------------------------------- sessions


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Working Group A: Fog and tides", ("Fog and tides", "Working Group")),
        ("Workshop no. 3 – Fog and tides", ("Fog and tides", "Workshop")),
        ("Session 2b: Fog and tides", ("Fog and tides", "Session")),
        ("Session IV: Panel discussion: Fog and tides", ("Fog and tides", "Panel discussion")),
        ("High-level round table | Fog and tides", ("Fog and tides", "High-level round table")),
        ("In conversation | Fog and tides", ("Fog and tides", "In conversation")),
        ("Fog and tides (panel discussion)", ("Fog and tides", "Panel discussion")),
        ("Fog and tides (and ports)", ("Fog and tides (and ports)", None)),
        ("Reception hosted by UNHCR (Old Mill)", ("Reception hosted by UNHCR", "Reception")),
        ("Panel A new start", ("Panel A new start", None)),
    ],
)
def test_format_and_number_before_a_title(line: str, wanted: tuple[str, str | None]) -> None:
    (session,) = read(f"{HEAD}9.30 – 10.30 | {line}\nSpeakers: Ms Ama Boateng, Poet\n")[Session]
    assert (session.title, session.format) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "End of Day 1",
        "Close of the first day",
        "Departure of participants",
        "Family photo",
        "Transfer to the harbour",
        "Lunch",
    ],
)
def test_what_is_no_session(line: str) -> None:
    facts = read(
        f"{HEAD}9.30 – 10.30 Panel: Fog\nMs Ama Boateng, Poet\n\n10:30 | {line}\n\n11:00 – 12:00 | Panel: Tides\nMr Bo Ström, Poet\n"
    )
    assert [session.title for session in facts[Session]] == ["Fog", "Tides"]


def test_two_sessions_at_the_same_time() -> None:
    facts = read(
        f"{HEAD}9.30 – 10.30 | Working Group A: Fog\nChair: Ms Ama Boateng, Poet\n\n9.30 – 10.30 | Working Group B: Tides\nChair: Mr Bo Ström, Poet\n"
    )
    assert [(row.title, row.start) for row in facts[Session]] == [("Fog", "09:30"), ("Tides", "09:30")]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Conclusions and closing remarks", "closing"),
        ("Wrap-up and next steps", "closing"),
        ("Certificates and closing", "closing"),
        ("Official opening ceremony", "opening"),
        ("Opening up the harbours", "speaker"),
        ("Closing the skills gap", "speaker"),
    ],
)
def test_a_ceremony_gives_the_role_that_nothing_else_gives(title: str, role: str) -> None:
    facts = read(f"{HEAD}9.30 – 10.30 | {title}\nMs Ama Boateng (rapporteur)\nChair: Mr Bo Ström, Poet\n")
    assert parts(facts) == {("ama-boateng", role), ("bo-strom", "moderator")}


# ---------------------------------------------------------------- posts


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Head of Unit for Tides, Ferry Institute", ("Head of Unit for Tides", "Ferry Institute", "")),
        ("Deputy Head of Section for Crews, Ministry of Ports, Kosovo*", ("Deputy Head of Section for Crews", "Ministry of Ports", "XKX")),
        ("Ambassador of Ghana", ("Ambassador", None, "GHA")),
        ("Ambassador of Ghana to Malta", ("Ambassador of Ghana to Malta", None, "GHA")),
        ("Attaché, Embassy of Ghana in Valletta", ("Attaché", "Embassy of Ghana", "GHA")),
        ("Economist, Harbour Institute for Tidal Studies (hits)", ("Economist", "Harbour Institute for Tidal Studies", "")),
        ("Head of Unit, Directorate-General for Tides (DG TIDE), European Commission", ("Head of Unit", "European Commission", "")),
        ("Director, Ministry of Security of the Republic of Ghana", ("Director", "Ministry of Security", "GHA")),
        ("Founder of the seafarers’ association Right to Row, Valletta", ("Founder", "Right to Row", "")),
        ("Deputy Director of Pilot Services, Ministry of Ports, Malta", ("Deputy Director of Pilot Services", "Ministry of Ports", "MLT")),
        ("Adviser on Crews, ILO Regional Office for Asia and the Pacific", ("Adviser on Crews", "ILO", "")),
        ("Head of Tides, QTA – Quay Trust Association", ("Head of Tides", "Quay Trust Association", "")),
        ("Tidal Adviser, University of Malta, Department of Ports", ("Tidal Adviser", "University of Malta", "")),
        ("Department of Ports, University of Malta", (None, "University of Malta", "")),
        ("Head of Department V/10 (Tides), Ministry of Ports, Malta", ("Head", "Ministry of Ports", "MLT")),
    ],
)  # fmt: skip
def test_posts_of_a_list(line: str, wanted: tuple[str, str | None, str]) -> None:
    facts = read(f"{HEAD}9.30 – 10.30 Panel: Fog\nSpeakers:\n- Ms Ama Boateng, {line}\n")
    assert posts(facts) == {("Ama Boateng", *wanted)}
    assert not any("(" in body.name for body in facts[Organisation])


def test_an_acronym_is_an_alias() -> None:
    facts = read(
        f"{HEAD}9.30 – 10.30 Panel: Fog\nMs Ama Boateng, Economist, Harbour Institute for Tidal Studies (hits)\n"
        "Mr Bo Ström, Head of Unit, Directorate-General for Tides (DG TIDE), European Commission\n"
    )
    aliases = {body.name: body.aliases for body in facts[Organisation]}
    assert aliases["Harbour Institute for Tidal Studies"] == ("hits",)
    assert aliases["Directorate-General for Tides"] == ("DG TIDE",)


def test_sessions_at_once_inside_one_item() -> None:
    facts = read(
        f"{HEAD}2.00 – 3.30 pm  Parallel sessions\nBreakout A: Crews in the Gulf\nFacilitated by Ms Ama Boateng, Women in Harbours Network\n"
        "Breakout B: Tides\nFacilitated by Mr Bo Ström, Ferry Institute\n\n3.30 pm  Close of Day One\n"
    )
    assert [(row.title, row.format, row.start) for row in facts[Session]] == [
        ("Crews in the Gulf", "Breakout", "14:00"),
        ("Tides", "Breakout", "14:00"),
    ]
    assert names(facts) == {"Ama Boateng", "Bo Ström"}
    assert ("Ama Boateng", None, "Women in Harbours Network", "") in posts(facts)


def test_labels_without_a_colon() -> None:
    facts = read(
        f"{HEAD}9.00 – 9.40 am  SESSION II: Fog\nStatement: Ms Ada NKEMELU, Ambassador of the European Union to Ghana\n"
        "Keynote address by H.E. Dr Bo STRÖM, President, Ferry Union\nWith Hon. Ama BOATENG (Ghana), Prof. (Mrs.) Siiri TAMM (Malta)\n"
    )
    assert [session.title for session in facts[Session]] == ["Fog"]
    assert parts(facts) == {
        ("ada-nkemelu", "address"),
        ("bo-strom", "keynote"),
        ("ama-boateng", "speaker"),
        ("siiri-tamm", "speaker"),
    }
    assert ("Ada Nkemelu", "Ambassador of the European Union to Ghana", "European Union", "") in posts(facts)
    assert ("Bo Ström", "President", "Ferry Union", "") in posts(facts)


def test_the_cells_of_a_table_name_roles() -> None:
    facts = read(
        f"{HEAD}| Time | Session | Speakers |\n|---|---|---|\n| 09:30–10:30 | Panel 1: Fog | Dr. Ama Boateng (WHO), moderator; Mr Bo Ström, Ferry Institute |\n"
        "| 11:00–12:00 | Working Group A: Tides | Facilitator: Ms Ada Nkemelu, Ferry Union |\n"
    )
    assert parts(facts) == {("ama-boateng", "moderator"), ("bo-strom", "speaker"), ("ada-nkemelu", "moderator")}
    assert ("Ama Boateng", None, "WHO", "") in posts(facts)


def test_a_line_of_a_programme_that_prints_nothing_but_its_time_is_read() -> None:
    facts = read(HEAD + "09.30 – 10.15\n\n10.15 – 11.00 Panel: Tides\n\nJane Roe, Director, Harbour Trust\n")
    assert "Tides" in {session.title for session in facts[Session]}
    assert names(facts) == {"Jane Roe"}


# ---------------------------------------------------------------- days


@pytest.mark.parametrize("item", ["**{}**", "#### {}"])
def test_a_day_holds_for_all_sessions_below_it_until_the_next(item: str) -> None:
    opening, first, second = (
        item.format(each) for each in ("Opening session: Nets", "Panel 1: Crews", "Panel 2: Light")
    )
    facts = read(
        f"# Ferry Days 2030\n\n## Programme\n\n### Monday, 6 May 2030\n\n{opening}\n\nSpeakers:\n\n- Ada Nkemelu, Director, Tide "
        f"Institute\n- Bo Holm, Editor, Net Weekly\n\n{first}\n\nPanellists:\n\n- Lena Moss, Professor, Fjord University\n- Carl Fenn, "
        f"Director, Ferry Office\n\n### Tuesday, 7 May 2030\n\n{second}\n\nSpeakers:\n\n- Una Weir, Analyst, Keel Foundation\n- Ola "
        "Strand, Secretary General, Net Council\n"
    )
    dates = [(row.title, row.date) for row in facts[Session]]
    assert dates == [("Nets", "2030-05-06"), ("Crews", "2030-05-06"), ("Light", "2030-05-07")]


def test_a_day_ends_where_another_chapter_begins() -> None:
    facts = read(
        "# Ferry Days 2030\n\n## Monday, 6 May 2030\n\n### Panel 1: Crews\n\nSpeakers:\n\n- Lena Moss, Professor, Fjord University\n- Carl "
        "Fenn, Director, Ferry Office\n\n## Conclusions\n\nThe boats came back. Nobody was lost.\n\n### Panel 2: Light\n\nSpeakers:\n\n"
        "- Una Weir, Analyst, Keel Foundation\n- Ola Strand, Secretary General, Net Council\n"
    )
    assert [(row.title, row.date) for row in facts[Session]] == [("Crews", "2030-05-06"), ("Light", None)]


# ---------------------------------------------------------------- lines of an item, groups at once, cells


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("09:30 – 10:15   Opening session\nPlenary Hall Neptune, ground floor", ("Opening session", "Opening session")),
        ("09:30 – 10:15   SESSION II\nFog at sea: Lamps and\nthe new buoys", ("Fog at sea: Lamps and the new buoys", "Session")),
        ("09:30 – 10:15   SESSION II\nPanel discussion\nFog at sea", ("Fog at sea", "Panel discussion")),
        ("09:30 – 10:15   Keynote address\nWhose tide is it?", ("Whose tide is it?", "Keynote address")),
        ("09:30 – 10:15   MINISTERIAL SEGMENT\n(Heads of delegation only)\n\nAdoption of the Tide Plan", ("MINISTERIAL SEGMENT", "MINISTERIAL SEGMENT")),
        ("09:30   Official dinner given by the mayor (Old Mill)", ("Official dinner given by the mayor", "Official dinner")),
        ("09:30   Reception at the Embassy of Malta, Harbour Row 28", ("Reception at the Embassy of Malta", "Reception")),
        ("09:30 – 10:15   Making room for crews (Room 4)", ("Making room for crews", None)),
        ("09:30 – 10:15   Two short talks: What the lamps show", ("What the lamps show", "Short talks")),
        ("09:30 – 10:15   Q&A: What the lamps show", ("What the lamps show", "Q&A")),
    ],
)  # fmt: skip
def test_the_lines_of_an_item(item: str, wanted: tuple[str, str | None]) -> None:
    (session,) = read(f"{HEAD}{item}\n\nSpeakers:\nMs Ama Boateng, Poet\nMr Bo Ström, Editor\n")[Session]
    assert (session.title, session.format) == wanted


GROUPS = [
    "16.30 – 18.00   Parallel Working Groups\n\nWorking Group A (Room Neptune)\nCrews\n\nChair: Ms Ama Boateng, Poet\n\nWorking Group B (Room 2)\nTides and lamps\n\n"
    "It asks who pays for the lamps that nobody lights any more, and for those that are lit all day.\n\nChair: Mr Bo Ström, Editor\n",
    "16.30 – 18.00 | Three thematic working groups\n\nA. Crews (Hall B)\n\nChair: Ms Ama Boateng, Poet\n\nB. Tides and lamps\n\nChair: Mr Bo Ström, Editor\n",
    "| Time | Item | Who |\n|---|---|---|\n| 16.30–18.00 | **Working groups** – see below | |\n| 18.00–18.30 | Coffee | |\n\n## Working groups\n\n"
    "- **A. Crews** (Room 1)\n  Who signs on, and for how long?\n  - Ama Boateng (facilitator; poet)\n- **B. Tides and lamps** (Gallery)\n  - Bo Ström (facilitator)\n\n"
    "## Notes\n\n- Bring a coat.\n",
]


@pytest.mark.parametrize("text", GROUPS)
def test_groups_at_once_are_the_sessions_and_not_what_announces_them(text: str) -> None:
    facts = read(f"{HEAD}{text}")
    assert [(row.title, row.format, row.date, row.start, row.end) for row in facts[Session]] == [
        ("Crews", "Working Group" if "Groups" in text else "Working group", "2030-05-02", "16:30", "18:00"),
        ("Tides and lamps", "Working Group" if "Groups" in text else "Working group", "2030-05-02", "16:30", "18:00"),
    ]
    assert parts(facts) == {("ama-boateng", "moderator"), ("bo-strom", "moderator")}


def test_groups_with_times_of_their_own_keep_them() -> None:
    facts = read(
        f"{HEAD}Panel 1\nFog\n\nTuesday, 2 May 2030, 9.30–10.30\n\nChair: Ms Ama Boateng, Poet\n\nPanel 2\nTides\n\nTuesday, 2 May 2030, 11.00–12.00\n\n"
        "Chair: Mr Bo Ström, Editor\n"
    )
    assert [(row.title, row.start) for row in facts[Session]] == [("Fog", "09:30"), ("Tides", "11:00")]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Lead-off speakers", "speaker"),
        ("Second discussant", "respondent"),
        ("Panellists (in order of seniority)", "speaker"),
        ("Opening addresses", "opening"),
        ("Introduction of the texts", "speaker"),
        ("Rapporteur", "speaker"),
        ("Welcoming words", "opening"),
    ],
)
def test_labels_that_organisers_make_up(label: str, role: str) -> None:
    for between in (" ", "\n"):
        facts = read(
            f"{HEAD}9.30 – 10.30 Panel: Fog\n\nChair: Mr Bo Ström, Editor\n\n{label}:{between}Ms Ama Boateng, Poet\n"
        )
        assert parts(facts) == {("bo-strom", "moderator"), ("ama-boateng", role)}


def test_the_lines_of_a_cell_are_people() -> None:
    facts = read(
        f"{HEAD}| Time | Item | Who |\n|---|---|---|\n| 9.30–10.00 | **Closing words** | Ama BOATENG |\n| 10.00–11.00 | **Panel 1:** Fog<br>*Who lights the lamps, and who "
        "pays?* | Bo STRÖM (Director, Ferry Institute)<br>Ada NKEMELU (State Secretary, Ministry of Ports, Malta) *online*<br>Siiri TAMM (Ferry Union), discussant<br>"
        "Jonas QUIST (Harbour Trust) – chair |\n| 11.00 | Reception | Welcome by H.E. Una WEIR (Ambassador of Malta) |\n"
    )
    assert {row.title for row in facts[Session]} == {"Closing words", "Fog", "Reception"}
    assert parts(facts) == {
        ("ama-boateng", "closing"), ("bo-strom", "speaker"), ("ada-nkemelu", "speaker"), ("siiri-tamm", "respondent"), ("jonas-quist", "moderator"),
        ("una-weir", "opening"),
    }  # fmt: skip
    assert {row.person for row in facts[Participation] if row.online} == {"person/ada-nkemelu"}
    assert {("Bo Ström", "Director", "Ferry Institute", ""), ("Jonas Quist", None, "Harbour Trust", "")} <= posts(facts)


def test_footers_of_pages_and_somebody_without_a_name_stand_in_no_entry() -> None:
    footer = "Ferry Office  |  Ferry Days 2030  |  Page {} of 2"
    facts = read(
        f"{HEAD}9.30 – 10.30 Panel: Fog\n\nSpeakers:\nMs Ama Boateng, Director of Tides, Ferry Institute Ltd.\nRepresentative of Malta (tbc)\n\n{footer.format(1)}\n\n"
        f"Mr Bo Ström, Editor\n\n{footer.format(2)}\n"
    )
    assert parts(facts) == {("ama-boateng", "speaker"), ("bo-strom", "speaker")}
    assert ("Ama Boateng", "Director of Tides", "Ferry Institute Ltd", "") in posts(facts)


def test_a_page_may_number_itself_below_its_footer() -> None:
    footer = "The Lamp That Waits                    Leith, 2 May 2030\n{}\n"
    facts = read(
        f"{HEAD}9.30 – 10.30 Panel: Fog\n\nPanellists\nMs Ama Boateng, Director of Tides, Ferry Institute\nMr Bo Ström, Editor\n(video message)\n\n{footer.format(1)}\n"
        f"11.00 – 12.00 Panel: Tides\n\nPanellists\nMs Una Weir, Poet\n\n{footer.format(2)}"
    )
    assert names(facts) == {"Ama Boateng", "Bo Ström", "Una Weir"}
    assert {row.person for row in facts[Participation] if row.online} == {"person/bo-strom"}


def test_a_label_below_those_who_organise_is_no_body_of_theirs() -> None:
    facts = read(
        f"{HEAD}9.30 – 10.30 Panel: Fog\n\nChair: Ms Una Weir\n\nOrganising committee: Jonas Quist, Siiri Tamm, Bo Ström (Tide University Leith)\nSecretariat: Ms. Ama Boateng, conference assistant\n"
    )
    assert ("Bo Ström", None, "Tide University Leith", "") in posts(facts)
    assert not any("Secretariat" in row.name for row in facts[Organisation])


def test_a_label_before_a_sentence_is_running_text() -> None:
    text = "Comment: The figures of the lamps that are lit at night are those of the year before and may change."
    assert [block.kind for block in parse_report(f"Tides\n\n{text}\n").blocks] == ["heading", "paragraph"]


def test_the_title_of_a_paper_is_read_and_nobodys_post() -> None:
    facts = read(
        f"{HEAD}9.30 – 10.30 Panel: Fog\n\nSpeakers:\n• Jonas Quist (Tide Office, Malta)\nWho pays? Lessons of the Geneva Convention\n• Siiri Tamm (Ferry Institute)\nDirector of Tides\n"
    )
    assert "Director of Tides" in str(posts(facts))
    assert ("Jonas Quist", None, "Tide Office", "MLT") in posts(facts)
    assert [row for row in facts[Mention] if row.target.startswith("instrument/")]


def test_people_whose_lines_the_page_cuts() -> None:
    facts = read(
        f"{HEAD}9.30 – 10.30 Panel: Fog\n\nLead-off speakers: Lt. Cdr. Siiri Tamm (Harbour Guard Command); Ms. Ama\nBoateng (Public Prosecutor, Ghana); Mr. Bo Ström "
        "(Group A), Rapporteur of Group C\n"
    )
    assert names(facts) == {"Siiri Tamm", "Ama Boateng", "Bo Ström"}
    assert ("Ama Boateng", "Public Prosecutor", None, "GHA") in posts(facts)


def test_a_rank_before_the_name_is_no_post_where_one_stands_behind() -> None:
    facts = read(
        f"{HEAD}9.30 – 10.30 Panel: Fog\n\nSpeakers:\nChief Commissioner Ama Boateng\nInspector General, Ghana Harbour Police\nDeputy Minister Bo Ström, Malta\n"
    )
    assert ("Ama Boateng", "Inspector General", "Ghana Harbour Police", "GHA") in posts(facts)
    assert ("Bo Ström", "Deputy Minister", None, "MLT") in posts(facts)


def test_whoever_leads_the_day_stands_in_no_session() -> None:
    facts = read(
        f"{HEAD}Moderator of the day: Ama BOATENG (editor, Tide Radio)\n\n9.30 – 10.30 Panel: Fog\n\nSpeakers:\nBo Ström, Poet\nUna Weir, Poet\n"
    )
    assert parts(facts) == {("bo-strom", "speaker"), ("una-weir", "speaker")}
    assert ("Ama Boateng", "editor", "Tide Radio", "") in posts(facts)


LAYOUTS = {
    "columns set with blanks": (
        "TIME            SESSION                     LEAD\n09:00-09:15     Opening prayer and welcome        Hon. Ama Boateng, Minister of Ports, Ghana\n"
        "09:15-10:15     Session 1: Fog              Facilitator: Dr Bo Ström, Ferry Institute\n10:15-10:30     TEA\n",
        [("Opening prayer and welcome", "09:00", {("ama-boateng", "opening")}), ("Fog", "09:15", {("bo-strom", "moderator")})],
    ),
    "names with towns": (
        "9.15  Coffee\n9.30  Welcome\nAma Boateng (Northport) and Bo Ström (Bremen)\n\n9.45–11.15  Panel 1: Fog\nChair: Una Weir (Cork)\n"
        "Jonas Quist (Osaka): “Lamps by night”\n",
        [("Welcome", "09:30", {("ama-boateng", "opening"), ("bo-strom", "opening")}), ("Fog", "09:45", {("una-weir", "moderator"), ("jonas-quist", "speaker")})],
    ),
    "sessions in words": (
        "14:00–14:30   First session: Fog\n  Introductory presentation: Ms Ama Boateng, Poet\n  Discussion moderated by Mr Bo Ström, Editor\n\n"
        "14:30–15:00   Closing remarks by Ms Una Weir\n",
        [("Fog", "14:00", {("ama-boateng", "speaker"), ("bo-strom", "moderator")}), ("Closing remarks", "14:30", {("una-weir", "closing")})],
    ),
    "numbers with a point": (
        "11:00 am – 1:00 pm\nRoundtable 1.1: Fog\nModerator: Dr Ama Boateng (Ferry Institute)\nSpeakers: Ms Una Weir, Poet\n\nRoundtable 1.2: Tides\nRoom B\n"
        "Moderator: Mr Bo Ström\nSpeakers: Mr Jonas Quist, Poet\n",
        [("Fog", "11:00", {("ama-boateng", "moderator"), ("una-weir", "speaker")}), ("Tides", "11:00", {("bo-strom", "moderator"), ("jonas-quist", "speaker")})],
    ),
    "a row without its time": (
        "| Time | Session | Speakers |\n|---|---|---|\n| 10:00–11:30 | Panel 1A: Fog<br>Chair: Ama Boateng (Accra) | Una Weir (Cork), *Paper lamps*<br>Discussant: Siiri Tamm (Tartu) |\n"
        "| | Panel 1B: Tides<br>Chair: Bo Ström (Lund) | Jonas Quist (Osaka) |\n",
        [
            ("Fog", "10:00", {("ama-boateng", "moderator"), ("una-weir", "speaker"), ("siiri-tamm", "respondent")}),
            ("Tides", "10:00", {("bo-strom", "moderator"), ("jonas-quist", "speaker")}),
        ],
    ),
    "labels before dashes": (
        "### 09:00 – 09:30 | Opening\n\n- **Welcome remarks** – Ms. Ama Boateng, Director, Ghana\n- **Opening statement** – Mr. Bo Ström, Editor\n\n### 12:30 | Closing remarks\n\n"
        "Mr. Bo Ström\n",
        [("Opening", "09:00", {("ama-boateng", "opening"), ("bo-strom", "opening")}), ("Closing remarks", "12:30", {("bo-strom", "closing")})],
    ),
    "who leads in the line of the title": (
        "09:00 – 09:30 Opening, moderated by Ms. Ama Boateng (Ferry Institute)\nMr. Karl Hale – Minister for Ports, Malta\n\n09:30 – 10:30 Panel 1: Fog (moderator: Mr. Bo Ström, "
        "Ferry Union)\nMs. Una Weir – Director, Tide Office\n\n11:00 – 12:00 Panel 2: Tides – Chair: Ms. Siiri Tamm, Ferry Union\n• Mr. Jonas Quist, Poet\n",
        [
            ("Opening", "09:00", {("ama-boateng", "moderator"), ("karl-hale", "opening")}),
            ("Fog", "09:30", {("bo-strom", "moderator"), ("una-weir", "speaker")}),
            ("Tides", "11:00", {("siiri-tamm", "moderator"), ("jonas-quist", "speaker")}),
        ],
    ),
    "paper sessions": (
        "14.15 – 15.45     Parallel paper sessions (12 + 3 minutes each)\n\nSession 2A (Lamp Hall)\nFog and its costs\n\nChair: Una Weir, Lecturer in Tides, Ferry Institute\n\n"
        "∙ Jonas QUIST (University of Lund, Sweden)\nCounting buoys: the Ferry Pact at night\n∙ Siiri TAMM (Tide Office) – via Zoom\nWho rows?\n\nDiscussant: to be announced\n\n"
        "Session 2B (Room 7)\nRopes\n\n∙ Ama BOATENG (Quay Academy) and Bo STRÖM (Ferry Union)\nSix ropes a day\n\n17.00 – 17.30\nClosing\n\nSigning of the Quay Agreement between Malta "
        "and Ghana\n\nSummary by the rapporteur: Una WEIR\nClosing words: Mr. Karl HALE, Mayor of Leith\n\n18.30\nReception given by the Mayor of Leith\n(by invitation)\n",
        [
            ("Fog and its costs", "14:15", {("una-weir", "moderator"), ("jonas-quist", "speaker"), ("siiri-tamm", "speaker")}),
            ("Ropes", "14:15", {("ama-boateng", "speaker"), ("bo-strom", "speaker")}),
            ("Closing", "17:00", {("una-weir", "speaker"), ("karl-hale", "closing")}),
            ("Reception given by the Mayor of Leith", "18:30", set()),
        ],
    ),
    "talks with who gives them": (
        "11:45 – 13:00   Session 2: Ropes\n                Facilitators: Ms. Una Weir and Mr. Bo Ström (Ferry Union)\n                Case study 1: Leith – Mr. Jonas Quist, Deputy Mayor\n"
        "                A night on the quay — Ms. Siiri Tamm, Head of Lamps\n\n14:00–15:00\nROUND TABLE\nShore leave\n\nParticipants\nMs Ama Boateng, Senior Adviser, Ferry Institute\n"
        "Representative of Malta (tbc)\n\nModerator\nMr Karl Hale, journalist\n",
        [
            ("Ropes", "11:45", {("una-weir", "moderator"), ("bo-strom", "moderator"), ("jonas-quist", "speaker"), ("siiri-tamm", "speaker")}),
            ("Shore leave", "14:00", {("ama-boateng", "speaker"), ("karl-hale", "moderator")}),
        ],
    ),
    "paper sessions by number": (
        "11.30–13.00\nParallel paper sessions I (15 minutes each + discussion)\n\nSession 1A. Crews (Room 101)\nChair: Una Weir (University of Lund)\n\n- Jonas Quist (Tide Office)\n"
        "  Crewing agencies after the storm\n\nSession 1B. Health at sea (Room 104)\nChair: tbc\n\n- Siiri Tamm (Ferry Institute, Leith)\n  The ship's doctor as a poet\n",
        [("Crews", "11:30", {("una-weir", "moderator"), ("jonas-quist", "speaker")}), ("Health at sea", "11:30", {("siiri-tamm", "speaker")})],
    ),
    "who speaks below the title": (
        "09.30 – 10.15\nKeynote lecture\n\nThe lamp that waits: What three hundred years of fog\nteach about ports\n\nProf. Dr. Una WEIR, Chair of Comparative Tides,\nFerry Institute\n"
        "Chair: Mr. Bo STRÖM\n\n11.00 – 11.30\nBook presentation\nAn Atlas of Buoys\n\nAuthor: Dr. Jonas QUIST, Senior Research Fellow, Tide Office\nComment: Ms. Siiri TAMM, Editor\n",
        [
            (
                "The lamp that waits: What three hundred years of fog teach about ports",
                "09:30",
                {("una-weir", "keynote"), ("bo-strom", "moderator")},
            ),
            ("An Atlas of Buoys", "11:00", {("jonas-quist", "speaker"), ("siiri-tamm", "respondent")}),
        ],
    ),
    "a post of two lines before who holds it": (
        "09.30 – 10.15  SESSION I\nFog at sea\n\nThe session asks who lights the lamps. It hears of two ports and of what they paid.\n\n"
        "Panellists:\nChief Lamp Officer, Lamp Department, Ministry of Ports\nand Tides, Ghana: Ms Ama BOATENG\nMr Bo STRÖM, Director, Ferry Institute\n"
        "Minister of Bridges, Malta: H.E. Ms\nSiiri TAMM\nMr J. K. QUIST, Pilot, Tide Office\nMinister of Ports, Latvia (tbc)\n",
        [("Fog at sea", "09:30", {(name, "speaker") for name in ("ama-boateng", "bo-strom", "siiri-tamm", "j-k-quist")})],
    ),
    "who holds it and what is done in it": (
        "09.30 – 10.15  SIDE EVENT\nWho pays for fog?\nOrganised by Lamps for All and the Ferry\nInstitute\n\nMe Una WEIR – Lawyer, Ferry Union\n\n"
        "11.00 – 12.00  MINISTERIAL SEGMENT\nHandover of the lamp from Malta to Ghana;\nadoption of the Leith Call for Action\n\nChair: Ms Ama BOATENG\n\n"
        "12.00 – 12.15  CLOSING SESSION\nSummary by the rapporteur, Mr Bo STRÖM\n",
        [
            ("Who pays for fog?", "09:30", {("una-weir", "speaker")}),
            ("MINISTERIAL SEGMENT", "11:00", {("ama-boateng", "moderator")}),
            ("CLOSING SESSION", "12:00", {("bo-strom", "speaker")}),
        ],
    ),
    "a host": (
        "| 09.30 – 10.15 | **In conversation** – Ropes | Una Weir, nurse, Ferry Hospital and Bo Ström, Mayor, City of Leith, with Siiri Tamm (host) |\n",
        [("Ropes", "09:30", {("una-weir", "speaker"), ("bo-strom", "speaker"), ("siiri-tamm", "moderator")})],
    ),
    "a conversation": (
        "9:00 – 10:00 am\nKEYNOTE DIALOGUE\n“Who lights the lamps?”\n\nMs. Ama Boateng, novelist, in conversation with Mr. Bo Ström (Tide Radio)\n\n19.00  Conference dinner, Old Mill\n",
        [("“Who lights the lamps?”", "09:00", {("ama-boateng", "keynote"), ("bo-strom", "keynote")}), ("Conference dinner", "19:00", set())],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_of_programmes(layout: str) -> None:
    text, wanted = LAYOUTS[layout]
    facts = read(HEAD + text)
    found = {
        (row.title, row.start): {
            (part.person.removeprefix("person/"), part.role) for part in facts[Participation] if part.session == row.id
        }
        for row in facts[Session]
    }
    assert found == {(title, start): people for title, start, people in wanted}


def test_the_titles_of_a_programme_name_things_and_its_people_do_not() -> None:
    facts = read(
        "FERRY DAYS\nThird Plenary\n\nLeith Conference Centre\n\nThe Days are held in May. Working languages: English and French.\n\nTuesday, 2 May 2030\n\n"
        "| Time | Item | Speakers |\n|---|---|---|\n| 09:00 – 10:00 | **Panel 1** – Fog in Malta<br>With UNHCR and the Harbour Fund | Una Weir, Director, IOM, Ghana |\n"
        "| 10:00 – 11:00 | Closing: The Leith Call for Action | Bo Ström, Minister of Ports, Latvia |\n"
    )
    targets = {(row.section[-3:], row.target.split("/", 1)[1]) for row in facts[Mention]}
    assert targets == {
        ("ion", "ferry-days"),
        ("s01", "MLT"),
        ("s01", "office-of-the-united-nations-high-commissioner-for-refugees"),
        ("s01", "harbour-fund"),
        ("s02", "leith-call-for-action"),
    }


@pytest.mark.parametrize(
    ("printed", "times", "noted"),
    [
        ("09:00 – 10:75", ("09:00", None), True),
        ("25:00 – 26:00", (None, None), True),
        ("09.00 – 08.00", ("09:00", None), True),
        ("20:00 – 24:00", ("20:00", "00:00"), False),
        ("22:00 – 01:30", ("22:00", "01:30"), False),
        ("11:30 – 1:00", ("11:30", "13:00"), False),
    ],
)
def test_a_time_that_no_day_has_is_left_out_with_a_note(
    printed: str, times: tuple[str | None, str | None], noted: bool
) -> None:
    text = (
        f"Tidal Forum 2030\n\nAgenda\n\n3 June 2030\n\n{printed}  Panel 1: Fog at sea\n    Moderator: Ada Brook, Director, Port Office\n\n"
        "15:00 – 16:00  Panel 2: Gulls\n    Speaker: Tom Ferris, Director, Gull Office\n"
    )
    facts = read(text)
    sessions = {row.title: (row.start, row.end) for row in facts[Session]}
    assert sessions == {"Fog at sea": times, "Gulls": ("15:00", "16:00")}
    assert [printed in note.note for note in facts[Note]] == [True] * noted


def test_lines_without_a_blank_line_between_are_items_of_their_own() -> None:
    facts = read(
        "Tidal Forum 2030\nOslo, 3-4 June 2030\nTuesday, 3 June 2030\n09:00 – 10:00 Panel: Fog\nSpeaker: Ada Brook, Port Office\n"
        "Wednesday, 4 June 2030\n11.00 Panel: Reefs\nSpeaker: Tom Ferris, Reef Office\n11.30 Closing\n"
    )
    assert {(row.title, row.date, row.start) for row in facts[Session]} == {
        ("Fog", "2030-06-03", "09:00"),
        ("Reefs", "2030-06-04", "11:00"),
        ("Closing", "2030-06-04", "11:30"),
    }
    assert posts(facts) == {("Ada Brook", None, "Port Office", ""), ("Tom Ferris", None, "Reef Office", "")}


def test_a_network_s_programme_with_starts_rooms_and_angles() -> None:
    facts = read(
        "TIDAL FORUM\nProgramme\n\n3 June 2030\n\n8.45\nDoors open\n\n9.30\nWelcome words\n\n> Ada Brook, President, Port Office\n> Tom Ferris, Director, Gull Office\n\n"
        "10.00\nPLENARY 1\nWho lights the lamps?\n\nTwo crews tell of a night without oil.\n\nWith Una Weir (Fog Office), Karl Otieno (Reef Watch, Kenya) and Rosa Lima (lamp lighter, Oil Union)\n"
        "Moderator: Bo Ström, journalist\n\n14.45\nWORKSHOPS – FIRST ROUND (choose one)\n\nWorkshop 1 – Green Room (EN)\nOil: cheap or clean?\n\nFacilitator: Jonas van der Quist, Oil Union\n\n"
        "Workshop 2 – Blue Room (EN/FR)\nRopes that hold\n\nFacilitated by Leila den Tamm, Rope Guild\nResource person: Per Lind, Rope Guild\n\n"
        "20.00\nEvening at the pier: Dinner and film\nScreening of a film about lamps. The evening is offered by the port.\n\n"
    )
    assert [(row.title, row.format, row.start) for row in facts[Session]] == [
        ("Welcome words", "Welcome words", "09:30"),
        ("Who lights the lamps?", "PLENARY", "10:00"),
        ("Oil: cheap or clean?", "Workshop", "14:45"),
        ("Ropes that hold", "Workshop", "14:45"),
        ("Evening at the pier: Dinner and film", None, "20:00"),
    ]
    assert parts(facts) == {
        ("ada-brook", "opening"), ("tom-ferris", "opening"), ("una-weir", "speaker"), ("karl-otieno", "speaker"), ("rosa-lima", "speaker"),
        ("bo-strom", "moderator"), ("jonas-van-der-quist", "moderator"), ("leila-den-tamm", "moderator"), ("per-lind", "speaker"),
    }  # fmt: skip
