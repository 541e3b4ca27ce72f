"""Front matter: the block of keys and values between two lines of hyphens above a page of Markdown.

A page about one session states there what an agenda prints: title, format, date, times, who speaks, who moderates. A file may
hold several pages, each below its own. Only what such blocks use of YAML is read: scalars, lists, mappings, indentation; each
value with its place in the text, which a YAML library would not give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vmcgraph.hours import TIME, clock, time_of_day
from vmcgraph.programme import (
    role_label,
    session_format,
)

_BLOCK = re.compile(r"\ufeff?\s*---[ \t]*\r?\n(?P<body>.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
#: That of a page behind another one: keys, what is set in below them, list items, comments, and no other line.
_NEXT_BLOCK = re.compile(
    r"^---[ \t]*\r?\n(?P<body>(?=[A-Za-z])(?:(?:[A-Za-z][\w -]{0,30}:[^\n]*|-[ \t][^\n]*|[ \t#][^\n]*|\r?)\n)+)---[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
_LINE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<dash>-[ \t]+)?(?:(?P<key>[A-Za-z][\w -]{0,30}?)[ \t]*:(?=[ \t]|\r?$)[ \t]*)?(?P<value>.*?)[ \t]*\r?$",
    re.MULTILINE,
)
#: What the keys of a person, and the heads of a table's columns, say.
FIELDS = {
    "name": "name", "full name": "name", "person": "name", "participant": "name", "speaker": "name", "attendee": "name", "delegate": "name",
    "position": "position", "title": "position", "job title": "position", "function": "position", "post": "position", "designation": "position",
    "organisation": "organisation", "organization": "organisation", "affiliation": "organisation", "org": "organisation",
    "institution": "organisation", "company": "organisation", "employer": "organisation",
    "country": "country", "role": "role", "online": "online", "remote": "online", "virtual": "online",
}  # fmt: skip
#: Keys over lists of people that say no role: each has a key of its own for it, or speaks.
_GROUPS = frozenset("participants people guests contributors roles line-up lineup who".split())
#: Who made the page, and spoke nowhere.
_MAKERS = frozenset("author authors".split())
_TRUE = frozenset(("true", "yes", "online", "virtual", "remote"))
_FORMATS = ("format", "type", "session type", "session_type", "session-type")
#: Where or in which row of a programme something is.
_SLOTS = ("room", "hall", "stage", "track", "day", "slot")


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its place in the text, without its quotation marks."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody whom the front matter names.

    Args:
        role: as the key above the list says, or a key of the person's own.
        fields: name, position, organisation, country; a guest given as one line has it all under "name".
    """

    role: str
    fields: dict[str, Value]
    online: bool = False

    @property
    def end(self) -> int:
        return max(value.end for key, value in self.fields.items() if key not in ("role", "online"))


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a page.

    Args:
        start, end: of the front matter.
        stop: where its page ends, at the front matter of the next or with the text.
        values: its plain values.
        guests: the people.
        broken: values with a bracket or quotation mark that nothing closes; what they say is read as it stands.
    """

    start: int
    end: int
    stop: int
    values: dict[str, Value] = field(default_factory=dict)
    guests: tuple[Guest, ...] = ()
    broken: tuple[Value, ...] = ()

    def get(self, *keys: str) -> str:
        """Return the value of the first of some keys that has one, or ""."""
        return next((self.values[key].text for key in keys if key in self.values), "")

    @property
    def is_session(self) -> bool:
        """Say whether the page is about one session: it has a title and names who is on stage, or two of format, hour and room."""
        found = session_format(self.format)
        signs = (found is not None and found[1] != "break", bool(self.times[0]), bool(self.get(*_SLOTS)))
        return bool(self.get("title", "session")) and (bool(self.guests) or sum(signs) > 1)

    @property
    def format(self) -> str:
        """Return the format of the session, or ""."""
        return self.get(*_FORMATS)

    @property
    def times(self) -> tuple[str, str]:
        """Return when the session starts and ends, as "HH:MM" or ""."""
        whole = TIME.search(self.get("time", "times", "hours", "start"))
        if whole:
            return clock(whole)
        return _hour(self.get("start", "start time", "time", "starts")), _hour(self.get("end", "end time", "ends"))


def front_matters(text: str) -> tuple[FrontMatter, ...]:
    """Read the front matter at the head of a text, and those of the pages behind the first.

    Returns:
        What each says; none where the text does not begin with one.

    Example:
        >>> (page,) = front_matters("---\\ntitle: Roads\\nspeakers:\\n  - name: Ada Nkemelu\\n    country: Ghana\\n---\\n# Roads\\n")
        >>> page.get("title"), page.guests[0].role, page.guests[0].fields["country"].text
        ('Roads', 'speaker', 'Ghana')
        >>> front_matters("# Roads")
        ()
    """
    first = _BLOCK.match(text)
    if not first:
        return ()
    blocks = [(first, *_read(text, first))]
    for block in _NEXT_BLOCK.finditer(text, first.end()):
        values, guests = _read(text, block)
        if {"title", "session"} & values.keys():
            blocks.append((block, values, guests))
    stops = [*(block.start() for block, *_ in blocks[1:]), len(text)]
    return tuple(
        FrontMatter(block.start(), block.end(), stop, values, tuple(guests), tuple(_broken(text, block)))
        for (block, values, guests), stop in zip(blocks, stops, strict=True)
    )


def _read(text: str, block: re.Match[str]) -> tuple[dict[str, Value], list[Guest]]:
    """Return the plain values and the people of a front matter."""
    values: dict[str, Value] = {}
    guests: list[Guest] = []
    role, level = "", -1
    gathered: dict[str, Value] = {}
    for line in _LINE.finditer(text, block.start("body"), block.end("body")):
        if not line[0].strip() or line[0].lstrip().startswith("#"):
            continue
        key, value, indent = (line["key"] or "").strip().casefold(), _value(line), len(line["indent"])
        if role and indent <= level and not line["dash"]:
            guests += _guest(role, gathered)
            role, gathered = "", {}
        if not role:
            label = role_label(key) if key and key not in _MAKERS else None
            if label or key in _GROUPS:
                role, level = label[0] if label else "speaker", indent
                guests += (Guest(role, {"name": member}) for member in _inline(value))
            elif key and value.text:
                values.setdefault(key, value)
            continue
        if line["dash"]:
            guests += _guest(role, gathered)
            gathered = {}
        if not key and value.text.startswith("{"):
            gathered |= _mapping(value)
            continue
        own = role_label(key) if key and key not in FIELDS and not gathered else None
        if own:  # "chair: Jane Roe" below "panel:"
            guests += (Guest(own[0], {"name": member}) for member in _inline(value))
            continue
        known = FIELDS.get(key, "") if key else "name"
        if known and value.text:
            gathered.setdefault(known, value)
    guests += _guest(role, gathered)
    return values, guests


def _broken(text: str, block: re.Match[str]) -> Iterator[Value]:
    """Yield the values of a front matter whose bracket or quotation mark is closed neither on their line nor before the next key."""
    opened: Value | None = None
    for line in _LINE.finditer(text, block.start("body"), block.end("body")):
        if opened and not line["key"] and not line["dash"]:
            opened = None if line["value"].endswith(_CLOSING[opened.text[0]]) else opened
            continue
        if opened:
            yield opened
        value = Value(line["value"], line.start("value"), line.end("value"))
        opened = value if _is_open(value.text) else None
    if opened:
        yield opened


_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}


def _is_open(value: str) -> bool:
    """Say whether a value begins with a bracket or quotation mark that its line does not close."""
    return value[:1] in _CLOSING and _CLOSING[value[:1]] not in value[1:]


def _value(line: re.Match[str]) -> Value:
    """Return the value of a line without quotation marks, or a bracket that its line does not close."""
    text, start = line["value"], line.start("value")
    quoted = re.fullmatch(r"([\"'])(.*)\1", text)
    if quoted and len(text) > 1:
        return Value(quoted[2], start + 1, start + 1 + len(quoted[2]))
    if _is_open(text) and text[0] != "{":
        inner = text[1:].rstrip(" ,")
        return Value(inner, start + 1, start + 1 + len(inner))
    return Value(text, start, start + len(text))


def _mapping(value: Value) -> dict[str, Value]:
    """Read "{name: Jane Roe, country: Ghana}" on one line."""
    made: dict[str, Value] = {}
    for pair in re.finditer(
        r"(?P<key>[A-Za-z][\w ]*?)\s*:\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^,}]*[^,}\s]))", value.text
    ):
        group = next(name for name in "abc" if pair[name] is not None)
        at = value.start + pair.start(group)
        if known := FIELDS.get(pair["key"].casefold()):
            made.setdefault(known, Value(pair[group], at, at + len(pair[group])))
    return made


def _inline(value: Value) -> Iterator[Value]:
    """Yield the members of a list on the line of its key: one name, or "[A, B]"."""
    inner = re.fullmatch(r"\[(.*)\]", value.text)
    if not inner:
        if any(map(str.isalpha, value.text)):
            yield value
        return
    for member in re.finditer(r"\"([^\"]+)\"|'([^']+)'|([^,\"']+)", inner[1]):
        number = next(number for number in (1, 2, 3) if member[number])
        words = member[number].strip()
        at = value.start + 1 + member.start(number) + member[number].find(words)
        if words:
            yield Value(words, at, at + len(words))


def _guest(role: str, gathered: dict[str, Value]) -> Iterator[Guest]:
    if "name" in gathered:
        own = gathered.get("role")
        said = role_label(own.text) if own else None
        if own and not said:  # an office, and no part in the session
            gathered.setdefault("position", own)
        online = gathered["online"].text.casefold() in _TRUE if "online" in gathered else False
        yield Guest(said[0] if said else role, gathered, online)


def _hour(text: str) -> str:
    match = re.match(r"(\d{1,2})[.:h](\d{2})", text)
    return time_of_day(int(match[1]), match[2]) if match else ""
