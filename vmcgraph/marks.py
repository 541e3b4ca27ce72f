"""How the kinds of nodes and the levels of ties are drawn, alike in the picture and in its legend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vmcgraph.positions import place

OUTLINE = "#1a1a1a"
_GREY = "#767676"


class Mark(NamedTuple):
    """How one kind of node is named and drawn; the colours are Okabe and Ito's."""

    one: str
    many: str
    shape: str
    colour: str


MARKS = {
    "person": Mark("person", "people", "dot", "#0072B2"),
    "session": Mark("session", "sessions", "diamond", "#E69F00"),
    "organisation": Mark("organisation", "organisations", "square", "#D55E00"),
    "country": Mark("country", "countries", "triangle", "#009E73"),
    "instrument": Mark("instrument", "instruments", "triangleDown", "#F0E442"),
    "policy model": Mark("policy model", "policy models", "hexagon", "#CC79A7"),
}

# Colour and dashes both tell the level: photo captions, the rarer and closer evidence, stand out from the plain grey
# of sessions, also in a grey print.
LINES: dict[str, dict[str, Any]] = {
    "conversed": {"color": "#D55E00", "dashes": [14, 4]},
    "shown-together": {"color": "#D55E00", "dashes": [5, 4]},
    "same-social-event": {"color": _GREY, "dashes": [9, 5]},
    "same-edition": {"color": _GREY, "dashes": [2, 5]},
    "party-role": {"color": "#D55E00", "dashes": [14, 4]},
    "same-statement": {"color": "#D55E00", "dashes": [5, 4]},
}
_PLAIN: dict[str, Any] = {"color": _GREY, "dashes": False}


def line(level: str) -> dict[str, Any]:
    """Return the colour and dashes of a level's ties."""
    return LINES.get(level, _PLAIN)


def mark(slug: str) -> Mark:
    """Return how a kind of node is drawn, also one that is not known here."""
    return MARKS.get(slug) or Mark(slug or "node", f"{slug or 'node'}s", "dot", "#56B4E9")


def times(attributes: Mapping[str, Any]) -> int:
    """Return how often two are tied: their contexts, or the weight of a tie that has none."""
    return len(attributes.get("contexts") or ()) or int(attributes.get("weight") or 1)


def put_in_place(nodes: Iterable[dict[str, Any]], edges: Iterable[Mapping[str, Any]]) -> None:
    """Give each node its place in the picture."""
    spots = place([node["id"] for node in nodes], [(edge["from"], edge["to"]) for edge in edges])
    for node in nodes:
        node["x"], node["y"] = spots[node["id"]]
