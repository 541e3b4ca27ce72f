"""Who speaks without a name in an English sentence: "several panellists", "the representative of Malta", "one diplomat"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vmcgraph.extraction.phrases import PhraseFinder, Text
from vmcgraph.extraction.speech import Subject

_GROUPS = (
    "panelists panellists speakers participants discussants attendees experts delegates panel audience practitioners ministers representatives co-chairs rapporteurs"
).split()
_COLLECTIVE = re.compile(
    r"\b(?P<voice>(?:[Aa]ll |[Tt]he |[Mm]any |[Ss]everal |[Ss]ome |[Oo]thers? |[Bb]oth |[Ee]xpert |[Mm]ost |[Hh]igh-level |[Ss]enior )*"
    rf"(?:(?:panel|audience) members|members of the (?:panel|audience)|{'|'.join(_GROUPS)})|"
    r"^(?:(?:Panel|Audience) members|Members of the (?:panel|audience))|"
    r"^(?:Panell?ists|Speakers|Participants|Discussants|Attendees|Experts|Delegates|Practitioners))\b"
)
_ASSEMBLIES = "delegations parties countries delegates states observers members groups".split()
#: Who else speaks where countries and groups do.
_DELEGATIONS = re.compile(
    r"\b(?P<voice>(?:[Aa]|[Tt]he|[Mm]any|[Ss]everal|[Ss]ome|[Oo]ther|[Mm]ost|[Aa]ll|[Aa] (?:large |small |growing )?(?:number|group) of|[Aa] few|"
    rf"[Tt]wo|[Tt]hree|[Vv]arious)(?: [a-z][\w-]+){{0,2}} (?:{'|'.join(_ASSEMBLIES)}))\b|"
    r"^(?P<bare>Delegations|Parties|Countries|Delegates|Members)\b"
)
#: Who speaks for a country or body, as minutes have it.
_SPOKESMEN = [
    word + ending for word in ("representative", "delegate", "observer", "delegation") for ending in ("", "s")
]
_SPOKESMAN = re.compile(
    rf"\b[Tt]he (?:{'|'.join(_SPOKESMEN)}) (?:of|for) (?:the )?[A-Z][\w'-]+(?: (?:of |and |the )*[A-Z][\w'-]+){{0,4}}|"
    r"\b[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}'s? (?:representative|delegate|observer|delegation)\b|"
    rf"\b[Tt]he [A-Z][\w-]+(?: [A-Z][\w-]+)? (?:{'|'.join(_SPOKESMEN)})\b"
)
_WITNESSES = "negotiator delegate observer diplomat official insider participant veteran source".split()
#: Who is quoted without a name: "One African negotiator".
_UNNAMED = re.compile(rf"\b(?:[Oo]ne|[Aa]n?|[Aa]nother)\s(?:[\w-]+\s){{0,2}}(?:{'|'.join(_WITNESSES)})\b")
#: Before a country or body that only tells whose somebody is: "an observer from".
_BELONGS = re.compile(r"[^,]\s(?:from|of|in|between|with|for|to|about)\s+$")


def collective_voices(text: Text, taken: set[int], groups: PhraseFinder, *, in_groups: bool) -> Iterator[Subject]:
    """Yield the collective voices of an English sentence, but for those that begin where a person does.

    Args:
        text: the sentence.
        taken: where persons begin.
        groups: finds the forms of countries and bodies that speak as such.
        in_groups: the text prints speakers so.

    Example:
        >>> [voice.voice for voice in collective_voices(Text("Panel members agreed."), set(), PhraseFinder([]), in_groups=False)]
        ['Panel members']
    """
    taken = set(taken)
    for start, end, _ in groups.find(text):
        start = start - 4 if text[max(0, start - 4) : start].lower() == "the " else start
        if not _BELONGS.search(text[:start]):
            yield Subject(start, end, (), text[start:end])
            taken.add(start)
    for match in text.matches(_SPOKESMAN, *_SPOKESMEN):
        yield Subject(*match.span(), (), match[0])
        taken.add(match.start())
    for pattern, words, group in (
        (_UNNAMED, _WITNESSES, 0),
        (_COLLECTIVE, _GROUPS, "voice"),
        (_DELEGATIONS, _ASSEMBLIES if in_groups else (), 0),
    ):
        for match in text.matches(pattern, *words):
            if match.start() not in taken:
                yield Subject(*match.span(), (), match[group] or match[0])
                taken.add(match.start())
