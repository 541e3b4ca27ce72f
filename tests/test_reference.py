"""The reference tables: headers, codes, parents, types, and that every row says where it can be checked."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

REFERENCE = Path(__file__).resolve().parents[1] / "data" / "reference"

HEADERS = {
    "countries": (
        "iso3,iso2,name,aliases,demonyms,capital,ambiguous,eu_member,name_de,adjectives_de,name_it,adjectives_it,source"
    ),
    "places": "name,aliases,kind,country,ambiguous,source",
    "bodies": "name,acronym,aliases,type,country,parent,text_aliases,source",
    "body_nouns": "word,language,type,strength,unit,source",
}
MULTIVALUED = {
    "aliases", "demonyms", "capital", "name_de", "adjectives_de", "name_it", "adjectives_it", "text_aliases",
}  # fmt: skip
FLAGS = {"ambiguous", "eu_member", "unit"}
BODY_TYPES = {
    "ministry", "government", "EU institution", "EU agency", "international organisation", "NGO",
    "think tank", "university", "company", "network", "parliament/council", "other",
}  # fmt: skip
USER_ASSIGNED = {"XKX"}  # Kosovo: not in ISO 3166-1

Row = dict[str, str]


def load(table: str) -> list[Row]:
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, strict=True))


def values(row: Row, *columns: str) -> list[str]:
    """The single values of the given columns, multi-valued cells taken apart."""
    return [value for column in columns for value in row[column].split("|") if value]


def shared(rows: list[Row], key: str, *columns: str) -> dict[str, set[str]]:
    """The values that two different rows claim, with the keys of those rows."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for value in values(row, *columns):
            owners[value].add(row[key])
    return {value: keys for value, keys in owners.items() if len(keys) > 1}


@pytest.mark.parametrize("table", HEADERS)
def test_header(table: str) -> None:
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        assert next(csv.reader(handle)) == HEADERS[table].split(",")


@pytest.mark.parametrize("table", HEADERS)
def test_cells_are_clean(table: str) -> None:
    for row in load(table):
        assert None not in row and None not in row.values(), row  # as many cells as the header
        assert row["source"], row
        for column, cell in row.items():
            assert not cell.startswith(("=", "+", "-", "@")), (table, column, cell)
            parts = cell.split("|") if column in MULTIVALUED else [cell]
            assert len(parts) == len(set(parts)), (table, column, cell)
            for part in parts:
                assert part == part.strip() and "  " not in part and "\n" not in part, (table, column, cell)
                assert part or cell == "", (table, column, cell)
                assert "|" not in part, (table, column, cell)
            if column in FLAGS:
                assert cell in ("", "yes"), (table, column, cell)


def test_country_codes_are_well_formed_and_unique() -> None:
    rows = load("countries")
    for row in rows:
        assert re.fullmatch("[A-Z]{3}", row["iso3"]) and re.fullmatch("[A-Z]{2}", row["iso2"]), row
    for column in ("iso3", "iso2", "name"):
        assert max(Counter(row[column] for row in rows).values()) == 1, column


def test_country_codes_are_those_of_iso() -> None:
    pycountry = pytest.importorskip("pycountry")
    rows = load("countries")
    for row in rows:
        if row["iso3"] in USER_ASSIGNED:
            assert "user-assigned" in row["source"]
            continue
        country = pycountry.countries.get(alpha_3=row["iso3"])
        assert country is not None, row["iso3"]
        assert country.alpha_2 == row["iso2"]
        known = {country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")}
        assert known & {row["name"], *values(row, "aliases")}, (row["name"], known)


def test_no_country_form_is_shared() -> None:
    rows = load("countries")
    assert shared(rows, "iso3", "name", "aliases", "demonyms", "capital") == {}
    assert shared(rows, "iso3", "name_de", "adjectives_de") == {}
    assert shared(rows, "iso3", "name_it", "adjectives_it") == {}


def test_the_countries_of_the_world_and_of_the_union_are_there() -> None:
    rows = load("countries")
    assert len(rows) >= 193 + 4
    assert sum(row["eu_member"] == "yes" for row in rows) == 27
    assert {"PSE", "VAT", "XKX", "TWN", "HKG", "MAC"} <= {row["iso3"] for row in rows}


def test_names_that_mean_another_thing_are_left_out() -> None:
    rows = {row["iso3"]: row for row in load("countries")}
    assert rows["BEL"]["capital"] == ""  # "Brussels" stands for the EU
    assert rows["IRL"]["capital"] == ""  # "Dublin" stands for the Dublin system
    forms = {value for row in rows.values() for value in values(row, "name", "aliases", "demonyms")}
    assert forms.isdisjoint({"America", "Korea", "Korean", "Congolese", "Dominican", "DRC"})


def test_places() -> None:
    rows = load("places")
    codes = {row["iso3"] for row in load("countries")}
    assert shared(rows, "name", "name", "aliases") == {}
    assert max(Counter(row["name"] for row in rows).values()) == 1
    for row in rows:
        assert row["kind"] in {"region", "city", "sea"}, row
        assert row["country"] in codes | {""}, row


def test_no_place_is_a_country() -> None:
    countries = {value for row in load("countries") for value in values(row, "name", "aliases")}
    places = {value for row in load("places") for value in values(row, "name", "aliases")}
    assert countries & places == set()


def test_capitals_lie_in_their_country() -> None:
    where = {value: row["country"] for row in load("places") for value in values(row, "name", "aliases")}
    for row in load("countries"):
        for capital in values(row, "capital"):
            assert where.get(capital, row["iso3"]) == row["iso3"], capital


def test_bodies() -> None:
    rows = load("bodies")
    names = {row["name"] for row in rows}
    codes = {row["iso3"] for row in load("countries")}
    assert len(names) == len(rows)
    for row in rows:
        assert row["type"] in BODY_TYPES, row
        assert row["parent"] in names | {""} and row["parent"] != row["name"], row
        assert row["country"] in codes | {""}, row
        assert "|" not in row["name"] + row["acronym"], row


def test_no_body_form_is_shared() -> None:
    rows = load("bodies")
    assert shared(rows, "name", "name", "acronym", "aliases") == {}
    safe = {value: row["name"] for row in rows for value in values(row, "name", "acronym", "aliases")}
    for row in rows:
        for alias in values(row, "text_aliases"):
            assert alias not in safe, (row["name"], alias, safe[alias])


def test_no_body_is_a_country_or_place() -> None:
    bodies = {value for row in load("bodies") for value in values(row, "name", "acronym", "aliases")}
    for table, columns in (("countries", ("name", "aliases", "demonyms", "capital")), ("places", ("name", "aliases"))):
        assert bodies & {value for row in load(table) for value in values(row, *columns)} == set()


def test_the_parents_of_bodies_form_no_circle() -> None:
    parent = {row["name"]: row["parent"] for row in load("bodies")}
    for name in parent:
        seen = {name}
        while name := parent[name]:
            assert name not in seen, seen
            seen.add(name)


@pytest.mark.parametrize(
    ("name", "acronym", "parent"),
    [
        ("Directorate-General for Migration and Home Affairs", "DG HOME", "European Commission"),
        ("European Union Agency for Asylum", "EUAA", "European Union"),
        ("European Border and Coast Guard Agency", "Frontex", "European Union"),
        ("Office of the United Nations High Commissioner for Refugees", "UNHCR", "United Nations"),
        ("International Organization for Migration", "IOM", ""),
        ("International Centre for Migration Policy Development", "ICMPD", ""),
        ("Migration Policy Institute Europe", "MPI Europe", "Migration Policy Institute"),
    ],
)
def test_well_known_bodies(name: str, acronym: str, parent: str) -> None:
    row = next(row for row in load("bodies") if row["name"] == name)
    assert (row["acronym"], row["parent"]) == (acronym, parent)


def test_body_nouns() -> None:
    rows = load("body_nouns")
    assert max(Counter((row["word"], row["language"]) for row in rows).values()) == 1
    for row in rows:
        assert re.fullmatch("[a-z]{2}", row["language"]), row
        assert row["type"] in BODY_TYPES, row
        assert row["strength"] in {"strong", "weak"}, row
