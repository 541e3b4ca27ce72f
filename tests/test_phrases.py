"""How phrases and rare patterns are found in a text."""

from __future__ import annotations

import re

from vmcgraph.extraction.phrases import PhraseFinder, Text, matches_near


def found(finder: PhraseFinder, text: str, *edges: int) -> list[str]:
    return [phrase for _, _, phrase in finder.find(text, *edges)]


def test_the_longest_phrase_wins_and_none_overlaps() -> None:
    finder = PhraseFinder(["Harbour", "Harbour Trust", "Trust Fund"])
    assert found(finder, "the Harbour Trust Fund") == ["Harbour Trust"]


def test_a_phrase_stays_inside_the_stretch() -> None:
    assert found(PhraseFinder(["Harbour", "Harbour Trust"]), "the Harbour Trust", 0, 11) == ["Harbour"]


def test_a_phrase_ends_with_its_bracket_and_at_whole_words() -> None:
    finder = PhraseFinder(["Port Office (Lima)", "Port"])
    assert found(finder, "Port Office (Lima), Ports, Report, Port") == ["Port Office (Lima)", "Port"]


def test_an_article_gives_way_to_the_longer_name_behind_it() -> None:
    finder = PhraseFinder(["the Commission", "Commission on Ports"])
    assert found(finder, "the Commission on Ports met the Commission") == ["Commission on Ports", "the Commission"]


def test_finders_build_on_others() -> None:
    known = PhraseFinder(["Harbour Trust", "Quay"])
    finder = PhraseFinder(["Harbour Trust of Riga", "Pier"], besides=known)
    assert found(finder, "Harbour Trust of Riga, Harbour Trust, Quay, Pier") == [
        "Harbour Trust of Riga",
        "Harbour Trust",
        "Quay",
        "Pier",
    ]
    assert found(known, "Harbour Trust of Riga, Pier") == ["Harbour Trust"]


def test_a_finder_looks_through_one_text_after_another() -> None:
    finder = PhraseFinder(["Quay"])
    assert [found(finder, text) for text in ("a Quay", "no", "Quay")] == [["Quay"], [], ["Quay"]]


def test_a_text_in_small_letters_has_the_same_offsets() -> None:
    assert Text("The QUAY").small == "the quay"
    assert Text("İzmir QUAY").small == "İzmir QUAY"  # its first letter has two characters in small letters
    assert Text("The QUAY").spans("qua", "pier") == [(4, 8)]


def test_stretches_are_told_by_their_words() -> None:
    text = Text("A quay. Two piers. A mole.")
    assert text.stretches_with([(0, 7), (8, 18), (19, 26)], "pier", "mol") == {(8, 18), (19, 26)}
    assert [match[0] for match in text.matches(re.compile("[mp]ole"), "mole")] == ["mole"]
    assert not list(text.matches(re.compile("[mp]ole"), "pole"))


def test_near_what_is_rare_a_pattern_finds_what_it_finds_anywhere() -> None:
    pattern, text = (
        re.compile(r"[A-Z]\w+ Fund(?: of [A-Z]\w+)?"),
        "No. The Quay Fund and, at once, the Pier Fund of Riga. A Fund",
    )
    near = matches_near(pattern, Text(text).spans("fund"), text, before=20, after=30)
    assert [match[0] for match in near] == [match[0] for match in pattern.finditer(text)]
