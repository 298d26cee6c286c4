"""The words of which the fields of offices are made: what a minister, commissioner, committee or director is for.

General English, no names: they tell where a field ends and a person begins ("Minister of Transport Rahim Shah").
"""

FIELD_WORDS = frozenset(
    """
    accession action aerospace affairs agenda agrarian agricultural agriculture ai air america americas
    anti-corruption antiquities antitrust applied architecture archives artificial arts asia assets aviation bilateral
    biodiversity biological border borders budget budgetary business capital caucasus central change chemical
    childhood children cities citizens civil climate co-operation coal commerce commercial communication
    communications communities community competition conflict connectivity conservation constitutional construction
    consular consumer control cooperation coordination corporate cosmonautics counter-terrorism country crafts crisis
    cultural culture customs cyber cybersecurity data defence defense democracy demography development diaspora
    digital digitalisation digitalised digitalization digitisation diplomacy disaster diversity e-government eastern
    ecological ecology economic economics economy education elderly electronic emergencies emergency employment energy
    engagement enlargement enterprise entrepreneurs entrepreneurship environment environmental equality europe
    european exports external family federal finance finances financial fiscal fisheries food foreign forestry
    freedoms fuel gas gender gender-equality geological geology global governance grain green growth handicrafts
    health healthcare heritage higher home housing human humanitarian hydraulic hydrometeorology hydropower
    hydrotechnical ict immigration implementation inclusion industrial industry information infrastructure innovation
    innovations inspection institutional integration integrity intellectual intelligence interinstitutional interior
    internal international internet investment investments irrigation issues it job jobs judicial justice labor labour
    land lands law legal legislation life livestock local logistics maritime market markets materials media medicine
    mediterranean meteorological meteorology metrology migration military mineral minerals mining mobility monetary
    monuments mountain mountains national natural neighborhood neighbourhood nuclear nutrition oceans oil operations
    oversight parliamentary partnership partnerships payments peace peacebuilding pensions personnel petroleum
    pharmaceutical physical planning policies policy political population post power preparedness preschool
    preservation presidential prevention primary privatisation privatization problems procurement promotion property
    prosecution protection public quarantine radiation railroad railway railways raw reconstruction reform reforms
    regional regions regulation relations religion religious renewable renewables repatriation research resettlement
    resilience resources revenue rights rivers roads rural russia safety sanctions school science sciences secondary
    security seismology services settlements single skills small social society soil solidarity south south-eastern
    space space-industry spiritual sport sports stabilisation stability stabilization standardisation standards
    startups state statistics strategic strategy studies sub-saharan supervision supply support sustainability
    sustainable tax taxation taxes technical technological technologies technology telecommunications telecoms
    territorial territories textile tourism trade training transit transition transparency transport transportation
    treasury union urban utilities values veterans veterinary village villages vocational war water waters welfare
    western winter women work youth
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
