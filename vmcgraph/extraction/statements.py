"""Who said what: sentences that attribute something to a person or a collective, and pull quotes.

A sentence is a statement when a reporting verb has a person for its subject: by name, surname, pronoun or office when it is clear
who. One sentence gives one statement, by its first verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from vmcgraph import reference
from vmcgraph.document import Part, Sentence
from vmcgraph.extraction.collectives import collective_voices
from vmcgraph.extraction.foreignwordings import DENIED
from vmcgraph.extraction.joint import joined
from vmcgraph.extraction.people import Draft, People
from vmcgraph.extraction.phrases import PhraseFinder, Text
from vmcgraph.extraction.pronouns import Pronouns
from vmcgraph.extraction.quoting import MARKS, is_speech, muted
from vmcgraph.extraction.reportingverbs import (
    is_inserted,
    is_unsaid,
    leading,
    only_tells_when,
    relative,
    reporting_verbs,
    says_nothing,
    trailing,
    whose,
)
from vmcgraph.extraction.speech import (
    Saying,
    Subject,
    attributed,
    gone_on_about,
    is_courtesy,
    is_left_out,
    said_before,
    sayings,
    subject_of,
    voices,
)
from vmcgraph.extraction.stances import stance_of
from vmcgraph.extraction.views import TITLE, is_title, viewed
from vmcgraph.names import letters_behind
from vmcgraph.plaintext import plain
from vmcgraph.spelling import fold

_BOTH = {
    "en": re.compile(
        r"^(?:They both|The two (?:speakers|panell?ists|women|men|ministers|experts|mayors|officials|debaters|guests|speakers))(?= \w)|^Both(?: (?:speakers|panell?ists|women|men|ministers|experts|mayors|officials|discussants|presenters|debaters|guests|interlocutors|ambassadors|commissioners|researchers))?(?= \w)|\bboth (?:speakers|panell?ists)\b"
    ),
    "de": re.compile(r"^Beide(?= \w)"),
    "it": re.compile(r"^Entramb[ie](?= \w)"),
}
#: Between an office and the name of who holds it.
_NAMED_HOLDER = re.compile(
    rf"(?:\s+(?:of|for|to|at|in)\s+(?:the\s+)?[A-ZÀ-ÞĀ-ɏ][\w'-]*(?:\s+(?:(?:of|and|the|de|del|la)\s+)*[A-ZÀ-ÞĀ-ɏ][\w'-]*)*)?,?\s+{TITLE}"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording to\s+(?P<the>the\s+)?{TITLE}")
#: Between an office and the name that it is the title of: "il ministro | dell'Interno, | Ada Roe".
_TITLE_OF = re.compile(r"(?:\s+(?:[a-zà-ÿ]+\s+)?|\s+(?:d|a|f|i|v|p)\w*['\s][^.;:“”„«»]{1,140},\s+)")
_TO_THEM = re.compile(r"\b[Aa]ccording to\s+(?P<who>him|her)\b")
_NAMED = re.compile(rf",\s+{TITLE}(?=[^,.;:]+,)")
_OWNER = re.compile(r"'s?\s+\w")
#: Before somebody to whom "she" of the same sentence speaks: "To Brook (Quay Institute), who feared the worst, she replied".
_SPOKEN_TO = re.compile(
    rf"(?:^|[,;]\s)(?:[Tt]o|(?:[Aa]sked|[Cc]hallenged|[Pp]ressed|[Ii]nvited|[Pp]rompted) by|[Uu]nlike|[Ll]ike|[Ee]choing|[Cc]ontradicting|[Tt]hanking|"
    rf"(?:[Rr]eplying|[Rr]esponding|[Rr]eacting) to|[Aa]nswering|[Ii]n (?:reply|response|answer) to)\s+{TITLE}$"
)
#: The beginning of a sentence whose "he" is named behind it: "Speaking, as he put it, without notes, Brook …".
_NAMED_LATER = re.compile(r"(?:[A-Z]\w+ing|As|When|While|Though|Although|Asked|After|Before|By|In|With|For)\b[^.;:]*$")
#: What somebody does who was asked.
_ANSWERS = re.compile(r"\s+(?:\w+ly\s+)?(?:replied|answered|responded|retorted)\b")
#: Whom somebody asks: "asked Brook whether", "asked the envoy, Ada Brook, why".
_ASKED = re.compile(r"\b(?:asked|pressed|challenged)\s+(?:(?:the|his|her)\s[^.,;:]{2,60}?,\s+)?$")
#: What may open a sentence before somebody who does not say the rest of it: "Unlike Brook, Roe …", "Thanking the Minister, Ada Brook, …".
_LEADS_IN = re.compile(
    r"\W*(?:Unlike|Contrary to|(?:Together|Along) with|Alongside|Like|Instead of|In (?:place|spite|the (?:name|absence|presence)) of|(?:In contrast|Opposed|Next|Thanks) to|"
    r"On behalf of|At the (?:request|invitation|side) of|(?!According)[A-Z][a-z]+ing (?:to|for|with|from|against|alongside|after|before|about|on behalf of|instead of|in (?:for|place of))|"
    r"(?:\w+ly )?(?:[A-Z][a-z]+ed|Led|Sent|Taken) (?:by|with)|(?:Answer|Thank|Cit|Quot|Address|Succeed|Follow|Replac|Represent|Contradict|Echo|Prais|Critici[sz]|Interrupt|Join|"
    r"Introduc|Welcom|Congratulat|Challeng|Correct|Support|Back|Oppos|Rebutt|Attack|Defend|Complement|Accompany|Paraphras|Recall|Accus|Blam|Press|Question|Second)ing)"
    r"\s+(?:(?:the|his|her)\s+)?(?:[\w.’'-]+\s+){0,3}"
)
#: What makes an office another one: "the Director-General", "the Minister President".
_LONGER_OFFICE = re.compile(r"-\w|\s+[A-ZÀ-ÞĀ-ɏ]")
#: What an office is for, which tells whose it is: " of the Port Office", " for Ports of Peru".
_OFFICE_FIELD = re.compile(
    r"(?:\s+(?:of|for|to|at)\s+(?:the\s+)?[A-ZÀ-ÞĀ-ɏ][\w'-]*(?:\s+(?:(?:and|the|de|del|la)\s+)*[A-ZÀ-ÞĀ-ɏ][\w'-]*)*)+"
)
_SMALL_WORDS = re.compile(r"\s*\b(?:of|for|to|at|and|the)\b\s*|^\s+|\s+$")
_OBLIQUE = re.compile(r"\b(?:from|of|with|to|between|for|about)\s+$|(?<!ed )\bby\s+$")
#: Before somebody with whom or of whom the holder of an office speaks: "In a meeting with Brook, the Minister".
_BESIDE = re.compile(rf"\b(?:from|of|with|to|between|for|about|by)\s+(?:the\s+)?{TITLE}$")
#: Before somebody who is about to speak: "The last word belonged to Brook".
_TURN = re.compile(
    rf"\b(?:belonged|went|fell|passed|turned|given|handed|left|came)\s+(?:back\s+|over\s+|then\s+)?(?:to|from)\s+{TITLE}$|"
    rf"\b(?:given|delivered|presented|opened|kicked\s+off)\s+by\s+{TITLE}$"
)
#: How far into a sentence a name is its subject, to whom "he" of the next one goes back.
_OPENING = 80
_HE = re.compile(r"\b(?:s?he|they)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as found.

    Args:
        speakers, voice: persons, or a collective voice.
        verb: as printed, "" for a pull quote.
        stance: supports, critical, mixed or not-stated.
        kind: reported or quote.
        pieces: start and end of each stretch of its sentence.
        resolved: the words that stand for the speaker where no name does: "she", "the minister".
    """

    speakers: tuple[Draft, ...]
    voice: str
    verb: str
    stance: str
    kind: str
    pieces: tuple[tuple[int, int], ...]
    part: Part
    resolved: str = ""


@cache
def _pronouns(language: str) -> re.Pattern[str]:
    forms = sorted(reference.function_words(language, "pronoun"))
    return re.compile(rf"\b(?i:{'|'.join(forms)})\b(?!')")


class StatementReader:
    """Reads the statements of one document; who "he" or "the Minister" is follows from what was read before.

    Args:
        people: the persons of the document.
        offices: the words by which prose goes on about a person, "the State Secretary", with those who hold such a post.
        groups: the forms of countries and bodies that speak as such, in texts that print speakers so.
        language: of the text; German and Italian have a grammar of their own.
        listed: who is listed for a part: "the Minister" is one of them.
        posts: the words of the posts of each person, small, and the codes of their countries.
    """

    def __init__(
        self,
        people: People,
        offices: Mapping[str, Collection[Draft]],
        groups: Collection[str] = (),
        language: str = "en",
        listed: Callable[[Part], Iterable[Draft]] = lambda part: (),
        posts: Mapping[Draft, Collection[str]] = MappingProxyType({}),
    ) -> None:
        self._language = language
        self._groups, self._in_groups = PhraseFinder(groups), bool(groups)
        forms = people.forms.any
        self._forms = {
            form.upper(): person for form, person in forms.items()
        } | forms  # minutes print speakers in capitals
        self._names = PhraseFinder(self._forms)
        self._offices = offices
        self._office_finder = PhraseFinder(offices)
        self._listed, self._posts = listed, posts
        self._last: Draft | None = None
        self._here: list[Draft] = []  # named in this part so far
        self._before: list[Draft] = []  # named in the sentence before
        self._speakers: list[Draft] = []  # of this part so far
        self._asked: Draft | None = None  # in the sentence before
        self._pronouns = Pronouns()
        self._ended = -1  # where the sentence before ended, if it was somebody's statement

    def read(self, sentences: Iterable[tuple[Part, Sentence]]) -> Iterator[Found]:
        """Yield the reported statements of sentences in their order."""
        before: Part | None = None
        earlier: tuple[Sentence, str] | None = None
        for part, sentence in sentences:
            if part is not before:
                self._last, before = None, part
                self._here, self._before, self._speakers = list(self._listed(part)), [], []
            text = Text(muted(_unmarked(sentence.text)).replace("’", "'"))
            places = list(self._names.find(text))
            found = self._statement(text, sentence, part, places) or self._spoken_on(text, sentence, part)
            if found and earlier and self._language != "en":
                found = _of_before(found, text, *earlier)
            if found:
                yield found
            earlier = sentence, text
            self._remember(text, found, places)
            self._ended = sentence.end if self._leads_on(text, found, places) else -1

    def _leads_on(self, text: Text, found: Found | None, places: list[tuple[int, int, str]]) -> bool:
        """Say whether direct speech behind a sentence is that of its one speaker, or of the one person with whom it opens."""
        if self._language != "en":
            return found is not None and len(found.speakers) == 1
        if MARKS.search(text):
            return False  # speech goes on with that of the sentence
        opens = found is None and len(self._before) == 1 and places[0][0] == 0 and self._before == [self._last]
        return opens or (found is not None and len(found.speakers) == 1)

    def _remember(self, text: Text, found: Found | None, places: list[tuple[int, int, str]]) -> None:
        """Keep whom "he", "both" and "the Minister" of the next sentence mean."""
        found_names = [(start, end, self._forms[form]) for start, end, form in places]
        named = [(start, person) for start, _, person in found_names]
        plain = [(start, person) for start, end, person in found_names if not _OWNER.match(text, end)]
        self._here += [person for _, person in named if person not in self._here]
        self._before = list(dict.fromkeys(person for _, person in named))
        asked = [person for start, person in named if _ASKED.search(text[:start])]
        self._asked = asked[0] if len(asked) == 1 else None
        self._pronouns.learn(text, [(end, person) for _, end, person in found_names])
        if found and found.speakers:
            self._last = found.speakers[-1]
            earlier = [person for person in self._speakers if person not in found.speakers]
            self._speakers = [*earlier, *found.speakers]
        elif plain:
            start, person = plain[0]
            alone = self._language != "en" and len(self._before) == 1  # the subject may stand behind its verb
            leads = (start < _OPENING or alone) and not _OBLIQUE.search(text[:start])
            self._last = person if leads or _TURN.search(text[:start]) else self._last
        elif not named and self._language == "en":
            start, end, form = next(self._office_finder.find(text), (len(text), 0, ""))
            alone = start == 0 and not _LONGER_OFFICE.match(text, end)
            self._last = (self._holder(form) if alone else None) or self._last

    def _meant(self, text: Text, pronoun: re.Match[str], found: list[Subject]) -> Draft | None:
        """Return whom a pronoun means: who is named before it in the sentence and is not spoken to, else who spoke last."""
        named = [subject for subject in found if subject.persons]
        earlier = [each for each in named if each.end < pronoun.start() and not _SPOKEN_TO.search(text[: each.start])]
        lead = pronoun.start() > 0 and not earlier and _NAMED_LATER.match(text[: pronoun.start()])
        later = next((each for each in named if lead and text[: each.start].endswith(", ")), None)
        if later and later.start > pronoun.end():
            return later.persons[0]
        last = (self._last, *self._before) if self._last else ()
        near = [*(each.persons[-1] for each in reversed(earlier)), *last]
        if self._asked and not earlier and _ANSWERS.match(text, pronoun.end()):
            near.insert(0, self._asked)  # "Brook asked Roe why. She replied …"
        behind = {person for each in named if each.start > pronoun.end() for person in each.persons}
        return self._pronouns.meant(pronoun[0], near, list(reversed(self._speakers)), behind)

    def _resolved(self, text: Text, subject: Subject) -> str:
        """Return the words that stand for persons and name none of them, or ""; of "both she and Brook" the first."""
        named = next(self._names.find(text, subject.start, subject.end), None)
        if named:
            beside = _HE.search(text, subject.start, subject.end) if len(subject.persons) > 1 else None
            return beside[0] if beside else ""
        return text[subject.start : subject.end] if subject.persons else ""

    def _holder(self, office: str, field: str = "", besides: Collection[Draft] = ()) -> Draft | None:
        """Return the one person who holds an office, of those that the part has named so far, else of all.

        What is printed behind it, " of the Port Office", has to be of the person's post; `besides` are others by what the sentence says.
        """
        holders = [person for person in self._offices[office] if person not in besides and self._fits(person, field)]
        if self._last in holders:
            return self._last
        here = [person for person in self._here if person in holders] or holders
        return here[0] if len(here) == 1 else None

    def _fits(self, person: Draft, field: str) -> bool:
        """Say whether all that stands behind an office is of a person's post: its field, body or country."""
        known = self._posts.get(person, ())
        names = [name for name in _SMALL_WORDS.split(field) if name]
        nations = [reference.country_named(name) for name in names]
        return all(
            (nation is not None and nation.iso3 in known) or set(fold(name).split()) <= set(known)
            for name, nation in zip(names, nations, strict=True)
        )

    def _statement(
        self, text: Text, sentence: Sentence, part: Part, places: list[tuple[int, int, str]]
    ) -> Found | None:
        if self._language != "en":
            return self._foreign(text, sentence, part, places)
        finder, forms = reporting_verbs()
        verbs = list(finder.find(text.small))
        subjects = self._subjects(text, places) if verbs or text.spans("according") else []
        told = self._according(text, subjects)
        for start, end, form in verbs:
            if told and told[2] < start:
                break
            if start and text[start].isupper():
                continue  # "Member States"
            subject = whose(text, start, end, forms[form], subjects)
            lemma = forms[form]["lemma"]
            if subject and (is_inserted(text, subject, subjects) or is_unsaid(text, subject, start, forms[form])):
                continue
            if only_tells_when(lemma, form):
                continue
            if subject and says_nothing(text, end, lemma):
                self._last = subject.persons[-1] if subject.persons else self._last
            elif subject:
                start, end, form = leading(text, subject) or (start, end, form)
                stance = stance_of(text, subject, start, end, forms[form])
                return self._reported(text, subject, text[start:end], stance, sentence, part)
        if view := viewed(text, places, self._forms, self._last):
            return self._reported(text, *view, "not-stated", sentence, part)
        if last := relative(text, subjects, verbs) or trailing(text, subjects, verbs) or told:
            return self._reported(text, last[0], last[1], "not-stated", sentence, part)
        return None

    def _foreign(self, text: Text, sentence: Sentence, part: Part, places: list[tuple[int, int, str]]) -> Found | None:
        """Return the statement of a German or Italian sentence: by its first verb of saying that has a subject, or "laut", "secondo"."""
        subjects = self._subjects(text, places)
        for saying in sayings(text, self._language):
            subject = subject_of(text, saying, subjects, self._language) or self._left_out(text, saying, subjects)
            if subject and not is_courtesy(text, saying):
                stance = saying.row["stance"]
                stance = "not-stated" if not stance or DENIED[self._language].search(text) else stance
                return self._reported(text, subject, saying.words, stance, sentence, part)
        if told := attributed(text, subjects, self._language):
            return self._reported(text, *told, "not-stated", sentence, part)
        return None

    def _spoken_on(self, text: Text, sentence: Sentence, part: Part) -> Found | None:
        """Return a sentence that is nothing but direct speech and goes on with a statement: how agencies print a longer quotation.

        In English it may follow any sentence that opens with the one person it names: "Brook shook her head. “No.”"
        """
        if not self._last or sentence.start != self._ended + 1 or not is_speech(text):
            return None
        return Found((self._last,), "", "", "not-stated", "quote", sentence.pieces, part)

    def _left_out(self, text: Text, saying: Saying, subjects: list[Subject]) -> Subject | None:
        """Return the subject that Italian leaves out: whom the sentence named before, else the last speaker: "Ha aggiunto che …"."""
        if self._language != "it" or not is_left_out(text, saying):
            return None
        named = [subject for subject in subjects if subject.end <= saying.start and subject.persons]
        last = named[-1].persons if named else (self._last,) if self._last else ()
        return Subject(saying.start, saying.end, last) if last else None

    def _reported(self, text: Text, subject: Subject, verb: str, stance: str, sentence: Sentence, part: Part) -> Found:
        resolved = self._resolved(text, subject)
        return Found(subject.persons, subject.voice, verb, stance, "reported", sentence.pieces, part, resolved)

    def _according(self, text: Text, subjects: list[Subject]) -> tuple[Subject, str, int] | None:
        """Return the person whom a sentence names behind "according to", these words as printed, and where they stand."""
        for match in text.matches(_ACCORDING, "according"):
            for subject in subjects:
                titled = subject.start > match.end() and is_title(text[match.end() : subject.start])
                the = subject.start == match.start("the")  # "according to the mayor of Lima"
                if subject.persons and (the or subject.start == match.end() or titled):
                    return subject, " ".join(match[0].split()[:2]), match.start()
        pronoun = next(text.matches(_TO_THEM, "according"), None)
        if pronoun and self._last:
            return Subject(*pronoun.span("who"), (self._last,)), " ".join(pronoun[0].split()[:2]), pronoun.start()
        return None

    def _subjects(self, text: Text, places: list[tuple[int, int, str]]) -> list[Subject]:
        """Return who can be the subject of a verb, in order; "X and Y" is one subject."""
        found = [
            Subject(start, letters_behind(text, end, len(text)), (self._forms[form],))
            for start, end, form in places
            if text[end : end + 2] not in ("'s", "s'") and not _LEADS_IN.fullmatch(text, 0, start)
        ]
        for match in text.matches(_pronouns(self._language), *reference.function_words(self._language, "pronoun")):
            if who := self._meant(text, match, found):
                found.append(Subject(*match.span(), (who,)))
        found += self._office_holders(text, places)
        again = gone_on_about(text, self._language) if self._last else None
        if (
            again
            and self._language == "de"
            and self._last
            and self._last.sex == ("m" if text.startswith("die", again[0]) else "f")
        ):
            again = None
        if again and self._last and all(subject.start != again[0] for subject in found):
            found.append(Subject(*again, (self._last,)))
        found += self._both(text)
        found += (
            collective_voices(text, {subject.start for subject in found}, self._groups, in_groups=self._in_groups)
            if self._language == "en"
            else voices(text, self._language)
        )
        named = {subject.start for subject in found if subject.persons}
        found = [each for each in found if not each.voice or not _is_apposed(text, each.end, named)]
        return joined(text, sorted(found, key=lambda subject: subject.start), self._language)

    def _office_holders(self, text: Text, places: list[tuple[int, int, str]]) -> Iterator[Subject]:
        """Yield who is meant by an office, "the Minister", or has it by name: "the mayor of Lima, Ada Brook"."""
        for start, end, form in self._office_finder.find(text):
            behind = _NAMED_HOLDER.match(text, end)
            named = next((place for place in places if behind and place[0] == behind.end()), None)
            title = any(_TITLE_OF.fullmatch(text, end, place[0]) for place in places if place[0] > end)
            if self._language != "en":
                holder = None if title else self._holder(form)
                yield from (Subject(start, end, (holder,)),) if holder else ()
            elif named:  # whoever else is a mayor
                yield Subject(start, named[1], (self._forms[named[2]],))
            elif not _LONGER_OFFICE.match(text, end):
                field = _OFFICE_FIELD.match(text, end)
                stop = field.end() if field else end
                besides = [
                    self._forms[place[2]] for place in places if _BESIDE.search(text[: place[0]]) and place[1] <= start
                ]
                holder = self._holder(form, text[end:stop], besides)
                yield from (Subject(start, stop, (holder,)),) if holder else ()

    def _both(self, text: Text) -> list[Subject]:
        """Return "both" where the two are clear: the last two speakers, or whom the sentence before named."""
        both = next(text.matches(_BOTH[self._language], "both", "two", "beide", "entrambi", "entrambe"), None)
        if not both:
            return []
        pair = both[0].split()[-1] not in ("speakers", "panellists", "panelists")
        two = self._before if pair and len(self._before) == 2 else self._speakers[-2:] if pair else self._speakers
        return [Subject(*both.span(), tuple(two))] if len(two) == 2 else []


def _is_apposed(text: Text, end: int, named: Collection[int]) -> bool:
    """Say whether a name in commas tells who it is: "the delegate of Malta, Ms. Brook, said"."""
    comma = _NAMED.match(text, end)
    return comma is not None and comma.end() in named


def _unmarked(words: str) -> str:
    """Return a sentence without the marks of emphasis and links of Markdown, which stand between a name and its verb."""
    return " ".join(plain(words).split()) if "*" in words or "](" in words else words


def _of_before(found: Found, text: Text, before: Sentence, muted: str) -> Found:
    """Return a statement with the direct speech of the sentence before, where its own only says whose it is: "Lo ha detto …"."""
    speech = said_before(text, muted)
    return replace(found, kind="quote", pieces=((before.end - speech[0], before.end - speech[1]),)) if speech else found
