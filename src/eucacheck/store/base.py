"""An open base: what it holds, as records, and the few changes from which the pipeline builds every other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from eucacheck.records import Claim, Finding, Source


class Base:
    """The fact base, open."""

    def sources(self, only: Iterable[str] | None = None) -> list[Source]:
        """Give every source, or those with the identifiers in `only`, in the order of paths, those without a path last."""
        raise NotImplementedError

    def texts(self, only: Iterable[str] | None = None) -> dict[str, str]:
        """Give the text of every source, or of those in `only`, by identifier."""
        raise NotImplementedError

    def claims(self, source: str | None = None, kind: str | None = None) -> list[Claim]:
        """Give the claims, of one source or kind if asked, in the order of the paths of sources, then of the text."""
        raise NotImplementedError

    def claim(self, prefix: str) -> Claim:
        """Give the one claim whose identifier begins so (4 characters or more). Raises UnknownError where none or several do."""
        raise NotImplementedError

    def findings(self) -> list[Finding]:
        """Give every finding, each identifier once, in the order of identifiers."""
        raise NotImplementedError

    def findings_of(self, claim: str) -> list[Finding]:
        """Give the findings of which a claim is evidence."""
        raise NotImplementedError

    def count_claims(self) -> int:
        """Give the number of claims."""
        raise NotImplementedError

    def copy_groups(self) -> dict[str, str]:
        """Give the copy group of each source that shares its text with another; sources alone are left out."""
        raise NotImplementedError

    def demotions(self) -> dict[str, int]:
        """Give the number of pairs of claims that are not opposed to each other, by the code of the reason."""
        raise NotImplementedError

    def why(self, a: str, b: str) -> str | None:
        """Give the kept reason why two claims are not opposed; None where none was kept."""
        raise NotImplementedError

    def search(self, terms: Sequence[str], limit: int = 200) -> list[tuple[Finding, float]]:
        """Give the findings in which any of the terms occurs, with their bm25 score (higher is better), best first.

        A term may be several words, then it is a phrase; a term that ends in `*` is the beginning of a word.
        """
        raise NotImplementedError

    def pack_digest(self) -> str | None:
        """Give the digest of the pack that the claims and findings were made with; None for an empty base."""
        raise NotImplementedError

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside one change: wholly done or not at all."""
        raise NotImplementedError
        yield

    def put_source(self, source: Source, claims: Sequence[Claim], keys: Mapping[str, Sequence[str]]) -> None:
        """Put a source in place of what was known of it, with its claims and the blocks of each claim by claim identifier."""
        raise NotImplementedError
