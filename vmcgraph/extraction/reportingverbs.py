"""Whose an English reporting verb is, and whether it tells what is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.bodynames import contains_post
from vmcgraph.extraction.phrases import PhraseFinder, Text
from vmcgraph.extraction.pronouns import SINGULAR
from vmcgraph.extraction.speech import Subject
from vmcgraph.extraction.views import TITLE, is_title
from vmcgraph.spelling import fold

_ADVERBS = (
    r"also|further|then|again|first|later|too|in turn|in response|in reply|once (?:more|again)|for (?:his|her|its|their) part|similarly|however|therefore|"
    r"meanwhile|furthermore|\w+ly"
)
#: What may stand between a subject and its verb: an insertion, a bracket, adverbs, auxiliaries.
_BETWEEN = re.compile(
    r"(?:\s*\([^()]{1,90}\))?(?:\s+(?:of|from|at|with)\s+(?:the\s+)?[A-ZÀ-ÞĀ-ɏ][^,.;:“”()]{1,100}?)?"
    r"(?:\s*(?:,|—|–)\s*(?:[^.;]|\.(?=\w)|(?<=\.\w)\.){0,220}?(?:,|—|–))?(?:\s*\([^()]{1,40}\))?"
    rf"(?:\s+(?:{_ADVERBS}|both|all|has|have|had|himself|herself|themselves|would|could|did not|does not|do not|went on to|continued to|sought to))*"
    r"(?:\s+|(?<=[—–]))$"
)
#: What stands behind a name that ends an insertion: its comma, maybe behind a bracket.
_LAST = re.compile(
    r"(?:\s+(?:of|for|from)\s+[^,.;:“”]{2,60})?(?:\s*\([^()]{1,40}\))?, "
    rf"(?:(?:{_ADVERBS}) )?"
)
#: What somebody does first: " opened the discussion with a story and ", " moderated the second panel and ".
_AND_ALSO = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:,\s[^.;“”]{2,160},)?\s+(?:(?:opened|closed|began|started|concluded|introduced|welcomed|thanked)\b[^.;,]{0,90}?\s+(?:and|by)|"
    r"(?:did|does|do|would|could) not\b(?:(?!\b(?:who|which|that|where|as|when|while)\b)[^.;:“”]){0,60}?,? but|"
    r"(?:\w{2,}ed|took|gave|made|drew|spoke|brought|held|set|paid)\b(?!\s+(?:that|how|why|whether|by(?! (?:video|phone|telephone|link)))\b)"
    r"(?:(?!\b(?:who|which|that|where|but|as|when|while)\b)[^.;,:“”]){0,110}?\s+and)\s+"
)
_BEHIND = re.compile(rf"\s{TITLE}")
_BEHIND_COMMA = re.compile(rf", {TITLE}$")
_PASSIVE = re.compile(r"\s+by\s+")
_SPOKEN = re.compile(r"[,”\"]\s*$")
_HELPED = re.compile(r"\b(?:not|would|could|will|should)\s+$")
#: A clause that only says when; the statement is in the main clause.
_WHEN = re.compile(r"^(?:[\w' -]+\s)?(?:[Aa]fter|[Bb]efore|[Ww]hen|[Ss]ince)\s+(?:[\w-]+\s+){0,4}$")
_NEITHER = re.compile(
    rf"\b(?:n?either|n?or|not|unlike|(?:all|every(?:one|body)|every \w+) but)\s+{TITLE}$", re.IGNORECASE
)
#: What is denied, rumoured, hoped or only thought of somebody.
_HEARSAY = re.compile(
    r"(?:\bit\s(?:is|was|remains|has\sbeen|had\sbeen)\s(?:not\s|\w+ly\s)?(?:false|untrue|wrong|true|the\scase|unclear|unlikely|possible|rumou?red|reported|alleged|claimed|said|assumed|feared|hoped|thought|believed)\sthat|"
    r"\b(?:rumou?rs?|reports?|myths?|lies?|claims?|suggestions?|allegations?|assertions?|doubts?|hopes?|fears?|notion|idea|impression|speculations?)\s(?:(?:has|had|have)\sit\s)?that|"
    r"\b(?:nobody|no\sone|none|few|hardly\sany(?:body|one)|^some|^many|^others|^people)\s(?:\w+\s){0,4}?(?:believed?|thought|think|claim(?:ed)?|sa(?:id|ys?)|recall(?:ed)?|expect(?:ed)?|denied|deny)(?:\sthat)?|"
    rf"(?:^|,\s)(?:allegedly|reportedly|supposedly|possibly|perhaps|maybe),?|^nor\sdid)\s(?:the\s)?{TITLE}$",
    re.IGNORECASE,
)
#: With which words what makes a subject none ends before it; others need not be looked at.
_UNSURE_ENDS = frozenset(
    """that believe believed thought think claim claimed say says said recall recalled expect expected deny denied allegedly reportedly supposedly
    possibly perhaps maybe did""".split()
)
_NEITHER_ENDS = frozenset("neither either or nor not unlike but".split())
_TALK_ENDS = frozenset("with between featuring by".split())
#: A conversation with somebody says nothing in their name.
_TALK = re.compile(
    r"\b(?:conversation|dialogue|discussion|talk|exchange|debate|interview|session|panel)s?\s+(?:with|between|featuring|by)\s+$"
)
#: Before somebody of whom it is asked, supposed or doubted that he or she says something: "Asked whether Brook agreed", "Had Brook agreed, …".
_ASKED = re.compile(
    rf"(?:\b(?:[Ww]hether|[Ii]f|[Uu]nless)\s+(?:or\s+not\s+)?|^(?:Had|Should|Were|Did|Does|Do|Has|Have|Will|Would|Can|Could)\s+|"
    rf"^(?:When\s+)?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged)\b(?:[^,;]*|.*\b(?:why|how|what|when|where|which|who))\s+)(?:(?:the|his|her)\s+)?{TITLE}$"
)
#: Before a verb of what was not said: " did not ", " has never ", " would have "; of nothing sure: " could have ", " reportedly ".
_UNSAID = re.compile(
    r"(?:\bnot|\bnever|n't|\bno longer|\bwould\s+have)(?:\s+(?!only\b|merely\b|simply\b|solely\b)\w+(?:ly|er))?\s+$"
)
_UNSURE = re.compile(
    r"\b(?:(?:could|might|may|should|must)\s+have(?:\s+\w+ly)?|nearly|almost|allegedly|reportedly|supposedly|presumably|possibly|perhaps|maybe)\s+$"
)
_SHORTEST_DENIAL = len(" not ")
#: Verbs that tell what somebody holds, with or without "not".
_HELD = frozenset(
    """accept admit agree approve believe condone consider deny dispute doubt expect fear feel find foresee hope mind object regret rule see share
    subscribe think want worry""".split()
)
#: Before somebody whom a preposition governs.
_GOVERNED = re.compile(
    r"\s(?:(?P<firm>(?<!\bspeech\s)(?<!\bremarks\s)(?<!\bmessage\s)(?<!\breport\s)(?<!\bstudy\s)of|to|for|with|under|against|about|near|around|beside|behind|"
    r"alongside|concerning|regarding|interviewing|except|rather than)|of|from|by|on)"
    rf"\s+(?:(?:the|his|her|their)\s+)?{TITLE}$",
    re.IGNORECASE,
)
_TITLES = frozenset(
    """mr ms mrs mx dr prof amb hon h e col gen cllr rev fr sir dame lord lady baroness sister brother father bishop archbishop cardinal minister
    ambassador commissioner president vice secretary professor senator judge mayor governor the his her their""".split()
)
_GOVERNS = frozenset(
    "of to for with under against about near around beside behind alongside concerning regarding interviewing except than from by on".split()
)
#: Before somebody whom a clause is about that tells who the subject is: "Those who heard".
_WHO_MET = re.compile(rf"[^,]\swho\s+(?:(?!and\b)\w+\s+){{1,3}}?(?:(?:the|his|her)\s+)?{TITLE}$")
#: So far before somebody stands what makes a part of the subject of them, in characters.
_WINDOW = 60
#: An insertion behind somebody that is still open: "Ada Brook, adviser".
_INSERTED = re.compile(r"(?:\s*\([^()]{1,60}\))?(?:,|\s?[—–(])\s?[^.;:“”]*")
#: The beginning of a sentence before an insertion: "Ada Brook, adviser", "The Harbour Trust, founded".
_OPENS = re.compile(r"(?:The\s)?(?:[A-ZÀ-ÞĀ-ɏ][^\s,;:“”]*(?:\s(?=[A-ZÀ-ÞĀ-ɏ(,—–]))?){2,6}" + _INSERTED.pattern)
#: Somebody who is told by whose he or she is: "a spokesman for", "the chair of".
_SOMEONES = re.compile(
    r"(?:\b(?:an?|the|his|her|their|one|another)|'s)\s(?:[\w-]+\s){0,3}?(?P<who>[\w-]+)$", re.IGNORECASE
)
#: What is done to the subject, and by whom: "opposed by the towns".
_DONE_BY = re.compile(r"\s(?:(?:in|on)\s[\w-]+\s)?by\s(?!\w+ing\b|(?:video|phone|telephone|link)\b)")
#: What opens a sentence and names nobody: "On Monday", "Yesterday".
_ADVERBIAL = re.compile(
    r"(?:Yesterday|Today|Later|Then|Meanwhile|However|Earlier|Also|\w+ly|(?:On|In|At|After|Before|During|By|From|For|With|Under|Since|Until|As|To|Without|Despite)"
    r"(?:\s(?:the|an?|his|her|this))?)(?:\s(?!(?:the|an?|his|her|its|their)\s)[^\s,]+)*$"
)
#: What is said when something begins or ends: "Declaring the meeting open".
_DECLARED = re.compile(r"\s+(?:the|this)\s[\w' -]{3,60}?\s(?:open|closed|over)\b")
#: Before somebody who does what is done to the subject: "The panel, led by Brook, asked".
_AGENT = re.compile(rf",\s+(?:\w+ly\s+)?(?:\w+ed|led|held|given|written)\s+by\s+{TITLE}$")
_AGENT_OF = re.compile(
    rf"^(?:The|An?|His|Her)\s[^,.;:“”]{{2,60}}\s(?!(?:deliver|present)ed)(?:\w+ed|led|held)\s+by\s+{TITLE}$"
)
#: Sorts of verbs behind which their subject may stand: "Nets, warned Brook, are not counted".
_TOLD = frozenset(("says", "argues", "warns", "agrees", "announces"))
#: What is done without saying anything: "shared insights", "addressed a full audience", "concluded the session".
_EMPTY = re.compile(
    r"\s+(?:(?:a|an|the|his|her|their|our|its|brief|full|closing|opening|concluding|key|some|insightful|valuable)\s+)*"
    r"(?:insights?|remarks|takeaways|audience|session|panel|discussions?|debate|event|conference|evening|guests|stage|floor|table)\b"
)
_THANKED = re.compile(
    r"\s+(?:(?:all|the|his|her|our)\s+)*(?:speakers|panell?ists|participants|organi[sz]ers|hosts?|audience|moderator)\b|"
    r"\s+(?:her|him|them|everyone|everybody)(?:\s+(?:all|both|warmly))?\s*[.!]?$"
)
#: All that stands behind "spoke" where it is not told what: "Brook spoke, too."
_ONLY_SPOKE = re.compile(
    r"\s*,?\s*(?:too|also|first|last|next|second|then|briefly|again|at length|as well|afterwards)?\s*[.!]?$"
)
#: What somebody declines to do who says nothing at all.
_SILENT = re.compile(
    r"\s+to\s+(?:comment|elaborate|answer|speak|name\b|be\s|give\s+(?:his|her|their|any|an?)\b|say\s+(?:more|anything))|(?!\s+to\s)"
)
#: Verbs that as participles say when, and not what: "Speaking by video link, …".
_NO_CONTENT = frozenset({"speak", "respond", "answer", "reply", "open", "look ahead", "turn"})
#: Verbs behind which the audience is who hears it.
_ADDRESSED = frozenset({"ask", "tell", "remind", "inform", "urge", "assure"})
#: A clause before the main one, with the verb of what is said: "Stressing that …, she urged".
_LEADING = re.compile(r"(?:(?:Even )?[Ww]hile |By )?(?:\w+ly )?")
#: … and with words of its own, which "Echoing these views, …" has not.
_OWN_WORDS = re.compile(r"(?!\s+(?:this|these|those|such|his|her|their)\b(?!\s+\w+\s+\w+\s+\w+))(?:\s+[\w'’“”\"-]+){3}")
#: The rest of a main clause without another clause in it: " closed on a hopeful note, ".
_MAIN = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s+(?:\w+(?:ed|s)|hit|took|gave|made|went|came|rose|stood|struck|drew|put|set|began|left|met)\b[^,;:]{0,60},\s+"
)
#: Between a name and what its bearer says, maybe behind body or post: "X of the Quay Institute, who", "X, Harbour Master, who".
_WHO = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:,?\s+(?:of|from|at)\s+[^,.;:]{2,70}|,\s+(?P<post>[^.;:“”]{3,90}))?,\s+who\s+(?:\w+ly\s+)?"
)


@cache
def reporting_verbs() -> tuple[PhraseFinder, dict[str, dict[str, str]]]:
    """Return a finder of the English reporting verbs and the row of each form; the bare verb counts behind "did not" and the like.

    Example:
        >>> finder, forms = reporting_verbs()
        >>> [(form, forms[form]["lemma"]) for _, _, form in finder.find("the envoy urged towns to act")]
        [('urged', 'urge')]
    """
    forms: dict[str, dict[str, str]] = {}
    for row in reference.table("reporting_verbs", "en"):
        for form in (*reference.cells(row["forms"]), row["lemma"]):
            forms.setdefault(form, row)
    return PhraseFinder(forms), forms


@cache
def bare_verbs() -> frozenset[str]:
    """Return the bare verbs that are no form by themselves, as they are nouns as well: "an address by …"."""
    return frozenset(row["lemma"] for row in reference.table("reporting_verbs", "en")) - reference.reporting_forms()


def whose(text: Text, start: int, end: int, verb: dict[str, str], subjects: list[Subject]) -> Subject | None:
    """Return whose verb this is: the subject before it, one behind a spoken sentence, or the agent of a passive.

    Args:
        text: of the sentence.
        start: of the verb.
        end: of the verb.
        verb: its row.
        subjects: of the sentence, in order.

    Example:
        >>> voice = Subject(0, 9, (), "The panel")
        >>> whose(Text("The panel, in turn, urged towns to act."), 20, 25, reporting_verbs()[1]["urged"], [voice]) == voice
        True
    """
    if verb["lemma"] == text[start:end].lower() and verb["lemma"] in bare_verbs() and not _HELPED.search(text[:start]):
        return None
    for subject in reversed(subjects):
        gap = text[subject.end : start] if subject.end <= start else ""
        if not gap or not (
            (_LAST.fullmatch(gap) and _closes_insertion(text, subject) and not _DONE_BY.match(text, end))
            or _BETWEEN.fullmatch(gap)
            or (verb["lemma"] not in _NO_CONTENT and _AND_ALSO.fullmatch(gap))
        ):
            continue
        absolute = gap == " " and text[start:end].endswith("ing")  # "with Brook calling it late"
        if subject.start == 0 or absolute or not _is_part(text, subject, subjects):
            return None if _is_aside(text, subject.start) else subject
    return _behind_speech(text, start, end, verb, subjects) or _agent(text, start, end, subjects)


def _closes_insertion(text: str, subject: Subject) -> bool:
    """Say whether a name stands between commas behind the office that it is the subject with: "the envoy, Ada Brook, told"."""
    printed = text[subject.start : subject.end]
    if "," in printed and (len(subject.persons) == 1 or " and " in printed):
        return True
    comma = _BEHIND_COMMA.search(text[: subject.start]) if subject.persons else None
    return comma is not None and not _ADVERBIAL.match(text[: comma.start()])


def _word_before(text: Text, start: int) -> str:
    """Return the last word before somebody's titles, in small letters."""
    words = text.small.words
    index = bisect_left(words.starts, start) - 1
    while index >= 0 and words.words[index] in _TITLES:
        index -= 1
    return words.words[index] if index >= 0 else ""


def _is_aside(text: Text, start: int) -> bool:
    """Say whether somebody is only asked, met, supposed or denied to say what a verb behind the name tells."""
    if start == 0:
        return False
    lead, last = text[:start], _word_before(text, start)
    return bool(
        (last in _NEITHER_ENDS and _NEITHER.search(lead))
        or (last in _UNSURE_ENDS and _HEARSAY.search(lead))
        or _WHEN.search(lead)
        or (last in _TALK_ENDS and _TALK.search(lead))
        or _ASKED.search(lead)
    )


def _is_part(text: Text, subject: Subject, subjects: list[Subject]) -> bool:
    """Say whether somebody only tells who the subject is: "The panel, led by Brook", "a spokesman for Brook", "those who met Brook"."""
    last = _word_before(text, subject.start)
    if last == "by" and _is_agent(text, subject, subjects):
        return True
    if last in _GOVERNS and _is_governed(text, subject, subjects):
        return True
    first = max(0, subject.start - _WINDOW)
    return text.find(" who ", first, subject.start) >= 0 and _WHO_MET.search(text, first, subject.start) is not None


def _is_governed(text: Text, subject: Subject, subjects: list[Subject]) -> bool:
    """Say whether a preposition governs somebody: "Ada Brook, adviser to Roe, the mayor, said", "a spokesman for Roe said".

    Groups are often the subject behind one, "a number of speakers", unless that is somebody: "the chair of the panel".
    """
    governed = _GOVERNED.search(text, max(0, subject.start - _WINDOW), subject.start)
    if governed is None:
        return False
    lead = text[: governed.start()]
    someone = None if subject.persons else _SOMEONES.search(lead)
    if (governed["firm"] and subject.persons) or (someone and fold(someone["who"]) in reference.posts()):
        return True
    return _OPENS.fullmatch(lead) is not None or any(
        each.end <= governed.start() and _INSERTED.fullmatch(text, each.end, governed.start()) for each in subjects
    )


def is_unsaid(text: Text, subject: Subject, start: int, verb: dict[str, str]) -> bool:
    """Say whether a verb tells what was not said; what somebody does not support or believe is a view.

    Example:
        >>> brook, forms = Subject(0, 5, ()), reporting_verbs()[1]
        >>> is_unsaid("Brook did not say that nets help.", brook, 14, forms["said"])
        True
        >>> is_unsaid("Brook did not support the plan.", brook, 14, forms["supported"])
        False
    """
    if start - subject.end < _SHORTEST_DENIAL:
        return False
    return _UNSURE.search(text, subject.end, start) is not None or (
        not (verb["stance"] or verb["lemma"].split()[0] in _HELD)
        and _UNSAID.search(text, subject.end, start) is not None
    )


def _behind_speech(text: str, start: int, end: int, verb: dict[str, str], subjects: list[Subject]) -> Subject | None:
    """Return who stands behind the verb and what was said: "Nets, warned Brook, are not counted"."""
    title = _BEHIND.match(text, end)
    behind = next((subject for subject in subjects if subject.start >= end and subject.persons), None)
    told = title and behind and (behind.start == title.end() or is_title(text[end : behind.start]))
    sure = verb["weak"] != "yes" or text[:start].rstrip()[-1:] in '”"'
    return behind if told and verb["kind"] in _TOLD and sure and _SPOKEN.search(text[:start]) else None


def _agent(text: str, start: int, end: int, subjects: list[Subject]) -> Subject | None:
    """Return the agent of a passive: "Nets were praised by Brook"."""
    aside = re.search(r",\s(?:[^,]+\s(?:and|but)\s)?$", text[:start])  # "A, supported by B and opposed by C, suggested"
    active = text[start:end].endswith("ing")  # "Reporting by Brook"
    passive = None if aside or active or not start else _PASSIVE.match(text, end)
    agents = (subject for subject in subjects if passive and subject.start >= passive.end())
    agent = next(agents, None)
    named = agent and passive and (agent.start == passive.end() or is_title(text[passive.end() : agent.start]))
    return agent if named else None


def is_inserted(text: str, subject: Subject, subjects: list[Subject]) -> bool:
    """Say whether a verb stands in an insertion before the name.

    Example:
        >>> he, name = Subject(13, 15, ()), Subject(39, 44, ())
        >>> is_inserted("Speaking, as he put it, without notes, Brook argued", he, [he, name])
        True
    """
    pronoun = text[subject.start : subject.end].lower() in SINGULAR
    return (
        pronoun
        and text[: subject.start].endswith(("as ", "As "))
        and any(subject.end < each.start for each in subjects)
    )


def _is_agent(text: str, subject: Subject, subjects: list[Subject]) -> bool:
    """Say whether somebody only does what is done to the subject of a sentence: "The panel, led by Brook, asked"."""
    lead = text[: subject.start]
    return _AGENT_OF.match(lead) is not None or (subject is not subjects[0] and _AGENT.search(lead) is not None)


def says_nothing(text: Text, end: int, lemma: str) -> bool:
    """Say whether what stands behind a verb tells nothing that was said.

    Args:
        text: of the sentence.
        end: of the verb.
        lemma: of the verb.

    Example:
        >>> says_nothing(Text("Brook spoke, too."), 11, "speak"), says_nothing(Text("Brook spoke of nets."), 11, "speak")
        (True, False)
    """
    if lemma == "decline":
        return _SILENT.match(text, end) is not None
    empty = _THANKED if lemma in ("thank", "introduce") else _ONLY_SPOKE if lemma == "speak" else _EMPTY
    return lemma not in _ADDRESSED and empty.match(text, end) is not None


def only_tells_when(lemma: str, form: str) -> bool:
    """Say whether a form of a verb is a participle that says when, and not what: "Speaking by video link, …".

    Example:
        >>> only_tells_when("speak", "speaking"), only_tells_when("stress", "stressing")
        (True, False)
    """
    return lemma in _NO_CONTENT and form.endswith("ing")


def leading(text: Text, subject: Subject) -> tuple[int, int, str] | None:
    """Return the attributing participle with which a sentence opens, before its subject.

    Example:
        >>> leading(Text("Stressing that nets are old, she urged towns to act."), Subject(29, 32, ()))
        (0, 9, 'stressing')
    """
    finder, forms = reporting_verbs()
    for start, end, form in finder.find(text.small, 0, subject.start):
        empty = forms[form]["lemma"] in _NO_CONTENT or _DECLARED.match(text, end)
        content = not empty and _OWN_WORDS.match(text, end)
        if content and form.split()[0].endswith("ing") and _LEADING.fullmatch(text[:start]):
            return start, end, form
        return None
    return None


def relative(text: Text, subjects: list[Subject], verbs: list[tuple[int, int, str]]) -> tuple[Subject, str] | None:
    """Return who says something in a clause behind the name, where the main one says nothing.

    Example:
        >>> from vmcgraph.extraction.people import Draft
        >>> brook = Subject(15, 20, (Draft("Brook"),))
        >>> relative(Text("Also there was Brook, who argued for nets."), [brook], [(26, 32, "argued")]) == (brook, "argued")
        True
    """
    _, forms = reporting_verbs()
    for start, end, form in verbs if " who " in text else ():
        for subject in reversed(subjects) if forms[form]["weak"] != "yes" else ():
            gap = _WHO.fullmatch(text, subject.end, start) if subject.persons and subject.end < start else None
            if gap and (gap["post"] is None or contains_post(gap["post"])):
                return subject, text[start:end]
    return None


def trailing(text: Text, subjects: list[Subject], verbs: list[tuple[int, int, str]]) -> tuple[Subject, str] | None:
    """Return who says something in a participle behind another main verb.

    Example:
        >>> from vmcgraph.extraction.people import Draft
        >>> brook = Subject(0, 5, (Draft("Brook"),))
        >>> text = Text("Brook closed on a hopeful note, stressing that nets help.")
        >>> trailing(text, [brook], [(32, 41, "stressing")]) == (brook, "stressing")
        True
    """
    _, forms = reporting_verbs()
    for start, end, form in verbs:
        strong = form.split()[0].endswith("ing") and forms[form]["weak"] != "yes"
        first = next((subject for subject in subjects if subject.persons and subject.end < start), None)
        if strong and first and text[:start].endswith(", ") and _MAIN.fullmatch(text[first.end : start]):
            return first, text[start:end]
    return None
