"""German and Italian wires and releases: who says what by which words, in which post of which body."""

from __future__ import annotations

import pytest
from forms import names, posts
from test_content import triples

from vmcgraph.extraction import extract
from vmcgraph.model import (
    Country,
    Facts,
    Instrument,
    Organisation,
    Participation,
    Person,
    Session,
    Statement,
    Topic,
)
from vmcgraph.reading import parse_report
from vmcgraph.verification import verify

GERMAN = "Das ist ein Satz, der nur zeigt, dass der Text auf Deutsch ist und nicht in einer anderen Sprache, die hier auch vorkommt."
ITALIAN = "Questa è una frase che serve solo per dire che il testo è in italiano e non in una lingua che non sia questa, anche oggi."
WHO_DE = "Im Saal waren die Hafenministerin Ama Boateng und der Direktor Jan Möwe."
WHO_IT = "In sala erano la ministra dei Porti, Ama Boateng, e il direttore Bruno Gelsi."


def read(title: str, sentence: str, rest: str = "") -> Facts:
    document = parse_report(f"{title}\n\n{sentence}\n\n{rest}\n")
    facts = extract(document, edition="x2030")
    assert verify(facts, document).problems == ()
    return facts


def said(facts: Facts) -> list[tuple[str, str | None, str]]:
    """Surname, verb and kind of each statement of a person."""
    known = {person.id: person.name.split()[-1] for person in facts[Person]}
    rows = sorted(facts[Statement], key=lambda row: row.evidence[0].start)
    return [(known[speaker], row.verb, row.kind) for row in rows for speaker in row.speakers]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ('"Der Kai ist zu eng", sagte Hafenministerin Ama Boateng (SPD) am Montag in Linz.', [("Boateng", "sagte", "quote")]),
        ("Zum Auftakt mahnte die Leiterin des Hafenamtes, Ama Boateng, mehr Tempo ein.", [("Boateng", "mahnte ein", "reported")]),
        ("Jan Möwe, Direktor der Hafenbehörde, hielt fest, dass der Kai voll sei.", [("Möwe", "hielt fest", "reported")]),
        ("Der Kai sei voll, so Möwe, und das schon lange.", [("Möwe", "so", "reported")]),
        ("Laut Möwe war der Kai zuletzt leer.", [("Möwe", "Laut", "reported")]),
        ("Möwe zufolge war der Kai zuletzt leer.", [("Möwe", "zufolge", "reported")]),
        ("Kleine Boote fehlten, wie Möwe ausführte, an allen Kais.", [("Möwe", "ausführte", "reported")]),
        ("Ministerin Ama Boateng hat am Dienstag einen neuen Kai gefordert.", [("Boateng", "hat gefordert", "reported")]),
        ("Sowohl Boateng als auch Möwe versicherten, dass der Kai bleibe.",
         [("Boateng", "versicherten", "reported"), ("Möwe", "versicherten", "reported")]),
        ("Widerspruch kam von der Grünen-Politikerin Ada Kiel. «Der Kai ist zu», sagte sie der «Kaipost».", [("Kiel", "sagte", "quote")]),
        ("Jan Möwe kam mit der Lotsin Ama Boateng. Er winkte ab.", [("Möwe", "winkte ab", "reported")]),
        ("Dem schloss sich auch Möwe an: Der Kai sei zu eng.", [("Möwe", "schloss an", "reported")]),
        ("Möwe dankte der Botschafterin Kenias, Ama Boateng, für das neue Boot.", [("Möwe", "dankte", "reported")]),
        ("Ihr dänischer Kollege, Vizeminister Jan Möwe, lobte den Kai.", [("Möwe", "lobte", "reported")]),
        ('Möwe legte neue Zahlen vor. "Der Kai ist seit dem Frühjahr leer."', [("Möwe", "legte vor", "reported"), ("Möwe", None, "quote")]),
        ("Gemäss Möwe ist der Kai zu eng.", [("Möwe", "Gemäss", "reported")]),
        ("Der Kai sei zu eng, wie Jan Möwe, Direktor der Häfen, festhielt.", [("Möwe", "festhielt", "reported")]),
        ("Möwe gab zu bedenken, dass der Kai zu eng sei.", [("Möwe", "gab zu bedenken", "reported")]),
        ("Der Kai ist alt. »Ohne einen neuen Kai wird es eng«, betonte Möwe.", [("Möwe", "betonte", "quote")]),
        ("Nach Einschätzung von Möwe fehlt es an Booten.", [("Möwe", "Nach Einschätzung", "reported")]),
        ("Wie der Direktor der Häfen, Jan Möwe, am Abend erläuterte, fehlen Boote.", [("Möwe", "erläuterte", "reported")]),
        ("Möwe begrüßte die Delegationen im Hafen.", []),
        ("Mehrere Redner lobten den neuen Kai von Möwe.", []),
        ("Beim Gespräch mit Minister Jan Möwe forderte die Kammer mehr Geld.", []),
        ("Das Amt zeigte sich im Beisein von Möwe zufrieden.", []),
    ],
)  # fmt: skip
def test_who_says_what_in_german(sentence: str, wanted: list[tuple[str, str | None, str]]) -> None:
    assert said(read("Häfen", f"{WHO_DE} {sentence} {GERMAN}")) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("“Il molo è stretto”, ha replicato poco dopo il direttore dell’Agenzia dei Porti, Bruno Gelsi.", [("Gelsi", "ha replicato", "quote")]),
        ("“Il molo – ha detto Gelsi – è stretto per tutti noi”.", [("Gelsi", "ha detto", "quote")]),
        ("La ministra dei Porti, Ama Boateng, ha però definito il molo troppo stretto.", [("Boateng", "ha definito", "reported")]),
        ("Più cauto Bruno Gelsi, che ha parlato di un molo stretto.", [("Gelsi", "ha parlato di", "reported")]),
        ("Secondo Gelsi il molo è troppo stretto.", [("Gelsi", "Secondo", "reported")]),
        ("Stando a Gelsi, il molo è troppo stretto.", [("Gelsi", "Stando a", "reported")]),
        ("È intervenuto Bruno Gelsi, secondo cui il molo è stretto.", [("Gelsi", "secondo", "reported")]),
        ("Gelsi ha aperto i lavori. Il molo, ha aggiunto, resta chiuso.", [("Gelsi", "ha aggiunto", "reported")]),
        ("Per Gelsi, “il molo è troppo stretto per le navi nuove”.", [("Gelsi", "Per", "reported")]),
        ("“Il molo è troppo stretto per noi”. Lo ha detto Bruno Gelsi ieri sera.", [("Gelsi", "ha detto", "quote")]),
        ("“Il molo è troppo stretto per noi”. Così Bruno Gelsi, intervenendo in aula.", [("Gelsi", "Così", "quote")]),
        ("Ha frenato invece Bruno Gelsi, che vuole prima contare le navi.", [("Gelsi", "Ha frenato", "reported")]),
        ("Critica il molo chi non lo usa, e Gelsi tace.", []),
        ("Di parere opposto Bruno Gelsi: “Il molo è largo, e basta così”, attacca.", [("Gelsi", "attacca", "reported")]),
        ("La Farnesina, in una nota, precisa che il molo resta chiuso.", []),
        ("Il comitato ha chiesto a Bruno Gelsi un molo nuovo.", []),
    ],
)  # fmt: skip
def test_who_says_what_in_italian(sentence: str, wanted: list[tuple[str, str | None, str]]) -> None:
    assert said(read("Porti", f"{WHO_IT} {sentence} {ITALIAN}")) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Die UNHCR-Vertreterin Ama Boateng lud ein.", ("Ama Boateng", "Vertreterin", "UNHCR", "")),
        ("Der SPD-Landesvorsitzende Jan Möwe lud ein.", ("Jan Möwe", "Landesvorsitzende", "SPD", "")),
        ("Staatssekretär Jan Möwe (SPÖ) lud ein.", ("Jan Möwe", "Staatssekretär", None, "")),
        ("Staatssekretär Jan Möwe (SPÖ) lud ein.", ("Jan Möwe", None, "SPÖ", "")),
        ("Jan Möwe, Minister für Häfen des Großherzogtums Luxemburg, lud ein.", ("Jan Möwe", "Minister für Häfen", None, "LUX")),
        ("Der SPD-Politiker Jan Möwe lud ein.", ("Jan Möwe", "Politiker", "SPD", "")),
        ("Der Geschäftsführer der Diakonie Hohe Möwen, Jan Kiel, lud ein.", ("Jan Kiel", "Geschäftsführer", "Diakonie Hohe Möwen", "")),
        ("Die Leiterin des UNHCR-Büros in Österreich, Ama Boateng, lud ein.", ("Ama Boateng", "Leiterin", "UNHCR", "")),
        ("Der EU-Kommissar für Häfen und Fähren Jan Möwe lud ein.", ("Jan Möwe", "EU-Kommissar für Häfen und Fähren", None, "")),
        ("Der dänische Botschafter in Wien, Mag. Jan Möwe, lud ein.", ("Jan Möwe", "Botschafter", None, "DNK")),
        ("Die Bürgermeisterin von Linz, Ama Boateng, lud ein.", ("Ama Boateng", "Bürgermeisterin", None, "")),
        ("Jan Möwe vom Institut für Hafenkunde lud ein.", ("Jan Möwe", None, "Institut für Hafenkunde", "")),
        ("Ama Boateng, Direktorin des kenianischen Amtes für Lotsen, lud ein.", ("Ama Boateng", "Direktorin", "Amt für Lotsen", "KEN")),
        ("Jan Möwe, Leiter im Bundesministerium für Häfen, Lotsen und Fähren, lud ein.",
         ("Jan Möwe", "Leiter", "Bundesministerium für Häfen, Lotsen und Fähren", "")),
        ("Prof. Ama Boateng (Möwen-Universität) lud ein.", ("Ama Boateng", None, "Möwen-Universität", "")),
        ("Der Beauftragte der Bundesregierung für Lotsen, Jan Möwe, lud ein.", ("Jan Möwe", "Beauftragte", "Bundesregierung", "")),
        ("Sie traf ihren dänischen Amtskollegen Jan Möwe den ganzen Tag.", ("Jan Möwe", None, None, "DNK")),
        ("Nationalrat Jan Möwe (SVP/ZH) lud ein.", ("Jan Möwe", "Nationalrat", None, "")),
        ("Nationalrat Jan Möwe (SVP/ZH) lud ein.", ("Jan Möwe", None, "SVP", "")),
        ("Es sprach der Präsident der Eidgenössischen Lotsenkommission (ELK), alt Regierungsrat Ole Dahl.",
         ("Ole Dahl", "Präsident", "Eidgenössischen Lotsenkommission", "")),
        ("Die Regierungsrätin Ama Boateng (SP/BE), Präsidentin der Stiftung Offene Kais, lud ein.",
         ("Ama Boateng", "Präsidentin", "Stiftung Offene Kais", "")),
        ("Der Chef der IOM Jan Möwe lud ein.", ("Jan Möwe", "Chef", "IOM", "")),
        ("Ihr dänischer Amtskollege, Vizeminister Jan Möwe, lud ein.", ("Jan Möwe", "Vizeminister", None, "DNK")),
        ("Dänemarks Vizepremier und Hafenminister Jan Möwe lud ein.", ("Jan Möwe", "Vizepremier und Hafenminister", None, "DNK")),
        ("Der dänische Außen- und Hafenminister Jan Möwe lud ein.", ("Jan Möwe", "Außen- und Hafenminister", None, "DNK")),
        ("Es kamen Jan Möwe, Vorstandsmitglied der Offene Kais AG, Ama Boateng und andere.",
         ("Jan Möwe", "Vorstandsmitglied", "Offene Kais AG", "")),
        ("Auskunft gibt Jan Möwe (Pressesprecher).", ("Jan Möwe", "Pressesprecher", None, "")),
        ("Die Wattkundlerin Ama Boateng von der Universität Emden lud ein.", ("Ama Boateng", "Wattkundlerin", "Universität Emden", "")),
        ("Unter der Leitung von Ama Boateng, Journalistin aus Emden, wurde getagt.", ("Ama Boateng", "Journalistin", None, "")),
        ("Jan Möwe, Leiter des Landesbüros der IOM, lud ein.", ("Jan Möwe", "Leiter", "IOM", "")),
        ("Jan Möwe, kenianischer Vizeminister für Häfen, lud ein.", ("Jan Möwe", "Vizeminister für Häfen", None, "KEN")),
        ("Die Präsidentin des Bundesamts, Prof. Dr. Ama Boateng, lud ein.", ("Ama Boateng", "Präsidentin", "Bundesamt", "")),
    ],
)  # fmt: skip
def test_german_posts_of_bodies(sentence: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    assert wanted in posts(read("Häfen", sentence, GERMAN))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Il viceministro greco Bruno Gelsi ha parlato.", ("Bruno Gelsi", "viceministro", None, "GRC")),
        ("L’ambasciatore tunisino a Roma, Bruno Gelsi, ha parlato.", ("Bruno Gelsi", "ambasciatore", None, "TUN")),
        ("La segretaria di Stato ai Porti della Slovenia, Ama Boateng, ha parlato.", ("Ama Boateng", "segretaria di Stato ai Porti", None, "SVN")),
        ("Il vicedirettore esecutivo di Europol, Bruno Gelsi, ha parlato.", ("Bruno Gelsi", "vicedirettore esecutivo", "Europol", "")),
        ("Il responsabile porti di Confindustria, Bruno Gelsi, ha parlato.", ("Bruno Gelsi", "responsabile porti", "Confindustria", "")),
        ("Il vicepresidente della Regione Molonuovo Bruno Gelsi ha parlato.", ("Bruno Gelsi", "vicepresidente", "Regione Molonuovo", "")),
        ("La commissaria Ue ai Porti, Ama Boateng, ha parlato.", ("Ama Boateng", "commissaria Ue ai Porti", None, "")),
        ("Il commissario europeo per gli Affari interni Bruno Gelsi ha parlato.", ("Bruno Gelsi", "commissario europeo per gli Affari interni", None, "")),
        ("La ministra dei Porti e della Pesca costiera Ama Boateng ha parlato.", ("Ama Boateng", "ministra dei Porti e della Pesca costiera", None, "")),
        ("La portavoce dell’UNHCR Italia, Ama Boateng, ha parlato.", ("Ama Boateng", "portavoce", "UNHCR", "")),
        ("Il portavoce della ong Linea d’Onda Molese, Bruno Gelsi, ha parlato.", ("Bruno Gelsi", "portavoce", "Linea d'Onda Molese", "")),
        ("La presidente di Confindustria Alto Molo, Ama Boateng, ha parlato.", ("Ama Boateng", "presidente", "Confindustria Alto Molo", "")),
        ("La deputata del Pd Ama Boateng ha parlato.", ("Ama Boateng", "deputata", "Pd", "")),
        ("Il segretario permanente Bruno Gelsi ha parlato.", ("Bruno Gelsi", "segretario permanente", None, "")),
        ("La presidente della ong Moli Aperti, Ama Boateng, ha parlato.", ("Ama Boateng", "presidente", "Moli Aperti", "")),
        ("La rappresentante dell’Unhcr per l’Italia e Malta, Ama Boateng, ha parlato.", ("Ama Boateng", "rappresentante", "Unhcr", "")),
        ("Il sindaco di Porto Gelsi, Bruno Gelsi, ha parlato.", ("Bruno Gelsi", "sindaco", None, "")),
        ("Il vicepremier e ministro dei Porti, Bruno Gelsi, ha parlato.", ("Bruno Gelsi", "vicepremier e ministro dei Porti", None, "")),
        ("Secondo Bruno Gelsi, presidente della Fondazione Moli Aperti, è tardi.", ("Bruno Gelsi", "presidente", "Fondazione Moli Aperti", "")),
        ("Il capo missione a Tunisi dell’Unhcr, Bruno Gelsi, ha parlato.", ("Bruno Gelsi", "capo missione a Tunisi", "Unhcr", "")),
        ("Il viceministro dei Porti bosniaco, Emir Gelsić, ha parlato.", ("Emir Gelsić", "viceministro dei Porti", None, "BIH")),
    ],
)  # fmt: skip
def test_italian_posts_of_bodies(sentence: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    assert wanted in posts(read("Porti", sentence, ITALIAN))


def test_quotations_under_who_said_them() -> None:
    facts = read(
        "Häfen",
        "Landesrätin Ama Boateng:\n„Der Kai ist eng, und er bleibt eng.“\n\nJan Möwe, Direktor des Hafenamtes:\n„Boote kommen jeden Tag, und keines geht.“\n\nAusblick\n\n" + WHO_DE,
        GERMAN,
    )  # fmt: skip
    assert said(facts) == [("Boateng", None, "quote"), ("Möwe", None, "quote")]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Die Linzer Erklärung liegt auf dem Tisch.", {"Linzer Erklärung": "policy framework"}),
        ('Er lobte das Pflegeprogramm "Offene Kais" im Hafen.', {"Offene Kais": "programme"}),
        ("Die Hafenstrategie 2031 liegt auf dem Tisch.", {"Hafenstrategie 2031": "strategy"}),
        ("Der Hafen-, Kai- und Lotsenfonds (HKLF) zahlt nichts.", {"Hafen-, Kai- und Lotsenfonds": "fund"}),
        ("Das Hafenabkommen zwischen Kenia und Malta gilt.", {"Hafenabkommen zwischen Kenia und Malta": "agreement"}),
        ("Das zwischen Ankara und Wien geschlossene Lotsenabkommen gilt.", {"Lotsenabkommen zwischen Ankara und Wien": "agreement"}),
        ("Kenia und Malta unterzeichneten ein Hafenabkommen.", {"Hafenabkommen Kenia-Malta": "agreement"}),
        ("Sie kam zur Nationalen Hafenkonferenz nach Linz.", {"Nationalen Hafenkonferenz": "conference"}),
        ("Sie sprach am Rande des Accra-Forums in Linz.", {"Accra-Forum": "conference"}),
        ("Der Globale Migrationspakt gilt.", {"Globale Migrationspakt": "compact"}),
        ("Die Emder Lotsentage und die Nationale Hafenstrategie sind alt.",
         {"Emder Lotsentage": "conference", "Nationale Hafenstrategie": "strategy"}),
        ("Die Hafenabkommen Maltas mit Kenia und Ghana gelten.",
         {"Hafenabkommen Maltas mit Kenia": "agreement", "Hafenabkommen Maltas mit Ghana": "agreement"}),
        ("Die Hafenpartnerschaft der Schweiz mit Ghana gilt.", {"Hafenpartnerschaft der Schweiz mit Ghana": "partnership"}),
        ("Dieser Plan und unser Abkommen sind alt, und ein Programm fehlt.", {}),
        ("Das Fischereiabkommen und die Hafenverordnung sind alt.", {}),
    ],
)  # fmt: skip
def test_instruments_of_german_prose(sentence: str, wanted: dict[str, str]) -> None:
    facts = read("Häfen", f"{WHO_DE} {sentence} {GERMAN}")
    assert {row.name: row.type for row in facts[Instrument]} == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("È stata letta la “Dichiarazione di Trieste” sui moli.", {"Dichiarazione di Trieste": "policy framework"}),
        ("Con il programma Moli Aperti arrivano i marinai.", {"Moli Aperti": "programme"}),
        ("È partito Moli Aperti, il fondo da due milioni.", {"Moli Aperti": "fund"}),
        ("L’accordo tra Kenya e Malta è in vigore.", {"accordo tra Kenya e Malta": "agreement"}),
        ("Il memorandum firmato nel 2031 da Roma e Tunisi è in vigore.", {"memorandum firmato nel 2031 da Roma e Tunisi": "agreement"}),
        ("Il decreto flussi è in vigore.", {"decreto flussi": "law"}),
        ("Si è aperta la Conferenza nazionale sui porti, che dura due giorni.", {"Conferenza nazionale sui porti": "conference"}),
        ("Gli accordi dell’Italia con Kenya e Malta sono in vigore.",
         {"accordi dell'Italia con Kenya": "agreement", "accordi dell'Italia con Malta": "agreement"}),
        ("È stato rinnovato il protocollo sulle barche miste, che dura due anni.", {"protocollo sulle barche miste": "agreement"}),
        ("Arriverà un nuovo piano d’azione per i moli orientali, con più fondi.", {"piano d'azione per i moli orientali": "strategy"}),
        ("Si lavora a una cassa comune, il Fondo Banchine, per i marinai.", {"Fondo Banchine": "fund"}),
        ("Gelsi ha proposto una cassa comune, il Fondo Banchine, per i marinai.", {"Fondo Banchine": "proposal"}),
        ("È partito Mestieri in banchina, il progetto per i saldatori.", {"Mestieri in banchina": "programme"}),
        ("Il sindaco di Trieste, il programma in mano, tace.", {}),
        ("Si è aperto il Forum baltico sui porti, che dura due giorni.", {"Forum baltico sui porti": "conference"}),
        ("Un accordo e un programma sono in vigore, e la legge è vecchia.", {}),
    ],
)  # fmt: skip
def test_instruments_of_italian_prose(sentence: str, wanted: dict[str, str]) -> None:
    facts = read("Porti", f"{WHO_IT} {sentence} {ITALIAN}")
    assert {row.name: row.type for row in facts[Instrument]} == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Die Linzer Konferenz wird seit 2030 von Europol ausgerichtet, heuer gemeinsam mit der IOM.",
         {("Linzer Konferenz", "organised by", "Europol"), ("Linzer Konferenz", "organised by", "IOM")}),
        ("Die 3. Linzer Hafentage begannen. Die 4. Hafentage finden 2031 auf Einladung von Norwegen in Oslo statt.",
         {("Linzer Hafentage", "hosted by", "Norway")}),
        ('Neu ist das Programm "Offene Kais". Der Saal war voll; die Umsetzung übernimmt im Norden die IOM.', {("IOM", "implements", "Offene Kais")}),
        ("Veranstaltet wird die Linzer Konferenz vom UNHCR.", {("Linzer Konferenz", "organised by", "UNHCR")}),
        ('Norwegen finanziert das Programm "Offene Kais".', {("Norway", "funds", "Offene Kais")}),
        ('Das von der IOM umgesetzte Programm "Offene Kais" ist neu.', {("IOM", "implements", "Offene Kais")}),
        ('Das Programm "Offene Kais" läuft mit Unterstützung von Malta.', {("Offene Kais", "supported by", "Malta")}),
        ("Die Linzer Konferenz stand unter dem Vorsitz von Ama Boateng.", {("Ama Boateng", "chairs", "Linzer Konferenz")}),
        ("Kenia und Malta unterzeichneten ein Hafenabkommen. Finanziert wird es aus dem Hafenfonds (HFX).",
         {("Kenya", "party to", "Hafenabkommen Kenia-Malta"), ("Malta", "party to", "Hafenabkommen Kenia-Malta"),
          ("Hafenfonds", "funds", "Hafenabkommen Kenia-Malta")}),
        ("Die Linzer Konferenz tagt. Die zweitägige Konferenz wird vom UNHCR und von der IOM veranstaltet.",
         {("Linzer Konferenz", "organised by", "UNHCR"), ("Linzer Konferenz", "organised by", "IOM")}),
        ("Die Linzer Konferenz tagt. Eingeladen hatte die IOM, unterstützt wurde die Tagung von Norwegen.",
         {("Linzer Konferenz", "organised by", "IOM"), ("Linzer Konferenz", "supported by", "Norway")}),
        ('Das Programm "Offene Kais" in Ghana, das von Norwegen finanziert wird, ist neu.',
         {("Offene Kais", "operates in", "Ghana"), ("Norway", "funds", "Offene Kais")}),
        ("Die Linzer Konferenz tagt. Den Vorsitz führt der dänische Vizeminister Ole Dahl.", {("Ole Dahl", "chairs", "Linzer Konferenz")}),
        ("Landesrat Ole Dahl (ÖVP) und die Abgeordneten Eva Dorn (Grüne) und Kai Brand (Die Linke) lachten.",
         {("Ole Dahl", "member of", "ÖVP"), ("Eva Dorn", "member of", "Grüne"), ("Kai Brand", "member of", "Die Linke")}),
        ("Staatssekretärin Eva Dorn (BMAS) lachte.", set()),
        ("Es sprach der Präsident der Eidgenössischen Lotsenkommission (ELK), alt Regierungsrat Ole Dahl.",
         {("Ole Dahl", "chairs", "Eidgenössischen Lotsenkommission")}),
        ("Es kamen der Direktor der Lotsenkommission Linz, die Ministerin Eva Dorn und der Lotse Kai Brand.", set()),
        ("Die Linzer Konferenz tagt. Der Kai ist eng, den Vorsitz führt dann Hafenamtschef Ole Dahl.", {("Ole Dahl", "chairs", "Linzer Konferenz")}),
        ("Norwegen übernimmt im Herbst den Vorsitz der Linzer Konferenz.", {("Norway", "chairs", "Linzer Konferenz")}),
        ("Auf Einladung der IOM kamen viele Lotsen zur Linzer Konferenz.", {("Linzer Konferenz", "hosted by", "IOM")}),
        ("Die Linzer Konferenz tagt. Jan Möwe, der die Konferenz 2029 mitbegründet hat, lachte.", {("Jan Möwe", "founder of", "Linzer Konferenz")}),
        ("Die Linzer Konferenz tagt. Ein Kranz galt dem Gründer des Treffens, dem Lotsen Jan Möwe.", {("Jan Möwe", "founder of", "Linzer Konferenz")}),
        ('Das Programm "Offene Kais", das die IOM mit Mitteln der Norwegischen Hafenbank AG in Ghana aufbaut, ist neu.',
         {("IOM", "implements", "Offene Kais"), ("Offene Kais", "operates in", "Ghana"), ("Norwegischen Hafenbank AG", "funds", "Offene Kais")}),
        ('Gut ist die Kampagne "Offene Kais". Die Kampagne wird von Norwegen bezahlt und von der IOM durchgeführt.',
         {("Norway", "funds", "Offene Kais"), ("IOM", "implements", "Offene Kais")}),
        ('Das Programm "Offene Kais" wird nicht von Norwegen finanziert.', set()),
        ('Norwegen finanziert das Programm "Offene Kais" nicht.', set()),
        ('Norwegen könnte das Programm "Offene Kais" finanzieren.', set()),
        ("Das Lotsenabkommen, das Kenia und Malta 2030 geschlossen haben, ist alt.",
         {("Kenya", "party to", "Lotsenabkommen zwischen Kenia und Malta"), ("Malta", "party to", "Lotsenabkommen zwischen Kenia und Malta")}),
        ("Italien stritt mit der Schweiz. Das Lotsenabkommen, das Rom und Bern 2030 geschlossen haben, ist alt.",
         {("Italy", "party to", "Lotsenabkommen zwischen Italien und der Schweiz"), ("Switzerland", "party to", "Lotsenabkommen zwischen Italien und der Schweiz")}),
        ("Im Herbst werde Kenia mit Malta ein Lotsenabkommen unterzeichnen, hieß es.",
         {("Kenya", "party to", "Lotsenabkommen zwischen Kenia und Malta"), ("Malta", "party to", "Lotsenabkommen zwischen Kenia und Malta")}),
        ("Kenia möchte mit Malta ein Lotsenabkommen unterzeichnen.", set()),
        ("Sie lobte die EU-Kenia-Erklärung.", {("Kenya", "party to", "EU-Kenia-Erklärung"), ("EU", "party to", "EU-Kenia-Erklärung")}),
        ("Sie lobte das deutsch-kenianische Lotsenabkommen.",
         {("Germany", "party to", "deutsch-kenianische Lotsenabkommen"), ("Kenya", "party to", "deutsch-kenianische Lotsenabkommen")}),
        ("Kenia stritt mit Malta. Beide Länder unterzeichneten am Abend die «Erklärung von Linz».",
         {("Kenya", "party to", "Erklärung von Linz"), ("Malta", "party to", "Erklärung von Linz")}),
        ("Am Rande unterzeichneten der kenianische Hafenminister Ole Dahl und die maltesische Ministerin Eva Dorn ein Lotsenabkommen.",
         {("Kenya", "party to", "Lotsenabkommen zwischen Kenia und Malta"), ("Malta", "party to", "Lotsenabkommen zwischen Kenia und Malta")}),
        ("Der kenianische Hafenminister Ole Dahl unterzeichnete mit der maltesischen Ministerin Eva Dorn ein Lotsenabkommen.",
         {("Kenya", "party to", "Lotsenabkommen zwischen Kenia und Malta"), ("Malta", "party to", "Lotsenabkommen zwischen Kenia und Malta")}),
        ("Der kenianische Hafenminister Ole Dahl und die maltesische Ministerin Eva Dorn lasen ein Lotsenabkommen.", set()),
        ("Der kenianische Lotse Ole Dahl und die maltesische Lotsin Eva Dorn unterzeichneten ein Lotsenabkommen.", set()),
        ("Kenia und Malta wollen eine Hafenerklärung zum Lotsenpakt lesen.", set()),
        ('Norwegen lobte das Programm "Offene Kais".', set()),
    ],
)  # fmt: skip
def test_relations_of_german_prose(sentence: str, wanted: set[tuple[str, str, str]]) -> None:
    assert triples(read("Häfen", f"{WHO_DE} {sentence} {GERMAN}")) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("La Conferenza nazionale sui porti, promossa dall’Unhcr insieme a Europol, è finanziata dalla Norvegia.",
         {("Conferenza nazionale sui porti", "organised by", "Unhcr"), ("Conferenza nazionale sui porti", "organised by", "Europol"),
          ("Norway", "funds", "Conferenza nazionale sui porti")}),
        ("Il Forum baltico sui porti, organizzato da Europol, ospitato dalla Norvegia e sostenuto dall’Unhcr, dura due giorni.",
         {("Forum baltico sui porti", "organised by", "Europol"), ("Forum baltico sui porti", "hosted by", "Norway"),
          ("Forum baltico sui porti", "supported by", "Unhcr")}),
        ("Gelsi ha annunciato due milioni di euro della Norvegia per il programma Moli Aperti.", {("Norway", "funds", "Moli Aperti")}),
        ("È partito Moli Aperti, il programma che l’Oim realizza dal 2030 in Kenya.",
         {("Oim", "implements", "Moli Aperti"), ("Moli Aperti", "operates in", "Kenya")}),
        ("La Carta di Trieste è letta e la nascita del molo, pagato dalla Norvegia, è vicina.", set()),
        ("Il programma Moli Aperti è attuato dall’Oim con il sostegno di Malta.",
         {("Oim", "implements", "Moli Aperti"), ("Moli Aperti", "supported by", "Malta")}),
        ("Il programma Moli Aperti, finanziato da Malta e gestito dall’Oim, è nuovo.",
         {("Malta", "funds", "Moli Aperti"), ("Oim", "implements", "Moli Aperti")}),
        ("La Norvegia finanzia il programma Moli Aperti.", {("Norway", "funds", "Moli Aperti")}),
        ("La Norvegia ha lodato il programma Moli Aperti.", set()),
        ("È nato il programma Moli Aperti, proposto dalla Commissione europea. La Commissione finanzia il programma Moli Aperti.",
         {("Commissione europea", "proposes", "Moli Aperti"), ("Commissione europea", "funds", "Moli Aperti")}),
        ("Il Forum baltico sui porti è ospitato dall’Unhcr e finanziato dalla Norvegia.",
         {("Forum baltico sui porti", "hosted by", "Unhcr"), ("Norway", "funds", "Forum baltico sui porti")}),
        ("L’eurodeputato Ugo Dalla (Pd, S&D) e la senatrice Eva Dorno (Avs) hanno riso.",
         {("Ugo Dalla", "member of", "Pd"), ("Eva Dorno", "member of", "Avs")}),
        ("Eva Dorno, presidente della commissione Porti del Senato, ha riso.", {("Eva Dorno", "chairs", "commissione Porti del Senato")}),
        ("Si apre il Forum baltico sui porti. Domani la seduta plenaria, presieduta dal viceministro Ugo Dalla.",
         {("Ugo Dalla", "chairs", "Forum baltico sui porti")}),
        ("Si apre il Forum baltico sui porti. La presidenza del Forum passa da domani alla Norvegia.", {("Norway", "chairs", "Forum baltico sui porti")}),
        ("Si apre il Forum baltico sui porti. C’era Bruno Gelsi, che il Forum lo aveva fondato nel 2028.",
         {("Bruno Gelsi", "founder of", "Forum baltico sui porti")}),
        ("L’Unhcr - ha detto - presenterà entro maggio il programma Moli Aperti.", {("Unhcr", "proposes", "Moli Aperti")}),
        ("È nato il programma Moli Aperti. Il programma sarà gestito dall’Oim.", {("Oim", "implements", "Moli Aperti")}),
        ("Il programma Moli Aperti non è finanziato dalla Norvegia.", set()),
        ("Il programma Moli Aperti sarebbe finanziato dalla Norvegia.", set()),
        ("L’accordo che Kenya e Malta hanno firmato è vecchio.",
         {("Kenya", "party to", "accordo Kenya-Malta"), ("Malta", "party to", "accordo Kenya-Malta")}),
        ("L’Italia guarda. La ministra dei Porti maltese Eva Dorno e il ministro dei Porti, Ugo Dalla, hanno firmato un’intesa sui fari.",
         {("Italy", "party to", "intesa tra Malta e Italia"), ("Malta", "party to", "intesa tra Malta e Italia")}),
        ("L’Italia guarda. La ministra dei Porti maltese Eva Dorno e il ministro Ugo Dalla hanno firmato il rinnovo del protocollo sui fari.",
         {("Italy", "party to", "protocollo sui fari"), ("Malta", "party to", "protocollo sui fari")}),
        ("L’Italia guarda. La ministra dei Porti maltese Eva Dorno e il ministro dei Porti ruritano Ugo Dalla hanno firmato un’intesa.", set()),
        ("L’Italia guarda. La ministra dei Porti maltese Eva Dorno e il direttore Ugo Dalla hanno firmato un’intesa.", set()),
        ("L’Italia guarda. La ministra dei Porti maltese Eva Dorno e il ministro Ugo Dalla non hanno firmato un’intesa.", set()),
        ("Ha lodato l’accordo italo-albanese.",
         {("Italy", "party to", "accordo italo-albanese"), ("Albania", "party to", "accordo italo-albanese")}),
    ],
)  # fmt: skip
def test_relations_of_italian_prose(sentence: str, wanted: set[tuple[str, str, str]]) -> None:
    assert triples(read("Porti", f"{WHO_IT} {sentence} {ITALIAN}")) == wanted


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Tunisi, ha aggiunto, aspetta una nave.", True),
        ("Il patto tra Tunisi e Malta è in vigore.", True),
        ("A Tunisi piove da ieri sera.", False),
        ("Gelsi ha detto che Tunisi non aprirà il porto.", True),
        ("L’accordo con Tunisi sui porti è vecchio.", True),
    ],
)
def test_a_capital_that_acts_is_its_country(sentence: str, there: bool) -> None:
    facts = read("Porti", f"{WHO_IT} {sentence} {ITALIAN}")
    assert ("Tunisia" in {row.name for row in facts[Country]}) == there


def test_themes_are_found_by_their_labels_in_the_language() -> None:
    german = read("Häfen", f"{WHO_DE} Der Fachkräftemangel trifft den Hafen. {GERMAN}")
    italian = read("Porti", f"{WHO_IT} I rimpatri passano dal porto. {ITALIAN}")
    assert {row.name for row in german[Topic]} == {"labour shortages"}
    assert {row.name for row in italian[Topic]} == {"returns and reintegration"}


def test_an_article_that_opens_a_sentence_is_no_first_name() -> None:
    facts = read(
        "Bern (sda)",
        "Dem Ökonomen Karl Frei von der Universität Bern zufolge ist der Rückgang klein. Die Zahlen seien alt, sagte er.",
        "Die Ministerin für Häfen, Ada Brugger, sagte, dass die Häfen der Stadt offen seien und dass die Schiffe kommen.",
    )
    assert names(facts) == {"Karl Frei", "Ada Brugger"}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Der Kanton Uri und der Freistaat Bayern luden ein.", {"Kanton Uri", "Freistaat Bayern"}),
        ("Die Lotsen tagten im Kanton Uri.", set()),
        ("Dazu lud das Hafenministerium ein.", {"Hafenministerium"}),
        ("Es kam die Regionale Hafenkommission (RHK).", {"Regionale Hafenkommission"}),
        ("Sie dankte der Deutschen Gesellschaft für Auswärtige Politik.", {"Deutschen Gesellschaft für Auswärtige Politik"}),
    ],
)  # fmt: skip
def test_bodies_of_german_prose(sentence: str, wanted: set[str]) -> None:
    assert {row.name for row in read("Häfen", sentence, GERMAN)[Organisation]} == wanted


def test_a_body_is_called_by_its_noun_where_one_only_has_it() -> None:
    facts = read("Häfen", "Das Institut für Lotsenkunde lud ein. Der Chef des Instituts kam.", GERMAN)
    assert [(row.name, row.aliases, len(row.evidence)) for row in facts[Organisation]] == [
        ("Institut für Lotsenkunde", ("Instituts",), 2)
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Il Tribunale di Ancona e la Regione Friuli Venezia Giulia hanno scritto.", {"Tribunale di Ancona", "Regione Friuli Venezia Giulia"}),
        ("La regione Balcani è vasta.", set()),
    ],
)  # fmt: skip
def test_bodies_of_italian_prose(sentence: str, wanted: set[str]) -> None:
    assert {row.name for row in read("Porti", sentence, ITALIAN)[Organisation]} == wanted


EVENT = """Emder Lotsentage: Mehr Licht am Kai

Rund 90 Fachleute haben am 3. Mai 2030 über das Licht an den Kais beraten, und das ist auch im Bericht zu lesen.

Grußworte und Impuls

Staatssekretärin Ama Boateng eröffnete die Konferenz im Hafen. Ein zweites Grußwort sprach der Direktor des Amtes, Prof. Jan Möwe. Den Impuls gab danach die Forscherin Ada Brook.

Podium I: „Licht und Nebel“

Unter der Moderation von Mia Sand, Journalistin aus Emden, diskutierten Leo Pril, Leiter des Lotsenvereins, und der dänische Botschafter Ole Dahl.

Podium II: „Nebel und Netze“

Das zweite Podium leitete Ministerialrat Udo von der Heide-Nolte. Aus Wien zugeschaltet, betonte Eva Lund, Direktorin der Netzwerke, dass die Netze alt sind.

Ausblick

Boateng dankte zum Abschluss den Gästen, und die Ergebnisse sollen in den Plan für das Jahr nicht nur für Emden einfließen.
"""


def test_a_german_report_of_an_event_tells_who_spoke_led_and_discussed() -> None:
    facts = extract(parse_report(EVENT), edition="x2030")
    titles = {row.id: row.title for row in facts[Session]}
    assert {(titles[row.session], row.person.removeprefix("person/"), row.role, row.online) for row in facts[Participation]} == {
        ("Grußworte und Impuls", "ama-boateng", "opening", False),
        ("Grußworte und Impuls", "jan-mowe", "opening", False),
        ("Grußworte und Impuls", "ada-brook", "keynote", False),
        ("„Licht und Nebel“", "mia-sand", "moderator", False),
        ("„Licht und Nebel“", "leo-pril", "speaker", False),
        ("„Licht und Nebel“", "ole-dahl", "speaker", False),
        ("„Nebel und Netze“", "udo-von-der-heide-nolte", "moderator", False),
        ("„Nebel und Netze“", "eva-lund", "speaker", True),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Sie dankte der Chefin des Bundesamts für Lotsen (BLOT).", ("government", None)),
        ("Sie dankte dem Präsidenten der Eidgenössischen Lotsenkommission (ELK).", ("government", None)),
        ("Jan Möwe vom deutschen Bundespolizeipräsidium kam.", ("government", "country/DEU")),
        ("Die Ständerätin kam, der Bundesrat schwieg.", ("government", None)),
        ("Der Bundesrat schwieg.", ("parliament/council", None)),
    ],
)  # fmt: skip
def test_a_german_body_has_the_type_of_its_noun(sentence: str, wanted: tuple[str, str | None]) -> None:
    assert [(row.type, row.country) for row in read("Häfen", sentence, GERMAN)[Organisation]] == [wanted]


def test_an_italian_ministry_is_of_italy_unless_the_text_tells_another_country() -> None:
    facts = read("Porti", "Il ministero dei Porti e il ministero della Pesca sloveno hanno scritto.", ITALIAN)
    assert {(row.name, row.country) for row in facts[Organisation]} == {
        ("ministero dei Porti", "country/ITA"),
        ("ministero della Pesca", "country/SVN"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Die UNHCR-Vertreterin Ada Kiel lobte die Arbeit von Europol im Hafen.",
        "Für Frontex erinnerte Sprecherin Ada Kiel an die Arbeit von Europol im Hafen.",
        "Aus Malta erinnerte die Lotsenchefin Ada Kiel an die Arbeit von Europol im Hafen.",
        "Für die Arbeit von Europol dankte die Lotsenchefin Ada Kiel dem Hafen.",
    ],
)
def test_whom_a_speaker_speaks_for_is_no_target_of_what_is_said(sentence: str) -> None:
    facts = read("Häfen", f"{WHO_DE} {sentence}", GERMAN)
    targets = {target for statement in facts[Statement] for target in statement.about}
    assert {row.name for row in (*facts[Organisation], *facts[Country]) if row.id in targets} == {"Europol"}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Möwe lobte Peru und Chile.", ["supports"]),
        ("Möwe lobte Peru und kritisierte Chile.", ["not-stated"]),
        ("Möwe lobte Peru, nicht aber Chile.", ["not-stated"]),
        ("Möwe unterstützte weder Peru noch Chile.", ["not-stated"]),
        ("Boateng oder Möwe lobte Peru.", []),
    ],
)
def test_a_german_stance_holds_for_all_that_is_named(sentence: str, wanted: list[str]) -> None:
    assert [row.stance for row in read("Häfen", f"{WHO_DE} {sentence} {GERMAN}")[Statement]] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Gelsi ha elogiato il Perù.", ["supports"]),
        ("Gelsi non ha elogiato il Perù.", ["not-stated"]),
        ("Gelsi ha elogiato il Perù ma ha criticato il Cile.", ["not-stated"]),
        ("La ministra o Gelsi ha elogiato il Perù.", []),
        ("Il consigliere di Gelsi ha elogiato il Perù.", []),
        ("Chi ha ascoltato Gelsi ha elogiato il Perù.", []),
    ],
)
def test_an_italian_stance_holds_for_all_that_is_named(sentence: str, wanted: list[str]) -> None:
    assert [row.stance for row in read("Porti", f"{WHO_IT} {sentence} {ITALIAN}")[Statement]] == wanted
