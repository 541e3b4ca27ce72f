"""What a form of words needs of a text, told without making a pattern of it."""

from __future__ import annotations

import re

import pytest

from vmcgraph.extraction.cues import Slots
from vmcgraph.extraction.foreignwordings import foreign_lexicon
from vmcgraph.extraction.wordings import lexicon

SLOTS = Slots({"who": r"<[CO]\d+>", "often": r"(?:now\s+|also\s+)*", "doing": r"runs?|ran"})


@pytest.mark.parametrize(
    ("form", "needed"),
    [
        (r"funded\s+by\s+{who}", [["funded"], ["<c", "<o"], ["by"]]),
        (r"(?:co-)?funded", [["funded"]]),  # what may be left out is not needed
        (r"fund(?:s|ed)?", [["fund"]]),
        (r"funds?", [["fund"]]),  # nor a last letter that may
        (r"{who}-(?:run|led)", [["-led", "-run"], ["<c", "<o"]]),
        (r"(?:by|from\s+the)\s+{often}{who}", [["<c", "<o"], ["by", "from"]]),
        (r"(?:by|\d+)\s+{who}", [["<c", "<o"]]),  # one branch needs no word
        (r"\w+ly\s+held", [["held"]]),  # "ly" begins no word
        (r"held(?!\s+back)(?=\s+in)", [["held"]]),  # what stands around is no part of it
        (r"\b[Cc]hair(?:man)?\b", [["chair"]]),
        (r"\b{doing}\s+it", [["ran", "run"], ["it"]]),
        (r"[^<>.;]{0,40}?", []),
        (r"a\s+[a-z]+", []),  # one letter tells nothing
    ],
)
def test_a_form_tells_what_a_text_must_hold(form: str, needed: list[list[str]]) -> None:
    assert [sorted(cue) for cue in SLOTS.cues(form)] == needed


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "<I1>, funded by <C2>, began."),
        ("en", "<I1> is <C2>-funded."),
        ("en", "<O1> and its partners launched the <I2>."),
        ("en", "<C1> joined the <I2> in 2031."),
        ("en", "The <I1> is part of the <I2>."),
        ("de", "<I1> wird von <O2> finanziert."),
        ("it", "<I1> è finanziato da <O2>."),
    ],
)
def test_no_wording_is_kept_from_a_sentence_that_it_finds(language: str, sentence: str) -> None:
    wordings = lexicon() if language == "en" else foreign_lexicon(language)
    finding = [wording for wording in wordings if re.search(wording.pattern, sentence)]
    assert finding
    small = sentence.lower()
    assert all(any(word in small for word in cue) for wording in finding for cue in wording.cues)


@pytest.mark.parametrize("language", ["en", "de", "it"])
def test_each_wording_needs_something(language: str) -> None:
    wordings = lexicon() if language == "en" else foreign_lexicon(language)
    assert all(wording.cues for wording in wordings)
