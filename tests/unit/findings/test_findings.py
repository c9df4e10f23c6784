"""Which findings a network gives, in what order, and what each says."""

from __future__ import annotations

import pytest

from examples import city, small
from netmap.analyses.summary import summary
from netmap.findings.finding import Finding, SubjectType
from netmap.findings.findings import findings
from netmap.findings.kinds import FindingKind
from netmap.findings.thresholds import Thresholds
from netmap.network import Network
from netmap.tables import Table, fields
from netmap.values import Source
from netmap.vocabulary import Asked, Kind, Level, Sector, Status
from tests.small_networks import (
    body,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    seats,
    topic,
    work,
)


def one(made: Network, kind: FindingKind, thresholds: Thresholds | None = None) -> Finding:
    """The one finding of a kind."""
    (found,) = [each for each in findings(made, thresholds=thresholds) if each.kind is kind]
    return found


def kinds(made: Network) -> list[str]:
    """Kinds of all findings, in order."""
    return [each.kind.value for each in findings(made)]


def evidence(found: Finding) -> str:
    """All evidence in German, line by line."""
    return "\n".join(line.de for line in found.evidence)


def twins(**second: object) -> Network:
    """Two groups on one topic with four of five members in common."""
    return network(
        [person(each) for each in "abcde"],
        topic("Übergang"),
        body("A", Level.OPERATIONAL, meetings_per_year=6),
        body("B", **({"level": Level.OPERATIONAL} | second)),
        seats("A", *"abcde"),
        seats("B", *"abcd"),
        work("A", "Übergang"),
        work("B", "Übergang"),
    )


def test_an_overlap_names_numbers_topic_and_a_common_meeting() -> None:
    """As the members would say it, and in English likewise."""
    found = one(twins(), FindingKind.OVERLAP)
    assert found.suggestion.de.startswith(
        "Mögliche Überschneidung: „A“ und „B“ teilen 4 von 5 Mitgliedern und das Thema "
        "„Übergang“. Könnte ein gemeinsamer Termin entlasten?"
    )
    assert found.suggestion.en.startswith(
        'Possible overlap: "A" and "B" share 4 of 5 members and the topic "Übergang". '
        "Could a joint meeting be a relief?"
    )
    assert "Gemeinsame Mitglieder (4 von 5): „a“, „b“, „c“ und „d“" in evidence(found)
    assert "Sitzungen im Jahr, „A“: 6" in evidence(found)
    assert (found.strength, found.strength_word.de) == (4 / 5, "deutlich")


def test_a_body_required_by_law_is_coordinated_never_merged() -> None:
    """The suggestion says why, and asks about dates and agendas only."""
    text = one(twins(legal_basis="§ 78 SGB VIII"), FindingKind.OVERLAP).suggestion
    assert "„B“ ist rechtlich vorgesehen; es geht daher allein um Abstimmung." in text.de
    assert "bündeln" not in text.de
    assert "together" not in text.en


def test_bodies_on_different_levels_are_asked_whether_it_is_intended() -> None:
    """Nobody proposes that steering takes over a working group."""
    text = one(twins(level=Level.STEERING), FindingKind.OVERLAP).suggestion
    assert "Sie arbeiten auf verschiedenen Ebenen; ist das so gewollt?" in text.de
    assert "bündeln" not in text.de


def test_a_subgroup_in_its_parent_is_asked_whether_it_is_intended() -> None:
    """It is no overlap, and only talked about when both have almost the same members."""
    made = twins(parent_id="A")
    assert "overlap" not in kinds(made)
    found = one(made, FindingKind.SUBGROUP)
    assert [each.id for each in found.subjects] == ["B", "A"]
    assert found.suggestion.de.startswith(
        "„B“ gehört zu „A“ und hat fast dieselben Mitglieder (4 von 5 sitzen in beiden) – so "
        "gewollt?"
    )


def test_a_small_subgroup_of_its_parent_is_no_finding() -> None:
    """That a subgroup's members sit in the parent is what a subgroup is."""
    made = network(
        [person(each) for each in "abcdefgh"],
        body("A"),
        body("B", parent_id="A"),
        seats("A", *"abcdefgh"),
        seats("B", *"abc"),
    )
    assert not {"overlap", "subgroup"} & set(kinds(made))


def test_a_group_wholly_within_another_is_asked_whether_it_is_its_part() -> None:
    """Where nobody recorded it as a part."""
    made = network(
        [person(each) for each in "abcdefgh"],
        body("A"),
        body("B"),
        seats("A", *"abcdefgh"),
        seats("B", *"abc"),
    )
    text = one(made, FindingKind.SUBGROUP).suggestion.de
    assert text.startswith(
        "„B“ ist vollständig Teil von „A“ (3 von 3 Mitgliedern sitzen auch dort) – so gewollt?"
    )


def test_dissolved_bodies_are_not_talked_about() -> None:
    """Neither as an overlap nor as a place to meet."""
    assert "overlap" not in kinds(twins(status=Status.DISSOLVED))
    assert "overlap" not in kinds(twins(status=Status.MERGED))


def test_an_overlap_of_organisations_is_told_by_organisations() -> None:
    """The same houses send different people to both bodies."""
    houses = [organization(each) for each in ("X", "Y", "Z")]
    people = [person(f"{each}{number}", each) for each in ("X", "Y", "Z") for number in (1, 2)]
    made = network(
        houses,
        people,
        body("A"),
        body("B"),
        seats("A", "X1", "Y1", "Z1"),
        seats("B", "X2", "Y2", "Z2"),
    )
    text = one(made, FindingKind.OVERLAP).suggestion.de
    assert "teilen 3 von 3 Organisationen." in text


def test_a_lasting_ad_hoc_body_is_thanked_and_its_work_handed_on() -> None:
    """To an existing body on the same topic; nobody is asked to exchange with it any more."""
    made = network(
        topic("Messe"),
        body("PG", Level.AD_HOC, start_date="2021-01"),
        body("AK", Level.OPERATIONAL),
        work("PG", "Messe"),
        work("AK", "Messe"),
    )
    text = one(made, FindingKind.LASTING_AD_HOC_BODY).suggestion.de
    assert text.startswith("Das Ad-hoc-Gremium „PG“ besteht seit 01/2021. Ist der Auftrag erfüllt?")
    assert "„AK“ könnte die Ergebnisse weiterführen." in text
    assert "missing_exchange" not in kinds(made)


def test_a_lasting_ad_hoc_body_required_by_law_is_left_alone() -> None:
    """The law does not ask whether the occasion has passed."""
    made = network(body("PG", Level.AD_HOC, start_date="2021", legal_basis="§ 1"))
    assert "lasting_ad_hoc_body" not in kinds(made)


def test_a_partner_without_a_tie_is_asked_about_with_a_go_between() -> None:
    """Who works on the same topic could make the contact; else the coordinating office."""
    made = [
        topic("Eltern"),
        organization("Verein", asked=Asked.NOT_ASKED),
        organization("KoKo", coordination={}),
        organization("Büro"),
        exchange("KoKo", "Büro"),
        *work("Verein", "Eltern"),
    ]
    found = one(network(made), FindingKind.NO_TIE)
    assert found.suggestion.de.startswith(
        "Zu „Verein“ ist noch keine Verbindung erfasst. Stimmt das? „KoKo“ könnte den Kontakt "
        "herstellen."
    )
    assert (found.strength, found.strength_word.de) == (0.25, "leicht")
    assert "Nach Verbindungen gefragt: noch nicht." in evidence(found)
    text = one(network(made, work("Büro", "Eltern")), FindingKind.NO_TIE).suggestion.de
    assert "„Büro“ könnte den Kontakt herstellen." in text


def test_without_a_go_between_the_question_is_open() -> None:
    """Nobody is invented."""
    text = one(network(organization("Verein")), FindingKind.NO_TIE).suggestion.de
    assert "Wer könnte den Kontakt herstellen?" in text


def test_somebody_without_a_tie_is_not_also_asked_about_as_not_asked() -> None:
    """One point about one partner."""
    made = network(organization("Verein", asked=Asked.NOT_ASKED))
    assert "not_asked" not in kinds(made)
    tied = network(
        organization("Verein", asked=Asked.NOT_ASKED), organization("B"), exchange("Verein", "B")
    )
    assert "not_asked" in kinds(tied)


def test_where_no_exchange_is_recorded_at_all_one_finding_says_so() -> None:
    """Not one for each partner with a seat."""
    made = network([organization(each) for each in "abc"], body("AK"), seats("AK", "a", "b", "c"))
    found = one(made, FindingKind.EXCHANGE_NOT_RECORDED)
    assert "seat_without_exchange" not in kinds(made)
    assert [(each.type, each.name) for each in found.subjects] == [(SubjectType.NETWORK, "Kreis")]
    assert "Partner mit Sitz in einem Gremium (3): „a“, „b“ und „c“" in evidence(found)


def test_missing_exchange_names_what_each_side_could_gain_and_where_to_meet() -> None:
    """By the sector of the other side, in a body where one of them already sits."""
    made = network(
        topic("Ausbildung"),
        organization("Kammer", sector=Sector.BUSINESS),
        organization("Schule", sector=Sector.EDUCATION),
        body("AK"),
        seat("Kammer", "AK"),
        work("Kammer", "Ausbildung"),
        work("Schule", "Ausbildung"),
        work("AK", "Ausbildung"),
        exchange("Schule", "AK"),
    )
    text = one(made, FindingKind.MISSING_EXCHANGE).suggestion
    assert text.de.startswith(
        "Zwischen „Kammer“ und „Schule“ ist zum Thema „Ausbildung“ kein Austausch erfasst. Wäre "
        "er für beide hilfreich? „Kammer“ könnte Einblick in Schulen und Bildungsangebote "
        "gewinnen, „Schule“ könnte Kontakte zu Betrieben nutzen. „Kammer“ wirkt in „AK“ mit; dort "
        "könnten sich beide treffen."
    )
    assert text.en.startswith(
        'No exchange between "Kammer" and "Schule" on the topic "Ausbildung" is recorded.'
    )


def test_two_sides_of_one_kind_are_not_told_the_same_twice() -> None:
    """Each could use what the other works on besides."""
    made = network(
        [topic(each) for each in ("T", "Sport", "Kunst")],
        body("A"),
        body("B"),
        work("A", "T", "Sport"),
        work("B", "T", "Kunst"),
    )
    text = one(made, FindingKind.MISSING_EXCHANGE).suggestion.de
    assert (
        "„A“ könnte Erfahrungen von „B“ zum Thema „Kunst“ nutzen, „B“ könnte Erfahrungen von „A“ "
        "zum Thema „Sport“ nutzen." in text
    )


def test_nobody_is_flooded_with_missing_exchange() -> None:
    """Of one actor at most two findings are shown, of all at most as many as the threshold."""
    made = network(
        topic("T"), *([organization(f"o{n:02d}"), *work(f"o{n:02d}", "T")] for n in range(30))
    )
    found = [each for each in findings(made) if each.kind is FindingKind.MISSING_EXCHANGE]
    shown = [subject.id for each in found for subject in each.subjects]
    assert max(shown.count(each) for each in shown) == 2
    assert len(found) == Thresholds().findings_per_kind < found[0].total_of_kind


def test_a_group_without_a_line_is_offered_an_item_on_the_agenda() -> None:
    """And who sits in both could carry the report."""
    made = network(
        person("Kim"),
        body("SG", Level.STEERING),
        body("AG", Level.OPERATIONAL),
        seats("SG", "Kim"),
        seats("AG", "Kim"),
    )
    text = one(made, FindingKind.GROUP_WITHOUT_LINE_TO_STEERING).suggestion.de
    assert text.startswith(
        "Für „AG“ ist kein Berichtsweg ins Steuergremium erfasst. Könnte ein fester "
        "Tagesordnungspunkt in „SG“ helfen?"
    )
    assert "Wer schon in beiden Runden mitwirkt, könnte den Bericht mitnehmen: „Kim“." in text


def test_a_steering_body_without_a_line_is_offered_a_report_to_politics() -> None:
    """In the committee where there is one."""
    made = network(body("Rat", Level.POLITICAL), body("SG", Level.STEERING))
    text = one(made, FindingKind.STEERING_WITHOUT_LINE_TO_POLITICS).suggestion.de
    assert "Könnte ein jährlicher Bericht in „Rat“ helfen?" in text


def test_reports_that_differ_are_one_finding_a_pair() -> None:
    """Each report is told with its number, and nobody is said to be wrong."""
    made = network(
        organization("A", asked=Asked.ANSWERED),
        organization("B", asked=Asked.ANSWERED),
        exchange("A", "B", contacts_per_year=2, reported_by_id="A", reported_at="2024-05"),
        exchange(
            "A", "B", contacts_per_year=12, reported_by_id="B", channel="Mail", confirmed=False
        ),
    )
    found = one(made, FindingKind.ONE_SIDED_REPORT)
    assert found.suggestion.de.startswith(
        "Die Angaben von „A“ und „B“ unterscheiden sich – bitte gemeinsam ergänzen."
    )
    assert evidence(found) == (
        "Angabe von „A“: 2 Kontakte im Jahr; gemeldet 05/2024\n"
        "Angabe von „B“: 12 Kontakte im Jahr; Weg: „Mail“; von der anderen Seite nicht bestätigt"
    )


def test_a_bridge_is_thanked_and_asked_about_a_deputy_by_function() -> None:
    """The person's name is not in it where a function is recorded."""
    made = network(
        person("Kim Beispiel", function="Leitung Jugendamt"),
        [organization(each) for each in ("a", "b", "c", "d", "e")],
        body("Ost"),
        body("West"),
        seats("Ost", "Kim Beispiel", "a", "b"),
        seats("West", "Kim Beispiel", "c", "d", "e"),
    )
    found = one(made, FindingKind.BRIDGE)
    assert found.suggestion.de.startswith(
        "Wichtige Brücke: „Leitung Jugendamt“ verbindet zwei Teile des Netzwerks. So sind „Ost“, "
        "„a“ und „b“ mit den übrigen verbunden. Könnte eine Vertretung entlasten?"
    )
    assert "Kim Beispiel" not in found.model_dump_json().replace('"id":"Kim Beispiel"', "")


def test_who_stays_outside_is_named_in_a_confidential_finding_only() -> None:
    """Whatever else would be found about it."""
    made = network(
        topic("T"),
        organization("Sommer", asked=Asked.LEFT_OUT),
        organization("B"),
        organization("KoKo", coordination={}),
        exchange("B", "KoKo"),
        work("Sommer", "T"),
        work("B", "T"),
    )
    named = [each for each in findings(made) if "Sommer" in each.model_dump_json()]
    assert [(each.kind, each.confidential) for each in named] == [(FindingKind.LEFT_OUT, True)]


def test_strengths_come_first_then_kinds_by_importance() -> None:
    """In the order of the kinds, each by descending strength."""
    for example in (city, small):
        found = findings(Network.from_records(example.records()))
        order = [list(FindingKind).index(each.kind) for each in found]
        assert order == sorted(order)
        first = next(index for index, each in enumerate(found) if not each.positive)
        assert not any(each.positive for each in found[first:])
        for kind in FindingKind:
            strengths = [each.strength for each in found if each.kind is kind]
            if kind.ranks:
                assert strengths == sorted(strengths, reverse=True)


def test_the_example_city_shows_every_kind_that_a_kept_map_gives() -> None:
    """A reader of the example meets each kind of finding once at least.

    But for those of a map that is not kept, or of a network that does not hang together.
    """
    found = {each.kind for each in findings(Network.from_records(city.records()))}
    assert set(FindingKind) - found <= {
        FindingKind.BODY_HEARS_NOTHING,
        FindingKind.EXCHANGE_NOT_RECORDED,
        FindingKind.NOT_ASKED,
        FindingKind.COMPONENT,
        FindingKind.HANGS_ON_PERSON,
        FindingKind.HANGS_ON_TIE,
        FindingKind.OUTDATED,
        FindingKind.SECTOR_NOT_IN_STEERING,
        FindingKind.STEERING_WITHOUT_RETURN_FROM_POLITICS,
        FindingKind.LINE_WITHOUT_RETURN,
        FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY,
        FindingKind.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION,
        FindingKind.COORDINATING_OFFICES_WITHOUT_CONTACT,
        FindingKind.TIE_NOT_RENEWED,
    }


def test_a_group_that_reports_and_hears_nothing_is_asked_about_word_back() -> None:
    """Where decisions come back, or a member carries them, there is nothing to ask."""
    group, report = body("AK", Level.OPERATIONAL), line("AK", "Lenkung")
    made = [body("Lenkung", Level.STEERING), group, report]
    found = one(network(made), FindingKind.BODY_HEARS_NOTHING)
    assert "Für „AK“ ist ein Weg in die Steuerung erfasst" in found.suggestion.de
    assert evidence(found) == "Erfasster Weg nach oben: „AK“ und „Lenkung“"
    back = report.model_copy(update={"returns_decisions": True})
    carried = [person("ada"), *seats("AK", "ada"), *seats("Lenkung", "ada")]
    for other in (network(made[:2], back), network(made, carried)):
        assert "body_hears_nothing" not in kinds(other)


def test_a_place_on_every_way_is_appreciated_and_a_second_way_proposed() -> None:
    """An office is spoken of, a person is left to the bridges, and who is gone to nobody."""
    served = [organization(each) for each in "abc"]
    made = [body("Lenkung", Level.STEERING), *served, organization("Amt"), *seats("Lenkung", "Amt")]
    ties = [exchange("Amt", each.id) for each in served]
    found = one(network(made, ties), FindingKind.FLOW_BOTTLENECK)
    assert [each.id for each in found.subjects] == ["Amt"]
    assert evidence(found) == "Nur über „Amt“ zu erreichen (3): „a“, „b“ und „c“"
    assert "Könnte ein zweiter Weg entlasten" in found.suggestion.de
    assert "flow_bottleneck" not in kinds(network(made, ties, seats("Lenkung", "a")))
    parts = [each.model_copy(update={"parent_id": "Amt"}) for each in served]
    whole = [body("Lenkung", Level.STEERING), *parts, organization("Amt"), *seats("Lenkung", "Amt")]
    assert "flow_bottleneck" not in kinds(network(whole))


def test_a_finding_keeps_its_id_while_its_evidence_changes() -> None:
    """So that responses stay attached to it."""
    before = one(twins(), FindingKind.OVERLAP)
    after = one(twins(meetings_per_year=2), FindingKind.OVERLAP)
    assert before.id == after.id
    assert before.evidence != after.evidence


def test_thresholds_decide_and_are_shown_with_their_values() -> None:
    """A stricter threshold silences the finding."""
    found = one(twins(), FindingKind.OVERLAP, Thresholds(overlap_min_jaccard=0.8))
    assert {each.name: each.value for each in found.thresholds} == {
        "overlap_min_jaccard": 0.8,
        "overlap_min_shared": 3,
        "overlap_min_topic_jaccard": 0.5,
        "hours_per_meeting": 2,
        "hours_per_journey": 1,
    }
    strict = findings(twins(), thresholds=Thresholds(overlap_min_jaccard=0.81))
    assert not any(each.kind is FindingKind.OVERLAP for each in strict)


def test_regular_exchange_is_said_first_with_its_number() -> None:
    """What works well."""
    made = network(
        organization("A"),
        organization("B"),
        exchange("A", "B", contacts_per_year=12, confirmed=True),
    )
    found = findings(made)[0]
    assert found.positive
    assert found.suggestion.de.startswith(
        "Was gut läuft: Zwischen „A“ und „B“ besteht regelmäßiger, von beiden bestätigter "
        "Austausch (12 Kontakte im Jahr)."
    )


def test_a_way_up_is_shown_step_by_step() -> None:
    """The reader can follow it by hand."""
    made = network(
        organization("office", sector=Sector.ADMINISTRATION),
        organization("school", sector=Sector.EDUCATION),
        organization("guild", sector=Sector.BUSINESS),
        body("AG", Level.OPERATIONAL),
        body("SG", Level.STEERING),
        seats("AG", "office", "school", "guild"),
        line("AG", "SG"),
    )
    found = one(made, FindingKind.WELL_CONNECTED_BODY)
    assert "Weg nach oben: „AG“ → „SG“" in evidence(found)
    assert found.strength == pytest.approx(0.8)


def test_findings_read_like_json_in_both_languages() -> None:
    """Programs get every text keyed by language."""
    data = one(twins(), FindingKind.OVERLAP).model_dump(mode="json")
    assert set(data["suggestion"]) == set(data["title"]) == {"de", "en"}
    assert data["subjects"] == [
        {"id": "A", "name": "A", "type": "body"},
        {"id": "B", "name": "B", "type": "body"},
    ]


def test_columns_of_plain_values_give_the_same_findings_as_records() -> None:
    """Stores hand over text for enumerations, lists for references, 0 and 1 for truth."""
    records = small.records()
    tables = {}
    for kind in Kind:
        rows = [each.model_dump(mode="json") for each in records if each.kind is kind]
        columns = {field: [row[field] for row in rows] for field in fields(kind)}
        for values in columns.values():
            values[:] = [int(value) if isinstance(value, bool) else value for value in values]
        tables[kind] = Table(kind, columns)
    plain, made = Network(tables), Network.from_records(records)
    assert findings(plain) == findings(made)
    assert summary(plain) == summary(made)


def test_a_part_that_stands_by_itself_is_asked_about_with_a_go_between() -> None:
    """By all that belong to it, and with whom one of them has something in common."""
    made = network(
        [organization(each) for each in ("A", "B", "C", "D", "E")],
        topic("Lesen"),
        exchange("A", "B"),
        exchange("B", "C"),
        exchange("D", "E"),
        work("C", "Lesen"),
        work("E", "Lesen"),
    )
    found = one(made, FindingKind.COMPONENT)
    assert found.suggestion.de.startswith(
        "Zwischen „D“ und „E“ und dem übrigen Netzwerk ist noch keine Verbindung erfasst. Stimmt "
        "das? „C“ könnte den Kontakt herstellen."
    )
    assert "„C“ arbeitet auch zum Thema „Lesen“." in evidence(found)


def test_a_partner_that_hangs_on_one_person_is_asked_about_a_deputy() -> None:
    """From as many ties on as make a bridge; the person is called by function."""
    made = [
        organization("Amt"),
        person("ada", "Amt", function="Leitung Amt"),
        *(body(each) for each in ("A", "B", "C")),
        *(seat("ada", each) for each in ("A", "B", "C")),
    ]
    text = one(network(made), FindingKind.HANGS_ON_PERSON).suggestion.de
    assert text.startswith(
        "Alle 3 erfassten Verbindungen von „Amt“ laufen über „Leitung Amt“. Könnte eine "
        "Vertretung entlasten?"
    )
    assert "hangs_on_person" not in kinds(network(made[:-1]))


def test_a_single_tie_is_asked_about_once() -> None:
    """Not where its seat or its exchange is asked about already."""
    made = [organization("A"), organization("B"), line("A", "B")]
    text = one(network(made, organization("C"), exchange("B", "C")), FindingKind.HANGS_ON_TIE)
    assert text.suggestion.de.startswith(
        "Zu „A“ ist eine einzige Verbindung erfasst: „B“. Gibt es weitere?"
    )
    assert "hangs_on_tie" not in kinds(
        network(organization("A"), organization("B"), exchange("A", "B"))
    )


def test_older_reports_are_asked_about_with_their_date() -> None:
    """How old counts as older is a setting."""
    made = network(
        organization("A"),
        organization("B"),
        body("AK"),
        *(
            seat(member, "AK", source=Source(label="Liste", retrieved_at=date))
            for member, date in (("A", "2020-03"), ("B", "2025"))
        ),
    )
    text = one(made, FindingKind.OUTDATED).suggestion.de
    assert text.startswith(
        "Die Angaben zu den Verbindungen von „A“ haben den Stand 03/2020. Gelten sie noch?"
    )
    patient = findings(made, thresholds=Thresholds(tie_renewal_years=10))
    assert FindingKind.OUTDATED not in {each.kind for each in patient}


def test_exchange_that_was_not_renewed_is_not_asked_about_partner_by_partner() -> None:
    """It is asked about tie by tie."""
    made = network(organization("A"), organization("B"), exchange("A", "B", reported_at="2020"))
    assert "outdated" not in kinds(made)


def test_a_sector_without_a_seat_in_steering_is_asked_about_with_a_voice_from_it() -> None:
    """From as many partners on as the threshold says; nothing follows where no sector is known."""
    made = [
        organization("Amt", sector=Sector.ADMINISTRATION),
        *(organization(each, sector=Sector.BUSINESS) for each in ("A", "B", "C")),
        organization("D", sector=Sector.EDUCATION),
        body("SG", Level.STEERING),
        body("AK", Level.OPERATIONAL),
        seat("B", "AK"),
    ]
    found = one(network(made, seat("Amt", "SG")), FindingKind.SECTOR_NOT_IN_STEERING)
    assert found.suggestion.de.startswith(
        "Aus dem Bereich Wirtschaft sind 3 Partner erfasst, auf der Steuerungsebene aber kein "
        "Sitz. Ist das so gewollt? Als Gast in „SG“ könnte eine Stimme von dort"
    )
    assert "schon in anderen Runden dabei: „B“." in found.suggestion.de
    assert [(each.type, each.id) for each in found.subjects] == [(SubjectType.SECTOR, "business")]
    assert "sector_not_in_steering" not in kinds(network(made))
