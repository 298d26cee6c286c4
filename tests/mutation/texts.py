"""A text of our own in which every kind of mutation finds a place."""

from eucacheck.metadata import Metadata
from eucacheck.sources import read_text

ARTICLE = """Forum in Almaty looks at rail and water

The 2nd EU-Central Asia Economic Forum was held in Almaty on 18 May 2023. European Council President Charles Michel \
and Kazakh Foreign Minister Murat Nurtleu opened it.

“Our cooperation with the whole region is important for the years ahead,” Michel said.

The European Investment Bank lent the railway of Kyrgyzstan €49.7 million for locomotives and repair workshops.

President of Kazakhstan Kassym-Jomart Tokayev met the delegation in Astana on 19 May 2023. Uzbekistan has joined the \
water programme of the European Union.
"""


def source(text=ARTICLE, **known):
    """The article as published on the day after, or as told."""
    return read_text(
        text, path="forum.txt", metadata=Metadata(**{"published": "2023-05-20", "publisher": "Steppe Post"} | known)
    )
