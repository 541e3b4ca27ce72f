"""Text for people: within the width, nothing lost, nothing that a terminal or a spreadsheet would take for a command."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmcgraph.output import cell_text, clean, columns, day, separated, table, width_of, wrap

CELLS = st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), max_size=5)


@given(CELLS, st.integers(min_value=40, max_value=100))
def test_a_table_keeps_to_the_width(rows: list[list[str]], width: int) -> None:
    lines = table(["who", "with", "where"], rows, width).splitlines()
    assert all(width_of(line) <= width for line in lines)


@given(st.text(max_size=200), st.integers(min_value=2, max_value=100))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert all(width_of(line) <= width for line in lines)


@given(st.text(max_size=100))
def test_nothing_on_the_screen_is_a_command_to_it(text: str) -> None:
    assert not any(unicodedata.category(char) == "Cc" for char in clean(text))


def test_pages_stay_on_one_line() -> None:
    assert wrap("the session, pp. 26–29", 16) == ["the session,", "pp. 26–29"]


def test_the_last_column_of_a_wide_table_gets_the_room() -> None:
    lines = table(["who", "where"], [["a long name " * 8, "one place " * 20]], 80).splitlines()
    assert lines[1].count("-") <= 78
    three = table(["who", "with", "where"], [["a long name " * 8, "another name " * 8, "one place " * 20]], 100)
    assert [len(dashes) for dashes in three.splitlines()[1].split()] == [22, 22, 52]


@given(st.lists(st.lists(st.text(max_size=40), min_size=2, max_size=2), max_size=4))
def test_csv_can_be_read_back_and_holds_no_formula(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(separated(["a", "b"], rows, "csv"), newline="")))
    assert [[cell.removeprefix("'") for cell in row] for row in read[1:]] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in read for cell in row)


@given(st.lists(st.lists(st.text(max_size=40), min_size=2, max_size=2), max_size=4))
def test_tsv_has_a_line_a_row(rows: list[list[str]]) -> None:
    lines = separated(["a", "b"], rows, "tsv").removesuffix("\n").split("\n")
    assert [line.count("\t") for line in lines] == [1] * (len(rows) + 1)


@pytest.mark.parametrize(("stated", "used"), [("80", 80), ("300", 100), ("10", 40), ("0", 100)])
def test_the_terminals_width_is_used(monkeypatch: pytest.MonkeyPatch, stated: str, used: int) -> None:
    monkeypatch.setenv("COLUMNS", stated)
    assert columns() == used


@pytest.mark.parametrize("date", ["", "2024", "2024-10", "soon", "2024-10-xx", "2024-13-01", "2024-00-01"])
def test_what_is_no_whole_date_stays_as_it_is(date: str) -> None:
    assert day(date) == date


def test_a_figure_is_nought_only_if_it_is() -> None:
    assert [cell_text(each, 3) for each in (0.0, 0.0004, 6.04e-11, 0.5, 2.0, 3, None)] == [
        "0",
        "0.0004",
        "6.04e-11",
        "0.5",
        "2",
        "3",
        "",
    ]
