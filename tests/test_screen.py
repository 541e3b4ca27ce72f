"""A card on the screen: exactly as worked out by hand for the invented conference, short, and harmless to a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from example_facts import FACTS
from test_profiles import changed, opened

from vmcgraph.errors import QueryError
from vmcgraph.home import shipped_graph
from vmcgraph.profiles import who
from vmcgraph.screen import screen
from vmcgraph.store import Store, open_store


@pytest.fixture(scope="module")
def graph() -> Iterator[Store]:
    """Return the graph of the Fjord Forum."""
    with opened(FACTS) as store:
        yield store


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def test_an_instrument(graph: Store) -> None:
    assert screen(who(graph, "CR")) == (
        "Crew Register – instrument\n"
        "  type: IT system\n"
        "  status: proposed\n"
        "  also printed: CR, the Register\n"
        "  named in the running text: 2× in 1 section\n"
        "\n"
        "Parties and other roles\n"
        "  funder: Norway – with a voice (FF2031, pp. 14–17)\n"
        "  operates in: Norway – with a voice (FF2031, pp. 14–17)\n"
        "  party: Harbour Council, Iceland – with a voice (FF2031, pp. 14–17)\n"
        "\n"
        "Relations\n"
        "  part of: Ferry Compact (FF2031, pp. 14–17)\n"
        "\n"
        "Who spoke about it\n"
        "  Ada Brook: stressed (supports) – Ferries (FF2031, 14 May 2031, pp. 14–17)\n"
        "\n"
        "What groups said of it\n"
        "  the panellists: agreed (critical) – Ferries (FF2031, 14 May 2031, pp. 14–17)\n"
        "\n"
        "Where the text names it\n"
        "  Ferries (FF2031, 14 May 2031, pp. 14–17): 2×"
    )


def test_what_a_person_said(graph: Store) -> None:
    assert (
        "Statements, in the order of the report\n"
        "  Ferries (FF2031, 14 May 2031, pp. 14–17)\n"
        "    stressed (supports): Crew Register, labour migration\n"
        "    quotation: Harbour Council\n"
        "\n"
    ) in screen(who(graph, "Ada Brook"))
    assert "    stressed, with Mia Holt: Iceland, night ferries\n" in screen(who(graph, "Tom Vale"))


def test_a_country_and_where_things_operate(graph: Store) -> None:
    shown = screen(who(graph, "Norway"))
    assert "  funder: Crew Register (FF2031, pp. 14–17)\n  site of: Crew Register (FF2031, pp. 14–17)\n" in shown
    # Told once, with its page.
    assert shown.count("member of") == 1 and "  member of: Harbour Council (FF2031, pp. 14–17)" in shown
    assert "  at the conference: with a voice\n" in shown


def test_a_topic(graph: Store) -> None:
    assert screen(who(graph, "night ferries")) == (
        "night ferries – topic\n"
        "\n"
        "Who spoke about it\n"
        "  Mia Holt, Tom Vale: stressed – Ferries (FF2031, 14 May 2031, pp. 14–17)"
    )


def test_a_chair_has_no_time_that_the_graph_holds() -> None:
    shipped = open_store(shipped_graph())
    shown = screen(who(shipped, "Denmark"))
    assert "  chairs (in the past, now or to come): Council of the European Union (VMC2024, pp. 61–63)" in shown
    assert "chaired by (in the past, now or to come): Cyprus, Denmark, Poland" in screen(who(shipped, "EU Council"))


def test_what_tells_nothing_is_not_told() -> None:
    shipped = open_store(shipped_graph())
    assert "also printed" not in screen(who(shipped, "FT")), "its acronym is its name"
    assert "type:" not in screen(who(shipped, "European Union")) and "– other" not in screen(who(shipped, "Austria"))
    assert "operating there: IOM, UNICEF" in screen(who(shipped, "Egypt"))


def test_who_asks_for_a_session_is_told_what_tells_of_it() -> None:
    told = r"“The next five years” is a session, The next five years: .* -p session=session/vmc2024/s15$"
    with pytest.raises(QueryError, match=told):
        who(open_store(shipped_graph()), "The next five years")


def test_a_section_is_cut_and_says_so(graph: Store) -> None:
    shown = screen(who(graph, "Ada Brook"), most=1)
    assert "stressed (supports)" in shown and "quotation" not in shown.partition("Statements")[2].partition("Ties")[0]
    assert "    stressed (supports): Crew Register, labour migration\n  … and 1 more (--all shows them)\n" in shown
    assert "--all" not in screen(who(graph, "Ada Brook"), most=None)
    assert "  … and 2 more (--all shows them)" in screen(who(graph, "Crew Register"), most=1)


def test_those_who_said_most_come_first_each_with_all_verbs(graph: Store) -> None:
    profile = who(graph, "Iceland")
    (joint,) = profile["said_about"]
    alone = {**joint, "speakers": ["Una Weir"]}
    profile["said_about"] = [joint, *[alone] * 3, {**alone, "verb": "doubted", "stance": "critical"}]
    assert (
        screen(profile)
        .partition("Who spoke about it\n")[2]
        .startswith(
            "  Una Weir: stressed 3×, doubted (critical) – Ferries (FF2031, 14 May 2031, pp. 14–17)\n"
            "  Mia Holt, Tom Vale: stressed – Ferries (FF2031, 14 May 2031, pp. 14–17)"
        )
    )


def test_a_verb_that_opens_its_sentence_is_shown_small(graph: Store) -> None:
    profile = who(graph, "Iceland")
    (said,) = profile["said_about"]
    profile["said_about"] = [{**said, "verb": "According to"}, {**said, "verb": "according to"}]
    assert "  Mia Holt, Tom Vale: according to 2× – Ferries" in screen(profile)


@pytest.mark.parametrize(("sections", "listed"), [(1, True), (5, True), (6, False)])
def test_where_a_body_is_named_is_told_with_its_pages(graph: Store, sections: int, listed: bool) -> None:
    profile = who(graph, "Harbour Council")
    named = [{**profile["mentions"][0], "title": f"Night {page}", "pages": f"p. {page}"} for page in range(sections)]
    shown = screen({**profile, "mentions": named})
    assert ("\n\nWhere the text names it\n  Night 0 (" in shown) is listed
    assert ("sections (FF2031, pp. 0, 1, 2, 3, 4, 5)" in shown) is not listed
    assert "Where the text names it" in screen({**profile, "mentions": named}, most=None)


def test_who_was_there_not_always_is_told_edition_by_edition(graph: Store) -> None:
    profile = who(graph, "Iceland")
    assert "\n  at the conference: with a voice\n" in screen(profile)
    profile["presence_by_edition"] |= {"FF2032": "with a voice", "FF2033": "talked about only"}
    told = "  at the conference: with a voice (FF2031, FF2032), talked about only (FF2033)\n"
    assert told in screen(profile)


def test_the_words_about_a_thing_are_shown_with_all(graph: Store) -> None:
    profile = who(graph, "Iceland")
    profile["said_about"][0]["words"] = "Nobody sails at night."
    assert "Nobody" not in screen(profile)
    assert "pp. 14–17)\n    “Nobody sails at night.”\n" in screen(profile, most=None)
    person = who(graph, "Tom Vale")
    person["said"][0]["words"] = "Nobody sails at night."
    assert "Iceland, night ferries “Nobody sails at night.”" in screen(person)


def test_people_of_a_body_who_were_most_on_stage_come_first() -> None:
    # Ada, of the same body, comes first by the alphabet, but was in one session only.
    def joined(row: Any) -> Any:
        moved = row.id == "affiliation/ff2031/mia-holt/848"
        return replace(row, organisation="organisation/harbour-council", country=None) if moved else row

    with opened(changed(joined)) as store:
        people = screen(who(store, "Harbour Council")).partition("first\n")[2].splitlines()
    assert [line.strip().partition(":")[0] for line in people[:2]] == ["Mia Holt", "Ada Brook"]


def test_nothing_that_a_report_names_is_a_command_to_the_terminal() -> None:
    def hostile(row: Any) -> Any:
        for field in ("name", "verb", "position", "title"):
            if getattr(row, field, None):
                row = replace(row, **{field: f"{getattr(row, field)}\x1b[31m\x07\r\n\x9b2J"})
        return row

    with opened(changed(hostile)) as store:
        for thing in ("instrument/crew-register", "topic/labour-migration", "person/ada-brook", "country/ISL"):
            shown = screen(who(store, thing), most=None)
            assert not any(unicodedata.category(char) == "Cc" for char in shown.replace("\n", ""))
            assert all(len(line) <= 100 for line in shown.splitlines())


@pytest.mark.parametrize(
    "name",
    [
        "ICMPD",
        "European Union",
        "United States",
        "Egypt",
        "Wael Badawi",
        "Nicole de Moor",
        "Eurodac",
        "labour migration",
    ],
)
def test_a_shipped_card_is_one_screen(name: str) -> None:
    with open_store(shipped_graph()) as store:
        profile = who(store, name)
    assert len(screen(profile).splitlines()) <= 60
