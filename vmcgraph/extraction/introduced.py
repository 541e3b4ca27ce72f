"""Bodies that a text introduces by saying what they are: "Open Quay, a Lima-based NGO", "the charity Boats for All".

Nothing in such a name tells a body; what stands beside it does, and the name is then known wherever else it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vmcgraph import reference
from vmcgraph.extraction.phrases import Text, matches_near
from vmcgraph.names import honorifics_at, is_name
from vmcgraph.spelling import fold

#: What a text calls a body in lower case, with the type that it tells. Words that projects and events share are left out.
KINDS = {
    r"NGO|(?:non-?governmental|civil[ -]society|non-?profit|grass-?roots|humanitarian|migrant-led|diaspora) organi[sz]ation|non-profit|charity|(?:advocacy|campaign|campaigning|rights|aid|pressure|lobby|solidarity) group|aid organi[sz]ation|(?:migrant |homeless |women's )?shelter|legal clinic|soup kitchen|(?:emergency )?(?:hot|help)line|rescue (?:group|organi[sz]ation)": "NGO",
    r"think[ -]tank|research institute": "think tank",
    r"start-?up|(?:recruitment|staffing|manning|crewing|news) agency|consultancy|(?:[a-z]+ )?company|law firm|newspaper|broadcaster|news site|magazine": "company",
    r"umbrella organi[sz]ation|network of NGOs|(?:training|research|support|advocacy|legal|youth|women's|diaspora|migrant) network": "network",
    r"(?:intergovernmental|international) (?:organi[sz]ation|body|agency)|(?:[Rr]egional |trade )?bloc": "international organisation",
    r"(?:employment|border|migration|asylum|security|immigration|labou?r|coast ?guard) agency": "government",
    r"(?:trade|(?:farm(?:er|work)er|farmer|worker|seafarer|fisher|teacher|nurse|miner|sailor|docker)s['’]) union": "other",
}  # fmt: skip
_NOUN = "|".join(f"(?P<k{number}>{nouns})" for number, nouns in enumerate(KINDS))
#: The same for use inside larger patterns.
KIND_OF_BODY = "|".join(KINDS)
#: A word of a body's name.
BODY_WORD = r"[A-ZÀ-ÞĀ-ɏ][\w'’&-]*(?:–[A-ZÀ-ÞĀ-ɏ][\w'’&-]*)?"
#: Between two words of a name: blanks, or the end of a line in the middle of it.
GAP = r"(?: +|\r?\n(?!\s) *)"
_NAME = (
    rf"(?P<name>{BODY_WORD}(?:\s(?:(?:of|for|to|with|without|the|&|de|da|do|del|des|für)\s){{0,2}}{BODY_WORD}){{0,5}})"
)
_BEHIND = re.compile(
    rf"\b{_NAME}(?:\s\([^()]{{2,15}}\))?(?:,\s(?:an?|the)|\s(?:is|are|was)\san?)\s(?:(?!{KIND_OF_BODY})[\w-]+\s){{0,3}}(?:{_NOUN})(?=[,.;)]|\s(?:which|that|based|working|founded|run|led|in|of|for|from|with)\b)"
)
_BEFORE = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|with|by|from|and|of)|['’]s)\s(?:(?!{KIND_OF_BODY})[\w-]+\s){{0,3}}(?:{_NOUN})\s{_NAME}"
)
_BRACKETED = re.compile(rf"\b{_NAME}\s\((?:{_NOUN})\)")
#: What has members and people who lead it: "chairs the Harbour Network".
_LED = re.compile(
    rf"\b(?:chairs|heads|leads|joined|members?\sof|(?:[Pp]resident|[Ss]ecretary|[Dd]irector|[Cc]oordinator|[Cc]hair|[Hh]ead|[Cc]o-?founder|[Ff]ounder)\sof)\sthe\s"
    rf"(?P<name>{BODY_WORD}(?:\s(?:(?:of|for)\s)?{BODY_WORD}){{0,4}}?\s(?:Network|Alliance|Coalition|League))(?=[.,;)]|\s+(?!(?:of|for|on|to|and|in|against|at|with)\b)[a-z])"
)
_LED_NOUNS = ("network", "alliance", "coalition", "league")
#: What states come together in: "the ministers of the Quay Format".
_FORMAT = re.compile(
    rf"\b(?:of|within|in|to|by)\sthe\s(?P<name>{BODY_WORD}(?:\s{BODY_WORD})?\sFormat)(?=[.,;:)]|\s+[a-zA-Z])"
)
_KIND = re.compile(rf"\b(?:{KIND_OF_BODY})\b")
#: How the last words of these begin.
_LAST = "ngo organi charity profit nonprofit group tank institute start up agency consultancy company firm union newspaper shelter clinic kitchen broadcaster site magazine body network hotline helpline bloc".split()
#: How far a name may stand from what says its kind.
_REACH = 130
#: Words that a sentence may begin with before a name.
_LEADS = re.compile(r"(?:The|At|In|By|For|From|With|Like|While|When|As|And|But)\s+(?=[A-ZÀ-ÞĀ-ɏ])")


_SOMEBODY = re.compile(rf"(?P<who>{BODY_WORD}(?:\s{BODY_WORD}){{1,2}})\sof\s(?:the\s)?(?=[A-ZÀ-ÞĀ-ɏ]\S+\s[A-ZÀ-ÞĀ-ɏ])")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A body as a text introduces it."""

    name: str
    type: str
    start: int
    end: int


def introduced_bodies(flat: str) -> Iterator[Introduced]:
    """Yield the bodies that a text introduces by their kind.

    Args:
        flat: the text, line ends as blanks.

    Example:
        >>> [(body.name, body.type) for body in introduced_bodies("a study by Boats for All, an NGO which she founded")]
        [('Boats for All', 'NGO')]
    """
    for match in matches_near(_LED, Text.of(flat).spans(*_LED_NOUNS), flat, before=_REACH, after=12):
        yield Introduced(match["name"], "network", *match.span("name"))
    for match in matches_near(_FORMAT, Text.of(flat).spans("format"), flat, before=_REACH, after=12):
        yield Introduced(match["name"], "network", *match.span("name"))
    kinds = [kind.span() for kind in matches_near(_KIND, Text.of(flat).spans(*_LAST), flat, before=40)]
    for pattern in (_BEHIND, _BEFORE, _BRACKETED):
        for match in matches_near(pattern, kinds, flat, before=_REACH, after=_REACH):
            lead = _LEADS.match(match["name"]) or _whose(match["name"])
            name = _trimmed(match["name"][lead.end() if lead else 0 :])
            before = lead[0] if lead else flat[max(0, match.start() - 6) : match.start()]
            place = " " not in name and re.search(r"\b(?:in|at|from|near|to)\s+$", before, re.IGNORECASE) is not None
            if not place and _can_be_body(name):
                start = match.start("name") + match["name"].index(name)
                kind = next(kind for number, kind in enumerate(KINDS.values()) if match[f"k{number}"])
                yield Introduced(name, kind, start, start + len(name))


def _whose(name: str) -> re.Match[str] | None:
    """Match somebody of a body before its name: "Jane Roe of Open Quay, a rights group"."""
    person = _SOMEBODY.match(name)
    return person if person and is_name(person["who"]) else None


def _trimmed(name: str) -> str:
    """Leave out what only follows a name: "Boats for All to Ghana", "Boats for All with Ms Jane Roe"."""
    for gap in re.finditer(r"\s(?:of|for|to|with|without|de|da|do|del|des|für)\s(?:the\s)?", name):
        behind = name[gap.end() :]
        if reference.country_named(behind) or honorifics_at(behind)[0] or behind in reference.body_forms():
            return name[: gap.start()]
    return name


def _can_be_body(name: str) -> bool:
    words = fold(name).split()
    return (
        bool(words) and len(name) > 3 and not reference.country_named(name) and not reference.country_of_adjective(name)
    )
