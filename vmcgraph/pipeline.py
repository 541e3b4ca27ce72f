"""From reports to a graph that can be asked: read, extract, correct, make RDF, derive, validate, store.

The only place that knows this order. `build` is the whole of it; `keep` does the same in the user's data folder, beside the
editions that travel with the package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import Quad
from pyoxigraph import Store as Database

from vmcgraph import home
from vmcgraph.curation import corrected
from vmcgraph.document import Document
from vmcgraph.errors import ExportError, ExtractionError
from vmcgraph.files import write_files
from vmcgraph.kinds import KINDS
from vmcgraph.model import Encounter, Facts, Participation, Person, Session, SourceDocument
from vmcgraph.namespaces import PREFIXES
from vmcgraph.rdf import edition_graph, to_store, write_graph
from vmcgraph.resources import resource
from vmcgraph.spelling import slug
from vmcgraph.store import Store, open_store
from vmcgraph.tables import read_tables, write_tables
from vmcgraph.validation import ValidationReport, validate

#: Kinds of files that `build` writes, by suffix.
GRAPH_FILES = (".nq", ".nq.gz", ".trig", ".ttl", ".nt")

#: Told what begins, in a few words; for whoever waits.
Say = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """A graph and what went into it.

    Args:
        facts: of each edition that was built, corrected.
        report: whether the graph conforms; nothing is stored when it does not.
        database: the whole graph, in memory.
        replaced: the user's own editions that new ones took the place of.

    Example:
        >>> len(Built((), ValidationReport(conforms=True), Database()).store)
        0
    """

    facts: tuple[Facts, ...]
    report: ValidationReport
    database: Database
    replaced: tuple[str, ...] = ()

    @cached_property
    def store(self) -> Store:
        """The graph as a store to ask, for instance with `project`."""
        store = open_store()
        store.replace(self.database)
        return store


def _silent(_: str) -> None:
    """Say nothing."""


# ---------------------------------------------------------------- the steps


def facts_of(
    report: str | Path, *, edition: str | None = None, pipeline: str | None = None, say: Say = _silent
) -> tuple[Facts, Document]:
    """Read a report and extract its facts, as the rules find them.

    Args:
        report: a text, PDF or HTML file.
        edition: the id of the edition, such as "vmc2024"; default: what the report calls itself.
        pipeline: a spaCy pipeline that proposes names which the rules missed.
        say: is told what begins.

    Returns:
        The facts, and the document in which they stand.

    Raises:
        ReportError: if the report cannot be read.
        ExtractionError: if the pipeline cannot be loaded.
    """
    from vmcgraph.extraction import extract
    from vmcgraph.reading import read_report

    say(f"reading {Path(report).name}")
    document = read_report(report)
    say(f"extracting the facts of {Path(report).name}")
    facts = extract(document, edition=slug(edition) if edition else None)
    if pipeline:
        from vmcgraph.recognition import propose

        say(f"asking {pipeline} for names")
        facts = propose(document, facts, pipeline)
    return facts, document


def shipped_facts() -> list[Facts]:
    """Return the raw facts of the editions that travel with the package.

    Raises:
        VmcGraphError: if this installation lacks them, or they are damaged.
    """
    return [read_tables(folder) for folder in sorted(resource("data", "editions").iterdir()) if folder.is_dir()]


def facts_about(document: Document, *, edition: str | None = None) -> Facts:
    """Return the raw facts that were found in a report, or in another rendition of it.

    Args:
        document: the report.
        edition: whose facts to take, such as "vmc2024"; default: those that were read in this very text, else those of the
            edition that the report names.

    Returns:
        Those of the user's own editions before those that are shipped.

    Raises:
        ExtractionError: if there is no such edition.
    """
    from vmcgraph.extraction import extract

    there = [*map(read_tables, home.own_editions()), *shipped_facts()]
    same = (facts for facts in there if any(row.sha256 == document.sha256 for row in facts[SourceDocument]))
    if edition is None and (found := next(same, None)):
        return found
    wanted = slug(edition) if edition else extract(document).slug
    for facts in there:
        if facts.slug == wanted:
            return facts
    known = ", ".join(dict.fromkeys(facts.slug for facts in there))
    raise ExtractionError(
        f"{document.name}: there are no facts of the edition {wanted!r}, but of {known}; name one of these or a folder of tables",
        value=wanted,
    )


def _graph(
    facts: Iterable[Facts], documents: Mapping[str, Document], beside: Iterable[Quad] = (), say: Say = _silent
) -> Built:
    """Make the graph of raw facts, corrected, with all that follows from them, and check it."""
    made = tuple(map(corrected, facts))
    say("building the graph")
    database = to_store(made, wordings=documents, beside=beside)
    say("checking the graph")
    return Built(made, validate(database), database)


# ---------------------------------------------------------------- the whole


def build(
    *reports: str | Path,
    edition: str | None = None,
    store: str | Path | None = None,
    output: str | Path | None = None,
    say: Say = _silent,
) -> Built:
    """Build a graph of reports, check it, and store it if it conforms.

    Args:
        reports: text, PDF or HTML files; without any, the facts that travel with the package are built.
        edition: the id of the edition, for a single report; default: what the report calls itself.
        store: a folder (made when missing) or the address of a SPARQL endpoint. Editions that it has beside these stay.
        output: a file to write; its suffix tells the format: .nq, .nq.gz, .trig, .ttl or .nt.
        say: is told what begins, in a few words.

    Returns:
        The graph, the facts that went into it and the report of the check.

    Raises:
        ReportError: if a report cannot be read.
        ExtractionError: if a report tells of no conference, or two are of the same edition.
        StoreError: if the store cannot be opened or written.
        ExportError: if the file cannot be written.

    Example:
        >>> build("missing.pdf")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.ReportError: missing.pdf: no such file; name a report file (.htm, .html, ...)
    """
    if output is not None:
        _check_suffix(Path(output))
    if reports:
        read = _read(reports, edition, say)
        facts, documents = [facts for facts, _ in read], {facts.edition.id: document for facts, document in read}
    else:
        facts, documents = shipped_facts(), {}
    if store is None:
        built = _graph(facts, documents, say=say)
    else:
        with open_store(store, create=True) as target:
            built = _graph(facts, documents, _others(target.quads(), facts), say)
            if built.report.conforms:
                say("storing the graph")
                target.replace(built.database)
    if output is not None and built.report.conforms:
        _write(built, Path(output))
    return built


def _read(reports: Iterable[str | Path], edition: str | None, say: Say) -> list[tuple[Facts, Document]]:
    """Read reports, each of an edition of its own."""
    found: dict[str, tuple[Facts, Document]] = {}
    for report in reports:
        facts, document = facts_of(report, edition=edition, say=say)
        check_found(facts, report)
        if other := found.get(facts.slug):
            wish = "build them one by one and give each an id with --edition"
            raise ExtractionError(f"{report}: its edition is {facts.slug}, as of {other[1].name}; {wish}", value=report)
        found[facts.slug] = facts, document
    return list(found.values())


def check_found(facts: Facts, report: str | Path) -> None:
    """Refuse a text that tells of no conference.

    Args:
        facts: what was found.
        report: the file, for the message.

    Raises:
        ExtractionError: no session, participation, caption or person was found.
    """
    if not any(facts[kind] for kind in (Session, Participation, Encounter, Person)):
        wish = "a report on a conference, with its sessions and who took part, would be right"
        raise ExtractionError(f"{report}: nothing of a conference was found in it; {wish}", value=report)


def _others(quads: Iterable[Quad], facts: Iterable[Facts]) -> list[Quad]:
    """Return the quads of a store that a build of some facts leaves in it: those of other editions."""
    graphs = {edition_graph(each, part) for each in facts for part in ("", "evidence")}
    return [quad for quad in quads if quad.graph_name not in graphs]


def _check_suffix(target: Path) -> None:
    if not target.name.lower().endswith(GRAPH_FILES):
        raise ExportError(
            f"{target}: unknown kind of file; a graph is written as {', '.join(GRAPH_FILES)}", value=target
        )


def _write(built: Built, target: Path) -> None:
    """Write a graph to a file, in the format that its suffix tells."""
    if target.name.lower().endswith((".nq", ".nq.gz")):
        write_graph(built.database, target)
        return
    content = built.store.serialize(format=target.suffix.lower()[1:], prefixes=PREFIXES)
    write_files({target: content})


# ---------------------------------------------------------------- the user's own editions


def keep(*reports: str | Path, edition: str | None = None, say: Say = _silent) -> Built:
    """Add reports to the user's own editions; the graph of these and the shipped ones is then the usual one.

    Args:
        reports: text, PDF or HTML files. An edition that is there already, shipped or own, is replaced by them.
        edition: the id of the edition, for a single report.
        say: is told what begins.

    Returns:
        The graph of all editions, with the facts of the new ones.

    Raises:
        ReportError: if a report cannot be read.
        ExtractionError: as `build`.
        ExportError: if the user's data folder cannot be written.
    """
    new = {facts.slug: (facts, document) for facts, document in _read(reports, edition, say)}
    shipped, own = _there(say)
    _check_new(new, [*shipped.values(), *(facts for facts, _ in own.values())])
    built = _usual(shipped, {**own, **new}, say)
    if built.report.conforms:
        home.forget()
        for name, (facts, document) in new.items():
            folder = home.home() / "editions" / name
            write_tables(facts, folder)
            write_files({folder / _TEXT: document.text.encode("utf-8", "surrogatepass")})
        _publish(built)
    made = {facts.slug: facts for facts in built.facts}
    return replace(built, facts=tuple(made[name] for name in new), replaced=tuple(sorted(own.keys() & new.keys())))


def _check_new(new: Mapping[str, tuple[Facts, Document]], there: Iterable[Facts]) -> None:
    """Refuse a text that the graph has under another id: everything in it would count twice."""
    known = {row.sha256: facts.slug for facts in there for row in facts[SourceDocument]}
    for name, (_, document) in new.items():
        other = known.get(document.sha256, name)
        if other != name:
            wish = f"build it as that edition (--edition {other}) to put your copy in its place"
            raise ExtractionError(
                f"{document.name}: this text is in the graph already, as {other}; {wish}", value=document.name
            )


def refresh(say: Say = _silent) -> Built:
    """Build the user's graph anew, of the shipped editions and the user's own.

    Args:
        say: is told what begins.

    Raises:
        ExtractionError: if a table is damaged, or an own edition no longer conforms.
        ExportError: if the user's data folder cannot be written.
    """
    built = _usual(*_there(say), say)
    if not built.report.conforms:
        wish = f"build your reports again, or remove {home.home() / 'editions'}"
        raise ExtractionError(f"your own editions do not fit this version of vmcgraph: {wish}", value=built.report)
    _publish(built)
    return built


_TEXT = "document.txt"


def _there(say: Say) -> tuple[dict[str, Facts], dict[str, tuple[Facts, Document]]]:
    """Read the shipped editions and the user's own, by their slugs."""
    say("reading the editions that are there")
    own = {facts.slug: (facts, document) for facts, document in map(_own, home.own_editions())}
    return {facts.slug: facts for facts in shipped_facts()}, own


def _usual(shipped: Mapping[str, Facts], own: Mapping[str, tuple[Facts, Document]], say: Say) -> Built:
    """Make the graph of the shipped editions and the user's own, which take the place of shipped ones."""
    editions = {**shipped, **{name: facts for name, (facts, _) in own.items()}}
    return _graph(editions.values(), {facts.edition.id: document for facts, document in own.values()}, say=say)


def _own(folder: Path) -> tuple[Facts, Document]:
    facts = read_tables(folder)
    try:
        text = (folder / _TEXT).read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError):
        text = ""
    return facts, Document(text)


def _publish(built: Built) -> None:
    """Write the user's graph, and only then the note that it is up to date."""
    write_graph(built.database, home.own_graph())
    write_files(home.record())


def summary(facts: Iterable[Facts]) -> dict[str, dict[str, int]]:
    """Count the rows of each table, by edition.

    Args:
        facts: of one or more editions.

    Returns:
        By the edition's id, by table, in the order of the model.

    Example:
        >>> from vmcgraph.model import Edition
        >>> summary([Facts.of([Edition(id="edition/x1", name="X1", series="series/x", document="document/x1")])])
        {'x1': {'editions': 1}}
    """
    return {
        each.slug: {kind.table: len(each[kind.type]) for kind in KINDS.values() if each[kind.type]} for each in facts
    }
