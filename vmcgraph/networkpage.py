"""The page around the picture of a network: everything that it shows as data, and the HTML that asks for nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from vmcgraph.marks import MARKS, line, mark, put_in_place, times

if TYPE_CHECKING:
    from vmcgraph.explorer import OfflineNetwork

# Characters that no page can show: controls, and halves of surrogate pairs, which UTF-8 cannot write.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_MONTHS = "January February March April May June July August September October November December".split()


def clean(value: Any) -> Any:
    """Return data that JSON and HTML can carry: what cannot be printed becomes U+FFFD, sets become lists."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {clean(str(key)): clean(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(clean(item) for item in value)
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    if value is None or isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return _UNPRINTABLE.sub("\ufffd", str(value))


def _json(value: Any) -> Markup:
    """Return JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _day(date: str) -> str:
    """Return an ISO date as one reads it aloud, anything else as it is."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-\d{2}", date):
        return date
    year, month, day = date.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


class _Places:
    """The sessions and captions, each told once however many ties it makes."""

    def __init__(self) -> None:
        self.index: dict[tuple[str, ...], int] = {}

    def told(self, items: Iterable[Mapping[str, Any]] | None, *own: str) -> list[dict[str, Any]]:
        """Return contexts or appearances as the number of their place and what is their own."""
        rows = []
        for item in items or ():
            edition, where, date, pages = (str(item.get(name) or "") for name in ("edition", "where", "date", "pages"))
            number = self.index.setdefault((edition, where, _day(date), pages), len(self.index))
            rows.append({"place": number, **{name: str(item.get(name) or "") for name in own}})
        return rows

    def table(self) -> list[dict[str, str]]:
        return [dict(zip(("edition", "where", "when", "pages"), place, strict=True)) for place in self.index]


def _data(network: OfflineNetwork) -> dict[str, Any]:
    """Return everything that the page shows, as plain data."""
    # Numbers as ids: vis-network keeps its items in plain objects, where an id such as "__proto__" does harm.
    numbers = {node["id"]: number for number, node in enumerate(network.nodes)}
    nodes = [{**clean(node), "id": number} for number, node in enumerate(network.nodes)]
    edges = [
        {**clean(edge), "id": number, "from": numbers[edge["from"]], "to": numbers[edge["to"]]}
        for number, edge in enumerate(network.edges)
    ]
    if any("x" not in node or "y" not in node for node in nodes):
        put_in_place(nodes, edges)
    places = _Places()
    for node in nodes:
        node.update({name: str(node.get(name) or "") for name in ("kind", "label", "title")})
        node["appearances"] = places.told(node.get("appearances"), "role", "basis")
    for edge in edges:
        edge.update({name: str(edge.get(name) or "") for name in ("level", "title")})
        edge["contexts"] = places.told(edge.get("contexts"), "level", "roles", "basis", "span")
    _fan_out(edges)
    facts = clean(network.facts)
    return {
        "nodes": nodes,
        "edges": edges,
        "places": places.table(),
        "kinds": _kinds(nodes),
        "levels": _levels(edges, facts.get("levels") or []),
        "editions": _editions(nodes, edges, places, facts.get("editions") or {}),
        "most": max(map(times, edges), default=0),
        "options": json.loads(network.options.to_json()),
    }


def _fan_out(edges: Iterable[dict[str, Any]]) -> None:
    """Bend parallel ties, so that each can be seen and chosen."""
    met: Counter[tuple[int, ...]] = Counter()
    for edge in edges:
        ends = tuple(sorted((edge["from"], edge["to"])))
        if met[ends]:
            edge.setdefault("smooth", {"enabled": True, "type": "curvedCW", "roundness": round(0.15 * met[ends], 2)})
        met[ends] += 1


def _kinds(nodes: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    counts = Counter(node["kind"] for node in nodes)
    order = [*(slug for slug in MARKS if slug in counts), *sorted(counts.keys() - MARKS.keys())]
    return [{"slug": slug, **mark(slug)._asdict(), "count": counts[slug]} for slug in order]


def _levels(edges: Iterable[Mapping[str, Any]], named: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    """Return the levels that occur, strongest first; those without a name last, under their own."""
    counts: Counter[str] = Counter()
    for edge in edges:
        counts.update({context["level"] for context in edge["contexts"]} or {edge["level"]})
    labels = {str(level[0]): str(level[1]) for level in named}
    order = [*(slug for slug in labels if slug in counts), *sorted(counts.keys() - labels.keys())]
    return [
        {
            "slug": slug,
            "label": labels.get(slug, slug) or "tie",
            "line": line(slug),
            "count": counts[slug],
        }
        for slug in order
    ]


def _editions(
    nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]], places: _Places, named: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the editions, each with how many ties and untied marks of it there are; one of which there is none is no choice."""
    of = [place[0] for place in places.index]
    tied = {end for edge in edges for end in (edge["from"], edge["to"])}
    counts = Counter(slug for edge in edges for slug in {of[context["place"]] for context in edge["contexts"]})
    counts.update(slug for node in nodes if node["id"] not in tied for slug in node.get("editions") or ())
    return [{"slug": slug, "label": label, "count": counts[slug]} for slug, label in named.items()]


def _table(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of the table of ties, for those without scripts, on paper and for screen readers."""
    labels = {node["id"]: node["label"] for node in data["nodes"]}
    levels = {level["slug"]: level["label"] for level in data["levels"]}
    editions = {edition["slug"]: edition["label"] for edition in data["editions"]}
    rows = []
    for edge in data["edges"]:
        contexts = []
        for context in edge["contexts"]:
            place = data["places"][context["place"]]
            edition, where = editions.get(place["edition"], place["edition"]), place["where"]
            told = (context["roles"], place["when"], place["pages"], "" if where.endswith(edition) else edition)
            contexts.append({"where": where, "rest": ", ".join(filter(None, told))})
        ends = labels[edge["from"]], labels[edge["to"]]
        level = levels.get(edge["level"], edge["level"])
        rows.append({"ends": ends, "level": level, "count": times(edge), "contexts": contexts})
    return rows


def page(network: OfflineNetwork, vis: str) -> str:
    """Return the page of a network: its data, its scripts and its style in one HTML document.

    Args:
        network: what ``vmcgraph.explorer.to_pyvis`` makes.
        vis: the script that draws it.
    """
    data = _data(network)
    facts = clean(network.facts)
    folder = Path(network.template_dir)
    style, own = ((folder / name).read_text(encoding="utf-8") for name in ("network.css", "network.js"))
    policy = (
        f"default-src 'none'; script-src {_hash(vis)} {_hash(own)}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    lang = str(facts.get("lang") or "en")
    return network.templateEnv.get_template(network.path).render(
        title=clean(str(network.heading)),
        lang=lang if re.fullmatch(r"[A-Za-z]+(-[A-Za-z0-9]+)*", lang) else "en",
        facts=facts,
        date=clean(network.date),
        policy=Markup(policy),
        style=Markup(style),
        scripts=[Markup(vis), Markup(own)],
        data=data,
        json=_json(data),
        rows=_table(data),
    )
