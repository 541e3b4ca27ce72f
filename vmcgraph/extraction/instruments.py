"""The policy instruments of a report: well-known ones by name, others by the way texts name such things.

Known instruments come from data/reference; unknown ones are discovered by their head noun (Platform, Process, Declaration …), by
a definition ("the Safe Passage Desks (SPDs)"), by a title in quotation marks, or by the parties that an agreement is between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain

from vmcgraph import reference
from vmcgraph.extraction.deals import Deal, Party, find_deals, find_declared, parties_in
from vmcgraph.extraction.eventname import meeting_noun, process_of, sort_of_meeting
from vmcgraph.extraction.foreigninstruments import (
    described,
    foreign_deals,
    is_compound,
    named_instruments,
    type_of,
)
from vmcgraph.extraction.instrumentnames import bare, headed, lower_nouns, ordinary, spelled
from vmcgraph.extraction.knowninstruments import elliptic, known_finder, known_forms, namesake_places, short_forms
from vmcgraph.extraction.namings import (
    AT_FIRST,
    CALLED,
    CENTRES,
    COINED,
    DEFINED,
    EXPLAINED,
    HEADS,
    HOLDS,
    INCLUDED,
    KIND_BEFORE,
    KIND_BEHIND,
    MADE_UP,
    NAMED,
    NUMBERED,
    OPERATION,
    PAID,
    PAIRED,
    PAPER,
    PROPOSED,
    REPORT_BY,
    REPORT_OF,
    RESOLUTION,
    RUN,
    RUN_IN,
    RUNS,
    SERVICES,
    SET_OFF,
    TABLED,
    TITLED,
    TOLD_OF,
)
from vmcgraph.extraction.phrases import PhraseFinder, Text, matches_near
from vmcgraph.extraction.signings import find_signings
from vmcgraph.extraction.statuses import status_at
from vmcgraph.programme import heading_kind
from vmcgraph.reference import CountryEntry, Row
from vmcgraph.spelling import fold, slug

#: What leads from the name of an instrument to its owner.
_OF = re.compile(r"\s+(?:of|by|at)\s+(?:the\s+)?$")
_APPOSITION = re.compile(
    r"(?:\s*\([^()]*\))?,\s+an?\s+(?:[\w-]+\s+){0,3}?(?P<noun>[a-z]+)(?=[,.]|\s+(?:of|for|that|which|by|to|with|run|funded|financed)\b)"
)
#: Before a text that is not agreed yet, and behind one that is called by its parties.
_DRAFT = re.compile(r"\bdraft\s+$")
_BETWEEN = re.compile(r"\s+(?:between|with)\s")
_IN_BRACKETS = re.compile(r"\s+\([A-Z]+\)")
#: What two places or towns have agreed is no treaty, whatever it is called.
_PACT_TYPES = {
    "process": "process/dialogue",
    "dialogue": "process/dialogue",
    "compact": "compact",
    "charter": "policy framework",
}
#: Names that need no noun, and how far around what is told of it a name and the words for it stand, in characters.
_TOLD, _NAMED, _OUT = (PAID, TABLED, RUN, RUNS), 130, 12
#: In characters, the head of a text, which says what it is about.
_HEAD = 600
#: Types of what people come together for.
_MEETINGS = frozenset({"conference", "platform", "programme", "report"})
#: Acronyms that are words as well; three letters may mean anything.
_WORDS = frozenset({"AIDA", "GRID", "IRIS", "PALM"})
#: Nouns that go back to an instrument of whatever type.
_ANY_INSTRUMENT = frozenset({"initiative", "framework"})
#: What follows a short form when it is the beginning of a longer name: "the Partnership Framework", "the Pact for Skills".
#: What stands before the noun of the meeting that the text is about: "the", "dieses", "alla".
_THE = re.compile(
    r"\b(?:[Tt]h(?:e|is)|[Oo]ur|[Dd](?:ie|er|as|es|em|en|ies\w+)|(?:[Ii]|[Aa])[mn]s?|[Bb]eim|[Zz]u[mr]|[Vv]om|[Ii]l|[Ll]a|[Ll]o|(?:d|n|a|su)?e?l(?:la)?|quest[oa])\s+(?:[a-zà-ÿ-]+\s+)?$|\b(?:[Ll]|[Dd]ell|[Aa]ll|[Nn]ell)['’]$"
)
_GOES_ON = re.compile(r"\s+(?:(?:of|for|on)\s+(?:the\s+)?)?[A-Z]")
#: A capital at the beginning of a sentence says nothing: "Partnerships with towns help".
_SENTENCE = re.compile(r"[.!?:]['”\"]?\s+$|[“\"]$")
#: What stands before a name that is printed whole: "the recast Ports Directive"; and whose a well-known one is.
_REVISED = re.compile(r"^(?:proposed|proposal for an?|draft|recast|revised|amended)\s+")
_WHOSE = re.compile(r"^[A-ZÀ-ÞĀ-ɏ][\w -]*['’]s?\s+")
#: The year of a law or treaty behind its name: "Ports Act, 2031", "Ports Convention, 1952 (No. 102)".
_ENACTED = re.compile(r",\s+(?:19|20)\d\d(?:\s+\(No\.\s?\d+\))?(?=[.,;:)]|$)")
#: "Harbour Declaration of March 2031" is the Harbour Declaration.
_OF_A_DATE = re.compile(r"\s+of\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d$")
#: With which German and Italian sentences begin before a name.
_ARTICLE = re.compile(r"^(?:(?:La|Il|Lo|I|Le|Gli|Die|Der|Das|Dem|Den|Des)\s+|L['’])")


@dataclass(slots=True, eq=False)
class Draft:
    """An instrument while the report is read.

    Args:
        row: of the reference table, when the instrument is well known.
        forms: as printed.
        parties: countries, and names of bodies, that are party to it or own it.
        places: start and end of each place that names it.
        deals: the places that describe it as an agreement between parties.
        called: the text says what it is behind its name, which is then called so where it never stands alone.
    """

    name: str
    type: str
    row: Row | None = None
    forms: dict[str, None] = field(default_factory=dict)
    parties: dict[CountryEntry | str, None] = field(default_factory=dict)
    places: set[tuple[int, int]] = field(default_factory=set)
    deals: list[Deal] = field(default_factory=list)
    called: bool = False

    @property
    def id(self) -> str:
        """The reference name, else the printed one."""
        return f"instrument/{slug(self.row['name'] if self.row else self.name)}"

    @property
    def model(self) -> bool:
        """Say whether it is an idea of policy, which is written small: "return hubs"."""
        return self.type == "policy framework" and (self.row["name"] if self.row else self.name)[0].islower()

    def is_called(self, noun: str) -> bool:
        """Say whether a noun in small letters can go back to it: "the pact", "this initiative"."""
        same = lower_nouns()[noun] == self.type and self.type != "law"
        return same or noun in _ANY_INSTRUMENT or noun.rstrip("s") in self.name.lower().split()


class Instruments:
    """All instruments that a report names, found by any of their forms.

    Args:
        flat: the plain text, line ends as blanks.
        stretches: start and end of each block of running text, in order.
        lines: the same, of a heading its lines: each names things of its own.
        bodies: finds the bodies of the report; their names are no instruments.
        parties: the countries and unions that the text names, in order.
        language: of the text.
        holders: where it names office holders, with the countries for which they sign.
    """

    def __init__(
        self,
        flat: str,
        stretches: Sequence[tuple[int, int]],
        lines: Sequence[tuple[int, int]],
        bodies: PhraseFinder,
        parties: Sequence[Party],
        language: str = "en",
        holders: Sequence[Party] = (),
    ) -> None:
        self._language, self._holders = language, holders
        self._lines = lines
        self._flat, self._stretches, self._bodies, self._parties = Text.of(flat), stretches, bodies, parties
        self._holding = {pattern: self._flat.stretches_with(lines, *words) for pattern, words in HOLDS.items()}
        self._drafts: dict[str, Draft] = {}
        self._by_form: dict[str, Draft] = {}
        self._subject = ""  # the process or treaty that the text is called after
        self._wholes: list[Draft] = []  # the process whose meeting the text is about
        self._events: list[Draft] = []  # the conference that the text is about: this meeting, the series, the year's

    def __iter__(self) -> Iterator[Draft]:
        return (draft for draft in self._drafts.values() if draft.places)

    def about(self, name: str, forms: Iterable[str], parties: Iterable[str] = (), *, numbered: bool = False) -> None:
        """Enter a conference that the report is about, under all its forms, with those who hold it.

        A text about a treaty or a process is called after it; these stay what their noun says, but what the text numbers
        is a meeting: "the sixth Harbour Dialogue".
        """
        if self._language != "en":
            name = _ARTICLE.sub("", name)
            if " " not in name and "-" not in name:
                return  # "La Conferenza" is the name of none
        found = headed(sort_of_meeting(name))
        if found and found[1] not in _MEETINGS and not numbered:
            self._subject = fold(name)
            return
        draft = self.meeting(name, forms)
        draft.parties |= dict.fromkeys(parties)
        self._events.append(draft)
        process = headed(process_of(name), defined=True)
        if process and (process[1] == "process/dialogue" or "Forum" in process[0].split()):
            self._wholes.append(self._enter(*process))

    def meeting(self, name: str, forms: Iterable[str]) -> Draft:
        """Enter a meeting under all its forms, and return it."""
        return self._enter(name, "conference", *forms)

    @property
    def event(self) -> Draft | None:
        """The conference that the text is about, as one meeting where the text tells it from others of its series."""
        return next((draft for draft in self._events if draft.places), None)

    @property
    def subject(self) -> Draft | None:
        """The process or treaty that the text is called after."""
        called = (draft for draft in self if f"{self._subject} in ".startswith(f"{fold(draft.name)} in "))
        return max(called, key=lambda draft: len(draft.name), default=None) if self._subject else None

    @cached_property
    def process(self) -> Draft | None:
        """The process whose meeting the text is about: of those that its head names the one that it names most."""
        ahead = [draft for draft in self if draft.type == "process/dialogue" and min(draft.places)[0] < _HEAD]
        return max(ahead, key=lambda draft: (len(draft.places), -min(draft.places)[0]), default=None)

    def read(self, printed: tuple[int, int] | None = None) -> None:
        """Find the instruments: known ones, defined ones, ones by their noun, agreements by their parties; then every place.

        `printed` is where the head of the text prints the conference that it is about, in case its prose never does.
        """
        self._known()
        deals = [deal for start, end in self._stretches for deal in self._deals(start, end)]
        for deal in sorted(deals, key=lambda deal: not deal.printed):
            self._enter_deal(deal)
        for deal in find_declared(self._flat, self._lines, self._parties) if self._language == "en" else ():
            self._enter_deal(deal)
        self._short_deals()
        # "EU Pact" is no other instrument where the Pact is named in full
        short = (
            form
            for draft in self._drafts.values()
            for form in short_forms(draft.name, draft.type, draft.row)
            if " " in form
        )
        known = PhraseFinder([*self._by_form, *short])
        for start, end in self._lines:
            if self._language != "en":
                self._foreign(start, end, known)
                continue
            self._titled(start, end)
            self._discover(start, end, known)
            self._elliptic(start, end)
        self._everywhere()
        for whole in self._wholes:
            self._inside(whole)
        series = self._by_form.get(self._flat[slice(*printed)]) if printed else None
        if printed and series in self._events and not self.event:
            series.places.add(printed)
            series.forms[self._flat[slice(*printed)]] = None
        self._signings()
        self._short_forms()
        for draft in self:
            if not draft.row and not draft.deals:
                draft.type = self._explained(draft) or draft.type
            if draft.forms and draft.name not in draft.forms and (draft.row or draft.called):
                name = max(
                    draft.forms, key=lambda form: (" " in form, "(" not in form, form[0].isupper(), len(form), form)
                )
                owned = _WHOSE.sub("", name)
                draft.name = owned if draft.row and owned == draft.row["name"] else _REVISED.sub("", name)

    def _deals(self, start: int, end: int) -> Iterator[Deal]:
        if self._language == "en":
            return find_deals(self._flat, start, end, self._parties)
        return foreign_deals(self._flat, start, end, self._language, self._parties)

    def _signings(self) -> None:
        """Enter who signs an agreement for a country; one without a name is called after them."""
        for first, last in self._stretches if self._holders else ():
            for signing in find_signings(self._flat, first, last, self._language, self._holders):
                name = described(signing.noun, signing.parties, self._language)
                type_ = type_of(signing.noun, self._language) or "agreement"
                deal = Deal(name, False, type_, signing.parties, signing.start, signing.end)
                named = (
                    draft for draft in self if any(one <= signing.start < two for one, two in sorted(draft.places))
                )
                if draft := next(named, None):
                    draft.parties |= dict.fromkeys(party.thing for party in signing.parties)
                    draft.deals.append(deal)
                else:
                    self._enter_deal(deal)

    def _short_deals(self) -> None:
        """Enter the German compound that heads the name of one agreement only as a form of it: "die Mobilitätspartnerschaft"."""
        heads: dict[str, list[Draft]] = {}
        for draft in (draft for draft in self._drafts.values() if draft.deals and self._language == "de"):
            heads.setdefault(draft.name.split()[0], []).append(draft)
        for head, drafts in heads.items():
            if len(drafts) == 1 and is_compound(head):
                self._by_form.setdefault(head, drafts[0])

    def _foreign(self, start: int, end: int, known: PhraseFinder) -> None:
        """Enter what German or Italian prose names by a noun, where that is no part of a body or known instrument."""
        taken = [
            (first, last) for finder in (known, self._bodies) for first, last, _ in finder.find(self._flat, start, end)
        ]
        for named in named_instruments(self._flat, start, end, self._language, taken):
            draft = self._enter(named.name, named.type, *(form for form in named.forms if form not in self._by_form))
            draft.places.add((named.start, named.end))
            draft.forms[named.forms[0]] = None

    def _enter(self, name: str, type: str, *forms: str, row: Row | None = None) -> Draft:
        dated = self._by_form.get(_OF_A_DATE.sub("", name)) if _OF_A_DATE.search(name) else None
        draft = dated or self._drafts.setdefault(fold(name), Draft(name, type, row))
        for form in (name, *forms):
            self._by_form.setdefault(form, draft)
        return draft

    # ------------------------------------------------------------ well-known ones

    def _known(self) -> None:
        """Enter the well-known ones; a short acronym alone may mean something else, and small letters are words until the name is printed."""
        forms = known_forms()
        printed = {form for start, end in self._stretches for _, _, form in known_finder().find(self._flat, start, end)}
        spelled = {forms[form]["name"] for form in printed if " " in form or (len(form) > 3 and form not in _WORDS)}
        capital = {forms[form]["name"] for form in printed if form.rsplit(" ", 1)[-1][0].isupper()}
        for form in sorted(printed):
            row = forms[form]
            listed = " " in form and form in reference.cells(row["aliases"])
            listed |= form.split()[0] in namesake_places() and row["name"].startswith(
                form.split()[0]
            )  # "the Rabat process"
            listed |= self._language != "en" and " " in form
            sure = listed or row["name"] in capital or row["name"][0].islower() or form.count(" ") > 1
            if row["name"] in spelled and sure:
                self._enter(row["name"], row["type"], form, row=row)

    # ------------------------------------------------------------ others

    def _matches(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        return pattern.finditer(self._flat, start, end) if (start, end) in self._holding[pattern] else iter(())

    def _titled(self, start: int, end: int) -> None:
        """Enter what a text introduces by a title, as a coined word, or as somebody's report."""
        for match in self._matches(COINED, start, end):
            self._enter(match["name"], "programme", " ".join(match[0].split()))
        for match in self._matches(RESOLUTION, start, end):
            printed = " ".join(match[0].split())
            self._enter(_IN_BRACKETS.sub("", printed), "policy framework", printed, " ".join(match["short"].split()))
        for match in self._matches(PAPER, start, end):
            symbol = f"draft {match['draft'].split()[1]} {match['symbol']}" if match["draft"] else ""
            draft = self._enter(symbol or match["zero"] or match[0], "proposal", match["zero"] or match[0])
            draft.places.add(match.span("zero") if match["zero"] else match.span())
        for match in self._matches(OPERATION, start, end):
            self._enter(" ".join(match[0].split()), "programme")
        for match in self._matches(NUMBERED, start, end):
            soft = not match["noun"] or match["noun"].startswith("General ")
            self._enter(" ".join(match[0].split()), "policy framework" if soft else "law")
        for match in self._matches(CENTRES, start, end):
            self._enter(" ".join(match[0].split()), "centre/hub")
        for match in self._matches(REPORT_OF, start, end):
            self._enter(" ".join(match[0].split()), "report", f"{match['who'].split()[-1]}'s report")
        for match in self._matches(REPORT_BY, start, end):
            draft = self._enter(f"{match['short'] or match['who']} report", "report")
            draft.places.add(match.span())
            draft.parties[match["who"]] = None
        for match in (*self._matches(TITLED, start, end), *self._matches(CALLED, start, end)):
            type_, _ = reference.instrument_nouns().get(match["noun"].capitalize(), ("strategy", True))
            self._enter(" ".join(match["name"].split()), type_)

    def _discover(self, start: int, end: int, known: PhraseFinder) -> None:
        """Enter what is named with the noun of an instrument, where that noun is not part of a body or known instrument."""

        @cache
        def taken() -> list[tuple[int, int]]:
            finders = (known, self._bodies)
            return [(first, last) for finder in finders for first, last, _ in finder.find(self._flat, start, end)]

        def free(match: re.Match[str], part: str | int, *, defined: bool = False) -> tuple[str, str] | None:
            explained = self._type_behind(match.end()) if defined else None
            words, last = match[part], match.end(part)
            words = spelled(words, match["acronym"]) if defined else words
            ahead = last - len(words) if defined else 0  # "the Third Forum of the Harbour Process (HP)"
            inside = [first for first, stop in taken() if first < last <= stop and first >= ahead]
            owner = (
                _OF.search(words[: min(inside) - match.start(part)]) if inside and min(inside) > match.start() else None
            )
            if inside and not owner:
                return None
            short = words[: owner.start()] if owner else words  # "the Harbour Fund of the Nordic Council"
            found = headed(short, defined=defined) or ((bare(short), explained) if explained else None)
            meeting = owner and found and found[1] == "conference"  # "the Third Conference of the Quay Network"
            return headed(words, defined=defined) if meeting else found

        for match in DEFINED.finditer(self._flat, start, end) if "(" in self._flat[start:end] else ():
            if found := free(match, "name", defined=True):
                self._by_form.setdefault(match["acronym"], self._enter(*found))
        for match in NAMED.finditer(self._flat, start, end):
            found = free(match, 0)
            described = found and found[0].startswith("Memorandum of ") and _BETWEEN.match(self._flat, match.end(), end)
            if found and " " in found[0] and not described:  # a deal that its parties name
                open_ = found[1] != "treaty" and _DRAFT.search(
                    self._flat, max(start, match.start() - 10), match.start()
                )
                enacted = _ENACTED.match(self._flat, match.end(), end) if found[1] in ("law", "treaty") else None
                whole = found[0] + enacted[0] if enacted else found[0]
                self._enter(whole, "proposal" if open_ else found[1], found[0])

        @cache
        def settled() -> list[tuple[int, int]]:
            return [*taken(), *((party.start, party.end) for party in parties_in(self._parties, start, end))]

        self._told_by_kind(start, end, settled)

    def _told_by_kind(self, start: int, end: int, taken: Callable[[], list[tuple[int, int]]]) -> None:
        """Enter what the words beside a name tell to be an instrument; `taken` are the places of all that is known already."""
        countries = cache(lambda: {(party.start, party.end) for party in parties_in(self._parties, start, end)})
        for match in self._explained_names(start, end):
            name = bare(match["name"])
            owned = match[0][0] not in "'’" or any(last == match.start() for _, last in taken())
            single = match.re is KIND_BEHIND and owned and (name.isupper() or not ordinary(name, self._flat))
            single |= match.re in (RUN_IN, EXPLAINED)
            if (" " in name or single) and _free(match, taken(), countries()):
                noun = match["noun"] or match[match.lastgroup or "noun"]
                whole = f"{name} {noun}"
                behind = match.end("noun") > match.end("name") and match.re is not RUN_IN
                if noun == "campaign":
                    name, whole = whole, name
                draft = self._enter(name, lower_nouns().get(noun, "programme"), *[whole] if behind else [])
                draft.called = behind
        for match in (*self._matches(PAIRED, start, end), *self._matches(SERVICES, start, end)):
            if _free(match, taken()):
                type_ = _PACT_TYPES.get(match["noun"], "agreement") if match.re is PAIRED else "centre/hub"
                self._enter(" ".join(match["name"].split()), type_)
        told = [found.span() for found in self._matches(TOLD_OF, start, end)]
        for match in chain.from_iterable(
            matches_near(each, told, self._flat, before=_NAMED, after=_OUT) for each in _TOLD
        ):
            name = bare(match["name"])
            found = headed(name, defined=True)
            if match.re not in (RUN, RUNS):
                found = found or (name, "programme" if match.re is PAID else "proposal")
            if found and (" " in name or MADE_UP.fullmatch(name)) and match.start() >= start and _free(match, taken()):
                self._enter(*found)
        for match in self._matches(PROPOSED, start, end):
            name = bare(match["name"])
            known = self._by_form.get(name)
            if known and known.row is None and known.type in ("scheme", "programme"):
                known.type = "proposal"
            # a name that is longer than a known one is another
            inside = any(one < match.end("name") <= two for one, two in taken())
            if not inside and " " in name:
                self._enter(name, "proposal")

    def _explained_names(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield names that only the words beside them tell to be an instrument, where nothing else is known of them."""
        beginning = AT_FIRST.match(self._flat, start, end) or self._run_in(start, end)
        yield from chain.from_iterable(
            self._matches(pattern, start, end) for pattern in (EXPLAINED, KIND_BEHIND, KIND_BEFORE, INCLUDED, SET_OFF)
        )
        yield from [beginning] if beginning else []

    def _run_in(self, start: int, end: int) -> re.Match[str] | None:
        """Find what a paragraph is about, where it runs in ahead of it and is no mere heading, such as "Next Steps" or "Vacancies"."""
        found = RUN_IN.match(self._flat, start, end) if (start, end) in self._holding[RUN_IN] else None
        words = [word for word in re.findall(r"[^\W_]+", found["name"]) if word[0].isupper()] if found else []
        coined = len(words) > 2 or (found and (found["name"].isupper() or MADE_UP.fullmatch(found["name"])))
        told = any(fold(word) not in reference.common_words() and not ordinary(word, self._flat) for word in words)
        rubric = found and (heading_kind(found["name"]) or HEADS.intersection(fold(found["name"]).split()))
        town = found and reference.country_of_city(found["name"].title())
        return found if coined and told and not rubric and not town else None

    def _elliptic(self, start: int, end: int) -> None:
        for row, first, last in elliptic(self._flat, start, end):
            draft = self._enter(row["name"], row["type"], row=row)
            draft.forms[row["name"]] = None
            draft.places.add((first, last))

    def _enter_deal(self, deal: Deal) -> None:
        """Enter an agreement; one that the text describes by its parties only is the one that it names elsewhere."""
        parties = dict.fromkeys(party.thing for party in deal.parties)
        same = [draft for draft in self._drafts.values() if draft.parties.keys() == parties.keys()]
        if len(same) == 1 and not deal.printed:
            draft = same[0]
        else:
            draft = self._drafts.get(fold(deal.name)) or self._by_form.get(deal.name) or Draft(deal.name, deal.type)
            self._drafts.setdefault(fold(draft.name), draft)
            draft.parties |= parties
        if deal.printed:
            self._by_form.setdefault(deal.name, draft)
        if " " in deal.title:
            self._by_form.setdefault(deal.title, draft)
        draft.places.add((deal.start, deal.end))
        draft.deals.append(deal)

    def _explained(self, draft: Draft) -> str | None:
        """Return the type of an instrument that the text explains: "the Harbour Facility (HF), a fund of …"."""
        return next(filter(None, (self._type_behind(end) for _, end in sorted(draft.places))), None)

    def status(self, draft: Draft) -> str | None:
        """Return the status that the text states last: proposed, under negotiation, adopted, in force, suspended or ended."""
        return status_at(self._flat, sorted(draft.places))

    def _type_behind(self, end: int) -> str | None:
        noun = _APPOSITION.match(self._flat, end)
        return lower_nouns().get(noun["noun"]) if noun else None

    # ------------------------------------------------------------ places

    def _everywhere(self) -> None:
        finder = PhraseFinder(self._by_form)
        for start, end in self._stretches:
            for first, last, form in finder.find(self._flat, start, end):
                draft = self._by_form[form]
                draft.places.add((first, last))
                draft.forms[form] = None

    def _inside(self, whole: Draft) -> None:
        """Enter where the name of its meeting names a process that the text never names alone."""
        for start, end in sorted(place for event in self._events for place in event.places):
            at = self._flat.lower().find(whole.name.lower(), start, end)
            if at >= 0 and not whole.places:
                whole.places.add((at, at + len(whole.name)))
                whole.forms[whole.name] = None

    def _short_forms(self) -> None:
        """Enter short forms behind the full name: "the Pact" is the pact that the text named last."""
        owners: dict[str, list[Draft]] = {}
        for draft in self:
            for form in short_forms(draft.name, draft.type, draft.row):
                if form not in self._by_form:
                    owners.setdefault(form, []).append(draft)
        if self.event:  # "the Forum" is the forum that the text is about
            noun = meeting_noun(self.event.name)
            of_process = any(noun in short_forms(whole.name, whole.type, whole.row) for whole in self._wholes)
            owners |= {noun: [self.event]} if noun and noun not in self._by_form and not of_process else {}
        taken = sorted(place for draft in self for place in draft.places)
        finder = PhraseFinder(owners)
        for start, end in self._stretches:
            shortened = list(finder.find(self._flat, start, end))
            bodies = [place[:2] for place in self._bodies.find(self._flat, start, end)] if shortened else []
            for first, last, form in shortened:
                subject = (draft for draft in owners[form] if fold(draft.name) == self._subject)
                process = self.process if self.process in owners[form] and " " not in form else None
                owner = process or _latest(owners[form], first) or next(subject, None)
                whole = any(one <= first and last <= two for one, two in bodies)
                if whole or (owner is self.event and not _THE.search(self._flat, max(start, first - 30), first)):
                    continue
                begins = " " not in form and (
                    first == start or _SENTENCE.search(self._flat, max(start, first - 3), first)
                )
                if owner and not begins and not covered(taken, first, last) and not _GOES_ON.match(self._flat, last):
                    owner.places.add((first, last))
                    owner.forms[form] = None


def _free(match: re.Match[str], taken: Sequence[tuple[int, int]], countries: Collection[tuple[int, int]] = ()) -> bool:
    """Say whether a name stands apart from what is known already, but for one of some countries at its end: "Restart Malta"."""
    first, last = match.span("name")
    return not any(
        one < last and first < two and not (first < one and two == last and (one, two) in countries)
        for one, two in taken
    )


def covered(places: list[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether a stretch touches one of some places, given in order.

    Example:
        >>> covered([(0, 5), (9, 12)], 4, 7), covered([(0, 5), (9, 12)], 5, 9)
        (True, False)
    """
    index = bisect_left(places, (end, end))
    return any(last > start for _, last in places[max(0, index - 3) : index])


def _latest(drafts: Iterable[Draft], before: int) -> Draft | None:
    """Return the instrument that was named last before an offset."""
    named = {
        max(starts): draft for draft in drafts if (starts := [first for first, _ in draft.places if first < before])
    }
    return named[max(named)] if named else None
