"""Who says something in a German or Italian sentence: the verb of saying, and its subject before or behind it.

German puts the verb second, and a particle or participle of it far behind; Italian leaves a subject out that is clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction import languages
from vmcgraph.extraction.people import Draft
from vmcgraph.extraction.phrases import PhraseFinder, Text
from vmcgraph.names import is_name
from vmcgraph.reference import Row


@dataclass(frozen=True, slots=True)
class Subject:
    """Who can be the subject of a verb: persons, or a collective voice."""

    start: int
    end: int
    persons: tuple[Draft, ...]
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying in a sentence.

    Args:
        start, end: where its finite part stands, beside which the subject is.
        words: all of it as printed: "kündigte an", "ha detto".
        plural: its form is that of several subjects.
    """

    start: int
    end: int
    words: str
    row: Row
    plural: bool = False


#: Where a clause ends.
_CLOSES = r"(?=\s*(?:[,.;:–—!?\"“”„«»)]|$|und\b|oder\b))"
_HAS = re.compile(r"\b(?:[Hh]at|[Hh]abe|[Hh]aben|[Hh]atte|[Hh]atten)\b")
#: "wie sie ausführte": only here does the particle stand before its verb.
_AS = re.compile(r"\b[Ww]ie\s+[^.;:]{1,160}$")
_ADVERBS = {
    "de": r"(?:sich|dann|auch|zudem|aber|jedoch|dagegen|hingegen|indes|daraufhin|außerdem|weiters|weiter|ebenfalls|beide|heute|gestern|gleichzeitig|"
    r"dazu|darin|daran|darauf|dafür|davor|hierzu|erneut|wiederum|nun|selbst|allerdings|ihrerseits|seinerseits|unter anderem)",
    "it": r"(?:però|poi|anche|inoltre|infine|invece|quindi|subito|già|ancora|infatti|pure|tuttavia|così|oggi|ieri|non|entrambi|entrambe|a sua volta|"
    r"a loro volta|più volte|al contrario|\w+mente)",
}
#: When and on what occasion something is said, between the verb and its subject.
_OCCASION = (
    r"(?:(?:am|im|beim|zum|zur|nach|vor|bei|in|seit)\s+(?:(?:der|dem|den|einer|einem|seiner|ihrer)\s+)?(?:[a-zäöü]+n\s+)?"
    r"(?!(?:Minister|Staats|Bundes|Präsident))[A-ZÄÖÜ][\wäöüß-]+(?:abend|mittag|morgen)?\s+)"
)
#: What may stand between a subject and its verb behind it: brackets, its body, an apposition.
_BEFORE = languages.Patterns(
    de=(
        r"(?:\s*\([^()]{1,60}\))?(?:\s+(?:von|vom|aus|bei|beim|der|des|im|in)\s[^,;:]{1,80}?)?"
        rf"(?P<comma>,[^;:]{{0,220}},|,)?(?:\s+(?:am|im|zum|zur|beim|bei|nach|vor|in)\s[^,;:]{{1,50}}?)?(?:\s+{_ADVERBS['de']})*\s+"
    ),
    it=(
        r"(?:\s*\([^()]{1,60}\))?(?:\s+(?:di|del|della|dell'|dello|dei|per|a|in)\s?[^,;:]{1,80}?)?(?P<comma>,[^;:]{0,220},|,)?"
        rf"(?P<who>,?\s+(?:che|il quale|la quale))?(?:,?\s+{_ADVERBS['it']})*,?\s+(?:lo |la |li |le |gli |ne |vi |ci |si )?"
    ),
)
_NOUN_PHRASE = r"(?:(?!(?:dass|che|ob|wenn|weil|se)\b)[^\s,;:“”„«»]+(?:,(?=\s+(?:(?:la|il|le|i|gli)\s|[A-Za-zÀ-ÿ]+(?:,\s+[A-Za-zÀ-ÿ]+)*\s+(?:ed?|und)\s+[A-Za-zÀ-ÿ]+\s+d)))?\s+){0,22}?"
#: What may stand between a verb and its subject behind it; an apposition ends with the comma before the name.
_BEHIND = languages.Patterns(
    de=(
        rf"\s+(?:{_ADVERBS['de']}\s+)*{_OCCASION}?(?!(?:dem|den|einem|einen|das|dass|mit|für|gegen|von|vom|gegenüber|um|über|vor|an|auf|zu|in|im|am|es)\b)"
        rf"{_NOUN_PHRASE}(?:[^\s,;:“”„«»]+,\s+(?!(?:der|die|das|dass|und|wie)\b)(?:(?!(?:und|aber|denn|während)\b)[\wäöü.]+\s+){{0,2}})?"
    ),
    it=rf"\s+(?:{_ADVERBS['it']}\s+)*(?!(?:di|a|che|al|alla|agli|ai|con|per|da|dal|dalla|gli|loro|come)\b){_NOUN_PHRASE}(?:[^\s,;:“”„«»]+,\s+(?:(?!(?:e|ed|ma|che|mentre|chi)\b)[a-zà-ù.]+\s+){{0,2}})?",
)
#: Before a name that some other word governs: "mit Minister X", "dal ministro X".
_GOVERNED = languages.Patterns(
    de=(
        r"\b(?:mit|gegenüber|neben|ohne|von|vom|für|an|bei|über|gegen|oder)\s+(?:(?:dem|der|den|einem|einer|seiner|seinem|ihrer|ihrem)\s+)?"
        r"(?:[a-zäöü]+(?:en|er)\s+)?(?:[A-ZÄÖÜ][\wäöüß-]+\s+)?$"
    ),
    it=r"(?:\b(?:con|da|(?<!\bparole )(?<!\bparere )(?<!\bgiudizio )di|o|né|[Cc]hi|[Aa]d?|[Aa]l|[Aa]lla|del|della|dal|dalla|col|tra|fra|verso|contro)\s+|\b(?:dell'|dall'|all'))(?:(?:il|la|lo)\s+|l')?(?:[a-zà-ù']+\s+){0,2}$",
)
#: With which words a German clause begins whose subject stands behind the verb, or which is no main clause.
_NO_SUBJECT = frozenset(
    """am an ans anders auf aus außer bei beim bis dank dass daher damit dabei dagegen damals dann daran darauf daraufhin darin dazu deshalb dem den denen
    durch entlang für gegen gegenüber gemeinsam gestern heute hier im in infolge ins jetzt laut mit nach nachdem nachher neben nicht nun ob
    obwohl ohne schon seit so statt trotz um unter vom von vor vorher während wegen weil wem wen wenn wer wie zu zudem zugleich zuletzt zum zur zuvor
    zwischen zwar ähnlich über als anschließend abschließend ausdrücklich einst erst ihm ihnen""".split()
)
_EVEN = re.compile(r"(?:Auch|auch|Selbst|Sowohl|sowohl|Nur|Aber|Doch|Und|Denn|Schließlich)\s+")
_CLAUSE = re.compile(
    r"(?:[;:–—]\s+|[.!?][\"“”«»]?\s+|[\"“”«»],?\s+|(?:^|,\s+)[Ww]ie\s+|,\s+(?:und|aber|doch|sondern|denn)\s+)"
)
#: Nouns are no verbs: "in una nota".
_DETERMINED = re.compile(
    r"(?:\b(?:la|una|sua|loro|di|della|nella|alla|con|senza|per|forte|ogni|prima|nuova|dura)|\b\w*')\s*$"
)
_AUXILIARY = re.compile(
    rf"\b(?P<aux>(?:[Hh]a|[Hh]anno|[Aa]veva|[Aa]vevano|[Ss]i è|[Ss]i era|[Ss]i sono|[Ss]i erano))(?:\s+{_ADVERBS['it']}){{0,3}}\s+$"
)
_AUXILIARIES = ("ha ", "hanno ", "si è ", "si sono ")
#: The speaker of an inserted verb without a subject is who spoke last.
_INSERTED = re.compile(
    r"\s*(?:[,.;:–—!?]|$)|\s+(?:in (?:una nota|un'intervista|aula|conferenza stampa)|ai giornalisti)\b"
)
_SET_OFF = re.compile(r"(?:,|\s[–—-])\s*$")
_GOES_ON = re.compile(r"\s*,|\s[–—-]")


def sayings(text: Text, language: str) -> Iterator[Saying]:
    """Yield the verbs of saying of a sentence in the order of their finite parts.

    Example:
        >>> [saying.words for saying in sayings(Text("Roe kündigte einen Fonds an, und Vik hat ihn gelobt."), "de")]
        ['kündigte an', 'hat gelobt']
        >>> [saying.words for saying in sayings(Text("Ha però detto di no, sottolinea una nota."), "it")]
        ['Ha detto', 'sottolinea']
    """
    found = _german(text) if language == "de" else _italian(text)
    return iter(sorted(found, key=lambda saying: saying.start))


@cache
def _table(language: str) -> tuple[PhraseFinder, dict[str, list[tuple[str, Row]]]]:
    """Return a finder of the words that tell a verb, and for each the rows with what else must stand in the sentence.

    That is a particle, a preposition or "sich" in German, "wie" before a particle that leads its verb, and in both languages "+" for
    a participle, which needs its auxiliary.
    """
    forms: dict[str, list[tuple[str, Row]]] = {}
    for row in reference.table("reporting_verbs", language):
        printed = reference.cells(row["forms"])
        cells = dict.fromkeys((*printed, *(form.replace("ß", "ss") for form in printed)))  # as Switzerland writes
        for form in cells:
            if language == "it":
                auxiliary = next((each for each in _AUXILIARIES if form.startswith(each)), "")
                forms.setdefault(form.removeprefix(auxiliary), []).append(("+" if auxiliary else "", row))
                continue
            head, _, rest = form.partition(" ")
            apart = not rest and any(" " in each for each in cells)
            participle = (head.startswith("ge") and not row["lemma"].startswith("ge")) or apart
            forms.setdefault(head, []).append(("+" if participle else rest, row))
            particle = rest.rpartition(" ")[2]
            if particle and row["lemma"].startswith(particle):
                forms.setdefault(particle + head, []).append(("wie", row))
    for found in forms.values():
        found.sort(key=lambda each: -len(each[0]))  # what needs most words comes first
    return PhraseFinder(forms), forms


def _german(text: Text) -> Iterator[Saying]:
    finder, forms = _table("de")
    for start, end, form in finder.find(text):
        auxiliary = _german_auxiliary(text, start, end)
        for rest, row in forms[form]:
            if auxiliary and (rest == "+" or form.endswith(("t", "en"))):
                yield Saying(
                    *auxiliary.span(), f"{auxiliary[0]} {form}", row, auxiliary[0].lower() in ("haben", "hatten")
                )
                break
            words = _rest(text, start, end, rest, row)
            if words is not None:
                yield Saying(start, end, f"{form} {words}".strip(), row, form.endswith("en"))
                break


def _german_auxiliary(text: Text, start: int, end: int) -> re.Match[str] | None:
    """Return the auxiliary of a participle that closes its clause: "hat … gefordert"."""
    if not re.match(_CLOSES, text[end:]):
        return None
    found = [match for match in _HAS.finditer(text, 0, start) if not re.search(r"[;:]", text[match.end() : start])]
    return found[-1] if found else None


def _rest(text: Text, start: int, end: int, rest: str, row: Row) -> str | None:
    """Return the words of a German verb that stand apart from it, "" where it needs none, or None where one is missing."""
    if not rest:
        return ""
    if rest == "+":
        return None
    if rest == "wie":
        return "" if _AS.search(text[:start]) else None
    last = rest.rpartition(" ")[2]
    if "sich" in rest.split() and not re.search(r"\bsich\b", text):
        return None
    if last == "sich":
        return rest
    if row["lemma"].startswith(last) or last in row["lemma"].split():
        return rest.replace("sich ", "") if re.search(rf"\b{last}\b{_CLOSES}", text[end:]) else None
    return "" if re.search(rf"\b(?:dar?)?{last}\b", text[end:]) else None


def _italian(text: Text) -> Iterator[Saying]:
    finder, forms = _table("it")
    for start, end, form in finder.find(text.small):
        auxiliary = _AUXILIARY.search(text, 0, start) if any(rest for rest, _ in forms[form]) else None
        plain = next((row for rest, row in forms[form] if not rest), None)
        compound = next((row for rest, row in forms[form] if rest), None)
        if auxiliary and compound and auxiliary.end() == start:
            plural = auxiliary["aux"].lower() in ("hanno", "avevano", "si sono", "si erano")
            yield Saying(auxiliary.start(), end, f"{auxiliary['aux']} {text[start:end]}", compound, plural)
        elif plain and not _DETERMINED.search(text[:start]):
            yield Saying(start, end, text[start:end], plain, form.endswith("no"))


def subject_of(text: Text, saying: Saying, subjects: Sequence[Subject], language: str) -> Subject | None:
    """Return who is the subject of a verb of saying, of those whom a sentence names, in order.

    Example:
        >>> text = Text("Zugleich lobte die Direktorin des Amtes, Ada Roe, das Modell von Bo Vik.")
        >>> roe, vik = Subject(41, 48, ()), Subject(66, 72, ())
        >>> subject_of(text, next(sayings(text, "de")), [roe, vik], "de") is roe
        True
    """
    several = [subject for subject in subjects if len(subject.persons) > 1 or subject.voice]
    fitting = several if saying.plural and language == "de" else subjects
    told = _SPOKEN.search(text[: saying.start])
    behind = _behind(text, saying, fitting, language)
    if told and behind:
        return behind
    return _before(text, saying, fitting, language) or behind


#: Direct speech right before a verb: its subject comes behind.
_SPOKEN = re.compile(r"[“”«»\"],?\s*$|^\s*$")


def _before(text: Text, saying: Saying, subjects: Sequence[Subject], language: str) -> Subject | None:
    for subject in reversed([subject for subject in subjects if subject.end <= saying.start]):
        gap = _BEFORE[language].fullmatch(text, subject.end, saying.start)
        lead = text[: subject.start]
        if gap and language == "de":
            clauses = list(_CLAUSE.finditer(lead))
            lead = _EVEN.sub("", lead[clauses[-1].end() :] if clauses else lead, count=1)
            first = re.match(r"[\w-]+", lead)
            gap = None if first and first[0].lower() in _NO_SUBJECT else gap
        if not gap:
            continue
        relative = language == "it" and gap["who"]
        if gap["comma"] == "," and not relative and ", " not in lead:
            continue  # the comma ends no apposition
        if relative or not _GOVERNED[language].search(lead):
            return subject
    return None


def _behind(text: Text, saying: Saying, subjects: Sequence[Subject], language: str) -> Subject | None:
    for subject in subjects:
        if subject.start < saying.end:
            continue
        gap = text[saying.end : subject.start]
        if _BEHIND[language].fullmatch(gap) and not _GOVERNED[language].search(gap):
            object_of = _is_object(text, saying, subject, gap) if language == "de" else _is_criticised(text, saying)
            return None if object_of else subject
    return None


#: Verbs whose object is a person in the dative, which a name does not show: "Die Opposition warf Roe vor".
_TO_PERSONS = frozenset(
    "vorwerfen widersprechen zustimmen danken beipflichten drohen antworten entgegnen erwidern raten vorrechnen".split()
)
#: Verbs whose object may as well be a person.
_AT_PERSONS = frozenset(
    """kritisieren loben attackieren verteidigen unterstützen rügen verurteilen begrüßen würdigen fragen rechtfertigen beschwichtigen nennen
    bezeichnen beschreiben""".split()
)
#: Behind a subject, the object: "warf Roe | der Opposition vor".
_OBJECT = languages.Patterns(de=r"\s+(?:de[rmn]|die|das|einem|einer|einen|ihm|ihr|ihnen|ihn|seine[mnr]|ihre[mnr])\b")
_NOUN_FIRST = languages.Patterns(de=r"(?:(?:Der|Die|Das|Ein|Eine)\s+)?(?:[a-zäöüß-]+\s+)*[A-ZÄÖÜ]")


def _is_object(text: Text, saying: Saying, subject: Subject, gap: str) -> bool:
    """Say whether somebody behind a German verb is whom it is said to or about: who says it stands before, if nobody known."""
    lemma = saying.row["lemma"]
    if lemma not in _TO_PERSONS and lemma not in _AT_PERSONS:
        return False
    lead = text[: saying.start].rstrip()
    clauses = list(_CLAUSE.finditer(lead))
    lead = _EVEN.sub("", lead[clauses[-1].end() :] if clauses else lead, count=1)
    first = re.match(r"[\w-]+", lead)
    if gap.strip() and not languages.posts("de").search(gap) and _can_act(gap.strip()):
        return True  # "hatte die Caritas Roe vorgeworfen"
    if not first or first[0].lower() in _NO_SUBJECT or lead.endswith(",") or _SPOKEN.search(lead):
        return False
    if (
        not _NOUN_FIRST["de"].match(lead)
        or _OBJECT["de"].match(text, subject.end)
        or _OBJECT["de"].match(f" {gap.strip()}")
    ):
        return False
    return lemma in _TO_PERSONS or _can_act(lead)


#: The subject right before an Italian verb, with an article or a name: "L'opposizione", "Ada Roe"; a clitic would take up an object.
_AGENT_FIRST = languages.Patterns(
    it=r"(?:(?:Il|Lo|La|I|Gli|Le|Un|Una|L')\s?(?!giorno|settimana|mese|anno|stess)[^\s,]+|[A-ZÀ-Þ][\w'-]+\s[A-ZÀ-Þ][\w'-]+)"
    r"(?:\s(?!lo\b|la\b|li\b|le\b|ne\b)[^\s,;:]+){0,5}\s$"
)


def _is_criticised(text: Text, saying: Saying) -> bool:
    """Say whether who stands behind an Italian verb is praised or criticised by the one before it."""
    clauses = list(_CLAUSE.finditer(text, 0, saying.start))
    begin = clauses[-1].end() if clauses else 0
    return (
        saying.row["kind"] in ("criticises", "praises")
        and _AGENT_FIRST["it"].match(text, begin, saying.start) is not None
    )


def _can_act(lead: str) -> bool:
    """Say whether the words before a German verb name somebody who can say something: a body, a post, a name of two words."""
    words = lead.split()
    named = words[1:] if words[0].lower() in ("der", "die", "das") else words
    name = " ".join(named)
    body = name in reference.body_forms() or name in reference.parties() or (named and named[-1].isupper())
    return bool(
        body
        or languages.body_noun(lead, "de")
        or languages.posts("de").search(lead)
        or (len(named) in (2, 3) and named == words and is_name(name) and not named[0].endswith(("e", "es", "en")))
    )


#: Who is greeted or thanked where nothing is said.
_COURTESY = re.compile(
    r"\b(?:Delegation|Gäst|Teilnehm|Anwesend|Publikum|Besucher|Organisator|Veranstalter|Gastgeber|partecipanti|presenti|ospiti|organizzatori|relatori)"
)


def is_courtesy(text: Text, saying: Saying) -> bool:
    """Say whether somebody only greets or thanks who is there."""
    return (
        saying.row["lemma"] in ("begrüßen", "danken", "sich bedanken", "ringraziare")
        and _COURTESY.search(text) is not None
    )


#: "Lo ha detto Roe", "Das sagte Roe": of what was said right before.
_SAID_SO = re.compile(r"(?:Lo|Così|È quanto|E' quanto|Das|Dies)\s")
_SPEECH_BEFORE = re.compile(r"(?:^|[–—-]\s)(?P<speech>[“„«\"]\s+[,.!?…]?[”“»\"])(?P<end>\.?)$")


def said_before(text: Text, before: str) -> tuple[int, int] | None:
    """Return where the direct speech begins and ends, counted back from the end of the sentence before, where this one only says whose it is.

    Args:
        text: the sentence.
        before: the one before, its quotations muted.

    Example:
        >>> said_before(Text("Lo ha detto Ada Roe."), "Graz (Ansa) - “        ”.")
        (11, 1)
    """
    found = _SPEECH_BEFORE.search(before) if _SAID_SO.match(text) else None
    return (len(before) - found.start("speech"), len(found["end"])) if found else None


def is_left_out(text: Text, saying: Saying) -> bool:
    """Say whether an Italian verb has no subject of its own, so that who spoke last goes on: "Il porto, ha aggiunto, è chiuso"."""
    inserted = _SET_OFF.search(text[: saying.start]) and _GOES_ON.match(text, saying.end)
    closing = _SPOKEN.search(text[: saying.start]) and _INSERTED.match(text, saying.end)
    opening = saying.start == 0 and (" " in saying.words or re.match(r"\s+che\b", text[saying.end :]))
    return bool(opening or inserted or closing)


_WHO = r"(?:(?:[^\s,;:“”„«»]+\s+){0,12}?(?:[^\s,;:“”„«»]+,\s+(?:[a-zà-ùäöü.]+\s+){0,2})?)"
_TO_WHOM = re.compile(_WHO)
#: "di", "dell'", "dal" before who says it.
_DI, _DA = (
    r"\s+(?:d(?:i|el|ella|ello|ei|egli)\s+|dell')",
    r"(?:\s+(?:anche|poi))?\s+(?:d(?:a|al|alla|allo|ai|agli|alle)\s+|dall')",
)
_ATTRIBUTED = languages.Patterns(
    de=(
        r"(?:(?<=[,“”«»\"–] )|(?<=^))(?P<so>so)\s+|\b(?:[Ll]aut|[Gg]emä(?:ß|ss)|(?:[Nn]ach (?:den )?(?:Angaben|Ansicht|Meinung|Auffassung|Worten|Einschätzung|Darstellung|Überzeugung|Informationen)|"
        r"[Aa]us (?:der )?Sicht)(?: von|(?=\s(?:der|des)\s))|hieß es (?:von|aus)|"
        r"(?:Kritik|Lob|Unterstützung|Zustimmung|Zuspruch|Widerspruch|Rückendeckung|Bedenken|Skepsis|Applaus) (?:kam|kamen|kommt|gab es)(?: (?:auch|dagegen|hingegen|indes|unterdessen))? "
        r"(?:von|vom|aus|bei|durch)(?=[^.!?]*:))\s+"
    ),
    it=(
        rf"\b(?:[Ss]econdo|[Ss]tando al?(?:la)?)\s+|\b[Aa]d?\s(?:detta|giudizio|parere|avviso){_DI}|(?:^|(?<=, ))(?P<so>[Pp]er)\s+|(?:^C|(?<=[,“”«»\"–-] )c)osì\s+|"
        r"\b[Cc]ome\s+(?:(?:poi|anche|già)\s+)?(?:ricordato|spiegato|sottolineato|riferito|precisato|evidenziato|annunciato|detto|affermato|dichiarato|ribadito|osservato|illustrato|confermato|chiarito)"
        rf"{_DA}|\b(?:[Ss]oddisfazione|[Cc]ritiche|[Pp]reoccupazione|[Aa]pprezzamento|[Pp]lauso|[Dd]ubbi|[Pp]erplessità|[Ss]ostegno)"
        rf"(?:\s+(?:è|sono)\s+(?:stat[aoie]\s+)?(?:espress|arrivat|giunt|manifestat)[aoie])?{_DA}|\b(?:è|[Qq]uest[oa])\s+(?:il\s+(?:commento|monito|parere|giudizio|messaggio|ragionamento)|"
        rf"la\s+(?:posizione|richiesta|replica|denuncia|convinzione|tesi)|l'(?:appello|auspicio|analisi|allarme|opinione|invito)){_DI}|\b[Ll]e parole{_DI}"
    ),
)
#: Behind a name: "Roe zufolge", "Roe, secondo cui".
_POSTPOSED = languages.Patterns(
    de=r"(?:\s*\([^()]{1,60}\))?(?:,?\s+)(?P<words>zufolge)\b",
    it=r"(?:\s*\([^()]{1,60}\))?(?:,\s+[^,;:“”«»\"]{3,90})?,\s+(?P<words>secondo|per)\s+(?:cui|il quale|la quale)\b",
)
_COLON = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:,\s(?:(?:der|die|il|la)\s)?(?P<post>[^:;.“”„«»\"]{3,160}))?:\s+(?:„[^„“]*“|“[^“”]*”|«[^«»]*»|\"[^\"]*\")\.?$"
)
#: No name follows by which a sentence would attribute itself: "Per il porto è intervenuta …", but "secondo quanto riferito dal …".
_ACTS = re.compile(r"\b(?:è|ha|hanno|sono)\b")
_AFTER_SO = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s*(?:[,.;:!?–—\"“”«»]|$|\s+(?:am|im|in|bei|beim|zum|zur|weiter|abschließend|gegenüber|nach|vor|auf|von|vom)\b)"
)


def attributed(text: Text, subjects: Sequence[Subject], language: str) -> tuple[Subject, str] | None:
    """Return to whom a sentence attributes itself without a verb, and the words: "so Roe", "laut Roe", "secondo Roe", "Roe zufolge", 'Roe: "…"'.

    Example:
        >>> attributed(Text("Das Amt sei, so Ada Roe, geschlossen."), [Subject(16, 23, ())], "de")[1]
        'so'
    """
    for subject in subjects:
        if behind := _POSTPOSED[language].match(text, subject.end):
            return subject, behind["words"]
        colon = _COLON.match(text, subject.end) if not subject.voice else None
        apposed = colon is not None and colon["post"] is not None
        if colon and (not apposed or languages.posts(language).match(text, colon.start("post"))):
            return subject, ""
    for match in _ATTRIBUTED[language].finditer(text):
        for subject in (subject for subject in subjects if subject.start >= match.end()):
            if not _TO_WHOM.fullmatch(text, match.end(), subject.start):
                break
            between = text[match.end() : subject.start]
            ends = not match["so"] or (_AFTER_SO.match(text, subject.end) and not _ACTS.search(between))
            if ends and (between.startswith("quanto ") or not _GOVERNED[language].search(between)):
                return subject, " ".join(match[0].split()[:2])
    return None


#: Between two of a list: "Roe und der Minister für Häfen, Bo Vik", "Ada Roe e la ministra Ana Ribeiro".
_AND = languages.Patterns(
    de=rf"(?:\s*\([^()]{{1,60}}\))?,?\s+(?:und|sowie|als auch|wie auch)\s+(?:auch\s+)?{_WHO}",
    it=rf"(?:\s*\([^()]{{1,60}}\))?,?\s+(?:e|ed|nonché|così come)\s+{_WHO}",
)


def joins(text: Text, first: Subject, second: Subject, language: str) -> bool:
    """Say whether two subjects are one: "Roe und Vik", "sowohl Roe als auch die Ministerin Ada Vik"."""
    between = text[first.end : second.start]
    return _AND[language].fullmatch(between) is not None and not _GOVERNED[language].search(between)


_VOICES = languages.Patterns(
    de=(
        r"\b(?:(?:[Mm]ehrere|[Vv]iele|[Ee]inige|[Zz]ahlreiche|[Mm]anche|[Aa]lle|[Dd]ie|[Dd]ie meisten|[Ee]ine?|[Bb]eide)\s+)(?:[a-zäöü]+en?\s+)?"
        r"(?:Redner|Teilnehmer|Delegierte|Delegation(?:en)?|Experten|Fachleute|Vertreter|Minister|Innenminister|Staaten|Diplomaten|Sprecher|Podiumsgäste)"
        r"(?:innen)?n?\b(?:\s+und\s+(?:Redner|Teilnehmer|Experten|Vertreter|Minister))?(?:\s+(?:der|des|von)\s+[A-ZÄÖÜ][\w-]+(?:\s+und\s+[A-ZÄÖÜ][\w-]+)?)?(?!\s+[A-ZÄÖÜ])"
    ),
    it=(
        r"\b(?:(?:[Dd]iversi|[Mm]olti|[Aa]lcuni|[Nn]umerosi|[Tt]utti i|[Ii]|[Gg]li|[Pp]iù d'un|[Uu]n|[Ll]a|[Uu]na)\s+(?:partecipanti|relatori|delegati|delegato|delegazione|"
        r"ministri|esperti|intervenuti|oratori|rappresentanti)|[Ff]onti\s+(?:diplomatiche|governative|vicine|europee|ministeriali))(?:\s+[a-zà-ù]+[aeio])?(?!\s+[A-ZÀ-ÞĀ-ɏ])"
    ),
)


#: Who has spoken is gone on about by a profession: "so die Gewerkschafterin".
_SAME_PERSON = re.compile(
    r"\b(?:so|sagte|betonte|erklärte|meinte|ergänzte|warnte|forderte)\s+(?P<who>der\s+(?!Sprecher|Vertreter)[A-ZÄÖÜ]\w+(?:er|ist|or|är|oge|chef|rat)|"
    r"die\s+(?!Sprecher|Vertreter)[A-ZÄÖÜ]\w+in)(?=[.,;:!?]|\s*$|\s+(?:am|weiter|abschließend)\b)"
)


#: "L'esponente della Giunta", "l'esponente dem", which is nobody's office.
_SAME_POLITICIAN = re.compile(
    r"\b(?P<who>[Ll]'esponente(?:\s(?:d[ei]l?(?:la)?\s)?[A-Za-zà-ù]+)?)(?=[.,;:!?]|\s+(?:ha|è|si|che)\b|\s*$)"
)


def gone_on_about(text: Text, language: str) -> tuple[int, int] | None:
    """Return the place of a profession by which a German sentence goes on about who spoke last.

    Example:
        >>> gone_on_about(Text("Das Amt sei zu, so die Lotsin."), "de")
        (19, 29)
    """
    found = (
        _SAME_PERSON.search(text) if language == "de" else _SAME_POLITICIAN.search(text) if language == "it" else None
    )
    return found.span("who") if found and not languages.body_noun(found["who"].split()[-1], language) else None


def voices(text: Text, language: str) -> Iterator[Subject]:
    """Yield the collective voices of a sentence: "mehrere Redner", "die türkische Delegation", "fonti diplomatiche".

    Example:
        >>> [voice.voice for voice in voices(Text("Mehrere Redner lobten das Modell."), "de")]
        ['Mehrere Redner']
    """
    for match in _VOICES[language].finditer(text):
        yield Subject(*match.span(), (), match[0])
