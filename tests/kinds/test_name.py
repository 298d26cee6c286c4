"""The name kind: who is one person across sources, and which spelling is said to be wrong."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from anyascii import anyascii

from eucacheck.facts import Surroundings
from eucacheck.kinds._wording.persons import persons_of
from eucacheck.kinds.name.event_names import name_within, plain_event_name
from eucacheck.pack import Pack
from eucacheck.pack.model import Person
from eucacheck.pipeline import judge_all
from eucacheck.records import Claim, Finding
from tests.kinds.test_title import title


def named(name: str, source: str = "a", subject: str | None = None) -> Claim:
    person = subject or "person:" + anyascii(name).casefold().replace(" ", "-")
    return Claim(f"{source}:{name}", source, "name", person, {"name": name, "entity": person}, 0, 5, 1, name)


def judged(claims: Sequence[Claim], pack: Pack | None = None) -> list[Finding]:
    results = judge_all(claims, Surroundings(pack or Pack()))
    return sorted((f for r in results for f in r.findings if f.kind == "name"), key=lambda f: f.id)


def flagged(claims: Sequence[Claim], pack: Pack | None = None) -> list[str]:
    return [f.rule for f in judged(claims, pack) if f.verdict in {"conflict", "variant"}]


KNOWN = Pack(people={"person:ida-strand": Person(id="ida-strand", name="Ida Strand", ref="https://example.org/ida")})


def test_most_sources_establish_a_spelling():
    claims = [named("Marek Hlavaty"), named("Marek Hlavaty", "b"), named("Marek Hlavatty", "c")]
    (finding,) = judged(claims)
    assert (finding.rule, finding.verdict) == ("EUC101", "variant")
    assert "“Marek Hlavatty” (c)" in finding.summary


def test_a_surname_alone_is_no_evidence_of_a_given_name():
    elena = named("Elena Brandlova", "b")
    alone = named("Brandlova", "b", subject=elena.subject)
    (finding,) = judged([named("Helena Brandlová"), elena, alone, named("Helena Brandlová", "c")])
    told = {a.text: {c.source for c in a.claims} for a in finding.answers}
    assert "b" not in told["Helena Brandlová"]


def test_two_unknown_spellings_once_each_are_open():
    (finding,) = judged([named("Marek Hlavaty"), named("Marek Hlavatty", "b")])
    assert finding.verdict == "unclear"


def test_one_office_joins_two_unknown_spellings_with_less_confidence():
    def held(name: str, source: str) -> list[Claim]:
        one = named(name, source)
        office = title("ambassador", "country:x", source=source, person=one.subject, name=name)
        return [one, office]

    (finding,) = judged([*held("Marek Hlavaty", "a"), *held("Marek Hlavatty", "b")])
    assert finding.verdict == "variant"
    assert finding.confidence < 0.6


def test_offices_of_two_countries_keep_close_names_apart():
    def held(name: str, source: str, country: str) -> list[Claim]:
        one = named(name, source)
        return [one, title("ambassador", country, source=source, person=one.subject, name=name)]

    claims = [*held("Otto Brandel", "a", "country:x"), *held("Otto Brandil", "b", "country:y")]
    assert len(judged(claims)) == 2


def test_the_pack_has_a_spelling_that_no_source_has():
    (finding,) = judged([named("Ida Strant", subject="person:ida-strand")], KNOWN)
    assert (finding.rule, finding.verdict) == ("EUC902", "variant")
    assert finding.reference is not None
    assert finding.reference.value == "Ida Strand"


def test_a_spelling_of_the_pack_without_a_page_accuses_nobody():
    pack = Pack(people={"person:ida-strand": Person(id="ida-strand", name="Ida Strand")})
    assert flagged([named("Ida Strant", subject="person:ida-strand")], pack) == []


def test_romanisations_and_short_forms_are_no_errors():
    assert flagged([named("Daler Jurayev"), named("Daler Jurayev", "b"), named("Daler Zhuraev", "c")]) == []
    assert flagged([named("Alexander Brandt"), named("Alexander Brandt", "b"), named("Alex Brandt", "c")]) == []


def test_a_surname_alone_joins_the_one_candidate():
    alone = named("Strand", "b")
    one, two = named("Ida Strand", "a"), named("Leif Strand", "c")
    assert persons_of([one, alone], Pack())["person:strand"] == "person:ida-strand"
    assert persons_of([one, two, alone], Pack())["person:strand"] == "person:strand"


def test_an_office_chooses_between_two_of_one_surname():
    alone = title("ambassador", "country:x", source="b", person="person:strand", name="Strand")
    ida = title("ambassador", "country:x", person="person:ida-strand", name="Ida Strand")
    leif = title("mayor", "place:y", person="person:leif-strand", name="Leif Strand")
    assert persons_of([alone, ida, leif], Pack())["person:strand"] == "person:ida-strand"


def test_the_order_of_claims_does_not_matter():
    claims = [
        named("Marek Hlavaty"),
        named("Marek Hlavatty", "b"),
        named("Hlavaty", "c"),
        named("Marek Hlavaty", "d"),
        named("Ida Hlavata", "d"),
    ]
    results = [judged(list(p)) for p in permutations(claims)]
    assert all(r == results[0] for r in results)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the upcoming Orlo-Central Asia Summit", "Orlo-Central Asia Summit"),
        ("the eleventh round of the annual Orlo High-Level Dialogue", "Orlo High-Level Dialogue"),
        ("the Orlo-Asia Council met for the ninth time", "Orlo-Asia Council"),
        ("the meeting with the Mayor of Osh", None),
        ("Thursday (27 October)", None),
        ("the summit", None),
    ],
)
def test_the_proper_name_of_an_event(phrase: str, name: str | None):
    span = name_within(phrase)
    assert (phrase[slice(*span)] if span else None) == name


def test_word_order_and_acronyms_make_no_other_name_of_an_event():
    assert plain_event_name("EU-Central Asia Summit") == plain_event_name("2nd Central Asia – European Union summit")
    assert plain_event_name("EU-Central Asia Summit") != plain_event_name("EU-Central Asia Forum")


def test_a_surname_alone_is_no_evidence_of_the_given_name():
    claims = [named("Ida Strand"), named("Strand", "b", subject="person:ida-strand"), named("Ita Strand", "c")]
    (finding,) = judged(claims, KNOWN)
    assert {c.source for a in finding.answers for c in a.claims} == {"a", "c"}


def test_a_surname_alone_is_evidence_where_the_surname_is_in_question():
    claims = [named("Ida Strand"), named("Strand", "b", subject="person:ida-strand"), named("Ida Strant", "c")]
    (finding,) = judged(claims, KNOWN)
    assert {c.source for a in finding.answers for c in a.claims} == {"a", "b", "c"}


def test_namesakes_are_two_persons_though_each_is_called_by_the_surname():
    a, b = "person:arman-seitov", "person:talgat-seitov"
    claims = [named("Arman Seitov"), named("Seitov", subject=a), named("Talgat Seitov", "b"), named("Seitov", "b", b)]
    assert len(set(persons_of(claims, Pack()).values())) == 2


def test_one_office_joins_also_where_one_source_leaves_out_its_body():
    a, b = named("Marit Vanderhaegen"), named("Marit Vanderhagen", "b")
    offices = [
        title("member-of-parliament", org, source=c.source, person=c.subject, name=str(c.value["name"]))
        for c, org in ((a, "country:x"), (b, None))
    ]
    assert flagged([a, b, *offices]) == ["EUC101"]
    assert flagged([a, b]) == []


def test_a_pair_of_names_is_told_once_in_the_reason():
    """A name of one word is its own odd word: the reason is not said twice."""
    long = [named("Marek Hlavaty"), named("Marek Hlavaty", "b"), named("Marek Hlavatty", "c")]
    short = [named("Hlavaty"), named("Hlavaty", "b"), named("Hlavatty", "c", "person:hlavaty")]
    for claims, pair in ((long, "“Marek Hlavatty” for “Marek Hlavaty”"), (short, "“Hlavatty” for “Hlavaty”")):
        (why,) = {f.why for f in judged(claims) if pair in f.why}
        assert why.count(pair) == 1
