"""From files to documents: exact text, page marks, blocks that leave nothing out, bad input in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmcgraph.errors import ReportError
from vmcgraph.reading import parse_report, read_report
from vmcgraph.reading.formats import html_source
from vmcgraph.sentences import sentences

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
REPORT = """Quay Forum 2031

Day 1

Tuesday, 4 March 2031

09.30 – 10.15 **Keynote conversation**
Harbours of the future
and their keepers

10.30 – 11.00 **Coffee break**

Keynote conversation

Harbours of the future and their keepers

ON STAGE

Ada Nkemelu, Director, Bridge Institute

MODERATION

Bo Ström, Editor, Quay Weekly

The first hour belonged to the keepers of small harbours, who spoke about tides, tariffs and the many forms that a visitor has to

“A harbour is a promise that somebody will be awake when you arrive, whatever the hour.”

Ada Nkemelu
Director, Bridge Institute

fill in before anybody asks for a name. Everybody agreed that this was too much.

Speakers

Ada Nkemelu
Director
Bridge Institute

Imprint

All rights reserved. No part of this booklet may be copied.
"""


def kinds(text: str) -> list[tuple[str, str]]:
    document = parse_report(text)
    return [(block.kind, text[block.start : block.end].strip().split("\n")[0]) for block in document.blocks]


@given(st.text())
def test_any_text_reads_and_its_blocks_cover_it_exactly_once(text: str) -> None:
    document = parse_report(text)
    assert "".join(text[block.start : block.end] for block in document.blocks) == text


@given(st.lists(st.sampled_from([*REPORT.split("\n"), "", "\ufeff", "| a | b |", "- x", "# y", "❶ Z, W", "\f"])))
def test_any_order_of_lines_reads(lines: list[str]) -> None:
    text = "\n".join(lines)
    document = parse_report(text)
    assert "".join(text[block.start : block.end] for block in document.blocks) == text
    assert all(part.start <= part.body and part.start <= part.end <= len(text) for part in document.parts)


def test_the_sorts_of_blocks() -> None:
    found = dict(reversed([(line, kind) for kind, line in kinds(REPORT)]))
    assert found["09.30 – 10.15 **Keynote conversation**"] == "agenda"
    assert found["ON STAGE"] == found["Ada Nkemelu, Director, Bridge Institute"] == "stage"
    assert found["“A harbour is a promise that somebody will be awake when you arrive, whatever the hour.”"] == "quote"
    assert ("quote-by", "Ada Nkemelu") in kinds(REPORT)
    assert ("card", "Ada Nkemelu") in kinds(REPORT)
    assert [kind for kind, line in kinds(REPORT) if line.startswith(("The first hour", "fill in before"))] == [
        "paragraph"
    ] * 2


def test_the_parts() -> None:
    document = parse_report(REPORT)
    assert [(part.kind, part.title) for part in document.parts if part.first_time] == [
        ("session", "Harbours of the future and their keepers"),
        ("session", ""),  # the coffee break
    ]
    texts = [part for part in document.parts if part.kind == "session" and not part.first_time]
    assert [(part.format, part.title) for part in texts] == [
        ("Keynote conversation", "Harbours of the future and their keepers")
    ]
    assert REPORT[texts[0].start :].startswith("Keynote conversation")
    assert [part.kind for part in document.parts][-2:] == ["speakers", "imprint"]


def test_sentences_go_on_behind_a_pull_quote_with_true_offsets() -> None:
    document = parse_report(REPORT)
    joined = [sentence for sentence in sentences(REPORT, document.blocks) if len(sentence.pieces) > 1]
    assert len(joined) == 1
    assert joined[0].text.endswith("visitor has to fill in before anybody asks for a name.")
    assert [REPORT[start:end] for start, end in joined[0].pieces][1].startswith("fill in before")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "latin-1"])
def test_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path.write_bytes(
        mark + ("Zoë Šimůnek" if encoding.startswith("utf") else "Zoë Müller à Genève, déjà vu").encode(encoding)
    )
    assert "Zoë" in read_report(path).text


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode())
    document = read_report(path)
    with path.open(encoding="utf-8", newline="") as handle:
        assert document.text == handle.read()
    assert [part.title for part in document.parts] == [part.title for part in parse_report(REPORT).parts]


def test_a_web_page_gives_its_main_text() -> None:
    page = b"""<html><head><title>T</title><script>var x = 'no';</script></head><body><nav><a>Menu</a></nav>
    <main><h1>Quay Forum</h1><p>We <b>met</b> &amp; spoke.</p><ul><li>Ada, Director</li><li>Bo</li></ul>
    <table><tr><td>09.00</td><td>Opening</td></tr></table>"""
    page += (
        b"<p>"
        + b"long text " * 30
        + b"</p></main><div class='cookie-banner'>Cookies!</div><footer>Foot</footer></body></html>"
    )
    text = html_source(page, "page.html")
    assert text.startswith("# Quay Forum\n\nWe met & spoke.\n\n- Ada, Director\n- Bo\n")
    assert "09.00 | Opening" in text
    assert not any(word in text for word in ("Menu", "Cookies", "Foot", "var x"))


def test_accents_behind_their_letters_are_set_into_them(tmp_path: Path) -> None:
    path = tmp_path / "apart.txt"
    path.write_text("Rene\u0301 Mu\u0308ller, ①, Å", encoding="utf-8", newline="")
    document = read_report(path)
    assert document.text == "René Müller, ①, Å"


def test_a_web_page_may_nest_deeply(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text(f"<html><body>{'<div>' * 1500}<p>Ada Brook<!-- no --> spoke.</p>{'</div>' * 1500}</body></html>")
    assert read_report(path).text == "Ada Brook spoke.\n"


def test_a_pdf_gives_pages_and_paragraphs() -> None:
    document = read_report(SAMPLES / "lakeside" / "report.pdf")
    assert document.pages[0] == 0
    assert all(document.text[start - 1] == "\f" for start in document.pages[1:])
    assert [part.kind for part in document.parts].count("session") > 7


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\n ", "holds no text"),
        ("binary.txt", b"\x7fELF\x00\x00\x01", "is binary, not text"),
        ("broken.pdf", b"%PDF-1.7\n1 0 obj\n<<", "is not a readable PDF"),
        ("text.pdf", b"no PDF at all", "is not a readable PDF"),
        ("empty.html", b"<html></html>", "holds no text; a report has text"),
    ],
)
def test_bad_input_is_one_line_that_names_the_file(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReportError) as caught:
        read_report(path)
    message = str(caught.value)
    assert said in message
    assert name in message
    assert "\n" not in message


def test_a_truncated_pdf_and_a_folder_are_refused(tmp_path: Path) -> None:
    whole = (SAMPLES / "lakeside" / "report.pdf").read_bytes()
    (tmp_path / "cut.pdf").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ReportError, match=r"cut\.pdf"):
        read_report(tmp_path / "cut.pdf")
    with pytest.raises(ReportError, match="a folder"):
        read_report(tmp_path)


def test_fifty_megabytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as handle:
        handle.truncate(50_000_000)
    with pytest.raises(ReportError, match="50 MB are too much"):
        read_report(path)
