"""The commands. Each parses, calls one function of the library and prints; whatever is slow to import is imported there.

Exit codes: 0 done, 1 data do not conform, spans do not hold or nothing was found under --strict, 2 wrong use, 3 an error that its message explains.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from vmcgraph import __version__
from vmcgraph.console import (
    Group,
    edition_id_option,
    edition_option,
    expect,
    format_option,
    judgements_option,
    level_option,
    limit_option,
    opened,
    print_json,
    progress,
    store_option,
    strict_option,
)

if TYPE_CHECKING:
    from vmcgraph.model import Facts
    from vmcgraph.pipeline import Built

# Repeated here, as importing them costs more than showing a help may; a test compares.
VIEWS = (
    "people",
    "people-sessions",
    "organisations",
    "countries",
    "people-instruments",
    "countries-instruments",
    "instruments",
)
_FEW_ROWS = 20


def _complete(ctx: click.Context, _: click.Parameter, shell: str | None) -> None:
    """Print a script that a shell reads to complete commands and options."""
    if shell is None:
        return
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(main, {}, "vmcgraph", "_VMCGRAPH_COMPLETE").source())
    ctx.exit()


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s", help="Show the version and exit.")
@click.option(
    "--completion",
    type=click.Choice(["bash", "zsh", "fish"]),
    is_eager=True,
    expose_value=False,
    callback=_complete,
    help='Print a completion script and exit; in bash: eval "$(vmcgraph --completion bash)".',
)
def main() -> None:
    """Ask the reports of the Vienna Migration Conference who sat with whom, and where the report says so.

    A graph of the shipped editions is there from the start, and `vmcgraph build REPORT` adds editions of your own. Results go
    to standard output, progress and notes to standard error.

    \b
    Example:
      vmcgraph who "Nicole de Moor"
    """
    gc.set_threshold(100_000)  # a command ends soon: to look for cycles all the while would take a quarter of its time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter of a name shows the rest of it


# ---------------------------------------------------------------- from a report to a graph


@main.command(short_help="Build the graph of your reports, or of the shipped facts.")
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
    from vmcgraph import pipeline

    keeps = bool(reports or judgements) and not store and not output
    with progress() as say:
        if keeps:
            built = pipeline.keep(*reports, edition=edition, judgements=judgements, say=say)
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
    for name in built.replaced:
        click.echo(
            f"This takes the place of what was kept as {name}; give it an id of its own with --edition.", err=True
        )
    if reports:
        _note_sessions(built.facts, strict)


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


@main.command(short_help="Write the facts of reports as tables.")
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

    Of several reports, or a folder of them, each has its tables in a folder of its own below DIR; a file that cannot be read is
    told and left out.

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
        reading = reading_of(reports[0], edition=edition, judgements=judgements, pipeline=pipeline, say=say)
    check_folder(output, reading.facts)
    done = reading.corrected() if corrected else Corrected(reading.facts)
    write_tables(done.facts, output)
    _summarise([done.facts], {done.facts.slug: summary(done)})
    click.echo(f"Written to {output}.")
    _note_sessions([done.facts], strict)


@main.command(short_help="List what is doubtful in a reading, for you to correct.")
@click.argument("report", required=False, type=click.Path())
@edition_id_option
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="The CSV to write. Default: standard output.")
@judgements_option
@strict_option
def review(report: str | None, edition: str | None, output: str | None, judgements: str | None, strict: bool) -> None:
    """List what is doubtful in the reading of a report, the strongest doubt first, as a CSV for a spreadsheet.

    Each line proposes a judgement. Fill in its action (same, set, remove, add; keep says that all is right) and the reason, leave
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

    from vmcgraph import pipeline
    from vmcgraph.bill import bill_file, check_target

    with progress() as say:
        doubts, judged = pipeline.review(report, edition=edition, judgements=judgements, say=say)
    if output not in (None, "-"):
        check_target(output, judged)
    _write(bill_file(doubts, judged), output)
    counts = Counter(doubt.kind for doubt in doubts)
    told = ", ".join(f"{kind} {count}" for kind, count in counts.items())
    if output not in (None, "-"):
        click.echo(f"Written to {output}: {len(doubts)} doubts ({told}).")
        click.echo("Fill in action and reason where something is wrong, and give it to vmcgraph build --judgements.")
    expect(doubts, "nothing is doubtful", strict)


def _extract_all(reports: tuple[str, ...], output: str, corrected: bool) -> None:
    """Write the tables of many reports, with a bar of how far it is; name those that cannot be read, and exit with 3."""
    from vmcgraph.batch import extract_all, report_files

    files = report_files(reports)
    done = extract_all(files, output, corrected=corrected)
    with click.progressbar(done, length=len(files), label="reading", file=sys.stderr) as shown:
        failed = sorted(outcome.error for outcome in shown if outcome.error)
    for error in failed:
        click.echo(f"Error: {error}", err=True)
    click.echo(f"{len(files) - len(failed)} of {len(files)} reports written to {output}.")
    if failed:
        click.get_current_context().exit(3)


@main.command(short_help="Check a graph against the SHACL shapes.")
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


@main.command(short_help="Compare extracted tables with gold.")
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


@main.command(short_help="Check every fact against the report.")
@click.argument("folder", metavar="[FACTS-DIR]", required=False, type=click.Path())
@click.option("--report", metavar="FILE", type=click.Path(), required=True, help="The report, in any rendition.")
@click.option(
    "--edition", metavar="ID", help="Whose facts to check. Default: those of the edition that the report is of."
)
@format_option("text", "csv", "json")
def verify(folder: str | None, report: str, edition: str | None, form: str) -> None:
    """Read every span of every fact again in the report; list those that do not hold, and exit with 1 if any does not.

    A span holds when the report has it, word for word, and prints there what the fact names. FACTS-DIR holds tables; without it,
    the facts are those of your own and the shipped editions. In another rendition of the text, such as a PDF, the spans are
    looked for in their order.

    \b
    Example:
      vmcgraph verify facts --report my-report.pdf
    """
    from vmcgraph import findings, pipeline
    from vmcgraph.reading import read_report
    from vmcgraph.tables import read_tables
    from vmcgraph.verification import verify as check

    with progress() as say:
        say("reading the report")
        document = read_report(report)
        facts = read_tables(folder) if folder else pipeline.facts_about(document, edition=edition)
        say("checking the spans")
        found = check(facts, document)
    if form == "json":
        print_json(findings.verification_data(found))
    else:
        click.echo(findings.verification(found, form), nl=False)
    click.get_current_context().exit(0 if found.holds else 1)


# ---------------------------------------------------------------- questions


def _pairs(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Return the parameters of a question by name."""
    pairs = {
        name.strip(): value for name, sign, value in (each.partition("=") for each in given) if sign and name.strip()
    }
    if len(pairs) < len(given):
        raise click.BadParameter('give each parameter once, as NAME=VALUE, such as person="Nicole de Moor"')
    return pairs


@main.command(short_help="Answer a SPARQL query, or a question that has a name.")
@click.argument("question", metavar="[SPARQL|FILE|-]", required=False)
@click.option("--list", "listed", is_flag=True, help="List the questions that have a name, and what they take.")
@click.option("--name", metavar="QUESTION", help="Ask a question that has a name.")
@click.option(
    "-p",
    "--parameter",
    "parameters",
    metavar="NAME=VALUE",
    multiple=True,
    callback=_pairs,
    help="A parameter of that question; may be repeated. Names are found as everywhere.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", "ttl"]),
    help="How to write the answer. Default: a table; Turtle for CONSTRUCT and DESCRIBE. csv to xml are the W3C's formats, "
    "in which nothing is changed for the sake of spreadsheets.",
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write to a file instead of standard output.")
@store_option
@strict_option
def query(
    question: str | None,
    listed: bool,
    name: str | None,
    parameters: dict[str, str],
    form: str | None,
    output: str | None,
    store: str | None,
    strict: bool,
) -> None:
    """Answer a SPARQL 1.1 query, given as text, as a file, or on standard input; or, by --name, one that comes with vmcgraph.

    The prefixes vmc, id, scheme, graph, rdf, rdfs, owl, xsd, skos, dcterms and oa need not be declared. The default graph is
    the union of all named graphs.

    \b
    Example:
      vmcgraph query "SELECT ?name { ?person a vmc:Person ; rdfs:label ?name } LIMIT 5"
      vmcgraph query --list
      vmcgraph query --name met -p person="Nicole de Moor"
    """
    if (question is not None) + listed + (name is not None) > 1:
        raise click.UsageError("Give a query, --list or --name, one of the three.")
    if parameters and name is None:
        raise click.UsageError("-p is for a question that has a name; give its --name, which --list shows.")
    from vmcgraph import output as forms

    if listed:
        from vmcgraph.catalogue import questions

        _write(forms.catalogue(questions().values(), form), output)
        return
    found, content = _answer(question, name, parameters, form, store)
    _write(content, output)
    expect(found, "nothing was found", strict)


def _answer(
    question: str | None, name: str | None, parameters: dict[str, str], form: str | None, store: str | None
) -> tuple[object, bytes]:
    """Return what a query or a named question finds, and as it is written."""
    from vmcgraph import output as forms

    if name is not None:
        from vmcgraph.catalogue import answer, check

        check(name, parameters)
        with opened(store) as graph:
            rows = answer(graph, name, parameters)
            return rows, forms.answer(rows, form)
    if question is None and sys.stdin.isatty():
        raise click.UsageError("Give a query, the name of a file that holds one, or - for standard input.")
    from vmcgraph.questions import ask, read_question

    text = read_question(question if question is not None else "-")
    with opened(store) as graph:
        found = ask(graph, text)
        return found, forms.answer(found, form)


def _write(content: bytes, output: str | None) -> None:
    if output in (None, "-"):
        click.echo(content, nl=False)
        return
    from pathlib import Path

    from vmcgraph.files import write_files

    write_files({Path(output): content})


@main.command(short_help="Show a person, an organisation, a country, an instrument or a topic.")
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Show all of each section, not only the first five; and, with your own copy of a report, the words about NAME.",
)
@format_option("text", "json")
@store_option
def who(name: tuple[str, ...], everything: bool, form: str, store: str | None) -> None:
    """Show a person, an organisation, a country, an instrument or a topic on one screen, each fact with its page.

    Of people also what they said; of all others who spoke about them. The parties of an instrument are marked by whether they
    took part: with a voice (in a session), in the room only, or talked about only. A name is found without accents or
    capitals, by any printed form and by near spelling.

    \b
    Example:
      vmcgraph who "Nicole de Moor"
      vmcgraph who "Safe Mobility Offices"
    """
    from vmcgraph.profiles import who as profile
    from vmcgraph.screen import FEW, screen

    with opened(store) as graph:
        answer = profile(graph, " ".join(name))
    if form == "json":
        print_json(answer)
    else:
        click.echo(screen(answer, most=None if everything else FEW))


@main.command(short_help="List who co-appears with whom.")
@click.argument("name", nargs=-1)
@click.option("--with", "other", metavar="NAME", help="Keep to the ties with this one.")
@click.option(
    "--by",
    type=click.Choice(["person", "organisation", "country"]),
    help="What to list. Default: the kind of NAME, else persons.",
)
@level_option
@edition_option
@format_option("table", "csv", "tsv", "json")
@limit_option
@store_option
@strict_option
def coappear(
    name: tuple[str, ...],
    other: str | None,
    by: str | None,
    level: str,
    editions: tuple[str, ...],
    form: str,
    limit: int | None,
    store: str | None,
    strict: bool,
) -> None:
    """List who co-appears with whom: at which level, how often, in which sessions and on which pages.

    Without NAME the strongest pairs. Organisations and countries co-appear by their people. In csv a cell that a spreadsheet
    would take for a formula has an apostrophe before it.

    \b
    Example:
      vmcgraph coappear "Nicole de Moor" --level same-social-event
      vmcgraph coappear --by country --format csv
    """
    from vmcgraph import output as forms
    from vmcgraph.ties import coappear as ties

    with opened(store) as graph:
        found = ties(graph, " ".join(name) or None, other=other, by=by, level=level, editions=editions)
    shown = found[: _most(limit, form)]
    if form == "json":
        print_json(forms.coappearance_data(shown))
    elif shown or form != "table":
        _write(forms.coappearance(shown, form, alone=bool(name)), None)
    _note_more(len(found) - len(shown))
    if form == "table" and (said := forms.surprise(found)):
        click.echo(said, err=True)
    expect(found, f"nobody co-appears at the level {level} or a stronger one", strict)


def _most(limit: int | None, form: str) -> int | None:
    """Return how many rows to show, None for all."""
    return (_FEW_ROWS if limit is None and form == "table" else limit) or None


def _note_more(more: int) -> None:
    """Say how many rows are not shown."""
    if more:
        click.echo(f"… and {more} more (--limit 0 shows all)", err=True)


@main.command(short_help="Find the shortest chains between two people.")
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option(
    "--max",
    "most",
    metavar="N",
    type=click.IntRange(min=1),
    default=4,
    show_default=True,
    help="The greatest number of steps.",
)
@level_option
@edition_option
@format_option("text", "json")
@store_option
@strict_option
def path(
    start: str,
    end: str,
    most: int,
    level: str,
    editions: tuple[str, ...],
    form: str,
    store: str | None,
    strict: bool,
) -> None:
    """Find the shortest chains between two people, each link with its evidence.

    Up to three chains of the shortest length, the strongest first. An organisation or a country is reached by any of its
    people.

    \b
    Example:
      vmcgraph path "Ivan Krastev" "Nicole de Moor"
    """
    from vmcgraph import output as forms
    from vmcgraph.ties import path as shortest

    with opened(store) as graph:
        found = shortest(graph, start, end, most=most, level=level, editions=editions)
    if form == "json":
        print_json(forms.chain_data(found))
    else:
        click.echo(forms.chains(found) or f"No chain of up to {most} step{'s' * (most > 1)}.")
    if strict and not found:
        click.get_current_context().exit(1)


@main.command(short_help="Make a named analysis: who is central, who speaks, which ties surprise.")
@click.argument("name", required=False)
@click.option("--list", "listed", is_flag=True, help="List the analyses, each with what it tells.")
@click.option("--view", type=click.Choice(VIEWS), help="The network to look at. Default: the one it is made for.")
@edition_option
@level_option
@click.option("--seed", type=int, default=1, show_default=True, help="From which everything random is drawn.")
@format_option("table", "csv", "tsv", "json")
@limit_option
@store_option
@strict_option
def analyse(
    name: str | None,
    listed: bool,
    view: str | None,
    editions: tuple[str, ...],
    level: str,
    seed: int,
    form: str,
    limit: int | None,
    store: str | None,
    strict: bool,
) -> None:
    """Make a named analysis of the graph: a table, and a note on what its figures mean and when not to trust them.

    In csv a cell that a spreadsheet would take for a formula has an apostrophe before it.

    \b
    Example:
      vmcgraph analyse --list
      vmcgraph analyse brokers --edition vmc2024
    """
    if not listed and name is None:
        raise click.UsageError("Name an analysis; --list shows them.")
    from vmcgraph import analysis
    from vmcgraph import output as forms

    if listed:
        found = analysis.overview()
    else:
        with opened(store) as graph:
            found = analysis.analyse(name or "", graph, view=view, editions=editions, level=level, seed=seed)
    most = None if listed else _most(limit, form)
    shown = analysis.Table(found.columns, found.rows[:most], found.note)
    if form == "json":
        print_json({"columns": shown.columns, "rows": shown.records(), "note": shown.note})
    else:
        _write(forms.analysed(shown, form), None)
        if form != "table":
            click.echo(shown.note, err=True)
    _note_more(len(found.rows) - len(shown.rows))
    expect(found.rows, "there is nothing to count", strict)


# ---------------------------------------------------------------- pages


@main.command(short_help="Write an interactive network as one HTML file.")
@click.argument("view", metavar="VIEW", type=click.Choice(VIEWS))
@edition_option
@level_option
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    help="The page to write. Default: vmc-VIEW.html in this folder.",
)
@click.option("--force", is_flag=True, help="Write the page even if it is larger than 8 MB.")
@store_option
def network(
    view: str, editions: tuple[str, ...], level: str, output: str | None, force: bool, store: str | None
) -> None:
    """Write an interactive network as one HTML file that needs no network connection.

    VIEW is people, people-sessions, organisations, countries, people-instruments, countries-instruments or instruments.
    Organisations and countries are tied by their people, instruments by the sessions in which they are spoken about.

    \b
    Example:
      vmcgraph network people -o people.html
    """
    import warnings

    from vmcgraph.explorer import render_network
    from vmcgraph.network import project

    with opened(store) as graph:
        found = project(graph, view, editions=editions, level=level)
    with progress() as say, warnings.catch_warnings(record=True) as warned:
        say("drawing the page")
        target = render_network(found, output or f"vmc-{view}.html", force=force)
    for warning in warned:
        click.echo(f"Note: {warning.message}", err=True)
    click.echo(f"{target}: {len(found)} marks, {found.number_of_edges()} ties, {target.stat().st_size / 1000:,.0f} KB")
