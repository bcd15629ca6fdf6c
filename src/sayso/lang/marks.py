"""The bits the engine asks about by name: word lists of the pack, and what the characters themselves show."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sayso.lang.lexicon import Lexicon

CUES = ("say", "report", "claim", "confirm", "deny", "admit", "accuse", "doubt", "decline", "retract")


@dataclass(frozen=True, slots=True)
class Marks:
    """One bit each; 0 where the pack has no such list, so that a test against it is never true."""

    # what the characters show
    comma: int
    colon: int
    semicolon: int
    open: int
    close: int
    stop: int
    dash: int
    quote: int
    apostrophe: int
    digits: int
    capital: int
    newline: int
    # closed classes
    determiner: int
    preposition: int
    conjunction: int
    adversative: int
    subordinator: int
    complementizer: int
    bare_complementizer: int
    relative: int
    be: int
    have: int
    do: int
    modal: int
    adverb: int
    pronoun: int
    negation: int
    zero: int
    to_infinitive: int
    verb: int
    verb_ending: int
    not_verb: int
    adjective: int
    name_particle: int
    # attribution
    say: int
    report: int
    claim: int
    confirm: int
    deny: int
    admit: int
    accuse: int
    doubt: int
    decline: int
    retract: int
    cue_weak: int
    cue_noun: int
    cue_passive: int
    echo: int
    estimate: int
    according: int
    no_source: int
    via: int
    relay: int
    addressee_verb: int
    addressee: int
    evidential: int
    hedge: int
    continues: int
    # sources
    source_person: int
    spokesperson: int
    witness: int
    unnamed: int
    office: int
    organisation: int
    armed_group: int
    state: int
    document: int
    empty_object: int
    outlet_noun: int
    agency_noun: int
    outlet: int
    outlet_word: int
    credit: int
    forces: int
    # quantities, people, harm
    number: int
    vague: int
    people: int
    harm: int
    uncounted: int
    including: int
    partitive: int
    further: int
    indefinite: int
    singular: int
    intent: int
    causing: int
    origin: int
    change: int
    both: int
    additive: int
    alternative: int
    age: int
    undergoer: int
    nonlethal: int
    # dates, places, events
    at_least: int
    more_than: int
    at_most: int
    less_than: int
    about: int
    month: int
    weekday: int
    relative_day: int
    part_of_day: int
    season: int
    time_unit: int
    since: int
    until: int
    event: int
    event__verb: int
    event__noun: int
    harm__killed: int
    harm__active: int
    harm__participle: int
    harm__passive: int
    harm__gerund: int
    harm__infinitive: int
    harm__intransitive: int
    harm__noun: int
    harm__toll: int
    harm__claim_lives: int
    occur: int
    instrument: int
    means: int
    with_means: int
    agent: int
    definite: int
    place_noun: int
    area: int
    place_preposition: int
    place_part: int
    place_near: int
    place_in: int
    place_kind: int
    place: int

    @classmethod
    def of(cls, lexicon: Lexicon) -> Marks:
        """The bits of one lexicon; those of characters are made here, those of lists are 0 where there is no list."""
        names = [field.name for field in fields(cls)]
        shown = names[: names.index("determiner")]
        return cls(
            **{
                name: lexicon.bit(f"char.{name}") if name in shown else lexicon.known(name.replace("__", "."))
                for name in names
            }
        )


@dataclass(frozen=True, slots=True)
class Groups:
    """Bits that are asked about together."""

    cue: int
    auxiliary: int
    party: int
    verb: int
    noun: int
    time: int
    quote: int
    speaker: int
    counted: int
    joint: int
    mark: int
    opener: int
    name_end: int
    name_filler: int

    @classmethod
    def of(cls, m: Marks) -> Groups:
        """The groups over one pack's bits."""
        cue = m.say | m.report | m.claim | m.confirm | m.deny | m.admit | m.accuse | m.doubt | m.decline | m.retract
        auxiliary = m.be | m.have | m.do | m.modal
        party = (
            m.source_person | m.spokesperson | m.witness | m.unnamed | m.office | m.organisation
            | m.armed_group | m.state | m.document | m.outlet_noun | m.agency_noun | m.outlet
        )  # fmt: skip
        harmful = m.harm__active | m.harm__participle | m.harm__passive | m.harm__gerund | m.harm__infinitive
        harmful |= m.harm__intransitive | m.harm__claim_lives
        verb = cue | m.cue_passive | auxiliary | harmful
        verb |= m.verb | m.verb_ending | m.event__verb | m.occur | m.evidential
        mark = m.comma | m.stop | m.quote | m.apostrophe | m.colon | m.dash | m.semicolon | m.open | m.close
        time = m.month | m.weekday | m.relative_day | m.part_of_day | m.season | m.time_unit
        return cls(
            cue=cue,
            auxiliary=auxiliary,
            party=party,
            verb=verb,
            noun=party
            | m.people
            | m.event__noun
            | m.harm__noun
            | m.harm__toll
            | m.instrument
            | m.place
            | m.place_noun
            | m.not_verb
            | m.adjective
            | m.forces
            | m.cue_noun
            | m.outlet
            | time,
            time=time,
            quote=m.quote | m.apostrophe,
            speaker=m.spokesperson | m.source_person | m.unnamed | m.witness,
            counted=m.number | m.vague | m.digits | m.zero,
            joint=m.conjunction | m.additive,
            mark=mark,
            opener=(
                mark
                | verb
                | m.according
                | m.via
                | m.relay
                | m.to_infinitive
                | m.relative
                | m.complementizer
                | m.subordinator
                | m.conjunction
                | m.preposition
                | m.adverb
                | m.negation
            ),
            name_end=m.comma | m.relative | m.complementizer | m.open | m.colon | m.semicolon,
            name_filler=(
                m.quote | m.apostrophe | m.dash | m.stop | m.determiner | m.adjective | m.adverb | m.harm | m.pronoun
            ),
        )
