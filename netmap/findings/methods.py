"""How each kind of finding is found, with its source, and which thresholds decide."""

from __future__ import annotations

from netmap.findings.isolation_methods import ISOLATION_METHODS, PARTNERS
from netmap.findings.kinds import FindingKind
from netmap.findings.missing_methods import MISSING_METHODS
from netmap.language import Text

THRESHOLDS_OF: dict[FindingKind, tuple[str, ...]] = {
    FindingKind.REGULAR_EXCHANGE: ("regular_contacts_per_year",),
    FindingKind.WELL_CONNECTED_BODY: ("balanced_min_sectors",),
    FindingKind.OVERLAP_GROUP: (
        "overlap_min_jaccard",
        "overlap_min_shared",
        "hours_per_meeting",
        "hours_per_journey",
    ),
    FindingKind.OVERLAP: (
        "overlap_min_jaccard",
        "overlap_min_shared",
        "overlap_min_topic_jaccard",
        "hours_per_meeting",
        "hours_per_journey",
    ),
    FindingKind.SAME_TOPICS: (
        "overlap_min_topic_jaccard",
        "overlap_most_on_same_topics",
        "overlap_min_jaccard",
        "overlap_min_shared",
    ),
    FindingKind.SUBGROUP: (
        "overlap_min_containment",
        "overlap_min_jaccard",
        "overlap_min_shared",
        "hours_per_journey",
    ),
    FindingKind.SUCCESSION: (
        "overlap_min_jaccard",
        "overlap_min_shared",
        "overlap_succession_days",
    ),
    FindingKind.LASTING_AD_HOC_BODY: ("ad_hoc_years",),
    FindingKind.BRIDGE: ("bridge_min_part",),
    FindingKind.FLOW_BOTTLENECK: ("bridge_min_part",),
    FindingKind.HANGS_ON_PERSON: ("bridge_min_part",),
    FindingKind.OUTDATED: ("tie_renewal_years",),
    FindingKind.SECTOR_NOT_IN_STEERING: ("sector_min_partners",),
    FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY: ("bilateral_min_ties",),
    FindingKind.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION: ("regular_contacts_per_year",),
    FindingKind.TIE_NOT_RENEWED: ("tie_renewal_years",),
}
"""Names of the thresholds that decide about a kind."""

_WAYS = Text(
    de="Verfolgt werden Berichtswege (von wem an wen) und die Zugehörigkeit zu einem größeren "
    "Ganzen, auch über mehrere Stationen. Stärke: (1 + Gremien mit Weg) geteilt durch "
    "(1 + Gremien); je üblicher ein Weg im Netzwerk ist, desto eher fällt sein Fehlen auf.",
    en="Reporting lines (from sender to receiver) and being part of a larger whole are followed, "
    "over several steps too. Strength: (1 + bodies with a way) divided by (1 + bodies); the more "
    "usual a way is in the network, the more its absence says.",
)


METHODS: dict[FindingKind, Text] = {
    FindingKind.REGULAR_EXCHANGE: Text(
        de="Austausch, den die andere Seite bestätigt hat und der einem Rhythmus folgt. Dass "
        "beide Seiten ihn nennen, gilt als Zeichen verlässlicher Angaben (Marsden 1990, "
        "doi:10.1146/annurev.so.16.080190.002251). Stärke: Kontakte im Jahr geteilt durch 12, "
        "höchstens 1.",
        en="Exchange that the other side has confirmed and that follows a rhythm. That both sides "
        "name it is the usual test of reliable reports (Marsden 1990, "
        "doi:10.1146/annurev.so.16.080190.002251). Strength: contacts a year divided by 12, at "
        "most 1.",
    ),
    FindingKind.WELL_CONNECTED_BODY: Text(
        de="Vom Gremium führt ein Weg (Berichtsweg oder Zugehörigkeit) nach oben, mehrere "
        "Bereiche sitzen darin, und keiner stellt mehr als die Hälfte. Stärke: Index der "
        "Heterogenität von Blau (1977, Inequality and Heterogeneity), 1 minus die Summe der "
        "quadrierten Anteile der Bereiche, geteilt durch den größtmöglichen Wert.",
        en="From the body a way (reporting line or part of) leads up, several sectors sit in it, "
        "and none holds more than half. Strength: index of heterogeneity by Blau (1977, "
        "Inequality and Heterogeneity), 1 minus the sum of the squared shares of the sectors, "
        "divided by the largest possible value.",
    ),
    FindingKind.LEVEL_BRIDGE: Text(
        de="Sitze sowohl in Steuerung oder Politik als auch auf der Arbeitsebene: Vermittlung "
        "zwischen Ebenen (Gould und Fernandez 1989, doi:10.2307/270949). Jeder solche Fall "
        "zählt gleich viel.",
        en="Seats both in steering or politics and at the working level: brokerage between levels "
        "(Gould and Fernandez 1989, doi:10.2307/270949). Each such case counts the same.",
    ),
    FindingKind.OVERLAP: Text(
        de="Anteil der gemeinsamen an allen Mitgliedern beider Gremien (Jaccard 1912, "
        "doi:10.1111/j.1469-8137.1912.tb05611.x) im Netz aus Mitgliedern und Gremien (Breiger "
        "1974, doi:10.2307/2576011), ebenso nach Organisationen, die Sitze haben. Welcher "
        "Art die Überschneidung ist, sagen benannte Regeln; die erste, die zutrifft, entscheidet. "
        "Stärke: das Mittel der beiden Anteile. Gremien, von denen eines Teil des anderen ist, "
        "stehen unter „Untergruppe“. Der Satz über den Zufall entscheidet nichts; er vergleicht "
        "mit zufälligen Sitzen, bei denen Personen und Gremien im Mittel so viele haben wie "
        "erfasst (Neal 2014, doi:10.1016/j.socnet.2014.06.001), berichtigt um die Zahl der Paare.",
        en="Share of common among all members of both bodies (Jaccard 1912, "
        "doi:10.1111/j.1469-8137.1912.tb05611.x) in the network of members and bodies (Breiger "
        "1974, doi:10.2307/2576011), and likewise by organisations that hold seats. Of what "
        "kind the overlap is named rules say; the first that fits decides. Strength: the mean of "
        "the two shares. Bodies of which one is part of the other stand under "
        '"Subgroup". The sentence about chance decides nothing; it compares with random seats '
        "where people and bodies have as many as in fact, on the average (Neal 2014, "
        "doi:10.1016/j.socnet.2014.06.001), corrected for the number of pairs.",
    ),
    FindingKind.OVERLAP_GROUP: Text(
        de="Gremien, von denen je zwei sich nach Mitgliedern überschneiden (Jaccard 1912, "
        "doi:10.1111/j.1469-8137.1912.tb05611.x) und die alle zusammen Mitglieder gemeinsam haben; "
        "größtmögliche Gruppen, gesucht wie Cliquen (Bron und Kerbosch 1973, "
        "doi:10.1145/362342.362367). Ein Teil und sein Ganzes zählen nicht als Paar. Stärke: der "
        "kleinste Anteil zweier Gremien der Gruppe.",
        en="Bodies of which each two overlap by members (Jaccard 1912, "
        "doi:10.1111/j.1469-8137.1912.tb05611.x) and all of which have members in common; maximal "
        "groups, searched like cliques (Bron and Kerbosch 1973, doi:10.1145/362342.362367). Parts "
        "and their whole are no such pair. Strength: the least share of two bodies of the "
        "group.",
    ),
    FindingKind.SAME_TOPICS: Text(
        de="Gremien mit denselben Themen, deren Mitglieder überwiegend andere sind, auf derselben "
        "Ebene und im selben Gebiet, soweit das erfasst ist. Ist zwischen ihnen keine Verbindung "
        "erfasst, fragt „Gleiches Thema, kein Austausch erfasst“. Stärke: Anteil der gemeinsamen "
        "an allen Themen beider (Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x).",
        en="Bodies with the same topics, most members of which are others, on the same level and "
        "in the same territory as far as that is recorded. Where no tie between them is recorded, "
        '"Same topic, no exchange recorded" asks. Strength: share of common among all topics of '
        "both (Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x).",
    ),
    FindingKind.SUCCESSION: Text(
        de="Gremien, von denen eines endet, wenn das andere beginnt, nach allen jemals erfassten "
        "Sitzen mit denselben Mitgliedern oder Organisationen. Stärke: Anteil der gemeinsamen "
        "(Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x).",
        en="Bodies of which one ends when the other begins, with the same members or organisations "
        "by all seats that were ever recorded. Strength: share of the common ones (Jaccard 1912, "
        "doi:10.1111/j.1469-8137.1912.tb05611.x).",
    ),
    FindingKind.SUBGROUP: Text(
        de="Anteil der Mitglieder des kleineren Gremiums, die auch im größeren sitzen "
        "(Überlappungskoeffizient, Simpson 1960, American Journal of Science 258-A). Ist das "
        "eine als Teil des anderen erfasst, wird nur gefragt, wenn beide fast dieselben "
        "Mitglieder haben. Stärke: dieser Anteil.",
        en="Share of the smaller body's members that sit in the larger one too (overlap "
        "coefficient, Simpson 1960, American Journal of Science 258-A). Where one is recorded "
        "as part of the other, the question is asked only when both have almost the same "
        "members. Strength: this share.",
    ),
    FindingKind.LASTING_AD_HOC_BODY: Text(
        de="Gremien der Ebene „ad hoc“ ohne Enddatum, die vor Längerem begonnen haben, ruhen "
        "oder nicht tagen. Stärke: zutreffende von diesen drei Anzeichen.",
        en='Bodies on the level "ad hoc" without an end date that started long ago, are dormant '
        "or do not meet. Strength: how many of these three signs apply.",
    ),
    FindingKind.STEERING_WITHOUT_LINE_TO_POLITICS: Text(
        de=f"Gremien der Steuerungsebene, von denen kein Weg zu einem politischen Gremium oder "
        f"einem Akteur der Politik erfasst ist. {_WAYS.de}",
        en=f"Steering bodies from which no way to a political body or an actor of politics is "
        f"recorded. {_WAYS.en}",
    ),
    FindingKind.GROUP_WITHOUT_LINE_TO_STEERING: Text(
        de=f"Gremien der operativen und der Ad-hoc-Ebene, von denen kein Weg zu einem "
        f"Steuergremium erfasst ist. {_WAYS.de}",
        en=f"Operational and ad hoc bodies from which no way to a steering body is recorded. "
        f"{_WAYS.en}",
    ),
    FindingKind.SECTOR_NOT_IN_STEERING: Text(
        de="Bereiche, aus denen Partner erfasst sind, aber kein Sitz in einem Gremium der "
        "Steuerungsebene. Ein Sitz zählt für die Organisation, für die er gehalten wird. Stärke: "
        "Sitze auf der Steuerungsebene, deren Bereich bekannt ist, geteilt durch alle Sitze dort.",
        en="Sectors of which partners are recorded, but no seat in a body at the steering level. A "
        "seat counts for the organisation it is held for. Strength: seats at the steering level "
        "whose sector is known, divided by all seats there.",
    ),
    FindingKind.BODY_HEARS_NOTHING: Text(
        de="Gremien der operativen und der Ad-hoc-Ebene, von denen ein Weg in die Steuerung "
        "führt, aber keiner zurück: Über Sitze, Häuser, Austausch und Kooperationen kommen "
        "Informationen in beide Richtungen, über Berichtswege nur von unten nach oben, außer es "
        "ist erfasst, dass Beschlüsse zurückkommen. Stärke: (1 + Gremien, die etwas hören) geteilt "
        "durch (1 + Gremien).",
        en="Operational and ad hoc bodies from which a way leads to steering, but none back: by "
        "seats, houses, exchange and cooperations information passes in both directions, along "
        "reporting lines only upwards, unless it is recorded that decisions come back. Strength: "
        "(1 + bodies that hear something) divided by (1 + bodies).",
    ),
    FindingKind.FLOW_BOTTLENECK: Text(
        de="Organisationen und Gremien, über die jeder Weg aus der Steuerung zu anderen führt, "
        "auch jeder Umweg: Dominatoren (Lengauer und Tarjan 1979, doi:10.1145/357062.357071). "
        "Teile, die über ihr Ganzes erreicht werden, zählen nicht. Stärke: Zahl derer, die so "
        "erreicht werden, geteilt durch eins mehr.",
        en="Organisations and bodies over which every way from steering to others leads, every "
        "detour too: dominators (Lengauer and Tarjan 1979, doi:10.1145/357062.357071). Parts that "
        "are reached by their whole do not count. Strength: the number of those who are reached "
        "like this, divided by one more.",
    ),
    FindingKind.BRIDGE: Text(
        de="Personen, ohne die Teile des Netzwerks nicht mehr zusammenhingen: Artikulationspunkte "
        "(Hopcroft und Tarjan 1973, doi:10.1145/362248.362272) im Netz aus Sitzen, Austausch, "
        "Kooperationen und Zugehörigkeiten. Ein Berichtsweg zählt nicht: Jemand überbringt den "
        "Bericht. Stärke: Zahl der Organisationen und Gremien, die den Anschluss verlieren "
        "würden, geteilt durch eins mehr. Die Reihenfolge folgt dem Namen, nicht der Stärke.",
        en="Persons without whom parts of the network would no longer hang together: articulation "
        "points (Hopcroft and Tarjan 1973, doi:10.1145/362248.362272) in the network of seats, "
        "exchange, cooperations and affiliations. A reporting line does not count: somebody "
        "carries the report. Strength: the number of organisations and bodies that would lose "
        "touch, divided by one more. They stand in the order of their names, not of strength.",
    ),
    FindingKind.MISSING_EXCHANGE: Text(
        de="Gremien oder Partner mit gemeinsamem Thema, zwischen denen weder Austausch noch "
        "Berichtsweg, Kooperation oder eine gemeinsame Sitzung erfasst ist. Gemeinsames lässt "
        "eine Verbindung erwarten (Liben-Nowell und Kleinberg 2007, doi:10.1002/asi.20591). "
        "Stärke: Anteil der gemeinsamen an allen Themen beider. Je Akteur werden höchstens zwei "
        "Hinweise gezeigt: Es geht nicht um immer mehr Zweierkontakte.",
        en="Bodies or partners with a common topic between which neither exchange nor reporting "
        "line, cooperation or common meeting is recorded. What two have in common makes a tie "
        "probable (Liben-Nowell and Kleinberg 2007, doi:10.1002/asi.20591). Strength: share of "
        "common among all topics of both. At most two findings are shown for each actor: the aim "
        "is not ever more bilateral ties.",
    ),
    FindingKind.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION: Text(
        de="Organisationen ohne erfassten Austausch mit der Koordinierungsstelle. "
        f"{PARTNERS.de} Stärke: (1 + Partner mit Austausch) geteilt durch (1 + Partner).",
        en="Organisations without recorded exchange with the coordinating office. "
        f"{PARTNERS.en} Strength: (1 + partners with exchange) divided by (1 + partners).",
    ),
    FindingKind.ONE_SIDED_REPORT: Text(
        de="Austausch, den eine Seite nennt und die andere nicht bestätigt (Stärke 1), den die "
        "andere trotz Antwort nicht nennt (0,5), oder zu dem beide Zahlen nennen, von denen eine "
        "mindestens doppelt so groß ist (1 minus kleinere durch größere). Solche Unterschiede "
        "sind in Befragungen üblich (Marsden 1990, doi:10.1146/annurev.so.16.080190.002251).",
        en="Exchange that one side reports and the other does not confirm (strength 1), that the "
        "other side, though it answered, does not name (0.5), or for which both give numbers of "
        "which one is at least twice the other (1 minus smaller by larger). Such differences are "
        "usual in surveys (Marsden 1990, doi:10.1146/annurev.so.16.080190.002251).",
    ),
    **ISOLATION_METHODS,
    **MISSING_METHODS,
}
"""The method of each kind, with what its strength counts."""
