"""Tiny claims and facts, so that tests of reports and look-ups need no text and no base."""

from zlib import crc32

from eucacheck.edtf import parse_edtf
from eucacheck.findings import LEVELS
from eucacheck.records import Answer, Claim, Finding, Source, Verdict

SOURCES = {name: f"{number:016x}" for number, name in enumerate("abcdefgh", 1)}


def make_source(name="a", **known):
    text = known.pop("text", "A text.")
    return Source(SOURCES[name], SOURCES[name] * 4, text, path=known.pop("path", f"{name}.txt"), **known)


def make_claim(quote="some words", source="a", start=0, when=None, kind="title", **known):
    number = crc32(repr((quote, source, start, kind)).encode())
    return Claim(
        f"{number:016x}", SOURCES[source], kind, "person:x", {"a": 1}, start, start + len(quote), 1, quote,
        when=parse_edtf(when) if when else None, **known,
    )  # fmt: skip


def make_fact(question="Which?", answers=None, kind="title", verdict=None, subject="person:x", **known):
    """`answers` maps the text of each answer to its claims."""
    held = answers or {"an answer": [make_claim(kind=kind)]}
    values = known.get("values", {})
    made = tuple(_answer(text, claims, values.get(text, {"text": text})) for text, claims in held.items())
    told: Verdict = verdict or ("conflict" if len(made) > 1 else "agree" if made[0].sources > 1 else "single")
    number = crc32(repr((question, kind)).encode())
    summary = known.get("summary", f"{question} {' or '.join(held)}")
    return Finding(
        f"{number:012x}", known.get("rule", "EUC201"), kind, told, known.get("level", LEVELS[told]), subject, question,
        summary, known.get("why", ""), known.get("confidence", 0.5), made,
    )  # fmt: skip


def _answer(text, claims, value):
    number = len({c.source for c in claims})
    return Answer(value, text, tuple(claims), number, number)


class MadeBase:
    """A base in memory, as far as reports and look-ups read it."""

    def __init__(self, *findings, sources=()):
        self._findings, self._sources = findings, {s.id: s for s in sources}
        self.read_all = 0

    def findings(self):
        self.read_all += 1
        return list(self._findings)

    def sources(self, only=None, *, texts=True):  # noqa: ARG002 - the store's signature
        wanted = SOURCES.values() if only is None else only
        names = {identifier: name for name, identifier in SOURCES.items()}
        return [self._sources.get(i) or make_source(names[i]) for i in wanted if only is not None or i in self._sources]

    def texts(self, only=None):
        return {i: s.text for i, s in self._sources.items() if only is None or i in only}

    def copy_groups(self):
        return {}

    def count_claims(self):
        return len(self._all_claims())

    def claims(self, source=None):
        return [c for c in self._all_claims() if source in {None, c.source}]

    def findings_of(self, claim):
        return [f for f in self._findings if any(c.id == claim for a in f.answers for c in a.claims)]

    def search(self, terms, limit=200):
        """Any word of a fact that a term is, or begins where the term ends in a star."""
        from eucacheck.lookup.words import split_words

        found = []
        for finding in self._findings:
            said = [c.quote for a in finding.answers for c in a.claims] + [a.text for a in finding.answers]
            words = set(split_words(f"{finding.subject} {finding.question} {' '.join(said)}"))
            if any(t in words or (t.endswith("*") and any(w.startswith(t[:-1]) for w in words)) for t in terms):
                found.append((finding, 1.0))
        return found[:limit]

    def _all_claims(self):
        return list({c.id: c for f in self._findings for a in f.answers for c in a.claims}.values())
