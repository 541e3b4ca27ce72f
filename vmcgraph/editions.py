"""The user's own editions beside the shipped ones: kept in the user's data folder, built into one graph, opened, reviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from vmcgraph import curation, home, pipeline
from vmcgraph.bill import bill
from vmcgraph.doubts import Doubt
from vmcgraph.errors import ExtractionError
from vmcgraph.files import write_files
from vmcgraph.judgements import COLUMNS, Judgement, csv_of, judgement_lines
from vmcgraph.model import SourceDocument
from vmcgraph.pipeline import Built, Reading, Say, silent
from vmcgraph.rdf import write_graph
from vmcgraph.store import Store
from vmcgraph.tables import read_tables, write_tables


def keep(
    *reports: str | Path, edition: str | None = None, judgements: str | Path | None = None, say: Say = silent
) -> Built:
    """Add reports, or judgements, to the user's own editions; the graph of these and the shipped ones is then the usual one.

    Args:
        reports: text, PDF or HTML files. An edition that is there already, shipped or own, is replaced by them. Without any, the
            judgements are about an edition that is there.
        edition: the id of the edition, for a single report, or the one that the judgements are about.
        judgements: a file of judgements, kept with the edition and applied whenever it is built, until another takes its place.
        say: is told what begins.

    Returns:
        The graph of all editions, with the facts of the new ones.

    Raises:
        ReportError: if a report cannot be read.
        ExtractionError: as `build`; another conference has the id, or the text is there under another one.
        ExportError: if the user's data folder cannot be written.
    """
    new = pipeline.read_all(reports, edition, judgements, say)
    shipped, own = _there(say)
    there = {**shipped, **own}
    if reports:
        _check_buildable(new, shipped, own, asked=edition is not None)
    else:
        new = pipeline.judged(there, edition, judgements)
    built = pipeline.graph_of({**there, **new}.values(), say=say)
    decided = {
        name
        for name, reading in new.items()
        if judgements is not None or reading.judged != pipeline.kept_judgements(name)
    }
    dropped = {name: count for name, reading in new.items() if (count := _dropped(name, reading))}
    if built.report.conforms:
        home.forget()
        for name, reading in new.items():
            if reports:
                write_tables(reading.facts, home.home() / "editions" / name)
            if name in dropped:
                write_files({home.earlier_judgements(name): home.own_judgements(name).read_bytes()})
            write_files(_beside_tables(name, reading, bool(reports), name in decided))
        _publish(built)
    made = {facts.slug: facts for facts in built.facts}
    replaced = pipeline.replaced(new, {name: each.facts for name, each in there.items()})
    return replace(built, facts=tuple(made[name] for name in new), replaced=replaced, dropped=dropped)


def _dropped(edition: str, reading: Reading) -> int:
    """Count the judgements that are kept with an edition and that those of now do not repeat, wherever their words stand."""
    before, after = (
        Counter(tuple(line[:-2]) for line in judgement_lines(judged))
        for judged in (pipeline.kept_judgements(edition), reading.judged)
    )
    return (before - after).total()


def _beside_tables(name: str, reading: Reading, text: bool, decided: bool) -> dict[Path, bytes]:
    """Return the files that are kept beside the tables of an edition: its text, and new judgements."""
    files = {}
    if text and reading.document:
        files[home.text_file(name)] = reading.document.text.encode("utf-8", "surrogatepass")
    if decided:
        content = csv_of(COLUMNS, judgement_lines(reading.judged)).encode("utf-8", "replace")
        files[home.own_judgements(name)] = content
    return files


def _check_buildable(
    new: Mapping[str, Reading], shipped: Mapping[str, Reading], own: Mapping[str, Reading], *, asked: bool
) -> None:
    """Refuse a text that the graph has under another id, as everything in it would count twice, and an id that another conference has."""
    there = [each.facts for each in (*shipped.values(), *own.values())]
    known = {row.sha256: facts.slug for facts in there for row in facts[SourceDocument]}
    for name, reading in new.items():
        document = reading.document
        other = known.get(document.sha256, name) if document else name
        if document and other != name:
            wish = f"build it as that edition (--edition {other}) to put your copy in its place"
            raise ExtractionError(
                f"{document.name}: this text is in the graph already, as {other}; {wish}", value=document.name
            )
    pipeline.check_ids(new, {facts.slug: facts for facts in there}, asked=asked)


def refresh(say: Say = silent) -> Built:
    """Build the user's graph anew, of the shipped editions and the user's own.

    Args:
        say: is told what begins.

    Raises:
        ExtractionError: if a table is damaged, or an own edition no longer conforms.
        ExportError: if the user's data folder cannot be written.
    """
    shipped, own = _there(say)
    built = pipeline.graph_of({**shipped, **own}.values(), say=say)
    if not built.report.conforms:
        wish = f"build your reports again, or remove {home.home() / 'editions'}"
        raise ExtractionError(f"your own editions do not fit this version of vmcgraph: {wish}", value=built.report)
    _publish(built)
    return built


def open_graph(say: Say = silent) -> Store:
    """Open the graph that every command asks unless told otherwise: the shipped editions, and the user's own beside them.

    Args:
        say: is told what begins, where the user's graph has to be built anew.

    Returns:
        The store; a context manager.

    Raises:
        VmcGraphError: if the graph cannot be read or built.

    Example:
        >>> open_graph().query("ASK { ?edition a <https://w3id.org/vmcgraph/ontology#Edition> }")
        True
    """
    return home.open_usual(lambda: refresh(say))


def _there(say: Say) -> tuple[dict[str, Reading], dict[str, Reading]]:
    """Read the shipped editions and the user's own, by their slugs."""
    say("reading the editions that are there")
    own = {facts.slug: pipeline.kept_reading(facts) for facts in map(read_tables, home.own_editions())}
    shipped = {
        facts.slug: Reading(facts, judged=pipeline.kept_judgements(facts.slug)) for facts in pipeline.shipped_facts()
    }
    return shipped, own


def _publish(built: Built) -> None:
    """Write the user's graph, and only then the note that it is up to date."""
    write_graph(built.database, home.own_graph())
    write_files(home.record())


# ---------------------------------------------------------------- what is doubtful


def review(
    report: str | Path | None = None,
    *,
    edition: str | None = None,
    judgements: str | Path | None = None,
    say: Say = silent,
) -> tuple[tuple[Doubt, ...], tuple[Judgement, ...]]:
    """Say what is doubtful in a report, or in an edition that is there, after the judgements about it.

    Args:
        report: a text, PDF or HTML file; without one, the edition is one of the shipped or the user's own.
        edition: the id of the edition; default: that under which the text is there, else what the report calls itself.
        judgements: a file of judgements; default: those that are kept with the edition.
        say: is told what begins.

    Returns:
        The doubts, the strongest first, and the user's judgements, which the next bill repeats.

    Raises:
        ReportError: if the report cannot be read.
        ExtractionError: if there is no such edition, a judgement is malformed, or the text is there under another id, so that
            no build would take the bill.
    """
    if report is not None:
        reading = pipeline.reading_of(report, edition=edition, judgements=judgements, known=True, say=say)
        _check_buildable({reading.facts.slug: reading}, *_there(say), asked=True)
    else:
        shipped, own = _there(say)
        there = {**shipped, **own}
        reading = _taken_apart(
            pipeline.edition_named({**there, **pipeline.judged(there, edition, judgements)}, edition)
        )
    say("looking for doubts")
    decided = (*curation.judgements(reading.facts.slug), *reading.judged)
    return bill(reading.corrected().facts, reading.document, judged=decided), reading.judged


def _taken_apart(reading: Reading) -> Reading:
    """Return a reading whose document has its blocks and parts again, which are not kept with its text."""
    from vmcgraph.reading import parse_report

    if reading.document is None:
        return reading
    pages = next((row.page_starts for row in reading.facts[SourceDocument]), ())
    return replace(reading, document=parse_report(reading.document.text, pages=pages))
