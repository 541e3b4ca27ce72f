"""The text of queries: values put into it as terms, and words for what is broken in it."""

from __future__ import annotations

from itertools import pairwise

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from vmcgraph.errors import QueryError, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from vmcgraph.store.results import Term

# Comments, IRIs, strings, language tags and escapes are matched so that nothing inside them is taken for a variable,
# a brace or a keyword ("@as" is Assamese).
_TOKEN = r"""
    (?P<skip> \#[^\n\r]* | <(?:[^<>"{}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]{4,8})*> | \{\| | \|\} | \\[\s\S]
      | @\w[\w-]*
      | \"{3}(?:\"{0,2}(?:[^"\\]|\\[\s\S]))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\[\s\S]))*'{3}
      | "(?:[^"\\\n\r]|\\[\s\S])*" | '(?:[^'\\\n\r]|\\[\s\S])*' )
    | (?P<variable> [?$]\w+ ) | (?P<name> [\w.-]*:(?:[\w.:%-]|\\.)* ) | (?P<word> \w+ ) | (?P<brace> [{}] )
"""


def scan(sparql: str) -> list[tuple[str, str, int]]:
    """Return kind, text and end of every token that matters here: variable, name, word, brace."""
    import re

    tokens = ((match.lastgroup or "", match[0], match.end()) for match in re.finditer(_TOKEN, sparql, re.VERBOSE))
    return [token for token in tokens if token[0] != "skip"]


def written(term: object) -> str:
    r"""Return a term as SPARQL.

    SPARQL 1.1 has ``\u0022`` replaced before strings are recognised. A literal that holds these six characters is
    written ``\\u0022``, and a parser that is naive there would end the string: so the u is escaped as well.
    """
    text = str(term)
    if "\\\\" not in text:
        return text
    import re

    # Escapes are consumed in pairs, so that a backslash before a genuine \u0001 is left alone.
    return re.sub(r"\\\\([uU])|\\.", lambda match: f"\\\\\\u{ord(match[1]):04X}" if match[1] else match[0], text)


def bind(sparql: str, bindings: Mapping[str, Term]) -> str:
    """Add a VALUES block for each binding to every group that needs it (see Store.query)."""
    tokens = scan(sparql)
    _check_bindings(sparql, tokens, bindings)
    blocks = {name: f" VALUES ?{name} {{ {written(term)} }}" for name, term in bindings.items()}
    groups = _groups(tokens)
    inserts: list[tuple[int, str]] = []
    for group in groups:
        wanted = [name for name in bindings if group.outermost or name in group.names]
        inserts.append((group.start, "".join(blocks[name] for name in wanted) + " "))
    if not groups:  # DESCRIBE ?x; on a line of its own, as a comment may stand last
        return f"{sparql}\nWHERE {{{''.join(blocks.values())} }}"
    for (_, word, end), (_, following, _) in pairwise(tokens):
        if word.upper() == "CONSTRUCT" and following != "{":  # the short form admits no VALUES: write its template out
            inserts.append((end, f" {{ {sparql[groups[0].start : groups[0].end]} }} "))
            break
    for position, text in sorted(inserts, reverse=True):
        sparql = sparql[:position] + text + sparql[position:]
    return sparql


def _check_bindings(sparql: str, tokens: list[tuple[str, str, int]], bindings: Mapping[str, Term]) -> None:
    known = {text[1:] for kind, text, _ in tokens if kind == "variable"}
    assigned = {text[1:] for (_, word, _), (_, text, _) in pairwise(tokens) if word.upper() == "AS"}
    for name, term in bindings.items():
        if name not in known:
            there = ", ".join(f"?{other}" for other in sorted(known)) or "none"
            raise QueryError(f"the query has no variable ?{name} to bind; it has {there}", value=name)
        if name in assigned:
            raise QueryError(f"?{name} cannot be bound, as the query assigns it by AS", value=name)
        if not isinstance(term, NamedNode | Literal):
            kind = type(term).__name__
            raise QueryError(f"?{name} is bound to a {kind}: a NamedNode or a Literal would be right", value=term)


class _Group:
    """One pair of braces: where its inside begins and ends, the variables within, whether it is in no other."""

    def __init__(self, start: int, names: set[str], *, outermost: bool) -> None:
        self.start = start
        self.end = start
        self.names = names
        self.outermost = outermost  # more than one are so when the head of a SELECT has EXISTS


def _groups(tokens: list[tuple[str, str, int]]) -> list[_Group]:
    """Return the groups of graph patterns in their order, without templates, data blocks and braces of sub-SELECTs."""
    groups: list[_Group] = []
    open_groups: list[_Group] = []
    before = ""
    in_values = False
    shared: set[str] | None = None  # a sub-SELECT's names, in its head as in its group, all count for that group
    for place, (kind, text, end) in enumerate(tokens):
        word = text.upper() if kind == "word" else text
        if kind == "variable":
            for group in open_groups:
                group.names.add(text[1:])
        elif word == "VALUES":
            in_values = True
        elif text == "{":
            group = _Group(end, set() if shared is None else shared, outermost=not open_groups)
            open_groups.append(group)
            following = tokens[place + 1][1].upper() if place + 1 < len(tokens) else ""
            shared = group.names if following == "SELECT" else None
            if not in_values and before != "CONSTRUCT" and shared is None:
                groups.append(group)
            in_values = False
        elif text == "}" and open_groups:
            open_groups.pop().end = end - 1
        before = word
    return groups


_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})


def query_error(sparql: str, error: SyntaxError) -> QueryError:
    """Tell what is broken in a query, with the place in the text as the user wrote it; an update is no query."""
    form = next((text.upper() for _, text, _ in scan(sparql) if text.upper() in _UPDATES | _FORMS), "")
    if form in _UPDATES:
        words = f"{form} changes data; a query only reads: SELECT, ASK, CONSTRUCT or DESCRIBE would be right"
        return QueryError(words, value=sparql)
    if not form and (wrong := _first_word(sparql)):
        return QueryError(wrong, value=sparql)
    try:
        pyoxigraph.Store().query(sparql)
    except SyntaxError as own:
        error = own
    except (OSError, RuntimeError, ValueError):
        pass
    return QueryError(syntax_words(sparql, str(error)), value=sparql)


def _first_word(sparql: str) -> str:
    """Say that the word behind the prologue begins no query; "" where it breaks off before any."""
    before = ""
    for kind, text, end in scan(sparql):
        if kind == "word" and before != "PREFIX" and text.upper() not in ("PREFIX", "BASE"):
            return f"{_place(sparql[: end - len(text)])}: “{text}” begins no query; SELECT, ASK, CONSTRUCT or DESCRIBE would be right"
        before = text.upper()
    return ""


def _place(before: str) -> str:
    return f"line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))}"


def syntax_words(sparql: str, message: str) -> str:
    """Return the parser's message; for a prefix without declaration, of which it says nothing, a better one."""
    tokens = scan(sparql)
    declared = {name for (_, word, _), (_, name, _) in pairwise(tokens) if word.upper() == "PREFIX"}
    for kind, text, end in tokens:
        prefix = text.partition(":")[0] + ":"
        if kind == "name" and prefix not in declared and prefix != "_:":
            return f"{_place(sparql[: end - len(text)])}: the prefix {prefix} is not declared; PREFIX {prefix} <…> at the beginning does so"
    return parser_words(message)


def parser_words(message: str) -> str:
    """Shorten the parser's message to one line: no character classes, a sentence alone if it has one."""
    import re

    match = re.match(r"error at (\d+):(\d+): expected (?:one of )?([\s\S]*)", message)
    if not match:
        return one_line(message)
    items = [item for item in re.sub(r"\[[^\[\]]*\]", "", match[3]).split(", ") if item.strip()]
    sentences = [item for item in items if " " in item.strip()]
    listed = ", ".join(items[:12]) + (", …" if len(items) > 12 else "")
    wanted = f"expected {listed}; a query looks like SELECT ?s WHERE {{ ?s ?p ?o }}"
    words = sentences[0] if sentences else wanted if listed else "the query breaks off or goes wrong here"
    return f"line {match[1]}, column {match[2]}: {one_line(words)}"
