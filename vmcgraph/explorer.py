"""Show a network as one page to explore, which asks for nothing from outside. The only module that imports pyvis.

pyvis keeps the nodes, ties and options, and its package carries vis-network, which draws them; the page around the
picture is ours (networkpage.py, templates/network.html, .css, .js). The security policy of the page names its two scripts and its
style by their hashes, so nothing else can run or be fetched, whatever the names in it contain.
"""

from __future__ import annotations

import html
import json
import math
import re
import warnings
import webbrowser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyvis
from jinja2 import Environment, FileSystemLoader
from pyvis.network import Network

from vmcgraph.errors import ExportError
from vmcgraph.files import write_files
from vmcgraph.marks import OUTLINE, line, mark, put_in_place, times
from vmcgraph.networkpage import clean, page
from vmcgraph.resources import resource
from vmcgraph.spelling import counted

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["OfflineNetwork", "network_page", "render_network", "to_pyvis"]

WARN_BYTES = 3_000_000
REFUSE_BYTES = 8_000_000

# Still on opening; the switch on the page only turns "enabled" on and off.
_OPTIONS: dict[str, Any] = {
    "interaction": {"hover": True, "selectConnectedEdges": False, "tooltipDelay": 250},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "nodes": {"borderWidth": 1, "chosen": False},
    "edges": {"smooth": {"enabled": False}, "color": {"inherit": False}, "chosen": False, "hoverWidth": 0},
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"gravitationalConstant": -32, "springLength": 65, "damping": 0.6, "avoidOverlap": 0.4},
        "stabilization": {"enabled": False},
        "minVelocity": 1,
    },
}


class OfflineNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network whose page is complete in itself: no request, no script from a name, no file beside it.

    Everything that pyvis offers to build a network works here, with these differences: parallel ties are kept,
    ``from_nx`` leaves its graph alone, ``set_options`` adds to the options instead of replacing them, so that the
    switches (``toggle_physics`` …) work before and after it, titles are plain text, and files are UTF-8.

    Args:
        height: height of the frame in a notebook, in pixels ("650px" or 650) or another CSS length.
        heading: the page's heading and title.
        facts: what ``vmcgraph.network.project`` says of the whole graph: caveat, levels, editions, strength, size, note.
        date: the day that the page names as its own, as text; no clock is read.

    Raises:
        ExportError: if ``height`` is not a CSS length.

    Example:
        >>> network = OfflineNetwork(heading="Two people")
        >>> network.add_node("a", label="Ada Müller", kind="person")
        >>> network.add_node("b", label="Bo Öztürk", kind="person")
        >>> network.add_edge("a", "b")
        >>> "https://" in network.generate_html().split("<script")[0]
        False
    """

    def __init__(
        self,
        height: str | int = "650px",
        *,
        heading: str = "Network",
        facts: Mapping[str, Any] | None = None,
        date: str | None = None,
    ) -> None:
        height = f"{height}px" if isinstance(height, int) else height
        if not re.fullmatch(r"\d+(\.\d+)?(px|em|rem|vh|%)", height):
            raise ExportError(f'height {height!r} is not a length; give one such as "650px"', value=height)
        super().__init__(height=height, heading=heading, cdn_resources="in_line")
        self.facts: dict[str, Any] = dict(facts or {})
        self.date = date
        self.path = "network.html"
        self.template_dir = str(resource("templates"))
        self.templateEnv = Environment(
            loader=FileSystemLoader(self.template_dir), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        _merge(self.options, _OPTIONS)

    def add_edge(self, source: str | int, to: str | int, **options: Any) -> None:
        """Add a tie, also where the two are tied already.

        Args:
            source: id of a node that was added before.
            to: id of another such node.
            options: anything that vis-network knows of an edge, and ``contexts``, ``level``, ``weight``.

        Raises:
            KeyError: if there is no such node.
        """
        for end in (source, to):
            if end not in self.node_map:
                raise KeyError(f"no node {end!r}; add it first")
        self.edges.append({**options, "from": source, "to": to})

    def from_nx(self, nx_graph: nx.Graph[Any], *arguments: Any, **keywords: Any) -> None:
        """Add the nodes and ties of a graph as pyvis does, and leave the graph as it is.

        Args:
            nx_graph: any networkx graph with str or int nodes.
            arguments: as in pyvis.
            keywords: as in pyvis.
        """
        super().from_nx(nx_graph.copy(), *arguments, **keywords)

    def set_options(self, options: str) -> None:
        """Set options of vis-network; those not named stay as they are.

        Args:
            options: a JSON object, also as the text ``var options = {…}`` that vis-network's configurator gives.
        """
        _merge(self.options, json.loads(options[options.index("{") :]))

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page.

        Args:
            name: not used; pyvis has it.
            local: not used; pyvis has it.
            notebook: not used; the page is the same everywhere.

        Returns:
            A whole HTML document; the same network gives the same text.
        """
        self.html = page(self, _vis_network())
        return self.html

    def write_html(
        self, name: str | Path, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page to a file, whole or not at all.

        Args:
            name: the file; its folder must exist.
            local: not used; pyvis has it.
            notebook: not used; pyvis has it.
            open_browser: show the file in the user's browser.

        Raises:
            ExportError: if the file cannot be written.
        """
        target = Path(name)
        _write(target, self.generate_html().encode("utf-8"))
        if open_browser:
            webbrowser.open(target.resolve().as_uri())

    def show(self, name: str | Path, local: bool = True, notebook: bool = True) -> OfflineNetwork:
        """Write the page to a file and show it.

        Args:
            name: the file; its folder must exist.
            local: not used; pyvis has it.
            notebook: False to open the file in the user's browser.

        Returns:
            The network, which a notebook shows.

        Raises:
            ExportError: if the file cannot be written.
        """
        self.write_html(name, open_browser=not notebook)
        return self

    def _repr_html_(self) -> str:
        content = html.escape(self.generate_html())
        title = html.escape(clean(str(self.heading)))
        return (
            f'<iframe title="{title}" style="width: 100%; height: {self.height}; border: 0" '
            f'sandbox="allow-scripts" srcdoc="{content}"></iframe>'
        )


def to_pyvis(network: nx.Graph[Any], *, height: str = "650px") -> OfflineNetwork:
    """Make a pyvis network of a networkx graph; a notebook shows it by its name alone.

    Args:
        network: a graph from ``vmcgraph.network.project``, or any graph of the same attributes; it is not changed. An
            edge may name its ends in order (``ends``), the order in which the roles of its contexts are told.
        height: height of the frame in a notebook, as a CSS length.

    Returns:
        A ``pyvis.network.Network`` with positions, sizes, colours and the evidence of every tie.

    Raises:
        ExportError: if ``height`` is not a CSS length.

    Example:
        >>> import networkx
        >>> network = networkx.MultiGraph([("a", "b"), ("a", "b")], title="Two talks of the same two")
        >>> len(to_pyvis(network).edges)
        2
    """
    made = OfflineNetwork(height, heading=str(network.graph.get("title", "Network")), facts=network.graph)
    nodes = sorted(network.nodes(data=True), key=lambda node: (str(node[1].get("label", "")), str(node[0])))
    for key, attributes in nodes:
        made.add_node(str(key), **_node(str(key), attributes, network.degree[key]))
    levels = {str(slug): str(label) for slug, label, *_ in made.facts.get("levels", ())}
    for source, target, attributes in _strongest_first(network, list(levels)):
        names = f"{made.node_map[source]['label']} – {made.node_map[target]['label']}"
        made.add_edge(source, target, **_edge(names, attributes, levels))
    put_in_place(made.nodes, made.edges)
    return made


def network_page(network: nx.Graph[Any], *, date: str | None = None) -> str:
    """Return the page of a network as HTML.

    Args:
        network: a graph as for ``to_pyvis``.
        date: the day that the page names as its own, as text; without it the page names none.

    Returns:
        A whole HTML document; the same graph gives the same text.

    Example:
        >>> import networkx
        >>> network_page(networkx.Graph([("a", "b")], title="A & B")).count("<title>A &amp; B</title>")
        1
    """
    made = to_pyvis(network)
    made.date = date
    return made.generate_html()


def render_network(network: nx.Graph[Any], target: Path | str, *, date: str | None = None, force: bool = False) -> Path:
    """Write the page of a network to a file, whole or not at all.

    Args:
        network: a graph as for ``to_pyvis``.
        target: the file; its folder must exist.
        date: the day that the page names as its own, as text.
        force: write the page even if it is too large to be opened with ease.

    Returns:
        The path of the file.

    Raises:
        ExportError: if the file cannot be written, or the page is larger than 8 MB.

    Example:
        >>> import networkx, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     render_network(networkx.Graph([("a", "b")]), f"{folder}/page.html").name
        'page.html'
    """
    target = Path(target)
    content = network_page(network, date=date).encode("utf-8")
    size = f"{target}: the page has {len(content) / 1e6:.1f} MB"
    if len(content) > REFUSE_BYTES and not force:
        raise ExportError(
            f"{size}, too much for most browsers; choose fewer editions or levels, or force it", value=target
        )
    if len(content) > WARN_BYTES:
        warnings.warn(f"{size}; choose fewer editions or levels for one that opens at once", stacklevel=2)
    _write(target, content)
    return target


def _write(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise ExportError(f"{target}: is a folder; give the name of a file in it", value=target)
    if target.suffix.lower() not in (".html", ".htm"):
        raise ExportError(f"{target}: a page is written as .html; name such a file", value=target)
    if not target.parent.is_dir():
        raise ExportError(f"{target}: there is no folder {target.parent}; make it first", value=target)
    write_files({target: content})


def _merge(target: Any, new: Mapping[str, Any]) -> None:
    """Put new options into pyvis's tree of objects and dicts."""
    entries = target if isinstance(target, dict) else vars(target)
    for key, value in new.items():
        present = entries.get(key)
        if isinstance(value, Mapping) and (isinstance(present, dict) or hasattr(present, "__dict__")):
            _merge(present, value)
        else:
            # A copy, so that no network writes into the options of another.
            entries[key] = json.loads(json.dumps(value))


# ---------------------------------------------------------------- nodes and ties as pyvis has them


def _node(key: str, attributes: Mapping[str, Any], ties: int) -> dict[str, Any]:
    kind = mark(str(attributes.get("kind", "")))
    label = str(attributes.get("label") or key)
    weight = max(0.0, float(attributes.get("weight") or 0))
    return {
        **attributes,
        "label": label,
        "title": f"{label}\n{kind.one}, {counted(ties, 'tie')}",
        "shape": kind.shape,
        "color": {"background": kind.colour, "border": OUTLINE},
        # The area tells the weight; limits keep the smallest visible and the largest from covering others.
        "size": round(min(26.0, max(7.0, 7 * math.sqrt(weight))), 1),
    }


def _strongest_first(network: nx.Graph[Any], levels: Sequence[str]) -> list[tuple[str, str, Mapping[str, Any]]]:
    """Return the ties with the strongest level first, then the most frequent, in an order that is always the same."""
    ranks = {slug: rank for rank, slug in enumerate(levels)}
    labels = {str(key): str(attributes.get("label", "")) for key, attributes in network.nodes(data=True)}
    found = []
    for one, other, attributes in network.edges(data=True):
        source, target = map(str, attributes.get("ends", (one, other)))
        rank = ranks.get(str(attributes.get("level", "")), len(ranks))
        order = (rank, -times(attributes), labels[source], labels[target], json.dumps(attributes, default=str))
        found.append((order, (source, target, attributes)))
    return [tie for _, tie in sorted(found, key=lambda item: item[0])]


def _edge(names: str, attributes: Mapping[str, Any], levels: Mapping[str, str]) -> dict[str, Any]:
    level = str(attributes.get("level", ""))
    count = times(attributes)
    drawn = line(level)
    return {
        **{key: value for key, value in attributes.items() if key != "ends"},
        "title": "\n".join(
            filter(None, (names, levels.get(level, level), "" if count == 1 else f"{count} times in all"))
        ),
        "width": _width(count),
        "color": {"color": drawn["color"], "inherit": False},
        "dashes": drawn["dashes"],
    }


def _width(count: int) -> float:
    return (1.2, 2.6, 4.4)[min(count, 3) - 1]


def _vis_network() -> str:
    """Return vis-network as pyvis ships it, licence and all, but for the line that asks for its source map."""
    path = Path(pyvis.__file__).with_name("lib") / "vis-9.1.2" / "vis-network.min.js"
    try:
        script = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ExportError(
            f"{path}: pyvis ships vis-network there, and it is missing; install pyvis 0.3.2", value=path
        ) from error
    return script.split("//# sourceMappingURL")[0]
