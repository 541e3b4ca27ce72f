"""Questions to the graph in SPARQL, with the usual prefixes declared."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from vmcgraph.errors import QueryError
from vmcgraph.namespaces import ID, PREFIXES

if TYPE_CHECKING:
    from vmcgraph.store import Solutions, Store, Term, Triples


def ask(store: Store, sparql: str, *, bindings: Mapping[str, Term] | None = None) -> Solutions | bool | Triples:
    """Answer a question in which the prefixes of the package need not be declared, and an id stands for its IRI: <person/ada>.

    Args:
        store: holds the graph; the union of its named graphs is asked.
        sparql: SELECT, ASK, CONSTRUCT or DESCRIBE.
        bindings: terms by variable, as `Store.query` binds them.

    Returns:
        What `Store.query` returns.

    Raises:
        QueryError: if the question is broken; the place is that in the text as given.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> ask(open_store(), "ASK { ?person a vmc:Person }")
        False
    """
    prologue = _prologue(sparql)
    try:
        return store.query(f"{prologue}\n{sparql}", bindings=bindings)
    except QueryError as error:
        # The prologue is a line that the asker does not know of.
        words = re.sub(r"^line (\d+)", lambda found: f"line {int(found[1]) - 1}", str(error))
        # A prefixed name takes no slash.
        if sliced := re.search(r"\bid:([\w-]+/[\w/-]+)", sparql):
            words = (
                f"line {sparql.count(chr(10), 0, sliced.start()) + 1}: an id stands in angle brackets: <{sliced[1]}>"
            )
        raise QueryError(words, value=sparql) from error


def _prologue(sparql: str) -> str:
    """Declare the base of ids, and the prefixes of the package that a question does not declare itself; its own base goes before."""
    own = set(re.findall(r"\bPREFIX\s+([\w.-]*):", sparql, re.IGNORECASE))
    prefixes = (f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name not in own)
    return " ".join((f"BASE <{ID}>", *prefixes))


def select(store: Store, sparql: str, **things: str) -> Iterator[Any]:
    """Yield the rows of one of the package's own questions as plain values.

    Args:
        store: holds the graph.
        sparql: a SELECT query without a prologue.
        things: IRIs by variable; they reach the query as terms.

    Returns:
        For each row its texts as attributes named by the variables; None where a variable is not bound.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> [row.name for row in select(open_store(), 'SELECT ?name { VALUES ?name { "Ada Brook" } }')]
        ['Ada Brook']
    """
    bindings = {name: NamedNode(iri) for name, iri in things.items()}
    found = store.select(f"{_prologue('')}\n{sparql}", bindings=bindings)
    for row in found.rows:
        texts = (None if term is None else getattr(term, "value", str(term)) for term in row)
        yield SimpleNamespace(**dict(zip(found.variables, texts, strict=True)))


def read_question(given: str) -> str:
    """Return the text of a question.

    Args:
        given: the question itself, the name of a file that holds it, or "-" for standard input.

    Raises:
        QueryError: if the file is missing, is no text, or holds nothing.

    Example:
        >>> read_question("ASK {}")
        'ASK {}'
    """
    if given == "-":
        content, name = sys.stdin.buffer.read(), "standard input"
    elif os.path.isfile(given):
        name = given
        try:
            with open(given, "rb") as file:
                content = file.read()
        except OSError as error:
            raise QueryError(f"{given}: cannot be read ({error.strerror})", value=given) from error
    elif given.strip() and not re.search(r"[\s{]", given.strip()):
        raise QueryError(f"{given}: no such file, and no SPARQL; SELECT, ASK, CONSTRUCT or DESCRIBE begins a question")
    else:
        content, name = given.encode("utf-8", "surrogateescape"), "the question"
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{name}: is no text in UTF-8; a SPARQL question would be right", value=name) from error
    if not text.strip():
        raise QueryError(f"{name} is empty; SELECT, ASK, CONSTRUCT or DESCRIBE begins a question", value=name)
    return text
