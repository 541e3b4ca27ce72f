"""What the commands share: their options, how errors end them, and what they say while one waits.

Loaded for every help, so it imports click and errors only; the rest is imported where it is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from vmcgraph.errors import VmcGraphError, WrongUseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vmcgraph.store import Store

# Repeated here, as importing them costs more than showing a help may; a test compares.
LEVELS = ("conversed", "shown-together", "shared-stage", "same-social-event", "same-edition")

#: Seconds after which whoever waits is told what for.
PATIENCE = 1.0

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Failure(click.ClickException):
    """An error that its message explains."""

    exit_code = 3


class Group(click.Group):
    """Commands whose errors are told in a line, and which end quietly when nobody listens any more."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WrongUseError as error:
            raise click.UsageError(str(error)) from error
        except VmcGraphError as error:
            raise _Failure(str(error)) from error
        except OSError as error:
            if not isinstance(error, BrokenPipeError):
                place = error.filename or "standard output"
                raise _Failure(f"{place}: {error.strerror or error}") from error
            # What Python still holds for standard output must not be written when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(141)
        except KeyboardInterrupt:
            click.echo(err=True)
            ctx.exit(130)


def store_option(command: _Command) -> _Command:
    """Add the option that names the graph to ask."""
    return click.option(
        "--store",
        metavar="PLACE",
        envvar="VMCGRAPH_STORE",
        help="The graph to ask: a folder, a graph file or the address of a SPARQL endpoint. Default: VMCGRAPH_STORE, else "
        "the shipped editions with your own.",
    )(command)


def edition_option(command: _Command) -> _Command:
    """Add the option that keeps to editions."""
    return click.option(
        "--edition",
        "editions",
        metavar="ID",
        multiple=True,
        help="Keep to an edition, such as vmc2024; may be repeated.",
    )(command)


def edition_id_option(command: _Command) -> _Command:
    """Add the option that names the edition of a report."""
    return click.option(
        "--edition", metavar="ID", help="The id of the edition, such as vmc2024. Default: what the report calls itself."
    )(command)


def judgements_option(command: _Command) -> _Command:
    """Add the option that names a file of judgements."""
    return click.option(
        "--judgements",
        metavar="FILE",
        type=click.Path(),
        help="Judgements about the edition, such as a bill that you filled in. Default: those kept with it in your data folder.",
    )(command)


def level_option(command: _Command) -> _Command:
    """Add the option that says what counts as a tie."""
    return click.option(
        "--level",
        metavar="LEVEL",
        type=click.Choice(LEVELS),
        default="shared-stage",
        show_default=True,
        help="What counts as a tie: this level or a stronger one. From the strongest: " + ", ".join(LEVELS) + ".",
    )(command)


def format_option(*forms: str) -> Callable[[_Command], _Command]:
    """Add the option that says how an answer is written, the first form by default."""
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help="How to write it."
    )


def limit_option(command: _Command) -> _Command:
    """Add the option that limits how many rows are shown."""
    return click.option(
        "--limit",
        metavar="N",
        type=click.IntRange(min=0),
        help="At most so many rows, 0 for all. Default: 20 in a table, else all.",
    )(command)


def strict_option(command: _Command) -> _Command:
    """Add the option by which nothing found is a failure."""
    return click.option("--strict", is_flag=True, help="Exit with 1 when nothing is found.")(command)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Give a function that is told what begins, and says so on standard error once a second has passed."""
    from threading import Timer

    steps: list[str] = []
    late: list[bool] = []

    def tell() -> None:
        late.append(True)
        if steps:
            click.echo(f"{steps[-1]} …", err=True)

    def say(step: str) -> None:
        steps.append(step)
        if late:
            click.echo(f"{step} …", err=True)

    timer = Timer(PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield say
    finally:
        timer.cancel()


@contextmanager
def opened(where: str | None) -> Iterator[Store]:
    """Open the graph that a command works on; say so if that takes a while."""
    with progress() as say:
        say("opening the graph")
        if where:
            from vmcgraph.store import open_store

            store = open_store(where)
        else:
            from vmcgraph.home import open_usual

            store = open_usual(lambda: _rebuild(say))
        with store:
            say("asking the graph")
            yield store


def _rebuild(say: Callable[[str], None]) -> None:
    from vmcgraph.editions import refresh

    click.echo("your editions or vmcgraph have changed: building your graph anew …", err=True)
    refresh(say)


def expect(found: object, message: str, strict: bool) -> None:
    """Where nothing was found, say so, and under --strict exit with 1."""
    if not found:
        click.echo(message, err=True)
        if strict:
            click.get_current_context().exit(1)


def print_json(answer: object) -> None:
    """Print data as JSON."""
    import json

    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def write(content: bytes, output: str | None) -> None:
    """Write an answer to a file, or to standard output for none or "-"."""
    if output in (None, "-"):
        click.echo(content, nl=False)
        return
    from pathlib import Path

    from vmcgraph.files import write_files

    write_files({Path(output): content})
