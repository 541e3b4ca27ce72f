"""The commands. Each parses, calls one function of the library and prints; whatever is slow to import is imported there.

Exit codes: 0 done, 1 data do not conform, spans do not hold or nothing was found under --strict, 2 wrong use, 3 an error that its message explains.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

import click

from vmcgraph import __version__
from vmcgraph.console import (
    Group,
    edition_option,
    expect,
    format_option,
    level_option,
    limit_option,
    opened,
    print_json,
    progress,
    store_option,
    strict_option,
    write,
)
from vmcgraph.readings import build, evaluate, extract, review, validate, verify

if TYPE_CHECKING:
    from vmcgraph.analysis import Table
    from vmcgraph.difference import Difference

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
#: The level of whoever was at the same dinner or reception: more than all others, and weak.
_SOCIAL = "same-social-event"


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


for command in (build, evaluate, extract, review, validate, verify):
    main.add_command(command)


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

        write(forms.catalogue(questions().values(), form), output)
        return
    found, content = _answer(question, name, parameters, form, store)
    write(content, output)
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
    from vmcgraph.scene import USUAL
    from vmcgraph.ties import coappear as ties
    from vmcgraph.ties import kept_to

    with opened(store) as graph:
        asked = _SOCIAL if name and form == "table" and level == USUAL else level
        social = ties(graph, " ".join(name) or None, other=other, by=by, level=asked, editions=editions)
    found = kept_to(level, social)
    shown = found[: _most(limit, form)]
    if form == "json":
        print_json(forms.coappearance_data(shown))
    elif shown or form != "table":
        write(forms.coappearance(shown, form, alone=bool(name)), None)
    _note_more(len(found) - len(shown))
    if more := len(social) - len(found):
        click.echo(f"{more} more at the same social event only (--level {_SOCIAL} lists them)", err=True)
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

    Up to three chains of the shortest length, the strongest first: those whose links have the stronger levels (see --level) in
    sum, then those with more sessions and captions. An organisation or a country is reached by any of its people.

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
        click.echo(forms.chains(found) or forms.no_chain(start, end, most, level))
    if strict and not found:
        click.get_current_context().exit(1)


@main.command(short_help="Tell what differs between two editions or builds.")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--all", "everything", is_flag=True, help="Show all of each list, not only the first five.")
@format_option("text", "csv", "json")
@store_option
@strict_option
def diff(before: str, after: str, everything: bool, form: str, store: str | None, strict: bool) -> None:
    """Tell what is new in B, not named again or moved in title, role, presence or status, with its pages.

    A and B are editions, and only what both sources can say is compared: of a kind of which one names nothing, nothing is told.
    "Not named again" never says "no". Or both are builds of a graph: files, folders (such as ./graph) or addresses; then rows are
    added, removed or changed. In csv a cell that a spreadsheet would take for a formula has an apostrophe before it.

    \b
    Example:
      vmcgraph diff vmc2024 vmc2025
      vmcgraph diff old.nq.gz new.nq.gz
    """
    from vmcgraph import contrast
    from vmcgraph.screen import FEW

    found = _difference(before, after, store)
    if form == "json":
        print_json(contrast.data(found))
    elif form == "csv":
        click.echo(contrast.spreadsheet(found), nl=False)
        click.echo("\n".join(found.notes), err=True)
    else:
        click.echo(contrast.contrast(found, most=None if everything else FEW))
    expect(found.changes, contrast.nothing(found), strict)


def _difference(before: str, after: str, store: str | None) -> Difference:
    """Return what differs between two editions of a graph, or between two graphs."""
    places = [_is_place(each) for each in (before, after)]
    if any(places) and not all(places):
        place, other = (before, after) if places[0] else (after, before)
        raise click.UsageError(
            f"{place} is a graph, so name another graph (a file, a folder, an address) and no {other}."
        )
    if all(places):
        from vmcgraph.builds import diff_builds

        with opened(before) as old, opened(after) as new:
            return diff_builds(old, new)
    from vmcgraph.difference import diff_editions

    with opened(store) as graph:
        return diff_editions(graph, before, after)


def _is_place(given: str) -> bool:
    """Tell whether somebody means a graph's place; a folder has a separator in its name, as one can be called like an edition."""
    from vmcgraph.store.quads import FORMATS, suffix

    there = os.path.isfile(given) or (os.sep in given and os.path.exists(given))
    return "://" in given or suffix(given) in FORMATS or there


@main.command(short_help="Make a named analysis: who is central, who speaks, which ties surprise.")
@click.argument("name", required=False)
@click.option("--list", "listed", is_flag=True, help="List the analyses, each with what it tells.")
@click.option("--view", type=click.Choice(VIEWS), help="The network to look at. Default: the one it is made for.")
@edition_option
@level_option
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="From which everything random is drawn.",
)
@click.option("--plot", metavar="FILE", type=click.Path(), help="Draw the figures as well, into FILE.svg or FILE.png.")
@click.option(
    "--top",
    metavar="N",
    type=click.IntRange(min=1),
    help="Draw the first N, of a matrix the N strongest, as far as a page holds them. Default: 20, of a matrix 30.",
)
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
    plot: str | None,
    top: int | None,
    form: str,
    limit: int | None,
    store: str | None,
    strict: bool,
) -> None:
    """Make a named analysis of the graph: a table, and a note on what its figures mean and when not to trust them.

    Rankings, matrices and comparisons can be drawn (--plot) for print, readable without colour; this needs matplotlib, which
    `pip install "vmcgraph[plot]"` brings. In csv a cell that a spreadsheet would take for a formula has an apostrophe before it.

    \b
    Example:
      vmcgraph analyse --list
      vmcgraph analyse brokers --edition vmc2024
      vmcgraph analyse matrix --view countries --plot countries.svg
    """
    if not listed and name is None:
        raise click.UsageError("Name an analysis; --list shows them.")
    if (listed and plot) or (top is not None and plot is None):
        raise click.UsageError("--plot draws one analysis, and --top says how much of it.")
    from dataclasses import replace

    from vmcgraph import analysis
    from vmcgraph import output as forms

    if plot is not None:
        from vmcgraph.charts import check

        check(name or "", plot)
    if listed:
        found = analysis.overview()
    else:
        with opened(store) as graph:
            found = analysis.analyse(name or "", graph, view=view, editions=editions, level=level, seed=seed)
    most = None if listed else _most(limit, form)
    shown = replace(found, rows=found.rows[:most])
    if form == "json":
        print_json({"columns": shown.columns, "rows": shown.records(), "note": shown.note})
    else:
        write(forms.analysed(shown, form), None)
        if form != "table":
            click.echo(shown.note, err=True)
    _note_more(len(found.rows) - len(shown.rows))
    if plot is not None and found.rows:
        _draw(found, top, plot)
    expect(found.rows, "there is nothing to count" + ", so nothing is drawn" * (plot is not None), strict)


def _draw(found: Table, top: int | None, target: str) -> None:
    """Draw the figures of an analysis into a file."""
    from vmcgraph.charts import plot

    with progress() as say:
        say("drawing the figures")
        written = plot(found, top=top).write(target)
    click.echo(f"{written}: {found.title.removesuffix('.')}", err=True)


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
    from vmcgraph.spelling import counted

    with opened(store) as graph:
        found = project(graph, view, editions=editions, level=level)
    with progress() as say, warnings.catch_warnings(record=True) as warned:
        say("drawing the page")
        target = render_network(found, output or f"vmc-{view}.html", force=force)
    for warning in warned:
        click.echo(f"Note: {warning.message}", err=True)
    if not found:
        click.echo("Note: nothing is in this view, so the page is empty", err=True)
    shown = f"{counted(len(found), 'mark')}, {counted(found.number_of_edges(), 'tie')}"
    click.echo(f"{target}: {shown}, {target.stat().st_size / 1000:,.0f} KB")
