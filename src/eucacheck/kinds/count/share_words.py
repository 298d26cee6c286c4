"""What a percentage is a part of: the words behind it, and whose whole it is."""

from typing import TYPE_CHECKING

from eucacheck.kinds._figures.figures import within
from eucacheck.kinds._figures.purposes import topic_words
from eucacheck.records import QuantityMention

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document


def behind(doc: "Document", figure: QuantityMention, high: int) -> list[str]:
    """The words behind a percentage, to the next comma: what it is a share of, or what those are that it counts."""
    clause = doc.shadow[figure.end : min(high, figure.end + 50)].partition(",")[0]
    return topic_words(" ".join(w for w in clause.split()[:7] if w.islower()))


def base_of(doc: "Document", figure: QuantityMention, high: int) -> str | None:
    """Whose whole a percentage is a part of: "of the EU's imports", "of the trade of Kazakhstan"."""
    end = doc.shadow.find(",", figure.end, min(high, figure.end + 80))
    stop = end if end >= 0 else min(high, figure.end + 80)
    behind = (e.entity for e in within(doc.entities, figure.end, stop) if e.type in {"org", "country", "region"})
    return next(behind, None)
