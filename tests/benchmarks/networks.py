"""Print what large networks cost, ours beside networkx, igraph, networkit and polars; nothing is judged.

Usage: python tests/benchmarks/networks.py [SIZE…] [--networkx-up-to SIZE] [--only TASK…]     (make benchmark SIZES="…")

SIZE is the number of participations, by default 10,000, 100,000 and 1,000,000. They are drawn: four a person, by Zipf's law (the
exponent is 1, after an offset of 100), in sessions of log-normal size, six on average and up to 125; the numbers of people
are shuffled. Each figure comes from a process of its own with one thread: CPU seconds (user and system), the least of three runs or
of as many as fit into ten seconds; how many times ours that is; the greatest memory of the process, which holds the table too; and
whether the result is the same as ours. All start from columns of integers, so that each one's conversion counts, every time.
The projection of networkx, igraph and polars has counts only; ours and scipy's have the strength as well.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

SEED = 1
SOURCES = 20
DAMPING, WITHIN = 0.85, 1e-8
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS"), "1")
Columns = dict[str, Any]


def table(size: int) -> Columns:
    """Return who took part in which session."""
    draw = np.random.default_rng(SEED)
    people = max(1, size // 4)
    sizes = np.clip(draw.lognormal(1.5, 0.75, size // 6).round(), 1, 125).astype(int)
    session = np.repeat(np.arange(len(sizes)), sizes)[:size]
    known = np.cumsum(1 / (np.arange(people) + 100.0))
    person = draw.permutation(people)[np.searchsorted(known / known[-1], draw.random(len(session)))]
    once = draw.permutation(np.unique(session * people + person))
    return {"person": once % people, "session": once // people}


def projected(given: Columns) -> Columns:
    """Return the pairs of a table as the other tasks are given them."""
    from vmcgraph.projection import pairs

    found = pairs(given["person"], given["session"])
    columns = {name: getattr(found, name) for name in ("one", "other", "times", "strength")}
    return {**columns, "people": len(found.names)}


# ---------------------------------------------------------------- projection


def _ours_projection(given: Columns) -> Columns:
    return projected(given)


def _plain_projection(given: Columns) -> Columns:
    from vmcgraph import projection

    projection.find_spec = lambda name: None  # type: ignore[assignment,return-value]
    return projected({name: column.tolist() for name, column in given.items()})


def _networkx_projection(given: Columns) -> Columns:
    import networkx as nx

    network = nx.Graph()
    people, sessions = given["person"].tolist(), (-1 - given["session"]).tolist()
    network.add_edges_from(zip(people, sessions, strict=True))
    found = nx.bipartite.weighted_projected_graph(network, set(people))
    return {"times": np.array([times for _, _, times in found.edges(data="weight")])}


def _igraph_projection(given: Columns) -> Columns:
    import igraph

    people = int(given["person"].max()) + 1
    sessions = int(given["session"].max()) + 1
    edges = np.column_stack((given["person"], given["session"] + people))
    network = igraph.Graph(n=people + sessions, edges=edges)
    types = [False] * people + [True] * sessions
    return {"times": np.array(network.bipartite_projection(types, which=0).es["weight"])}


def _polars_projection(given: Columns) -> Columns:
    import polars as pl

    frame = pl.DataFrame({name: column.astype(np.int32) for name, column in given.items()})
    both = frame.join(frame, on="session").filter(pl.col("person") < pl.col("person_right"))
    return {"times": both.group_by("person", "person_right").len()["len"].to_numpy()}


def _scipy_projection(given: Columns) -> Columns:
    from scipy import sparse

    ones = np.ones(len(given["person"]), np.int32)
    there = sparse.csr_array((ones, (given["person"], given["session"])))
    weight = 1 / np.maximum(1, there.sum(axis=0) - 1)
    times = sparse.triu(there @ there.T, 1)
    return {"times": times.data, "strength": sparse.triu((there * weight).tocsr() @ there.T, 1).data}


# ---------------------------------------------------------------- on the projected network


def _pairs(given: Columns) -> Any:
    from vmcgraph.projection import Pairs

    people = int(given["people"])
    return Pairs(range(people), *(given[name] for name in ("one", "other", "times", "strength")))


def _networkx(given: Columns, weight: str) -> Any:
    import networkx as nx

    network = nx.Graph()
    network.add_nodes_from(range(int(given["people"])))
    columns = (given[name].tolist() for name in ("one", "other", weight))
    network.add_weighted_edges_from(zip(*columns, strict=True))
    return network


def _igraph(given: Columns) -> Any:
    import igraph

    random.seed(SEED)
    return igraph.Graph(n=int(given["people"]), edges=np.column_stack((given["one"], given["other"])))


def _networkit(given: Columns, weight: str = "") -> Any:
    import networkit
    from scipy import sparse

    networkit.setNumberOfThreads(1)
    networkit.setSeed(SEED, False)
    people = int(given["people"])
    weights = given[weight].astype(float) if weight else np.ones(len(given["one"]))
    start = np.searchsorted(given["one"], np.arange(people + 1))
    matrix = sparse.csr_array((weights, given["other"], start), shape=(people, people))
    return networkit.GraphFromCsr(matrix, directed=False, weighted=bool(weight))


def _ours_pagerank(given: Columns) -> Any:
    from vmcgraph import measures

    return measures.pagerank(_pairs(given), damping=DAMPING, within=WITHIN).values()


def _networkx_pagerank(given: Columns) -> Any:
    import networkx as nx

    tolerance = WITHIN / int(given["people"])  # which networkx multiplies by the number of nodes
    return nx.pagerank(_networkx(given, "times"), DAMPING, tol=tolerance, max_iter=1000).values()


def _igraph_pagerank(given: Columns) -> Any:
    return _igraph(given).pagerank(damping=DAMPING, weights=given["times"].tolist())


def _networkit_pagerank(given: Columns) -> Any:
    import networkit

    graph = _networkit(given, "times")
    made = networkit.centrality.PageRank(graph, DAMPING, WITHIN)
    made.norm = networkit.centrality.Norm.l1norm
    scores = np.array(made.run().scores())
    return scores / scores.sum()  # what reaches nodes without a tie is lost on the way


def _ours_components(given: Columns) -> Any:
    from vmcgraph import measures

    return measures.components(_pairs(given))


def _networkx_components(given: Columns) -> Any:
    import networkx as nx

    return list(nx.connected_components(_networkx(given, "times")))


def _igraph_components(given: Columns) -> Any:
    return _igraph(given).connected_components().membership


def _networkit_components(given: Columns) -> Any:
    import networkit

    graph = _networkit(given)  # which no algorithm keeps alive
    return networkit.components.ConnectedComponents(graph).run().getPartition().getVector()


def _ours_communities(given: Columns) -> Any:
    from vmcgraph import measures

    return measures.partitions(_pairs(given), [SEED])[0]


def _networkx_communities(given: Columns) -> Any:
    import networkx as nx

    return nx.community.louvain_communities(_networkx(given, "strength"), seed=SEED)


def _igraph_communities(given: Columns) -> Any:
    weights = given["strength"].tolist()
    return _igraph(given).community_leiden("modularity", weights=weights, n_iterations=2).membership


def _networkit_communities(given: Columns) -> Any:
    import networkit

    graph = _networkit(given, "strength")
    return networkit.community.ParallelLeiden(graph, randomize=False).run().getPartition().getVector()


def _louvain_communities(given: Columns) -> Any:
    import networkit

    graph = _networkit(given, "strength")
    return networkit.community.PLM(graph).run().getPartition().getVector()


def _ours_betweenness(given: Columns) -> Any:
    from vmcgraph import measures

    return measures.betweenness(_pairs(given), sample=SOURCES, seed=SEED).values()


def _networkx_betweenness(given: Columns) -> Any:
    import networkx as nx

    return nx.betweenness_centrality(_networkx(given, "times"), k=SOURCES, seed=SEED).values()


def _igraph_betweenness(given: Columns) -> Any:
    people = int(given["people"])
    drawn = random.Random(SEED).sample(range(people), SOURCES)
    counted = np.full(people, SOURCES)
    counted[drawn] -= 1
    return 2 * np.array(_igraph(given).betweenness(directed=False, sources=drawn)) / counted / (people - 2)


def _networkit_betweenness(given: Columns) -> Any:
    import networkit

    graph = _networkit(given)
    return networkit.centrality.EstimateBetweenness(graph, SOURCES, normalized=True).run().scores()


TASKS: dict[str, dict[str, Callable[[Columns], Any]]] = {
    "projection": {
        "ours": _ours_projection,
        "ours, plain": _plain_projection,
        "networkx": _networkx_projection,
        "igraph": _igraph_projection,
        "polars": _polars_projection,
        "scipy": _scipy_projection,
    },
    "pagerank": {
        "ours": _ours_pagerank,
        "networkx": _networkx_pagerank,
        "igraph": _igraph_pagerank,
        "networkit": _networkit_pagerank,
    },
    "components": {
        "ours": _ours_components,
        "networkx": _networkx_components,
        "igraph": _igraph_components,
        "networkit": _networkit_components,
    },
    "communities": {
        "ours": _ours_communities,
        "networkx": _networkx_communities,
        "igraph": _igraph_communities,
        "networkit": _networkit_communities,
        "networkit, PLM": _louvain_communities,
    },
    "betweenness": {
        "ours": _ours_betweenness,
        "networkx": _networkx_betweenness,
        "igraph": _igraph_betweenness,
        "networkit": _networkit_betweenness,
    },
}


# ---------------------------------------------------------------- one figure


def work(task: str, engine: str, folder: Path) -> None:
    """Do a task, save its result, and print the CPU seconds and the memory of this process."""
    given = dict(np.load(folder / ("table.npz" if task == "projection" else "pairs.npz")))
    do = TASKS[task][engine]
    least, spent, runs = float("inf"), 0.0, 0
    while runs < 3 and spent < 10:
        found = None  # one result at a time is held
        start = time.process_time()
        found = do(given)
        taken = time.process_time() - start
        least, spent, runs = min(least, taken), spent + taken, runs + 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    np.savez(folder / f"{task}-{engine}.npz", **columns(found, given))
    print(json.dumps({"seconds": least, "memory": memory}))


def columns(found: Any, given: Columns) -> Columns:
    """Return a result as columns: figures by the number of the node, of groups the number of its group."""
    if isinstance(found, dict):
        return found
    figures = list(found)
    if figures and isinstance(figures[0], set | frozenset):
        groups, figures = figures, np.empty(int(given["people"]), int)
        for number, group in enumerate(groups):
            figures[list(group)] = number
    return {"figures": np.array(figures)}


def prepare(size: int, folder: Path) -> None:
    """Save a table and its pairs."""
    given = table(size)
    np.savez(folder / "table.npz", **given)
    found = projected(given)
    np.savez(folder / "pairs.npz", **found)
    said = f"{len(given['person']):,} participations, {found['people']:,} people, {len(found['one']):,} pairs"
    print(json.dumps({"said": said}))


def alone(*arguments: str) -> dict[str, Any]:
    """Run this file in a process of its own and return what it prints."""
    command = [sys.executable, __file__, "--worker", *arguments]
    done = subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


# ---------------------------------------------------------------- the table


def compared(task: str, engine: str, folder: Path) -> str:
    """Say how a result differs from ours."""
    ours, theirs = (np.load(folder / f"{task}-{each}.npz") for each in ("ours", engine))
    if task == "projection":
        same = np.array_equal(np.sort(ours["times"]), np.sort(theirs["times"]))
        if "strength" in theirs:
            same = same and bool(np.isclose(ours["strength"].sum(), theirs["strength"].sum()))
        return "the same" if same else "DIFFERS"
    one, other = ours["figures"], theirs["figures"]
    if task == "communities":
        return f"modularity {modularity(other, folder):.4f}"
    if task == "components":
        _, number = np.unique(one * (int(other.max()) + 1) + other, return_counts=True)
        alike = len(number) == len(np.unique(one)) == len(np.unique(other))
        return "the same" if alike else "DIFFERS"
    if (task, engine) == ("betweenness", "networkit"):
        return "draws its own sample"
    return f"differs by {np.abs(one - other).max() / one.max():.0e} of the greatest"


def modularity(group: Any, folder: Path) -> float:
    """Return the modularity of communities, by the same formula for all."""
    given = np.load(folder / "pairs.npz")
    one, other, weight = given["one"], given["other"], given["strength"]
    strength = np.bincount(group[one], weight, group.max() + 1) + np.bincount(group[other], weight, group.max() + 1)
    inside = weight[group[one] == group[other]].sum() / weight.sum()
    return float(inside - ((strength / (2 * weight.sum())) ** 2).sum())


def show(size: int, tasks: list[str], networkx_up_to: int) -> None:
    """Print the figures of a size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"\n{alone('prepare', str(size), name)['said']}")
        print(f"{'':<13}{'':<16}{'CPU s':>9}{'ratio':>9}{'MiB':>8}  result")
        for task in tasks:
            ours = 0.0
            for engine in TASKS[task]:
                library = engine.partition(",")[0]
                if library != "ours" and not importlib.util.find_spec(library):
                    print(f"{task:<13}{engine:<16}  is not installed")
                    continue
                if library == "networkx" and size > networkx_up_to:
                    continue
                told = alone(task, engine, name)
                ours = ours or told["seconds"]
                result = compared(task, engine, folder)
                line = f"{told['seconds']:>9.3f}{told['seconds'] / ours:>9.2f}{told['memory']:>8.0f}  {result}"
                print(f"{task:<13}{engine:<16}{line}", flush=True)


def main() -> None:
    """Print the tables, or do one task for them."""
    if sys.argv[1:2] == ["--worker"]:
        task, engine, folder = sys.argv[2:]
        if task == "prepare":
            prepare(int(engine), Path(folder))
        else:
            work(task, engine, Path(folder))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument(
        "--networkx-up-to", type=int, default=100_000, help="default 100000; at 1000000 it takes half an hour"
    )
    parser.add_argument("--only", nargs="+", choices=TASKS, default=list(TASKS))
    chosen = parser.parse_args()
    for size in chosen.sizes:
        show(size, chosen.only, chosen.networkx_up_to)


if __name__ == "__main__":
    main()
