"""The bodies of a report: which forms name the same one, what it is, what it belongs to, where it is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain

from vmcgraph import reference
from vmcgraph.document import Span
from vmcgraph.extraction.acronyms import definitions, session_acronyms
from vmcgraph.extraction.bodynames import (
    adjective_of,
    country_in,
    names_country_service,
)
from vmcgraph.extraction.knowninstruments import known_forms
from vmcgraph.extraction.phrases import PhraseFinder
from vmcgraph.extraction.unknownbodies import parted, runs
from vmcgraph.model import Organisation
from vmcgraph.reference import BodyEntry, CountryEntry
from vmcgraph.spelling import fold, slug

_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Z]+)?|[a-z]{1,3}-[A-Z]{2,6}")
_ABROAD = re.compile(
    r"\b(?P<whose>[A-Z][a-z]+)\s+(?:trade\s+mission|embassy|consulate(?:\s+general)?|high\s+commission|cultural\s+institute|delegation)\s+(?:in|to)\s+(?P<city>[A-Z]\w+)"
)
_SMALL_MINISTRY = re.compile(
    r"\b(?P<whose>(?!The\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:['’]s?)?)\s+(?:(?:federal|social|foreign|home|public)\s+)?[a-z]+\s+ministry\b(?!\s+(?:official|spokes|source|building)s?)"
)
#: Bodies that call themselves the state's.
_STATE_BODY = re.compile(
    r"(?:State|Federal|National|Government) (?:[\w-]+ ){0,3}(?:Centre|Center|Agency|Service|Office|Commission|Directorate|Bureau|Authority|Board)\b(?! (?:Bank|Council))"
)
#: Before a body that something is only measured against.
_COMPARED = re.compile(r"\b(?:rather than|instead of|not|like an?|such an?)\s+(?:the\s+|an?\s+)?$")
_GENERIC = frozenset(
    "ministry government embassy parliament agency municipality university department council office authority".split()
)


@dataclass(slots=True, eq=False)
class Draft:
    """A body while the report is read: what is printed of it so far."""

    name: str
    entry: BodyEntry | None = None
    country: CountryEntry | None = None
    type: str | None = None
    parent: Draft | None = None
    forms: dict[str, None] = field(default_factory=dict)
    seats: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    settled: str = ""

    @property
    def id(self) -> str:
        """The reference name, else the printed one; a generic name such as Ministry of Justice takes its country along.

        Once rows refer to it, what is still learnt of the body must not change it: `Bodies.settle`.
        """
        if self.settled:
            return self.settled
        base = slug(self.entry.name if self.entry else self.name)
        own = self.country and fold(self.country.name) in fold(self.name)
        if self.entry is None and self.country and not own and self.generic:
            return f"organisation/{base}-{self.country.iso3.lower()}"
        return f"organisation/{base}"

    @property
    def generic(self) -> bool:
        """Say whether many countries have a body of this name."""
        return any(word in _GENERIC for word in fold(self.name).split()[:3]) and self.type in (
            "ministry",
            "government",
            "parliament/council",
        )


class Bodies:
    """All bodies that a report names, found by any of their printed forms."""

    def __init__(self, shown: str) -> None:
        self._by_key: dict[tuple[str, str], Draft] = {}
        self._drafts: list[Draft] = []
        self._by_form: defaultdict[str, list[Draft]] = defaultdict(list)
        self._aliases: dict[str, BodyEntry] = {}
        self._printed = " ".join(shown.split())
        self._acronyms = dict(session_acronyms(shown)) | dict(definitions(shown))
        self._events: set[str] = set()
        self._towns = dict(_datelines(shown))

    def known(self, form: str) -> bool:
        """Say whether a text is a form of a body, as general knowledge or this report has it."""
        return form in self._forms

    @cached_property
    def _forms(self) -> set[str]:
        return set(reference.body_forms()) | set(self._acronyms) | set(self._acronyms.values())

    def learn(self, form: str) -> None:
        """Take a form into the knowledge that this report gives."""
        self._forms.add(form)

    def is_event(self, *names: str) -> None:
        """Take in names of the conference itself: nobody's employer, though "Forum" may be one."""
        self._forms -= {name for name in names if name not in reference.body_forms()}
        self._events |= {fold(name) for name in names if name}

    def has_event(self, name: str) -> bool:
        """Say whether a name is the conference's own."""
        return fold(name) in self._events

    def forms(self) -> set[str]:
        """Return every form that is known to name a body."""
        return self._forms

    def define(self, acronym: str, name: str) -> None:
        """Take in that an acronym stands for a name."""
        entry = reference.body_forms().get(acronym)
        if entry:
            self._aliases[name] = entry
        self._acronyms.setdefault(acronym, name)
        self._forms |= {acronym, name}

    def named(
        self,
        name: str,
        *,
        country: CountryEntry | None = None,
        span: Span | None = None,
        type: str | None = None,
        acronym: str | None = None,
    ) -> Draft:
        """Return the body of a name, entering it if it is new.

        Args:
            name: as printed, without article and possessive.
            country: stated beside it.
            span: where it is named.
            type: what the place tells of its type.
            acronym: printed in brackets behind the name.
        """
        entry = self._entry(name) or reference.body_forms().get(acronym or "")
        adjective, printed = adjective_of(name), None
        if adjective:
            country, printed, name = country or adjective[0], name, adjective[1]
        country = country or country_in(name) or self._country_of_town(name)
        full = self._acronyms.get(name)
        if entry is None and full:
            entry = reference.body_forms().get(full)
        draft = self._find(name, full, entry, country)
        if draft is None:
            draft = Draft(full or name, entry, country, entry.type if entry else type or type_of(full or name))
            self._drafts.append(draft)
        draft.country = draft.country or country
        if (
            draft.country
            and draft.entry is None
            and name.startswith(("Department of ", "Department for "))
            and draft.type == "other"
        ):
            draft.type = "ministry"  # where ministries are called departments
        elif (
            draft.country and draft.entry is None and name.startswith(_DIRECTORATES) and draft.type == "EU institution"
        ):
            draft.type = "government"  # of a state, as some have them too
        for form in dict.fromkeys(form for form in (name, full, acronym, printed) if form):
            self.call(draft, form)
            self._by_key.setdefault((fold(form), draft.country.iso3 if draft.country and draft.generic else ""), draft)
        if span:
            draft.spans.append(span)
        return draft

    def _entry(self, name: str) -> BodyEntry | None:
        """Return the well-known body that a name means in this text."""
        bare = re.sub(r"^[Tt]he (?=[A-Z])", "", name)
        return (
            reference.body_forms().get(name)
            or reference.loud_bodies().get(name)
            or self._in_text(name, bare, f"the {bare}")
            or self._aliases.get(name)
        )

    def call(self, draft: Draft, form: str) -> None:
        """Enter a form under which a body is named."""
        draft.forms[form] = None
        called = self._by_form[fold(form)]
        if all(other is not draft for other in called):
            called.append(draft)

    def _in_text(self, *forms: str) -> BodyEntry | None:
        """Return the well-known body that the text names in full elsewhere, and here by one of some forms."""
        fitting = [entry for form in forms for entry in reference.bodies_in_text().get(form, ())]
        named = (draft.entry for draft in self._drafts) if fitting else ()
        return next((entry for entry in named if entry in fitting), None)

    def _country_of_town(self, name: str) -> CountryEntry | None:
        """A town's own bodies are of its country: "City of Vienna", "City Council of Vienna"."""
        town = r"(?:City|Town|Municipality|(?:City|Town) Council.*|.*Parliament) of (?P<city>[A-Z][\w -]+)$"
        match = re.match(town, name) if " of " in name else None
        return (self._towns.get(fold(match["city"])) or reference.country_of_city(match["city"])) if match else None

    def _find(self, name: str, full: str | None, entry: BodyEntry | None, country: CountryEntry | None) -> Draft | None:
        if entry:
            known = next((draft for draft in self._drafts if draft.entry is entry), None)
            twin = self._by_key.get((fold(name), country.iso3 if country else "")) or self._of_country(name)
            if known is None and twin is not None and twin.entry is None:
                twin.entry = entry
            return known or twin
        for form in (full, name):
            if not form:
                continue
            exact = self._by_key.get((fold(form), country.iso3 if country else ""))
            if exact:
                return exact
            same = self._by_form.get(fold(form), [])
            fitting = [draft for draft in same if not draft.generic or not country or draft.country in (None, country)]
            if fitting and (len(fitting) == 1 or country is None):
                return fitting[0] if not (country is None and len(fitting) > 1) else None
        return None

    def _of_country(self, name: str) -> Draft | None:
        """Return the body that stands elsewhere with its country beside it: "Ministry of Ports of Ghana" is Ghana's Ministry of Ports."""
        for match in re.finditer(r"\s+of\s+(?:the\s+)?(?=[A-ZÀ-ÞĀ-ɏ])", name):
            if country := reference.country_named(name[match.end() :]):
                return self._by_key.get((fold(name[: match.start()]), country.iso3))
        return None

    def __iter__(self) -> Iterator[Draft]:
        return iter(list(self._drafts))

    def settle(self) -> None:
        """Give each body the id by which rows refer to it, no two the same."""
        taken: set[str] = set()
        for draft in sorted(self._drafts, key=lambda draft: not draft.spans):
            identity = draft.id
            while identity in taken:
                identity += "-2"
            taken.add(identity)
            draft.settled = identity

    def rows(self) -> Iterator[Organisation]:
        """Yield a row for each body that is named somewhere."""
        for draft in self._drafts:
            if not draft.spans:
                continue
            forms = [form for form in draft.forms if form in self._printed] or list(draft.forms)
            alone = draft.country and len(self._by_form[fold(draft.name)]) == 1
            of_state = f"{draft.name} of "  # its country tells it from another of its name, where there is one
            name = best_name(draft, [form for form in forms if not (alone and form.startswith(of_state))] or forms)
            acronym = next((form for form in sorted(forms, key=len) if is_acronym(form)), None)
            yield Organisation(
                id=draft.id,
                name=name,
                aliases=tuple(sorted(form for form in forms if form != name and not form.endswith(")"))),
                acronym=acronym,
                type=draft.type,
                country=draft.country.id if draft.country else None,
                based_in=tuple(draft.seats),
                parent=draft.parent.id if draft.parent and draft.parent.spans and draft.parent is not draft else None,
                evidence=tuple(sorted(set(draft.spans))),
            )


def best_name(draft: Draft, forms: list[str]) -> str:
    """Return the fullest of a body's printed forms.

    Example:
        >>> best_name(Draft("QI"), ["QI", "Quay Institute", "Institute"])
        'Quay Institute'
    """
    if draft.entry and draft.entry.name in forms and not adjective_of(draft.entry.name):
        return draft.entry.name
    plain = [form for form in forms if not adjective_of(form) and not form.endswith(")")] or forms
    best = max(plain, key=lambda form: (not is_acronym(form), len(form), form))
    return draft.entry.name if draft.entry and best in reference.loud_bodies() else best


def _datelines(shown: str) -> Iterator[tuple[str, CountryEntry]]:
    """Yield the towns that datelines of news place in a country: "QUAYTOWN, Austria, 3 May 2031 – "."""
    for match in re.finditer(
        r"^\W*([A-ZÀ-ÞĀ-ɏ][\w' -]{1,40}), ([A-ZÀ-ÞĀ-ɏ][\w' ]{2,30}?)(?:,| \().{0,40}?\s?[–—-]", shown, re.MULTILINE
    ):
        country = reference.country_named(match[2])
        if country:
            yield fold(match[1]), country


def is_acronym(form: str) -> bool:
    """Say whether a form is an acronym.

    Example:
        >>> is_acronym("ICMPD"), is_acronym("eu-LISA"), is_acronym("Frontex")
        (True, True, False)
    """
    return (
        len(form) <= 12
        and re.fullmatch(rf"(?:{_ACRONYM.pattern})(?: [A-Z][a-z]+)?|[A-Z]{{2,}}(?: [A-Z]{{2,}})?", form) is not None
    )


def _is_office(name: str) -> bool:
    """Say whether a unit is one that acts under a name of its own: an office, bureau, department, mission, directorate."""
    head = fold(re.split(r"\s+(?:of|for)\s+", name)[0]).split()
    return (
        bool(head)
        and bool(
            {head[0], head[-1]}
            & {"office", "bureau", "department", "mission", "directorate", "division", "secretariat", "committee"}
        )
    ) or name.startswith(("Directorate-General", "DG ", "Generaldirektion", "Direzione generale"))


#: What parts of the Commission are called, and of some ministries.
_DIRECTORATES = ("Directorate-General ", "Directorate General ")


def is_own_body(name: str, outer: Draft | None) -> bool:
    """Say whether a unit counts as a body of its own: a listed body, or an office unless it is a university's.

    Example:
        >>> is_own_body("Office for Ports", None), is_own_body("Ports Unit", None)
        (True, False)
        >>> is_own_body("Office for Ports", Draft("University of Quay", type="university"))
        False
    """
    office = _is_office(name) and (outer is None or outer.type != "university")
    return office or name in reference.body_forms()


def type_of(name: str) -> str:
    """Return the type of a body that its name tells: ministry, university, company …

    Example:
        >>> type_of("Federal Ministry of Labour"), type_of("University of Graz"), type_of("Placewise GmbH")
        ('ministry', 'university', 'company')
    """
    return _type_by_wording(name) or _type_by_noun(name)


def _type_by_wording(name: str) -> str | None:
    """Return the type that more of a name than one noun tells: "Statistics Norway", "Dock Workers' Union"."""
    words = fold(name).split()
    if re.search(r"\b(?:Parliament|(?:City|Town|County|Municipal|District) Council)\b", name):
        return "parliament/council"
    legal = reference.body_nouns().get(words[-1]) if words else None
    if legal and legal.type == "company" and legal.strong:
        return "company"
    if words[:2] == ["city", "of"] or words[:2] in (["town", "of"], ["municipality", "of"]):
        return "government"
    if re.match(r"(?:\w+ ){0,2}(?:Centre|Center|Zentrum|Centro) (?:for|on|für|per) ", name):
        return "think tank"
    if names_country_service(name) or re.match(r"Statistics [A-Z]", name) or _STATE_BODY.match(name):
        return "government"
    if re.match(
        r"\w+ (?:\w+ )?(?:Office|Agency|Service|Directorate|Board|Authority|Inspectorate)\b", name
    ) and country_in(name):
        return "government"
    if re.match(r"(?:[\w-]+ )?Directorate (?:of|for) |(?:State|Federal) (?:[\w-]+ ){1,3}Fund$", name):
        return "government"
    if re.match(r"Intergovernmental ", name):
        return "international organisation"
    if re.search(r"(?:\w[s'’]|\b(?:Workers|Trade|Labou?r))['’]? Union\b", name) and "European" not in name:
        return "NGO"
    if _ABROAD.fullmatch(name):
        return "government"
    if re.search(r"\b(?:Experts?|Working|Contact|Advisory|Study|Focal) Group$", name):
        return "other"
    if re.search(
        r"\b(?:Courier|Weekly|Post|Times|Herald|Gazette|Tribune|Chronicle|Zeitung|Daily|Magazine)$|\b(?:A/S|AS|ASA|AB|Oyj?|ApS|SA|SpA|S\.A\.|SL|S\.L\.|BV|B\.V\.|N\.V\.|Inc\.?|LLC|Corp\.?)$",
        name,
    ):
        return "company"
    return None


def _type_by_noun(name: str) -> str:
    """Return the type of the noun that counts most: one of the head before one behind it, a strong one before a weak one."""
    nouns = reference.body_nouns()
    words = fold(name).split()
    head = fold(re.split(r"\s+(?:of|for|on|in|der|des|für|di)\s+|,", name, maxsplit=1)[0]).split()
    for pool in (head, words):
        for strong in (True, False):
            for size in (3, 2, 1):
                for start in range(len(pool) - size, -1, -1):
                    noun = nouns.get(" ".join(pool[start : start + size]))
                    if noun and noun.strong is strong:
                        return _department(noun.type, name)
    return "other"


def _department(found: str, name: str) -> str:
    """In the English of some states a Department is a ministry."""
    if re.match(
        r"(?:(?:U\.?S\.?|United States|Federal|State)\s+)?Department (?:of|for) (?:Justice|State|Labou?r|Foreign|Home|Health|Education|Social|Finance|Employment|the Interior|Interior|Defen[cs]e|Homeland|Migrant)",
        name,
    ):
        return "ministry"
    return found


@cache
def well_known() -> PhraseFinder:
    """Return a finder of the bodies that the field knows, by all their forms.

    Example:
        >>> [form for *_, form in well_known().find("What Frontex and the Quay Institute said")]
        ['Frontex']
    """
    return PhraseFinder(form for form in (*reference.body_forms(), *reference.loud_bodies()) if len(form) > 1)


def finder(bodies: Bodies) -> PhraseFinder:
    """Return a finder of all forms by which a report can name bodies it knows.

    Example:
        >>> bodies = Bodies("")
        >>> body = bodies.named("Quay Institute")
        >>> [form for *_, form in finder(bodies).find("What Frontex and the Quay Institute said")]
        ['Frontex', 'Quay Institute']
    """
    safe_here = (
        form
        for draft in bodies
        if draft.entry
        for form in draft.entry.text_forms
        if form[0].isupper() or form.startswith("the ")
    )
    own = (*(bodies.forms() - reference.body_forms().keys()), *(form for draft in bodies for form in draft.forms))
    return PhraseFinder((form for form in (*own, *safe_here) if len(form) > 1), besides=well_known())


#: The name of a meeting that is a body's too, as its minutes print it.
_HOUSES = ("parliamentary assembly", "parliamentary union")


def discover(shown: str, start: int, end: int, bodies: Bodies) -> Iterator[tuple[int, int, str, CountryEntry | None]]:
    """Yield bodies that nobody knows by name, known by their nouns: "Overseas Employment Corporation", "Ministry of Ports".

    Args:
        shown: the plain text.
        start: of the stretch to look at.
        end: of the stretch to look at.
        bodies: that the report is known to name, and the names of the conference itself.

    Yields:
        Where it is named, its name without article and owner, and its country, if its name or owner tells it.

    Example:
        >>> text = "It was up to Malta's Ministry of Ports."
        >>> [(name, country.iso3) for *_, name, country in discover(text, 0, len(text), Bodies(text)) if country]
        [('Ministry of Ports', 'MLT')]
    """
    for first, last in runs(shown, start, end):
        owned = parted(" ".join(shown[first:last].split()))
        name = owned.name
        single = len(fold(name).split()) < 2
        if (single and not _by(shown, first)) or bodies.known(name) or reference.country_named(name):
            continue
        if bodies.has_event(name) and not fold(name).endswith(_HOUSES):
            continue
        sure = not single and (owned.is_body() or (owned.may_be_body() and _acts(shown, first, last)))
        if not sure and not _only_acts(shown, first, last):
            continue
        name, country = owned.of_state()
        at = shown.find(name.split()[0], first, last)
        if not _COMPARED.search(shown[max(start, at - 25) : at]):
            yield at, last, name, country or country_in(name)


#: What is done by somebody, and what only a body does or is.
_DONE_BY = re.compile(
    r"\b(?:(?:co-)?(?:hosted|organi[sz]ed|convened|funded|financed|sponsored|chaired|founded)|run|implemented|carried\s+out|supported|managed|operated)\s+(?:jointly\s+)?by\s+(?:the\s+)?$"
)
_DOES = re.compile(
    r"(?:\s+\([A-Z][\w-]+\))?\s+(?:(?:kindly|also|jointly)\s+)?(?:hosts|hosted|co-hosted|organi[sz]es|organi[sz]ed|convened|runs|finances|financed|funds|funded|(?:is|was)\s+an?\s+(?:\w+\s+)?member\s+of)\b"
)


#: What is done by bodies and states, with another of them before, and what may follow them: "run by the Port and TERN in".
_BY_BODIES = re.compile(
    r"\b(?:(?:co-)?(?:hosted|organi[sz]ed|convened|financed)|implemented|carried\s+out|operated|run)\s+(?:jointly\s+)?by\s+"
    r"(?:(?:the\s+)?(?:[A-Z][\w-]*\s+){1,4}and\s+)?(?P<the>the\s+)?$"
)
_ENDS = re.compile(r"\s*(?:$|[.,;)]|\s(?:and|in|with|at|under|from|on|as|for|together|jointly|since)\s)")
_CALLED_BY_LETTERS = re.compile(r"[A-Z]{4,6}")


def _by(shown: str, first: int) -> bool:
    """Say whether "by" or "and", maybe with an article, stands before a name."""
    before = shown[max(0, first - 8) : first].rstrip()
    return before.removesuffix("the").rstrip().endswith((" by", " and"))


def _only_acts(shown: str, first: int, last: int) -> bool:
    """Say whether a name without a noun stands where only a body can: "hosted by the Meridian", "run by Caritas and TERN".

    What a text prints so but once may be a word that it stresses, or a figure of speech: "carried out by HAND".
    """
    by = _BY_BODIES.search(shown, max(0, first - 60), first) if _by(shown, first) else None
    if not by or not _ENDS.match(shown, last) or shown.count(shown[first:last]) < 2:
        return False
    words = shown[first:last].split()
    known = known_forms().get(" ".join(words)) or any(
        fold(word) in reference.common_words()
        or reference.country_of_adjective(word)
        or reference.country_of_city(word)
        for word in words
    )
    letters = len(words) == 1 and _CALLED_BY_LETTERS.fullmatch(words[0]) is not None
    return not known and (letters or (by["the"] is not None and len(words) < 3 and words[0].isalpha()))


def _acts(shown: str, first: int, last: int) -> bool:
    """Say whether the words around a name tell it to be one that acts: "hosted by the Quay Library", "the Quay Clinic is a member of"."""
    return _DONE_BY.search(shown, max(0, first - 40), first) is not None or _DOES.match(shown, last) is not None


def small_bodies(shown: str, start: int, end: int) -> Iterator[tuple[int, int, str, CountryEntry]]:
    """Yield a country's missions and ministries that the text writes small: "Malta's interior ministry".

    Example:
        >>> text = "She met the Danish trade mission in Lagos."
        >>> [(name, country.iso3) for *_, name, country in small_bodies(text, 0, len(text))]
        [('Danish trade mission in Lagos', 'DNK')]
    """
    ministries = _SMALL_MINISTRY.finditer(shown, start, end) if shown.find(" ministry", start, end) >= 0 else ()
    for match in chain(_ABROAD.finditer(shown, start, end), ministries):
        whose = re.sub(r"['’]s?$", "", match["whose"])
        country = reference.country_of_adjective(whose) or reference.country_named(whose)
        if country:
            yield match.start(), match.end(), " ".join(match[0].split()), country
