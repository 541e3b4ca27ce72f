"""What differs between two editions or builds, as a person reads it, for a spreadsheet, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from vmcgraph.difference import COUNTED, MOVED, Change, Difference, Source, Value
from vmcgraph.output import clean, paragraph, separated
from vmcgraph.scene import several_pages
from vmcgraph.screen import FEW, Entry, few, indented

#: Kinds of which a reader wants to know that a source names none.
_MISSED = ("person", "session")


def contrast(found: Difference, *, most: int | None = FEW) -> str:
    """Return what differs between two editions or builds: first what each is known from, and what is not compared.

    Args:
        found: as `vmcgraph.difference.diff_editions` or `vmcgraph.builds.diff_builds` gives it.
        most: how many entries of each list to show; all when None.
    """
    lines: list[str] = []
    for name, sources in zip(found.names, found.sources, strict=True):
        entries: list[Entry] = [each for source in sources for each in _source(source)]
        between_builds = [source.edition for source in sources] != [name]
        lines += [paragraph(name, rest=2), *indented(entries, 2)] if between_builds else indented(entries, 0)
    lines += ["", "To bear in mind", *indented(found.notes, 2)] if found.notes else []
    for (edition, kind), changes in groupby(found.changes, key=lambda each: (each.edition, each.kind)):
        lines += ["", clean(f"{edition}, {kind}") if edition else COUNTED[kind].capitalize()]
        for change, alike in groupby(changes, key=lambda each: each.change):
            listed = [_changed(each, ("", "") if edition else found.names) for each in alike]
            where = "" if edition or change == MOVED else f" in {found.names[1]}"
            lines += indented([f"{change}{where} ({len(listed)})", few(listed, most)], 2)
    return "\n".join(lines if found.changes else [*lines, "", f"{nothing(found).capitalize()}."])


def nothing(found: Difference) -> str:
    """Return what to say where nothing differs.

    Args:
        found: as `contrast` takes it.
    """
    return "nothing differs that can be compared" if found.compared else "nothing could be compared"


def _source(source: Source) -> Iterator[Entry]:
    length = f"{source.length:,} characters" if source.length else ""
    about = ", ".join(filter(None, (source.genre, length, "" if source.paged else "without pages")))
    yield f"{source.edition}: {f'“{source.title}” ' * bool(source.title)}({about})"
    states = ", ".join(f"{n} {kind if n == 1 else COUNTED[kind]}" for kind, n in source.counts.items() if n)
    lacks = " and ".join(f"no {kind}" for kind in _MISSED if not source.counts[kind])
    yield ["; ".join(filter(None, (states and f"states {states}", lacks and f"names {lacks}")))]


def _changed(change: Change, names: Sequence[str]) -> str:
    """Return one difference: what is only on one side with its pages, else what each side states."""
    if not change.what:
        ((text, pages),) = change.was or change.now
        return f"{change.thing.name}{f' – {text}' * bool(text)}{_in_brackets(pages)}"
    was, now = (_sides(values, name) for values, name in zip((change.was, change.now), names, strict=True))
    return f"{change.thing.name}, {change.what}: {was} → {now}"


def _sides(values: Iterable[Value], edition: str) -> str:
    told = (f"{value.text}{_in_brackets(', '.join(filter(None, (edition, value.pages))))}" for value in values)
    return "; ".join(told) or "nothing"


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""


def spreadsheet(found: Difference) -> str:
    """Return what differs as CSV.

    Args:
        found: as `contrast` takes it.
    """
    head = ["change", "kind", "name", "id", "what", "was", "was_pages", "now", "now_pages", "edition"]
    rows = (
        [each.change, each.kind, each.thing.name, each.thing.identity, each.what]
        + [cell for values in (each.was, each.now) for cell in _cells(values)]
        + [each.edition]
        for each in found.changes
    )
    return separated(head, rows, "csv")


def _cells(values: Sequence[Value]) -> tuple[str, str]:
    return "; ".join(value.text for value in values), several_pages(value.pages for value in values)


def data(found: Difference) -> dict[str, Any]:
    """Return what differs as data for JSON.

    Args:
        found: as `contrast` takes it.
    """
    before, after = (
        {"name": name, "sources": [source._asdict() for source in sources]}
        for name, sources in zip(found.names, found.sources, strict=True)
    )
    changes = [
        {
            **each._asdict(),
            "thing": {"id": each.thing.identity, "name": each.thing.name},
            "was": [value._asdict() for value in each.was],
            "now": [value._asdict() for value in each.now],
        }
        for each in found.changes
    ]
    return {"before": before, "after": after, "notes": found.notes, "changes": changes}
