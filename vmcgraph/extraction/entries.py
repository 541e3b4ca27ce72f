"""Entries of stage blocks, bullet lists, cards and attributions: who is listed, with which post, in which role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from vmcgraph import reference
from vmcgraph.document import Block, Document, Part
from vmcgraph.extraction.bodynames import body_like, contains_post, is_unit, starts_with_post
from vmcgraph.frontmatter import FrontMatter
from vmcgraph.names import Name, is_form_of_address, is_name, letters_behind, mononym_at, name_at, titled_name
from vmcgraph.programme import BULLET, CELL_BREAK, role_label, session_format
from vmcgraph.reference import CountryEntry
from vmcgraph.speakers import are_names, is_whole_name
from vmcgraph.spelling import fold

_BRACKET = re.compile(r"\(([^()]{3,40})\)")
_AFAR = (
    r"(?:\b(?:joining|joined|participating|connected|connecting|attending|speaking)\s+)?"
    r"\b(?:online|virtual(?:ly)?|remote(?:ly)?|(?:via|by|per|through) (?:a )?video(?:[ -]?(?:link|conference|call|message))?|(?:(?:pre-?)?recorded|video) message|via (?:zoom|teams|webex))\b"
)
_ONLINE = re.compile(rf"\({_AFAR}\)|[;,]?\s*{_AFAR}", re.IGNORECASE)
#: What a bracket says of the list and not of the person's post; a rapporteur has the role that the session gives.
_STATUS = re.compile(
    r"\((?:(?:Mr|Ms|Mrs|Mx|Miss|Dr|Prof|Amb|H\.E)\.?|tbc|t\.b\.c\.?|tba|to be (?:confirmed|announced)|invited|confirmed|(?:session |general )?rapporteur|"
    r"(?:(?:working |contact |breakout )?group|session|panel|workshop|wg|track|table) (?:[A-Z]|[IVX]+|\d{1,2}))\)|,\s*tbc$",
    re.IGNORECASE,
)
_ALL_CAPITALS = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w'&-]+(?:\s(?:(?:of|for|and|the|de|del|des|&)\s){0,2}[A-ZÀ-ÞĀ-ɏ][\w'&-]+)+")
_BRACKETED = re.compile(r"\(([^()]+)\)")
#: A post that a colon parts from the name behind it: "Rapporteur: Jane Roe".
_COLON = re.compile(r"([^:\n]{5,150}(?:\n[ \t]*[^:\n]{3,120})?):\s+(?=[A-ZÀ-ÞĀ-ɏ][\w.'-]*\s+[A-ZÀ-ÞĀ-ɏ])")
#: A line or member for somebody who is not named: "Representative of Malta (tbc)", "N.N.".
_UNNAMED = re.compile(
    r"(?:(?:an?\s+)?(?:Rapporteur|Representative|Delegate|Member|Spokesperson|Speaker|Participant)s?\s+(?:of|from|for)\b|"
    r"(?:interventions?|questions|comments|statements) (?:from|by) (?:the )?(?:floor|delegations|participants|audience|member states)\b|followed by\b|(?:tbc|tba|tbd|to be (?:confirmed|announced|determined))\b|N\.\s?N\.)",
    re.IGNORECASE,
)
#: At the end of a line with a post whose holder is not named yet: "Minister of Ports, Malta (tbc)".
_OPEN_POST = re.compile(r"\((?:tbc|tba|tbd|to be (?:confirmed|announced|determined))\)\s*$", re.IGNORECASE)
_PARTING = (";", "·", "•")
#: Between two members: a semicolon or dot, or what follows a post in brackets: "Jane Roe (Director), John Doe (…) and …".
_NEXT_MEMBER = re.compile(
    r";|\s[·•/]\s|,?\s+in (?:conversation|dialogue|discussion) with\s+|,?\s+with\s+(?=[^,;()]{4,40}\((?:moderator|host|chair|facilitator|interviewer)\))|(?<=\))\s*(?:,\s*(?:and\s+)?|(?:and|with)\s+|&\s*)(?=[^\W\d_])"
)
#: The title of a paper behind who presents it: "Jane Roe (Ferry Institute): Fog at sea", with a comma in several words or quoted.
_PAPER = re.compile(
    r"(?P<body>\s*\([^()]+\)(?:,\s+\w+)?)(?::\s+\S|[,.]\s+(?:[“\"„«‘']|(?P<words>[A-ZÀ-Þ\d][^\s,]*,?(?:\s+\S+){2,})))"
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
#: Where a member may begin inside a line: it takes a form of address, or a post behind the name.
_NEXT_TITLED = re.compile(r",\s+(?:and\s+)?(?=[A-ZÀ-ÞĀ-ɏ])|\s+(?:and|&)\s+(?=[A-ZÀ-ÞĀ-ɏ])")
#: What stands in brackets behind the last of several names.
_BRACKET_BEHIND = re.compile(r"\s*\([^()]+\)\s*$")
_SEPARATOR = re.compile(r"[\s,|:–—-]*[,|:–—\n-][\s,|:–—-]*|\s+(?=\()|\s*$")


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
    """

    name: Name
    lines: tuple[str, ...]
    start: int
    end: int
    role: str
    online: bool
    bracketed: bool = False

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


def content(shown: str, block: Block) -> tuple[int, int]:
    """Return where the words of a block begin and end, without what marks it as a heading or row."""
    words = shown[block.start : block.end]
    return block.start + len(words) - len(words.lstrip(" \t\r\n#*|")), block.start + len(words.rstrip())


def lines(shown: str, at: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of list members: lines, joined to the one before where they do not start an entry of their own."""
    spans: list[tuple[int, int]] = []
    bulleted = 0
    for match in re.finditer(r"[^\r\n]+", shown[at:stop]):
        start, end = at + match.start(), at + match.end()
        text = shown[start:end]
        if not any(map(str.isalnum, text)):
            continue  # a rule
        start += len(text) - len(text.lstrip())
        bullet = BULLET.match(shown, start, end)
        inner = bullet.end() if bullet else start
        indent = start - shown.rfind("\n", 0, start)
        if bullet:
            bulleted = indent
        elif spans and indent > bulleted > 0:  # set in below a bullet: the post goes on
            spans[-1] = (spans[-1][0], end)
            continue
        last = shown[slice(*spans[-1])] if spans else ""
        goes_on = (last.rstrip().endswith(";") and role_label(last) is not None) or _ends_in_title(last)
        fresh = (
            bullet is not None
            or role_label(shown[inner:end]) is not None
            or (_COLON.match(shown[inner:end]) is not None and not shown[inner].islower())
            or starts_entry(shown, inner, end)
            or _UNNAMED.match(shown, inner, end) is not None
            or (_OPEN_POST.search(shown, inner, end) is not None and "," in last and starts_with_post(shown[inner:end]))
            or _talk(shown, inner, end) > 0
            or session_format(shown[inner:end]) is not None
            or not spans
        )
        named_after = (
            spans and is_whole_name(last) and reference.country_named(shown[inner:end].split()[-1]) is not None
        )
        if (
            fresh and not goes_on and not (named_after and "," not in shown[inner:end])
        ):  # "Statistics Norway" below a name
            spans.append((inner, end))
        else:
            spans[-1] = (spans[-1][0], end)
    yield from spans


def _ends_in_title(line: str) -> bool:
    """Say whether a line ends with a form of address, whose name is cut off: "Minister of Ports, Malta: H.E. Ms"."""
    words = line.split()
    return len(words) > 1 and words[-1] != words[-1].upper() and is_form_of_address(f"{words[-1]} ")


#: A talk before who gives it, whose form of address tells that: "Case study 1: Leith – Mr Bo Roe, Mayor".
_TALK = re.compile(r"[^\n–—;]{3,150}?\s[–—]\s+(?=[A-ZÀ-ÞĀ-ɏ])")


def _talk(shown: str, start: int, end: int) -> int:
    """Return the length of the title of a talk that stands before who gives it, or 0."""
    talk = _TALK.match(shown, start, end)
    given = talk and is_form_of_address(shown, talk.end()) and name_at(shown, talk.end(), end=end)
    return talk.end() - start if talk and given and name_at(shown, start, end=end) is None else 0


def starts_entry(shown: str, start: int, end: int) -> bool:
    """Say whether a name begins at an offset that ends the line, or behind which a post may stand."""
    found = name_at(shown, start, end=end) or _mononym(shown, start, end)
    return found is not None and (
        found.end == end
        or shown[found.end : found.end + 2].lstrip(" ")[:1] in (",", "|", "–", "—", "(", ":", "-", ";", "")
    )


def entries_of(shown: str, start: int, end: int, role: str, kind: str) -> Iterator[Entry]:
    """Yield the persons of one line: several where semicolons part them, or where all members are names."""
    if talk := _talk(shown, start, end):
        start, role = start + talk, ""  # and not that of the label above
    for first, last in _members(shown, start, end):
        first += len(shown[first:last]) - len(shown[first:last].lstrip())
        label = role_label(shown[first:last]) if ":" in shown[first:last] else None
        told, first = (
            (label[0], first + label[1]) if label and first > start else (role, first)
        )  # "…; moderator: Jane Roe"
        entry = entry_at(shown, first, last, told, kind)
        if entry:
            yield entry


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


def _members(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the members of a line: parted by semicolons, behind brackets, or by commas if all are names."""
    text = shown[start:end]
    found = {
        gap.span() for gap in _NEXT_MEMBER.finditer(text) if gap[0].strip() in _PARTING or _opens_next(text, gap.end())
    }
    found |= {gap.span() for gap in _NEXT_TITLED.finditer(text) if _opens_member(text, gap)}
    gaps = sorted(gap for gap in found if text.count("(", 0, gap[0]) <= text.count(")", 0, gap[0]))
    named = _BRACKET_BEHIND.sub("", text)
    if not gaps and are_names(named.rstrip(",").split(",")):
        gaps = [comma.span() for comma in re.finditer(",", named)]
    edges = [0, *chain(*gaps), len(text)]
    yield from ((start + first, start + last) for first, last in zip(edges[::2], edges[1::2], strict=True))


def _opens_next(text: str, at: int) -> bool:
    """Say whether somebody begins at an offset behind a bracket, named or not."""
    return name_at(text, at) is not None or _UNNAMED.match(text, at) is not None


def _opens_member(text: str, gap: re.Match[str]) -> bool:
    """Say whether a comma or "and" parts two people with posts: "Jane Roe, UNHCR, and Ms Ana Lima, Director"."""
    found = name_at(text, gap.end())
    if found is None or not name_at(text) or not ("," in text[: gap.end()] or is_whole_name(text[: gap.start()])):
        return False
    behind = re.match(r"(?:\s*\([^()]*\))*\s*(?:[,;(–—]|$|and\s)", text[found.end :])
    if behind is None:
        return False
    if found.honorific is not None and is_form_of_address(text, gap.end()):
        return True
    if is_whole_name(text[: gap.start()]) and "," not in gap[0]:
        return True  # "Jane Roe and John Doe (Ferry Institute)"
    return "and" in gap[0] and starts_with_post(text[found.end :].lstrip(" ,–—"))


def entry_at(shown: str, start: int, end: int, role: str, kind: str) -> Entry | None:
    """Read one entry: the name, what parts it from the post, the post, brackets at the end."""
    while start < end and shown[start] in " \t\r\n,;":
        start += 1
    while end > start and shown[end - 1] in " \t\r\n,;.":
        end -= 1
    found = name_at(shown, start, end=end) or _mononym(shown, start, end)
    if not found:
        return _titled_entry(shown, start, end, role, kind)
    own, rest = _own_role(shown[found.end : end])
    role, online = own or role, _ONLINE.search(rest) is not None
    cut = _STATUS.sub(_blank, _ONLINE.sub(_blank, rest))
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
    if separator and re.search(r"[–—]", separator[0]):
        post = re.sub(r"[ \t]+[–—][ \t]+", ", ", post)
    lines = (
        _lines(post) if not reference.country_of_city(post) else ()
    )  # "Jane Roe (Vienna)" tells where, and not for whom
    if lines and _is_office(found.honorific) and not contains_post(lines[0]):
        lines = (found.honorific or "", *lines)  # "Deputy Minister Jane Roe, Malta"
    end = found.end + len(body) if lines else found.end
    return Entry(found, lines, found.start, end, role, online, bracketed is not None)


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
    return tuple(
        line.strip(" |–—-").lstrip(",") for line in re.split(rf"[\n{CELL_BREAK}]", post) if line.strip(" ,|–—-")
    )


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
    colon = _COLON.match(text)
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


def _mononym(shown: str, start: int, end: int) -> Name | None:
    """A single word is a name where a post follows the comma."""
    found = mononym_at(shown, start, end=end)
    return (
        found
        if found and re.match(r",\s", shown[found.end : end]) and starts_with_post(shown[found.end + 1 : end])
        else None
    )


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


def card(shown: str, block: Block, role: str) -> Entry | None:
    """Read a block that names one person, with the post on the lines below."""
    start, end = content(shown, block)
    bullet = BULLET.match(shown, start, end)
    start = bullet.end() if bullet else start
    return entry_at(shown, start, end, role, "card")


def cards(document: Document, shown: str, part: Part) -> Iterator[Entry]:
    """Yield the cards of a speakers or team chapter: a name, its post on the lines below."""
    for block in document.blocks:
        if part.body <= block.start < part.end and block.kind in ("card", "name", "stage", "list"):
            members = list(lines(shown, *content(shown, block))) if block.kind in ("stage", "list") else []
            if len(members) > 1:
                yield from (entry for start, end in members for entry in entries_of(shown, start, end, "", block.kind))
                continue
            entry = card(shown, block, "")
            if entry:
                yield entry


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
