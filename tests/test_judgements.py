"""Files of judgements: what a spreadsheet does to them, what is malformed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmcgraph.errors import ExtractionError
from vmcgraph.judgements import COLUMNS, csv_of, escaped, judgement_lines, parse_judgements, read_judgements, unescaped

HEAD = ",".join(COLUMNS)


@given(st.text())
def test_escaping_is_undone(cell: str) -> None:
    assert unescaped(escaped(cell)) == cell
    assert not escaped(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_what_is_written_is_read() -> None:
    lines = [
        ["set", "persons", "person/ada", "name", '=HYPERLINK("x")', "-1, a\nreason; with “all”", "3", "9"],
        ["keep", "", "", "", "", "'=", "3", "9"],
    ]
    text = csv_of(COLUMNS, lines)
    assert judgement_lines(parse_judgements(text)) == lines
    assert "\n=" not in text and ",=" not in text and ",-" not in text


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_files_of_spreadsheets_are_read(tmp_path: Path, separator: str, mark: bytes) -> None:
    rows = [
        [*COLUMNS, "Question"],
        ["REMOVE", "persons", "person/žak", "", "", "no person", "", "", "who?"],
        ["", "persons", "person/ada", "", "", "not decided", "", "", "who?", "another cell"],
        [""] * 9,
    ]
    file = tmp_path / "bill.csv"
    file.write_bytes(mark + "\r\n".join(separator.join(row) for row in rows).encode())
    (judgement,) = read_judgements(file)
    assert (judgement.action, judgement.id, judgement.place) == ("remove", "person/žak", f"{file} line 2")


def test_columns_may_stand_in_another_order() -> None:
    head, line = ",".join(reversed(COLUMNS)), "9,3,why,,,person/x,persons,remove"
    (judgement,) = parse_judgements(f"{head}\n{line}\n")
    assert (judgement.action, judgement.start, judgement.end) == ("remove", 3, 9)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("remove,persons,,,,why,,", "remove needs id"),
        ("same,persons,person/x,,,why,,", "same needs value"),
        ("set,persons,person/x,honorific,,why,,", "set needs value; null empties a column"),
        ("set,persons,person/x,,,why,,", "set needs column and value"),
        ("remove,,person/x,,,why,,", "no table ''; the tables are"),
        ("keep,persons,,,,why,,", "keep needs id"),
        ("keep,,,,,why,,", "keep needs start and end"),
        ("remove,persons,person/x,,,why,9,3", "the first before the second"),
        ("remove,persons,person/x,,,why,3,", "the first before the second"),
        ("remove,persons,person/x,,,why,x,y", "offsets of characters"),
        ("remove,persons,person/x,,,why,3,9, no person", "more cells than columns"),
        ('remove,persons,person/x,,,"why"s,,', "no CSV"),
    ],
)
def test_a_malformed_line_is_named(line: str, said: str) -> None:
    with pytest.raises(ExtractionError, match=said) as caught:
        parse_judgements(f'{HEAD}\n,,,,,"two\nlines",,\n{line}\n', "bill.csv")
    assert "bill.csv line 4" in str(caught.value)


def test_other_files_are_told(tmp_path: Path) -> None:
    file = tmp_path / "bill.csv"
    file.write_bytes(b"")
    with pytest.raises(ExtractionError, match="line 1: the columns are action,table,id"):
        read_judgements(file)
    file.write_bytes(HEAD.encode() + b"\n,,,,caf\xe9,,,\n")
    with pytest.raises(ExtractionError, match=r"bill\.csv line 2: not UTF-8; save it as"):
        read_judgements(file)
    with pytest.raises(ExtractionError, match="cannot be read"):
        read_judgements(tmp_path)
