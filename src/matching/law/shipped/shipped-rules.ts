import type { LawKind, LawRule } from '../law-rule.ts';
import { shortageOccupations } from './shortage-occupations.ts';
import { shippedCircularRules } from './shipped-circular-rules.ts';
import { safeguardedCountries } from './safeguarded-countries.ts';

const union = { state: null, region: null };
const since2020 = { validFrom: '2020-01-01', validUntil: null };
const test = { channels: [], withinMonths: null, applyWithinDays: null, adContent: [] };
const exemption = {
  isco: [],
  regions: [],
  minimumAnnualPay: null,
  currency: 'EUR',
  permitCategories: [],
};

/** Checks at compile time that the parameters of each rule fit its kind. */
const rule = <K extends LawKind>(written: LawRule<K>): LawRule<K> => written;

const tests = [
  rule({
    code: 'labour-market-test.eu',
    kind: 'labour-market-test',
    ...union,
    citation: 'COM(2007) 248, precautionary default until the ministry records its rule',
    certainty: 'recalled',
    ...since2020,
    parameters: { ...test, duration: 'days-elapsed', days: 14 },
  }),
  rule({
    code: 'labour-market-test.se',
    kind: 'labour-market-test',
    state: 'SE',
    region: null,
    citation: 'MIG 2025:9',
    certainty: 'verified',
    ...since2020,
    parameters: { ...test, duration: 'total-days', days: 10, channels: ['pes'] },
  }),
  rule({
    code: 'labour-market-test.ie',
    kind: 'labour-market-test',
    state: 'IE',
    region: null,
    citation: 'Employment Permits Act 2024, labour market needs test',
    certainty: 'verified',
    ...since2020,
    parameters: {
      duration: 'consecutive-days',
      days: 28,
      channels: ['pes', 'eures'],
      withinMonths: null,
      applyWithinDays: 90,
      adContent: ['description', 'employer', 'minimum-pay', 'location', 'hours'],
    },
  }),
  rule({
    code: 'labour-market-test.be-flanders',
    kind: 'labour-market-test',
    state: 'BE',
    region: 'BE2',
    citation: 'Flanders, VDAB and EURES publication',
    certainty: 'verified',
    ...since2020,
    parameters: {
      ...test,
      duration: 'total-days',
      days: 63,
      channels: ['pes', 'eures'],
      withinMonths: 4,
    },
  }),
  rule({
    code: 'labour-market-test.it',
    kind: 'labour-market-test',
    state: 'IT',
    region: null,
    citation: 'Testo unico immigrazione Art. 22',
    certainty: 'recalled',
    ...since2020,
    parameters: { ...test, duration: 'job-centre-silence', days: 8 },
  }),
];

const exemptions = [
  rule({
    code: 'test-exemption.eu-intra-corporate',
    kind: 'test-exemption',
    ...union,
    citation: 'Directive 2014/66/EU',
    certainty: 'recalled',
    ...since2020,
    parameters: { ...exemption, permitCategories: ['intra-corporate'] },
  }),
  rule({
    code: 'test-exemption.ie-pay',
    kind: 'test-exemption',
    state: 'IE',
    region: null,
    citation: 'Employment Permits Act 2024, waiver of the labour market needs test by pay',
    certainty: 'recalled',
    ...since2020,
    parameters: { ...exemption, minimumAnnualPay: 64_000 },
  }),
];

const shortages = [
  rule({
    code: 'shortage-list.eu',
    kind: 'shortage-list',
    ...union,
    citation: 'Regulation (EU) 2026/1047, EU-wide shortage occupations',
    certainty: 'recalled',
    validFrom: '2026-01-01',
    validUntil: null,
    parameters: { isco: [...shortageOccupations] },
  }),
];

const order = [
  rule({
    code: 'accession-transition.at-hr',
    kind: 'accession-transition',
    state: 'AT',
    region: null,
    citation: 'Act of Accession of Croatia 2012, Annex V(2), the last such rule to end',
    certainty: 'recalled',
    validFrom: '2013-07-01',
    validUntil: '2020-06-30',
    parameters: { countries: ['HR'] },
  }),
  rule({
    code: 'association.eu-tr',
    kind: 'association',
    ...union,
    citation: 'EU-Turkey Association Council Decision 1/80 Art. 8',
    certainty: 'recalled',
    validFrom: '1980-12-01',
    validUntil: null,
    parameters: { countries: ['TR'] },
  }),
];

const safeguards = [
  rule({
    code: 'safeguard-list.who-2023',
    kind: 'safeguard-list',
    ...union,
    citation: 'WHO Health Workforce Support and Safeguards List 2023',
    certainty: 'verified',
    validFrom: '2023-03-08',
    validUntil: null,
    // Medical doctors, nursing and midwifery professionals and associate professionals.
    parameters: {
      countries: [...safeguardedCountries],
      isco: ['221', '222', '322'],
    },
  }),
  rule({
    code: 'safeguard-list.de-38-beschv',
    kind: 'safeguard-list',
    state: 'DE',
    region: null,
    citation: 'BeschV s. 38: only the federal agency recruits for health and care work',
    certainty: 'verified',
    validFrom: '2023-03-08',
    validUntil: null,
    parameters: {
      countries: [...safeguardedCountries],
      isco: ['22', '32', '53'],
    },
  }),
];

/**
 * The rules that come with the software, each with its source and its certainty. An instance starts
 * with them; later changes by the authorities take precedence.
 */
export const shippedRules: readonly LawRule[] = [
  ...tests,
  ...exemptions,
  ...shortages,
  ...order,
  ...safeguards,
  ...shippedCircularRules,
];
