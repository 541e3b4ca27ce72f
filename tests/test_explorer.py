"""The network page: one file that asks for nothing, shows its evidence, and survives any name. All people are invented."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pypdfium2
import pytest
from conftest import ROOT, watch

from vmcgraph import explorer
from vmcgraph.errors import ExportError
from vmcgraph.explorer import OfflineNetwork, network_page, render_network, to_pyvis
from vmcgraph.home import shipped_graph
from vmcgraph.network import project
from vmcgraph.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

FIRST = ("Anna", "Mehmet", "Zoë", "Małgorzata", "Søren", "José", "Ayşe", "Kwame", "Leïla", "Tomáš", "Ingrid")
LAST = ("Müller", "Öztürk", "Ångström", "Kowalczyk", "Benali", "Groß", "Novák", "Mensah", "Ortega", "Demir", "Beridze")
FACTS = {
    "view": "people",
    "title": "Who shared a stage in Testburg",
    "lang": "en",
    "caveat": "Sharing a session is not a relationship.",
    "editions": {"t2024": "Testburg 2024", "t2025": "Testburg 2025"},
    "levels": [
        ["conversed", "in conversation in a photo caption", 1],
        ["shared-stage", "shared a stage (one session)", 2],
    ],
    "strength": "Width counts sessions and captions.",
    "size": "Size counts appearances.",
    "note": "Left out: photographers.",
}


def person(number: int) -> str:
    return f"https://example.org/person/{number}"


def context(
    where: str, edition: str = "t2024", level: str = "shared-stage", roles: str = "moderator – speaker"
) -> dict[str, str]:
    return {
        "level": level,
        "edition": edition,
        "where": where,
        "date": f"{edition[1:]}-10-22",
        "pages": "pp. 26–29",
        "roles": roles,
        "basis": "listed in the stage block",
        "span": "characters 100–160 of the report",
    }


def conference(sessions: int = 22) -> nx.Graph[str]:
    """Return as many sessions, half of them in each edition, of five people and one who was on an earlier stage."""
    graph: nx.Graph[str] = nx.Graph(**copy.deepcopy(FACTS))
    for number in range(sessions * 5):
        name = f"{FIRST[number % 11]} {LAST[(number // 11 + number) % 11]}"
        appearances: list[dict[str, str]] = []
        graph.add_node(
            person(number),
            label=name,
            kind="person",
            aliases=[name.split()[1], f"Dr {name}"],
            lines=[f"Head of Unit {number}", "Testland"],
            appearances=appearances,
        )
    for number in range(sessions):
        on_stage = [*range(number * 5, number * 5 + 5), *([number * 5 - 8] if number > 1 else [])]
        told = context(f"Panel {number}", "t2024" if number < sessions // 2 else "t2025")
        for one in on_stage:
            role = {"role": "moderator" if one == on_stage[0] else "speaker"}
            graph.nodes[person(one)]["appearances"].append({**told, **role})
        for one, other in combinations(map(person, on_stage), 2):
            graph.add_edge(one, other, level="shared-stage", weight=1, contexts=[told])
    # Anna Müller (0) and Mehmet Ångström (1) also talked at the dinner, and met again a year later.
    more = [context("Dinner", level="conversed", roles="in conversation"), context("Panel 21", "t2025")]
    graph.edges[person(0), person(1)].update(level="conversed", contexts=[*more, context("Panel 0")])
    for key, attributes in graph.nodes(data=True):
        attributes["weight"] = float(len(attributes["appearances"]))
        attributes["editions"] = sorted({appearance["edition"] for appearance in attributes["appearances"]})
        assert graph.degree[key]
    return graph


def sessions_view() -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph(**{**FACTS, "levels": [["took-part", "took part in the session", 1]]})
    for number in range(12):
        graph.add_node(person(number), label=f"{FIRST[number % 11]} {LAST[number % 7]}", kind="person", weight=1.0)
        session = f"https://example.org/session/{number // 4}"
        graph.add_node(session, label=f"Panel {number // 4}", kind="session", weight=4.0)
        told = context(f"Panel {number // 4}", level="took-part", roles="speaker")
        graph.add_edge(person(number), session, level="took-part", weight=1, contexts=[told])
    return graph


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    return json.loads(found[1])


def without_scripts(page: str) -> str:
    return re.sub(r"<script\b.*?</script>", "", page, flags=re.S)


# ---------------------------------------------------------------- the file


def test_the_page_names_nothing_outside() -> None:
    page = network_page(conference())
    outside_of_scripts = without_scripts(page)
    assert not re.search(r"https?:|//[a-z]", outside_of_scripts)
    assert set(re.findall(r'(?:src|href)="([^"]*)"', outside_of_scripts)) == {"data:,", "#table"}
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    assert style and "@import" not in style[1] and "url(" not in style[1]
    assert "sourceMappingURL" not in page
    assert "@license" in page, "the licence of vis-network stays with it"


def test_the_policy_lets_only_this_page_run() -> None:
    page = network_page(conference())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        allowed = re.search(rf"{directive} ([^;]*)", policy[1])
        texts = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        assert allowed and allowed[1] == " ".join(f"'sha256-{one}'" for one in hashes)
    assert "default-src 'none'" in policy[1] and "unsafe" not in policy[1]
    assert not re.search(r'\s(style|on[a-z]+)="', without_scripts(page))


def test_the_page_has_a_title_a_language_and_a_heading_once() -> None:
    page = network_page(conference(), date="22 November 2026")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>Who shared a stage in Testburg</title>" in page
    assert len(re.findall("<h1", page)) == 1
    assert "As of <bdi>22 November 2026</bdi>" in page
    assert "As of" not in network_page(conference())


def test_the_graph_is_left_alone() -> None:
    graph = conference()
    before = copy.deepcopy((graph.graph, dict(graph.nodes(data=True)), list(graph.edges(data=True))))
    network_page(graph)
    assert before == (graph.graph, dict(graph.nodes(data=True)), list(graph.edges(data=True)))


def test_parallel_ties_are_kept_and_bent() -> None:
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    graph.add_edge("a", "b", contexts=[context("Morning")])
    graph.add_edge("b", "a", contexts=[context("Evening")])
    ties = data_of(network_page(graph))["edges"]
    assert [tie.get("smooth", {}).get("roundness") for tie in ties] == [None, 0.15]


def test_roles_stand_in_the_order_of_the_ends_that_the_edge_names() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from([("a", {"label": "Ada"}), ("b", {"label": "Bo"})])
    graph.add_edge("a", "b", ends=("b", "a"), contexts=[context("Panel", roles="moderator (Bo) – speaker (Ada)")])
    page = network_page(graph)
    assert page.index("<bdi>Bo</bdi>") < page.index("<bdi>Ada</bdi>")


def test_the_same_graph_gives_the_same_bytes() -> None:
    graph = conference()
    turned: nx.Graph[str] = nx.Graph(**graph.graph)
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from((other, one, attributes) for one, other, attributes in reversed(list(graph.edges(data=True))))
    for one, other, attributes in turned.edges(data=True):
        attributes["ends"] = graph.has_edge(one, other) and sorted((one, other))
    for one, other, attributes in graph.edges(data=True):
        attributes["ends"] = sorted((one, other))
    assert network_page(graph) == network_page(turned)


def elsewhere(code: str, **environment: str) -> bytes:
    """Run code in a process of its own and return what it writes."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    environment = {**os.environ, "PYTHONPATH": path, **environment}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout


def test_neither_hash_seed_nor_locale_matters() -> None:
    code = "import sys, test_explorer as t; sys.stdout.buffer.write(t.network_page(t.conference()).encode())"
    page = elsewhere(code, PYTHONHASHSEED="1")
    assert len(page) > 500_000
    assert page == elsewhere(code, PYTHONHASHSEED="2", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C")


def test_a_file_is_utf8_in_any_locale(tmp_path: Path) -> None:
    code = f"import test_explorer as t; t.to_pyvis(t.conference(2)).write_html({str(tmp_path / 'p.html')!r})"
    elsewhere(code, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C")
    assert "Müller" in (tmp_path / "p.html").read_bytes().decode("utf-8")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.html"
    assert render_network(conference(), str(target)) == target
    first = target.read_text(encoding="utf-8")
    assert "Anna Müller" in first and "\r" not in first

    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match="No space left"):
        render_network(sessions_view(), target)
    assert target.read_text(encoding="utf-8") == first
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("where", "told"), [("missing/page.html", "make it first"), (".", "is a folder")])
def test_a_target_that_cannot_be_is_told_in_one_line(tmp_path: Path, where: str, told: str) -> None:
    with pytest.raises(ExportError, match=told) as raised:
        render_network(conference(2), tmp_path / where)
    assert "\n" not in str(raised.value)
    assert not list(tmp_path.iterdir())


def test_large_pages_are_warned_of_then_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer, "WARN_BYTES", 1000)
    with pytest.warns(UserWarning, match=r"page has 0\.\d MB"):
        render_network(conference(2), tmp_path / "page.html")
    monkeypatch.setattr(explorer, "REFUSE_BYTES", 1000)
    with pytest.raises(ExportError, match="too much for most browsers"):
        render_network(conference(2), tmp_path / "other.html")
    assert not (tmp_path / "other.html").exists()
    with pytest.warns(UserWarning, match="MB"):
        render_network(conference(2), tmp_path / "other.html", force=True)


def test_sessions_are_told_once_however_many_ties_they_make() -> None:
    data = data_of(network_page(conference()))
    assert len(data["places"]) == 23  # 22 panels and the dinner
    assert data["places"][0].keys() == {"edition", "where", "when", "pages"}
    assert "22 October 2024" in {place["when"] for place in data["places"]}


@pytest.mark.parametrize("value", ["", "2024", "2024-13-01", "autumn 2024"])
def test_dates_that_are_no_iso_dates_stay_as_they_are(value: str) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", contexts=[{**context("Panel"), "date": value}])
    assert data_of(network_page(graph))["places"][0]["when"] == value


def test_a_graph_without_attributes_or_nodes_makes_a_page() -> None:
    page = network_page(nx.path_graph(3))
    assert "3 of 3 nodes, 2 of 2 ties shown" in page
    assert "0 of 0 ties shown" in network_page(nx.Graph())


# ---------------------------------------------------------------- pyvis, with its traps closed


def test_it_is_a_pyvis_network() -> None:
    from pyvis.network import Network

    made = to_pyvis(conference())
    assert isinstance(made, Network)
    assert made.num_nodes() == 110 and made.get_node(person(0))["label"] == "Anna Müller"
    assert made.neighbors(person(0)) == {person(number) for number in range(1, 5)}
    assert "person, 4 ties" in made.get_node(person(0))["title"]


def test_options_can_be_switched_before_and_after_they_are_set() -> None:
    made = to_pyvis(conference(2))
    made.set_options('var options = {"nodes": {"borderWidth": 3}}')
    made.toggle_physics(True)
    made.toggle_hide_edges_on_drag(True)
    options = data_of(made.generate_html())["options"]
    assert options["physics"]["enabled"] and options["physics"]["solver"] == "forceAtlas2Based"
    assert options["interaction"]["hideEdgesOnDrag"] and options["nodes"]["borderWidth"] == 3
    assert not data_of(to_pyvis(conference(2)).generate_html())["options"]["physics"]["enabled"]


def test_a_network_can_be_built_by_hand() -> None:
    made = OfflineNetwork(heading="By hand", height=300)
    made.add_node(1, title='<a href="x" onclick="alert(1)">x</a>')
    made.add_nodes([2, 3], label=["two", "three"])
    made.add_edges([(1, 2), (2, 1), (2, 3, 5)])
    data = data_of(made.generate_html())
    assert [node["label"] for node in data["nodes"]] == ["1", "two", "three"]
    assert [(tie["from"], tie["to"]) for tie in data["edges"]] == [(0, 1), (1, 0), (1, 2)]
    assert all({"x", "y"} <= node.keys() for node in data["nodes"])
    with pytest.raises(KeyError, match="no node 9"):
        made.add_edge(1, 9)


def test_from_nx_leaves_its_graph_alone() -> None:
    graph: nx.MultiGraph[int] = nx.MultiGraph([(1, 2, {"weight": 3}), (1, 2, {"weight": 4})])
    made = OfflineNetwork()
    made.from_nx(graph)
    assert [tie["width"] for tie in made.edges] == [3, 4]
    assert dict(graph.nodes(data=True)) == {1: {}, 2: {}}
    assert [attributes for *_, attributes in graph.edges(data=True)] == [{"weight": 3}, {"weight": 4}]


def test_ties_are_added_without_looking_at_all_others() -> None:
    class Unread(list[dict[str, Any]]):
        def __iter__(self) -> Any:
            raise AssertionError("pyvis reads all ties for each new one: minutes for some thousands")

    made = OfflineNetwork()
    made.edges = Unread()
    for number in range(3):
        made.add_node(number)
    for number in range(12):
        made.add_edge(number % 3, number * 7 % 3)
    assert len(made.edges) == 12


def test_files_are_utf8_and_alone_and_nothing_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    made = to_pyvis(conference())
    assert made.show("shown.html") is made
    made.write_html("written.html")
    made.save_graph("saved.html")
    assert not opened
    made.show("opened.html", notebook=False)
    assert opened == [(tmp_path / "opened.html").as_uri()]
    names = ["opened.html", "saved.html", "shown.html", "written.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1
    assert "Müller" in (tmp_path / "saved.html").read_bytes().decode("utf-8")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("height", ["", "650px;} body {display: none", "1e3px", "-3px", "650px\n"])
def test_a_height_that_is_no_length_is_refused(height: str) -> None:
    with pytest.raises(ExportError, match="is not a length"):
        to_pyvis(conference(2), height=height)


def test_a_page_without_vis_network_is_not_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pyvis.__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(ExportError, match="install pyvis"):
        network_page(conference(2))


# ---------------------------------------------------------------- in a browser, without network


Open = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a graph's page; the test fails if any page asked for anything, complained or opened a dialog."""
    contexts: list[BrowserContext] = []
    watched: list[list[str]] = []

    def open_page(graph: nx.Graph[Any], **options: Any) -> Page:
        path = render_network(graph, tmp_path / f"{len(contexts)}.html")
        made = browser.new_context(offline=True, **{"viewport": {"width": 1280, "height": 900}, **options})
        made.set_default_timeout(20_000)
        contexts.append(made)
        watched.append(watch(made))
        page = made.new_page()
        page.goto(path.as_uri())
        if options.get("java_script_enabled", True):
            page.locator("html[data-ready]").wait_for()
        return page

    yield open_page
    for made in contexts:
        made.close()
    assert not [line for seen in watched for line in seen], "the page did what it must not do"


def find(page: Page, name: str) -> None:
    """Choose by the search, with the keyboard alone."""
    page.locator("#search").fill(name)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def number_of(page: Page, name: str) -> int:
    return page.evaluate(
        "name => JSON.parse(document.getElementById('data').textContent).nodes.find((one) => one.label === name).id",
        name,
    )


def place_of(page: Page, name: str) -> tuple[float, float]:
    """Return where on the screen the mark of a name is."""
    page.locator("#picture").scroll_into_view_if_needed()
    box = page.locator("#picture").bounding_box()
    spot = page.evaluate("id => network.canvasToDOM(network.getPositions([id])[id])", number_of(page, name))
    assert box
    return box["x"] + spot["x"] + 1, box["y"] + spot["y"] + 1


def positions(page: Page) -> dict[str, dict[str, float]]:
    return page.evaluate("network.getPositions()")


def counts(page: Page) -> str:
    return page.locator("#counts").inner_text()


def texts(found: Locator) -> list[str]:
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def test_it_opens_still_and_says_what_is_shown(opened: Open) -> None:
    page = opened(conference())
    assert page.title() == FACTS["title"]
    assert page.locator("html").get_attribute("lang") == "en"
    assert counts(page) == "110 of 110 people, 320 of 320 ties shown"
    for sentence in ("caveat", "note", "strength", "size"):
        assert page.get_by_text(str(FACTS[sentence]), exact=True).is_visible()
    assert texts(page.locator(".legend li")) == [
        "person",
        "in conversation in a photo caption",
        "shared a stage (one session)",
        "once",
        "twice",
        "three times or more",
    ]
    assert page.locator("#panel .ties button").count() == 10
    before = positions(page)
    page.wait_for_timeout(500)
    assert positions(page) == before
    assert page.locator("#physics").inner_text() == "Let the network move"


@pytest.mark.parametrize("typed", ["anna muller", "ANNA MUELLER", "Müll anna", "dr anna müller"])
def test_search_folds_accents_and_knows_aliases(opened: Open, typed: str) -> None:
    page = opened(conference())
    page.locator("#search").fill(typed)
    assert page.locator("#status").inner_text() == "1 name found."
    assert texts(page.locator("#found bdi"))[0] == "Anna Müller"


def test_search_needs_two_letters_and_says_so(opened: Open) -> None:
    page = opened(conference())
    search, status = page.locator("#search"), page.locator("#status")
    search.fill("a")
    assert status.inner_text() == "One more letter." and page.locator("#found").is_hidden()
    search.fill("qqq")
    assert status.inner_text() == "No name has these letters."
    search.fill("an")
    assert re.fullmatch(r"\d+ names found, the first 12 listed\.", status.inner_text())
    assert search.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowUp")
    active = search.get_attribute("aria-activedescendant")
    assert active == "found-11" and page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert page.locator("#found").is_hidden() and search.get_attribute("aria-expanded") == "false"


def test_a_person_found_shows_evidence_and_ties(opened: Open) -> None:
    page = opened(conference())
    find(page, "anna muller")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Anna Müller"
    assert panel.locator("h2").evaluate("heading => heading === document.activeElement")
    assert "Head of Unit 0" in panel.inner_text() and "Also printed: Müller, Dr Anna Müller" in panel.inner_text()
    assert texts(panel.locator(".evidence li")) == [
        "Panel 0 moderator 22 October 2024, pp. 26–29, Testburg 2024, listed in the stage block"
    ]
    ties = texts(panel.locator(".ties li"))
    assert len(ties) == 4 and ties[0] == "Mehmet Öztürk 3 times in conversation in a photo caption"
    panel.locator(".ties button").first.click()
    assert panel.locator("h2").inner_text() == "Anna Müller – Mehmet Öztürk"
    assert texts(panel.locator(".evidence li")) == [
        "in conversation in a photo caption Dinner in conversation 22 October 2024, pp. 26–29, Testburg 2024 "
        "listed in the stage block, characters 100–160 of the report",
        "shared a stage (one session) Panel 21 moderator – speaker 22 October 2025, pp. 26–29, Testburg 2025 "
        "listed in the stage block, characters 100–160 of the report",
        "shared a stage (one session) Panel 0 moderator – speaker 22 October 2024, pp. 26–29, Testburg 2024 "
        "listed in the stage block, characters 100–160 of the report",
    ]
    panel.get_by_role("button", name="Mehmet Öztürk").click()
    assert panel.locator("h2").inner_text() == "Mehmet Öztürk"
    page.keyboard.press("Escape")
    assert panel.locator("h2").inner_text() == "How to read this"


def test_marks_and_lines_are_chosen_with_the_mouse(opened: Open) -> None:
    page = opened(conference())
    one, other = place_of(page, "Anna Müller"), place_of(page, "Mehmet Öztürk")
    page.mouse.click(*one)
    assert page.locator("#panel h2").inner_text() == "Anna Müller"
    page.mouse.click(*(0.55 * a + 0.45 * b for a, b in zip(one, other, strict=True)))
    assert page.locator("#panel h2").inner_text() == "Anna Müller – Mehmet Öztürk"
    assert "Tie between" in page.locator("#status").inner_text()
    page.get_by_role("button", name="Close").click()
    assert page.locator("#search").evaluate("field => field === document.activeElement")


def width_of(page: Page, one: str, other: str) -> float:
    ends = sorted((number_of(page, one), number_of(page, other)))
    return page.evaluate(
        "ends => network.body.data.edges.get().find((tie) => String([tie.from, tie.to].sort((a, b) => a - b)) === String(ends)).width",
        ends,
    )


def test_filters_weigh_ties_anew(opened: Open) -> None:
    page = opened(conference())
    assert width_of(page, "Anna Müller", "Mehmet Öztürk") == 4.4
    page.get_by_label("Testburg 2025").uncheck()
    assert counts(page) == "55 of 110 people, 155 of 320 ties shown"
    assert counts(page) in page.locator("#status").inner_text()
    assert width_of(page, "Anna Müller", "Mehmet Öztürk") == 2.6
    assert page.locator("#summary").inner_text().endswith("editions: \u2068Testburg 2025\u2069.")
    page.get_by_label("shared a stage").uncheck()
    assert counts(page) == "2 of 110 people, 1 of 320 ties shown"
    assert width_of(page, "Anna Müller", "Mehmet Öztürk") == 1.2
    page.get_by_label("in conversation").uncheck()
    assert counts(page) == "0 of 110 people, 0 of 320 ties shown"
    assert page.get_by_text("Nothing passes the filters.").is_visible()
    page.get_by_role("button", name="Clear all filters").click()
    assert counts(page) == "110 of 110 people, 320 of 320 ties shown"
    assert page.get_by_role("button", name="Clear all filters").is_disabled()


def test_each_filter_says_how_many_it_holds(opened: Open) -> None:
    page = opened(conference())

    def held() -> list[str]:
        return page.locator(".filters .n").all_inner_texts()

    assert held() == ["1", "320", "155", "166"]  # one tie of both levels and editions
    page.get_by_label("Testburg 2024").uncheck()
    assert held() == ["0", "166", "155", "166"]


def test_an_edition_of_which_nothing_is_drawn_is_no_choice(opened: Open) -> None:
    graph = sessions_view()
    graph.nodes[person(0)]["appearances"] = [context("An earlier dinner", "t2025")]
    page = opened(graph)
    assert not page.get_by_label("Testburg 2025").count()
    find(page, graph.nodes[person(0)]["label"])
    assert (
        "An earlier dinner" in page.locator("#panel").inner_text()
        and "Testburg 2025" in page.locator("#panel").inner_text()
    )


def test_what_the_filters_hide_is_still_found_and_says_so(opened: Open) -> None:
    page = opened(conference())
    page.get_by_label("Testburg 2024").uncheck()
    find(page, "anna muller")
    page.get_by_label("Testburg 2025").uncheck()
    panel = page.locator("#panel")
    assert "Not in the picture with these filters." in panel.inner_text()
    panel.get_by_role("button", name="Clear all filters").click()
    assert "4 ties, strongest first" in panel.inner_text()
    assert panel.locator("h2").evaluate("heading => heading === document.activeElement")


def test_kinds_are_filtered_and_named(opened: Open) -> None:
    page = opened(sessions_view())
    assert counts(page) == "12 of 12 people, 3 of 3 sessions, 12 of 12 ties shown"
    assert texts(page.locator(".legend ul").first.locator("li")) == ["person", "session"]
    page.get_by_label("sessions").uncheck()
    assert counts(page) == "12 of 12 people, 0 of 3 sessions, 0 of 12 ties shown"


def test_a_mark_is_dragged_and_stays_when_another_is_chosen(opened: Open) -> None:
    page = opened(conference())
    before = positions(page)
    number = str(number_of(page, "Anna Müller"))
    x, y = place_of(page, "Anna Müller")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    after = positions(page)
    assert {key for key in after if after[key] != before[key]} == {number}
    assert after[number]["x"] > before[number]["x"] and after[number]["y"] > before[number]["y"]
    find(page, "kwame")
    assert positions(page) == after
    page.get_by_role("button", name="Put all back").click()
    assert positions(page) == before


def test_the_network_moves_on_request_only(opened: Open) -> None:
    page = opened(conference(4))
    before = positions(page)
    page.get_by_role("button", name="Let the network move").click()
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Hold still").click()
    moved = positions(page)
    assert moved != before
    page.wait_for_timeout(300)
    assert positions(page) == moved
    assert page.locator("#status").inner_text() == "The network stands still."


def test_with_less_motion_it_is_rearranged_at_once(opened: Open) -> None:
    page = opened(conference(4), reduced_motion="reduce")
    before = positions(page)
    page.get_by_role("button", name="Let the network move").click()
    page.get_by_text("The network has rearranged itself.").wait_for()
    moved = positions(page)
    assert moved != before
    page.wait_for_timeout(300)
    assert positions(page) == moved


def test_the_picture_obeys_keys_and_buttons(opened: Open) -> None:
    page = opened(conference())

    def view() -> tuple[float, float, float]:
        return tuple(page.evaluate("[network.getScale(), network.getViewPosition().x, network.getViewPosition().y]"))

    first = view()
    picture = page.locator("#picture .vis-network")
    assert picture.get_attribute("aria-label") and picture.get_attribute("tabindex") == "0"
    picture.focus()
    page.keyboard.press("+")
    assert view()[0] > first[0]
    page.keyboard.press("ArrowRight")
    assert view()[1] > first[1]
    page.keyboard.press("0")
    assert view() == pytest.approx(first)
    page.get_by_role("button", name="Zoom out").click()
    assert view()[0] < first[0]
    page.get_by_role("button", name="Fit to window").click()
    assert view() == pytest.approx(first)


def test_the_table_sorts_filters_and_opens_ties(opened: Open) -> None:
    page = opened(conference())
    table = page.locator("#table")
    assert not table.locator("table").is_visible()
    table.locator("summary").click()
    rows = table.locator("tbody tr:visible")
    assert rows.count() == 320
    assert texts(rows.first.locator("th, td"))[:4] == [
        "Anna Müller",
        "Mehmet Öztürk",
        "in conversation in a photo caption",
        "3",
    ]
    header = table.get_by_role("columnheader", name="Between")
    header.get_by_role("button").click()
    header.get_by_role("button").click()
    assert header.get_attribute("aria-sort") == "descending"
    assert rows.first.locator("th").inner_text().startswith("Zoë")
    page.get_by_label("shared a stage").uncheck()
    assert rows.count() == 1
    assert texts(rows.first.locator("td"))[2:4] == [
        "1",
        "Dinner in conversation, 22 October 2024, pp. 26–29, Testburg 2024",
    ]
    rows.first.get_by_role("button").click()
    assert page.locator("#panel h2").inner_text() == "Anna Müller – Mehmet Öztürk"
    assert page.locator("#panel").get_by_text("2 more with other filters.").is_visible()


def test_without_scripts_all_ties_are_there(opened: Open) -> None:
    page = opened(conference(), java_script_enabled=False)
    assert page.locator("tbody tr:visible").count() == 320
    assert counts(page) == "110 of 110 people, 320 of 320 ties shown"
    assert page.get_by_text("All ties are in the table below.").is_visible()
    assert page.locator("#tools").is_hidden() and page.locator("#picture").is_hidden()
    assert page.locator(".legend").is_visible()


def test_a_narrow_window_scrolls_one_way_only(opened: Open) -> None:
    page = opened(conference(), viewport={"width": 320, "height": 640})
    fits = "document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(fits)
    find(page, "anna muller")
    assert page.evaluate(fits)
    assert page.locator("#panel h2").is_visible()
    page.locator("#table summary").click()
    assert page.evaluate(fits)


def test_paper_has_the_picture_with_names_then_the_ties_shown(opened: Open) -> None:
    page = opened(conference())
    page.get_by_label("Testburg 2025").uncheck()
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    printed = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    width, height = document[0].get_size()
    assert width > height
    names = {node["label"] for node in to_pyvis(conference()).nodes}
    assert sum(name in printed[0] for name in names) >= 20
    for sentence in (FACTS["title"], FACTS["caveat"], "55 of 110 people, 155 of 320 ties shown", "editions:"):
        assert str(sentence) in printed[0]
    assert "Panel 10" in "".join(printed[1:]) and "Panel 12" not in "".join(printed)
    assert not page.locator("#table table").is_visible(), "after printing it is as it was"


def test_no_name_in_the_picture_covers_another(opened: Open) -> None:
    page = opened(conference())
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    boxes = page.evaluate("""[...document.querySelectorAll("#paper text")].map((text) => text.getBBox())
        .map(({x, y, width, height}) => [x, y, width, height])""")
    assert len(boxes) >= 40
    slack = 2.5  # the letters are smaller than their box
    for (x, y, w, h), (left, top, wide, high) in combinations(boxes, 2):
        assert x + w <= left + slack or left + wide <= x + slack or y + h <= top + slack or top + high <= y + slack
    assert all(x >= -1 and y >= -4 and x + w <= 1044 and y + h <= 504 for x, y, w, h in boxes)


MARKS = """() => [...document.querySelectorAll("#paper [data-mark]")].map((each) => {
    const { x, y, width, height } = each.getBBox();
    return [each.tagName, each.dataset.mark, x, y, width, height];
})"""


@pytest.mark.parametrize("step", [1, 3])
def test_no_name_on_paper_is_nearer_to_another_mark_than_to_its_own(opened: Open, step: int) -> None:
    graph = conference()
    for number in range(0, 110, step) if step > 1 else ():
        graph.nodes[person(number)]["label"] += " of the Ministry for Harbours"
    page = opened(graph)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn = page.evaluate(MARKS)
    marks = {mark: (x + w / 2, y + h / 2, w / 2) for tag, mark, x, y, w, h in drawn if tag == "path"}
    names = [(mark, x, y, w, h) for tag, mark, x, y, w, h in drawn if tag == "text"]
    assert len(names) > 40

    def gap(box: tuple[float, float, float, float], mark: tuple[float, float, float]) -> float:
        (x, y, w, h), (middle, level, radius) = box, mark
        return math.hypot(max(x - middle, 0, middle - x - w), max(y - level, 0, level - y - h)) - radius

    for own, *box in names:
        near = {mark: gap(tuple(box), at) for mark, at in marks.items()}  # type: ignore[arg-type]
        assert min(near, key=lambda mark: near[mark]) == own


def test_a_long_name_is_whole_where_it_has_room_else_its_acronym(opened: Open) -> None:
    long = "Standing Committee for Harbours, Lighthouses and the Coastal Railways"
    alone: nx.Graph[str] = nx.Graph()
    alone.add_node("a", label=long, kind="organisation", aliases=["the Committee", "SCHL"])
    crowded: nx.Graph[str] = nx.complete_graph(map(str, range(40)), nx.Graph())
    for node in crowded:
        crowded.nodes[node].update(
            label=f"{long} {node}", kind="organisation", aliases=["the Committee", f"SCHL{node}"]
        )

    def names(graph: nx.Graph[str]) -> list[str]:
        page = opened(graph)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        return [" ".join(text.split()) for text in page.locator("#paper text").all_text_contents()]

    assert names(alone) == [long]
    found = names(crowded)
    assert any(re.fullmatch(r"SCHL\d+", name) for name in found)
    assert all(re.fullmatch(rf"SCHL\d+|{long} \d+", name) for name in found), "none is cut that has an acronym"


@pytest.mark.parametrize("view", ["organisations", "countries-instruments", "instruments"])
def test_the_first_page_on_paper_holds_the_picture_and_all_that_explains_it(opened: Open, view: str) -> None:
    page = opened(project(open_store(shipped_graph()), view))
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert "Nothing is filtered out." in document[0].get_textpage().get_text_range()
    assert document[1].get_textpage().get_text_range().startswith("All ties as a table")


@pytest.mark.parametrize(("sessions", "fewest"), [(12, 60), (22, 100)])
def test_all_marks_have_their_names_or_are_told_below(opened: Open, sessions: int, fewest: int) -> None:
    page = opened(conference(sessions))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn = page.evaluate(MARKS)
    named = {mark for tag, mark, *_ in drawn if tag == "text"}
    every = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).nodes.map((one) => [`${one.id}`, one.label])"
    )
    left = [label for mark, label in every if mark not in named]
    assert len(every) == 5 * sessions and len(named) >= fewest
    assert not left or all(f"{label}\u2069 (tied to " in page.locator("#paper p").inner_text() for label in left)


def test_the_printed_table_repeats_all_its_heads(opened: Open) -> None:
    document = pypdfium2.PdfDocument(opened(conference()).pdf(prefer_css_page_size=True))
    printed = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    heads = [" ".join(text.split())[:60] for text in printed if "Where" in text]
    assert len(heads) > 2 and all("Between and Tie Times Where" in head for head in heads[1:])


def test_a_notebook_shows_the_page_in_a_frame_that_may_do_nothing_else(browser: Browser, tmp_path: Path) -> None:
    shown = to_pyvis(conference(4), height="500px")._repr_html_()
    assert 'sandbox="allow-scripts"' in shown and "height: 500px" in shown
    (tmp_path / "notebook.html").write_text(f"<!DOCTYPE html><title>n</title>{shown}", encoding="utf-8")
    made = browser.new_context(offline=True)
    seen = watch(made)
    page = made.new_page()
    page.goto((tmp_path / "notebook.html").as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for()
    frame.locator("#search").fill("muller")
    assert frame.locator("#status").inner_text().endswith("found.")
    made.close()
    assert not seen


# ---------------------------------------------------------------- names that mean harm

HOSTILE = (
    "</script><script>window.harm = 1; alert(1)</script>",
    '<img src=x onerror="window.harm = 1"> \'single\' "double"',
    "--><!-- <script> ]]> {{ 7 * 7 }} {% raw %} &lt;b&gt; href",
    "long " * 60,
    "\u202eright to left\u202c שלום مرحبا",
    "nul \x00 bell \x07 next \x85 lone \ud800",
    "line \u2028 paragraph \u2029 end",
    '=HYPERLINK("https://example.org","press")',
    "__proto__",
)


def printed(text: str) -> str:
    return re.sub("[\x00-\x08\x7f-\x9f\ud800-\udfff]", "\ufffd", text)


def hostile() -> nx.Graph[str]:
    """Return a ring in which each node and tie has one hostile text in every field."""
    every = " ".join(HOSTILE)
    graph: nx.Graph[str] = nx.Graph(
        view=every,
        title=every,
        lang='en"><script>window.harm = 1</script>',
        caveat=every,
        editions=dict(zip(HOSTILE, HOSTILE, strict=True)),
        levels=[[text, text, rank] for rank, text in enumerate(HOSTILE)],
        strength=every,
        size=every,
        note=every,
    )
    for text in HOSTILE:
        told = dict.fromkeys(("level", "edition", "where", "date", "pages", "role", "roles", "basis", "span"), text)
        graph.add_node(
            text,
            label=text,
            kind=text,
            aliases=[text, f"also {text}"],
            lines=[text],
            editions=[text],
            weight=2.0,
            appearances=[told],
        )
    for number, text in enumerate(HOSTILE):
        told = dict.fromkeys(("level", "edition", "where", "date", "pages", "roles", "basis", "span"), text)
        graph.add_edge(
            text, HOSTILE[number - 1], level=text, weight=1, contexts=[told], ends=(text, HOSTILE[number - 1])
        )
    return graph


def test_no_text_ends_an_element() -> None:
    page = network_page(hostile(), date=HOSTILE[0])
    assert len(re.findall("</script", page, re.IGNORECASE)) == 3
    assert "<script" not in without_scripts(page).lower()
    assert '<html lang="en">' in page
    assert not re.search("[\x00-\x08\u2028\u2029\ud800-\udfff]", re.search(r'id="data">(.*?)</script>', page)[1])  # type: ignore[index]
    page.encode("utf-8")


def test_every_text_is_shown_as_it_is_and_none_acts(opened: Open) -> None:
    page = opened(hostile())
    panel = page.locator("#panel")
    every = printed(" ".join(HOSTILE))
    assert page.locator("h1").text_content() == every
    for selector in (".caveat", ".counts", "figcaption"):
        assert every in (page.locator(selector).text_content() or "")
    for number, text in enumerate(map(printed, HOSTILE)):
        page.mouse.click(*place_of(page, text))
        assert panel.locator("h2").text_content() == text
        assert panel.locator(".evidence strong").text_content() == text
        assert (panel.text_content() or "").count(text) >= 6
        panel.locator(".ties button").filter(has_text=printed(HOSTILE[number - 1])[:20]).first.click()
        page.wait_for_timeout(400)  # the picture glides
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Fit to window").click()
    assert set(page.locator(".filters .n").all_inner_texts()) == {"1"}
    page.locator("#search").fill("onerror")
    assert page.locator("#found bdi").first.text_content() == HOSTILE[1]
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    page.mouse.move(*place_of(page, HOSTILE[0]))
    page.locator(".vis-tooltip:visible").wait_for()
    page.locator("#table summary").click()
    assert HOSTILE[0] in page.locator("tbody th").all_text_contents()
    page.locator(".filters input").first.uncheck()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.harm") is None and page.evaluate("({}).harm") is None
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("img, iframe, object, embed, a[href^=http]").count() == 0
