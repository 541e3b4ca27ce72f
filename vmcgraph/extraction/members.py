"""Lists cut into their members: lines, what a line goes on with under another label, and the people of one stretch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from vmcgraph import reference
from vmcgraph.document import Block
from vmcgraph.extraction.bodynames import starts_with_post
from vmcgraph.hours import TIME
from vmcgraph.names import Name, is_form_of_address, mononym_at, name_at
from vmcgraph.programme import BULLET, DATE, DAY, format_in_room, role_label
from vmcgraph.speakers import are_names, is_whole_name

#: A post that a colon parts from the name behind it: "Rapporteur: Jane Roe".
POST_COLON = re.compile(r"([^:\n]{5,150}(?:\n[ \t]*[^:\n]{3,120})?):\s+(?=[A-ZÀ-ÞĀ-ɏ][\w.'-]*\s+[A-ZÀ-ÞĀ-ɏ])")
_OPEN = r"(?:tbc|tba|tbd|to be (?:confirmed|announced|determined))"
#: A line or member for somebody who is not named: "Representative of Malta (tbc)", "N.N.".
_UNNAMED = re.compile(
    r"(?:(?:an?\s+)?(?:Rapporteur|Representative|Delegate|Member|Spokesperson|Speaker|Participant)s?\s+(?:of|from|for)\b|"
    rf"(?:interventions?|questions|comments|statements) (?:from|by) (?:the )?(?:floor|delegations|participants|audience|member states)\b|followed by\b|{_OPEN}\b|N\.\s?N\.)",
    re.IGNORECASE,
)
#: At the end of a line with a post whose holder is not named yet: "Minister of Ports, Malta (tbc)".
_OPEN_POST = re.compile(rf"\({_OPEN}\)\s*$", re.IGNORECASE)
#: Signs that part members, or a name from the post behind it.
_DOTS = ("·", "•", "/")
#: Between two members: a semicolon or such a sign, or what follows a post in brackets: "Jane Roe (Director), John Doe (…) and …".
_NEXT_MEMBER = re.compile(
    r";|\s[·•/]\s|[,;]?\s+(?:[(\[]|[–—-]\s+)?(?:(?:is|was|to be) )?(?:replaced|substituted|represented) by\s+(?=[A-ZÀ-ÞĀ-ɏ])|,?\s+in (?:conversation|dialogue|discussion) with\s+|,?\s+with\s+(?=[^,;()]{4,40}\((?:moderator|host|chair|facilitator|interviewer)\))|(?<=\))\s*(?:,\s*(?:and\s+)?|(?:and|with)\s+|&\s*)(?=[^\W\d_])"
)
#: Where a member may begin inside a line: it takes a form of address, or a post behind the name.
_NEXT_TITLED = re.compile(r",\s+(?:and\s+)?(?=[A-ZÀ-ÞĀ-ɏ])|\s+(?:and|&|with)\s+(?=[A-ZÀ-ÞĀ-ɏ])")
_DOTTED = re.compile(r"\s[·•/]\s")
#: What stands in brackets behind the last of several names.
_BRACKET_BEHIND = re.compile(r"\s*\([^()]+\)\s*$")


#: What somebody is called on a platform, on a line of its own.
HANDLE = re.compile(r"@\w+")
#: With such a character no line goes on with the post above it.
_NO_POST = frozenset("@<=+#$%^~{}\\")


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
        if not any(map(str.isalnum, text)) or HANDLE.fullmatch(text.strip()) or _is_when(text):
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
            or shown[inner] in _NO_POST
            or role_label(shown[inner:end]) is not None
            or (POST_COLON.match(shown[inner:end]) is not None and not shown[inner].islower())
            or starts_entry(shown, inner, end)
            or _UNNAMED.match(shown, inner, end) is not None
            or (_OPEN_POST.search(shown, inner, end) is not None and "," in last and _opens_post(shown[inner:end]))
            or talk_before(shown, inner, end) > 0
            or _are_rows(last, shown[inner:end])
            or format_in_room(shown[inner:end]) != ""
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


#: Between the cells of a row that signs part.
_CELLS = re.compile(r"\s[·•|/]\s")


def _are_rows(last: str, line: str) -> bool:
    """Say whether the same sign parts the cells of two lines, so that none goes on with the other: "Coffee · Terrace" below "Jane Roe · Director"."""
    sign = _CELLS.search(line)
    return sign is not None and sign[0] in last


def _opens_post(line: str) -> bool:
    """Say whether a line begins with a post, maybe with the form of address and article of whoever holds it: "H.E. the Ambassador of Malta"."""
    return starts_with_post(_HOLDER.sub("", line))


_HOLDER = re.compile(
    r"(?:(?:H\.\s?E\.|Hon\.|The Hon\.?|His Excellency|Her Excellency)\s+)?(?:[Tt]he\s+)?(?=[A-ZÀ-ÞĀ-ɏ])"
)


def _is_when(line: str) -> bool:
    """Say whether a line prints day and time, and nothing else."""
    bare = TIME.sub("", line)
    return bare != line and not any(map(str.isalpha, DAY.sub("", DATE.sub("", bare))))


def _ends_in_title(line: str) -> bool:
    """Say whether a line ends with a form of address, whose name is cut off: "Minister of Ports, Malta: H.E. Ms"."""
    words = line.split()
    return len(words) > 1 and words[-1] != words[-1].upper() and is_form_of_address(f"{words[-1]} ")


#: A talk before who gives it, whose form of address tells that: "Case study 1: Leith – Mr Bo Roe, Mayor".
_TALK = re.compile(r"[^\n–—;]{3,150}?\s[–—]\s+(?=[A-ZÀ-ÞĀ-ɏ])")


def talk_before(shown: str, start: int, end: int) -> int:
    """Return the length of the title of a talk that stands before who gives it, or 0."""
    talk = _TALK.match(shown, start, end)
    given = talk and is_form_of_address(shown, talk.end()) and name_at(shown, talk.end(), end=end)
    return talk.end() - start if talk and given and name_at(shown, start, end=end) is None else 0


_AND = re.compile(r"[ \t]+(?:and|&|und|e)[ \t]+")


def starts_entry(shown: str, start: int, end: int) -> bool:
    """Say whether a name begins at an offset that ends the line, or behind which a post may stand."""
    found = name_at(shown, start, end=end) or lone_name(shown, start, end)
    joined = _AND.match(shown, found.end, end) if found else None
    if joined and (other := name_at(shown, joined.end(), end=end)):
        found = other  # "Jane Roe and John Doe (Ferry Institute)"
    return found is not None and (
        found.end == end
        or shown[found.end : found.end + 2].lstrip(" ")[:1] in (",", "|", "–", "—", "(", ":", "-", ";", "", *_DOTS)
    )


#: Where another label may begin inside a line: "Chair: Jane Roe; speakers: …", "Moderator: Jane Roe. Panellists: …".
_INNER = re.compile(
    r"(?P<gap>[;|·•]|(?:(?<=[^\W\d_]{3})|(?<=[)”]))\.|[,/]|\s[–—-])\s+(?=[^\W\d_])|(?<=\S)\s{2,}(?=[A-ZÀ-ÞĀ-ɏ])|(?<=\))\s+(?=[A-ZÀ-ÞĀ-ɏ])"
)


def labelled(shown: str, start: int, end: int, role: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a line with the role that the label before each gives; `role` is that of the first."""
    text = shown[start:end]
    at = 0
    for gap in _INNER.finditer(text) if ":" in text or " by " in text else ():
        label = role_label(text[gap.end() :])
        if gap.start() < at or label is None or not _leads(text, gap, gap.end() + label[1]):
            continue
        if at < gap.start():
            yield start + at, start + gap.start(), role
        role, at = label[0], gap.end() + label[1]
    yield start + at, end, role


def _leads(text: str, gap: re.Match[str], behind: int) -> bool:
    """Say whether a label inside a line ends as labels do, and somebody is named behind it."""
    words = text[gap.end() : behind].rstrip()
    closed = words.endswith(":") or (gap["gap"] in (";", ".", "|") and words.endswith(" by"))
    return closed and (
        name_at(text, behind) is not None or gap["gap"] in (";", "|") or _UNNAMED.match(text, behind) is not None
    )


def members_of(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the members of a line: parted by semicolons, behind brackets, or by commas if all are names."""
    text = shown[start:end]
    links = list(_NEXT_MEMBER.finditer(text))
    found = {gap.span() for gap in links if gap[0].strip() == ";" or _opens_next(text, gap.end())}
    dots = [gap for gap in links if gap[0].strip() in _DOTS]
    in_row = shown[max(start - 3, 0) : start].rstrip()[-1:] in _DOTS  # "Moderator · Jane Roe · Quay Herald"
    if dots and is_whole_name(text[: dots[0].start()]) and (in_row or not are_names(_DOTTED.split(text))):
        found -= {gap.span() for gap in dots}  # "Jane Roe · Director · Harbour Institute"
    found |= {gap.span() for gap in _NEXT_TITLED.finditer(text) if _opens_member(text, gap)}
    found |= _between_bodies(text)
    gaps = sorted(gap for gap in found if text.count("(", 0, gap[0]) <= text.count(")", 0, gap[0]))
    named = _BRACKET_BEHIND.sub("", text)
    if shared := _SHARED.search(text):
        among = [gap.span() for gap in _LISTED.finditer(text, 0, shared.start())]
        if are_names([text[first:last] for first, last in _between(among, shared.start())]):
            gaps = among
    if not gaps and are_names(named.rstrip(",").split(",")):
        gaps = [comma.span() for comma in re.finditer(",", named)]
    yield from ((start + first, start + last) for first, last in _between(gaps, len(text)))


def _between(gaps: Iterable[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches before, between and behind some gaps of a text."""
    edges = [0, *chain(*gaps), end]
    return zip(edges[::2], edges[1::2], strict=True)


#: Behind several names, where all of them are from.
_SHARED = re.compile(r"\s*[,(]\s*(?:both|all(?: (?:three|four|five))?|beide|tutti)\s+(?=\S)")
#: Between the names and bodies of a list that has neither brackets nor semicolons.
_LISTED = re.compile(r"\s*,\s+(?:(?:and|&|und|e)\s+)?|\s+(?:and|&|und|e)\s+")


def _between_bodies(text: str) -> set[tuple[int, int]]:
    """Return what stands before each further name where names and well-known bodies alternate: "Jane Roe, ILO, John Doe and Bo Lund"."""
    gaps = [] if "(" in text or ";" in text else list(_LISTED.finditer(text))
    stretches = _between((gap.span() for gap in gaps), len(text))
    pieces = [text[first:last].strip() for first, last in stretches]
    bodies = [piece in reference.body_forms() for piece in pieces]
    if len(pieces) < 3 or bodies[0] or not any(bodies):
        return set()
    named = [not body for body in bodies]
    if not all(are_names([piece]) for piece, name in zip(reversed(pieces), reversed(named), strict=True) if name):
        return set()
    # two capitalised words behind a body may be its unit or town, unless they have a body of their own or "and" beside them
    joined = [False, *(not gap[0].strip().endswith(",") for gap in gaps), False]
    beside = zip(named, joined, joined[1:], [*bodies[1:], False], strict=False)
    sure = all(any(each[1:]) or not each[0] for each in list(beside)[1:])
    return {gaps[number - 1].span() for number, name in enumerate(named) if number and name} if sure else set()


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
    behind_name = text[found.end :].strip(" ,–—")
    of_body = gap[0].startswith(",") and behind_name in reference.body_forms()
    return "and" in gap[0] and (starts_with_post(behind_name) or of_body)


def lone_name(shown: str, start: int, end: int) -> Name | None:
    """A single word is a name where a post follows the comma."""
    found = mononym_at(shown, start, end=end)
    return (
        found
        if found and re.match(r",\s", shown[found.end : end]) and starts_with_post(shown[found.end + 1 : end])
        else None
    )
