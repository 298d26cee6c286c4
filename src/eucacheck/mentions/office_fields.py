"""The words of which the fields of offices are made: what a minister, commissioner, committee or director is for.

General English, no names: they tell where a field ends and a person begins ("Minister of Transport Rahim Shah").
"""

FIELD_WORDS = frozenset(
    """
    accession action affairs agenda agrarian agricultural agriculture air america americas antitrust applied archives
    arts asia assets aviation bilateral biodiversity border borders budget budgetary business capital caucasus central
    change chemical cities citizens civil climate co-operation coal commerce commercial communication communications
    communities community competition conflict connectivity conservation constitutional construction consular
    consumer control cooperation coordination counter-terrorism country crisis cultural culture customs
    cybersecurity data defence defense democracy demography development digital digitalisation digitalization
    digitisation diplomacy disaster diversity eastern ecological ecology economic economics economy education
    emergencies emergency employment energy engagement enlargement enterprise environment environmental equality
    europe european exports external family federal finance finances financial fiscal fisheries food foreign
    forestry freedoms fuel gas gender geology global governance grain green growth health healthcare heritage higher
    home housing human humanitarian hydrometeorology hydropower immigration implementation industrial industry
    information infrastructure innovation innovations institutional integration interinstitutional interior internal
    international internet investment investments irrigation issues it job jobs judicial justice labor labour land
    lands law legal legislation life livestock local logistics maritime market markets materials media mediterranean
    meteorology migration military mineral minerals mining mobility monetary national natural neighborhood
    neighbourhood nuclear oceans oil operations parliamentary partnership partnerships payments peace peacebuilding
    personnel petroleum physical planning policies policy political population post power preparedness preservation
    presidential prevention privatisation privatization problems procurement promotion property prosecution
    protection public railroad railway railways raw reconstruction reform reforms regional regions regulation
    relations renewable renewables research resettlement resilience resources revenue rights roads rural russia
    safety sanctions science sciences security seismology services single skills small social society soil
    solidarity south south-eastern space sport sports stabilisation stability stabilization startups state
    statistics strategic strategy studies sub-saharan supply support sustainability sustainable tax taxation taxes
    technological technologies technology telecommunications telecoms territorial territories textile tourism trade
    training transit transition transport transportation treasury union urban utilities values veterans veterinary
    vocational war water waters welfare western winter women work youth
    """.split()
)
"""In lower case; a hyphenated word counts by its parts as well."""

BODY_WORDS = frozenset(
    """
    academy administration agency airlines airways alliance assembly association authority bank board bureau
    business cabinet center centre chamber club college commission committee company concern corporation council court
    delegation department directorate district division embassy executive faction federation forum foundation fund
    government group holding institute institution ministry mission movement network oblast office olympic
    organisation organization parliament parliamentary party platform political press province railways region
    regulator school secretariat section senate service society subcommittee taskforce think-tank treasury tribunal
    trust union unit university working
    """.split()
)
"""Nouns of bodies: "President of the Kazakh Chamber of Commerce" is not the president of Kazakhstan."""


def is_field_word(word: str) -> bool:
    """Tell whether a word may be a part of a field."""
    low = word.casefold().strip("'")
    return low in FIELD_WORDS or ("-" in low and all(p in FIELD_WORDS for p in low.split("-")))
