"""Named analyses of a graph, each a table with a note on what its figures mean and when not to trust them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

# Each module enters its analyses in the list.
from vmcgraph.analysis import centrality, chance, ledgers, matrices, sides, voices
from vmcgraph.analysis.attendance import participants
from vmcgraph.analysis.study import ANALYSES, Cell, Comparison, Matrix, Ranking, Study, Table
from vmcgraph.errors import QueryError, WrongUseError
from vmcgraph.lookup import what_there_is
from vmcgraph.scene import LEVELS, USUAL

if TYPE_CHECKING:
    from vmcgraph.store import Store

__all__ = [
    "ANALYSES",
    "Cell",
    "Comparison",
    "Matrix",
    "Ranking",
    "Study",
    "Table",
    "analyse",
    "centrality",
    "chance",
    "ledgers",
    "matrices",
    "overview",
    "participants",
    "sides",
    "voices",
]


def analyse(
    name: str,
    store: Store,
    *,
    view: str | None = None,
    editions: Collection[str] = (),
    level: str = USUAL,
    seed: int = 1,
) -> Table:
    """Make a named analysis of a graph.

    Args:
        name: one of ANALYSES, such as "brokers".
        store: holds the graph.
        view: the network to look at, one of network.VIEWS; default: the one that the analysis is made for.
        editions: keep to these, by slug or name; default all.
        level: one of scene.LEVELS; it and stronger ones count.
        seed: from which everything random is drawn; the same seed gives the same table.

    Returns:
        Columns, rows, and a note on what the figures mean and when not to trust them. Nothing to count gives no rows.

    Raises:
        WrongUseError: if there is no such analysis; it names the nearest, or all.
        QueryError: if there is no such view, level or edition, the analysis cannot look at the view, or it draws at random and
            the seed is negative.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> analyse("degree", open_store()).columns
        ('who', 'ties', 'share', 'contexts')
    """
    if name not in ANALYSES:
        raise WrongUseError(f"there is no analysis “{name}”; {what_there_is(name, ANALYSES)}", value=name)
    if level not in LEVELS:
        raise QueryError(f"there is no level “{level}”; from the strongest there are {', '.join(LEVELS)}", value=level)
    found = ANALYSES[name]
    if view is not None and view not in found.views:
        able = f"it looks at {', '.join(found.views)}" if found.views else "it asks the graph itself"
        raise QueryError(f"the analysis “{name}” has no view “{view}”; {able}", value=view)
    study = Study(store, view or found.view or "people", editions, level, seed)
    table = found.function(study)
    scope, read = study.looked_at
    return replace(table, name=name, title=found.title, scope=table.scope or scope, sources=read, chart=found.chart)


def overview() -> Table:
    """Return the analyses, each with what it tells, the network that it looks at and how it is drawn.

    Example:
        >>> overview().rows[0]
        ('degree', 'people', 'ranking', 'With how many others each is tied.')
    """
    rows = [
        (name, each.view or "", type(each.chart).__name__.lower() if each.chart else "", each.title)
        for name, each in ANALYSES.items()
    ]
    return Table(
        ("name", "view", "picture", "what it tells"),
        tuple(rows),
        "The view is the network it looks at, --view names another; where there is a picture, --plot draws it.",
    )
