"""Everyday commands load none of the slow libraries."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import ROOT

SLOW = {
    "rdflib",
    "networkx",
    "numpy",
    "scipy",
    "networkit",
    "pyshacl",
    "pyvis",
    "IPython",
    "lxml",
    "jinja2",
    "matplotlib",
}


def loaded(*arguments: str) -> set[str]:
    """Return the top-level modules that a Python process loaded."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-500:]
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


def test_the_measure_sees_what_is_loaded() -> None:
    assert "rdflib" in loaded("-c", "import rdflib")


def test_the_package_loads_its_names_on_first_use() -> None:
    assert not loaded("-c", "import vmcgraph") & (SLOW | {"click", "pyoxigraph", "rapidfuzz"})


@pytest.mark.parametrize(
    "command",
    [
        ("--help",),
        ("--version",),
        ("who", "Nicole de Moor"),
        ("who", "Safe Mobility Offices"),
        ("coappear", "Nicole de Moor"),
        ("path", "Ivan Krastev", "Nicole de Moor"),
        ("diff", "vmc2024", "vmc2025"),
        ("query", "SELECT ?person { ?person a vmc:Person } LIMIT 1"),
        ("query", "--list"),
        ("query", "--name", "met", "-p", "person=Nicole de Moor"),
    ],
    ids=" ".join,
)
def test_an_everyday_command_loads_no_slow_library(command: tuple[str, ...]) -> None:
    modules = loaded("-m", "vmcgraph", *command)
    assert "click" in modules
    assert not modules & SLOW


def test_figures_without_a_picture_do_not_load_what_draws() -> None:
    assert not loaded("-m", "vmcgraph", "analyse", "degree") & {"matplotlib"}


def test_a_small_network_loads_nothing_that_is_for_large_ones() -> None:
    modules = loaded("-m", "vmcgraph", "analyse", "pagerank")
    assert "networkx" in modules
    assert not modules & {"numpy", "scipy", "networkit"}
