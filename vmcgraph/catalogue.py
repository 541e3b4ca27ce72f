"""The named questions: one file of SPARQL each in queries/, whose head comments say what it asks and what it needs.

The head of a file is lines of the form ``# key: text``: number, group, title, question, columns, any number of notes, and a line
for each parameter, ``# parameter person: person, required; whose ties``, ``# parameter edition: edition, default any; …`` or
``# parameter rank: one of minister, deputy; default any; …``. A parameter is a variable of the query; "any" leaves it unbound.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from vmcgraph.errors import WrongUseError
from vmcgraph.lookup import KINDS, Names, what_there_is
from vmcgraph.markup import html_table
from vmcgraph.namespaces import ID
from vmcgraph.questions import ask
from vmcgraph.resources import resource
from vmcgraph.scene import Scene

if TYPE_CHECKING:
    from vmcgraph.store import Solutions, Store

#: The value of a parameter that leaves its variable free.
ANY = "any"
#: What a parameter can be, beside an edition, a number or one of some words: the classes to look for its name in, and their kinds.
TYPES: dict[str, tuple[Mapping[str, str], tuple[str, ...]]] = {
    "person": (KINDS, ("person",)),
    "organisation": (KINDS, ("organisation",)),
    "country": (KINDS, ("country",)),
    "instrument": (KINDS, ("instrument", "policy model")),
    "topic": (KINDS, ("topic",)),
    "session": ({"Session": "session"}, ("session",)),
}
EDITION, NUMBER = "edition", "number"

#: What a head has one line for.
_ONCE = ("number", "group", "title", "question", "columns")
_LINE = re.compile(r"# (?P<key>\w+)(?: (?P<name>\w+))?: (?P<text>.+)")
_PARAMETER = re.compile(
    r"(?:one of (?P<words>[^;]+); |(?P<type>\w+), )(?:(?P<required>required)|default (?P<default>[^;]+)); (?P<about>.+)"
)


class Parameter(NamedTuple):
    """What a question wants to be told.

    `type` is one of TYPES, "edition", "number" or "word"; `words` are the ones to choose from; `default` is None where it is required.
    """

    name: str
    type: str
    words: tuple[str, ...]
    default: str | None
    about: str

    @property
    def form(self) -> str:
        """The parameter as one gives it, such as ``person=PERSON`` or, where it may be left out, ``[edition=EDITION]``."""
        given = f"{self.name}={'|'.join(self.words) or self.type.upper()}"
        return given if self.default is None else f"[{given}]"


class Question(NamedTuple):
    """A question that has a name: what it asks, what it needs, the columns of its answer, and the query."""

    name: str
    number: int
    group: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    notes: tuple[str, ...]
    sparql: str


class Catalogue(dict[str, Question]):
    """The named questions by name, in the order of their numbers; a notebook shows what each asks and takes."""

    def __repr__(self) -> str:
        return f"<Catalogue: {', '.join(self)}>"

    def _repr_html_(self) -> str:
        rows = ((each.name, each.question, " ".join(one.form for one in each.parameters)) for each in self.values())
        return html_table(("name", "asks", "takes"), rows)


@cache
def questions() -> Catalogue:
    """Return all named questions by name, in the order of their numbers.

    Raises:
        VmcGraphError: if this installation lacks them.

    Example:
        >>> questions()["appearances"].title
        'Where a person appeared, and under which titles'
    """
    found = (read(path.stem, path.read_text("utf-8")) for path in resource("queries").glob("*.rq"))
    return Catalogue((each.name, each) for each in sorted(found, key=lambda each: each.number))


def read(name: str, sparql: str) -> Question:
    """Return the question that a file holds.

    Args:
        name: how it is called.
        sparql: its text.

    Raises:
        ValueError: if its head is incomplete or malformed.

    Example:
        >>> head = "# number: 1\\n# group: G\\n# title: T\\n# question: Q?\\n# parameter n: number, default 2; a number\\n# columns: n"
        >>> read("n", head + "\\n\\nSELECT ?n {}").parameters[0].form
        '[n=NUMBER]'
    """
    texts: dict[str, list[str]] = {key: [] for key in (*_ONCE, "note", "parameter")}
    parameters = []
    for line in sparql.partition("\n\n")[0].splitlines():
        found = _LINE.fullmatch(line)
        if not found or found["key"] not in texts or bool(found["name"]) != (found["key"] == "parameter"):
            raise ValueError(f"{name}: the head has no line like {line!r}")
        texts[found["key"]].append(found["text"])
        if found["name"]:
            parameters.append(_parameter(found["name"], found["text"]))
    if wrong := [key for key in _ONCE if len(texts[key]) != 1]:
        raise ValueError(f"{name}: the head wants one line for {wrong[0]}")
    number, group, title, asked, columns = (texts[key][0] for key in _ONCE)
    notes = tuple(texts["note"])
    return Question(name, int(number), group, title, asked, tuple(parameters), tuple(columns.split()), notes, sparql)


def _parameter(name: str, text: str) -> Parameter:
    found = _PARAMETER.fullmatch(text)
    if not found or found["type"] not in (None, EDITION, NUMBER, *TYPES):
        raise ValueError(f"no parameter: {text!r}")
    words = tuple(found["words"].split(", ")) if found["words"] else ()
    return Parameter(name, found["type"] or "word", words, found["default"], found["about"])


def question(name: str) -> Question:
    """Return the question of a name.

    Args:
        name: with hyphens, as `questions` lists it.

    Raises:
        WrongUseError: if there is none; it lists all, or those spelled nearly so.

    Example:
        >>> question("met").columns
        ('other', 'level', 'at', 'date', 'pages')
    """
    known = questions()
    if name in known:
        return known[name]
    raise WrongUseError(f"no question is called “{name}”; {what_there_is(name, known)}", value=name)


def check(name: str, given: Mapping[str, str]) -> None:
    """Check, without a graph, that a question has a name and gets the parameters that it needs and no others.

    Args:
        name: the question's name.
        given: the values by parameter.

    Raises:
        WrongUseError: if not; it says what there is.

    Example:
        >>> check("met", {"person": "Ada Brook"})
    """
    _complete(question(name), given)


def answer(store: Store, name: str, given: Mapping[str, str]) -> Solutions:
    """Answer a named question.

    Args:
        store: holds the graph.
        name: the question's name.
        given: the values by parameter, as the user types them: names of people and things are found as everywhere (see
            `vmcgraph.lookup.Names.find`), and editions as by --edition, "any" leaves a parameter open. They reach the query as terms.

    Returns:
        The rows, with the columns that the question states.

    Raises:
        WrongUseError: if there is no such question, a parameter is missing or unknown, or a value is none that it takes.
        QueryError: if a name means nothing, or more than one thing.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> len(answer(open_store(), "claims", {}))
        0
    """
    from vmcgraph.store import Solutions

    asked = question(name)
    values = _complete(asked, given)
    found = ask(store, asked.sparql, bindings=_terms(store, asked, values))
    assert isinstance(found, Solutions)
    return _readable(found) if "words" in found.variables else found


def _readable(found: Solutions) -> Solutions:
    """Return an answer with what reports print as it is shown everywhere, without the marks of Markdown."""
    import json

    from vmcgraph.store import Solutions
    from vmcgraph.wording import as_shown

    answer = json.loads(found.serialize("json"))
    for row in answer["results"]["bindings"]:
        if words := row.get("words"):
            words["value"] = as_shown(words["value"])
    return Solutions(json.dumps(answer).encode())


def _complete(asked: Question, given: Mapping[str, str]) -> dict[str, str]:
    """Return the values of all parameters, the defaults where none is given."""
    known = {each.name: each for each in asked.parameters}
    takes = " ".join(each.form for each in asked.parameters) or "no parameter"
    if unknown := [name for name in given if name not in known]:
        raise WrongUseError(f"{asked.name} has no parameter “{unknown[0]}”; it takes {takes}", value=unknown[0])
    values = {each.name: given.get(each.name, each.default) for each in asked.parameters}
    if missing := [name for name, value in values.items() if value is None]:
        raise WrongUseError(f"{asked.name} needs {' and '.join(missing)}; it takes {takes}", value=missing[0])
    told = {name: value for name, value in values.items() if value is not None}
    for each in asked.parameters:
        if each.type not in (EDITION, *TYPES) and told[each.name] != ANY:
            _literal(each, told[each.name])
    return told


def _terms(store: Store, asked: Question, values: Mapping[str, str]) -> dict[str, NamedNode | Literal]:
    """Return the terms to bind; what is left open has none."""
    names: dict[str, Names] = {}
    terms: dict[str, NamedNode | Literal] = {}
    for each in asked.parameters:
        value = values[each.name]
        if value == ANY and each.default is not None:
            continue
        if each.type in TYPES:
            classes, kinds = TYPES[each.type]
            known = names.setdefault("".join(classes), Names(store, classes))
            terms[each.name] = NamedNode(known.find(value, kinds).iri)
        elif each.type == EDITION:
            terms[each.name] = NamedNode(f"{ID}edition/{Scene(store).slug(value)}")
        else:
            terms[each.name] = _literal(each, value)
    return terms


def _literal(parameter: Parameter, value: str) -> Literal:
    if parameter.type == NUMBER:
        if re.fullmatch(r"[0-9]{1,9}", value) and int(value) > 0:
            return Literal(int(value))
        raise WrongUseError(f"{parameter.name}={value}: a whole number from 1 is wanted", value=value)
    if value in parameter.words:
        return Literal(value)
    raise WrongUseError(f"{parameter.name}={value}: one of {', '.join(parameter.words)} is wanted", value=value)
