"""Pictures of tables hold what the tables hold, in their order, without colour, whatever is called how."""

from __future__ import annotations

import hashlib
import re
import struct
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from conftest import Run, told_by_hash_seeds

from vmcgraph.analysis import ANALYSES, Comparison, Matrix, Ranking, Table, analyse
from vmcgraph.catalogue import answer
from vmcgraph.charts import FORMS, check, plot
from vmcgraph.errors import ExportError, QueryError
from vmcgraph.home import shipped_graph
from vmcgraph.store import Store, open_store

if TYPE_CHECKING:
    from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "</text><script>alert(1)</script>",
    "$\\frac{1}{2}$ & $x_1$",
    "--> <!-- ]]> &lt;",
    "東京 山田",
    "نور الدين",
    "NUL\x00 and \x1b[31m",
    "half \ud800 pair \uffff",
    "two\nlines",
    "",
    "Ada \u202ekoorB\u202c \u2066Tom\u2069",
]
PAIRS = (
    (1, 1, "Ada", "Bea", 3, 2.0),
    (1, 2, "Ada", "Cy", 1, 0.5),
    (2, 2, "Cy", "Dan", 2, 1.0),
    (2, 2, "Cy", "Eve", 1, 0.25),
)
BY_COMMUNITY = Matrix("times", ("who", "with"), "strength", ("community", "and"))


def ranking(*rows: tuple[str, int]) -> Table:
    return Table(
        ("who", "ties"), rows, "Ties are counted.", "degree", "Who has ties.", "FF2031", "Read.", Ranking("ties")
    )


def matrix(*rows: tuple[int, int, str, str, int, float]) -> Table:
    return Table(("community", "and", "who", "with", "times", "strength"), rows, "Pairs.", chart=BY_COMMUNITY)


def words(svg: str) -> list[str]:
    return [text for each in ElementTree.fromstring(svg).iter(f"{SVG}text") if (text := "".join(each.itertext()))]


@pytest.fixture(scope="module")
def graph() -> Iterator[Store]:
    """Return the shipped graph."""
    with open_store(shipped_graph()) as store:
        yield store


# ---------------------------------------------------------------- what they hold


def test_a_ranking_has_the_rows_in_their_order_with_figures_note_and_sources() -> None:
    told = words(plot(ranking(("Tom Vale", 12), ("Ada Brook", 7), ("Mia Holt", 7))).svg())
    assert [each for each in told if each in ("Tom Vale", "Ada Brook", "Mia Holt")] == [
        "Tom Vale",
        "Ada Brook",
        "Mia Holt",
    ]
    assert {"12", "7", "ties", "Who has ties", "FF2031", "Ties are counted.", "Read."} <= {*told}


def test_only_the_first_are_drawn_and_the_caption_says_so() -> None:
    rows = [(f"Person {number:02}", 99 - number) for number in range(90)]
    told = words(plot(ranking(*rows), top=3).svg())
    assert "Person 02" in told and "Person 03" not in told and "The first 3 of 90." in told
    assert "The first 20 of 90." in words(plot(ranking(*rows)).svg())
    assert "The first 37 of 90." in words(plot(ranking(*rows), top=90).svg())  # a page holds no more


def test_a_matrix_has_both_directions_by_community_with_its_strongest() -> None:
    told = words(plot(matrix(*PAIRS)).svg())
    names = [each for each in told if each in ("Ada", "Bea", "Cy", "Dan", "Eve")]
    assert names == ["Ada", "Bea", "Cy", "Dan", "Eve"] * 2  # columns, rows
    counts = [each for each in told if each in "123"]
    assert sorted(counts) == sorted("3311" + "2211" + "12")  # each pair twice, and the numbers of two communities
    assert not any("with most" in each for each in told)
    told = words(plot(matrix(*PAIRS), top=3).svg())
    assert [each for each in told if each in ("Ada", "Bea", "Cy", "Dan", "Eve")] == ["Ada", "Bea", "Cy"] * 2
    assert any(each.startswith("The 3 of 5 with most strength; ties to those left out are not drawn.") for each in told)


def test_a_matrix_has_no_more_than_a_page_holds() -> None:
    """Each of 60 is paired with the next, and is the stronger the later."""
    told = words(plot(matrix(*((1, 1, f"p{at:02}", f"p{at + 1:02}", 1, float(at)) for at in range(59))), top=60).svg())
    assert any(each.startswith("The 40 of 60 with most strength") for each in told)
    assert sum(bool(re.fullmatch(r"p\d\d", each)) for each in told) == 2 * 40


def test_whoever_has_the_greatest_figures_comes_first_where_that_is_asked_for() -> None:
    rows = (("Ada", 1, 0), ("Tom", None, 5), ("Mia", 3, 1), ("Una", 2, 2))
    columns, chart = ("who", "said", "about"), Comparison(("who",), ("said", "about"), greatest=True)
    told = words(plot(Table(columns, rows, "Words.", chart=chart), top=3).svg())
    assert [each for each in told if each in ("Ada", "Tom", "Mia", "Una")] == ["Tom", "Mia", "Una"]  # 5, 4, 4 and 1
    assert "The 3 of 4 with most said + about." in told
    assert ANALYSES["voices"].chart == chart


def test_a_count_of_a_matrix_may_stand_beside_what_chance_would_bring() -> None:
    rows = (("X", "X", 3, 1.53125), ("X", "Y", 0, 2.0))
    chart = Matrix("ties", ("sector", "with"), "ties", expected="expected")
    told = words(plot(Table(("sector", "with", "ties", "expected"), rows, "Ties.", chart=chart)).svg())
    assert {"3", "(1.5)", "0", "(2)"} <= {*told}


def test_what_a_source_does_not_state_is_said_and_never_nought() -> None:
    rows = (("Iceland", "country", 4, None), ("Norway", "country", 2, 9), ("Malta", "country", None, 5))
    chart = Comparison(("who",), missing="not stated in this source")
    told = words(plot(Table(("who", "kind", "FF2031", "FF2032"), rows, "Places.", chart=chart)).svg())
    assert told.count("not stated in this source") == 2
    assert [each for each in told if each in ("FF2031", "FF2032")] == ["FF2031", "FF2032"] and "kind" not in told
    assert told.count("0") == 1  # on the axis


def test_marks_differ_by_more_than_colour_and_there_is_none() -> None:
    table = Table(("who", *"abcdefghij"), (("Ada", *range(1, 11)),), "Figures.", chart=Comparison(("who",)))
    for each in (table, matrix(*PAIRS), ranking(("Ada", 2))):
        colours = set(re.findall(r"(?:fill|stroke): #(\w{6})", plot(each).svg()))
        assert colours and all(colour[:2] == colour[2:4] == colour[4:] for colour in colours)
    from vmcgraph.drawing import _MARKS

    assert len({mark for mark, *_ in _MARKS}) == len(_MARKS) == 10


def test_every_analysis_with_a_picture_is_drawn_from_the_shipped_graph(graph: Store) -> None:
    for name, each in ANALYSES.items():
        if each.chart is not None:
            table = analyse(name, graph)
            told = " ".join(words(plot(table).svg()))
            assert each.title.removesuffix(".") in told and "Read from: " in told and table.note[:30] in told, name


# ---------------------------------------------------------------- hostile names


@pytest.mark.parametrize("form", FORMS.values())
def test_a_name_is_drawn_as_it_is_without_a_warning(form: str) -> None:
    rows = [(1, 2, name, f"other {number}", number, 1.0) for number, name in enumerate(HOSTILE)]
    figures = Table(("who", "$a$", "b"), tuple((name, 1, None) for name in HOSTILE), "$n$", chart=Comparison(("who",)))
    ranks = ranking(*((name, 3) for name in HOSTILE))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drawn = [getattr(plot(each), form)() for each in (ranks, matrix(*rows), figures)]
    if form == "svg":
        for svg in drawn:
            told = words(svg)
            assert "<script" not in svg and {*HOSTILE[:2], "東京 山田", "نور الدين", "two lines"} <= {*told}
            assert "Ada \ufffdkoorB\ufffd \ufffdTom\ufffd" in told and "(no name)" in told
            assert "NUL\ufffd and \ufffd[31m" in told and "half \ufffd pair \ufffd" in told
        assert {"$a$", "$n$"} <= {*told}


def test_a_long_name_loses_its_end_but_not_what_tells_it_from_another() -> None:
    long = "Ministry of " + "very " * 60
    told = words(plot(ranking((f"{long}(organisation/a)", 2), (f"{long}(organisation/b)", 1), ("B" * 300, 1))).svg())
    assert [each[-18:] for each in told if each.startswith("Ministry")] == ["… (organisation/a)", "… (organisation/b)"]
    assert any(re.fullmatch("B{20,60}…", each) for each in told)


# ---------------------------------------------------------------- files


def test_a_picture_is_the_same_bytes_for_two_hash_seeds() -> None:
    script = (
        "from vmcgraph.analysis import analyse; from vmcgraph.charts import plot; from vmcgraph.home import shipped_graph\n"
        "from vmcgraph.store import open_store; from hashlib import sha256\n"
        "store = open_store(shipped_graph())\n"
        "for name in ('degree', 'matrix', 'editions'): print(plot(analyse(name, store)).svg())\n"
        "print(sha256(plot(analyse('mixing', store)).png()).hexdigest())"
    )
    told = told_by_hash_seeds(script)
    assert len(told) == 1 and told.pop().count(b"</svg>") == 3


def test_the_users_settings_of_matplotlib_change_nothing_and_stay() -> None:
    import matplotlib

    usual = hashlib.sha256(plot(ranking(("Ada $x$", 2))).png()).digest()
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red", "text.parse_math": True, "savefig.dpi": 50}):
        assert hashlib.sha256(plot(ranking(("Ada $x$", 2))).png()).digest() == usual
        assert matplotlib.rcParams["font.size"] == 30


def test_an_svg_asks_for_nothing_from_outside_and_shows_itself() -> None:
    drawn = plot(matrix(*PAIRS))
    svg = drawn.svg()
    assert "<!DOCTYPE" not in svg and "<image" not in svg and "<dc:date>" not in svg
    assert not re.search(r'(?:href|src)="(?!#)', svg) and not re.search(r"url\((?!#)", svg)
    assert drawn._repr_svg_().startswith("<svg") and svg.endswith(drawn._repr_svg_())
    assert repr(plot(ranking(("Ada", 2)))) == "<picture of the analysis degree: Who has ties.>"


def test_a_png_has_its_size_and_dots_per_inch(tmp_path: Path) -> None:
    written = plot(matrix(*PAIRS)).write(tmp_path / "new" / "pairs.PNG")
    content = written.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", content[16:20]) == (1500,)
    at = content.index(b"pHYs") + 4
    assert struct.unpack(">IIB", content[at : at + 9]) == (7874, 7874, 1)  # to the metre: 200 to the inch
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["pairs.PNG"]


# ---------------------------------------------------------------- errors


def test_what_cannot_be_drawn_is_answered_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"“cuts” has no picture; there are pictures of degree, .*matrix"):
        check("cuts", "cuts.svg")
    with pytest.raises(QueryError, match="has no picture"):
        plot(Table(("who",), (("Ada",),), "Names.", "cuts"))
    with pytest.raises(QueryError, match="found nothing to draw"):
        plot(ranking())
    with pytest.raises(QueryError, match="at least 1"):
        plot(ranking(("Ada", 1)), top=0)
    for name in ("picture.pdf", "picture", ".svg"):
        with pytest.raises(ExportError, match=r"\.svg or \.png"):
            plot(ranking(("Ada", 1))).write(tmp_path / name)
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(ExportError, match="cannot be written"):
        plot(ranking(("Ada", 1))).write(tmp_path / "folder.svg")
    assert [each.name for each in tmp_path.iterdir()] == ["folder.svg"]


def test_without_matplotlib_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "vmcgraph.drawing", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for asked in (lambda: plot(ranking(("Ada", 1))), lambda: check("degree", "degree.svg")):
        with pytest.raises(ExportError, match=r'pip install "vmcgraph\[plot\]"$'):
            asked()


def test_the_command_draws_beside_the_table(run: Run, tmp_path: Path) -> None:
    done = run("analyse", "degree", "--top", "2", "--limit", "1", "--plot", str(tmp_path / "degree.svg"))
    assert done.stdout.startswith("who") and "degree.svg: With how many others each is tied" in done.stderr
    assert "The first 2 of" in (tmp_path / "degree.svg").read_text(encoding="utf-8")
    assert "there are pictures of" in run("analyse", "cuts", "--plot", "cuts.svg", cwd=tmp_path, exit_code=3).stderr
    assert ".svg or .png" in run("analyse", "degree", "--plot", "degree.pdf", cwd=tmp_path, exit_code=3).stderr
    assert "there is no analysis" in run("analyse", "fame", "--plot", "fame.svg", cwd=tmp_path, exit_code=2).stderr
    assert "“degre”; the nearest is degree" in run("analyse", "degre", exit_code=2).stderr
    run("analyse", "degree", "--top", "3", exit_code=2)
    run("analyse", "--list", "--plot", "list.svg", cwd=tmp_path, exit_code=2)
    empty = tmp_path / "empty.nt"
    empty.write_bytes(b"")
    done = run("analyse", "matrix", "--store", str(empty), "--plot", "none.svg", cwd=tmp_path)
    assert "nothing to count, so nothing is drawn" in done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["degree.svg", "empty.nt"]


# ---------------------------------------------------------------- in a browser

_OUTSIDE = """() => {
  const page = document.querySelector("svg").getBoundingClientRect();
  return [...document.querySelectorAll("text")].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < page.left || box.right > page.right || box.top < page.top || box.bottom > page.bottom;
  }).map(text => text.textContent);
}"""
_OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const over = [];
  boxes.forEach(([one, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 4) over.push([one, other]);
  }));
  return over;
}"""


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("betweenness", None),
        ("matrix", "people"),
        ("matrix", "organisations"),
        ("mixing", None),
        ("editions", None),
        ("voices", None),
    ],
)
def test_words_stay_on_the_page_and_apart(graph: Store, page: Page, name: str, view: str | None) -> None:
    page.set_content(plot(analyse(name, graph, view=view))._repr_svg_())
    assert page.locator("text").count() > 20
    assert page.evaluate(_OUTSIDE) == []
    assert page.evaluate(_OVERLAPPING) == []


def test_what_is_no_table_is_told(graph: Store) -> None:
    with pytest.raises(QueryError, match=r"a Solutions is not drawn; a table as vmcgraph\.analyse gives it is"):
        plot(answer(graph, "participants", {}))  # type: ignore[arg-type]
