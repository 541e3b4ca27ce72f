"""The word tables and the lists of policy objects in data/reference keep the form that extraction relies on."""

from __future__ import annotations

import csv
import re

import pytest

from vmcgraph.resources import resource

HEADERS = {
    "honorifics": "form expanded language office source",
    "post_nominals": "form source",
    "name_particles": "form language source",
    "positions": "form language political modifier source",
    "function_words": "form language kinds source",
    "role_words": "form role kind language source",
    "session_formats": "form format kind language source",
    "reporting_verbs": "lemma forms kind stance weak language source",
    "instruments": "name acronym aliases text_aliases type country_parties org_parties source",
    "instrument_nouns": "word plural type strength source",
    "topics": "topic broader aliases source",
    "foreign_instrument_nouns": "word language type deal source",
    "foreign_capitals": "form language iso3 source",
    "foreign_topics": "topic language aliases source",
    "parties": "form country source",
}
INSTRUMENT_TYPES = {
    "law",
    "treaty",
    "compact",
    "policy framework",
    "strategy",
    "agreement",
    "partnership",
    "process/dialogue",
    "programme",
    "scheme",
    "centre/hub",
    "IT system",
    "fund",
    "platform",
    "report",
    "conference",
    "proposal",
}
LANGUAGES = {"en", "de", "it", "fr", "es", "pt", "nl", "pl", "cs", "tr"}
YES = {"", "yes"}
VALUES = {
    ("honorifics", "language"): LANGUAGES,
    ("honorifics", "office"): YES,
    ("positions", "language"): LANGUAGES,
    ("positions", "political"): YES,
    ("positions", "modifier"): YES | {"both"},
    ("role_words", "language"): LANGUAGES,
    ("role_words", "role"): {
        "speaker",
        "moderator",
        "keynote",
        "opening",
        "closing",
        "address",
        "respondent",
        "online",
        "contact",
        "service",
        "absent",
    },
    ("role_words", "kind"): {"label", "narrative", "bracket", "contact"},
    ("session_formats", "language"): LANGUAGES,
    ("session_formats", "kind"): {"session", "social", "break"},
    ("reporting_verbs", "language"): LANGUAGES,
    ("reporting_verbs", "kind"): {
        "says",
        "argues",
        "calls-for",
        "warns",
        "praises",
        "criticises",
        "agrees",
        "describes",
        "announces",
    },
    ("reporting_verbs", "stance"): {"", "supports", "critical", "mixed"},
    ("reporting_verbs", "weak"): YES,
    ("instruments", "type"): INSTRUMENT_TYPES,
    ("instrument_nouns", "type"): INSTRUMENT_TYPES,
    ("instrument_nouns", "strength"): {"strong", "weak"},
    ("foreign_instrument_nouns", "language"): {"de", "it"},
    ("foreign_instrument_nouns", "type"): INSTRUMENT_TYPES,
    ("foreign_instrument_nouns", "deal"): YES,
    ("foreign_capitals", "language"): {"de", "it"},
    ("foreign_topics", "language"): {"de", "it"},
}
MULTIVALUED = {"kinds", "forms", "aliases", "text_aliases", "country_parties", "org_parties"}
KEYS = {
    "reporting_verbs": "lemma",
    "instruments": "name",
    "instrument_nouns": "word",
    "foreign_instrument_nouns": "word",
    "topics": "topic",
    "foreign_topics": "topic",
    "parties": "form",
}


def read(table: str) -> tuple[list[str], list[dict[str, str]]]:
    with resource("data", "reference", f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        return list(reader.fieldnames or ()), list(reader)


def split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@pytest.mark.parametrize("table", HEADERS)
def test_header_and_cells(table: str) -> None:
    header, rows = read(table)
    assert header == HEADERS[table].split()
    assert rows
    for row in rows:
        assert None not in row and None not in row.values(), row
        assert row["source"], row
        for column, cell in row.items():
            assert cell == cell.strip(), (column, row)
            assert not cell.startswith(("=", "+", "-", "@")), (column, row)
            if column in MULTIVALUED:
                parts = split(cell)
                assert all(part and part == part.strip() for part in parts), (column, row)
                assert len(parts) == len(set(parts)), (column, row)


@pytest.mark.parametrize("table", HEADERS)
def test_a_form_stands_once_in_a_language(table: str) -> None:
    _, rows = read(table)
    keys = [(row[KEYS.get(table, "form")], row.get("language", "")) for row in rows]
    assert len(keys) == len(set(keys)), sorted({key for key in keys if keys.count(key) > 1})
    assert all(form for form, _ in keys)


@pytest.mark.parametrize(("table", "column"), VALUES)
def test_closed_lists(table: str, column: str) -> None:
    _, rows = read(table)
    assert {row[column] for row in rows} <= VALUES[table, column]


def test_particles_are_lower_case_and_honorifics_expand() -> None:
    assert all(row["form"] == row["form"].lower() for row in read("name_particles")[1])
    assert all(row["expanded"] for row in read("honorifics")[1])


def test_role_brackets_are_written_with_their_brackets() -> None:
    for row in read("role_words")[1]:
        assert (row["kind"] == "bracket") == (row["form"].startswith("(") and row["form"].endswith(")")), row
        assert row["role"] != "online" or row["kind"] == "bracket", row


def test_formats_are_slugs_of_one_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for row in read("session_formats")[1]:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row["format"]), row
        kinds.setdefault(row["format"], set()).add(row["kind"])
    assert all(len(found) == 1 for found in kinds.values()), kinds


def test_a_form_of_a_verb_belongs_to_one_lemma() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for row in read("reporting_verbs")[1]:
        assert split(row["forms"]), row
        for form in split(row["forms"]):
            owners.setdefault((form, row["language"]), set()).add(row["lemma"])
    assert not {form: lemmas for form, lemmas in owners.items() if len(lemmas) > 1}


def test_no_name_belongs_to_two_instruments() -> None:
    _, rows = read("instruments")
    owners: dict[str, set[str]] = {}
    for row in rows:
        for name in (row["name"], row["acronym"], *split(row["aliases"])):
            if name:
                owners.setdefault(name.casefold(), set()).add(row["name"])
    assert not {name: found for name, found in owners.items() if len(found) > 1}


def test_parties_are_countries_of_a_deal() -> None:
    countries = {row["iso3"] for row in read("countries")[1]}
    for row in read("instruments")[1]:
        parties = split(row["country_parties"])
        assert set(parties) <= countries, row
        assert len(parties) <= 3, row
        if parties:
            assert len(parties) + len(split(row["org_parties"])) >= 2, row


def test_legal_numbers_agree_with_their_source() -> None:
    """A regulation or directive that cites CELEX names the same year and number."""
    for row in read("instruments")[1]:
        celex = re.findall(r"\b3((?:19|20)\d\d)[RLD](\d{4})\b", row["source"])
        if row["type"] != "law" or not celex:
            continue
        numbers = re.findall(r"(\d+)/(\d+)", " ".join((row["name"], row["aliases"])))
        known = {(year, number.lstrip("0")) for year, number in celex}
        cited = {tuple(pair) for pair in numbers} | {pair[::-1] for pair in numbers}
        cited |= {(f"19{year}", number) for year, number in cited if len(year) == 2}
        assert not numbers or known & cited, row


def test_labels_of_other_languages_are_of_topics_that_exist() -> None:
    topics = {row["topic"] for row in read("topics")[1]}
    rows = read("foreign_topics")[1]
    assert {row["topic"] for row in rows} <= topics
    for language in ("de", "it"):
        labels = [label for row in rows if row["language"] == language for label in split(row["aliases"])]
        assert len(labels) == len(set(labels))


def test_broader_topics_exist_and_make_no_circle() -> None:
    _, rows = read("topics")
    broader = {row["topic"]: row["broader"] for row in rows}
    owners: dict[str, str] = {topic: topic for topic in broader}
    for row in rows:
        assert row["topic"] == row["topic"].lower(), row
        assert 5 <= len(split(row["aliases"])) <= 20, row
        for alias in split(row["aliases"]):
            assert owners.setdefault(alias.casefold(), row["topic"]) == row["topic"], alias
    for topic in broader:
        seen = {topic}
        while broader[topic]:
            topic = broader[topic]
            assert topic not in seen
            seen.add(topic)
