"""The lexicon of relations: the words that tell who pays for, hosts, chairs, founds, puts forward what; what belongs to what.

Each wording is a form of words around marks that stand for names: "<I1>, financed by <C2>" is "{thing}, financed by {actor}".
The letter of a mark tells what it names:

    I an instrument   E an event   O a body   C a country   P a person
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from vmcgraph.extraction.cues import Cues, Slots

#: What somebody does to a thing: the verbs of each predicate, with all their forms; the participle is last.
_VERBS: dict[str, tuple[str, ...]] = {
    "funds": (
        "funds?|funded", "finances?|financed", "co-finances?|co-financed", "co-funds?|co-funded", "sponsors?|sponsored", "subsidi[sz]es?|subsidi[sz]ed",
        "bankrolls?|bankrolled", "underwrites?|underwrote|underwritten", "pays? for|paid for", "contributes? to|contributed to", "donates? to|donated to",
    ),
    "implements": (
        "launch(?:es)?|launched", "establish(?:es)?|established", "introduces?|introduced", "creates?|created", "pilots?|piloted", r"leads?(?!\s+jointly)|led(?!\s+jointly)",
        "implements?|implemented", "runs?|ran|run", "manages?|managed", "operates?|operated", "carr(?:y|ies) out|carried out", "delivers?|delivered",
        "administers?|administered", "executes?|executed", "builds?|is building|are building|built", "develops|developed", "rolls? out|rolled out", "set up", "maintains?|maintained", "kept",
        "is running|are running", "is rolling out|are rolling out", "oversees?|oversaw|overseen",
    ),
    "proposes": (
        "proposes?|proposed", "puts? forward|put forward", "tables?|tabled", "brings? to|brought to", "brings? before|brought before", "suggests?|suggested", "floats|floated", "unveils?|unveiled", "mooted", "initiated", "drafts?|drafted", "draws? up|drew up|drawn up",
    ),
    "supported by": ("supports?|supported", "co-supports?|co-supported", "backs?|backed", "co-sponsors?|co-sponsored"),
    "endorses": ("endorses?|endorsed",),
    "adopts": ("adopts?|adopted",),
    "hosted by": ("hosts?|hosted", "houses|housed", "co-hosts?|co-hosted"),
    "organised by": (
        "organi[sz]es?|organi[sz]ed", "co-organi[sz]es?|co-organi[sz]ed", "convenes?|convened", "stages|staged",
    ),
    "chairs": ("chairs?|chaired", "co-chairs?|co-chaired", "co-leads?|co-led", "leads? jointly|led jointly", "presides? over|presided over"),
    "founder of": ("founded", "co-founded"),
    "sets up": ("establish(?:es)?|established", "creates?|created", "sets? up|set up"),
    "party to": ("signs?|signed", "announces|announced", "joins?|joined", "concludes?|concluded", "renews?|renewed", "ratif(?:y|ies)|ratified", "accedes? to|acceded to"),
    "member of": ("belongs? to|belonged to",),
}  # fmt: skip

_ADVERBS = (
    r"(?:(?:has|have|had|is|are|was|were|will|would|be|been|being|to|also|already|currently|jointly|partly|first|then|now|still|so far|until now|"
    r"since|again|once|never(?=!)|twice|just|both|all|chiefly|mainly|largely|recently|\w+ly|too|itself|themselves)\s+)*"
)
#: Words that lead to a name: "a new", "Poland's long-awaited".
_LEAD = (
    r"(?:the\s+|an?\s+|its\s+|their\s+|this\s+|<[CO]\d+>['’]s?\s+)?"
    r"(?:(?!(?:by|with|and|in|that|to|for|it|them|through|under|from|at|into|of|on|as)\b)[\w'’-]+\s+(?:\([€$£][^()]{2,20}\)\s+)?){0,4}"
)
#: What stands where in a wording, by its name in braces.
_SLOTS = Slots(
    {
        "actor": r"(?P<actor><[COP]\d+>)",
        "state": r"(?P<actor><C\d+>)",
        "body": r"(?P<actor><O\d+>)",
        "power": r"(?P<actor><[CO]\d+>)",
        "power_mark": r"<[CO]\d+>",
        "person": r"(?P<actor><P\d+>)",
        "payer": r"(?P<actor><[COI]\d+>)",
        "pact": r"(?P<actor><I\d+>)",
        "whole": r"(?P<actor><[IEO]\d+>)",
        "thing": r"(?P<thing><[IEO]\d+>)",
        "named": r"(?P<thing><[IE]\d+>)",
        "event": r"(?P<thing><E\d+>)",
        "union": r"(?P<thing><O\d+>)",
        "adverbs": _ADVERBS,
        "lead": _LEAD,
        "own": r"(?:(?!(?:of|on|to|in|for|with|under|by|at|from|about|that|and)\b)[\w-]+,?\s+){0,4}?",
        "experience": r"(?:experience\s+(?:with|of)\s+(?:the\s+)?)",
        "titled": r"(?:[\w'’-]+,?\s+(?:titled|entitled|called|named|known\s+as)\s+)?[“\"'‘]?",
        "both": r"(?:\s+(?:jointly|together|along)?\s*with\s+(?:the\s+)?(?P<more><[CO]\d+>)(?!['’]?s?\s+(?:funding|funds|money|support|grants?|[a-z]+ing)\b))?",
        "money": r"(?:grants?|funding|funds|money|financing|loans?|donations?|contributions?|subsid(?:y|ies)|financial support|financial assistance|"
        r"Grants?|Funding|Funds|Money|Financing|Loans?|Donations?|Contributions?|Subsid(?:y|ies)|Financial support|Financial assistance)",
        "support": r"(?:support|backing|assistance|help)",
        "attended": r"(?:attended|participated|took\s+part|present|represented)(?:\s+(?:at|in)(?=\s))?"
        r"(?:\s+(?:the\s+|this\s+|our\s+)?(?:<E\d+>|(?:[Mm]eeting|[Ss]ession|[Cc]onference|[Ee]vent|it)\b))?(?:\s+in\s+person|\s+online)?\s*",
        "host": r"host",
        "offices": r"offices",
        "unit": r"(?:institute|body|unit|department|office|agency|arm|division|branch|component|part|subsidiary|faculty|centre|center|wing|directorate|"
        r"section|pillar|organ|working group|project|strand|element)",
        "scheme": r"(?:(?:pilot\s+)?(?:project|programme|scheme|initiative|system|centres?|offices?))",
        "work": r"(?:(?:pilot\s+)?(?:project|programme|scheme|initiative|system|centres?|offices?|standard|plan|tool|platform|database)|pilot)",
        "organ": r"(?:(?:[Ss]teering|[Gg]overning)\s+(?:[Gg]roup|[Cc]ommittee|[Bb]ody|[Bb]oard)|[Ss]ecretariat|[Ss]upport\s+[Uu]nit|[Bb]oard|[Cc]ouncil|[Cc]ommittee)",
        "chair": r"(?:[Cc]hair(?:manship|ship|personship)?|[Pp]residency)",
        "through": r"(?:,?\s+(?:through|under|from|via)\s+(?:its|the)\s+(?P<more><I\d+>),?)?(?:,?\s+and\s+(?:by|from)\s+(?:the\s+)?(?P<third><[COI]\d+>))?",
        "by_which": r"(?:under|by|through|with)\s+which",
        "they": r"(?:it|he|she|they|(?:her|his|its)\s+\w+|(?:the\s+)?<[CO]\d+>)",
        "which": r"(?:,\s+(?:an?|the)\s+(?:(?!<I)[^;.,]){3,90}?|\s+[a-z]+)?,?\s+(?:that|which)",
        "runs": r"(?:runs?|ran|operates?|implements?|carr(?:y|ies)\s+out|delivers?|pilots?|manages?|finances?|funds?|builds?|opened|is\s+(?:building|piloting|running))",
        "active": r"(?:active|operational|present|at\s+work|(?:work|operat)(?:s|es|ing)?)",
        "and_in": r"(?:,?\s+and,?\s+(?:(?:since|from|until)\s+[\w\s]{3,20}?,?\s+|(?:now|also|soon|more\s+recently|lately),?\s+)?in\s+(?:the\s+)?(?P<more><C\d+>))?",
        "titled_by": r"(?:the\s+|(?:(?:the|its|their|a|an)\s+)?(?:(?!(?:of|and|for|to|with|by|in|on|at|from)\b)[\w'’-]+\s+){1,5}(?:of\s+(?:the\s+)?(?:<[CO]\d+>|[A-Z]\w+),?\s+)?(?=<P))?",
        "begun": r"(?:,?\s*(?:launched|operating|active|established|set\s+up|rolled\s+out|piloted|based|opened)\s+(?:in\s+\d{4}\s+)?)",
        "within": r"(?:in|across)",
        "lately": r"\s+(?:(?!(?:by|and|or|but|which|who|that|to)\b)[\w-]+\s+){0,5}?",
        "ends": r"(?=\s*(?:$|[.;:)*_|]|,?\s+(?:with|in|and|under|from|through|on|at|for)\b))",
        "stops": r"(?=\s*(?:$|[.,;:)])|\s+(?:and|by|with|in|since|from|until|but)\b)",
        "listed": r"(?=\s*(?:$|[.,;:)–—]))",
        "such_as": r"\s*(?:,|—|–|\()?\s*(?:including|such as|like|namely)\s+(?:the\s+)?",
    }
)

#: Wordings of one predicate each. Where a wording names no thing, it is the last one before.
_WORDINGS: tuple[tuple[str, str], ...] = (
    ("funds", r"{money}(?:\s+(?!of\b)[\w-]+){0,4}?\s+(?:from|by)\s+(?:the\s+)?{payer}{through}"),
    ("funds", r"with\s+(?:[€$£]\s?[\d.,]+|[\d.,]+)(?:\s*(?:million|billion|thousand))?(?:\s+(?:euros?|dollars?|pounds))?\s+(?:from|out\s+of)\s+(?:its\s+|the\s+)?{payer}"),
    ("funds", r"(?P<acts>){power}\s+[^<>.;]{3,60}?{named},?\s+(?:through|with|from)\s+which\s+it\s+(?:co-)?(?:finances|funds|pays\s+for|financed|funded|paid\s+for)\b"),
    ("funds", r"{thing}\s+(?:that|which)\s+(?:the\s+)?<[CO]\d+>\s+{adverbs}(?:runs?|ran|operates?|implements?|implemented|carr(?:y|ies)\s+out|carried\s+out)\s+(?:on\s+behalf\s+of|for)\s+(?:the\s+)?{power}"),
    ("funds", r"{thing}[^<>.;]{0,40}?\b(?:run|implemented|carried\s+out)\s+by\s+(?:the\s+)?<[CO]\d+>\s+on\s+behalf\s+of\s+(?:the\s+)?{power}"),
    ("funds", r"\b(?:with|thanks\s+to)\s+(?:the\s+)?(?:[a-z]+\s+)?{money}\s+of\s+(?:the\s+)?{payer}"),
    ("funds", r"{money}\s+(?:of|from|by)\s+(?:[^<>;.]{3,60}?\s+and\s+of\s+)?(?:the\s+)?{payer}(?:\s+and\s+of\s+(?:the\s+)?(?P<more><[CO]\d+>))?\s+(?:has\s+|have\s+|had\s+)?ma(?:de|kes?)\s+(?:the\s+)?{thing}\s+possible"),
    ("funds", r"{thing}[^<>;.]{0,30}?\s+ma(?:d|k)e\s+possible\s+(?:with|by|through|thanks\s+to)\s+(?:[\w-]+\s+){0,4}?(?:from|of|by)\s+(?:the\s+)?{payer}(?:,?\s+and\s+(?:from|of|by)\s+(?:the\s+)?(?P<more><[COI]\d+>))?"),
    ("funds", r"{money}\s+(?:for|of|behind)\s+(?:the\s+)?{thing}\s+{adverbs}(?:came|comes|come|received|provided|raised|obtained|drawn)?\s*(?:from|by)\s+(?:the\s+)?{payer}"),
    ("funds", r"\b(?:met|financed|funded|paid(?: for)?|drawn|covered|Met|Financed|Funded|Paid(?: for)?|Drawn|Covered)\s+(?:from|through|out of|with(?:in)?|under)\s+(?:an?\s+|the\s+)?{payer}"),
    ("funds", r"\b(?:with|by|through|on|thanks to)\s+(?:an?\s+|the\s+)?{payer}(?:['’]s)?\s+{money}\b(?!\s+(?:for|to|into))"),
    ("funds", r"{money}\s+(?:to|for)\s+(?:the\s+)?{thing}\s+(?:by|from)\s+(?:the\s+)?{payer}"),
    ("funds", r"(?P<acts>){payer}\s+{adverbs}(?:met|meets?|bore|bears?|cover(?:s|ed)?|paid|pays?|shared?|shares)\s+(?P<its>its|the|all|most)\s+(?:of\s+(?:its|the)\s+)?(?:running\s+)?(?:costs?|bills?|expenses)\b(?!\s+(?:of|for))"),
    ("funds", r"(?P<acts>){thing}[^<>;.]{0,40}?\b(?:receiv(?:es?|ed)|obtained|has\s+been\s+awarded|was\s+awarded)\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+){0,2}?{money}\s+(?:from|by)\s+(?:the\s+)?{payer}"),
    ("funds", r"(?P<acts>){actor}\s+{adverbs}(?:supported|backed|supports|backs)\s+(?:it|{thing})\s+with\s+(?:a\s+)?(?:CHF|EUR|USD|GBP|NOK|SEK|DKK|[$€£])\s?[\d.,]+"),
    ("funds", r"(?P<acts>){actor}\s+{adverbs}(?:announc\w+|made|makes?|pledg\w+)\s+(?:an?\s+)?(?:(?:new|further|additional|fresh|voluntary)\s+)*(?:contributions?|donations?|grants?)\s+(?:of\s+[^<>;]{1,30}?\s+)?(?:to|for)\s+(?:the\s+)?{thing}"),
    ("funds", r"{thing}[^<>;.]{0,20}?\bendowed\s+with\s+[^<>;]{3,40}?\s+by\s+(?:the\s+)?{payer}"),
    ("funds", r"(?P<acts>){payer}\s+{adverbs}(?:(?:co-)?(?:finances?|financed|funds?|funded)|pays?|paid|covers?|covered|provides?|provided|contributes?|contributed)\s+(?:for\s+)?[^<>;.]{0,25}?(?:per\s+cent|percent|%|half|third|quarters?|bulk|most)\s+of\s+(?:the\s+)?(?:[\w-]+\s+(?:of|for)\s+(?:the\s+)?)?{thing}"),
    ("funds", r"\b(?:million|billion|thousand|euros|dollars|pounds|francs)\)?\s+from\s+(?:the\s+)?{payer}\s+(?:for|to|towards)\s+(?:[^<>;.]{0,30}?\s+(?:of|for)\s+)?(?:the\s+)?{thing}"),
    ("funds", r"\breceived\s+(?:(?:financial|generous)\s+)*support\s+from\s+(?:the\s+)?(?P<actor><I\d+>)"),
    ("funds", r"(?P<acts>){thing}(?:[^<>;.]|\.(?=\d)|<[CO]\d+>){0,60}?\b(?:receiv(?:es?|ed|ing)|gets|draws|obtained)\s+(?:EUR|USD|CHF|GBP|NOK|SEK|DKK|[$€£])?\s?[\d.,]+\s*(?:million|billion|thousand|m|bn)?\s*(?:euros?|dollars?|pounds)?\s+from\s+(?:the\s+)?{payer}"),
    ("funds", r"{thing},?\s+for\s+which\s+(?:the\s+)?{payer}\s+{adverbs}(?:set\s+aside|pledged|committed|allocated|earmarked|promised|provid(?:es?|ed|ing)\s+(?:the\s+)?(?:{money}|means))\b"),
    ("funds", r"(?P<acts>){payer}\s+{adverbs}(?:announc\w+|set\s+aside|promis\w+)\s+(?:[a-z]+\s+){0,2}[€$£]?[\d.,]+[^<>;.]{0,40}?\s+(?:for|to)\s+(?:the\s+)?{thing}"),
    ("funds", r"{payer}(?:['’]s)?\s+{money}(?:\s+(?:of|worth)\s+[^<>;.]{1,25}?)?\s+(?:for|to|into)\s+(?:the\s+)?{thing}"),
    (
        "funds",
        r"(?P<acts>){payer}\s+{adverbs}(?:met|meets?|bore|bears?|cover(?:s|ed)?|pays?|paid|foot(?:s|ed)?|defray(?:s|ed)?|shoulder(?:s|ed)?)\s+"
        r"(?:(?:the|all|most|part|half|of)\s+)*(?:running\s+)?(?:costs?|bills?|expenses)\s+(?:of|for)\s+(?:the\s+)?{thing}",
    ),
    (
        "funds",
        r"(?P<acts>){actor}\s+{adverbs}(?:put|puts|pledg\w+|commit\w*|gave|gives?|giving|invest\w*|allocat\w+|earmark\w+|provid\w+|pour\w*|pay|paid|contribut\w+|donat\w+|given)\s+"
        r"(?:(?:\w+\s+){0,3}(?:[€$£]?[\d.,]+|millions?|money|half|one|two|three|ten)\b[^<>;.]{0,40}?\s)?(?:(?:into|in|to|for|towards)\s+(?:the\s+)?{thing}|into\s+it\b)",
    ),
    ("funds", r"{thing},?\s+to\s+which\s+(?:the\s+)?{actor}\s+{adverbs}(?:contribut\w+|donat\w+|pledged|committed|allocated|(?:the\s+|its\s+)?(?:[\w-]+\s+){0,2}donors?\b)"),
    ("funds", r"{actor}\s+{adverbs}(?:the\s+|an?\s+|its\s+)?(?:[\w-]+\s+){0,2}donors?\s+(?:to|of)\s+(?:the\s+)?{thing}"),
    ("funds", r"\b(?:donors|contributors|funders)(?:\s+(?:to|of)\s+(?:the\s+)?{thing})?(?:\s+(?:are|were|include)|,|\s*:)\s+(?:the\s+)?{payer}{ends}"),
    ("shares", r"\b[Tt]he\s+(?P<actor><C\d+0>)\s+{named}"),
    ("party to", r"{named},?\s+to\s+which\s+(?:the\s+)?{state}\s+{adverbs}(?:an?\s+)?(?:party|parties|acceded|signed up|signator(?:y|ies))\b"),
    ("party to", r"{named},?\s+(?:agreed|initialled)\s+by\s+(?:the\s+)?{power}"),
    ("party to", r"(?P<acts>){state}\s+[^.;]{3,50}?\bthat\s+(?:it|they)\s+{adverbs}(?:ratified|signed|acceded\s+to|joined|endorsed)\s+(?:the\s+)?{named}"),
    ("party to", r"{state}(?:\s+|,\s+(?:itself\s+)?){adverbs}(?:an?\s+)?(?:[Pp]art(?:y|ies)|[Ss]ignator(?:y|ies))\s+(?:to|of)\s+(?:the\s+)?{named}"),
    ("party to", r"\b(?:[Ss]tates\s+[Pp]arties|[Pp]arties|[Ss]ignator(?:ies|y\s+(?:[Ss]tates|[Cc]ountries)))\s+(?:to|of)\s+(?:the\s+)?{named}\s+(?:are|include|were)\s+(?:the\s+)?{power}(?!['’])"),
    ("party to", r"{state}\s+(?:has\s+|have\s+|had\s+)?(?:also\s+|later\s+)?signed(?=\s+(?:with(?:out)?\s+(?:an?\s+)?reservations?|up|too|later|last|first)\b|[;,.])"),
    ("funds", r"\b(?P<its>[Cc]osts?|[Bb]ills?|[Ee]xpenses)(?:\s+of\s+[^<>;.]{0,40}?|,[^<>;]{0,30}?,)?\s+{adverbs}(?:borne|met|covered|shared)\s+(?:by|from)\s+(?:the\s+)?{payer}"),
    ("implements", r"{body},\s+which\s+(?:runs|operates|manages|maintains|administers|is\s+building|built)\s+(?:it|them|the\s+(?:new\s+(?:version\s+of\s+the\s+)?)?(?:system|database|platform|fund|scheme|programme))\b"),
    ("hosted by", r"{event}\s+[^<>;.]{3,60}?,\s+hosted\s+by\s+(?:the\s+)?{actor}"),
    ("chairs", r"{actor},\s+(?:(?:which|who)\s+(?:is|was)\s+)?(?:then\s+|currently\s+|now\s+)?in\s+the\s+chair\b"),
    ("chairs", r"\bwith\s+(?:the\s+)?{actor}\s+(?:as\s+(?:its\s+)?(?:co-)?{chair}|in\s+the\s+{chair})\b"),
    ("chairs", r"\bunder\s+the\s+(?:co-)?(?:chairmanship|chair|presidency|chairpersonship|chairship|leadership)\s+of\s+(?:the\s+)?{actor}"),
    ("chairs", r"{actor},?\s+(?:(?:which|who)\s+)?{adverbs}(?:holds?|held|takes?\s+(?:over|on)|took\s+(?:over|on)|taken\s+over|holding|taking\s+over|assum(?:es?|ed|ing))\s+the\s+(?:[\w-]+\s+){0,2}{chair}\s+(?:pro\s+tempore\s+)?of\s+(?:the\s+)?{thing}"),
    ("chairs", r"\b[Uu]nder\s+(?:the\s+)?(?:[\w-]+\s+)?{state}(?:['’]s?)?\s+(?:[\w-]+\s+)?[Cc]hair(?:man)?(?:ship)?\b(?!\s+of)(?:,\s+(?:the\s+)?{thing})?"),
    ("chairs", r"{thing}(?:['’]s)?\s+(?:[Cc]hair(?:manship|ship)?|[Pp]residency)\s+{adverbs}(?:(?:passed|passes|passing|moves|handed(?:\s+over)?)\s+)?from\s+(?:the\s+)?{power}\s+to\s+(?:the\s+)?(?P<more><[CO]\d+>)"),
    ("chairs", r"{power},?\s+(?:as|in\s+its\s+capacity\s+as)\s+(?:the\s+)?(?:current|next|incoming|outgoing|new)\s+(?:[Cc]o-)?[Cc]hair(?:-in-[Oo]ffice)?\s+of\s+(?:the\s+)?{thing}"),
    ("chairs", r"{state},\s+(?:the\s+)?(?:current\s+|outgoing\s+|incoming\s+)?[Cc]hair-in-[Oo]ffice\s+of\s+(?:the\s+)?{thing}"),
    ("chairs", r"\b{chair}\s+of\s+(?:the\s+)?{thing}\s+(?:(?:is|was|will\s+be)\s+)?{adverbs}(?:handed\s+over|passed(?:\s+on)?)\s+by\s+(?:the\s+)?{power}\s+to\s+(?:the\s+)?(?P<more><[CO]\d+>)"),
    ("chairs", r"{power}\s+{adverbs}hands?(?:\s+over)?\s+the\s+{chair}\s+of\s+(?:the\s+)?{thing}"),
    ("chairs", r"{actor}(?:\s+\(<C\d+>\))?,\s+(?:the\s+)?(?:[Cc]o-)?[Cc]hair(?:s|man|woman|person)?\s+of\s+(?:the\s+)?(?:{organ}\s+of\s+(?:the\s+)?)?{thing}"),
    ("chairs", r"(?:{thing},\s+whose|\b(?:[Ii]ts|whose))\s+{organ}\s+{adverbs}(?:co-)?(?:chaired|headed|presided\s+over)\s+(?:\w+\s+)?by\s+{titled_by}(?:the\s+)?{actor}"),
    ("chairs", r"{thing},?\s+(?:over\s+which\s+(?:the\s+)?{actor}\s+{adverbs}presid(?:es?|ed|ing)\b|of\s+which\s+(?:the\s+)?(?P<more>{power_mark})\s+{adverbs}(?:holds?|held)\s+the\s+{chair}\b)"),
    ("chairs", r"(?P<attends>){state}\s+{adverbs}(?:takes?\s+over|took\s+over|taken\s+over|assum(?:es?|ed|ing))\s+(?:the|its)\s+(?:rotating\s+)?{chair}(?:\s+[Pp]ro\s+[Tt]empore)?(?=\s*(?:$|[.,;)])|\s+(?:on|in|from|until|for)\s)(?!\s+of\b)"),
    ("chairs", r"\b{chair}\s+of\s+(?:the\s+)?{thing},?\s+(?:which\s+is\s+)?(?:\w+\s+){0,2}held\s+(?:\w+\s+){0,3}?by\s+(?:the\s+)?{actor}"),
    ("chairs", r"{person}\s+{adverbs}head\s+(?:it\b|(?:the\s+)?{thing})"),
    ("hosted by", r"\bwith\s+(?:the\s+)?{actor}\s+as\s+(?:its\s+|the\s+)?{host}\b"),
    ("hosted by", r"\b(?:accepted|welcomed)\s+(?:with\s+\w+\s+)?(?:its|their|the)\s+(?:\w+\s+)?offer\s+(?:of|by|from)\s+(?:the\s+)?{state}\s+to\s+host\s+(?:the\s+)?{named}"),
    ("hosted by", r"{union}(?:\s+\([^()]*\))?,?\s+(?:(?:which|that)\s+)?(?:is|was|are)\s+housed\s+(?:with|by|at)\s+(?:the\s+)?{body}"),
    ("hosted by", r"{named},?\s+(?:(?:[^<>.;]|<[CO]\d+>){3,60}?\band\s+)?whose\s+(?:[\w-]+\s+)?[Ss]ecretariat\s+{adverbs}(?:hosted|housed)\s+(?:by|at)\s+(?:the\s+)?{actor}"),
    ("hosted by", r"{actor}\s+{adverbs}(?:hosts?|hosted|houses?|housed)\s+(?:the|its)\s+(?:[\w-]+\s+)?[Ss]ecretariat\s+of\s+(?:the\s+)?{named}"),
    ("hosted by", r"{actor}\s+{adverbs}(?:(?:act|serv)\w*\s+as\s+(?:the\s+|its\s+)?|the\s+|its\s+)host\b(?:\s+of\s+(?:the\s+)?{thing})?"),
    ("hosted by", r"{event}[^<>;.]{0,80}?\b(?:as\s+(?:the\s+)?guests?\s+of|at\s+the\s+invitation\s+of|on\s+the\s+premises\s+of)\s+(?:the\s+)?{actor}"),
    ("organised by", r"{body}\s+{adverbs}(?:held|holds|hosts|ran)\s+(?:its|the|their)\s+(?:[\w-]+\s+){0,3}(?:meeting|conference|summit|forum|symposium|workshop),?\s+[*_“\"]?{event}"),
    ("organised by", r"{actor}\s+{adverbs}(?:the\s+|an?\s+|its\s+)?co-?organi[sz]ers?\b(?:\s+of\s+(?:the\s+)?{thing})?"),
    ("implements", r"{actor}\s+{adverbs}(?:in\s+charge\s+of|responsible\s+for|entrusted\s+with|tasked\s+with)\s+(?:the\s+|its\s+)?(?:day-to-day\s+|daily\s+)?(?:work|running|operations?|implementation|management|delivery|training|selection)\b(?:\s+of\s+(?:the\s+)?{thing})?"),
    ("member of", r"{actor}\s+{adverbs}(?:received\s+as|admitted\s+as|became|become|joined\s+as)?\s*(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}members?\s+of\s+(?:the\s+)?{thing}"),
    ("member of", r"{actor},\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}member\s+of\s+(?:the\s+)?{thing}"),
    ("member of", r"(?P<acts>){actor}\s+(?:is|was|are)\s+[^<>.;:]{3,90}?\band\s+(?:(?:is|was|are)\s+)?(?:also\s+)?(?:an?\s+)?(?:[\w-]+\s+){0,2}members?\s+of\s+(?:the\s+)?{thing}"),
    ("member of", r"(?P<acts>){actor}\s+ha[sd]\s+[^<>.;:]{3,90}?\band\s+(?:is|was)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}member\s+of\s+(?:the\s+)?{thing}"),
    ("member of", r"{thing}(?:,|\s+[–—-])\s+of\s+which\s+(?:both\s+|all\s+)?(?:the\s+)?{power}\s+{adverbs}(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}members?\b"),
    ("member of", r"{power}\s+(?:are|were)\s+(?:both\s+|all\s+)?(?:[a-z-]+\s+){0,2}members\s+of\s+(?:the\s+)?{thing}"),
    ("member of", r"\b[Mm]ember\s+(?:[Ss]tates|[Cc]ountries)\s+of\s+(?:the\s+)?{thing}\s*[(:–—]\s*(?:namely\s+)?(?:the\s+)?{state}{listed}"),
    ("member of", r"{thing}\s+{adverbs}(?:has|counts|comprises)\s+(?:currently\s+|now\s+)?(?:[\w-]+\s+){0,2}?(?:participating|[Mm]ember)\s+(?:[Ss]tates|[Cc]ountries)(?:\s*[:(–—]\s*|,\s+(?:namely\s+|(?=(?:the\s+)?<C\d+>\s+being\b)))(?:the\s+)?{state}(?:\s+being\b|{listed})"),
    ("unites", r"{power}(?:,\s+which)?\s+{adverbs}joined\s+(?:the\s+)?{thing}(?=\s*(?:$|[.,;:)])|\s+(?:in\s+(?:[A-Z]\w+\s+)?(?:19|20)\d\d|as|last|this|only|earlier)\b)"),
    ("member of", r"(?P<joined>){state}\s+(?:has|have|had)\s+(?:(?:since|also|later|already|now|recently)\s+)+joined(?:\s+it)?(?=\s*(?:$|[.,;)])|\s+in\s+\d{4})"),
    ("unites", r"{thing}(?:,\s+[^<>;.]{3,60}?)?,?\s+(?:and\s+)?which\s+(?:the\s+)?{power}\s+{adverbs}joined\b"),
    ("member of", r"{thing},\s+to\s+which\s+(?:the\s+)?{power}\s+{adverbs}belongs?\b"),
    ("member of", r"\b[Mm]embers\s+of\s+(?:the\s+)?{thing}\s+(?:are|include|were)\s+(?:currently\s+|now\s+)?(?:the\s+)?{power}(?!['’])"),
    ("member of", r"(?P<attends>)\b[Mm]ember\s+(?:[Ss]tates|[Cc]ountries)(?:\s+of\s+(?:the\s+)?{named})?\s+(?:that\s+|which\s+)?{adverbs}{attended}:\s+(?:the\s+)?{state}"),
    ("takes part in", r"(?P<attends>)\b[Pp]articipating\s+(?:[Ss]tates|[Cc]ountries)(?:\s+of\s+(?:the\s+)?{named})?\s+(?:that\s+|which\s+)?{adverbs}{attended}:\s+(?:the\s+)?{state}"),
    ("member of", r"(?P<attends>)(?:<E\d+>|\b[Mm]eeting)\s+{adverbs}attended\s+by\s+(?:delegations\s+(?:of|from)\s+)?(?:the\s+following\s+|its\s+)?[Mm]ember\s+(?:[Ss]tates|[Cc]ountries)\s*:\s+(?:the\s+)?{state}"),
    ("member of", r"(?P<attends>)\b(?:admission|accession)\s+of\s+(?:the\s+)?{state}\s+as\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}[Mm]ember\b(?!\s+of\b|[^.;]*\b(?:reject|postpon|defer|refus|oppos|block)\w+)"),
    ("signs", r"\b(?:[Cc]ountries|[Ss]tates|[Gg]overnments)\s+{adverbs}(?:joined|signed|endorsed|ratified|adopted)\s+{lead}{named}[^<>.;:]{0,40}?(?::|,\s+namely|,?\s+including|\s+[–—])\s+(?:the\s+)?{state}"),
    ("unites", r"{thing}(?:,\s+(?:[^<>,;.]|<[CO]\d+>){3,90},|\s+\([^()]*\))?\s+{adverbs}(?:compris(?:es|ing)|unit(?:es|ing)|group(?:s|ing)|brings?\s+together|bringing\s+together|made\s+up\s+of|composed\s+of)\s+(?:[a-z-]+\s+){0,3}?(?:the\s+)?{power}"),
    ("member of", r"{thing}\s*[(,–—-]\s*(?:[a-z-]+\s+)?\b[Mm]embers?(?:\s+[Ss]tates|\s+countries)?:\s+(?:the\s+)?{power}"),
    ("member of", r"{power}\s+{adverbs}among\s+(?:its|the)\s+(?:first\s+|founding\s+|new\s+|newest\s+)*[Mm]embers(?:\s+of\s+(?:the\s+)?{thing}|\b(?!\s+of\b))"),
    ("founder of", r"{thing}\s+{adverbs}(?:founded|created|established|launched|set\s+up|born)\s+[^<>.;]{0,40}?\b(?:on|at)\s+the\s+initiative\s+of\s+(?:the\s+)?{actor}"),
    ("founder of", r"\b(?:its|the)\s+(?:late\s+)?(?:co-)?founder(?:\s+and\s+[a-z]+(?:\s+[a-z]+)?)?,?\s+(?:the\s+late\s+)?{person}"),
    ("founder of", r"{person},?\s+(?:who\s+)?{adverbs}(?:the\s+|an?\s+)?(?:late\s+)?(?:co-)?founder\s+(?:and\s+[\w\s-]{1,25}?)?of\s+(?:the\s+)?{thing}"),
    ("part of", r"{thing}(?:,\s+(?:which\s+is\s+)?|\s+(?:is|was|are|were)\s+)(?:an?|the|one\s+of\s+the)\s+(?:[\w-]+\s+){0,3}?{unit}s?\s+(?:of|within|in|under|inside)\s+(?:the\s+)?{whole}"),
    ("part of", r"{thing}\s+(?:belongs?\s+to|falls?\s+under|sits?\s+within|is\s+housed\s+(?:in|by|at)|is\s+attached\s+to|forms?\s+part\s+of)\s+(?:the\s+)?{whole}"),
    ("proposes", r"{actor}(?:['’]s)?\s+(?:own\s+|new\s+|joint\s+)?(?:proposals?|plans?|ideas?)\s+(?:for|of)\s+(?:an?\s+|the\s+)?{named}"),
    ("proposes", r"{named},\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}(?:idea|proposal|plan|initiative|brainchild)\s+(?:of|by|from)\s+(?:the\s+)?{actor}"),
    ("proposes", r"\b(?:proposals?|suggestions?|initiatives?)\s+(?:by|from|of)\s+(?:the\s+)?{actor}\s+(?:to\s+(?:set\s+up|create|establish|launch|introduce|found|open)|for(?:\s+the\s+(?:creation|establishment|launch)\s+of)?)\s+{lead}{named}"),
    ("proposes", r"{named},\s+(?:an?|the)\s+(?:[a-z-]+\s+)?{power}\s+(?:proposal|initiative|idea)\b"),
    ("proposes", r"\b(?:at|on)\s+the\s+(?:initiative|proposal|suggestion)\s+of\s+(?:the\s+)?{actor},\s+{lead}{named}\s+{adverbs}(?:put|tabled|launched|discussed|presented)\b"),
    ("treaty with", r"{named}(?:\s+(?:treaty|agreement|pact|accord))?\s+with\s+(?:the\s+)?{state}"),
    ("funds", r"{named}(?:\s+[a-z]+)?,\s+an?\s+(?:[\w-]+\s+)?{payer}-(?:funded|financed|sponsored|supported)\b"),
    ("funds", r"{actor}\s+{adverbs}(?:its|the)\s+(?:[\w-]+\s+){0,2}(?:contributors?|donors?|funders?|sponsors?)\b(?!\s+(?:to|of|for)\b)"),
    ("funds", r"{actor}\s+{adverbs}(?:pay|pays|paid|paying)\s+for\s+(?:the|its)\s+(?:[\w-]+\s+)?phase\b(?:\s+of\s+(?:the\s+)?{thing})?"),
    ("member of", r"{power}\s+{adverbs}joined(?:\s+it)?\s+(?:in\s+[\w ]{3,20}?\s+)?as\s+(?:its|the|an?)\s+(?:[\w-]+\s+){0,3}[Mm]ember\b"),
    ("member of", r"{power}\s+(?:has|have|had)\s+been\s+(?:an?\s+)?(?:[\w-]+\s+)?members?\s+since\b"),
    ("chairs", r"\bhand(?:s|ed|ing)?\s+(?:over\s+)?the\s+{chair}\s+(?:of\s+(?:the\s+)?{thing}\s+)?(?:over\s+)?to\s+(?:the\s+)?{power}"),
    ("by means of", r"{named}(?:\s+{scheme})?,?\s+(?:an?\s+[^,;.<>]{0,50}?\s+)?{by_which}\s+(?:the\s+)?{power}\s+(?=[a-z])"),
    ("funds", r"\b(?:is|are|was|were|both|and)\s+(?:\w+ly\s+)?{payer}-(?:(?:co-)?(?:funded|financed)|sponsored|paid)\b{stops}"),
    ("implements", r"\b(?:is|are|was|were|both|and)\s+(?:\w+ly\s+)?{power}-(?:implemented|run|led|managed|operated|administered|built)\b{stops}"),
    ("supported by", r"\b(?:is|are|was|were|both|and)\s+(?:\w+ly\s+)?{power}-(?:backed|supported)\b{stops}"),
    ("operates in", r"{thing}(?:,?\s+(?:which|that))?\s+{adverbs}(?:at\s+work|operational|open)\s+(?:in|across)\s+(?:the\s+)?{state}{and_in}"),
    ("operates in", r"(?P<acts>){thing}(?:(?!<P)[^.;:]){3,140}?\band\s+(?:(?:which|that)\s+)?(?:is\s+|are\s+)?(?:now\s+|already\s+|also\s+)?{active}\s+(?:in|across)\s+(?:the\s+)?{state}{and_in}"),
    ("operates in", r"{named},\s+which\s+(?:(?!<P)[^.;:]){3,140}?\band\s+(?:is\s+|are\s+)?(?:now\s+|already\s+|also\s+)?{active}\s+(?:in|across)\s+(?:the\s+)?{state}{and_in}"),
    ("operates in", r"{named}(?:,\s+(?:(?:(?:for|to|in|under|by|through|from)\s+)?(?:which|whose)|[a-z-]+(?:ed|run|set\s+up)\s+by)\s+(?:[^.;<]|\.(?=\d)|<[CO]\d+>){3,100}?,)?\s+{adverbs}(?:open\s+to|reach|reaches|reached|cover|covers|covered|serves?|served)\s+[^<>.;]{0,40}?(?:,\s+(?:among\s+(?:them|which)|including|such\s+as)\s+)?(?:the\s+)?{state}"),
    ("operates in", r"(?:\b(?:its|their|the)\s+|[;,]\s+)(?:regional|country|field|local|national)\s+{offices}\s+(?:are\s+|exist\s+)?(?:located\s+|based\s+)?in\s+(?:the\s+)?{state}"),
    ("part of", r"{thing}(?:,|\s+is|\s+was)?(?:\s+an?\s+(?:[\w-]+\s+){0,2}{scheme})?\s+under\s+(?:the\s+)?(?:<[CO]\d+>['’]s?\s+)?{pact}"),
    ("proposes", r"(?P<acts>){actor}\s+{adverbs}propos(?:es|ed|ing)\s+to\s+(?:set\s+up|create|establish|launch|introduce|found|open|begin|start)\s+{lead}{named}"),
    ("proposes", r"(?P<acts>){actor}\s+{adverbs}(?:puts?\s+forward|presents?|presented|floats|floated|launch(?:es|ed))\s+the\s+(?:[\w-]+\s+)?(?:idea|plan|concept)\s+(?:of|for)\s+{lead}{named}"),
    ("proposes", r"{named}\s+{adverbs}(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:idea|proposal|initiative|brainchild)\s+(?:of|by|from)\s+(?:the\s+)?{actor}"),
    ("proposes", r"{actor}\s+{adverbs}(?:presents?|presented|tables?|tabled|submits?|submitted|makes?|made|puts?\s+forward|unveils?|unveiled)\s+an?\s+(?:[\w-]+\s+){0,2}proposals?\s+for\s+{lead}{named}"),
    ("proposes", r"(?P<acts>){actor}(?:,\s+(?:supported|backed|joined|seconded)\s+by\s+(?:the\s+)?<[CO]\d+>,)?\s+[^<>.;]{0,40}?\b(?:its|his|her|their)\s+(?:own\s+|new\s+|joint\s+)?(?:proposals?|plans?|ideas?)\s+(?:for|of)\s+{lead}{named}"),
    ("chairs", r"\b(?:[Cc]hair(?:manship|ship)?|[Pp]residency)\s+(?:of\s+(?:the\s+)?{thing}\s+)?(?:passed\s+|passes\s+)?from\s+(?:the\s+)?{power}\s+to\s+(?:the\s+)?(?P<more><[CO]\d+>)"),
    ("by means of", r"(?:^|[.;,]\s+)(?:[Tt]hrough|[Ww]ith|[Uu]nder)\s+(?:its|their)\s+(?:[a-z-]+\s+){0,2}{named}(?:\s+{scheme})?,\s+(?:the\s+)?{power}\s+(?=[a-z])"),
    ("implements", r"{named},\s+(?:(?:the|an?)\s+)?(?:[\w-]+\s+)?{power}(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?{work}\b"),
    ("implements", r"{named},\s+(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?!initiative){work}\s+of\s+(?:the\s+)?{power}"),
    ("owns", r"(?P<acts>){power}\s+[^<>.;]{0,60}?\bits\s+(?P<words>{own}){titled}{named}"),
    ("owns", r"{named}\s+of\s+(?:the\s+)?{power}(?!['’])(?P<words>)"),
    ("owns", r"{power}['’]s?\s+{experience}?(?P<words>{own}){titled}{named}"),
    ("owns", r"{person}['’]s?\s+(?P<words>(?:[\w-]+\s+){0,3}?\b(?:proposed|proposal|new|planned|draft)\s+(?:[\w-]+\s+)?){titled}{named}"),
    ("supported by", r"{named}[^.;]*?\b(?:in\s+(?:close\s+)?(?:coordination|cooperation|partnership|collaboration)\s+with|with\s+(?:the\s+)?(?:financial\s+|technical\s+)?support\s+(?:of|from))\s+(?:the\s+)?{power}"),
    ("supported by", r"^\W*(?:[Ii]n\s+(?:close\s+)?(?:coordination|cooperation|partnership|collaboration)\s+with|[Ww]ith\s+(?:the\s+)?(?:kind\s+|generous\s+|technical\s+)?support\s+(?:of|from))\s+(?:the\s+)?{power}{ends}"),
    ("supported by", r",?\s+with\s+(?:the\s+)?(?:kind\s+|generous\s+|technical\s+)?{support}\s+(?:of|from)\s+(?:the\s+)?{power}{ends}"),
    ("supported by", r"{thing}[^.;]{0,80}?,\s+with\s+(?:the\s+)?{power}\s+(?:providing|offering|lending|supplying)\s+(?:[\w-]+\s+){0,2}?(?:expertise|support|advice|assistance|data|help|training|services)\b"),
    ("supported by", r"{event}\s+{adverbs}(?:held|organi[sz]ed|convened)\s+in\s+(?:cooperation|co-operation|partnership|collaboration|coordination)\s+with\s+(?:the\s+)?{power}"),
    ("supported by", r"^\W*(?:[Tt]he\s+)?(?i:media\s+partners?)\s*:?\s+(?:the\s+)?{power}"),
    ("supported by", r"{named}[^<>;.]{0,40}?\b(?:receiv(?:es?|ed|ing)|enjoy(?:s|ed)?)\s+(?:the\s+)?(?:(?!financial)[\w-]+\s+){0,2}?support\s+(?:of|from)\s+(?:the\s+)?{power}"),
    ("supported by", r"{named}[^<>.;]{0,60}?\bwith\s+(?:the\s+)?{power}(?:['’]s)?\s+(?:technical\s+)?{support}\b(?!\s+(?:for|to)\b)"),
    ("operates in", r"{named},?\s*(?:(?:,\s+(?:an?|the|its)\s+(?:[\w€$£.,-]+\s+){0,4}?)?{scheme}\s*)?{begun}?{within}\s+(?:the\s+)?{state}"),
    ("operates in", r"{named},\s+{by_which}\s+(?:{they}\s+)?[^<>;.,]{3,80}?\s+(?:{within}|to)\s+(?:the\s+)?{state}"),
    ("operates in", r"{named}{which}\s+(?:(?!<[IE])[^;.,]){0,70}?\b{runs}\s+(?:[^<>;.,]{1,40}?\s+)??(?:(?:for|with|on\s+behalf\s+of)\s+(?:the\s+)?<[CO]\d+>\s+)?{within}\s+(?:the\s+)?{state}"),
    ("shares", r"{named},?\s+in\s+which\s+(?:the\s+)?{state}\s+{adverbs}(?:share|cooperate|pool|team\s+up|work\s+together)\b"),
    ("shares", r"{named}(?:{which}\s+|,\s+(?:the|an?)\s+(?:(?!<)[^;.,]){3,60}?\s+)(?:it|they)\s+{runs}\s+(?:jointly\s+|together\s+)?with\s+(?:the\s+)?{state}"),
    ("operates in", r"{named},\s+in\s+which\s+(?:the\s+)?<[CO]\d+>\s+[^<>;.,]{3,60}?\s+in\s+(?:the\s+)?{state}"),
    ("implements", r"(?P<acts>){power}\s+[^<>.;]{3,60}?{named}(?:\s+{scheme})?,?\s+which\s+(?:it|they)\s+{adverbs}(?:runs?|ran|operates?|implements?|implemented|manages?|administers?|keeps?|maintains?|carr(?:y|ies)\s+out|carried\s+out)\b"),
    ("implements", r"{power}(?:,\s+which)?\s+{adverbs}(?:act|serv)(?:s|es|ed|ing)\s+as\s+(?:the\s+|its\s+)?(?:[\w-]+\s+)?[Ss]ecretariat(?:\s+(?:of|for|to)\s+(?:the\s+)?{thing}|{stops})"),
    ("implements", r"\b(?:[Ii]mplementation|[Mm]anagement|[Aa]dministration|[Dd]elivery|[Rr]unning)\s+of\s+(?:the\s+)?{thing}\s+{adverbs}(?:(?:entrusted|assigned|delegated|handed(?:\s+over)?|outsourced)\s+to|in\s+the\s+hands\s+of|the\s+responsibility\s+of|lies\s+with|rests\s+with)\s+(?:the\s+)?{power}"),
    ("implements", r"\b(?:[Ii]mplementing|[Ee]xecuting|[Ll]ead)\s+(?:partners?|agenc(?:y|ies)|bod(?:y|ies)|organi[sz]ations?)\s+(?:of|for|in)\s+(?:the\s+)?{thing}\s+(?:is|are|include|were|was)\s+(?:the\s+)?{power}(?!['’])"),
    ("implements", r"{thing}[^<>;.]{0,60}?\bunder\s+the\s+(?:lead|coordination|co-ordination|direction)\s+of\s+(?:the\s+)?{power}"),
    ("implements", r"{power}\s+{adverbs}provid(?:es?|ed|ing)\s+(?:the\s+|its\s+)?(?:[\w-]+\s+)?[Ss]ecretariat\s+(?:of|for|to)\s+(?:the\s+)?{thing}"),
    ("implements", r"{named}\s+{adverbs}(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?!initiative){work}\s+(?:of|by)\s+(?:the\s+)?{power}"),
    ("implements", r"{thing}(?:,\s+an?\s+(?:[^<>,;.]|<[CO]\d+>-){0,60}?)?,?\s+(?:that|which)\s+(?:the\s+)?{power}\s+(?:has|have)\s+been\s+(?:implementing|running|piloting)\b"),
    ("operates in", r"{thing}(?:,\s+an?\s+(?:[^<>,;.]|<[CO]\d+>-){0,60}?)?,?\s+(?:that|which)\s+(?:the\s+)?<[CO]\d+>\s+(?:has|have)\s+been\s+(?:implementing|running|piloting)\s+in\s+(?:the\s+)?{state}{and_in}"),
    ("chairs", r"(?P<acts>){actor},\s+as\s+(?:the\s+|its\s+)?(?:current\s+)?(?:[Cc]hair|[Pp]residency)\s+of\s+(?:the\s+)?{thing}"),
    ("party to", r"\b(?:commended|congratulated|applauded|praised|thanked|welcomed)\s+(?:the\s+)?{state}\s+(?:on|for|upon)\s+(?:having\s+)?(?:ratif(?:ying|ied)|acced(?:ing|ed)\s+to|sign(?:ing|ed)|join(?:ing|ed))\s+{lead}{named}"),
    ("implements", r"{thing}(?:[^<>;.]|<[CO]\d+>){0,60}?,?\s+(?:and\s+)?for\s+which\s+(?:the\s+)?{power}\s+provides?\s+the\s+secretariat"),
    (
        "operates in",
        r"{thing}(?:,?\s+(?:which|that))?\s+{adverbs}(?:(?:operat|work)(?:es?|s|ed|ing)|active|present|(?:has|have|had|runs?|ran|implements?|implemented|carries\s+out|carry\s+out|keeps?|maintains?)\s+"
        r"(?:\w+\s+){0,2}(?:programmes?|projects?|offices?|centres?|missions?|operations))\s+(?:in|across)\s+(?:the\s+)?{state}{and_in}",
    ),
    ("operates in", r"(?P<thing><I\d+>)\s+{adverbs}(?:runs|running|ran|implemented|piloted|rolled\s+out|carried\s+out|available)\s+{within}\s+(?:the\s+)?{state}{and_in}"),
    ("operates in", r"{thing}['’]s?\s+(?:\w+\s+){0,2}(?:programmes?|projects?|operations)\s+(?:in|across)\s+(?:the\s+)?{state}"),
    ("chairs", r"{state}(?:['’]s?)?\s+{adverbs}(?:(?:holds?|held|assumes?|assumed|takes?\s+over|took\s+over|hold|rotating|current|upcoming|outgoing|the|EU|[\w-]+-(?:year|month))\s+)*(?:[Pp]residency|[Cc]hairmanship)\s+of\s+(?:the\s+)?{thing}"),
    ("part of", r"(?P<actor><O\d+>)\s+(?:agencies|bodies|institutions|organisations){such_as}{union}"),
    ("member of", r"{union}\s+(?:countries|members|member\s+states|Member\s+States){such_as}{power}"),
    (
        "member of",
        r"{union}(?:,?\s+(?:which\s+)?(?:compris(?:es|ing|ed)|(?:is\s+|are\s+)?(?:composed|made\s+up)\s+of|consist(?:s|ing)\s+of)\s+(?:[\w-]+\s+){0,4}?(?:from\s+)?(?:[\w ]+,\s+)?|"
        r",?\s+whose\s+(?:founding\s+)?members\s+(?:are|include)\s+)(?:the\s+)?{power}",
    ),
    ("part of", r"{whole},\s+with\s+its\s+(?:[\w-]+\s+){0,2}?{named}"),
    ("part of", r"{event}\s+of\s+(?:the\s+)?(?P<actor><I\d+>)"),
    ("part of", r"{event}[^<>.;]{0,40}?\b(?:held|organi[sz]ed|convened)\s+as\s+(?:an?|the|one)\s+(?:[\w-]+\s+){0,3}?(?:meeting|session|event|part|segment)\s+of\s+(?:the\s+)?(?P<actor><I\d+>)"),
    ("part of", r"{event}\s+{adverbs}(?:held|organi[sz]ed|convened|takes\s+place|took\s+place|taken\s+place)\s+[^<>.;]{0,40}?\b(?:within|under|as\s+part\s+of)\s+(?:the\s+)?(?P<actor><I\d+>)"),
    ("sits in", r"{union}(?:\s+\([A-Z]\w+\))?\s+(?:at|of)\s+(?:the\s+)?(?P<actor><O\d+>)"),
    ("part of", r"{event}[^<>.;]{0,60}?\b(?:within|in|under)\s+the\s+(?:framework|umbrella)\s+of\s+(?:the\s+)?(?P<actor><I\d+>)"),
    ("part of", r"{whole}[^.;<>]{0,140}?(?<!other )\b(?:components?|elements?|parts|pillars?|instruments?|systems?|tools?|measures?){such_as}{named}"),
    ("part of", r"\b(?:components?|elements?|parts|pillars?|instruments?)\s+of\s+(?:the\s+)?{whole}{such_as}{named}"),
    ("part of", r"{whole}\s+(?:provides?|provided)\s+for\s+(?:the\s+)?(?:(?:creation|establishment)\s+of\s+)?(?:the\s+)?{named}"),
    ("part of", r"{whole}\s+(?:creates?|created|includes?|established|establishes|comprises|sets\s+up)\s+(?:the\s+|a\s+)?{named}"),
    ("part of", r"{thing},?\s+(?:(?:is|are|was|were|forms?|formed|as)\s+)?(?:an?\s+)?(?:\w+\s+)?(?:part|component|element|pillar)\s+of\s+(?:the\s+)?{whole}"),
)  # fmt: skip

#: The same of each verb: active, relative clause, passive, a second passive, hyphened.
_DONE: tuple[str, ...] = (
    r"(?P<acts>){actor}(?:\s+[A-Z]{2,4}(?=,\s+who\b))?(?:,\s+(?:supported|backed|joined|seconded|opposed|followed)\s+by\s+(?:the\s+)?<[CO]\d+>,|,[^<>,;.]{0,60},|(?<=P\d>),|(?<=P\d\d>),)?(?:,?\s+(?:which|who))?(?:(?:\s+[\w-]+){1,8}?\s+to)?\s+{adverbs}(?:{forms})\s+(?:the\s+(?:establishment|creation|launch|introduction|setting\s+up)\s+of\s+)?{lead}{titled}{thing}{both}",
    r"{thing}(?:\s+[a-z]+ed\s+(?:on|in|by|with)\s+(?:[^.;,]|\.(?=\s\d)){3,60}?)?,?\s+(?:an?\s+(?:[^<>,;.]|<[CO]\d+>-){0,60}?\s+)?(?:which|that)\s+(?:the\s+)?{actor}\s+{adverbs}(?:{forms})\b{both}",
    r"{thing},\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:idea|proposal|scheme|programme|project|fund|platform|initiative|pilot|network|system|body|group)\s+(?:the\s+)?{actor}\s+{adverbs}(?:{forms})\b{both}",
    r"{thing}(?:\s+{scheme})?,?\s+(?:an?\s+{scheme}\s+)?(?:which|that|whose)\s+(?:(?!<P)[^.;:,]){3,100}?,?\s+and\s+(?:which\s+|that\s+|whom\s+)?(?:the\s+)?{actor}\s+{adverbs}(?:{forms})\b(?=\s*(?:$|[.,;)])|\s+(?:at|in|since|until|for|with|jointly|this)\b)",
    r"{thing}(?:\s+(?:{scheme}|{organ}))?(?:,\s+(?:which|whose|an?|the|part|[a-z]+ed)\s+(?:[^,;.<>]|<[COPIE]\d+>){3,60}(?=,\s+(?:is|was|has|will)\s))?(?:\s+in\s+(?:<C\d+>|[A-Z]\w+(?:\s+and\s+[A-Z]\w+)?))?(?:\s+(?:on|for)\s+[^,;.<>]{3,60}?(?=\s+(?:is|was|are|were|will|has)\s))?(?:(?:,|\s+is|\s+was)?\s+(?:an?|the)\s+(?:[^<,;.]|<(?![IE])){0,60}?)?[,:]?\s+(?:(?:which|that)\s+)?{adverbs}(?:{done})(?:\s+and\s+\w+)?"
    r"{lately}(?:in\s+(?:the\s+)?(?P<where><C\d+>)\s+)?by\s+{titled_by}(?:the\s+)?{by}{and_more}",
    r"(?:\band\s+|\bby\s+(?:the\s+)?<[COIP]\d+>,\s+)(?:(?:is|was|are|were|will\s+be|has\s+been|have\s+been)\s+)?(?:to\s+be\s+)?(?:now\s+|\w+ly\s+)?(?:{done}){lately}by\s+{titled_by}(?:the\s+)?{by}{then}",
    r"^\W*(?:(?:[^,;.<>]{3,60},\s+)?[Ii]t\s+(?:is|was|has\s+been|will\s+be)\s+)?(?:\w+ly\s+)?(?i:{done})(?:\s+and\s+\w+)?{lately}by\s+(?:the\s+)?{side}{both}(?:(?<=I\d>|\d\d>)\s+of\s+(?:the\s+)?<[CO]\d+>)?{ends}",
    r"{power}-(?:{done})(?:\s+and\s+[\w<>-]+)?\s+(?:(?!and\b)[\w-]+\s+){0,3}(?:(?:for|of)\s+)?(?:an?\s+|the\s+)?{named}",
)


@dataclass(frozen=True)
class Wording:
    """A form of words that states a relation.

    Args:
        predicate: what it states; "owns", "endorses", "adopts", "signs", "unites" and "treaty with" are for the things themselves to tell.
        form: a regular expression with slots in braces.
        cues: what a sentence must hold to be worded so.
    """

    predicate: str
    form: str
    cues: Cues

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds it, with the groups "actor" and "thing"; made when it is needed first, as a report needs a few of them all."""
        return re.compile(_SLOTS.filled(self.form))


def wording(predicate: str, form: str) -> Wording:
    """Return a wording with what a sentence must hold to be worded so."""
    return Wording(predicate, form, _SLOTS.cues(form))


@cache
def lexicon() -> tuple[Wording, ...]:
    """Return every wording: the fixed ones, and those of each verb."""
    made = [wording(*each) for each in _WORDINGS]
    for predicate, verbs in _VERBS.items():
        forms, done = "|".join(verbs), "|".join(verb.rsplit("|", 1)[-1] for verb in verbs)
        by = "payer" if predicate == "funds" else "actor"
        for form in _DONE:
            side = {"party to": "{power}", "funds": "{payer}"}.get(predicate, "{actor}")
            of_states = form.replace("{actor}", side)
            of_states = of_states.replace("{by}", "{power}") if predicate == "party to" else of_states
            of_states = of_states.replace("{and_more}", "{through}" if predicate == "funds" else "{both}")
            of_states = of_states.replace("{then}", "{through}" if predicate == "funds" else "")
            filled = of_states.replace("{by}", f"{{{by}}}").replace("{forms}", forms).replace("{done}", done)
            filled = filled.replace("{side}", "{payer}" if predicate == "funds" else "{power}")
            made.append(wording(predicate, filled))
    return tuple(made)
