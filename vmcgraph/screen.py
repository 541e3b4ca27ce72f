"""What is known of one person, body, country, instrument or topic, as plain text on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from vmcgraph.output import cite, cited, clean, level_words, paragraph
from vmcgraph.places import PRINTED
from vmcgraph.scene import several_pages
from vmcgraph.spelling import counted
from vmcgraph.surprise import AS_CHANCE, MORE, TOO_FEW, WORDS, sentence
from vmcgraph.wording import quoted

#: How many entries of each section are shown unless all are wanted.
FEW = 5

#: The type of a body or instrument of which no type is known.
_OTHER = "other"
#: What two have to do with each other for a time that the graph does not hold.
_PASSING = ("chair", "chairs", "chaired by")

#: A line, or the lines that belong to the one before them.
Entry = str | list["Entry"]


def screen(profile: Mapping[str, Any], *, most: int | None = FEW) -> str:
    """Return what is known of a thing on one screen.

    Args:
        profile: as `vmcgraph.profiles.who` gives it.
        most: how many entries of each section to show; all when None, then also the words of what was said about it.
    """
    lines = [f"{clean(profile['name'])} – {profile['kind']}"]
    lines += [paragraph(fact, first=2) for fact in _facts(profile, most)]
    for title, entries in _sections(profile, most):
        if entries:
            lines += ["", title, *indented(entries, 2)]
    return "\n".join(lines)


def indented(entries: Iterable[Entry], depth: int) -> Iterator[str]:
    """Yield entries as lines, those that belong to another below it.

    Args:
        entries: lines, and lists of lines.
        depth: by how many columns they are indented.

    Example:
        >>> list(indented(["Ports", ["Quay", "Pier"]], 2))
        ['  Ports', '    Quay', '    Pier']
    """
    for entry in entries:
        if isinstance(entry, str):
            yield paragraph(entry, first=depth, rest=depth + 2)
        else:
            yield from indented(entry, depth + 2)


def few(entries: Sequence[Entry], most: int | None) -> list[Entry]:
    """Return the first entries, and how many more there are.

    Args:
        entries: of one list.
        most: how many to keep; all when None.

    Example:
        >>> few(["Quay", "Pier", "Ferry"], 1)
        ['Quay', '… and 2 more (--all shows them)']
    """
    hidden = len(entries) - most if most else 0
    return [*entries[:most], f"… and {hidden} more (--all shows them)"] if hidden > 0 else list(entries)


# ---------------------------------------------------------------- the thing itself


def _facts(profile: Mapping[str, Any], most: int | None) -> Iterator[str]:
    """Yield what is known of the thing itself, each fact on a line."""
    names = {"type": "type", "status": "status", "country": "country", "code": "ISO code", "parent": "part of"}
    several = {
        "honorifics": "honorific",
        "aliases": "also printed",
        "parts": "parts",
        "member_of": "member of",
        "based_in": "based in",
        "broader": "broader topic",
        "narrower": "narrower topics",
    }
    # Relations are told further below, with their pages.
    related = {(each["relation"], each["name"]) for each in profile.get("relations", ())}
    for key, word in names.items():
        if profile.get(key) not in (None, "", _OTHER) and (word, profile[key]) not in related:
            yield f"{word}: {profile[key]}"
    for key, word in several.items():
        relation = {"based_in": "headquartered in"}.get(key, word)
        if told := [name for name in profile.get(key, ()) if (relation, name) not in related]:
            yield f"{word}: {', '.join(told)}"
    if profile.get("presence"):
        yield f"at the conference: {_presence(profile)}"
    if named := profile.get("mentions"):
        times = sum(each["times"] for each in named)
        where = "" if _listed(profile, most) else _places({"stated": named})
        yield f"named in the running text: {times}× in {counted(len(named), 'section')}{where}"
    for each in profile["namesakes"]:
        yield f"the same name: {each['kind']} ({each['id']})"


def _presence(profile: Mapping[str, Any]) -> str:
    """Return how somebody was there; edition by edition where it was not always so."""
    ways: dict[str, list[str]] = {}
    for edition, way in profile["presence_by_edition"].items():
        ways.setdefault(way, []).append(edition)
    told = [f"{way} ({', '.join(editions)})" for way, editions in ways.items()]
    return ", ".join(told) if len(told) > 1 else str(profile["presence"])


def _sections(profile: Mapping[str, Any], most: int | None) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the sections of a card, each with its entries."""
    if profile["kind"] == "person":
        yield from _of_person(profile, most)
    elif profile["kind"] in ("organisation", "country"):
        yield from _of_body(profile, most)
    yield "Parties and other roles", few(_parties(profile.get("parties", ())), most)
    yield "Instruments, by its role", few(_instruments(profile.get("instruments", ())), most)
    yield "Relations", few(_relations(profile.get("relations", ())), most)
    said = profile.get("said_about", ())
    yield "Who spoke about it", few(_speakers([each for each in said if not each["voice"]], most), most)
    yield "What groups said of it", few(_speakers([each for each in said if each["voice"]], most), most)
    named = sorted(profile.get("mentions", ()), key=lambda each: -each["times"]) if _listed(profile, most) else []
    yield "Where the text names it", few([f"{cite(each)}: {each['times']}×" for each in named], most)


def _listed(profile: Mapping[str, Any], most: int | None) -> bool:
    """Say whether each section that names a thing has a line; of bodies and countries, whose cards are long, where there are few."""
    return profile["kind"] in ("instrument", "policy model") or most is None or len(profile.get("mentions", ())) <= most


# ---------------------------------------------------------------- people, bodies, countries


def _of_person(profile: Mapping[str, Any], most: int | None) -> Iterator[tuple[str, list[Entry]]]:
    yield "Posts, each with where it is printed", few([_post(post) for post in profile["posts"]], most)
    yield "Sessions", few([_session(each, ", ".join(each["roles"])) for each in profile["sessions"]], most)
    yield "Statements, in the order of the report", list(_statements(profile["said"], profile["name"], most))
    yield "Ties, the strongest first", list(_ties(profile["ties"], most))
    yield "Photo captions", few([_caption(each) for each in profile["captions"]], most)


def _of_body(profile: Mapping[str, Any], most: int | None) -> Iterator[tuple[str, list[Entry]]]:
    stage = Counter(person["name"] for session in profile["sessions"] for person in session["people"])
    people = sorted(profile["people"], key=lambda person: -stage[person["name"]])
    yield (
        "People who speak for it" if profile["kind"] == "country" else "People and their posts, most on stage first",
        few([_holder(person, profile["name"]) for person in people], most),
    )
    unnamed = profile.get("unnamed", ())
    places = (f"{each['name']} {cited(each['edition'], each['date'], each['pages'])}" for each in unnamed)
    yield "Without a name", few(list(places), most)
    bodies = profile.get("bodies", ())
    yield "Bodies", few(list(map(_body, bodies)), most)
    yield "Sessions", few([_session(each, _cast(each["people"])) for each in profile["sessions"]], most)


def _body(body: Mapping[str, Any]) -> str:
    return body["name"] if body["type"] in (None, _OTHER) else f"{body['name']} – {body['type']}"


def _holder(person: Mapping[str, Any], of: str) -> str:
    """Return a person with the posts that make it one of a body's or country's, which need not be named again."""
    posts = (_post(post, of) for post in person["posts"])
    return f"{person['name']}: {'; '.join(posts)}"


def _post(post: Mapping[str, Any], known: str = "") -> str:
    """Return a post as printed, with all places that state it: list of speakers first, running text last."""
    parts = (post[key] for key in ("position", "unit", "organisation", "country"))
    title = ", ".join(part for part in parts if part and part != known)
    where: dict[str, dict[str, list[str]]] = {}
    for each in sorted(post["stated"], key=lambda each: (each["edition"], PRINTED.get(each["basis"], len(PRINTED)))):
        where.setdefault(each["edition"], {}).setdefault(each["basis"], []).append(each["pages"])
    places = "; ".join(
        f"{edition}: {', '.join(f'{basis} {several_pages(pages)}'.strip() for basis, pages in spots.items())}"
        for edition, spots in where.items()
    )
    return f"{title or 'no title'} ({places})"


def _session(session: Mapping[str, Any], who: str) -> str:
    return f"{cite(session)}: {who}"


def _cast(people: Iterable[Mapping[str, Any]]) -> str:
    return "; ".join(f"{person['name']}, {', '.join(person['roles'])}" for person in people)


def _ties(ties: Sequence[Mapping[str, Any]], most: int | None) -> Iterator[str]:
    """Yield the strongest ties; of those at social events, which are many and weak, the number unless all are wanted."""
    usual = ties if most is None else [tie for tie in ties if tie["level"] != "same-social-event"]
    yield from map(_tie, usual[:most])
    hidden = {"more": len(usual[most:]) if most else 0, "at the same social event": len(ties) - len(usual)}
    counts = ", and ".join(f"{count} {what}" for what, count in hidden.items() if count)
    if counts:
        yield f"… and {counts} (--all shows them)"
    if said := _against_chance(usual):
        yield said


def _against_chance(ties: Sequence[Mapping[str, Any]]) -> str:
    """Say whether any of the ties is more than chance would bring."""
    ties = [tie for tie in ties if "verdict" in tie]
    more = [tie for tie in ties if tie["verdict"] == MORE]
    told = [f"{tie['name']} ({sentence(tie['observed'], tie['expected'], tie['verdict'])})" for tie in more]
    if told or not ties:
        return "; ".join(told)
    few = all(tie["verdict"] == TOO_FEW for tie in ties)
    return f"Compared with chance: {WORDS[TOO_FEW if few else AS_CHANCE]}"


def _tie(tie: Mapping[str, Any]) -> str:
    """Return a tie: how often at its level and where, then what else the two share, level by level."""
    told = []
    for level, contexts in groupby(tie["contexts"], key=lambda context: context["level"]):
        shared = list(contexts)
        more = f"; and {len(shared) - 2} more" if len(shared) > 2 else ""
        told.append(f"{level_words(level)}, {len(shared)}×: {'; '.join(map(cite, shared[:2]))}{more}")
    return f"{tie['name']}: {'; '.join(told)}"


def _caption(caption: Mapping[str, Any]) -> str:
    others = [*caption["with"], *["others, unnamed"] * caption["others_unnamed"]]
    shown = f"{caption['relation']}: {', '.join(others)}" if others else f"{caption['relation']}, alone"
    event = "" if caption["event"] == caption["edition"] else f", {caption['event']}"
    return f"{shown}{event} {cited(caption['edition'], caption['date'], caption['pages'])}{_words(caption)}"


# ---------------------------------------------------------------- what was said


def _statements(said: Sequence[Mapping[str, Any]], speaker: str, most: int | None) -> Iterator[Entry]:
    """Yield what somebody said, under the places where it is reported."""
    for where, statements in groupby(said[:most], key=cite):
        yield where
        yield [_statement(each, speaker) for each in statements]
    if most and len(said) > most:
        yield f"… and {len(said) - most} more (--all shows them)"


def _statement(said: Mapping[str, Any], speaker: str) -> str:
    others = [name for name in said["speakers"] if name != speaker]
    joint = f", with {', '.join(others)}" if others else ""
    about = ", ".join(thing["name"] for thing in said["about"])
    return f"{_verb(said)}{joint}{f': {about}' if about else ''}{_words(said)}"


def _verb(said: Mapping[str, Any]) -> str:
    """Return how something was said, small also where it opens its sentence, with the stance if its words tell one."""
    printed = said["verb"] or said["kind"]
    verb = printed[0].lower() + printed[1:]
    return verb if said["stance"] in (None, "not stated") else f"{verb} ({said['stance']})"


def _words(told: Mapping[str, Any]) -> str:
    return f" {quoted(told['words'])}" if told.get("words") else ""


def _speakers(said: Iterable[Mapping[str, Any]], most: int | None) -> list[Entry]:
    """Return who said something and where, each once with all verbs, those who said most first."""
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for each in said:
        groups.setdefault((each["voice"] or ", ".join(each["speakers"]), cite(each)), []).append(each)
    entries: list[Entry] = []
    for (who, where), statements in sorted(groups.items(), key=lambda group: -len(group[1])):
        verbs = Counter(map(_verb, statements))
        how = ", ".join(f"{verb} {times}×" if times > 1 else verb for verb, times in verbs.items())
        entries.append(f"{who}: {how} – {where}")
        if words := [_words(each).strip() for each in statements if most is None and each.get("words")]:
            entries.append(list(words))
    return entries


# ---------------------------------------------------------------- roles and relations


def _parties(parties: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """Return the parties of an instrument: those of one role who were there alike, and whom the same places name, together."""
    return _joined(
        (_timed(each["role"]), each["name"], f"{' – ' * bool(each['presence'])}{each['presence'] or ''}{_places(each)}")
        for each in parties
    )


def _instruments(roles: Iterable[Mapping[str, Any]]) -> list[Entry]:
    sites = {"operates in": "site of"}
    return _joined((_timed(sites.get(each["role"], each["role"])), each["name"], _places(each)) for each in roles)


def _relations(relations: Iterable[Mapping[str, Any]]) -> list[Entry]:
    return _joined((_timed(each["relation"]), each["name"], _places(each)) for each in relations)


def _timed(word: str) -> str:
    """Return what two have to do with each other; of a chair, which passes on, that the graph has no time of it."""
    return f"{word} (in the past, now or to come)" if word in _PASSING else word


def _joined(told: Iterable[tuple[str, str, str]]) -> list[Entry]:
    """Return names under the word that they share, where all else is the same too."""
    groups: dict[tuple[str, str], list[str]] = {}
    for word, name, rest in told:
        groups.setdefault((word, rest), []).append(name)
    return [f"{word}: {', '.join(names)}{rest}" for (word, rest), names in groups.items()]


def _places(fact: Mapping[str, Any]) -> str:
    """Return in brackets where a fact is stated, each edition with its pages."""
    where: dict[str, list[str]] = {}
    for place in fact["stated"]:
        where.setdefault(place["edition"], []).append(place["pages"])
    told = "; ".join(", ".join(filter(None, (edition, several_pages(pages)))) for edition, pages in where.items())
    return f" ({told})" if told else ""
