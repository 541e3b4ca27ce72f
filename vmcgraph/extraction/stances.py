"""The stance of a statement: told only where the verbs of its speaker tell it of all that the statement is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vmcgraph.extraction.phrases import Text
from vmcgraph.extraction.reportingverbs import bare_verbs, reporting_verbs
from vmcgraph.extraction.speech import Subject

_ARTICLE = r"(?:(?:the|an?|this|these|those|his|her|its|their|both)\s+)?"
#: What sets a thing off against another one, or puts something else between a verb and a thing.
_TURN = (
    "but|yet|while|whereas|though|although|without|rather|than|instead|unlike|except|not|no|nor|or|against|before|after|over|who|whom|whose|which|"
    "aber|sondern|statt|nicht|kein|keine|keinen|und|ma|non|e|ed|invece"
)
#: Between a verb and its object: an article and what describes the thing; "against weakening the Pact" is not against the Pact.
_OBJECT = re.compile(
    rf"\s+(?!(?!exist|ongo|upcom|outgo|leading|pending)\w+ing\b){_ARTICLE}"
    rf"(?:(?!(?:of|by|on|to|in|for|that|as|with|from|how|and|at|into|under|within|between|among|about|whether|if|when|why|what|where|those|all|any|{_TURN})\b)[\w'’-]+\s+){{0,4}}"
)
#: Between an object and the next one of the verb.
_NEXT = re.compile(
    rf"(?:\s*\([^()]{{1,60}}\))?(?=,|\s+(?:and|as|und|sowie|e|ed)\b)(?P<comma>,)?(?:\s+(?P<and>and|as\s+well\s+as|und|sowie|e|ed))?\s+{_ARTICLE}"
)
#: What may stand behind an object; with another word behind it ("the Pact critics", "the Pact was rejected") it is none, or not sure to be.
_ENDS = re.compile(
    r"[”“\"»]?(?:\s*\([^()]{1,60}\))?(?:[.,;:!?…”“\"»]|\s*(?:$|[–—])|\s+(?:and|as|because|but|yet|while|though|although|when|where|which|who|whose|that|for|of|in|with|"
    r"from|against|despite|during|under|without|since|after|before|und|aber|sowie|als|weil|für|gegen|im|mit|von|e|ed|ma|come|perché|per|di|contro|con)\b)"
)
#: What takes up what was named: "criticised its fees".
_BACK = re.compile(r"\s+(?:it|its|them|their)\b")
#: Before a verb with the subject of the one before it.
_GOES_ON = re.compile(
    r"(?:\b(?:but|yet|while|though|although|and)|[,;–—])\s+(?:(?:also|then|at\s+the\s+same\s+time|has|had|is|was|were|\w+ly)\s+)*(?P<not>(?:did|does|do)\s+not\s+(?:\w+ly\s+)?|not\s+)?$"
)
_PASSIVE = re.compile(r"\s+by\b")
#: So long is what stands before a verb that goes on, at most.
_LEAD = 40
_INSERTION = re.compile(r",[^,]*,")  # "Brook, and not Roe, welcomed"
_NOT = re.compile(r"\b(?:not|never|no longer)\b|n't\b")
_HARDLY = re.compile(r"\b(?:hardly|barely|scarcely|would\s+have)\b")
#: What the words tell of somebody who does not support or does not reject a thing.
_DENIED = {"supports": "critical", "critical": "not-stated"}


def stance_of(text: Text, subject: Subject, start: int, end: int, verb: dict[str, str]) -> str:
    """Return what a verb says of the speaker's stance; "did not support" is critical, "backed …, but criticised …" mixed.

    Args:
        text: of the sentence.
        subject: of the verb.
        start: of the verb.
        end: of the verb.
        verb: its row.

    Example:
        >>> verb = reporting_verbs()[1]["support"]
        >>> stance_of(Text("Brook did not support the plan."), Subject(0, 5, ()), 14, 21, verb)
        'critical'
    """
    own = verb["stance"]
    before = _INSERTION.sub(",", text[subject.end : start]) if own else ""
    if not own or _HARDLY.search(before) or "respectively" in text:
        return "not-stated"
    own = _DENIED[own] if _NOT.search(before) else own
    further = {stance for _, stance in gone_on(text, end)}
    return "mixed" if own != "not-stated" and further - {own, "not-stated"} else own


def gone_on(text: Text, end: int) -> Iterator[tuple[int, str]]:
    """Yield where each further verb with a stance ends whose subject is that of the first verb, and its stance.

    Args:
        text: of the sentence.
        end: of the first verb.

    Example:
        >>> list(gone_on(Text("Brook praised nets, did not back ropes and rejected hooks."), 13))
        [(32, 'critical'), (51, 'critical')]
    """
    finder, forms = reporting_verbs()
    for start, stop, form in finder.find(text.small, end):
        row = forms[form]
        link = _GOES_ON.search(text, max(end, start - _LEAD), start) if row["stance"] else None
        noun = link and not link["not"] and form == row["lemma"] and form in bare_verbs()
        if link and not noun and not _PASSIVE.match(text, stop):
            yield stop, _DENIED[row["stance"]] if link["not"] else row["stance"]


def holds_for_all(
    text: Text, start: int, end: int, stance: str, places: Sequence[tuple[int, int]], themes: Sequence[tuple[int, int]]
) -> bool:
    """Say whether all that a sentence names is the object of its verb with a stance, or of a further verb with one.

    "defended the Pact" takes a stance on the Pact; "At the Pact's birth, Brook defended nets" on nothing that it names, nor do
    "defended this step against those of others" and, for all that it tells, "defended the Pact between Peru and Chile".

    Args:
        text: of the sentence.
        start: of the verb.
        end: of the verb.
        stance: as the verbs tell it; "mixed" needs an object for each of them.
        places: start and end of each thing that the sentence names.
        themes: start and end of each theme that it touches.

    Example:
        >>> text = Text("Brook praised Peru and Chile rather than Cuba.")
        >>> [holds_for_all(text, 6, 13, "supports", [(14, 18), other], []) for other in ((23, 28), (41, 45))]
        [False, False]
        >>> holds_for_all(Text("Brook praised Peru and Chile."), 6, 13, "supports", [(14, 18), (23, 28)], [])
        True
    """
    verbs = [end, *(stop for stop, _ in gone_on(text, end))]
    governing: set[int] = set()
    last, listed = 0, False
    for one, two in sorted({*places, *_apart(text, themes, places)}):
        link = _NEXT.fullmatch(text, last, one) if last else None
        verb = (
            None
            if link
            else next((each for each in verbs if last <= each and _OBJECT.fullmatch(text, each, one)), None)
        )
        if one < max(start, last) or not _ENDS.match(text, two):
            return False
        if verb:
            governing.add(verb)
        if not (link or verb) or (listed and verb) or (link and link["comma"] and link["and"] and not listed):
            return False  # "praised Peru, Chile less so", "praised Peru, and Chile, in turn, …"
        last, listed = two, link is not None and not link["and"]
    each_has_one = stance != "mixed" or all(verb in governing or _BACK.match(text, verb) for verb in verbs)
    return last > 0 and not listed and each_has_one


def _apart(
    text: Text, themes: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the themes that are neither in a name nor describe one: in "the Harbour Pact", "the fisheries Pact" none is."""
    for one, two in themes:
        if not any(first <= one < last or text[two:first] == " " for first, last in places):
            yield one, two
