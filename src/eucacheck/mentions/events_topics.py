"""Lower-case words before the head of an event phrase to what the event is about: "gas talks", "migration dialogue".

There is no list of topics: a word that is none of those which tell how, when or by whom an event is held may be one.
"""

from typing import Final

import regex

MOST_TOPICS: Final = 3
"""Words of a topic; more before a head are a clause."""
_NO_TOPIC: Final = frozenset(
    (
        "held hold holds holding led lead leads met meet meets began begin begins hosted host hosts open opens opened "
        "close closes start starts end ends launch attend attends chair chairs join joins said say says told tell "
        "have has had having was were is are be been being will would can could may might must should do does did "
        "make makes made take takes took taken give gives gave get got go goes went come comes came see sees saw seen "
        "plan plans planned prepare prepares wants want need needs seek seeks sought discuss discusses conduct "
        "conducts call calls called resume resumes mark marks leave leaves left bring brings brought include includes "
        "due i we you he she it they him them us me who whom whose which what how why there here of for in on at to "
        "by with from into onto over under about between among against through within without upon via per since "
        "until till after before during following ahead amid despite towards toward alongside beside besides behind "
        "beyond near than then when where while as if though although because unless whether but or nor yet so and "
        "not no never only just also even still already again once too very more most less least much many few some "
        "any all both each every either neither other another such same own several various new old big small long "
        "short early late good bad great major minor main key full whole entire fresh tough hard further first second "
        "third last next final one two three four five six seven eight nine ten direct separate broad wide local this "
        "that these those the a an today yesterday tomorrow week month year day days morning afternoon evening night "
        "hours time times part side sides round rounds series weekend ministry delegation delegations government "
        "minister ministers president presidents leaders leader officials experts envoy envoys ambassador parties "
        "closed-door face-to-face one-on-one behind-the-scenes informal formal in-depth secret intense tense "
        "substantial crucial special general usual normal brief private public common mutual european central asian "
        "international global crisis emergency donor board cabinet staff town hall party "
    ).split()
)
"""Verbs, links, counts and measures, who meets, and how."""
_HOW: Final = regex.compile(r"(?:ed|ly|ive|ful|ous|able|ible|less|est|wards|-day|-long|-hour|-week|-year)$")
"""Endings of words that tell how an event is, not what it is about."""
_WORD: Final = regex.compile(r"[a-z][a-z-]{2,24}")


def is_topic(word: str) -> bool:
    """Tell whether a lower-case word before a head may say what the event is about."""
    return _WORD.fullmatch(word) is not None and word not in _NO_TOPIC and _HOW.search(word) is None
