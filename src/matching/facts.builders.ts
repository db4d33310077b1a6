import fc from 'fast-check';
import type {
  CandidateFacts,
  ConsentFact,
  Facts,
  LanguageFact,
  OccupationFact,
  PartnershipFact,
  PressedSectorFact,
  QuotaFact,
  StateFacts,
  VacancyFacts,
} from './facts.ts';
import type { EscoKnowledge } from './scoring/part.ts';
import { advertised, anyAdvertising, anyRules, shippedLaw, TODAY } from './law/law.builders.ts';
import { lawOf } from './law/law-rule.ts';
import { adElements } from '../vacancies/formats/vacancy-draft.ts';
import {
  educationField,
  esco,
  few,
  isco,
  language,
  mostly,
  near,
  partner,
  passport,
  payWish,
  region,
  skill,
  some,
  statedPay,
  trade,
} from './values.builders.ts';

export { TODAY } from './law/law.builders.ts';

export const ELECTRICIAN: OccupationFact = { isco: '7411', esco: 'esco:electrician', years: 3 };

/**
 * Makes an open vacancy for an electrician in France, advertised long enough, which asks for
 * nothing else.
 */
export function aVacancyFact(known: Partial<VacancyFacts> = {}): VacancyFacts {
  return {
    id: 'vacancy',
    state: 'FR',
    open: true,
    openUntilOn: null,
    isco: ['7411'],
    esco: ['esco:electrician'],
    nace: 'F43.21',
    regions: [],
    permitCategory: 'general',
    requiredLanguages: [],
    wishedLanguages: [],
    essentialSkills: [],
    optionalSkills: [],
    experienceYears: null,
    educationLevel: null,
    licences: [],
    startsOn: null,
    endsOn: null,
    advertising: advertised('2026-01-01'),
    content: [...adElements],
    annualPay: null,
    ...known,
  };
}

/** Makes a consent to be matched in France, given on 1 March 2026. */
export function aConsentFact(known: Partial<ConsentFact> = {}): ConsentFact {
  const dates = { givenOn: '2026-03-01', expiresOn: '2027-03-01' };
  return { countries: ['FR'], sections: [], withdrawn: false, ...dates, ...known };
}

/**
 * Makes a Moroccan electrician who lives in Morocco, is of age and has consented: passes every
 * gate.
 */
export function aCandidateFact(known: Partial<CandidateFacts> = {}): CandidateFacts {
  return {
    id: 'candidate',
    nationalities: ['MA'],
    residenceCountry: 'MA',
    residenceRegion: null,
    residencePermits: [],
    euFamilyMember: false,
    ofAgeOn: '2015-01-01',
    consents: [aConsentFact()],
    trades: [ELECTRICIAN],
    occupations: [ELECTRICIAN],
    skills: [],
    languages: [],
    educationLevel: null,
    educationField: null,
    licences: [],
    desiredCountries: [],
    desiredOccupations: [],
    permitCategories: [],
    desiredPay: null,
    availableFromOn: null,
    availableUntilOn: null,
    returnedBefore: false,
    ...known,
  };
}

/** Makes a partnership with Morocco that works without quotas. */
export function aPartnershipFact(known: Partial<PartnershipFact> = {}): PartnershipFact {
  const id = `partnership with ${known.partnerCountry ?? 'MA'}`;
  return { id, partnerCountry: 'MA', components: [], circularExemption: false, ...known };
}

/** Makes a pressed sector: Morocco wants no electricians to be recruited. */
export function aPressedSectorFact(known: Partial<PressedSectorFact> = {}): PressedSectorFact {
  return {
    partnerCountry: 'MA',
    source: 'partner',
    scheme: 'isco',
    code: '7411',
    reason: 'too few electricians at home',
    startsOn: '2026-02-01',
    effects: ['no-active-matching'],
    region: null,
    exceptionLeft: null,
    ...known,
  };
}

/** Makes a national offer for Morocco with seats left. */
export function aQuotaFact(known: Partial<QuotaFact> = {}): QuotaFact {
  return { id: 'quota', partnerCountry: 'MA', remaining: 10, ...known };
}

/**
 * Makes the facts of a state: the shipped rules, a partnership with Morocco, no pressed sector, no
 * quota, and no fit candidate with preference left.
 */
export function aStateFact(known: Partial<StateFacts> = {}, state = 'FR'): StateFacts {
  const on = known.on ?? TODAY;
  return {
    on,
    law: shippedLaw(state, on),
    partnerships: [aPartnershipFact()],
    pressedSectors: [],
    quotas: [],
    fitDomesticLeft: 0,
    ...known,
  };
}

/** Makes the facts of one decision: those of the builders, except as given. */
export function someFacts(known: { [K in keyof Facts]?: Partial<Facts[K]> } = {}): Facts {
  return {
    vacancy: aVacancyFact(known.vacancy),
    candidate: aCandidateFact(known.candidate),
    state: aStateFact(known.state, known.vacancy?.state),
  };
}

/** Makes ESCO knowledge that is empty, except as given. */
export const anEsco = (known: Partial<EscoKnowledge> = {}): EscoKnowledge => ({
  relationBetween: () => null,
  overlapBetween: () => 0,
  kindred: (_asked, among) => among,
  rarityOf: () => 100,
  nearSkills: () => [],
  ...known,
});

/** A shortlist with all facts, except how ESCO occupations are related. */
export interface World {
  vacancy: VacancyFacts;
  candidates: CandidateFacts[];
  state: Omit<StateFacts, 'fitDomesticLeft'>;
  settled: ReadonlySet<string>;
}

const anyConsent = fc
  .record({
    countries: fc.subarray(['FR', 'SE', 'IE', 'BE', 'IT']),
    givenOn: near,
    expiresOn: near,
    withdrawn: fc.boolean(),
  })
  .map(aConsentFact);

const everywhere = aConsentFact({ countries: ['FR', 'SE', 'IE', 'BE', 'IT'] });

export const anyVacancy: fc.Arbitrary<VacancyFacts> = fc
  .record({
    state: some('FR', 'SE', 'IE', 'BE', 'IT'),
    open: mostly(true, fc.boolean()),
    openUntilOn: mostly<string | null>(null, near),
    isco: mostly(['7411'], few(isco)),
    esco: mostly<string[]>([], few(esco)),
    nace: fc.option(some('F43.21', 'F41', 'A01.1', 'R86')),
    regions: some([], [], ['BE', 'FR101'], ['BE211'], ['BE211', 'BE100'], ['BE2', 'FR1']),
    permitCategory: some('seasonal', 'general'),
    requiredLanguages: mostly<LanguageFact[]>([], few(language, 2)),
    wishedLanguages: few(language, 2),
    essentialSkills: fc.uniqueArray(skill),
    optionalSkills: fc.uniqueArray(skill),
    experienceYears: fc.option(fc.integer({ min: 0, max: 5 })),
    educationLevel: fc.option(fc.integer({ min: 1, max: 8 })),
    educationField: fc.option(educationField, { nil: undefined }),
    startsOn: fc.option(near),
    endsOn: fc.option(near),
    advertising: anyAdvertising,
    content: mostly([...adElements], fc.subarray([...adElements])),
    ...statedPay,
  })
  .map(aVacancyFact);

export const anyCandidate: fc.Arbitrary<CandidateFacts> = fc
  .record({
    nationalities: fc.oneof(some(['MA']), fc.uniqueArray(passport, { maxLength: 3 })),
    residenceRegion: fc.option(region),
    residencePermits: mostly<string[]>([], few(some('FR', 'SE', 'ES'))),
    euFamilyMember: mostly(false, fc.boolean()),
    ofAgeOn: mostly<string | null>('2015-01-01', fc.option(near)),
    consents: mostly([everywhere], few(anyConsent)),
    trades: mostly([ELECTRICIAN], few(trade)),
    occupations: mostly([ELECTRICIAN], few(trade)),
    skills: fc.uniqueArray(skill),
    languages: fc.uniqueArray(language, { selector: ({ code }) => code }),
    educationLevel: fc.option(fc.integer({ min: 1, max: 8 })),
    educationField: fc.option(educationField),
    desiredCountries: few(some('FR', 'SE', 'IE')),
    desiredOccupations: few(isco),
    permitCategories: fc.subarray(['seasonal', 'general']),
    desiredPay: fc.option(payWish),
    availableFromOn: fc.option(near),
    availableUntilOn: fc.option(near),
    returnedBefore: fc.boolean(),
  })
  .map(aCandidateFact);

const named = fc.oneof(
  fc.record({ scheme: some('isco' as const), code: some('7', '74', '741', '7411') }),
  fc.record({ scheme: some('nace' as const), code: some('F', 'F43', 'F43.2', 'R') }),
  fc.record({ scheme: some('esco' as const), code: esco }),
  fc.record({ scheme: some('any' as const), code: some('') }),
);
const effects = fc.subarray([
  'no-favourable-treatment',
  'no-active-matching',
  'no-direct-application',
]);
const limits = fc.record({
  partnerCountry: partner,
  effects,
  source: mostly<PressedSectorFact['source']>('partner', some('cap')),
  region: mostly<string | null>(null, region),
  exceptionLeft: mostly<number | null>(null, fc.integer({ min: -1, max: 2 })),
});
const anySector = fc
  .tuple(named, limits)
  .map(([sector, limit]) => aPressedSectorFact({ ...sector, ...limit }));

const components = fc.subarray(['quotas', 'matching']);
const anyPartnership = fc
  .record({ partnerCountry: partner, components, circularExemption: fc.boolean() })
  .map(aPartnershipFact);

const remaining = fc.integer({ min: -1, max: 3 });
const anyQuota = fc.record({ partnerCountry: partner, remaining }).map(aQuotaFact);

const anyState: fc.Arbitrary<Omit<World['state'], 'law'>> = fc.record({
  on: some(TODAY),
  partnerships: fc.oneof(some([aPartnershipFact()]), few(anyPartnership)),
  pressedSectors: few(anySector, 2),
  quotas: few(anyQuota),
});

/** Draws worlds small enough to read and odd enough to meet every gate from both sides. */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    vacancy: anyVacancy,
    people: fc.array(fc.tuple(anyCandidate, mostly(false, fc.boolean())), { maxLength: 5 }),
    state: anyState,
    rules: anyRules,
  })
  .map(({ vacancy, people, state, rules }) => {
    const candidates = people.map(([person], index) => ({ ...person, id: `person ${index}` }));
    const settled = new Set(people.flatMap(([, done], at) => (done ? [`person ${at}`] : [])));
    const law = lawOf(rules, vacancy.state, state.on);
    return { vacancy, candidates, state: { ...state, law }, settled };
  });
