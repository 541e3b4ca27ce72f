"""Writes report.pdf, the report of an invented conference, beside this file.

Usage: python make_report.py [OUTPUT]

Everything in it is invented. The bytes are the same each run: core fonts, no compression, a fixed
creation date, producer and file identifier. Needs fpdf2.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

SERIES = "Lakeside Mobility Forum 2023"
GREY, BLUE, BLACK = (110, 116, 122), (18, 78, 120), (20, 20, 20)

# Blocks: p paragraph, q pull quote (words, name, post), page a page break, h subheading, s a session's head,
# c a caption (number, bold name, rest), l a plain line, t a title, b bold line, toc the contents.
# A paragraph that ends without a full stop goes on after the quote or page break that follows it.

SESSIONS = {
    "opening": ("Opening remarks", "Setting the compass"),
    "keynote": ("Keynote conversation", "Calm water, deep currents: Reading the next decade of mobility"),
    "shores": ("High-level panel", "Shared shores: Making partnerships outlast the signing day"),
    "desk": ("Side event", "Algorithms at the front desk: Digital tools in reception and matching"),
    "bridge": (
        "Armchair conversation",
        "Both ends of the bridge: Labour mobility between the Bay of Bengal and the Alps",
    ),
    "wait": ("Panel discussion", "The long wait: Reception, work and dignity during asylum procedures"),
    "closing": ("Closing discussion", "After the lake: Commitments to carry home"),
}

AGENDA = [
    ("Day 1", "Tuesday, 17 October 2023"),
    ("09.30 – 09.50", "opening"),
    ("09.50 – 10.40", "keynote"),
    ("10.40 – 11.10", "Coffee break"),
    ("11.10 – 12.00", "shores"),
    ("12.00 – 12.45", "Lunch"),
    ("12.45 – 13.45", "desk"),
    ("14.15 – 15.00", "bridge"),
    ("18.30 – 20.00", ("Reception", "Lakeside reception at the Boat Museum")),
    ("Day 2", "Wednesday, 18 October 2023"),
    ("09.15 – 10.30", "wait"),
    ("10.30 – 11.00", "Coffee break"),
    ("11.00 – 12.00", "closing"),
]

STAGE = {
    "keynote": (
        ["Beatriz Núñez Carvalhal, Senior Fellow, Iberian Institute for Social Foresight"],
        ["Pieter van den Broucke, Head of Policy and LMF Lead, IRCMC"],
    ),
    "shores": (
        [
            "Katharina Öllinger, Federal Minister for Integration and Family, Austria",
            "Ilias Chatzimarkou, Deputy Minister of Migration, Cyprus",
            "Mireille Vandevelde-Osei, State Secretary for Integration, Belgium",
        ],
        ["Annika Söderqvist, Director General, IRCMC"],
    ),
    "desk": (
        [
            "Hoang Anh Lê, Co-Founder and Chief Scientist, Placewise",
            "Radoslav Bencik, Head, Digital Services Unit, European Union Agency for Asylum",
            "Wanjiru Kamau-Steiner, Associate Professor, Université du Haut-Lac",
            "D. J. Abeyratne, Senior Adviser on Digital Identity, United Nations High Commissioner for Refugees (online)",
        ],
        ["Rosalía Ibáñez Tordera, Senior Researcher, IRCMC"],
    ),
    "bridge": (
        [
            "Mokhles Rafiq Talukder, Secretary, Ministry of Overseas Placement, Bangladesh",
            "Ursina Caflisch-Dubois, Director of Human Resources, Bergblick Hotels AG",
        ],
        ["Gwenllian Prosser, Project Manager, Fair Pathways Facility, IRCMC"],
    ),
    "wait": (
        [
            "Oluwaseun Fagbohun, Director, European Network for Dignified Reception",
            "Maeve Ní Dhuibhir, Assistant Secretary for International Protection, Department of Settlement, Ireland",
            "Stéphane Kabongo-Lutz, Managing Director, Tremplin Services SA",
            "Samina Qureshi-Vogt, Deputy Director General, IRCMC",
        ],
        [],
    ),
    "closing": (
        [
            "Yusuf Ssemwogerere, Regional Director for Europe, International Organization for Migration",
            "Clara af Ekenstam, Director for Migration Policy, Ministry of Justice, Sweden",
            "Dimitar Stoyanchev, Head of Region, Eastern Corridors, IRCMC",
        ],
        ["Annika Söderqvist, Director General, IRCMC"],
    ),
}

WELCOME = [
    ("t", "Welcome"),
    (
        "p",
        "Whoever walks the shore path in Lindmere passes a bench every three hundred metres. The town put them there so that nobody would have to choose between walking and talking. For seven editions the Lakeside Mobility Forum has tried to be such a bench: a place where people who usually hurry past one another sit down for two days.",
    ),
    (
        "p",
        "On 17 and 18 October 2023 the Kursaal in Lindmere, Switzerland, was full to the gallery. Guests came from town halls, embassies, laboratories and hotels, and many more followed the stream from home. The war in Ukraine was present in almost every exchange, and so were smaller, slower changes: valleys without nurses, schools without pupils, employers without applicants.",
    ),
    (
        "p",
        "The Inter-Regional Centre for Mobility Cooperation (IRCMC) organises the Forum with its partners. This report keeps what was said as briefly as fairness allows. Each chapter stands alone and can be read on a short train ride. If one of them makes you disagree, write to us; half of next year's programme will be made of such letters.",
    ),
    ("l", "Annika Söderqvist"),
    ("l", "Director General of IRCMC"),
]

DINNER = [
    ("t", "Boathouse Dinner 2023"),
    ("l", "16 October 2023"),
    (
        "p",
        "On the evening before the Forum, sixty guests sat down between the hulls of two restored barges. The Boathouse Dinner is held together with the Halvorsen-Adeyemi Foundation and follows one rule: whatever is said there may be repeated, but only by the person who said it. What follows has been released by the speakers.",
    ),
    (
        "p",
        "In a short address Temitope Halvorsen, Director of Programmes at the Halvorsen-Adeyemi Foundation, asked the tables to name one decision they would take differently if nobody were ever to find out. The answers were collected in a bucket and read aloud over dessert.",
    ),
    (
        "p",
        "The main course was a conversation between Jonas Fridh-Okello, Writer-in-Residence at the Northern Institute for Public Reason, and Mireille Vandevelde-Osei, Belgian State Secretary for Integration. Fridh-Okello described the language of crisis as a coat that no longer fits its owner. Vandevelde-Osei replied that a coat is still better than shivering, and that her own",
    ),
    (
        "q",
        "I can defend a slow policy. What I cannot defend is a policy that nobody remembers having chosen.",
        "Mireille Vandevelde-Osei",
        "State Secretary for Integration, Belgium",
    ),
    (
        "p",
        "ministry had stopped using the word in its letters two winters ago. Both returned several times to the late Sverre Aamodt Lie, who used to begin every negotiation by asking each side to describe the other's kitchen.",
    ),
    ("page",),
    (
        "c",
        "1",
        "Temitope Halvorsen",
        ", Director of Programmes at the Halvorsen-Adeyemi Foundation, introducing the 2023 edition of the Boathouse Dinner",
    ),
    (
        "c",
        "2",
        "Desmond Achterhuis",
        ", Senior Adviser at IRCMC, seated next to Karolína Hrubešová, Return Coordinator at the European Commission, and other guests",
    ),
    (
        "c",
        "3",
        "Fikret Demirtepe",
        ", Deputy Minister of Labour of Türkiye, in conversation with IRCMC Director General Annika Söderqvist",
    ),
    (
        "c",
        "4",
        "Ngozi Umeh-Castellane",
        ", Ambassador of Nigeria to Switzerland, speaking with Samina Qureshi-Vogt, Deputy Director General of IRCMC, and other guests",
    ),
    (
        "c",
        "5",
        "Jonas Fridh-Okello",
        ", Writer-in-Residence at the Northern Institute for Public Reason, in conversation with Liv Tangen, Editor of the Fjellposten, and Amadou Keïta-Lorenz, Founder of Atelier Passage",
    ),
    ("t", "Impressions"),
    (
        "c",
        "6",
        "Tobias Inderbitzin",
        ", Member of the Town Council of Lindmere, opening the reception hosted by the Town of Lindmere on Day 1 of the Forum",
    ),
    (
        "c",
        "7",
        "Salvatore Dell'Aquila",
        ", Head of the Returns Unit at Malta's Ministry for Home Security, in conversation with Maeve Ní Dhuibhir, Assistant Secretary for International Protection at Ireland's Department of Settlement, and other guests",
    ),
    (
        "c",
        "8",
        "Oddný Stefánsdóttir",
        ", Research Director of the Institute for Quiet Borders, raising a question from the gallery",
    ),
    (
        "c",
        "9",
        "Yaw Boadi",
        ", Director of the Port Cities Alliance, with Hoang Anh Lê, Co-Founder of Placewise, and Thomas O'Meara-Lind, Policy Adviser at the Port Cities Alliance",
    ),
]

OPENING = [
    ("s", "opening"),
    (
        "p",
        "IRCMC Director General Annika Söderqvist opened the seventh Forum with a tide table. Lakes have none, she admitted, which is why people who live beside them learn to watch the wind instead. She argued that migration ministries have been reading tables for too long and should train their staff to look out of the window. Söderqvist named three gusts that she expects before the next edition: elections in several European capitals, a second winter of high rents, and a wave of retirements in care homes.",
    ),
    (
        "p",
        "She thanked the hosts in Switzerland and recalled that the first Forum had been held in a classroom with nineteen chairs. What began as a seminar, she said, had become a habit, and habits were harder to",
    ),
    (
        "q",
        "Nobody ever crossed a lake by staring at the far shore. You look at the next buoy, and then at the one behind it.",
        "Annika Söderqvist",
        "Director General, IRCMC",
    ),
    (
        "p",
        "cancel than events. The Director General closed by asking delegates to leave every session with one telephone number that they had not owned before.",
    ),
    (
        "p",
        "Pieter van den Broucke, IRCMC Head of Policy and LMF Lead, then walked the audience through the programme. He explained that each panel had been built around a disagreement and not around a theme, and that moderators had been told to find it within ten minutes. Van den Broucke also presented the answers to the question sent to all who registered: two out of three expect that their own work will be unrecognisable by the end of the decade, and most of them sounded pleased about it.",
    ),
    ("l", "» The recording of the opening is on our website"),
]

KEYNOTE = [
    ("s", "keynote"),
    (
        "p",
        "Beatriz Núñez Carvalhal has spent thirty years asking households what they plan to do and then returning to see what they did. In her conversation with Pieter van den Broucke, IRCMC Head of Policy, she set out why the gap between the two is the most useful number in her field.",
    ),
    (
        "p",
        "Forecasts of large movements tend to fail in the same direction, Núñez Carvalhal argued. They assume that people who suffer will leave, whereas those who leave are usually the ones who can still afford a bus ticket. She illustrated this with a panel of farming families in the hills of northern Portugal, where the driest years produced the fewest departures. When the rain came back, so did the savings, and the young people went.",
    ),
    (
        "p",
        "Asked by van den Broucke what this means for governments, she suggested that they should stop preparing for the worst month and prepare for the long middle. A reception system built for a peak stands empty",
    ),
    (
        "q",
        "We keep measuring the splash. The current that carried the stone has been running for twenty years.",
        "Beatriz Núñez Carvalhal",
        "Senior Fellow, Iberian Institute for Social Foresight",
    ),
    (
        "p",
        "for most of its life and is closed just before it is needed again. She would rather see modest buildings with other uses: libraries, sports halls, clinics that can turn over a wing within a week.",
    ),
    (
        "p",
        "The conversation then turned to ageing. Núñez Carvalhal noted that by the middle of the next decade several European regions will compete not only with one another but with cities on other continents for the same carers and electricians. Wages will matter, she said, yet less than the question of whether a family can come along. She pointed to surveys in which newcomers ranked the wait for a spouse's papers above pay, housing and",
    ),
    ("page",),
    (
        "p",
        "weather. Van den Broucke wondered whether any minister could win an election with that finding. She laughed and answered that ministers lose elections with the opposite one.",
    ),
    (
        "p",
        "On public opinion she warned against reading anger as a fixed quantity. In the towns that she studies, irritation rises with rents and falls with bus frequency, almost regardless of how many people have arrived. The policy lesson, in her view, is unglamorous: what looks like a quarrel over migration is often one over timetables.",
    ),
    (
        "p",
        "Towards the end a student in the gallery asked for a single indicator to watch. Núñez Carvalhal chose the number of second children born to couples who had moved within the last five years. People who plan for a second child, she observed, have stopped thinking of themselves as passing through.",
    ),
    ("l", "» The recording of this session is on our website"),
]

SHORES = [
    ("s", "shores"),
    (
        "p",
        "Most agreements on migration are remembered for the photograph. The first panel of the Forum asked what happens on the morning after, when two administrations that barely know each other have to answer the same letter.",
    ),
    (
        "p",
        "Moderated by Annika Söderqvist, IRCMC Director General, the panel brought together Katharina Öllinger, Austrian Federal Minister for Integration and Family; Ilias Chatzimarkou, Deputy Minister of Migration of Cyprus; and Mireille Vandevelde-Osei, Belgian State Secretary for Integration.",
    ),
    (
        "p",
        "Öllinger opened with a confession: of the partnerships that her department had inherited, she could find the complete files of fewer than half. She had therefore asked two retired clerks to write the history of each. What they found, the Minister reported, was that the arrangements that had lasted were those in which the same two people had stayed in post for at least four years on either side.",
    ),
    (
        "q",
        "A partnership is two desks and one telephone line. Everything else is stationery.",
        "Katharina Öllinger",
        "Federal Minister for Integration and Family, Austria",
    ),
    (
        "p",
        "Chatzimarkou spoke for countries where arrival is measured in boats per night. He said that small states cannot maintain twenty partnerships and should pool them, with one member state leading on behalf of several. Cyprus is prepared to lead on one such group, he added, provided that others accept to be led. He doubted, however, that conditionality works as its supporters",
    ),
    ("page",),
    (
        "p",
        "hope. In his experience a threat to withhold visas is answered politely, and then nothing moves for a year.",
    ),
    (
        "p",
        "Vandevelde-Osei agreed on the diagnosis but not on the cure. She argued that partners notice when promises of legal routes are made by a minister who does not control them. Belgium has begun to let its regions sign the labour part themselves. The results are untidy, she conceded, yet the regions answer their letters.",
    ),
    (
        "q",
        "Small states do not need more friends. We need friends who talk to each other before they talk to us.",
        "Ilias Chatzimarkou",
        "Deputy Minister of Migration, Cyprus",
    ),
    (
        "p",
        "Asked by Söderqvist for one clause that every text should contain, the three gave three answers. Öllinger wanted a named person on each side; Chatzimarkou a date on which the whole arrangement lapses unless renewed; Vandevelde-Osei a small joint budget that can be spent without a committee. The audience voted by raising menus from the lunch table, and the joint budget won by a short head.",
    ),
    ("l", "» The recording of this session is on our website"),
]

DESK = [
    ("s", "desk"),
    (
        "p",
        "Reception offices were early to buy computers and late to ask what they were for. This side event, moderated by Rosalía Ibáñez Tordera, IRCMC Senior Researcher, put a founder, an official, a scholar and a humanitarian adviser around one screen.",
    ),
    (
        "p",
        "Hoang Anh Lê showed how Placewise proposes a municipality for each newly recognised family, using schools, vacancies and bus lines. The tool is wrong about one time in six, Lê said, which is still better than a list in alphabetical order. Radoslav Bencik described how the European Union Agency for Asylum (EUAA) tests such tools on invented families before real ones are entered. He stressed that his unit refuses any system whose maker cannot explain a single result to the person concerned.",
    ),
    (
        "p",
        "Wanjiru Kamau-Steiner has sat beside caseworkers in four offices and counted how often they overrule the screen. The figure falls from a third to almost none within ten weeks, she reported, and not because the screen",
    ),
    (
        "q",
        "Ask who in the room is allowed to say that the machine is mistaken. If the answer is nobody, switch it off.",
        "Wanjiru Kamau-Steiner",
        "Associate Professor, Université du Haut-Lac",
    ),
    (
        "p",
        "improves. Fatigue does the rest. She recommended that overruling should be counted as work and not as delay.",
    ),
    (
        "p",
        "Joining online from Colombo, D. J. Abeyratne reminded the panel that for many people on the move the first digital file is made by the United Nations High Commissioner for Refugees (UNHCR) and follows them for decades. Abeyratne called for a right to see that file on a telephone, in one's own language, without an appointment. Bencik thought this feasible within two years; Lê offered to build a first version over the winter.",
    ),
    ("l", "» The recording of this session is on our website"),
]

BRIDGE = [
    ("s", "bridge"),
    (
        "p",
        "Two hundred kitchen and laundry workers from Bangladesh have spent a winter in Alpine hotels since 2021. The pilot is run by the Fair Pathways Facility; Gwenllian Prosser led the conversation between the two people who receive most of the complaints.",
    ),
    ("h", "From brochure to contract"),
    (
        "p",
        "Mokhles Rafiq Talukder recounted how his ministry found eleven different brochures for the same job, only two of them true. The Secretary has since obliged agencies to read the contract aloud on video in Bangla before anyone pays a fee. He said that one applicant in nine withdraws after listening, and that he regards each of them as a success.",
    ),
    (
        "p",
        "Prosser asked who pays for the video. Talukder replied that the agencies do, after a year of explaining why they could not.",
    ),
    ("h", "What employers owe"),
    (
        "p",
        "Ursina Caflisch-Dubois admitted that Bergblick Hotels AG joined the pilot because nobody else applied, and that it stayed for another reason: staff turnover in the laundries fell by half. She listed what went wrong in the first season, from boots in the wrong sizes to a",
    ),
    (
        "q",
        "We had translated the safety rules. We had not translated the jokes, and it is the jokes that tell you whether you belong.",
        "Ursina Caflisch-Dubois",
        "Director of Human Resources, Bergblick Hotels AG",
    ),
    (
        "p",
        "canteen that closed before the late shift. The company now pays an allowance for the months between seasons, on the condition that workers come back.",
    ),
    (
        "p",
        "Both agreed that the pilot cannot grow on goodwill. Talukder would like the Swiss authorities to recognise the laundry certificate issued in Dhaka; Caflisch-Dubois would like them to answer within a season.",
    ),
    ("l", "» The recording of this session is on our website"),
]

WAIT = [
    ("s", "wait"),
    (
        "p",
        "Between an application and an answer lie, on average, more months than most people plan ahead. The second day began with the question of what those months are for.",
    ),
    (
        "p",
        "Moderated by Samina Qureshi-Vogt, IRCMC Deputy Director General, the panel featured Oluwaseun Fagbohun, Director of the European Network for Dignified Reception; Maeve Ní Dhuibhir, Assistant Secretary for International Protection at Ireland's Department of Settlement; and Stéphane Kabongo-Lutz, Managing Director of Tremplin Services SA.",
    ),
    (
        "p",
        "Fagbohun recalled his own nineteen months in a former barracks, during which he learned the timetable of every train that he was not permitted to board. He argued that idleness is a cost that no budget shows. The network that he leads has compared forty centres and found that quarrels, sick days and broken furniture all decline once residents run the laundry and the gate themselves.",
    ),
    (
        "p",
        "Ní Dhuibhir described the change in Ireland, where applicants may now look for work after six months. Employers hesitated at first, she said, because the permit had to be renewed so often that",
    ),
    (
        "q",
        "Waiting is not nothing. It is work without wages, and people should come out of it with something in their hands.",
        "Oluwaseun Fagbohun",
        "Director, European Network for Dignified Reception",
    ),
    (
        "p",
        "payroll systems dropped the holder every half year. Her department has since printed a longer one. She cautioned that the right to work means little in places without buses, and that accommodation had been bought where it was cheap, not where anybody was hiring.",
    ),
    (
        "p",
        "Kabongo-Lutz runs thirty centres on behalf of public authorities and was asked by Qureshi-Vogt whether a company can want short procedures when it is paid by the night. He answered that it can if the contract says so. Tremplin Services SA has proposed a fee for every resident who leaves with a lease and a",
    ),
    ("page",),
    ("p", "job, and none for the nights beyond a year. Two authorities have signed; a third is thinking about it."),
    (
        "p",
        "The sharpest exchange concerned children. Fagbohun held that no child should spend more than three months in a collective centre. Ní Dhuibhir shared the aim but asked where the flats would come from, as her country had begun the year with fewer empty homes than families in need of one. Kabongo-Lutz offered to open his statistics to researchers so that the costs of both could be compared.",
    ),
    (
        "q",
        "Pay me to empty the building, and I will find the landlords myself.",
        "Stéphane Kabongo-Lutz",
        "Managing Director, Tremplin Services SA",
    ),
    (
        "p",
        "Closing the panel, Qureshi-Vogt collected one concrete offer from each seat. She promised to report at the next Forum which of them had been kept.",
    ),
    ("l", "» The recording of this session is on our website"),
]

CLOSING = [
    ("s", "closing"),
    (
        "p",
        "The last hour belonged to promises. Annika Söderqvist, IRCMC Director General, moderated the discussion from a chair in the aisle and allowed no sentence that began with the word should.",
    ),
    (
        "p",
        "Yusuf Ssemwogerere announced that the International Organization for Migration (IOM) will publish the evaluation of its return counselling in full, including the two countries in which it failed. He noted that failure is the only part that other offices ask to read. Clara af Ekenstam reported that the Ministry of Justice in Stockholm has begun to invite former applicants to test its letters; of the first twelve letters, eleven were rewritten.",
    ),
    (
        "p",
        "Dimitar Stoyanchev looked to the east. His team will reopen the office that it left in the spring of 2022 and staff it with people who had fled from the same street. He expects that most displaced Ukrainians who want to return will do so in",
    ),
    (
        "q",
        "A promise with a date is a plan. A promise without one is weather.",
        "Yusuf Ssemwogerere",
        "Regional Director for Europe, International Organization for Migration",
    ),
    ("p", "stages, keeping one foot on each side for years, and that the law has no word for this."),
    (
        "p",
        "In her closing remarks, Söderqvist read three of the anonymous answers from the bucket of the Boathouse Dinner. She thanked the interpreters and the kitchen, and invited everyone to the eighth edition, which will have one more bench.",
    ),
    ("l", "» The recording of this session is on our website"),
]

SPEAKERS = [
    ("Annika Söderqvist", "Director General", "IRCMC"),
    ("Pieter van den Broucke", "Head of Policy and LMF Lead", "IRCMC"),
    ("Beatriz Núñez Carvalhal", "Senior Fellow", "Iberian Institute for Social Foresight"),
    ("Katharina Öllinger", "Federal Minister for Integration and Family", "Austria"),
    ("Ilias Chatzimarkou", "Deputy Minister of Migration", "Cyprus"),
    ("Mireille Vandevelde-Osei", "State Secretary for Integration", "Belgium"),
    ("Hoang Anh Lê", "Co-Founder and Chief Scientist", "Placewise"),
    ("Radoslav Bencik", "Head, Digital Services Unit", "European Union Agency for Asylum"),
    ("Wanjiru Kamau-Steiner", "Associate Professor", "Université du Haut-Lac"),
    ("D. J. Abeyratne", "Senior Adviser on Digital Identity", "UNHCR"),
    ("Rosalía Ibáñez Tordera", "Senior Researcher", "IRCMC"),
    ("Mokhles Rafiq Talukder", "Secretary", "Ministry of Overseas Placement, Bangladesh"),
    ("Ursina Caflisch-Dubois", "Director of Human Resources", "Bergblick Hotels AG"),
    ("Gwenllian Prosser", "Project Manager, Fair Pathways Facility", "IRCMC"),
    ("Oluwaseun Fagbohun", "Director", "European Network for Dignified Reception"),
    ("Maeve Ní Dhuibhir", "Assistant Secretary for International Protection", "Department of Settlement, Ireland"),
    ("Stéphane Kabongo-Lutz", "Managing Director", "Tremplin Services SA"),
    ("Samina Qureshi-Vogt", "Deputy Director General", "IRCMC"),
    ("Yusuf Ssemwogerere", "Regional Director for Europe", "International Organization for Migration"),
    ("Clara af Ekenstam", "Director for Migration Policy", "Ministry of Justice, Sweden"),
    ("Dimitar Stoyanchev", "Head of Region, Eastern Corridors", "IRCMC"),
]

TAKEAWAYS = [
    ("t", "Four takeaways from the lake"),
    (
        "p",
        "The Forum does not vote and adopts no text. Four thoughts nevertheless returned often enough to be written down here.",
    ),
    ("h", "1 People outlast paper"),
    (
        "p",
        "Arrangements between states live as long as the officials who answer for them. Longer postings and proper handovers cost little and are seldom demanded.",
    ),
    ("h", "2 Plan for the long middle"),
    (
        "p",
        "Peaks draw attention and money. Most of the damage, and most of the good, is done in the years between them, in buildings that serve more than one purpose.",
    ),
    ("h", "3 Let people overrule the screen"),
    (
        "p",
        "Digital tools help where a named person may contradict them without losing time or face. Offices that buy one should budget for the other.",
    ),
    ("h", "4 Treat waiting as time that belongs to somebody"),
    (
        "p",
        "Months in procedure can build skills and contacts or destroy them. The difference lies in timetables, permits and keys more than in grand reforms.",
    ),
]

IMPRINT = [
    ("t", "Imprint"),
    ("l", "Inter-Regional Centre for Mobility Cooperation (IRCMC)"),
    ("l", "Uferweg 12"),
    ("l", "Lindmere"),
    ("l", "Switzerland"),
    ("l", "www.ircmc.example"),
    (
        "p",
        "Short passages may be quoted with the source. Views reported here are those of the speakers and bind nobody else.",
    ),
    ("b", "Publication team"),
    ("l", "Rosalía Ibáñez Tordera, Hanna Zeleke"),
    ("b", "Copyeditor"),
    ("l", "Benedict Farrow-Lamb"),
    ("b", "Layout"),
    ("l", "Papierboot Studio"),
    ("b", "Photo credit"),
    ("l", "Nazanin Golestaneh"),
    ("b", "Print"),
    ("l", "Druckwerk Seeufer AG"),
]

ABOUT = [
    ("t", "About IRCMC"),
    (
        "p",
        "The Inter-Regional Centre for Mobility Cooperation is an intergovernmental body founded in 1998. It trains officials, runs pilots with employers and keeps a library of agreements that others have lost. Its seat is in Lindmere.",
    ),
    ("b", "IRCMC Member States"),
    *[
        ("l", name)
        for name in [
            "Austria",
            "Belgium",
            "Cyprus",
            "Estonia",
            "Ireland",
            "Malta",
            "Portugal",
            "Slovenia",
            "Sweden",
            "Switzerland",
            "Türkiye",
        ]
    ],
]

TEAM = [
    ("t", "LMF Team"),
    (
        "p",
        "The Lakeside Mobility Forum is put together by a small group of colleagues at IRCMC, with help from many others in the weeks before it.",
    ),
    *[
        line
        for name, post in [
            ("Pieter van den Broucke", "Strategic lead"),
            ("Lotte Birkmose", "Organisational lead"),
            ("Bogdan Ilievski", "Logistics"),
            ("Hanna Zeleke", "Communications"),
            ("Gwenllian Prosser", "Programme design"),
            ("Rosalía Ibáñez Tordera", "Programme design"),
        ]
        for line in (("b", name), ("l", post))
    ],
]


class Report(FPDF):
    def __init__(self, pages: dict[str, int]):
        super().__init__(format="A4")
        self.set_compression(False)
        self.core_fonts_encoding = "cp1252"
        self.set_margins(20, 24, 20)
        self.set_auto_page_break(True, 22)
        self.set_creation_date(datetime(2023, 12, 1, 12, tzinfo=UTC))
        self.set_title(f"Report: {SERIES}")
        self.set_author("Invented for testing")
        self.set_producer("fpdf2")
        self.known, self.found = pages, {}

    def file_id(self):  # fixed, so that the bytes never change
        return "<4C616B6573696465><4C616B6573696465>"

    def header(self):
        if self.page_no() > 1:
            self.set_xy(20, 10)
            self.style("", 8, GREY)
            self.cell(0, 5, SERIES)
            self.set_y(24)

    def footer(self):
        if self.page_no() > 1:
            self.set_y(-15)
            self.style("", 8, GREY)
            self.cell(0, 5, str(self.page_no()), align="R" if self.page_no() % 2 else "L")

    def style(self, weight: str, size: float, colour=BLACK):
        self.set_font("helvetica", weight, size)
        self.set_text_color(*colour)

    def text_block(self, words: str, height: float, after: float = 0):
        self.multi_cell(0, height, words, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(after)

    def mark(self, name: str):
        self.found[name] = self.page_no()

    def blocks(self, blocks):
        for kind, *rest in blocks:
            getattr(self, f"put_{kind}")(*rest)

    def put_page(self):
        room = self.h - 24 - self.get_y()
        if room > 30:  # where a printed report would show a photograph
            self.set_fill_color(222, 230, 236)
            self.rect(self.l_margin, self.get_y() + 2, self.epw, room, style="F")
        self.add_page()

    def put_t(self, words):
        self.style("B", 19, BLUE)
        self.text_block(words, 9, 4)

    def put_h(self, words):
        self.style("B", 11.5, BLUE)
        self.text_block(words, 6, 1)

    def put_b(self, words):
        self.ln(2)
        self.style("B", 10)
        self.text_block(words, 5)

    def put_l(self, words):
        self.style("", 10)
        self.text_block(words, 5)

    def put_p(self, words):
        self.style("", 10.5)
        self.text_block(words, 5.4, 3)

    def put_q(self, words, name, post):
        self.ln(2)
        self.set_left_margin(32)
        self.set_x(32)
        self.style("I", 13, BLUE)
        self.text_block(f"“{words}”", 6.6, 1)
        self.style("B", 9.5)
        self.text_block(name, 4.8)
        self.style("", 9.5, GREY)
        self.text_block(post, 4.8)
        self.set_left_margin(20)
        self.set_x(20)
        self.ln(4)

    def put_c(self, number, name, rest):
        self.style("", 9.5)
        self.multi_cell(0, 5, f"{number} **{name}**{rest}", align="L", markdown=True, new_x="LMARGIN", new_y="NEXT")
        self.ln(3)

    def put_s(self, name):
        kind, title = SESSIONS[name]
        self.mark(name)
        self.style("", 11, GREY)
        self.text_block(kind, 6, 1)
        self.put_t(title)
        on_stage, moderation = STAGE.get(name, ([], []))
        for label, people in (("ON STAGE", on_stage), ("MODERATION", moderation)):
            if people:
                self.style("B", 9, GREY)
                self.text_block(label, 5, 1)
                for line in people:
                    self.style("", 10)
                    self.text_block(line, 5, 1.2)
                self.ln(2)

    def cover(self):
        self.add_page()
        self.set_y(70)
        self.style("B", 11, GREY)
        self.text_block("REPORT", 7, 4)
        self.style("B", 30, BLUE)
        self.text_block("LMF2023", 14, 4)
        self.style("", 15)
        self.text_block("Where the shores of mobility policy meet", 8, 20)
        for number, theme in enumerate(("Partnerships that last", "Fair routes to work", "Dignity in the meantime"), 1):
            self.style("", 11)
            self.text_block(f"{number} {theme}", 7)

    def agenda(self):
        self.add_page()
        self.put_t(SERIES)
        for left, right in AGENDA:
            if left.startswith("Day"):
                self.ln(2)
                self.style("B", 12, BLUE)
                self.text_block(left, 6)
                self.style("", 10)
                self.text_block(right, 5, 2)
                continue
            kind, title = SESSIONS.get(right, (right, "")) if isinstance(right, str) else right
            self.style("B", 9.5)
            self.text_block(f"{left} {kind}", 5)
            if title:
                self.style("", 9.5)
                self.text_block(title, 4.8)
            self.ln(1.8)

    def contents(self):
        self.add_page()
        self.put_t("Contents")

        def entry(name, words, people=()):
            self.style("B", 10)
            self.text_block(f"p. {self.known.get(name, 0)} {words}", 5)
            for label, names in people:
                self.style("", 9.5)
                self.text_block(f"{label} {', '.join(names)}".strip(), 4.8)
            self.ln(2)

        entry("welcome", "Welcome")
        entry("dinner", "Boathouse Dinner 2023")
        entry("impressions", "Impressions")
        for name, (kind, title) in SESSIONS.items():
            if name == "opening":
                entry(name, f"{kind} {title}", [("", ["Annika Söderqvist", "Pieter van den Broucke"])])
                continue
            on_stage, moderation = ([line.split(",")[0] for line in lines] for lines in STAGE[name])
            entry(
                name,
                f"{kind} {title}",
                [(label, names) for label, names in (("On stage", on_stage), ("Moderation", moderation)) if names],
            )
        entry("speakers", "Speakers")
        entry("takeaways", "Four takeaways from the lake")
        entry("imprint", "Imprint")
        entry("about", "About IRCMC")
        entry("team", "LMF Team")

    def speakers(self):
        self.put_t("Speakers")
        top = self.get_y()
        for index, (name, post, body) in enumerate(SPEAKERS):
            if index == 0:  # first column
                self.set_right_margin(110)
            elif index == 11:  # second column
                self.set_right_margin(20)
                self.set_left_margin(110)
                self.set_xy(110, top)
            self.style("B", 10)
            self.text_block(name, 5)
            self.style("", 9.5)
            self.text_block(post, 4.8)
            self.text_block(body, 4.8, 2.6)
        self.set_left_margin(20)

    def write_all(self):
        self.cover()
        self.agenda()
        self.add_page()
        self.mark("welcome")
        self.blocks(WELCOME)
        self.contents()
        self.add_page()
        self.mark("dinner")
        for block in DINNER:
            if block == ("t", "Impressions"):
                self.mark("impressions")
            self.blocks([block])
        for chapter in (OPENING, KEYNOTE, SHORES, DESK, BRIDGE, WAIT, CLOSING):
            self.add_page()
            self.blocks(chapter)
        self.add_page()
        self.mark("speakers")
        self.speakers()
        for name, chapter in (("takeaways", TAKEAWAYS), ("imprint", IMPRINT), ("about", ABOUT), ("team", TEAM)):
            if name == "about":
                self.ln(12)
            else:
                self.add_page()
            self.mark(name)
            self.blocks(chapter)


def main() -> None:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("report.pdf")
    draft = Report({})
    draft.write_all()
    report = Report(draft.found)
    report.write_all()
    if report.found != draft.found:
        raise SystemExit("the page numbers of the contents do not settle")
    output.write_bytes(bytes(report.output()))


if __name__ == "__main__":
    main()
