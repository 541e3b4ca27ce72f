"""The wordings of relations in German and Italian, in the form of the English lexicon: words around marks that stand for names."""

from __future__ import annotations

import re
from functools import cache

from vmcgraph.extraction.wordings import Wording, wording

#: What denies a fact, asks for it or only tells it as heard; "nicht nur" denies nothing.
DENIED = {
    "de": re.compile(r"\b(?:nicht(?!\s+(?:nur|zuletzt|allein))|kein\w*|nie|niemals|weder|ob|falls|sollten?|könnten?|müssten?|würden?|dürften?|möchten?|statt)\b"),
    "it": re.compile(r"\b(?:non(?!\s+(?:solo|soltanto|solamente))|né|mai|nessun\w*|(?:dov|pot|vor|sa|av)r(?:ebb\w+|emmo|esti)|qualora|vogli\w+|vuole)\b"),
}  # fmt: skip
DENIED_BEFORE = re.compile(
    r"\b(?:non|mai|nicht|sollen?|sollten?|chied\w+\s+che|forder\w+,\s+dass)\s+(?:(?:mehr|più|ancora|der|die|das|il|la)\s+)?$"
)
DENIED_BEHIND = re.compile(r"(?:\s+[a-zäöüß]+){0,2}?\s+(?:nicht(?!\s+(?:nur|zuletzt|allein))|kein\w*|nie)\b")
#: What stands before a name that is no subject.
FOREIGN_OBLIQUE = {
    "de": re.compile(r"\b(?:von|vom|mit|aus|durch|bei|beim|für|in|im|an|am|zu|zum|zur|nach|über|unter|zwischen|gegen|auf|laut)\s+(?:de[rmns]\s+|das\s+|die\s+)?$"),
    "it": re.compile(r"\b(?:d[aei]|d?[ae]l(?:l[aeo]|l['’])?|nell?[aeo]?['’]?|sull?[aeo]?['’]?|con|per|tra|fra|in|a|secondo)\s*(?:il\s+|la\s+|l['’])?$"),
}  # fmt: skip

#: By whom or what: "vom", "von der", "durch die"; with "gemeinsam mit" behind it another one.
_VOM = r"(?:vom|von(?:\s+(?:der|den|dem))?|durch(?:\s+(?:das|die|den))?|seitens\s+(?:der|des))\s+(?:[a-zäöüß]+en\s+)?"
_AUS = r"(?:aus|mit|über|durch)\s+(?:(?:Mitteln|Geldern|Geld|Fördermitteln)\s+(?:aus\s+)?)?(?:(?:dem|der|des|den|vom|von)\s+)?"
_MORE_DE = (
    r"(?:,?\s+(?:heuer\s+|jeweils\s+)?(?:gemeinsam|zusammen)\s+mit\s+(?:der\s+|dem\s+|den\s+)?(?P<more><[CO]\d+>))?"
)
#: What is meant, by its name, its kind or a pronoun.
_MEANT_DE = r"(?:(?:der|die|das)\s+(?:[a-zäöüß]+e\s+)?)?(?:{thing}|Programm|Projekt|Vorhaben|Initiative|Kampagne|Maßnahme|Pilotphase|Pilotprojekt|Ausbildung|(?P<meant>(?:[a-zäöü]+e\s+)?(?:Konferenz|Treffen|Forum|Tagung|Veranstaltung|Kongress))|Partnerschaft|Abkommen|es|sie)"
#: What is told of the conference by its kind: "die zweitägige Tagung wird".
_THE_MEETING = r"\b[Dd](?:ie|as|er)\s+(?P<meeting>(?:[\w-]+e\s+)?(?:Konferenz|Treffen|Forum|Tagung|Veranstaltung|Kongress))\s+(?:wird|wurde)"
_DAL = r"(?:dal|dalla|dallo|dai|dagli|dalle|da|dall['’])\s*(?:[a-z]+\s+){0,2}"
_MORE_IT = r"(?:,?\s+(?:(?:insieme|assieme)\s+(?:a|al|alla|ai|all['’])|con(?:\s+(?:il|la|i|le)\b|\s+l['’])?)\s*(?P<more><[CO]\d+>))?"
#: Where a relative clause begins behind a thing: ", das in Malta die".
_WHICH_DE = r"(?:[^<>.,;:]|<C\d+>){0,60},\s+(?:das|die|den|welche[ns]?)\s+(?:(?:der|die|das|den)\s+)?"
#: What may stand between the one who acts and the verb at the end of a clause.
_UNTIL_VERB = r"(?:(?![.;:]|,\s|<[IE]).){0,120}?\s"
_CLAUSE_ENDS = r"(?=\s*(?:[,.;:)]|$))"
#: What stands between a thing and its participle, and names no other thing: "e la nascita del molo".
_SAME_THING = r"(?:(?!\se\s(?:il|la|lo|un|una|i|le)\b|\se\sl['’])[^<>.;:])"
_IN_BETWEEN = r"(?:\s+[\w'’%.-]+){0,8}?"

#: What is done to a thing, as participle and as third person.
_DONE_DE = {
    "organised by": ("ausgerichtet|organisiert|veranstaltet|abgehalten|einberufen", "organisier\\w+|veranstalte\\w+|richte\\w*"),
    "funds": ("finanziert|kofinanziert|mitfinanziert|gefördert|bezahlt|gesponsert", "finanzier\\w+|förder\\w+|kofinanzier\\w+|bezahl\\w+"),
    "implements": (
        "umgesetzt|durchgeführt|abgewickelt|betrieben|verwaltet|koordiniert|geleitet|aufgebaut|errichtet|getragen",
        "betreib\\w+|verwalte\\w+|koordinier\\w+|unterhält|unterhalten",
    ),
    "supported by": ("unterstützt|mitgetragen", "unterstütz\\w+"),
    "hosted by": ("beherbergt|empfangen", "beherberg\\w+"),
    "proposes": ("vorgeschlagen|eingebracht|vorgelegt|angeregt", "(?:schlägt|schlug|legte|legt|regte|brachte)(?=[^.;]*\\b(?:vor|an|ein)\\b)"),
    "party to": ("unterzeichnet|ratifiziert|unterschrieben", "unterzeichne\\w+|ratifizier\\w+|unterschr\\w+"),
}  # fmt: skip
#: The same verbs as they end a relative clause: "das die Lotsen betreiben".
_ENDING_DE = {
    "organised by": "ausrichte[nt]|ausrichteten?|veranstalte[nt]|veranstalteten?|organisier(?:en|t|ten?)",
    "funds": "(?:ko|mit)?finanzier(?:en|t|ten?)|(?:mit)?bezahl(?:en|t|ten?)|förder(?:n|t|ten?)",
    "implements": "umsetz(?:en|t|ten?)|durchführ(?:en|t|ten?)|aufbau(?:en|t|ten?)|betreib(?:en|t)|betrieb(?:en)?|abwickel(?:n|t|ten?)|verwalte[nt]|verwalteten?|koordinier(?:en|t|ten?)|erprob(?:en|t|ten?)",
    "supported by": "unterstütz(?:en|t|ten?)|mittr(?:ägt|agen)",
    "hosted by": "beherberg(?:en|t|ten?)",
    "proposes": "vorleg(?:en|t|ten?)|vorschl(?:agen|ägt|ug|ugen)|einbr(?:ingen|ingt|achten?)",
}  # fmt: skip
_DONE_IT = {
    "organised by": ("promoss|organizzat|convocat|indett", "organizz\\w+|promuov\\w+"),
    "funds": ("finanziat|cofinanziat|alimentat|sostenut[oa] economicamente|sovvenzionat|pagat", "finanzi\\w+|cofinanzi\\w+"),
    "implements": ("attuat|realizzat|gestit|condott|coordinat|eseguit", "gestisc\\w+|attua|attuano|coordina\\w*|realizza\\w*"),
    "supported by": ("sostenut|appoggiat|patrocinat|supportat", "sostien\\w+|sosteng\\w+|appoggi\\w+"),
    "hosted by": ("ospitat|accolt", "ospit\\w+"),
    "proposes": ("propost|presentat|lanciat", "propon\\w+|presenterà|proporrà|(?:ha|hanno)\\s+(?:proposto|presentato)"),
    "party to": ("firmat|ratificat|sottoscritt|siglat", "(?:ha|hanno)\\s+(?:firmato|ratificato|sottoscritto|siglato)|firma|firmano"),
    "chairs": ("presiedut|guidat", "presied\\w+"),
}  # fmt: skip

_LEADS_DE = (
    r"(?:führt|führte|übernimmt|übernahm|hat|hatte|hält|liegt\s+bei|lag\s+bei|ging\s+an|geht\s+an|wechselt\s+(?:zu|an))"
)

_FIXED_DE = (
    ("funds", rf"{_AUS}{{payer}}(?:\s+der\s+<[OC]\d+>)?\s+(?:finanziert|gefördert|bezahlt)"),
    ("funds", r"(?:Budgets?|Mittel|Gelder|Geld|Kosten|Finanzierung)\s+(?:stamm(?:t|en)|komm(?:t|en)|kam|kamen)\s+(?:[\w-]+\s+){0,2}?(?:aus|von|vom)\s+(?:(?:dem|der|den)\s+)?{payer}"),
    ("funds", rf"(?:Finanziert|Gefördert|Bezahlt)\s+(?:wird|wurde|werden)\s+{_MEANT_DE}\s+(?:aus|von|vom|durch)\s+(?:(?:der|dem|den|die|das)\s+)?{{payer}}"),
    ("funds", r"{named}[^<>.;]{0,120}(?:<[OC]\d+>[^<>.;]{0,60}){0,3}mit\s+(?:Geld|Mitteln|Geldern|Fördermitteln)\s+(?:aus\s+(?:dem|der)|des|der|von|vom)\s+{payer}"),
    ("funds", r"(?P<acts>){payer}\s+(?:steuert|steuerte|zahlt|zahlte|stellt|stellte|gibt|gab|trägt|trug)\s+[^<>.;]{0,60}?(?:für|zum|zur|in|an)\s+(?:den\s+|die\s+|das\s+)?{thing}"),
    ("funds", r"{payer}-(?:finanzierte|geförderte)[nrsm]?\s+(?:[\w-]+\s+){0,2}?[„\"]?{named}"),
    ("funds", r"\b(?:Euro|Franken|Millionen|Milliarden)\s+(?:aus\s+de[mr]|des|der|vom|von)\s+{payer}\s+für\s+(?:den\s+|die\s+|das\s+)?{thing}"),
    ("implements", r"(?P<earlier>)\b(?:Abwicklung|Umsetzung|Durchführung|Koordination)\s+(?:übernimmt|übernehmen|übernahm|übernahmen|liegt\s+bei|obliegt)\s+(?:[^<>.;]|<C\d+>){0,60}?{body}(?:\s+und\s+(?:[^<>.;]|<C\d+>){0,40}?(?P<more><O\d+>))?"),
    ("organised by", rf"\b[Ee]ingeladen\s+(?:zu\s+{_MEANT_DE}\s+)?(?:hatten?|haben|hat)\s+(?:das\s+|die\s+|der\s+)?{{actor}}"),
    ("organised by", r"{actor}\s+(?:lud|luden|lädt|laden|hatten?)\s+(?:[\w-]+\s+){0,4}?(?:zu|zum|zur)\s+(?:den\s+|der\s+)?(?:[\w.]+\s+){0,2}?{event}"),
    ("organised by", r"(?:Veranstalter|Organisator|Ausrichter)(?:in|innen)?\s+(?:des\s+|der\s+)?(?:{thing}\s+)?(?:ist|sind|war|waren)\s+(?:das\s+|die\s+|der\s+)?{actor}"),
    ("hosted by", r"Gastgeber(?:in)?\s+(?:des\s+|der\s+)?(?:{thing}\s+)?(?:ist|sind|war|waren)\s+(?:diesmal\s+|heuer\s+|heute\s+)?(?:das\s+|die\s+|der\s+)?{actor}"),
    ("hosted by", r"{event}[^<>.;]{0,80}?\bauf\s+Einladung\s+(?:von|des|der)\s+{actor}"),
    ("chairs", rf"(?P<there>)\bVorsitz\s+(?:(?:des|der|beim|im|in\s+der)\s+)?(?:{{thing}}\s+)?{_LEADS_DE}\s+(?:[^<>.;]{{0,60}}?<[CO]\d+>){{0,2}}[^<>.;]{{0,60}}?{{person}}"),
    ("chairs", rf"(?P<there>)\bVorsitz\s+(?:(?:des|der|beim|im|in\s+der)\s+)?(?:{{thing}}\s+)?{_LEADS_DE}\s+[^<>.;]{{0,60}}?{{power}}(?![^.;]{{0,90}}<P)"),
    ("chairs", r"(?P<there>){actor}\s+(?:führt|führte|übernimmt|übernahm|hat|hatte|hält|teilen\s+sich)\s+(?:[\wäöü]+\s+){0,5}?den\s+(?:Ko-|Co-)?Vorsitz(?:\s+(?:des|der|beim|im|in\s+der|bei\s+der)\s+{thing}|(?=\s*(?:[.;,)]|$)))"),
    ("chairs", r"\bunter\s+(?:dem\s+)?(?:Vorsitz|der\s+Leitung)\s+(?:von|des|der)\s+[^<>.;]{0,40}?{actor}"),
    ("chairs", r"{actor}\s+(?:leitet|leitete|führt)\s+(?:den\s+Vorsitz\s+)?(?:des\s+|der\s+|die\s+|den\s+|das\s+)?{thing}"),
    ("hosted by", r"\b[Aa]uf\s+Einladung\s+(?:von|des|der)\s+{power}\s(?:(?![.;]|<E).){0,200}?{event}"),
    ("hosted by", r"(?P<there>)\b[Aa]ls\s+Gastgeber(?:in)?\s+(?:fungier\w+|trat|tritt|amtier\w+|wirkt\w*)\s+(?:das\s+|die\s+|der\s+)?{power}"),
    ("supported by", r"{named}[^<>.;]{0,80}?\bmit\s+(?:finanzieller\s+|technischer\s+)?Unterstützung\s+(?:von|des|der|durch\s+(?:die|das))\s+{power}"),
    ("supported by", r"{named}[^<>.;]{0,80}?\bin\s+(?:enger\s+)?(?:Zusammenarbeit|Kooperation)\s+mit\s+(?:der\s+|dem\s+)?{power}"),
    ("founder of", r"(?:Mitb|B|Mitg|G)(?:e)?(?:ründer|gründer)(?:in)?\s+(?:des|der|von)\s+{thing},?\s+(?:den\s+|dem\s+|der\s+)?(?:[\w-]+\s+){0,2}{person}"),
    ("founder of", r"{person},\s+(?:der\s+|die\s+)?(?:Gründer|Mitgründer|Mitbegründer)(?:in)?\s+(?:des|der|von)\s+{thing}"),
    ("founder of", r"{thing}[^<>.;]{0,40}?\b(?:von|durch)\s+{person}\s+(?:mit)?(?:ge|be)gründet"),
    ("founder of", r"{person},\s+(?:der|die)\s+(?:(?:das|die|den)\s+)?{thing}\s+(?:[a-zäöü\d]+\s+){0,4}?(?:mit)?(?:ge|be)gründet(?:e|\s+hat|\s+hatte)?"),
    ("founder of", r"(?P<acts>){person}\s+(?:mit)?(?:be)?gründete\s+(?:[a-zäöü\d]+\s+){0,3}?(?:das\s+|die\s+|den\s+)?{thing}"),
    ("founder of", r"(?P<acts>){person}\s+hat(?:te)?\s+(?:das\s+|die\s+|den\s+)?{thing}\s+(?:[a-zäöü\d]+\s+){0,4}?(?:mit)?(?:ge|be)gründet"),
    ("operates in", rf"{{named}}{_WHICH_DE}<[CO]\d+>{_UNTIL_VERB}in\s+(?:der\s+|den\s+)?{{state}}\s+(?:[^<>.;,]{{0,40}}\s)?(?:{_ENDING_DE['implements']}){_CLAUSE_ENDS}"),
    ("party to", r"\b[Uu]nterzeichne(?:ten|te|n|t)\s+(?:[^<>.;:]|<C\d+>){0,60}?{state}\s+(?:am\s+\w+\s+)?(?:ein|eine|einen|das|die|den)\s+(?:[\w-]+\s+){0,2}[„\"“]?{named}"),
    ("implements", r"{named}[“\"]?,\s+(?:mit|durch|über)\s+(?:dem|der|das|die)\s+(?:der\s+|die\s+|das\s+)?(?P<actor><O\d+>)(?![^.;]{0,160}\b(?:wird|werden|wurden?|worden)\b)"),
    ("part of", r"{thing}\s+(?:ist|sind|war)\s+(?:ein\s+)?(?:Teil|Bestandteil)\s+(?:des|der|von)\s+{whole}"),
    ("member of", r"{power}\s+(?:ist|sind|wurde)\s+(?:\w+\s+)?Mitglied(?:er|staat)?\s+(?:des|der|von|in\s+der|im)\s+{thing}"),
    ("party to", r"{state}\s+(?:ist|sind)\s+(?:dem|der)\s+{named}[^<>.;]{0,30}?\s+beigetreten"),
    ("party to", r"\b(?:wollen|werden|haben)\s+[^<>.;]{0,60}?{state}\s+(?:ein|eine|einen|das|die|den)\s+(?:[\w-]+\s+){0,2}[„\"“]?{named}[^<>.;]{0,60}?(?:unterzeichnen|unterzeichnet|unterschreiben|schließen)"),
    ("owns", r"{power}s?\s+(?P<words>(?:neue[rsn]?|eigene[rsn]?)\s+)?{named}"),
    ("operates in", r"{named}\s+in\s+(?:den\s+|der\s+)?{state}(?=,\s+d(?:as|ie|er)\b|[.;)]|\s+(?:wird|wurde|läuft|lief)\b)"),
    ("operates in", r"{thing}\s+(?:ist|sind)\s+(?:auch\s+)?in\s+{state}\s+(?:tätig|aktiv)"),
)  # fmt: skip
_FIXED_IT = (
    ("funds", rf"(?:fondi|risorse|soldi|finanziament[oi])\s+(?:vengono|arrivano|provengono|viene|arriva|proviene)\s+{_DAL}{{payer}}"),
    ("funds", r"{thing}(?:[^<>.;]|<C\d+>){0,80}?\bcon\s+(?:fondi|risorse|finanziamenti|il\s+contributo|un\s+finanziamento)\s+(?:(?:di|del|della|dell['’]|dei)\s*)?{payer}"),
    ("funds", r"\b(?:milion[ei]|miliard[oi]|mila|euro)\s+(?:di\s+euro\s+)?(?:di|del|della|dell['’]|dal|dalla|dall['’])\s*{payer}\s+(?:per|a|al|alla)\s+(?:[a-z]+\s+){0,2}?{thing}"),
    ("implements", r"{named},?\s+(?:(?:il|la|un|una)\s+[^<>.;:]{3,50}?\s)?che\s+[^.;:]{0,60}?{power}\s+(?:realizza|attua|gestisc|coordina|porta)\w*\b"),
    ("operates in", r"{named},?\s+(?:(?!<[IE])[^.;:]){0,100}?\b(?:realizza\w*|attua\w*|gestisc\w+|forma|formano|lavora\w*)\s+[^<>.;:]{0,50}?\bin\s+{state}"),
    ("proposes", r"{person},?\s+ha\s+(?:già\s+|poi\s+|invece\s+)?proposto\s+[^<>.;]{0,60}?,\s+(?:il|la|un|una)\s+{thing}"),
    ("funds", r"(?P<acts>){payer}\s+(?:versa|versano|stanzia|stanziano|ha\s+stanziato|mette|mettono|destina|destinano)\s+[^<>.;]{0,60}?(?:per|a|al|alla|nel|in)\s+(?:il\s+|la\s+)?{thing}"),
    ("supported by", r"(?:{named}[^<>.;]{0,90}?)?\bcon\s+il\s+(?:sostegno|supporto|patrocinio|contributo\s+tecnico)\s+(?:di|del|della|dell['’]|dei)\s*{power}"),
    ("supported by", r"{named}[^<>.;]{0,90}?\bin\s+(?:collaborazione|cooperazione)\s+con\s+(?:il\s+|la\s+|l['’])?{power}"),
    ("founder of", r"{person},\s+(?:co-?)?fondat(?:ore|rice)\s+(?:di|del|della|dell['’])\s*{thing}"),
    ("founder of", r"{person},\s+che\s+(?:(?:il\s+|la\s+|l['’])?{thing}\s+)?(?:[^\s<>.,;]+\s+){0,3}?(?:ha|aveva)\s+(?:co-?)?fondato"),
    ("founder of", r"(?P<acts>){person},?\s+(?:che\s+)?(?:ha|aveva)\s+(?:co-?)?fondato\s+(?:[a-zà-ù\d]+\s+){0,3}?(?:il\s+|la\s+|l['’])?{thing}"),
    ("founder of", r"{thing},?\s+(?:è\s+stat[oa]\s+)?(?:co-?)?fondat[oa]\s+(?:nel\s+\d{4}\s+)?(?:da|dal|dalla|dall['’])\s*(?:[^\s<>.,;]+\s+){0,4}?{person}"),
    ("founder of", r"(?:co-?)?fondat(?:ore|rice)\s+(?:di|del|della|dell['’])\s*{thing},?\s+{person}"),
    ("hosted by", r"{event}[^<>.;]{0,80}?\bsu\s+invito\s+(?:di|del|della|dell['’])\s*{actor}"),
    ("chairs", rf"(?P<there>)\b(?:giornata|sessione|seduta|riunione|incontro|lavori|tavola\s+rotonda|plenaria)\b[^<>.;:]{{0,40}}?\b(?:presiedut|guidat|coordinat|dirett)[oaie]\s+{_DAL}(?:[^\s<>.,;]+\s+){{0,5}}?{{person}}"),
    ("chairs", r"\b[Pp]residenza\s+(?:di\s+turno\s+)?(?:di|del|della|dell['’])\s*{thing}\s+(?:passa|passerà|va|andrà|spetta|tocca|è\s+passata)\s+[^<>.;]{0,40}?(?:\ba|\bal|\balla|\ball['’])\s*(?:[^\s<>.,;]+\s+){0,5}?{actor}"),
    ("chairs", r"(?P<acts>){actor}\s+(?:assume|assumerà|assumono|detiene|ha|avrà|ha\s+assunto)\s+(?:[a-zà-ù]+\s+){0,2}?la\s+(?:co-?)?presidenza\s+(?:di\s+turno\s+)?(?:di|del|della|dell['’])\s*{thing}"),
    ("chairs", r"{actor}\s+(?:presiede|presiederà|ha\s+presieduto|guida)\s+(?:il\s+|la\s+|l['’])?{thing}"),
    ("hosted by", r"\b[Ss]u\s+invito\s+(?:di|del|della|dell['’]|dei)\s*{power}\s(?:(?![.;]|<E).){0,200}?{event}"),
    ("part of", r"{thing}\s+(?:è|sono|fa|fanno)\s+parte\s+(?:di|del|della|dell['’])\s*{whole}"),
    ("member of", r"{power}\s+(?:è|sono)\s+(?:\w+\s+)?membr[oi]\s+(?:di|del|della|dell['’])\s*{thing}"),
    ("party to", r"{state}\s+(?:ha|hanno)\s+aderito\s+(?:al|alla|all['’])\s*{named}"),
    ("implements", r"{named},?\s+(?:con|attraverso|tramite)\s+(?:cui|il\s+quale|la\s+quale)\s+{power}\s+[a-z]"),
)  # fmt: skip


@cache
def foreign_lexicon(language: str) -> tuple[Wording, ...]:
    """Return every wording of a language, "de" or "it": the fixed ones, and the passive, the participle and the active of each verb."""
    made = [wording(*each) for each in (_FIXED_DE if language == "de" else _FIXED_IT)]
    for predicate, (participle, active) in (_DONE_DE if language == "de" else _DONE_IT).items():
        actor = {"funds": "{payer}", "party to": "{state}", "chairs": r"(?:[^\s<>.,;]+\s+){0,5}?{person}"}.get(
            predicate, "{actor}"
        )
        thing = "{thing}" if predicate in ("funds", "implements", "chairs") else "{named}"
        if language == "de":
            made += [
                wording(predicate, rf"(?:{thing}(?:\s+in\s+(?:der\s+)?<C\d+>)?(?:,\s+d(?:as|ie|er))?{_IN_BETWEEN}|{_THE_MEETING}{_IN_BETWEEN})\s+{_VOM}{actor}{_IN_BETWEEN}\s+(?:{participle})\b{_MORE_DE}"),
                wording(predicate, rf"\b(?i:{participle})\s+(?:wird|wurde|werden|wurden)\s+{_MEANT_DE}\s+{_VOM}{actor}{_MORE_DE}"),
                wording(predicate, rf"\b(?:und|sowie)\s+{_VOM}{actor}{_IN_BETWEEN}\s+(?:{participle})\b"),
                wording(predicate, rf"\b{_VOM}{actor}\s+(?:[\w-]+\s+)?(?:{participle})(?:e|er|es|en|em)\s+(?:[\w-]+\s+){{0,2}}[„\"“]?{thing}"),
                wording(predicate, rf"(?P<acts>){actor}(?:,[^<>,;.]{{0,60}},)?\s+(?:{active})\s+(?:(?:am|im|noch|bereits|schon)\s+\w+\s+)?(?:(?:den|die|das|ein|eine|einen|auch|heuer|gemeinsam|seit\s+\d+)\s+)*(?:(?!(?:und|von|vom|aus|mit|wird|wurde|in|für|zur?)\b)[\w-]+\s+){{0,2}}[„\"“]?{thing}"),
            ]  # fmt: skip
            if ends := _ENDING_DE.get(predicate):
                made.append(wording(predicate, rf"{{named}}{_WHICH_DE}{actor}{_UNTIL_VERB}(?:{ends}|(?:{participle})\s+(?:hat|haben|hatten?)){_CLAUSE_ENDS}"))  # fmt: skip
        else:
            told = thing.replace(
                "{thing}", r"(?P<thing><[IE]\d+>|<O\d+>(?!\s+ed?\s))"
            )  # "ospitato da <O1> e finanziato da"
            made += [
                wording(predicate, rf"{told}(?:{_SAME_THING}{{0,80}}|[^.;:]{{0,140}}?\b(?:è|sono|sarà|viene)\b{_SAME_THING}{{0,40}}?)\b(?:{participle})\w*\s+(?:[\w%]+\s+){{0,3}}?{_DAL}{actor}{_MORE_IT}"),
                wording(predicate, rf"{{named}}(?:,|\s(?:è|sarà|viene))\s\w+(?:at|it|ut|oss|est|ost|olt|ott)[oaie]\s[^.;:]{{3,160}}?(?:,|\se|\sed)\s(?:{participle})\w*\s+{_DAL}{actor}"),
                wording(predicate, rf"\b(?:e|ed|nonché)\s+(?:{participle})\w*\s+(?:[\w%]+\s+){{0,3}}?{_DAL}{actor}"),
                wording(predicate, rf"(?:sarà|è|viene|verrà|saranno)\s+(?:{participle})\w*\s+{_DAL}{actor}{_MORE_IT}"),
                wording(predicate, rf"(?P<acts>){actor}(?:,[^<>,;.]{{0,60}},|\s[-–]\s[^<>;.]{{0,60}}?\s[-–])?\s+(?:{active})\s+(?:(?:entro|nel|nella|in|ad?|presto|oggi|ieri|domani|anche|già)\s+(?:l['’])?(?:[a-zà-ù\d]+\s+){{0,2}}?)?(?:(?:il|la|lo|l['’]|un|una|un['’]|i|le)\s*)?(?:(?!(?:e|con|da|per)\b)[\w-]+\s+){{0,2}}?[“«\"]?{thing}"),
            ]  # fmt: skip
    return tuple(made)
