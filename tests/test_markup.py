"""Answers show themselves in a notebook: whole, escaped, and no longer than one reads."""

from __future__ import annotations

import pytest

from vmcgraph.catalogue import questions
from vmcgraph.markup import MOST, html_table
from vmcgraph.model import Country, Facts
from vmcgraph.store import Solutions, open_store


def test_text_is_escaped_everywhere() -> None:
    shown = html_table(["<b>"], [["<script>alert(1)</script>", None]], "A & B")
    assert shown == (
        "<table><thead><tr><th>&lt;b&gt;</th></tr></thead>"
        "<tbody><tr><td>&lt;script&gt;alert(1)&lt;/script&gt;</td><td></td></tr></tbody></table><p>A &amp; B</p>"
    )


@pytest.mark.parametrize(("rows", "more"), [(0, 0), (MOST, 0), (MOST + 1, 1), (MOST + 30, 30)])
def test_a_long_table_says_how_much_is_left_out(rows: int, more: int) -> None:
    shown = html_table(["n"], ([number] for number in range(rows)))
    assert shown.count("<td>") == min(rows, MOST)
    assert (f"… and {more} more" in shown) == bool(more)


def test_figures_are_told_with_three_digits() -> None:
    assert "<td>0.0544</td><td>1</td><td>3</td>" in html_table("abc", [[0.054365, 1.0, 3]])


def test_rows_of_an_answer_show_prefixes_and_plain_texts() -> None:
    sparql = 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (<https://w3id.org/vmcgraph/id/country/AUT> "A & B" UNDEF) } }'
    answer = open_store().query(sparql)
    assert isinstance(answer, Solutions)
    assert "<tr><td>id:country/AUT</td><td>A &amp; B</td><td></td></tr>" in answer._repr_html_()
    assert repr(answer) == "<Solutions: 1 rows of a, b, c>"


def test_facts_show_how_many_there_are_of_each_table() -> None:
    facts = Facts.of([Country(id="country/AUT", name="Austria", iso3="AUT")])
    assert facts._repr_html_().count("<tr>") == 2
    assert "<tr><td>countries</td><td>1</td></tr>" in facts._repr_html_()


def test_the_list_of_questions_shows_what_each_asks_and_takes() -> None:
    shown = questions()._repr_html_()
    assert "<td>appearances</td>" in shown
    assert "<td>person=PERSON</td>" in shown
    assert f"… and {len(questions()) - MOST} more" in shown
