"""What a report prints, as an answer shows it: marks of Markdown and doubled quotation marks are gone, all else stays."""

from __future__ import annotations

import pytest

from vmcgraph.wording import as_shown, quoted


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Ada Brook**, Head of Ports", "Ada Brook, Head of Ports"),
        ("**Ada Brook** – *Head* of [Ports](https://ports.example/a_b)", "Ada Brook – Head of Ports"),
        ("_Ropes_ and __knots__.", "Ropes and knots."),
        ("### Ropes\n\n> hold", "Ropes hold"),
        ("Ropes<br/>and knots", "Ropes and knots"),
        ("“Ropes hold.”", "Ropes hold."),
        ("„Seile halten.“", "Seile halten."),
        ("«Le funi tengono».", "Le funi tengono."),
        ("“Ropes hold”,", "Ropes hold"),
        # What is no mark stays.
        ("2 * 3 = 6, 4*5 = 20", "2 * 3 = 6, 4*5 = 20"),
        ("the file rope_and_knot.txt", "the file rope_and_knot.txt"),
        ("Brook’s ropes don't hold", "Brook’s ropes don't hold"),
        ("“Ropes”, she said, “hold.”", "“Ropes”, she said, “hold.”"),
        ("She called it “a start”.", "She called it “a start”."),
        ("", ""),
    ],
)
def test_as_shown(printed: str, shown: str) -> None:
    assert as_shown(printed) == shown


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("“Ropes hold.”", "“Ropes hold.”"),
        ("Ropes hold.", "“Ropes hold.”"),
        ("“Ropes”, she said, “hold.”", "“‘Ropes’, she said, ‘hold.’”"),
        ('It was (a) "fine" rope', "“It was (a) ‘fine’ rope”"),
        ("Das sei „fein“ gewesen", "“Das sei ‘fein’ gewesen”"),
    ],
)
def test_quoted(printed: str, shown: str) -> None:
    assert quoted(printed) == shown
