"""What the named questions answer: on the shipped graph by what the report says on the pages told, on invented graphs by hand.

The expected rows were read off the reports; each test says so where that is not plain from its rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from conference import forum
from example_facts import FACTS

from vmcgraph.bill import bill
from vmcgraph.catalogue import answer, questions
from vmcgraph.document import Span
from vmcgraph.home import shipped_graph
from vmcgraph.model import Paragraph
from vmcgraph.pipeline import Reading, shipped_facts
from vmcgraph.rdf import to_store
from vmcgraph.store import Store, open_store

Rows = list[tuple[str | None, ...]]


@pytest.fixture(scope="module")
def shipped() -> Iterator[Store]:
    """Return the graph that travels with the package."""
    with open_store(shipped_graph()) as store:
        yield store


@pytest.fixture(scope="module")
def fjord() -> Iterator[Store]:
    """Return the graph of the Fjord Forum."""
    with open_store() as store:
        store.replace(to_store(FACTS))
        yield store


@pytest.fixture(scope="module")
def forums() -> Iterator[Store]:
    """Return the graph of both holdings of the forum."""
    with open_store() as store:
        store.replace(to_store(forum()))
        yield store


def rows(store: Store, name: str, columns: str, **given: str) -> Rows:
    """Return some columns of an answer as texts, each row once, in its order."""
    places = [questions()[name].columns.index(column) for column in columns.split()]
    found = answer(store, name, given)
    texts = [tuple(None if row[at] is None else row[at].value for at in places) for row in found]  # type: ignore[union-attr]
    return list(dict.fromkeys(texts))


# ---------------------------------------------------------------- people and roles


def test_1_who_was_on_stage(shipped: Store) -> None:
    assert set(rows(shipped, "on-stage", "person role title pages", session="session/vmc2024/s03")) == {
        ("Gerhard Karner", "speaker", "Federal Minister of the Interior", "pp. 30–33"),
        ("Nikolaos Panagiotopoulos", "speaker", "Minister of Migration and Asylum", "pp. 30–33"),
        (
            "Nicole de Moor",
            "speaker",
            "State Secretary for Asylum and Migration, added to the Minister of Home Affairs, Institutional Reform and "
            "Democratic Renewal",
            "pp. 30–33",
        ),
        ("Michael Spindelegger", "moderator", "Director General", "pp. 30–33"),
    }
    # Those who moderated, of all sessions: as listed, or as their text says.
    assert {row[:2] for row in rows(shipped, "on-stage", "person pages role") if row[2] == "moderator"} == {
        ("Malin Frankenhaeuser", "pp. 26–29"),
        ("Michael Spindelegger", "pp. 30–33"),
        ("Sedef Dearing", "pp. 34–37"),
        ("Maegan Hendow", "pp. 38–43"),
        ("Sedef Dearing", "pp. 44–49"),
        ("Julien Simon", "pp. 44–49"),
        ("Martin Wagner", "pp. 50–54"),
        ("Marija Raus", "pp. 55–60"),
        ("Radim Žák", "pp. 61–63"),
        ("Jennifer Tangney", "pp. 68–73"),
        ("Ralph Genetzke", "pp. 74–76"),
        ("Ralph Genetzke", "pp. 77–81"),
        ("Sarah Schlaeger", "pp. 82–86"),
    }
    online = [person for person, online in rows(shipped, "on-stage", "person online") if online == "true"]
    assert online == ["Daniel Delgado"]
    # The takeaways of 2025 tell of no session.
    assert rows(shipped, "on-stage", "person", edition="vmc2025") == []
    # Those whose role a caption, the contents or prose tells have the title that stands there, or in the text on the session.
    for session, person, title in (
        ("session/vmc2024/dinner", "Ivan Vejvoda", "Permanent Fellow and Head of Europe's Futures programme"),
        ("session/vmc2024/reception", "Omar Al-Rawi", "Member"),
        ("session/vmc2024/s01", "Michael Spindelegger", "Director General"),
    ):
        assert (person, title) in rows(shipped, "on-stage", "person title", session=session)
    listed = rows(shipped, "on-stage", "at person role")
    assert len(listed) == len(set(listed))  # each with one title


def test_1_a_role_that_the_programme_tells_otherwise(fjord: Store) -> None:
    assert ("Ada Brook", "moderator", "speaker") in rows(fjord, "on-stage", "person role listed_as")
    assert rows(fjord, "on-stage", "person role", session="Tides") == [
        ("Una Weir", "keynote"),
        ("Mia Holt", "respondent"),
    ]


def test_2_who_moderated_though_listed_as_speaker(shipped: Store, fjord: Store) -> None:
    # The stage blocks of these five sessions have no line of moderators, and their text says who moderated.
    assert set(rows(shipped, "unlisted-moderators", "person pages")) == {
        ("Malin Frankenhaeuser", "pp. 26–29"),
        ("Sedef Dearing", "pp. 34–37"),
        ("Sedef Dearing", "pp. 44–49"),
        ("Julien Simon", "pp. 44–49"),
        ("Radim Žák", "pp. 61–63"),
        ("Ralph Genetzke", "pp. 74–76"),
    }
    assert rows(fjord, "unlisted-moderators", "person at") == [("Ada Brook", "Ferries")]


def test_3_where_a_person_appeared_and_under_which_titles(shipped: Store) -> None:
    found = rows(shipped, "appearances", "kind date appeared_as pages", person="Nicole de Moor")
    assert [row for row in found if row[0] != "title"] == [
        ("session", "2024-10-21", "speaker", "pp. 6–14"),
        ("session", "2024-10-22", "speaker", "pp. 30–33"),
    ]
    # Printed in full on the panel, shorter beside the quote from the dinner, and shortest in the list of speakers.
    titles = {str(title).removesuffix(", Belgium") for kind, _, title, _ in found if kind == "title"}
    short = "State Secretary for Asylum and Migration"
    middle = f"{short}, added to the Minister of Home Affairs, Institutional Reform"
    assert titles == {short, middle, f"{middle} and Democratic Renewal"}
    captions = rows(shipped, "appearances", "kind at appeared_as", person="Hugo Brady")
    assert ("caption", "Migration Futures Dinner", "seated next to") in captions


def test_3_in_two_editions(forums: Store) -> None:
    sessions = rows(forums, "appearances", "in_edition kind", person="Ada Brook")
    assert len({edition for edition, kind in sessions if kind == "session"}) == 2


def test_4_which_ministers_took_the_stage(shipped: Store, fjord: Store) -> None:
    # Mr Tusk is only talked about; a secretary of a ministry (Bangladesh) and a deputy permanent one are officials.
    assert rows(shipped, "ministers-on-stage", "country person rank") == [
        ("Austria", "Gerhard Karner", "minister"),
        ("Belgium", "Nicole de Moor", "state secretary"),
        ("Egypt", "Wael Badawi", "deputy"),
        ("Greece", "Nikolaos Panagiotopoulos", "minister"),
        ("Pakistan", "Chaudhry Salik Hussain", "minister"),
        ("Poland", "Maciej Duszczek", "deputy"),
    ]
    assert rows(shipped, "ministers-on-stage", "country", rank="state secretary") == [("Belgium",)]
    # Tom Vale is a former minister.
    assert rows(fjord, "ministers-on-stage", "person title sessions") == [("Una Weir", "Minister of Tides", "1")]


def test_5_which_organisations_sent_most_participants(shipped: Store) -> None:
    found = rows(shipped, "participants", "organisation type people role in_role")
    organiser = "International Centre for Migration Policy Development"
    assert found[0] == (organiser, "international organisation", "12", "moderator", "11")
    # Of the organiser's twelve only Mr Chirita moderated nothing. Geer, Antoons and Walsh; Luchner and Debussche
    # Valkovicova; Krastev and, at the dinner, Vejvoda. All others sent one.
    assert [row for row in found if row[2] != "1"] == [
        (organiser, "international organisation", "12", "moderator", "11"),
        (organiser, "international organisation", "12", "opening", "2"),
        (organiser, "international organisation", "12", "closing", "1"),
        (organiser, "international organisation", "12", "speaker", "1"),
        ("Fragomen", "company", "3", "speaker", "3"),
        ("European Commission", "EU institution", "2", "speaker", "2"),
        ("Institute for Human Sciences", "think tank", "2", "keynote", "1"),
        ("Institute for Human Sciences", "think tank", "2", "speaker", "1"),
    ]
    # Asked for a role, only those in that role count.
    assert rows(shipped, "participants", "organisation people in_role", role="moderator") == [(organiser, "11", "11")]
    keynotes = rows(shipped, "participants", "organisation people in_role", role="keynote")
    assert ("Institute for Human Sciences", "1", "1") in keynotes


# ---------------------------------------------------------------- ties


def test_6_with_whom_a_person_met(shipped: Store) -> None:
    # At the dinner she talked on stage with Mr Vejvoda, after Ms Schweiger had opened it. No caption names her.
    assert rows(shipped, "met", "other pages", person="Nicole de Moor", level="shared-stage") == [
        ("Gerhard Karner", "pp. 30–33"),
        ("Ivan Vejvoda", "pp. 6–14"),
        ("Michael Spindelegger", "pp. 30–33"),
        ("Nikolaos Panagiotopoulos", "pp. 30–33"),
        ("Raphaela Schweiger", "pp. 6–14"),
    ]
    # The captions of the dinner name 24 others.
    guests = rows(shipped, "met", "other pages", person="Nicole de Moor", level="same-social-event")
    assert len(guests) == 24 and {page for _, page in guests} == {"pp. 6–14"}
    assert {("Hugo Brady", "pp. 6–14"), ("Georgios Iliopoulos", "pp. 6–14"), ("Nina Gregori", "pp. 6–14")} <= set(
        guests
    )
    levels = {level for (level,) in rows(shipped, "met", "level", person="Nicole de Moor")}
    assert levels == {"shared-stage", "same-social-event"}
    # Three captions show her speaking with somebody, the last one together with Mr Simon.
    talked = {name for (name,) in rows(shipped, "met", "other", person="Sedef Dearing", level="conversed")}
    assert talked == {"Emmanouil Logothetis", "Haykanush Chobanyan", "Julien Simon", "Maria Pilar Méndez Jiménez"}


def test_6_each_context_with_its_level(fjord: Store) -> None:
    assert rows(fjord, "met", "other level at", person="Tom Vale") == [
        ("Ada Brook", "conversed", "photo caption (in conversation)"),
        ("Ole Lind", "shown-together", "photo caption (skipping stones)"),
        ("Ada Brook", "shared-stage", "Ferries"),
        ("Mia Holt", "shared-stage", "Ferries"),
        ("Ada Brook", "same-social-event", "Dinner"),
        ("Mia Holt", "same-social-event", "Dinner"),
        ("Ole Lind", "same-social-event", "Dinner"),
        ("Rex Fär", "same-social-event", "Dinner"),
    ]


def test_7_which_pairs_met_off_stage_only(shipped: Store, fjord: Store) -> None:
    # Seventeen captions say that people talk to each other. Left out are Mr Spindelegger, who talked with Mr Panagiotopoulos at the
    # dinner and moderated his panel, and Ms Dearing and Mr Simon, who moderated one together.
    assert _pairs(rows(shipped, "met-off-stage-only", "person other", level="conversed")) == _among(
        ("Wael Badawi", "Ruven Menikdiwela", "Nikolaos Panagiotopoulos"),
        ("Michael Spindelegger", "Wael Badawi"),
        ("Michael Spindelegger", "Ruven Menikdiwela"),
        ("Henrik Ankerstjerne", "Lukas Gehrke"),
        ("Eduard Gnesa", "Michele Amedeo"),
        ("Emmanouil Logothetis", "Sedef Dearing"),
        ("Malcolm Cutajar", "Franziska Kandolf"),
        ("Cecilia Lundström Carniel", "Annelie Stiglund", "Chris Upchurch"),
        ("Nina Gregori", "Peter Schuurman"),
        ("Colleen Thouez", "Raphaela Schweiger"),
        ("Gregory Maniatis", "Craig Damian Smith"),
        ("Jennifer Tangney", "Georgios Iliopoulos"),
        ("Pedro Gaspar", "Wael Badawi"),
        ("Haykanush Chobanyan", "Sedef Dearing"),
        ("Doncha O'Sullivan", "Andrew Munro"),
        ("Maria Pilar Méndez Jiménez", "Sedef Dearing"),
        ("Maria Pilar Méndez Jiménez", "Julien Simon"),
        ("Mari Juritsch", "Anita Strockmeijer"),
        ("Hanne Beirens", "Victoria Rietig"),
        ("Jaana Vuorio", "Henrik Ankerstjerne"),
    )
    assert _pairs(rows(shipped, "met-off-stage-only", "person other", level="shown-together")) == _among(
        ("Michael Schnitzler", "Lutz Hahn", "Wilhelm Brunner"),
        ("Craig Damian Smith", "Jassin Irscheid", "Radboud Reijn", "Eleanor Kennedy"),
        ("Paul Clewett", "Shonna Warren", "Hanne Beirens", "Jeroen Vandekerckhove"),
        ("Hugo Brady", "Andrew Munro", "Ivan Krastev"),
        ("Hugo Brady", "Mari Juritsch"),
    )
    assert rows(fjord, "met-off-stage-only", "person other level")[:3] == [
        ("Mia Holt", "Ole Lind", "shown-together"),
        ("Ole Lind", "Tom Vale", "shown-together"),
        ("Ada Brook", "Ole Lind", "same-social-event"),
    ]


def _pairs(found: Rows) -> set[frozenset[str | None]]:
    return set(map(frozenset, found))


def _among(*groups: tuple[str, ...]) -> set[frozenset[str | None]]:
    """Return every two of each group."""
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def test_8_how_strong_ties_are(shipped: Store, fjord: Store) -> None:
    found = rows(shipped, "tie-strength", "a b level count", person="Nicole de Moor")
    assert ("Gerhard Karner", "Nicole de Moor", "shared-stage", "1") in found
    assert all("Nicole de Moor" in pair for pair in found)
    # Who shares one stage with somebody shares it once; of one conference nothing more can be said.
    stages = rows(shipped, "tie-strength", "a b level observed verdict", person="Nicole de Moor")
    assert {row[3:] for row in stages if row[2] == "shared-stage"} == {("1", "too few to say")}
    assert "more than chance" not in {verdict for (verdict,) in rows(shipped, "tie-strength", "verdict")}
    # A tie has figures about chance or has not; where the graph has none, only the counts are told.
    figures = rows(shipped, "tie-strength", "observed expected p_value verdict")
    assert all(row == (None,) * 4 or row[3] for row in figures)
    assert rows(fjord, "tie-strength", "a b count")[0] == ("Ada Brook", "Tom Vale", "2")


def test_8_with_figures() -> None:
    with open_store() as store:
        store.replace(to_store(FACTS))
        found = {row[:2]: row[2:] for row in rows(store, "tie-strength", "a b observed expected p_value verdict")}
    # One session of theirs counts; the photo of it would count their meeting twice.
    observed, expected, p_value, verdict = found["Ada Brook", "Tom Vale"]
    assert (observed, verdict) == ("1", "too few to say")
    assert 0 < float(expected) <= 1
    assert 0 < float(p_value) <= 1


def test_9_who_bridges_sectors(shipped: Store) -> None:
    assert rows(shipped, "bridges", "person governments civil_society business") == [
        # Three ministers and, in a caption, Mr Badawi; Fragomen in the closing session.
        ("Michael Spindelegger", "4", "0", "1"),
        # In a caption the Belgian agency and two of the Seefar Foundation; Fragomen in the closing session.
        ("Hanne Beirens", "1", "2", "1"),
        # The ambassador of Greece in a caption, Fragomen and Eryk on her panel.
        ("Jennifer Tangney", "1", "0", "2"),
        # Two ministers on the panel; at the dinner Ms Schweiger of the Robert Bosch Stiftung.
        ("Nicole de Moor", "2", "1", "0"),
        # Captions with Mr Brady, Mr O'Sullivan of his department, and Mr Krastev, who also writes for the FT.
        ("Andrew Munro", "1", "0", "1"),
        # The Danish ministry and ECRE on the panel about external processing.
        ("Daniel Thym", "1", "1", "0"),
        ("Henrik Ankerstjerne", "1", "1", "0"),  # ECRE there; the Finnish service in a caption
        ("Hugo Brady", "1", "0", "1"),
        ("Ivan Vejvoda", "1", "1", "0"),
        ("Martin Wagner", "1", "1", "0"),
        ("Paul Clewett", "1", "1", "0"),
        ("Raphaela Schweiger", "1", "1", "0"),
        ("Shonna Warren", "1", "1", "0"),
    ]  # not Mr Karner: two ministers and the organiser


def test_10_chains(shipped: Store, fjord: Store) -> None:
    found = rows(shipped, "chains", "link from to pages", start="Ivan Krastev", end="Nicole de Moor")
    assert found == [
        ("1", "Ivan Krastev", "Malin Frankenhaeuser", "pp. 26–29"),
        ("2", "Malin Frankenhaeuser", "Michael Spindelegger", "pp. 22–24"),
        ("3", "Michael Spindelegger", "Nicole de Moor", "pp. 30–33"),
    ]
    assert rows(fjord, "chains", "chain link at", start="Una Weir", end="Ole Lind") == [
        ("Una Weir – Mia Holt – Ole Lind", "1", "Tides"),
        ("Una Weir – Mia Holt – Ole Lind", "2", "photo caption (seated next to)"),
    ]
    assert rows(fjord, "chains", "link at", start="Ada Brook", end="Tom Vale") == [
        ("1", "Ferries"),
        ("1", "photo caption (in conversation)"),
    ]
    # Who shares no stage and no caption with anybody has none; nor has one to oneself.
    assert rows(fjord, "chains", "chain", start="Una Weir", end="Rex Fär") == []
    assert rows(fjord, "chains", "chain", start="Una Weir", end="Una Weir") == []


def test_11_who_links_the_organiser_to_a_body(shipped: Store, fjord: Store) -> None:
    assert rows(shipped, "organiser-links", "of_organiser link of_body pages", organisation="UNHCR") == [
        ("Michael Spindelegger", "caption", "Ruven Menikdiwela", "pp. 6–14"),
        ("Sedef Dearing", "stage", "Ruven Menikdiwela", "pp. 34–37"),
    ]
    # The chair of the organiser's board is a partner of this group.
    both = rows(shipped, "organiser-links", "of_organiser link", organisation="Migration Experts Group")
    assert both == [("Eduard Gnesa", "posts at both")]
    assert rows(shipped, "organiser-links", "of_organiser link of_body pages", organisation="Fragomen") == [
        ("Jennifer Tangney", "stage", "Jo Antoons", "pp. 68–73"),
        ("Maegan Hendow", "stage", "Marc Geer", "pp. 38–43"),
        ("Michael Spindelegger", "stage", "Ana Sofia Walsh", "pp. 82–86"),
        ("Sarah Schlaeger", "stage", "Ana Sofia Walsh", "pp. 82–86"),
    ]
    assert rows(fjord, "organiser-links", "of_organiser link of_body at", organisation="Ministry of Ports") == [
        ("Ada Brook", "stage", "Mia Holt", "Ferries"),
        ("Una Weir", "stage", "Mia Holt", "Tides"),
    ]


# ---------------------------------------------------------------- countries


def test_12_which_countries_were_there(shipped: Store, fjord: Store) -> None:
    def countries(presence: str, edition: str) -> set[str | None]:
        return {name for (name,) in rows(shipped, "country-presence", "country", presence=presence, edition=edition)}

    assert countries("on stage", "vmc2024") == set(
        "Austria,Bangladesh,Belgium,Denmark,Egypt,Greece,Pakistan,Poland,United States".split(",")
    )
    assert countries("in the room only", "vmc2024") == set(
        "Armenia,Finland,Ireland,Malta,Netherlands,Portugal,Spain,Sweden".split(",")
    )
    # Named in the running text, not in the list of the organiser's members alone, and nobody came for them.
    assert countries("talked about only", "vmc2024") == set(
        "Afghanistan,Albania,Australia,Belarus,Brazil,Bulgaria,Canada,China,Colombia,Costa Rica,Cyprus,Czechia,Ecuador,Estonia,"
        "Georgia,Germany,Ghana,Guatemala,India,Iraq,Israel,Italy,Jordan,Kenya,Lithuania,Morocco,New Zealand,Nigeria,Russia,Rwanda,"
        "Saudi Arabia,Serbia,South Korea,Sudan,Türkiye,Uganda,Ukraine,United Kingdom".split(",")
    )
    # The takeaways tell of ten countries' representatives and in no session.
    assert countries("on stage", "vmc2025") == set()
    assert countries("in the room only", "vmc2025") == set(
        "Egypt,Iraq,Jordan,Mauritania,Moldova,Nigeria,North Macedonia,Pakistan,Philippines,Ukraine".split(",")
    )
    assert countries("talked about only", "vmc2025") == {"Syria", "United States"}
    # Iceland: Una Weir, Mia Holt, and somebody without a name, who does not count; Norway: Rex Fär at the dinner.
    assert rows(fjord, "country-presence", "presence country people") == [
        ("on stage", "Iceland", "2"),
        ("on stage", "Norway", "1"),
    ]
    # Ms de Moor spoke; whoever else came from Belgium is in a photo caption.
    assert ("Belgium", "1") in rows(shipped, "country-presence", "country people", presence="on stage")


def test_13_what_was_said_about_a_country(shipped: Store, fjord: Store) -> None:
    # Nobody is for or against the country: Mr Mordue hailed its efforts.
    found = rows(shipped, "said-about-country", "speaker verb stance pages", country="Egypt")
    assert {stance for _, _, stance, _ in found} == {"not stated"}
    assert [(speaker, verb, pages) for speaker, verb, _, pages in found] == [
        ("Ruven Menikdiwela", "pointed to", "pp. 34–37"),
        ("Wael Badawi", "warned", "pp. 44–49"),
        ("Wael Badawi", "referenced", "pp. 44–49"),
        ("Simon Mordue", "echoed", "pp. 44–49"),
        ("Simon Mordue", "hailed", "pp. 44–49"),
        ("Simon Mordue", "explained", "pp. 44–49"),
        ("Wael Badawi", "reinforced", "pp. 44–49"),
        ("Wael Badawi", "underscored", "pp. 44–49"),
        ("Wael Badawi", "highlighted", "pp. 44–49"),
        ("Wael Badawi", "explained", "pp. 44–49"),
        ("Michael Spindelegger", "noted", "pp. 82–86"),
        ("high-level representatives", "highlighting", None),  # of 2025, whose source has no pages
    ]
    assert {name for (name,) in rows(fjord, "said-about-country", "speaker", country="ISL")} == {"Mia Holt", "Tom Vale"}


def test_14_which_origin_and_transit_countries_spoke_for_themselves(shipped: Store) -> None:
    assert rows(shipped, "spoke-for-themselves", "country voice pages", edition="vmc2024") == [
        ("Bangladesh", "Md. Ruhul Amin", "pp. 64–67"),
        ("Egypt", "Wael Badawi", "pp. 44–49"),
        ("Pakistan", "Chaudhry Salik Hussain", "pp. 64–67"),
    ]
    # In 2025 the same ten as in the room, all without a name; the source has no pages.
    later = rows(shipped, "spoke-for-themselves", "country pages", edition="vmc2025")
    assert len(later) == 10 and ("Nigeria", None) in later


# ---------------------------------------------------------------- instruments


def test_15_what_an_instrument_is(shipped: Store, fjord: Store) -> None:
    found = rows(shipped, "instrument", "type role party pages", instrument="US Safe Mobility Initiative")
    assert {row[0] for row in found} == {"programme"} and {row[3] for row in found} == {"pp. 55–60"}
    # That it is of the United States, its name says.
    assert {row[1:3] for row in found} - {("implementer", "United States")} == {
        ("organiser", "U.S. Department of Homeland Security"),
        ("supporter", "U.S. Department of State"),
        ("supporter", "IOM"),
        ("supporter", "United Nations High Commissioner for Refugees"),
        ("operates in", "Guatemala"),
        ("operates in", "Costa Rica"),
        ("operates in", "Colombia"),
        ("operates in", "Ecuador"),
    }
    assert rows(fjord, "instrument", "type status role party", instrument="Crew Register") == [
        ("IT system", "proposed", "funder", "Norway"),
        ("IT system", "proposed", "operates in", "Norway"),
        ("IT system", "proposed", "party", "Harbour Council"),
        ("IT system", "proposed", "party", "Iceland"),
    ]
    assert rows(fjord, "instrument", "name role party", instrument="floating hubs") == [
        ("floating hubs", "proposer", "Ivo Past")
    ]


def test_16_who_spoke_about_an_instrument(shipped: Store, fjord: Store) -> None:
    assert rows(shipped, "said-about-instrument", "speaker verb kind pages", instrument="Eurodac") == [
        ("Nicole de Moor", "highlighted", "reported", "pp. 30–33"),
        ("Lorenzo Rinaldi", None, "quotation", "pp. 38–43"),
        ("Lorenzo Rinaldi", "emphasised", "reported", "pp. 38–43"),
        ("Tuba Bircan", "stressed", "reported", "pp. 38–43"),
        ("Johannes Luchner", "Describing", "reported", "pp. 74–76"),
        ("Nina Gregori", "argued", "reported", "pp. 77–81"),
    ]
    assert rows(fjord, "said-about-instrument", "speaker verb stance", instrument="CR") == [
        ("Ada Brook", "stressed", "supports"),
        ("the panellists", "agreed", "critical"),
    ]


def test_17_which_bilateral_agreements_are_named(shipped: Store) -> None:
    # What Belgium and Georgia have are initiatives; what Italy has in three countries, pilot projects.
    assert {row[:2] for row in rows(shipped, "bilateral-agreements", "a b name")} == {
        ("Albania", "Italy"),
        ("Austria", "India"),
        ("Austria", "Morocco"),
        ("Bangladesh", "Greece"),
        ("Bangladesh", "South Korea"),
        ("Denmark", "Rwanda"),
        ("Egypt", "European Union"),
        ("Egypt", "Greece"),
        ("Pakistan", "South Korea"),
        ("Rwanda", "United Kingdom"),
    }
    assert {row[:2] for row in rows(shipped, "bilateral-agreements", "a b", party="Austria")} == {
        ("Austria", "India"),
        ("Austria", "Morocco"),
    }


def test_18_on_which_instruments_speakers_disagree(shipped: Store, fjord: Store) -> None:
    # Open disagreement is about external processing, which is a topic and no instrument. Of the instruments, Ms Antoons criticises
    # the Talent Pool, but nobody speaks for it: Ms Debussche Valkovicova tells what it is for. Mr Duszczek has reservations
    # about the Pact and would yet implement it. So nothing has one speaker for it and another against.
    assert rows(shipped, "disagreements", "name") == []
    assert rows(fjord, "disagreements", "name supports critical") == [("Crew Register", "Ada Brook", "the panellists")]


def test_19_which_instruments_are_discussed_together(shipped: Store, fjord: Store) -> None:
    found = {frozenset(row[:2]): row[2:] for row in rows(shipped, "discussed-together", "a b statements sections")}
    convention_1951, protocol = "1951 Refugee Convention", "1967 Protocol relating to the Status of Refugees"
    twice = frozenset((convention_1951, protocol))
    assert found[twice] == ("2", "1")  # Ms Menikdiwela says so, and her quote beside it
    # All others that one statement names together do so in one statement only.
    assert {pair for pair, (statements, _) in found.items() if statements == "1"} == _among(
        (convention_1951, "Global Compact on Refugees"),
        (protocol, "Global Compact on Refugees"),
        ("Italy-Jordan pilot project", "Italy-Egypt pilot project", "Italy-Uganda pilot project"),
        (
            "Austria-India migration and mobility partnership agreement",
            "Austria-Morocco migration and mobility partnership agreement",
        ),
        ("AI Act", "Digital Services Act"),
        ("Global Compact on Migration", "Global Compact on Refugees"),
        ("Rabat Process", "EUROMED Migration", "Khartoum Process", "Talent Partnerships"),
        ("EU-Pakistan migration and mobility dialogue", "Talent Partnerships"),
        ("Bangladesh-South Korea partnership", "Pakistan-South Korea partnership"),
        ("Eurodac", "Pact on Migration and Asylum"),
        ("Eurodac", "Visa Information System", "Schengen Information System", "Entry/Exit System"),
        ("Joint Declaration on the Strategic and Comprehensive Partnership", "Pact on Migration and Asylum"),
    )
    convention = rows(shipped, "discussed-together", "a b statements", instrument="1951 Refugee Convention")
    assert {"1951 Refugee Convention", "1967 Protocol relating to the Status of Refugees"} == set(convention[0][:2])
    assert frozenset(("Blue Card scheme", "Khartoum Process")) not in found
    assert rows(fjord, "discussed-together", "a b statements sections") == [
        ("Crew Register", "floating hubs", "0", "1")
    ]


def test_20_eu_funding_and_the_organisers_implementation(shipped: Store, fjord: Store) -> None:
    # A German ministry pays for the Centres for Migration and Development, American departments run the Safe Mobility Initiative.
    organiser = "International Centre for Migration Policy Development"
    assert rows(shipped, "funding", "name role party pages") == [
        ("Belgium-Georgia initiative", "funder", "European Union", "pp. 30–33"),
        ("Belgium-Georgia initiative", "implementer", organiser, "pp. 30–33"),
        ("Migrant Resource Centres", "implementer", organiser, "pp. 55–60"),
        ("Migration Partnership Facility", "implementer", organiser, "pp. 68–73"),
        ("TechPro4Europe", "supporter", organiser, "pp. 68–73"),
    ]
    assert rows(fjord, "funding", "name role party") == [("Ferry Compact", "supporter", "Harbour Council")]


# ---------------------------------------------------------------- statements


def test_21_direct_quotes(shipped: Store, fjord: Store) -> None:
    assert rows(shipped, "quotes", "office pages", person="Nicole de Moor") == [
        ("minister", "pp. 6–14"),
        ("minister", "pp. 30–33"),
    ]
    # A quotation set apart for nearly everybody who spoke; not for those who only moderated, nor for Mr Vejvoda.
    quoted = rows(shipped, "quotes", "speaker pages")
    assert len(quoted) == 34 and len({speaker for speaker, _ in quoted}) == 33
    on_stage = {
        person for person, role in rows(shipped, "on-stage", "person role") if role in ("speaker", "keynote", "address")
    }
    assert on_stage - {speaker for speaker, _ in quoted} == {"Ivan Vejvoda", "Oleg Chirita"}
    # An undersecretary of state and an assistant minister are no ministers.
    assert set(rows(shipped, "quotes", "speaker pages", office="minister")) == {
        ("Nicole de Moor", "pp. 6–14"),
        ("Nicole de Moor", "pp. 30–33"),
        ("Gerhard Karner", "pp. 30–33"),
        ("Nikolaos Panagiotopoulos", "pp. 30–33"),
        ("Chaudhry Salik Hussain", "pp. 64–67"),
    }
    on_topic = rows(shipped, "quotes", "speaker pages", office="minister", topic="integration and social cohesion")
    assert on_topic == [("Nicole de Moor", "pp. 6–14")]
    assert rows(fjord, "quotes", "speaker about pages") == [("Ada Brook", "Harbour Council", "pp. 14–17")]
    assert rows(fjord, "quotes", "speaker", office="minister") == []


def test_22_what_groups_agreed_on(shipped: Store, fjord: Store) -> None:
    assert rows(shipped, "collective-agreements", "voice verb pages") == [
        ("the panellists", "agreed", "pp. 30–33"),
        ("the panellists", "emphasised", "pp. 30–33"),
        ("the panellists", "stressed", "pp. 30–33"),
        ("the speakers", "elaborated on", "pp. 38–43"),
        ("panellists", "cautioned", "pp. 38–43"),
        ("the panel", "underscored", "pp. 38–43"),
        ("proponents", "argue", "pp. 50–54"),
        ("panel", "examined", "pp. 50–54"),
        ("15 Member States", "urged", "pp. 50–54"),
        ("the panellists", "argued", "pp. 50–54"),
        ("the panel", "examined", "pp. 55–60"),
        ("both speakers", "highlighted", "pp. 64–67"),
        ("the speakers", "agreed", "pp. 68–73"),
        ("all panellists", "confirmed", "pp. 68–73"),
        ("the panellists", "characterised", "pp. 77–81"),
        ("the panellists", "anticipate", "pp. 77–81"),
        ("the panellists", "underlined", "pp. 77–81"),
        ("participants", "reaffirmed", "pp. 2–5"),
        ("experts", "stressing", "pp. 2–5"),
        ("attendees", "acknowledged", "pp. 2–5"),
        ("high-level representatives", "highlighting", None),
        ("participants", "agreed", None),
        ("participants", "stressed", None),
        ("participants", "examined", None),
    ]
    found = rows(shipped, "collective-agreements", "voice verb thing pages")
    assert ("the panellists", "agreed", "Pact on Migration and Asylum", "pp. 30–33") in found
    assert ("all panellists", "confirmed", "Talent Pool", "pp. 68–73") in found
    assert ("participants", "agreed", "returns and reintegration", None) in found
    one = rows(shipped, "collective-agreements", "pages", session="session/vmc2024/s12")
    assert one == [("pp. 68–73",)]
    assert rows(fjord, "collective-agreements", "voice thing single stance") == [
        ("the panellists", "Crew Register", "Ada Brook", "supports")
    ]


def test_23_which_calls_for_action_were_made(shipped: Store, fjord: Store) -> None:
    # Mr Krastev argues, notes and predicts. Where another verb of saying comes first, as before a second time that Ms de Moor
    # urges something and when Mr Karner calls on states, the statement has that verb.
    assert rows(shipped, "calls-for-action", "speaker verb pages") == [
        ("Nicole de Moor", "urged", "pp. 6–14"),
        ("Nicole de Moor", "suggested", "pp. 6–14"),
        ("Gerhard Karner", "called for", "pp. 30–33"),
        ("Nicole de Moor", "urged", "pp. 30–33"),
        ("Craig Damian Smith", "suggested", "pp. 38–43"),
        ("Simon Mordue", "advocated for", "pp. 44–49"),
        ("15 Member States", "urged", "pp. 50–54"),
        ("Henrik Ankerstjerne", "suggested", "pp. 50–54"),
        ("Catherine Woollard", "suggested", "pp. 50–54"),
        ("Jo Antoons", "proposed", "pp. 68–73"),
        ("Johannes Luchner", "Advocating for", "pp. 74–76"),
        ("Johannes Luchner", "suggested", "pp. 74–76"),
        ("Stefano Failla", "urged", "pp. 77–81"),
        ("Ana Sofia Walsh", "advocated for", "pp. 82–86"),
        ("Hanne Beirens", "advocated for", "pp. 82–86"),
    ]
    assert rows(fjord, "calls-for-action", "speaker") == []  # they stress and agree


# ---------------------------------------------------------------- trust


def test_24_what_is_new_between_editions(shipped: Store, forums: Store) -> None:
    found = rows(shipped, "between-editions", "change kind name")
    # North Macedonia is in the list of members of 2024, Syria is not named there.
    assert {name for change, kind, name in found if (change, kind) == ("new", "country")} == {
        "Mauritania",
        "Moldova",
        "Philippines",
        "Syria",
    }
    new = {name for change, kind, name in found if (change, kind) == ("new", "instrument")}
    assert new == {
        "Pact for the Mediterranean",
        "Return Regulation",
        "Ukrainian government's strategy",
        "Unity Hubs",
        "Vienna Migration Conference 2025",
    }
    assert [name for change, kind, name in found if (change, kind) == ("new", "organisation")] == [
        "European Central Bank"
    ]
    gone = {name for change, _, name in found if change == "not named again"}
    assert {"Rwanda", "Eurodac", "Fragomen"} <= gone
    assert "Pact on Migration and Asylum" not in new | gone
    # The source of 2025 names no person: nothing about people, and no title, can be told.
    assert "person" not in {kind for _, kind, _ in found}


def test_24_titles_and_roles_that_changed(forums: Store) -> None:
    there, back = (
        rows(forums, "between-editions", "change kind name what was now", before=before, after=after)
        for before, after in (("lf2031", "lf2032"), ("lf2032", "lf2031"))
    )
    assert [row[2:] for row in there if row[0] == "moved"] == [
        ("Ada Brook", "role", "moderator, opening", "speaker"),
        ("Ada Brook", "title", "Chief Pilot, Nordic Harbour Council", "Director, Ferry Workers' Union"),
        ("Ada Brook", "title", "Head Pilot, Nordic Harbour Council", "Director, Ferry Workers' Union"),
        ("Mira Sund", "role", "keynote", "speaker"),
    ]
    assert ("new", "person", "Ben Low", None, None, None) in there
    # Lena took the photographs of 2031 only: she did not act there, nor is she missed.
    assert {row[2] for row in there if row[:2] == ("not named again", "person")} == {
        "Ines Quay",
        "Olga Fell",
        "Otto Reed",
        "Paul Brook",
        "Tom Vale",
    }
    turned = {"new": "not named again", "not named again": "new", "moved": "moved"}
    assert {(turned[str(change)], *thing, now, was) for change, *thing, was, now in there} == set(back)
    assert rows(forums, "between-editions", "change", before="lf2031", after="lf2031") == []


def test_25_which_facts_rest_on_one_mention(shipped: Store, fjord: Store) -> None:
    # In the running text once; in a caption; or in the list of the organiser's members and nowhere else.
    pages = {
        "pp. 26–29": "Brazil,Israel,Saudi Arabia",
        "pp. 30–33": "Georgia,Morocco",
        "pp. 34–37": "Uganda",
        "pp. 44–49": "Kenya",
        "pp. 55–60": "Afghanistan,Colombia,Costa Rica,Ecuador,Guatemala",
        "pp. 61–63": "Cyprus,Lithuania",
        "pp. 68–73": "Australia",
        "pp. 77–81": "Estonia",
        "pp. 15–20": "Armenia,Finland",
        "p. 105": "Bosnia and Herzegovina,Croatia,Hungary,Romania,Slovakia,Slovenia,Switzerland",
        None: "Mauritania,Moldova",
    }
    expected = {(name, page) for page, names in pages.items() for name in names.split(",")}
    assert set(rows(shipped, "one-mention", "name pages", kind="country")) == expected
    # Two heads of government and an author are talked about; of Mr Vejvoda the text on the dinner tells. All others whom one
    # place names stand in captions or lists.
    persons = rows(shipped, "one-mention", "name basis", kind="person")
    assert {name for name, basis in persons if basis == "narrative"} == {
        "Donald Trump",
        "Donald Tusk",
        "Mario Draghi",
        "Ivan Vejvoda",
    }
    assert rows(fjord, "one-mention", "name basis", kind="country") == [
        ("Iceland", "narrative"),
        ("Norway", "narrative"),
    ]
    relations = {name for (name,) in rows(fjord, "one-mention", "name", kind="relation")}
    assert "Crew Register: part of Ferry Compact" in relations
    # Named in two places.
    assert "Ada Brook" not in {name for (name,) in rows(fjord, "one-mention", "name")}


def test_26_which_names_and_titles_contradict_each_other(shipped: Store) -> None:
    # The list of speakers prints another surname on the same office; a quote on pp. 55–60 adds "Central" to a title.
    assert rows(shipped, "contradictions", "name kind one other") == [
        (
            "Carsten Schmitz-Hoffmann",
            "title",
            "Director General for Central Europe, Mediterranean and Central Asia",
            "Director General for Europe, Mediterranean and Central Asia",
        ),
        ("Maciej Duszczek", "name", "Maciej Duszczek", "Maciej Duszczynka"),
    ]


def test_27_what_the_document_says_of_itself(shipped: Store, fjord: Store) -> None:
    assert rows(shipped, "claims", "counts says found agrees pages") == [
        ("countries", "90", None, "not known", "p. 105"),
        # 34 have another part than to moderate; without the two of the organiser who open the conference there are 32.
        ("distinguished speakers", "32", "34", "no", "pp. 2–5"),
        (
            "field and project offices",
            "28",
            None,
            "not known",
            "p. 105",
        ),  # so says the text, the figures beside it another
        ("field and project offices", "33", None, "not known", "p. 105"),
        ("in-person participants", "300", None, "not known", "pp. 2–5"),
        ("member states", "21", "21", "yes", "p. 105"),
        ("sessions", "15", "15", "yes", "pp. 2–5"),  # ten and five in the programme of the two days
        ("staff members", "500", None, "not known", "p. 105"),
        ("virtual attendees", "1500", None, "not known", "pp. 2–5"),
    ]
    # The takeaways of 2025 count nothing of their conference.
    assert rows(shipped, "claims", "counts", edition="vmc2025") == []
    assert rows(fjord, "claims", "counts says found agrees") == [
        ("guests", "40", None, "not known"),
        ("speakers", "6", "5", "no"),
    ]


def test_28_which_paragraphs_gave_no_fact(shipped: Store, fjord: Store) -> None:
    # Both are halves of paragraphs that a quotation set apart cuts in two: the lines about safeguards behind the quote of
    # Ms Bircan, and those about cooperation before the quote of Mr Salik Hussain. They name nobody and nothing.
    assert rows(shipped, "silent-paragraphs", "in_edition start end characters pages") == [
        ("Vienna Migration Conference 2024", "49983", "50202", "219", "pp. 38–43"),
        ("Vienna Migration Conference 2024", "95253", "95373", "120", "pp. 64–67"),
    ]
    assert len(rows(shipped, "silent-paragraphs", "start", least="200")) == 1
    # Each of the takeaways of 2025 names a country, a body or a topic.
    assert rows(shipped, "silent-paragraphs", "start", edition="vmc2025") == []
    # Of its two paragraphs the first holds evidence; around the second, from 490 to 590, places end at 480 and start at 600.
    assert rows(fjord, "silent-paragraphs", "section start end pages") == [("Ferries", "490", "590", "p. 18")]


def test_28_the_graph_and_the_bill_agree(shipped: Store) -> None:
    for facts in shipped_facts():
        doubts = bill(Reading(facts).corrected().facts)
        silent = [(str(doubt.start), str(doubt.end)) for doubt in doubts if doubt.kind == "no fact"]
        found = rows(shipped, "silent-paragraphs", "start end", edition=facts.slug)
        assert sorted(silent) == sorted(found)
        places = {(span.start, span.end) for row in Reading(facts).corrected().facts for span in _spans(row)}
        by_hand = [
            (str(row.start), str(row.end))
            for row in facts[Paragraph]
            if not any(start < row.end and end > row.start for start, end in places)
        ]
        assert set(found) <= set(by_hand)


def _spans(row: object) -> tuple[Span, ...]:
    return getattr(row, "evidence", ())
