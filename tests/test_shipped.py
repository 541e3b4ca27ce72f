"""The graph that travels with the package: built from the shipped tables, the same bytes every time, the same to every reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest

from vmcgraph.resources import resource

GRAPH = resource("data", "graph.nq.gz")


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_a_rebuild_gives_the_same_bytes(tmp_path: Path, seed: str) -> None:
    target = tmp_path / "graph.nq.gz"
    command = [sys.executable, "-m", "vmcgraph", "build", "-o", str(target)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert target.read_bytes() == GRAPH.read_bytes()


def test_rdflib_pyoxigraph_and_pyshacl_agree(tmp_path: Path) -> None:
    import gzip

    import pyshacl
    from rdflib import Dataset

    plain = gzip.decompress(GRAPH.read_bytes())
    store = pyoxigraph.Store()
    store.bulk_load(plain, format=pyoxigraph.RdfFormat.N_QUADS)
    dataset = Dataset(default_union=True)
    dataset.parse(data=plain.decode(), format="nquads")
    triples = {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in store}
    assert len(triples) == len(set(dataset.triples((None, None, None))))
    shapes = resource("ontology", "shapes.ttl")
    conforms, _, text = pyshacl.validate(dataset, shacl_graph=str(shapes), inference="none", advanced=False)
    assert conforms, text


def test_no_running_text_travels_along() -> None:
    import gzip

    words = [line.split() for line in gzip.decompress(GRAPH.read_bytes()).decode().splitlines() if "TextQuote" in line]
    assert not words
