"""Entries of stage blocks, bullet lists, cards and attributions: who is listed, with which post, in which role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from vmcgraph import reference
from vmcgraph.document import Block, Document, Part
from vmcgraph.extraction.bodynames import body_like, contains_post, is_unit, starts_with_post
from vmcgraph.extraction.members import HANDLE, POST_COLON, content, labelled, lines, lone_name, members_of, talk_before
from vmcgraph.extraction.standing import ABSENT, REPLACED, status_behind
from vmcgraph.frontmatter import FrontMatter
from vmcgraph.names import Name, initials, is_form_of_address, is_name, letters_behind, name_at, titled_name
from vmcgraph.plaintext import CELL_BREAK
from vmcgraph.programme import BULLET, role_label
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold, trimmed

_BRACKET = re.compile(r"\(([^()]{3,40})\)")
_AFAR = (
    r"(?:\b(?:joining|joined|participating|connected|connecting|attending|speaking)\s+)?"
    r"\b(?:online|virtual(?:ly)?|remote(?:ly)?|(?:via|by|per|through) (?:a )?video(?:[ -]?(?:link|conference|call|message))?|(?:(?:pre-?)?recorded|video) message|via (?:zoom|teams|webex))\b"
)
_ONLINE = re.compile(rf"\({_AFAR}\)|[;,]?\s*{_AFAR}", re.IGNORECASE)
#: What a bracket says of the list and not of the person's post; a rapporteur has the role that the session gives.
_ASIDE = re.compile(
    r"\((?:(?:Mr|Ms|Mrs|Mx|Miss|Dr|Prof|Amb|H\.E)\.?|confirmed|(?:session |general )?rapporteur|"
    r"(?:(?:working |contact |breakout )?group|session|panel|workshop|wg|track|table) (?:[A-Z]|[IVX]+|\d{1,2}))\)",
    re.IGNORECASE,
)
_ALL_CAPITALS = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w'&-]+(?:\s(?:(?:of|for|and|the|de|del|des|&)\s){0,2}[A-ZÀ-ÞĀ-ɏ][\w'&-]+)+")
_BRACKETED = re.compile(r"\(([^()]+)\)")
#: The title of a paper behind who presents it: "Jane Roe (Ferry Institute): Fog at sea", with a comma in several words or quoted.
_PAPER = re.compile(
    r"(?P<body>\s*\([^()]+\)(?:(?:,|\s[–—-])\s+\w+)?)(?::\s+\S|(?:[,.]|\s[–—-])\s+(?:[“\"„«‘']|(?P<words>[A-ZÀ-Þ\d][^\s,]*,?(?:\s+\S+){2,})))"
)
#: A role at the end of an entry, where no post could stand: "Jane Roe (WHO), moderator".
_ROLE_BEHIND = re.compile(
    r"(?:[,;]\s+|\s[–—-]\s+)(?P<role>(?:co-)?moderator|(?:co-)?facilitator|discussant|respondent|interviewer|keynote speaker|"
    r"(?:(?<=\),\s)|(?<=\)\s[–—-]\s))(?:(?:co-|session )?chair|panell?ist|speaker))\s*(?P<close>\)?)\s*$",
    re.IGNORECASE,
)
#: A role that stands first in the bracket with the post: "Jane Roe (moderator; WHO)".
_ROLE_FIRST = re.compile(
    r"(?<=\()\s*(?P<role>(?:co-)?moderator|(?:co-)?facilitator|discussant|respondent|interviewer|keynote speaker|(?:co-|session )?chair(?=;)|speaker(?=;))"
    r"\s*[;,]\s+",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s,|:·•/–—-]*[,|:·•/–—\n-][\s,|:·•/–—-]*|\s+(?=\()|\s*$")


#: Whose name may go on with a place: "Lord Bo Roe of Harwich".
_PEERS = frozenset(("Lord", "Lady", "Baron", "Baroness", "Viscount", "Viscountess", "Earl"))
_OF_PLACE = re.compile(r"\s+of\s+[A-ZÀ-ÞĀ-ɏ][\w'-]+(?=\s*(?:[,(|–—-]|$))")

#: What stands behind a contact's post: a telephone number, a mail or web address.
_ADDRESS = re.compile(r"[,;|\s]+(?:(?:tel|phone|mobile|e-?mail|mail)\b|\+\d|\S+@|https?:|www\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed person.

    Args:
        name: with its offsets in the text.
        lines: the printed lines of the post, "" when there is none.
        start, end: from the name to the end of the post.
        role: as a label above or a bracket behind says, or "".
        online: the entry says so.
        bracketed: the post stands in brackets behind the name.
        status: what the entry says of whether the person comes: ABSENT, as printed where it is open ("invited", "tbc"), or "".
    """

    name: Name
    lines: tuple[str, ...]
    start: int
    end: int
    role: str
    online: bool
    bracketed: bool = False
    status: str = ""

    @property
    def body(self) -> str:
        """The body that alone stands behind the name, as proceedings list people: "Jane Roe (Quay Voices)".

        Without brackets it takes two words and capitals.
        """
        inner = self.lines[0] if len(self.lines) == 1 else ""
        home = re.fullmatch(r"(.+?)\s+\(([^()]+)\)", inner)
        inner = home[1] if home and reference.country_named(home[2]) else inner
        inner = inner if self.bracketed or _ALL_CAPITALS.fullmatch(inner) else ""
        named = inner[:1].isupper() and "," not in inner and not contains_post(inner)
        return inner if named and not reference.country_named(inner) else ""


def guests(page: FrontMatter, shown: str, known: Callable[[str], None]) -> Iterator[tuple[Entry, CountryEntry | None]]:
    """Yield whom the front matter of a session's page names, with the country it states.

    Args:
        page: the front matter.
        shown: the plain text.
        known: is told each body, so that a post can be read with it.
    """
    for guest in page.guests if page.is_session else ():
        name = guest.fields["name"]
        entry = entry_at(shown, name.start, name.end, guest.role, "stage")
        if entry is None:
            continue
        body = (
            re.sub(r"\s*\([^()]*\)$", "", guest.fields["organisation"].text) if "organisation" in guest.fields else ""
        )
        if body and ("," not in body or body in reference.body_forms()):  # else a body and its unit
            known(body)
        stated = [guest.fields[key].text for key in ("position", "organisation") if key in guest.fields]
        country = reference.country_named(guest.fields["country"].text) if "country" in guest.fields else None
        lines = (", ".join(stated),) if stated else entry.lines
        yield replace(entry, lines=lines, end=max(entry.end, guest.end), online=entry.online or guest.online), country


@cache
def _contact_lines() -> re.Pattern[str]:
    labels = sorted(
        (row["form"] for row in reference.table("role_words") if row["kind"] == "contact"), key=len, reverse=True
    )
    return re.compile(
        r"^[ \t#*]*(?:" + "|".join(map(re.escape, labels)) + r")[ \t*]*(?::|(?=\r?\n))\s*(?P<entry>[^\n]+)",
        re.MULTILINE | re.IGNORECASE,
    )


def contacts(shown: str) -> Iterator[Entry]:
    """Yield whom a text names to ask: "Press contact", then a name with its post, on the same line or the next."""
    for match in _contact_lines().finditer(shown):
        words = _ADDRESS.search(match["entry"])
        end = match.start("entry") + (words.start() if words else len(match["entry"]))
        for entry in entries_of(shown, match.start("entry"), end, "", "list"):
            below = list(_lines_below(shown, match.end("entry"), posted=bool(entry.lines)))
            if not entry.lines and not below:
                continue
            post = ", ".join((*entry.lines, *(shown[first:last] for first, last in below)))
            yield replace(entry, lines=(post,), end=below[-1][1] if below else entry.end)


def is_contact(text: str, block: Block) -> bool:
    """Say whether a block opens with the label of a contact: what follows is an address and no sentence."""
    return _contact_lines().match(text, block.start, block.end) is not None


def _lines_below(shown: str, at: int, *, posted: bool) -> Iterator[tuple[int, int]]:
    """Yield the lines below a contact that name the post, if that did not stand beside the name, a unit or body, up to the street."""
    for line in re.compile(r"\r?\n[ \t]*(?P<words>[^\r\n]*\S)").finditer(shown, at):
        words = line["words"]
        labelled = re.match(r"[^,:]{3,40}:\s", words)  # "Secretariat: Ms Jane Roe"
        told = is_unit(words, _nothing) or body_like(words, _nothing) if posted else contains_post(words)
        if line.start() != at or labelled or not told:
            return
        yield line.span("words")
        posted = True
        at = line.end()


def _nothing(form: str) -> bool:
    return False


def entries_of(shown: str, start: int, end: int, role: str, kind: str) -> Iterator[Entry]:
    """Yield the persons of one line, each in the role of the label before it: several where semicolons part them, or where all members are names."""
    if talk := talk_before(shown, start, end):
        start, role = start + talk, ""  # and not that of the label above
    for first, last, told in labelled(shown, start, end, role):
        found: list[Entry] = []
        behind = first
        for at, stop in members_of(shown, first, last):
            if found and REPLACED.search(shown, behind, at):
                found[-1] = replace(found[-1], status=ABSENT)
            behind = stop
            entry = entry_at(shown, at, stop, told, kind)
            found += [entry] if entry else []
        yield from _shared(found)


#: Behind two or more people, where all of them are from: "Jane Roe and John Doe, both of the Ferry Institute".
_ALL_OF = re.compile(
    r"(?:both|all(?: (?:three|four|five))?|beide|tutti)\s+(?:(?:of|from|at|with|von|vom)\s+)?(?:the\s+)?(?=\S)"
)


def _shared(found: list[Entry]) -> list[Entry]:
    """Give the post that one line says all of its people have to each of them."""
    whose = _ALL_OF.match(found[-1].lines[0]) if len(found) > 1 and found[-1].lines else None
    if whose is None:
        return found
    *others, last = found
    lines = (last.lines[0][whose.end() :], *last.lines[1:])
    first = len(others) - 1 if whose[0].startswith(("both", "beide")) else 0
    bare = (n for n in range(len(others)) if n >= first and not others[n].lines)
    for number in bare:
        others[number] = replace(others[number], lines=lines, end=last.end, bracketed=last.bracketed)
    return [*others, replace(last, lines=lines)]


def line_entries(shown: str, start: int, end: int) -> Iterator[Entry]:
    """Yield the persons of a line that may start with its label: "Moderation Jane Roe", "On stage A, B"."""
    role = ""
    text = shown[start:end]
    label = role_label(text)
    cut = label[1] if label else 0
    if label:
        role = label[0]
    else:
        words = re.match(r"\W*((?:[^\W\d_]+\s+){1,3}?)(?=[A-ZÀ-ÞĀ-ɏ])", text)
        for count in (3, 2, 1):
            head = re.match(r"\W*((?:[^\W\d_]+\s+){" + str(count) + "})", text) if words else None
            if head and (found := role_label(head[1].strip())):
                role, cut = found[0], head.end()
                break
    yield from entries_of(shown, start + cut, end, role, "contents")


def entry_at(shown: str, start: int, end: int, role: str, kind: str) -> Entry | None:
    """Read one entry: the name, what parts it from the post, the post, brackets at the end."""
    while start < end and shown[start] in " \t\r\n,;":
        start += 1
    end = start + len(trimmed(shown[start:end], " \t\r\n,;."))
    end -= shown[end - 1 : end] == ")" and "(" not in shown[start:end]
    found = name_at(shown, start, end=end) or lone_name(shown, start, end)
    if not found:
        return _titled_entry(shown, start, end, role, kind)
    status, rest = status_behind(_without_initials(found, shown[found.end : end]))
    own, rest = _own_role(rest)
    role, online = own or role, _ONLINE.search(rest) is not None
    cut = _ASIDE.sub(_blank, _ONLINE.sub(_blank, rest))
    cut = _BRACKET.sub(lambda match: _blank(match) if _says_role(match[1]) else match[0], cut)
    peer = _OF_PLACE.match(cut) if found.honorific in _PEERS else None
    cut = _blank(peer) + cut[peer.end() :] if peer else cut
    letters = letters_behind(cut, 0, len(cut))
    cut = " " * letters + cut[letters:]
    separator = _SEPARATOR.match(cut)
    if cut.strip() and not separator and not (kind in ("list", "stage") and starts_with_post(cut.strip())):
        return None
    body = cut.rstrip(" ,;\r\n\t–—")
    post = body[separator.end() if separator else 0 :]
    bracketed = _BRACKETED.fullmatch(post)
    post = _body_in(bracketed[1]) if bracketed else post
    post = re.sub(r"(?:\s*\|)+\s+", ", ", post.rstrip(" |"))  # the cells of a row
    if separator and re.search(r"[–—·•/]", separator[0]):
        post = re.sub(r"[ \t]+[–—·•/][ \t]+", ", ", post)
    lines = (
        _lines(post) if not reference.country_of_city(post) else ()
    )  # "Jane Roe (Vienna)" tells where, and not for whom
    if lines and _is_office(found.honorific) and not contains_post(lines[0]):
        lines = (found.honorific or "", *lines)  # "Deputy Minister Jane Roe, Malta"
    end = found.end + len(body) if lines else found.end
    return Entry(found, lines, found.start, end, role, online, bracketed is not None, status)


_INITIALS = re.compile(r"\s*\((?P<letters>[A-Z]{2,4})\)")


def _without_initials(name: Name, rest: str) -> str:
    """Blank the letters behind a name by which minutes go on about somebody: "Jane Roe (JR), Ferry Institute"."""
    match = _INITIALS.match(rest)
    return _blank(match) + rest[match.end() :] if match and match["letters"] == initials(name.text) else rest


def _without_paper(rest: str) -> str:
    """Return what stands behind a name without the title of a paper; words behind a body are one if they name no post."""
    paper = _PAPER.match(rest)
    if not paper:
        return rest
    inner = paper["body"].split("(", 1)[1].split(")")[0]
    aside = len(inner.split()) < 2 or reference.country_named(inner) is not None
    return rest if paper["words"] and (aside or contains_post(paper["words"])) else rest[: paper.end("body")]


def _body_in(inner: str) -> str:
    """Return what a bracket holds, of a body with its acronym or city the body: "Institute of Ropes, Bergen"."""
    body, comma, behind = inner.partition(",")
    behind = behind.strip()
    place = behind[:1].isupper() and " " not in behind and not reference.country_named(behind)
    if (
        not (comma and place)
        or contains_post(body)
        or is_unit(body, _is_known)
        or not body_like(body, _is_known, whole=True)
    ):
        return inner
    entry = reference.body_forms().get(behind)
    short = "".join(word[0] for word in body.split() if word[0].isupper())
    same = behind == short or (entry is not None and entry is reference.body_forms().get(body))
    return body if same or not (entry or behind.isupper()) else inner


def _is_known(form: str) -> bool:
    return form in reference.body_forms()


def _own_role(rest: str) -> tuple[str, str]:
    """Return the role that is printed behind a name, or "", and what stands there without it and without the title of a paper."""
    if behind := _ROLE_BEHIND.search(rest):
        rest = rest[: behind.start()] + behind["close"]
    first = _ROLE_FIRST.search(rest)
    printed = behind or first
    role = _bracket_role(rest) or (_role_words().get(fold(printed["role"]), "") if printed else "")
    rest = rest[: first.start()] + _blank(first) + rest[first.end() :] if first else rest
    return role, _without_paper(rest)


def _is_office(honorific: str | None) -> bool:
    """Say whether what stands before a name is a post in full, and no rank or courtesy."""
    entry = reference.honorifics().get(honorific or "")
    return entry is not None and bool(entry[1]) and fold(honorific or "") in reference.posts() - {"ambassador"}


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks, so that offsets stay."""
    return " " * len(match[0])


def _lines(post: str) -> tuple[str, ...]:
    printed = (line.strip(" |–—-").lstrip(",") for line in re.split(rf"[\n{CELL_BREAK}]", post) if line.strip(" ,|–—-"))
    return tuple(line for line in printed if not HANDLE.fullmatch(line))


def _titled_entry(shown: str, start: int, end: int, role: str, kind: str) -> Entry | None:
    """Read an entry whose post stands before the name, or behind it without a comma.

    "Minister of Labour Jane Roe, Ghana", "Jane Roe Head of Office Harbour Trust".
    """
    text = shown[start:end]
    first = re.match(r"[^,(\n]+", text)
    behind = _run_together(text) if first and kind in ("list", "stage") else None
    if behind:
        name = name_at(shown, start, end=start + behind)
        rest = entry_at(shown, start, start + behind, role, kind) if name else None
        return replace(rest, lines=_lines(shown[start + behind : end]), end=end) if rest else None
    colon = POST_COLON.match(text)
    if colon and _is_new_label(colon[1]) and is_form_of_address(text, colon.end()):
        return entry_at(shown, start + colon.end(), end, "", kind)
    if colon and starts_with_post(colon[1]):
        rest = entry_at(shown, start + colon.end(), end, role, kind)
        return replace(rest, lines=(" ".join(colon[1].split()), *rest.lines), start=start) if rest else None
    name = titled_name(text) if first and starts_with_post(first[0]) else None
    entry = entry_at(shown, start + name.start, end, role, kind) if name else None
    if name is None or entry is None:
        return None
    title = text[: name.start].strip()
    rank = entry.lines and starts_with_post(entry.lines[0]) and not re.search(r"\b(?:of|for)\b", title)
    return replace(entry, lines=entry.lines if rank else (title, *entry.lines), start=start)


def _is_new_label(words: str) -> bool:
    """Say whether words before a colon are a label that is not known, and no post: "Lead country", "Case study"."""
    pieces = fold(words).split()
    ends = {pieces[-1], " ".join(pieces[-2:])} & reference.posts()
    return len(pieces) <= 3 and not ends and "," not in words and not {"of", "for"} & set(pieces)


def _run_together(text: str) -> int:
    """Return where the post starts that follows a name without a comma, or 0."""
    line = text.split("\n", 1)[0]
    for word in list(re.finditer(r"(?<=\s)[A-ZÀ-ÞĀ-ɏ]\S+", line))[1:6]:
        if starts_with_post(line[word.start() :]) and is_name(line[: word.start()]) and "," not in line[: word.start()]:
            return word.start()
    return 0


def _bracket_role(text: str) -> str:
    words = _role_words()
    for inner in filter(_says_role, _BRACKET.findall(text)):
        for key in (fold(inner), *_parts(inner)):
            role = words.get(key)
            if role and role != "online":
                return role
    return ""


def _says_role(inner: str) -> bool:
    """Say whether a bracket gives a role and no post: "(moderator, online)", but not "(Chair, Port Office)"."""
    words = _role_words()
    return fold(inner) in words or all(not key or key in words for key in _parts(_ONLINE.sub("", inner)))


def _parts(inner: str) -> tuple[str, ...]:
    return tuple(fold(part) for part in re.split(r"[,/;]", inner))


@cache
def _role_words() -> dict[str, str]:
    """Return the words that give a role beside a name; a rapporteur named so has the role that the session gives."""
    words = reference.role_words("label", "bracket")
    return {form: role for form, role in words.items() if not form.endswith("rapporteur")}


def card(shown: str, block: Block, role: str) -> Iterator[Entry]:
    """Yield whom a block names, with the post on the lines below: one person, and maybe who comes instead."""
    start, end = content(shown, block)
    bullet = BULLET.match(shown, start, end)
    start = bullet.end() if bullet else start
    if REPLACED.search(shown, start, end):
        yield from entries_of(shown, start, end, role, "card")
        return
    entry = entry_at(shown, start, end, role, "card")
    label = role_label(entry.lines[0]) if entry and len(entry.lines) > 1 else None
    if entry and label and label[1] == len(entry.lines[0]):
        entry = replace(entry, role=label[0], lines=entry.lines[1:])  # the role stands right below the name
    yield from (entry,) if entry else ()


def cards(document: Document, shown: str, part: Part) -> Iterator[Entry]:
    """Yield the cards of a speakers or team chapter: a name, its post on the lines below."""
    for block in document.blocks:
        if part.body <= block.start < part.end and block.kind in ("card", "name", "stage", "list"):
            members = list(lines(shown, *content(shown, block))) if block.kind in ("stage", "list") else []
            if len(members) > 1:
                yield from (entry for start, end in members for entry in entries_of(shown, start, end, "", block.kind))
                continue
            yield from card(shown, block, "")


def attributions(document: Document, shown: str) -> Iterator[Entry]:
    """Yield who is named under each pull quote; name and post may be two blocks."""
    blocks = document.blocks
    for number, block in enumerate(blocks):
        if block.kind != "quote-by" or (number and blocks[number - 1].kind == "quote-by"):
            continue
        last = number
        while last + 1 < len(blocks) and blocks[last + 1].kind == "quote-by":
            last += 1
        start, _ = content(shown, block)
        while start < block.end and shown[start] in "—–- \t":
            start += 1
        entry = entry_at(shown, start, content(shown, blocks[last])[1], "", "quote")
        if entry:
            yield entry
