"""A parsed sentence to its clauses as plain offsets: subject, verb, what belongs to it, and what it hangs on.

The only module besides `language` and `recognizer` that sees objects of the model, and it keeps none. A clause is a
verb with a subject of its own, shared ("and was signed"), relative ("which ...") or understood ("adopted in ...").
What hangs on it as another clause is left out of its span, so that a quote stays short.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Form = Literal["main", "complement", "relative", "adverbial", "participle"]

_SUBJECT: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_APART: Final = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl"})
"""Relations of what is a clause of its own."""
_FORMS: Final[dict[str, Form]] = {"relcl": "relative", "ccomp": "complement", "advcl": "adverbial", "acl": "relative"}
_RELATIVE: Final = frozenset({"which", "who", "that", "whom", "whose"})
_ASKING: Final = frozenset({"when", "where", "why", "how", "whether", "if"})
_PARTICIPLES: Final = ("ed", "ing", "en", "wn", "nt", "ht", "ld", "ut", "et", "de", "un", "ade")
_CLOSING: Final = " \t\r\n\xa0,;:.!?…\"'“”‘’«»–—-"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause. All offsets are into the text of the source.

    `start` and `end` span the clause without the clauses that hang on it; `whole_start` and `whole_end` with them.
    `subject` is the noun phrase of the subject, `head` its main word; both of length 0 at `verb_start` where the
    subject stands in no words. `governor` is the offset of the verb that the clause hangs on, -1 for a main clause.
    `opener` is the word that introduces it ("as", "that", "if"), in lower case; `passive` where the subject suffers.
    """

    start: int
    end: int
    whole_start: int
    whole_end: int
    subject: tuple[int, int]
    head: tuple[int, int]
    verb_start: int
    verb_end: int
    verb: str
    form: Form
    governor: int = -1
    opener: str = ""
    passive: bool = False


def clauses_of(doc: "Doc", base: int, piece: str) -> Iterator[Clause]:
    """Give the clauses of one parsed piece of text that begins at offset `base`, in the order of their verbs.

    `piece` is the text of `doc`, which would put it together from its tokens each time it is asked.
    """
    tokens = list(doc)
    subjects = {t.head.i: t for t in reversed(tokens) if t.dep_ in _SUBJECT}
    for token in tokens:
        form = _form(token, subjects)
        if form is not None:
            yield _clause(token, form, _subject(token, subjects), base, piece)


def _form(token: "Token", subjects: dict[int, "Token"]) -> Form | None:
    dep = token.dep_
    if token.i in subjects:
        return _FORMS.get(dep, "main")
    if dep == "conj" and _governs(token.head, subjects):
        return _form(token.head, subjects) or "main"
    if dep == "ROOT" and any(c.dep_ == "ccomp" for c in token.children):
        return "main"
    if dep in {"acl", "advcl"} and token.lower_.endswith(_PARTICIPLES) and not _has_to(token):
        return "participle"
    return None


def _governs(token: "Token", subjects: dict[int, "Token"]) -> bool:
    """The verb, or one that it is joined to, has a subject."""
    for _ in range(6):
        if token.i in subjects:
            return True
        if token.dep_ != "conj":
            return False
        token = token.head
    return False


def _has_to(token: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.lefts)


def _subject(token: "Token", subjects: dict[int, "Token"]) -> "Token | None":
    """The noun that the verb is said of; None where no words stand for it."""
    for _ in range(6):
        own = subjects.get(token.i)
        if own is not None:
            stands_for = token.head if token.dep_ in {"relcl", "acl"} else None
            return stands_for if own.lower_ in _RELATIVE and stands_for is not None else own
        if token.dep_ == "acl":
            return token.head
        if token.dep_ not in {"conj", "advcl"} or token.head is token:
            return None
        token = token.head
    return None


def _clause(token: "Token", form: Form, subject: "Token | None", base: int, piece: str) -> Clause:
    first, last = _extent(token)
    doc = token.doc
    verb_start, verb_end = base + token.idx, base + token.idx + len(token)
    noun = _noun_phrase(subject, base) if subject is not None else (verb_start, verb_start)
    head = (base + subject.idx, base + subject.idx + len(subject)) if subject is not None else (verb_start, verb_start)
    whole = base + token.left_edge.idx, base + token.right_edge.idx + len(token.right_edge)
    opener = next((c.lower_ for c in token.lefts if c.dep_ == "mark" or c.lower_ in _ASKING), "")
    governor = base + token.head.idx if token.head is not token else -1
    start, words = base + doc[first].idx, piece[doc[first].idx : doc[last].idx + len(doc[last])]
    end = start + len(words.rstrip(_CLOSING))
    passive = any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in token.children) or (
        form == "participle" and not token.lower_.endswith("ing")
    )
    return Clause(
        start, max(end, verb_end), *whole, noun, head, verb_start, verb_end, token.lower_, form, governor, opener,
        passive,
    )  # fmt: skip


def _noun_phrase(noun: "Token", base: int) -> tuple[int, int]:
    """The noun with what stands before it and its plain complements, without a clause that hangs on it."""
    end = noun
    for child in noun.rights:
        if child.dep_ in _APART or child.dep_ in {"punct", "appos"}:
            break
        end = child.right_edge
    return base + noun.left_edge.idx, base + end.idx + len(end)


def _extent(token: "Token") -> tuple[int, int]:
    """First and last token of the clause, as one stretch around the verb; clauses that hang on it end it."""
    first = last = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ in {"ccomp", "advcl", "parataxis"} or (child.dep_ == "conj"):
            break
        if child.dep_ not in {"punct", "cc", "mark"}:
            first = child.left_edge.i
    for child in token.rights:
        if child.dep_ in {"punct", "cc"}:
            continue
        if (child.dep_ in _APART and not _has_to(child)) or child.dep_ == "conj":
            break
        cut = _cut(child)
        last = cut
        if cut < child.right_edge.i:
            break
    return first, last


def _cut(child: "Token") -> int:
    """The last token of a complement before a clause that hangs on something in it."""
    stop = child.right_edge.i
    if child.n_lefts + child.n_rights == 0:
        return stop
    for token in child.subtree:
        if token.dep_ in {"relcl", "advcl", "parataxis"} and token.i > child.i and not _has_to(token):
            stop = min(stop, token.left_edge.i - 1)
    return max(stop, child.i)
