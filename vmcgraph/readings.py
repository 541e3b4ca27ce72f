"""The commands that read reports, and that check what was read: build, extract, review, validate, evaluate, verify."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from vmcgraph.console import (
    edition_id_option,
    expect,
    format_option,
    judgements_option,
    opened,
    print_json,
    progress,
    store_option,
    strict_option,
    write,
)

if TYPE_CHECKING:
    from vmcgraph.model import Facts
    from vmcgraph.pipeline import Built


@click.command(short_help="Build the graph of your reports, or of the shipped facts.")
@click.argument("reports", metavar="[REPORT]...", nargs=-1, type=click.Path())
@edition_id_option
@click.option(
    "--store",
    metavar="PLACE",
    envvar="VMCGRAPH_STORE",
    help="Where to store: a folder (made if missing) or a SPARQL endpoint. Default: VMCGRAPH_STORE, else your data folder.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    help="Write the graph to a file: .nq, .nq.gz, .trig, .ttl or .nt.",
)
@judgements_option
@strict_option
def build(
    reports: tuple[str, ...],
    edition: str | None,
    store: str | None,
    output: str | None,
    judgements: str | None,
    strict: bool,
) -> None:
    """Read reports, extract their facts, build and check the graph, and store it.

    Text, PDF and HTML are read. Without a report, the shipped facts are built. A graph that does not conform is not stored.
    Without --store and -o, the editions are kept in your data folder, and so are --judgements, also about an --edition there.

    \b
    Example:
      vmcgraph build my-report.pdf --edition mine
    """
    _check_build(reports, edition, judgements)
    from vmcgraph import editions, pipeline

    keeps = bool(reports or judgements) and not store and not output
    with progress() as say:
        if keeps:
            built = editions.keep(*reports, edition=edition, judgements=judgements, say=say)
        else:
            built = pipeline.build(
                *reports, edition=edition, store=store, output=output, judgements=judgements, say=say
            )
    if not built.report.conforms:
        click.echo(built.report.text)
        click.get_current_context().exit(1)
    _summarise(built.facts, built.corrections)
    click.echo(f"{len(built.database):,} statements; the graph conforms.")
    _say_where(built, keeps, store, output)
    wish = "" if edition else "; give it an id of its own with --edition"
    for name in built.replaced:
        click.echo(f"This takes the place of what was kept as {name}{wish}.", err=True)
    for name, count in built.dropped.items():
        click.echo(_told_dropped(name, count, other_text=judgements is None), err=True)
    if reports:
        _note_sessions(built.facts, strict)


def _told_dropped(edition: str, count: int, other_text: bool) -> str:
    """Say how many judgements no longer apply: new ones do not repeat them, or the text is another one."""
    from vmcgraph.home import earlier_judgements
    from vmcgraph.spelling import counted

    told = f"{counted(count, 'earlier judgement')} about {edition}"
    if other_text:
        why = f"{'rests' if count == 1 else 'rest'} on another text"
    else:
        why = f"{'is' if count == 1 else 'are'} not repeated"
    return f"{told} {why} and no longer {'applies' if count == 1 else 'apply'}; all earlier ones are kept in {earlier_judgements(edition)}."


def _check_build(reports: tuple[str, ...], edition: str | None, judgements: str | None) -> None:
    """Refuse an edition or judgements that could be about several reports."""
    if judgements and (len(reports) > 1 or not (reports or edition)):
        raise click.UsageError("--judgements are about one edition; give exactly one report, or --edition alone.")
    if edition and len(reports) != 1 and not judgements:
        raise click.UsageError("--edition names the edition of one report; give exactly one.")


def _summarise(editions: Iterable[Facts], corrections: Mapping[str, Mapping[str, int]]) -> None:
    """Print how much of each kind was found, what was corrected by judgements, and what the reader of the text doubted."""
    from vmcgraph.model import Note
    from vmcgraph.output import paragraph
    from vmcgraph.pipeline import summary

    for facts in editions:
        for name, counts in summary([facts]).items():
            found = (f"{table} {count}" for table, count in counts.items() if table not in ("documents", "editions"))
            click.echo(paragraph(f"{name}: {', '.join(found)}", rest=2))
        if applied := corrections.get(facts.slug):
            told = ", ".join(f"{correction} {count}" for correction, count in applied.items())
            click.echo(paragraph(f"judgements applied: {told}", first=2))
        for note in facts[Note]:
            click.echo(paragraph(f"note: {note.note}", first=2))


def _note_sessions(editions: Iterable[Facts], strict: bool) -> None:
    """Say for which editions no session was found, and under --strict exit with 1."""
    from vmcgraph.model import Session

    without = ", ".join(facts.slug for facts in editions if not facts[Session])
    wish = "a report with an agenda, or with headings over its sessions, has some"
    expect(not without, f"no session was found in {without}; {wish}", strict)


def _say_where(built: Built, keeps: bool, store: str | None, output: str | None) -> None:
    """Say where the graph is now and what to type next."""
    import re
    from shlex import quote

    name = built.facts[0].slug
    if output:
        click.echo(f"Written to {output}. Try: vmcgraph coappear --store {quote(output)}")
    if store:
        store = re.sub("//[^/]*@", "//", store)  # the user's password is nobody's business
        click.echo(f"Stored in {store}. Try: vmcgraph coappear --store {quote(store)} --edition {name}")
    elif keeps:
        from vmcgraph.home import home

        click.echo(f"Kept in {home()}, beside the shipped editions. Try: vmcgraph coappear --edition {name}")
    elif not output:
        click.echo(
            "Nothing is stored, as this graph comes with vmcgraph; --store or -o keep a copy. Try: vmcgraph coappear"
        )


@click.command(short_help="Write the facts of reports as tables.")
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o", "--output", metavar="DIR", type=click.Path(), required=True, help="The folder to write to; made if missing."
)
@edition_id_option
@click.option("--corrected", is_flag=True, help="Apply the judgements that `build` applies.")
@judgements_option
@click.option(
    "--ner",
    "pipeline",
    metavar="PIPELINE",
    help="An installed spaCy pipeline that proposes persons and bodies which the rules missed: a table of proposals, no facts.",
)
@strict_option
def extract(
    reports: tuple[str, ...],
    output: str,
    edition: str | None,
    corrected: bool,
    judgements: str | None,
    pipeline: str | None,
    strict: bool,
) -> None:
    """Write the facts of a report as JSON Lines tables: what the rules found, each fact with its place in the text.

    Of several reports, or a folder of them, each has its tables in a folder of its own below DIR; a file that cannot be read, and
    a README in a folder, is told and left out.

    \b
    Example:
      vmcgraph extract my-report.pdf -o facts
    """
    from pathlib import Path

    if judgements and not corrected:
        raise click.UsageError("--judgements are applied with --corrected only.")
    if len(reports) > 1 or Path(reports[0]).is_dir():
        if edition or pipeline or judgements:
            raise click.UsageError("--edition, --judgements and --ner are for one report; give exactly one.")
        _extract_all(reports, output, corrected)
        return
    from vmcgraph.curation import Corrected, summary
    from vmcgraph.pipeline import reading_of
    from vmcgraph.tables import check_folder, write_tables

    with progress() as say:
        reading = reading_of(
            reports[0], edition=edition, judgements=judgements, pipeline=pipeline, known=corrected, say=say
        )
    check_folder(output, reading.facts)
    done = reading.corrected() if corrected else Corrected(reading.facts)
    write_tables(done.facts, output)
    _summarise([done.facts], {done.facts.slug: summary(done)})
    click.echo(f"Written to {output}.")
    _note_sessions([done.facts], strict)


@click.command(short_help="List what is doubtful in a reading, for you to correct.")
@click.argument("report", required=False, type=click.Path())
@edition_id_option
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="The CSV to write. Default: standard output.")
@judgements_option
@strict_option
def review(report: str | None, edition: str | None, output: str | None, judgements: str | None, strict: bool) -> None:
    """List what is doubtful in the reading of a report, the strongest doubt first, as a CSV for a spreadsheet.

    Most lines propose a judgement. Fill in its action (same, set, remove, add; keep says that all is right) and the reason, leave
    the action of others empty, and give the file to `vmcgraph build --judgements`. Without REPORT, --edition names an edition
    that is there; pages and wordings are given as far as the report is at hand.

    \b
    Example:
      vmcgraph review my-report.pdf --edition mine -o bill.csv
      vmcgraph build my-report.pdf --edition mine --judgements bill.csv
    """
    if not report and not edition:
        raise click.UsageError("Name a report, or an edition that is there with --edition.")
    from collections import Counter

    from vmcgraph import editions
    from vmcgraph.bill import bill_file, check_target
    from vmcgraph.spelling import counted

    with progress() as say:
        doubts, judged = editions.review(report, edition=edition, judgements=judgements, say=say)
    if output not in (None, "-"):
        check_target(output, judged)
    write(bill_file(doubts, judged), output)
    counts = Counter(doubt.kind for doubt in doubts)
    told = ", ".join(f"{kind} {count}" for kind, count in counts.items())
    if output not in (None, "-"):
        click.echo(f"Written to {output}: {counted(len(doubts), 'doubt')} ({told}).")
        click.echo("Fill in action and reason where something is wrong, and give it to vmcgraph build --judgements.")
    expect(doubts, "nothing is doubtful", strict)


def _extract_all(reports: tuple[str, ...], output: str, corrected: bool) -> None:
    """Write the tables of many reports, with a bar of how far it is; name each, and those that cannot be read, and exit with 3."""
    from vmcgraph.batch import extract_all, passed_over, report_files, subfolders
    from vmcgraph.spelling import counted

    files = report_files(reports)
    if inside := subfolders(reports):
        told = "is" if inside == 1 else "are"
        click.echo(f"{counted(inside, 'subfolder')} {told} not looked into; name them too, or their files.", err=True)
    for file in passed_over(reports):
        click.echo(f"{file.name} tells of the folder and is no report; name it itself if it is one.", err=True)
    done = extract_all(files, output, corrected=corrected)
    with click.progressbar(done, length=len(files), label="reading", file=sys.stderr) as shown:
        outcomes = sorted(shown, key=lambda outcome: outcome.report)
    failed = sorted(outcome.error for outcome in outcomes if outcome.error)
    for outcome in outcomes:
        if not outcome.error:
            click.echo(f"{outcome.report.name}: {outcome.told} → {outcome.folder}")
    for error in failed:
        click.echo(f"Error: {error}", err=True)
    click.echo(f"{len(files) - len(failed)} of {counted(len(files), 'report')} written to {output}.")
    if failed:
        click.get_current_context().exit(3)


@click.command(short_help="Check a graph against the SHACL shapes.")
@click.argument("file", required=False, type=click.Path())
@store_option
def validate(file: str | None, store: str | None) -> None:
    """Check a graph against the SHACL shapes and say in words what does not conform; then the exit code is 1.

    FILE is an RDF file; without it, the graph is that of --store, or the shipped editions with your own.

    \b
    Example:
      vmcgraph validate graph.nq.gz
    """
    from vmcgraph.validation import validate as check

    if file is not None:
        with progress() as say:
            say("checking the graph")
            report = check(file)
    else:
        with opened(store) as graph:
            report = check(graph)
    click.echo(report.text)
    if not report.conforms:
        click.get_current_context().exit(1)


@click.command(short_help="Compare extracted tables with gold.")
@click.argument("folder", metavar="DIR", type=click.Path())
@click.option("--gold", metavar="DIR", type=click.Path(), required=True, help="The folder of the gold tables.")
@click.option(
    "--list", "listed", metavar="TABLE", help="List what this table lacks and has beside the gold, a line each."
)
@click.option(
    "--floors", metavar="FILE", type=click.Path(), help="Exit with 1 where an F1 is below its floor in this JSON."
)
@format_option("table", "csv", "json")
def evaluate(folder: str, gold: str, listed: str | None, floors: str | None, form: str) -> None:
    """Compare the tables of a folder with gold tables: precision, recall and F1 of each.

    Where there are recorded judgements about the edition, raw and corrected figures stand side by side. --list and --floors are
    about the tables as they are.

    \b
    Example:
      vmcgraph evaluate facts --gold gold
    """
    from vmcgraph import findings
    from vmcgraph.evaluation import evaluate as compare
    from vmcgraph.evaluation import read_floors

    limits = read_floors(floors, gold) if floors else {}
    found = compare(folder, gold)
    short = found.below(limits)
    if form == "json":
        print_json(findings.misses_data(found[listed]) if listed else findings.evaluation_data(found))
    else:
        click.echo(findings.misses(found[listed], form) if listed else findings.evaluation(found, form), nl=False)
    for table, (reached, floor) in short.items():
        click.echo(f"{table}: F1 {reached:.3f} is below its floor {floor:.3f}", err=True)
    click.get_current_context().exit(1 if short else 0)


@click.command(short_help="Check every fact against the report.")
@click.argument("folder", metavar="[FACTS-DIR]", required=False, type=click.Path())
@click.option("--report", metavar="FILE", type=click.Path(), required=True, help="The report, in any rendition.")
@click.option(
    "--edition", metavar="ID", help="Whose facts to check. Default: those of the edition that the report is of."
)
@format_option("text", "csv", "json")
@store_option
def verify(folder: str | None, report: str, edition: str | None, form: str, store: str | None) -> None:
    """Read every span of every fact again in the report; list those that do not hold, and exit with 1 if any does not.

    A span holds when the report has it, word for word, and prints there what the fact names. FACTS-DIR holds tables; without it,
    the facts are those of --store, or of your own and the shipped editions. In another rendition of the text, such as a PDF, the spans are
    looked for in their order.

    \b
    Example:
      vmcgraph verify facts --report my-report.pdf
    """
    from vmcgraph import findings, pipeline
    from vmcgraph.reading import read_report
    from vmcgraph.store import open_store
    from vmcgraph.tables import read_tables
    from vmcgraph.verification import verify as check

    with progress() as say:
        say("reading the report")
        document = read_report(report)
        if folder:
            facts = read_tables(folder)
        elif store:
            with open_store(store) as graph:
                facts = pipeline.facts_about(document, edition=edition, store=graph)
        else:
            facts = pipeline.facts_about(document, edition=edition)
        say("checking the spans")
        found = check(facts, document)
    if form == "json":
        print_json(findings.verification_data(found))
    else:
        click.echo(findings.verification(found, form), nl=False)
    click.get_current_context().exit(0 if found.holds else 1)
