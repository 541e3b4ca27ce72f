"""What running text says of people: posts printed beside a name, persons only talked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from vmcgraph import reference
from vmcgraph.document import Block, Document, Part
from vmcgraph.extraction.bodynames import Known, contains_post, starts_with_post
from vmcgraph.extraction.employers import body_behind, body_in_brackets, body_owning, body_run, employer
from vmcgraph.extraction.entries import is_contact
from vmcgraph.extraction.introductions import delegates, is_introduced, is_personal
from vmcgraph.extraction.organisations import well_known
from vmcgraph.extraction.people import Draft as PersonDraft
from vmcgraph.extraction.people import People, StatedPost
from vmcgraph.extraction.phrases import Stretches
from vmcgraph.extraction.posts import Post, parse_post
from vmcgraph.extraction.titles import (
    BODIES_TOO,
    copula_title,
    country_behind,
    country_meant,
    country_owning,
    group_behind,
    home_behind,
    honorific_before,
    is_relation,
    is_stage_part,
    office_given,
    small_title,
    spoken_for,
    title_before_comma,
)
from vmcgraph.names import Name, honorifics_at, is_called_after, is_name, is_policy_word, letters_behind, name_at
from vmcgraph.programme import NUMBERED
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold

_POST_END = re.compile(
    r"[;:!?—]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bProf)(?<!\bAmb)\.(?=\s+[A-ZÀ-ÞĀ-ɏ“\"]|\s*$)|\)|\s[–]\s"
)
#: Before a post that somebody came to have.
_BECAME = r"who\s+(?:(?:recently|newly|just)\s+)?(?:took\s+(?:office|over)\s+as|became|is|was|has\s+been|serves\s+as|works\s+as)\s+"
_WORKS = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,3}?(?:report|speech|plan|letter|book|government|administration|strategy|proposals?|keynote|remarks|film|call|focus|analysis|study|essay|article|cabinet|presidency|address)\b"
)


def paragraphs(document: Document, part: Part | None = None) -> Iterator[Block]:
    """Yield the paragraphs of a part, or of the whole text, without their numbers."""
    for block in document.blocks:
        if block.kind == "paragraph" and (part is None or part.start <= block.start < part.end):
            number = NUMBERED.match(document.text, block.start, block.end)
            yield replace(block, start=number.end()) if number else block


# ---------------------------------------------------------------- posts


def read_posts(document: Document, flat: str, people: People, known: Known) -> None:
    """Enter the persons that prose names with an office, and the posts it prints beside names.

    Args:
        document: the report.
        flat: its plain text, line ends as blanks.
        people: the persons so far; new ones and stated posts are entered.
        known: says whether a text is a form of a known body.
    """
    told = [block for block in paragraphs(document) if not is_contact(document.text, block)]
    for block in told:
        for found in list(_new_names(flat, block, people, known)):
            named = people.named(found, document.span(found.start, found.end, "narrative"))
            if " " not in named.name:
                _post_beside(flat, block, block.start, found.start, found.end, named, people, known)
        for delegate, country, end in delegates(flat, block.start, block.end):
            speaker = people.named(delegate, document.span(delegate.start, delegate.end, "narrative"))
            people.posts.append(StatedPost(speaker, [], delegate.start, end, "text", country))
    finder = people.forms.full_finder
    for block in told:
        first = block.start
        for start, end, form in finder.find(flat, block.start, block.end):
            person = people.get(form)
            if person is None:
                continue
            person.spans.append(document.span(start, end, "narrative"))
            _post_beside(flat, block, first, start, end, person, people, known)
            first = end
        _posts_of_surnames(flat, block, people, known)
    _dashed_posts(flat, document, people)


def _posts_of_surnames(flat: str, block: Block, people: People, known: Known) -> None:
    """Enter the posts before surnames, "the President of the Panel, Ms. ROE", and the offices that they are given."""
    forms = people.forms
    short = forms.short
    for start, end, form in forms.finder.find(flat, block.start, block.end):
        _, at = honorific_before(flat, block.start, start)
        title = title_before_comma(flat, block.start, start, known) if form in short and at < start else None
        if title and not is_stage_part(title.words):
            people.posts.append(StatedPost(short[form], [title.words], title.start, end, "text", title.country))
        home, last = country_behind(flat, end, block.end) or (None, end)
        given = office_given(flat, block.start, at, last, block.end) if form in short else None
        if given:
            people.posts.append(StatedPost(short[form], [given[0]], at, given[1], "text", home))


def _post_beside(
    flat: str, block: Block, first: int, start: int, end: int, person: PersonDraft, people: People, known: Known
) -> None:
    """Enter the posts beside a name; a post before it begins behind the name before, at `first`."""
    end = letters_behind(flat, end, block.end)
    nation, bracket = country_behind(flat, end, block.end) or home_behind(flat, end, block.end) or (None, end)
    owning = None if nation else country_owning(flat, block.start, start)
    nation = owning[0] if owning else nation
    before = _title_before(flat, first, start, known)
    behind = _apposition(flat, bracket, block.end, known)
    honorific, opens = honorific_before(flat, block.start, start)
    given = office_given(flat, block.start, opens, bracket, block.end)
    title = flat[before:start].strip(" ,") if before is not None else ""
    caucus = spoken_for(flat, block.start, start if before is None else before)
    if caucus and (caucus.words in people.forms.any or honorifics_at(caucus.words)[0]):
        caucus = None  # "Speaking for Roe, Ada Brook …"
    nation = nation or (caucus.country if caucus else None)
    if honorific and title in ("", *reference.honorifics()):
        person.honorific = person.honorific or honorific
    if behind:
        words = _SINCE.sub("", flat[bracket:behind].strip(" ,("))
        people.posts.append(StatedPost(person, [words], start, behind, "text", nation))
    nation = nation or (country_meant(flat, block.start, before) if before is not None else None)
    if before is not None and not (title in reference.honorifics() and (behind or _repeats(title, person, people))):
        people.posts.append(StatedPost(person, [title], before, bracket, "text", nation))
    body = _body_beside(flat, block, (start, end, bracket), person, people, known, nation)
    if honorific and not body and (sure := body_in_brackets(flat, end, block.end, known, sure=True)):
        people.posts.append(StatedPost(person, [sure[0]], start, sure[1], "text", post=Post("", (), sure[0])))
    owner = body_owning(flat, block.start, start, known) if before is None and not body else None
    if owner:
        people.posts.append(StatedPost(person, [owner[0]], owner[1], end, "text", post=Post("", (), owner[0])))
    if before is None and caucus and not caucus.country:
        people.posts.append(
            StatedPost(person, [caucus.words], caucus.start, end, "text", post=Post("", (), caucus.words))
        )
    if given:
        people.posts.append(StatedPost(person, [given[0]], start, given[1], "text", nation))
    elif behind is None and before is None:
        _title_apart(flat, block, (start, bracket), person, people, known, None if body else nation)


def _body_beside(
    flat: str,
    block: Block,
    name: tuple[int, int, int],
    person: PersonDraft,
    people: People,
    known: Known,
    nation: CountryEntry | None,
) -> bool:
    """Enter the body that stands behind a name, or the group of a parliament; `name` ends twice, without and with a country in brackets."""
    start, end, bracket = name
    body = (
        employer(flat, bracket, block.end, known)
        or body_behind(flat, bracket, block.end, known)
        or body_in_brackets(flat, end, block.end, known)
        or body_run(flat, bracket, block.end, known)
    )
    if body:
        said = parse_post(body[0], known)
        only = replace(said, position="", body=said.body or body[0])  # a body, whatever words it has
        people.posts.append(StatedPost(person, [body[0]], start, body[1], "text", nation, only))
    group = group_behind(flat, end, block.end)
    if group and group[0]:
        member = Post("", (), group[0], nation)
        people.posts.append(StatedPost(person, [group[0]], start, group[1], "text", nation, member))
    return bool(body or (group and group[0]))


def _repeats(title: str, person: PersonDraft, people: People) -> bool:
    """Say whether an office before a name only takes up a longer title that a list gave: "Ambassador-at-Large for Ports"."""
    return any(
        stated.person is person and stated.lines and stated.lines[0].startswith(f"{title}-") for stated in people.posts
    )


def _title_apart(
    flat: str,
    block: Block,
    name: tuple[int, int],
    person: PersonDraft,
    people: People,
    known: Known,
    nation: CountryEntry | None,
) -> None:
    """Enter the post that stands apart from a name, else the country in brackets behind it."""
    start, end = name
    apart = (
        title_before_comma(flat, block.start, start, known)
        or small_title(flat, block.start, start, known)
        or copula_title(flat, block.start, start)
    )
    if apart and not is_stage_part(apart.words):
        people.posts.append(StatedPost(person, [apart.words], apart.start, end, "text", nation or apart.country))
    elif home := nation or (apart and apart.country):  # "his Danish counterpart Jane Roe"
        people.posts.append(StatedPost(person, [], apart.start if apart else start, end, "text", home))


#: A title that lists its fields: "Minister for Ports, Fisheries and Rural Affairs".
_FIELDS = re.compile(
    r"(?:^|[\s(“\"])(?P<title>(?:(?:Deputy|State|Parliamentary|Junior|Federal)\s)*(?:Minister|Secretary(?:\sof\sState)?|Undersecretary|Commissioner)\s(?:of|for)\s(?:the\s)?"
    r"[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w'’-]+){0,2}(?:,\s[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w'’-]+){0,2}){1,4},?\sand\s(?:the\s)?[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w'’-]+){0,1})\s$"
)


def _title_before(flat: str, first_at: int, start: int, known: Known) -> int | None:
    """Return where the post that ends right before a name starts: "ICMPD Director General Jane Roe"."""
    stretch = flat[max(first_at, start - 160) : start]
    if stretch.endswith(" ") and " and " in stretch and (listed := _FIELDS.search(stretch)):
        return start - len(stretch) + listed.start("title")
    clause = re.search(
        r"(?:^|[.;:!?,—(]\s*|\s(?=(?:while|when|as|by|with|and|of|from|to|that|for|after|before|when)\s))([^.;:!?,—(]*?)\s$",
        stretch,
    )
    pieces = list(re.finditer(r"\S+", stretch[clause.start(1) :] if clause else stretch))
    base = start - len(stretch) + (clause.start(1) if clause else 0)
    before = [piece[0] for piece in pieces]
    if not before or not (_ends_in_post(before) or _ends_in_field(before, "", known)):
        return None
    first = len(pieces) - 1
    for number in range(len(pieces) - 1, -1, -1):
        word = pieces[number][0]
        if _now(word)[0].isupper() or (word in _SMALL and number > 0 and first == number + 1):
            first = number
        else:
            break
    while first < len(pieces):
        words = _now(flat[base + pieces[first].start() : start].strip())
        if words[0].isupper() and (starts_with_post(words) or _owned(words, known) or _of_field(words)):
            return base + pieces[first].start()
        first += 1
    return None


def _of_field(words: str) -> bool:
    """Say whether a post has its field of policy before it: "Home Affairs Commissioner"."""
    *field, post = words.split()
    return bool(field) and all(is_policy_word(fold(word)) for word in field) and fold(post) in reference.posts()


def _ends_in_post(words: list[str]) -> bool:
    """Say whether the words before a name end in a post: "Prime Minister", "Director General"."""
    return any(contains_post(" ".join(words[-count:])) and _now(words[-1])[0].isupper() for count in (1, 2))


def _now(word: str) -> str:
    """Return a title without what says that somebody had it once: "then-Minister"."""
    return re.sub(r"^(?:then|now|ex)-(?=[A-ZÀ-ÞĀ-ɏ])", "", word)


#: Words inside a title: "Minister for Ports and the Interior".
_SMALL = frozenset("of for and the on in".split())
_FIELD = re.compile(r"(?P<post>.+?) (?:of|for) (?P<the>the )?(?P<field>[A-ZÀ-ÞĀ-ɏ].*)")


def _ends_in_field(words: list[str], name: str, known: Known) -> bool:
    """Say whether the words before a name end in a post with its field: "Minister of the Interior", "Head of Mission".

    What goes on with a country or body is none: "Head of the Gulf Domestic Workers' Alliance", "Consul of the Lao People's Democratic Republic".
    """
    tail = takewhile(lambda word: word[-1].isalnum() and (word[0].isupper() or word in _SMALL), reversed(words))
    title = _FIELD.fullmatch(" ".join(reversed(list(tail))))
    if not title or not contains_post(title["post"]):
        return False
    field = title["field"]
    last = fold(field.split()[-1])
    free = not title["the"] and any(fold(title["post"]).endswith(post) for post in reference.political_posts())
    body = last in reference.body_nouns() or (" " in field and known(field))
    whole = body or is_policy_word(last) or reference.country_named(field)
    return bool(free or whole) and not (reference.country_named(f"{field} {name}") or known(f"{field} {name}"))


def _owned(words: str, known: Known) -> bool:
    post = parse_post(words, known)
    return (
        bool(post.position)
        and post.position != words
        and (starts_with_post(post.position) or contains_post(post.position))
        and bool(post.body or post.country)
    )


def _apposition(flat: str, end: int, limit: int, known: Known) -> int | None:
    """Return where the post behind a name ends: "Jane Roe, Director of the Mixed Migration Centre, said …"."""
    gap = _APPOSED.match(flat, end, limit)
    if not gap:
        return None
    start = gap.end()
    bare = re.sub(
        r"\((?:[^()]{1,15}|[A-ZÀ-Þ][^(),]{1,60})\)",
        lambda match: "_" * len(match[0]),
        flat[start : min(limit, start + 420)],
    )
    stop = _POST_END.search(bare)
    stretch = flat[start : start + (stop.start() if stop else len(bare))]
    pieces = list(re.finditer(r"[^,]+", stretch))
    if not pieces or pieces[0][0].lstrip().startswith("and ") or not _is_post(pieces[0][0].strip(), known):
        return None
    if _led_name(pieces[0][0].strip()):
        return None  # "On behalf of Jane Roe, Deputy Minister John Doe opened"
    if pieces[0][0].lstrip().startswith("the ") and len(pieces) > 1 and _is_next_name(pieces[1][0].strip()):
        return None  # "…, the treasurer, Ms Jane Roe": a list, whose titles stand before the names
    last = 0
    for number in range(1, len(pieces)):
        piece = pieces[number][0].strip()
        if not _belongs(piece, pieces, number):
            break
        last = number
    text = stretch[: pieces[last].end()]
    text = _without_next_person(text, known)
    verb = re.search(
        r"\s(?:said|says|argued|noted|told|explained|stressed|highlighted|was|is|has|had|will|who|which|spoke|added)\b",
        text,
    )
    text = text[: verb.start()] if verb else text
    text = _WHEN.sub("", _ON_FILE.sub("", text))
    return start + len(text.rstrip(" ,")) if text.strip() else None


#: The next person with a title before the name.
_LED = re.compile(
    r"(?P<title>(?:[A-ZÀ-ÞĀ-ɏ][\w'’-]*\s+){1,6}?)(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'’-]+\s+[A-ZÀ-ÞĀ-ɏ][\w'’-]+)(?=\s+[a-z]|$)"
)


def _led_name(words: str) -> bool:
    """Say whether words behind a name and its comma are the title and name of the next person."""
    led = _LED.match(words)
    return led is not None and contains_post(led["title"]) and not contains_post(led["name"]) and is_name(led["name"])


_AND_NEXT = re.compile(r"\s(?:and|with|to)\s+(?=[A-ZÀ-ÞĀ-ɏ])")


def _without_next_person(text: str, known: Known) -> str:
    """Cut a post before "and", "with" or "to" and the next person, where that is no part of a body: "… Red Cross and Red Crescent"."""
    cuts = list(_AND_NEXT.finditer(text))
    bodies = list(well_known().find(text)) if cuts else []
    for cut in cuts:
        name = name_at(text, cut.end())
        last = fold(text[: cut.start()]).split()[-1:]
        employed = "with" in cut[0] and name and not name.honorific and last and last[0] in reference.posts()
        if any(first < cut.start() < end for first, end, _ in bodies) or not name or employed or known(name.text):
            continue
        if re.match(r"\s*(?:,|$)", text[name.end :]):
            return text[: cut.start()]
    return text


#: What stands between a name and a post behind it: "Jane Roe, Director", "Jane Roe, 41, a driver", "Jane Roe (Director)", "Jane Roe, who took office as Director".
_APPOSED = re.compile(
    rf"\s[–—]\s(?=[^–—.;:]{{3,160}}\s[–—]\s[a-z])|(?:\s*\([^()]{{1,15}}\))?\s*(?:,\s+(?:aged\s+)?\d{{2}})?,\s+(?:{_BECAME})?|\s+\((?=[A-ZÀ-ÞĀ-ɏ])"
)
#: Since when somebody has a post.
_TIME = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter)"
    r"(?:\s(?:19|20)\d\d)?|(?:19|20)\d\d)"
)
_WHEN = re.compile(
    rf"\s(?:(?:since|last|this|in|from)\s(?:the\s)?(?:[a-z]+\s)?{_TIME}|(?:since|last|this)\s(?:the\s)?(?:[a-z]+\s)?[a-z]+|"
    r"for\s(?:[\w-]+\s){1,3}?(?:years?|months?|weeks?|days?))$"
)
#: What somebody is rapporteur on, and no part of the title.
_ON_FILE = re.compile(r"\s(?:on|for|of)\sth(?:e|is|at)\s(?:file|dossier|bill|text|law|proposal|report|draft)$")


def _is_next_name(piece: str) -> bool:
    """Say whether what stands behind a post is the name that it belongs to, with an honorific or whole."""
    found = name_at(piece)
    return found is not None and (found.honorific is not None or found.end == len(piece))


#: What stands before a post behind a name: an article, or since or until when.
_SINCE = re.compile(
    rf"^(?:(?:aged )?\d{{2}}, )?(?:{_BECAME})?"
    r"(?:(?:until|since) [a-z0-9 ]{3,20}? (?=an? |the ))?(?:(?:currently|formerly|previously|now|then) )?(?:an? |its |their |the (?:[a-z]+ )?[a-z]+['’]s? |the |(?:then|now) )?"
)
#: A title that no list has, at a body: "Weaver at the Loom Trust".
_AT_BODY = re.compile(r"(?:an?\s[a-z]|[A-ZÀ-ÞĀ-ɏ])[\w-]*(?:\s[\w-]+){0,3}\sat\s(?:the\s)?[A-ZÀ-ÞĀ-ɏ][\w'’-]*\s")


#: What somebody did, and no post: "who stepped down as Director".
_NO_POST = re.compile(r"(?:who|whose|whom|which|that|where)\s")
#: Before what a post is for.
_FIELD_OF = re.compile(r"\s(?:of|for)\s")


def _is_post(piece: str, known: Known) -> bool:
    if not contains_post(piece):
        return _AT_BODY.match(piece) is not None
    head = _SINCE.sub("", piece)
    if _NO_POST.match(head) or is_relation(head):
        return False
    if starts_with_post(head):
        return True
    post = parse_post(head[:1].upper() + head[1:], known)
    return (
        bool(post.position)
        and (bool(post.body or post.country))
        and (starts_with_post(post.position) or len(post.position.split()) <= 6)
    ) or (
        head[0].isupper()
        and len(_FIELD_OF.split(head)[0].split()) <= 6
        and not re.search(r"\b(?:is|was|has|the)\b", head)
    )


#: What somebody does behind the name, and no more of a title.
_DOES = re.compile(r"\s+(?!(?:of|for|and|the|in|at|on|to|with|de)\b)[a-z]")


#: The body of the next person: "and Jane Roe of the Quay Trust".
_OF_SOME_BODY = re.compile(r"\s*\([A-ZÀ-ÞĀ-ɏ]|\s+(?:of|from|at)\s+(?:the\s+)?[A-ZÀ-ÞĀ-ɏ]")
_FROM_SOME_BODY = re.compile(r"\s+from\s+(?:the\s+)?[A-ZÀ-ÞĀ-ɏ]")


def _belongs(piece: str, pieces: list[re.Match[str]], number: int) -> bool:
    """Say whether a further member between commas still is part of the post."""
    if not piece:
        return False
    if piece.startswith("and "):
        head = piece[4:]
        name = name_at(head)
        closes = name is not None and (name.end >= len(head) or re.match(r"\s*$", head[name.end :]) is not None)
        does = name is not None and _DOES.match(head, name.end) is not None
        if name and _OF_SOME_BODY.match(head, name.end) and not contains_post(name.text):
            return False
        return head[:1].isupper() and not (
            name and (closes or does or number + 1 < len(pieces)) and not contains_post(head[: name.end])
        )
    if piece[0].islower():
        country = reference.country_named(piece.removeprefix("the "))
        return country is not None or piece.startswith(("added to", "attached to", "responsible for"))
    found = name_at(piece)
    if found and (found.honorific or (_FROM_SOME_BODY.match(piece, found.end) and not contains_post(found.text))):
        return False
    return not (found and found.end == len(piece)) and not re.match(
        r"(?:The|This|These|It|They|He|She|In|As|While|Speakers)\b", piece
    )


def _dashed_posts(flat: str, document: Document, people: People) -> None:
    """Read posts between dashes: "Krastev—contributing editor of the Courier, fellow at the Institute, and chair of the Centre—said"."""
    forms, finder = people.forms.any, people.forms.finder
    for block in paragraphs(document):
        for _, end, form in finder.find(flat, block.start, block.end):
            match = re.match(r"\s?—([^—]{10,300})—", flat[end : block.end])
            if not match:
                continue
            for piece in re.finditer(r"(?:[^,]|,(?!\s+(?:and\s+)?\S))+", match[1]):
                bare = re.sub(r"^\s*(?:and\s+)?(?:a\s+|an\s+|the\s+)?", "", piece[0])
                if contains_post(bare):
                    at = end + match.start(1) + piece.end() - len(bare)
                    people.posts.append(StatedPost(forms[form], [bare.strip()], at, at + len(bare.rstrip()), "text"))


def _new_names(flat: str, block: Block, people: People, known: Known) -> Iterator[Name]:
    """Yield names that the prose introduces itself: by an office, an honorific, a post behind, or a work of theirs."""
    finders = (people.forms.full_finder, well_known())  # "Red Crescent Societies" are in the name of a body
    taken = [(start, end) for finder in finders for start, end, _ in finder.find(flat, block.start, block.end)]
    held, at = Stretches(taken), block.start
    for match in _NAME_START.finditer(flat, block.start, block.end):
        start = match.start()
        if start < at or held.hold(start):
            continue
        found = name_at(flat, start, end=block.end)
        if found is None or known(found.text):
            continue
        if is_called_after(found.text.split()[-1], honorific_before(flat, block.start, start)[0]):
            continue  # "King Charles Street"
        inside = [(first, last) for first, last in taken if first < found.end and found.start < last]
        if any(first <= found.start or last != found.end for first, last in inside):
            continue  # "Ferrer Puig" may be known already where the text says "Ana Ferrer Puig"
        if not found.honorific and (fold(found.text.split()[0]) in _KINDS_OF_BODIES or _ends_a_body(flat, start)):
            continue  # "Ngo Open Roads", as headlines write it
        if found.text.split()[-1] in people.forms.short and len(found.text.split()) == 2 and not found.honorific:
            continue
        if _introduced(flat, block, found, known):
            yield found
            at = found.end


def _ends_a_body(flat: str, start: int) -> bool:
    """Say whether a name goes on the name of a body: "Institute for Baltic Tides"."""
    noun = _NOUN_BEFORE.search(flat, max(0, start - 40), start)
    return noun is not None and fold(noun[1]) in reference.body_nouns()


_NOUN_BEFORE = re.compile(r"\b([A-ZÀ-ÞĀ-ɏ]\w+)\s+(?:of|for|on)\s+(?:the\s+)?$")
_KINDS_OF_BODIES = frozenset(("ngo", "ngos", "ong", "igo", "cso", "charity"))
_NAME_START = re.compile(
    r"(?<![\w-])[A-ZÀ-ÞĀ-ɏ][\w.'’-]*(?=\s+(?:[“\"'„]?[A-ZÀ-ÞĀ-ɏ]|(?:(?:van|von|de|in|op|uit|auf|an)\s+)?[a-z]{1,3}(?:['’]\s*|\s+)[A-ZÀ-ÞĀ-ɏ]|[a-z]{2}-|[a-z]{4}['’]))"
)


def _ends_here(flat: str, name: Name) -> bool:
    """Say whether nothing goes on with a name, as the name of a body would: "Domestic Workers' Alliance"."""
    return not re.match(r"['’]|\s+(?:[A-ZÀ-ÞĀ-ɏ&]|of\b|for\b)", flat[name.end : name.end + 5])


def _introduced(flat: str, block: Block, name: Name, known: Known) -> bool:
    if name.honorific and len(name.text.split()) >= 2:
        return True
    if re.search(r"\b[Tt]he\s+late\s+$", flat[max(block.start, name.start - 12) : name.start]):
        return True
    before = flat[max(block.start, name.start - 160) : name.start].split()
    titled = before and (
        _ends_in_post(before)
        or _FIELDS.search(flat, max(block.start, name.start - 160), name.start)
        or (_ends_here(flat, name) and _ends_in_field(before, name.text, known))
    )
    if titled and _title_before(flat, block.start, name.start, known) is not None:
        return True
    if _WORKS.match(flat, name.end):
        return True
    name = replace(name, end=letters_behind(flat, name.end, block.end))
    nation = country_behind(flat, name.end, block.end)
    at = nation[1] if nation else name.end
    behind = _apposition(flat, at, block.end, known)
    if behind is not None and not _may_be_body(flat, name, flat[at:behind]):
        return True
    return is_introduced(flat, block.start, block.end, name, known)


def _may_be_body(flat: str, name: Name, post: str) -> bool:
    """Say whether a name with a post that bodies hold as well may be one's: "Quay Malta, a partner of the scheme"."""
    words = _SINCE.sub("", post.strip(" ,(")).split()
    if not words or fold(words[0]) not in BODIES_TOO:
        return False
    return reference.country_named(name.text.split()[-1]) is not None or not is_personal(flat, name)
