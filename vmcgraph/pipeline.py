"""From reports to a graph that can be asked: read, extract, correct, make RDF, derive, validate, store.

The only place that knows this order. `build` is the whole of it; `vmcgraph.editions.keep` does the same in the user's data folder,
beside the editions that travel with the package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Quad
from pyoxigraph import Store as Database

from vmcgraph import curation, home
from vmcgraph.curation import Corrected, correct
from vmcgraph.document import Document
from vmcgraph.errors import ExportError, ExtractionError
from vmcgraph.files import write_files
from vmcgraph.identity import are_one, head_of, is_lost, same_text
from vmcgraph.judgements import Judgement, carried, read_judgements
from vmcgraph.kinds import KINDS
from vmcgraph.model import (
    Country,
    Encounter,
    Facts,
    Instrument,
    Organisation,
    Participation,
    Person,
    Session,
    SourceDocument,
)
from vmcgraph.namespaces import CURATED, PREFIXES
from vmcgraph.rdf import edition_graph, to_store, without_decisions, write_graph
from vmcgraph.resources import resource
from vmcgraph.spelling import slug
from vmcgraph.store import Store, open_store
from vmcgraph.stored import stored_editions
from vmcgraph.tables import read_tables
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
        replaced: the editions, own or shipped, whose place those of another text took.
        corrections: for each of these editions, how many judgements were applied, by action and table.
        dropped: for editions of which new judgements took the place of earlier ones, how many of these they do not repeat.

    Example:
        >>> len(Built((), ValidationReport(conforms=True), Database()).store)
        0
    """

    facts: tuple[Facts, ...]
    report: ValidationReport
    database: Database
    replaced: tuple[str, ...] = ()
    corrections: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def store(self) -> Store:
        """The graph as a store to ask, for instance with `project`."""
        store = open_store()
        store.replace(self.database)
        return store


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of one edition before it becomes a graph.

    Args:
        facts: as the rules found them.
        document: in which they stand, when it is at hand.
        judged: the user's judgements about them, which come after those that are shipped.
    """

    facts: Facts
    document: Document | None = None
    judged: tuple[Judgement, ...] = ()

    def corrected(self) -> Corrected:
        """Apply the judgements about the edition: those that are shipped, then the user's."""
        text = self.document.text if self.document else None
        return correct(self.facts, (*curation.judgements(self.facts.slug), *self.judged), text)


def silent(_: str) -> None:
    """Say nothing."""


# ---------------------------------------------------------------- the steps


def facts_of(
    report: str | Path,
    *,
    edition: str | None = None,
    pipeline: str | None = None,
    known: bool = False,
    say: Say = silent,
) -> tuple[Facts, Document]:
    """Read a report and extract its facts, as the rules find them.

    Args:
        report: a text, PDF or HTML file.
        edition: the id of the edition, such as "vmc2024"; default: what the report calls itself.
        pipeline: a spaCy pipeline that proposes names which the rules missed.
        known: without an id, take the one under which the text is there, shipped or own.
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
    wanted = slug(edition) if edition else next(_editions_of(document), None) if known else None
    facts = extract(document, edition=wanted)
    if pipeline:
        from vmcgraph.recognition import propose

        say(f"asking {pipeline} for names")
        facts = propose(document, facts, pipeline)
    return facts, document


def _editions_of(document: Document) -> Iterator[str]:
    """Yield the ids of the editions that were read in a text, the user's own first."""
    for facts in (*map(read_tables, home.own_editions()), *shipped_facts()):
        if any(row.sha256 == document.sha256 for row in facts[SourceDocument]):
            yield facts.slug


def shipped_facts() -> list[Facts]:
    """Return the raw facts of the editions that travel with the package.

    Raises:
        VmcGraphError: if this installation lacks them, or they are damaged.
    """
    return [read_tables(folder) for folder in sorted(resource("data", "editions").iterdir()) if folder.is_dir()]


def reading_of(
    report: str | Path,
    *,
    edition: str | None = None,
    judgements: str | Path | None = None,
    pipeline: str | None = None,
    known: bool = False,
    say: Say = silent,
) -> Reading:
    """Read a report and extract its facts, with the user's judgements about them.

    Args:
        report: a text, PDF or HTML file.
        edition: the id of the edition.
        judgements: a file of judgements; default: those that are kept with the edition in the user's data folder.
        pipeline: a spaCy pipeline that proposes names which the rules missed.
        known: without an id, take the one under which the text is there, so that the judgements about it fit.
        say: is told what begins.

    Raises:
        ReportError: if the report cannot be read.
        ExtractionError: if it tells of no conference, or a judgement is malformed.
    """
    judged = read_judgements(judgements) if judgements else None
    facts, document = facts_of(report, edition=edition, pipeline=pipeline, known=known, say=say)
    check_found(facts, report)
    return Reading(facts, document, _carried_judgements(facts, document) if judged is None else judged)


def _carried_judgements(facts: Facts, document: Document) -> tuple[Judgement, ...]:
    """Return the judgements that are kept with an edition as they are about a text of it; none about another conference's."""
    kept = kept_judgements(facts.slug)
    there = (*map(read_tables, home.own_editions()), *shipped_facts()) if kept else ()
    known = next((each for each in there if each.slug == facts.slug), None)
    if known is None or same_text(known, facts):
        return kept
    if not are_one(known, facts) or is_lost(known, facts):
        return ()
    return tuple(carried(kept, home.own_text(facts.slug), document.text))


def kept_reading(facts: Facts) -> Reading:
    """Return an edition with what is kept with it in the user's data folder: its text and the judgements about it."""
    text = home.own_text(facts.slug)
    return Reading(facts, None if text is None else Document(text), kept_judgements(facts.slug))


def kept_judgements(edition: str) -> tuple[Judgement, ...]:
    """Return the judgements about an edition in the user's data folder."""
    file = home.own_judgements(edition)
    return read_judgements(file) if file.is_file() else ()


def facts_about(document: Document, *, edition: str | None = None, store: Store | None = None) -> Facts:
    """Return the facts that the graph has of a report, or of another rendition of it: after the judgements about them.

    Args:
        document: the report.
        store: holds the editions; default: the user's own editions and those that are shipped.
        edition: whose facts to take, such as "vmc2024"; default: those that were read in this very text, else those of the
            edition that the report names.

    Returns:
        Those of the user's own editions before those that are shipped.

    Raises:
        ExtractionError: if there is no such edition.
    """
    from vmcgraph.extraction import extract

    usual = () if store else (*map(read_tables, home.own_editions()), *shipped_facts())
    there = list(stored_editions(store.quads())) if store else usual
    same = (facts for facts in there if any(row.sha256 == document.sha256 for row in facts[SourceDocument]))
    wanted = slug(edition) if edition else ""
    if not wanted:
        found = next(same, None)
        wanted = found.slug if found else extract(document).slug
    for facts in there:
        if facts.slug == wanted:
            return facts if store else kept_reading(facts).corrected().facts
    known = ", ".join(dict.fromkeys(facts.slug for facts in there)) or "none"
    raise ExtractionError(
        f"{document.name}: there are no facts of the edition {wanted!r}, but of {known}; name one of these or a folder of tables",
        value=wanted,
    )


def graph_of(readings: Iterable[Reading], beside: Iterable[Quad] = (), say: Say = silent) -> Built:
    """Make the graph of editions, corrected, with all that follows from them, and check it."""
    readings = list(readings)
    made = [reading.corrected() for reading in readings]
    documents = {each.facts.edition.id: each.document for each in readings if each.document}
    say("building the graph")
    database = to_store(
        [each.facts for each in made],
        wordings=documents,
        beside=beside,
        readings={reading.facts.edition.id: reading.facts for reading in readings},
        decisions=[decision for each in made for decision in each.decisions],
    )
    say("checking the graph")
    corrections = {each.facts.slug: curation.summary(each) for each in made}
    return Built(tuple(each.facts for each in made), validate(database), database, corrections=corrections)


# ---------------------------------------------------------------- the whole


def build(
    *reports: str | Path,
    edition: str | None = None,
    store: str | Path | None = None,
    output: str | Path | None = None,
    judgements: str | Path | None = None,
    say: Say = silent,
) -> Built:
    """Build a graph of reports, check it, and store it if it conforms.

    Args:
        reports: text, PDF or HTML files; without any, the facts that travel with the package are built.
        edition: the id of the edition, for a single report; default: what the report calls itself.
        judgements: a file of judgements about the single report, or about the shipped edition that is named; default: those
            that are kept with the edition of the report in the user's data folder.
        store: a folder (made when missing) or the address of a SPARQL endpoint. Editions that it has beside these stay.
        output: a file to write; its suffix tells the format: .nq, .nq.gz, .trig, .ttl or .nt.
        say: is told what begins, in a few words.

    Returns:
        The graph, the facts that went into it and the report of the check.

    Raises:
        ReportError: if a report cannot be read.
        ExtractionError: if a report tells of no conference, two are of the same edition, or the store has another
            conference by that id.
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
    found = read_all(reports, edition, judgements, say) if reports else _shipped(edition, judgements)
    readings = list(found.values())
    if store is None:
        built = graph_of(readings, say=say)
    else:
        with open_store(store, create=True) as target:
            held, facts = list(target.quads()), [each.facts for each in readings]
            there = {each.slug: each for each in _held(held, facts)}
            check_ids(found, there, asked=edition is not None)
            built = replace(graph_of(readings, _others(held, facts), say), replaced=replaced(found, there))
            if built.report.conforms:
                say("storing the graph")
                target.replace(built.database)
    if output is not None and built.report.conforms:
        _write(built, Path(output))
    return built


def read_all(
    reports: Iterable[str | Path], edition: str | None, judgements: str | Path | None, say: Say
) -> dict[str, Reading]:
    """Read reports, each of an edition of its own."""
    found: dict[str, Reading] = {}
    for report in reports:
        reading = reading_of(report, edition=edition, judgements=judgements, say=say)
        name = reading.facts.slug
        if (other := found.get(name)) and other.document:
            wish = "build them one by one and give each an id with --edition"
            raise ExtractionError(f"{report}: its edition is {name}, as of {other.document.name}; {wish}", value=report)
        found[name] = reading
    return found


def _shipped(edition: str | None, judgements: str | Path | None) -> dict[str, Reading]:
    """Read the shipped editions, one of them with the user's judgements."""
    there = {facts.slug: Reading(facts) for facts in shipped_facts()}
    return {**there, **judged(there, edition, judgements)}


def judged(there: Mapping[str, Reading], edition: str | None, judgements: str | Path | None) -> dict[str, Reading]:
    """Return the edition that judgements are about, with them in the place of others."""
    if judgements is None:
        return {}
    decided, reading = read_judgements(judgements), edition_named(there, edition)
    return {reading.facts.slug: replace(reading, judged=decided)}


def edition_named(there: Mapping[str, Reading], edition: str | None) -> Reading:
    """Return the edition of an id."""
    name = slug(edition or "")
    if name not in there:
        raise ExtractionError(f"there is no edition {name!r}; there are {', '.join(sorted(there))}", value=edition)
    return there[name]


def check_found(facts: Facts, report: str | Path) -> None:
    """Refuse a text that tells of no conference.

    Args:
        facts: what was found.
        report: the file, for the message.

    Raises:
        ExtractionError: no session, participation, caption or person was found.
    """
    if not any(facts[kind] for kind in (Session, Participation, Encounter, Person, Organisation, Country, Instrument)):
        wish = "a report on a conference, with its sessions and who took part, would be right"
        raise ExtractionError(f"{report}: nothing of a conference was found in it; {wish}", value=report)


def check_ids(new: Mapping[str, Reading], there: Mapping[str, Facts], *, asked: bool) -> None:
    """Refuse a reading whose id another conference has, which it would hide; a corrected text takes the place of what was read before.

    Args:
        new: what was read, by id.
        there: the editions that the graph has.
        asked: the user gave the id, so that also a shorter text of the same conference is meant to take its place.

    Raises:
        ExtractionError: the message names both.
    """
    wish = "give this one an id of its own with --edition NAME"
    for name, reading in new.items():
        known, text = there.get(name), reading.document.name if reading.document else name
        if known is None:
            continue
        if not are_one(known, reading.facts):
            heads = [head_of(facts) for facts in (known, reading.facts)]
            other = f"and it tells of {heads[1]}" if heads[0] != heads[1] else "with other persons and sessions"
            told = f"its id {name} is that of another conference, {heads[0]}, {other}"
            raise ExtractionError(f"{text}: {told}; {wish}", value=text)
        if not asked and is_lost(known, reading.facts):
            told = f"most of what {name}, {head_of(known)}, names would be gone with it in that place"
            raise ExtractionError(f"{text}: {told}; {wish}, or replace that one with --edition {name}", value=text)


def replaced(new: Mapping[str, Reading], there: Mapping[str, Facts]) -> tuple[str, ...]:
    """Return the ids of the editions that are there, read in another text than now."""
    return tuple(name for name in sorted(new.keys() & there.keys()) if not same_text(there[name], new[name].facts))


def _held(quads: Iterable[Quad], facts: Iterable[Facts]) -> Iterator[Facts]:
    """Yield the editions of a store that a build of some facts would replace."""
    graphs = _graphs(facts) | {CURATED}
    return stored_editions(quad for quad in quads if quad.graph_name in graphs)


def _others(quads: Iterable[Quad], facts: Sequence[Facts]) -> list[Quad]:
    """Return the quads of a store that a build of some facts leaves in it: those of other editions, what was decided included."""
    graphs = _graphs(facts)
    left = [quad for quad in quads if quad.graph_name not in graphs]
    return without_decisions(left, [each.slug for each in facts])


def _graphs(facts: Iterable[Facts]) -> set[NamedNode]:
    """Return the names of the graphs of some editions."""
    return {edition_graph(each, part) for each in facts for part in ("", "evidence")}


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
