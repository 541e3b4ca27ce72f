"""The reports of the Vienna Migration Conference as a graph: build it, ask it, show it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vmcgraph.analysis import analyse
    from vmcgraph.catalogue import answer
    from vmcgraph.charts import plot
    from vmcgraph.document import Document, Span
    from vmcgraph.editions import open_graph
    from vmcgraph.errors import VmcGraphError
    from vmcgraph.evaluation import evaluate
    from vmcgraph.explorer import render_network, to_pyvis
    from vmcgraph.extraction import extract
    from vmcgraph.model import Facts
    from vmcgraph.network import project
    from vmcgraph.pipeline import build
    from vmcgraph.questions import ask
    from vmcgraph.rdf import to_graph
    from vmcgraph.reading import read_report
    from vmcgraph.store import open_store
    from vmcgraph.validation import validate
    from vmcgraph.verification import verify

__version__ = "0.1.0"

__all__ = [
    "Document",
    "Facts",
    "Span",
    "VmcGraphError",
    "__version__",
    "analyse",
    "answer",
    "ask",
    "build",
    "evaluate",
    "extract",
    "open_graph",
    "open_store",
    "plot",
    "project",
    "read_report",
    "render_network",
    "to_graph",
    "to_pyvis",
    "validate",
    "verify",
]

#: The module of each public name, which is loaded when the name is first used.
_HOMES = {
    "Document": "document",
    "Facts": "model",
    "Span": "document",
    "VmcGraphError": "errors",
    "analyse": "analysis",
    "answer": "catalogue",
    "ask": "questions",
    "build": "pipeline",
    "evaluate": "evaluation",
    "extract": "extraction",
    "open_graph": "editions",
    "open_store": "store",
    "plot": "charts",
    "project": "network",
    "read_report": "reading",
    "render_network": "explorer",
    "to_graph": "rdf",
    "to_pyvis": "explorer",
    "validate": "validation",
    "verify": "verification",
}


def __getattr__(name: str) -> object:
    """Load a public name on its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Name the public names."""
    return sorted(__all__)
