import { normaliseCountry } from '../../reference/countries/countries.ts';
import { normaliseNace } from '../../reference/nace/nace.ts';
import { eachLanguageOnce, readLanguage } from './values/asked-languages.ts';
import { readDate } from '../../platform/formats/calendar-dates.ts';
import { offerings, readLicences, readPositions, schedules } from '../../reference/code-words.ts';
import { Findings } from '../../platform/formats/findings.ts';
import {
  type JsonObject,
  objectAt,
  objectsAt,
  textAt,
} from '../../platform/formats/json/json-values.ts';
import { concluded } from './values/concluded.ts';
import { checkId } from './values/issuers.ts';
import { readOccupations } from './values/occupations.ts';
import { readPay } from './values/pay.ts';
import { readPlaces, stateAndPartOf } from './values/places.ts';
import { plainText, sanitiseHtml } from './values/sanitise-html.ts';
import { skillNamed } from './values/skills.ts';
import {
  type AskedExperience,
  type AskedLanguage,
  permitCategoryOf,
  type ReadVacancy,
  type VacancyDraft,
} from './vacancy-draft.ts';

/**
 * Returns whether the value is an offer of the French public employment service (Offres d'emploi,
 * version 2).
 */
export function isFranceTravailOffer(value: JsonObject): boolean {
  return 'intitule' in value && ('lieuTravail' in value || 'romeCode' in value || 'id' in value);
}

/** The codes of `typeContrat`. Other codes say nothing about the kind of work. */
const offeringOfContract: Readonly<Record<string, (typeof offerings)[number]>> = {
  CDI: 'DirectHire',
  DIN: 'DirectHire',
  CDD: 'Temporary',
  MIS: 'Temporary',
  SAI: 'Seasonal',
  LIB: 'SelfEmployed',
  REP: 'SelfEmployed',
  FRA: 'SelfEmployed',
};

function offeringOf(offer: JsonObject): (typeof offerings)[number] | null {
  if (offer.alternance === true) return 'Apprenticeship';
  return offeringOfContract[textAt(offer, 'typeContrat') ?? ''] ?? null;
}

function scheduleOf(offer: JsonObject): (typeof schedules)[number] | null {
  const text = textAt(offer, 'dureeTravailLibelleConverti')?.toLowerCase() ?? '';
  if (text.includes('partiel')) return 'PartTime';
  return text.includes('plein') ? 'FullTime' : null;
}

/** French diploma levels as EQF (framework of professional certification, decree 2019-14). */
const levels: readonly [RegExp, number][] = [
  [/doctorat/i, 8],
  [/bac\s*\+\s*5/i, 7],
  [/bac\s*\+\s*[34]/i, 6],
  [/bac\s*\+\s*2/i, 5],
  [/\bbac\b/i, 4],
  [/\bcap\b|\bbep\b/i, 3],
];

/**
 * Reads the level. The field is a Formacode, for which we know no correspondence to ISCED-F, and a
 * label.
 */
function educationOf(offer: JsonObject, findings: Findings): number | null {
  const asked = objectsAt(offer, 'formations');
  const first = asked.find(({ exigence }) => exigence === 'E') ?? asked[0] ?? {};
  const field = textAt(first, 'domaineLibelle') ?? textAt(first, 'codeFormation');
  if (field !== null) {
    const at = { path: '/formations/domaineLibelle', value: field };
    findings.drop(
      'education-field-unknown',
      at,
      'This field of study has no counterpart in ISCED-F, so it is left out. Write a code, such as 0913.',
    );
  }
  const text = textAt(first, 'niveauLibelle') ?? '';
  return levels.find(([words]) => words.test(text))?.[1] ?? null;
}

/** Reads `2 An(s)` or `6 mois` as years, if it is required (`E`) and not only wished (`S`). */
function experienceOf(offer: JsonObject): AskedExperience[] {
  const text = textAt(offer, 'experienceLibelle') ?? '';
  const [, amount, unit = ''] = /(\d+)\s*(mois|an)/i.exec(text) ?? [];
  if (textAt(offer, 'experienceExige') !== 'E' || amount === undefined) return [];
  const years = unit.toLowerCase() === 'mois' ? Number(amount) / 12 : Number(amount);
  return [{ isco: null, years: Math.min(60, Math.round(years * 10) / 10) }];
}

function languagesOf(offer: JsonObject, findings: Findings): AskedLanguage[] {
  const asked = objectsAt(offer, 'langues');
  const read = asked.flatMap((one, index): AskedLanguage[] => {
    const at = { path: `/langues/${index}/libelle`, value: textAt(one, 'libelle') };
    const code = readLanguage(at, findings);
    return code === null ? [] : [{ code, level: null, required: one.exigence === 'E' }];
  });
  return eachLanguageOnce(read, '/langues', findings);
}

const intervals: Readonly<Record<string, string>> = {
  annuel: 'year',
  mensuel: 'month',
  horaire: 'hour',
};

const amount = String.raw`(\d[\d.,\s]*?)`;
const payForm = new RegExp(
  String.raw`^(annuel|mensuel|horaire) de ${amount}\s*(?:euros?|€)?(?: à ${amount}\s*(?:euros?|€))?(?: sur .*)?$`,
  'i',
);

/** Reads pay such as `Mensuel de 1923.00 Euros à 2100.00 Euros sur 12 mois`. */
function payOf(offer: JsonObject, findings: Findings): VacancyDraft['pay'] {
  const path = '/salaire/libelle';
  const text = textAt(objectAt(offer, 'salaire'), 'libelle');
  if (text === null) return null;
  const [, interval = '', min = text, max = null] = payForm.exec(text) ?? [];
  return readPay(
    { min, max, currencies: ['EUR'], interval: intervals[interval.toLowerCase()] ?? null },
    path,
    findings,
  );
}

/** Reads `74 - ANNECY`. A country alone means work abroad or anywhere in France. */
function placesOf(offer: JsonObject, findings: Findings): VacancyDraft['locations'] {
  const place = objectAt(offer, 'lieuTravail');
  const label = textAt(place, 'libelle');
  const country = normaliseCountry(label ?? '') ?? 'FR';
  const isState = normaliseCountry(label ?? '') === stateAndPartOf(country).state;
  const raw = {
    path: '/lieuTravail',
    country,
    nuts: null,
    city: isState ? null : (label?.replace(/^(?:\d{2,3}|2[AB])\s+-\s+/i, '') ?? null),
    postalCode: textAt(place, 'codePostal'),
  };
  return readPlaces([raw], '/lieuTravail', findings);
}

function employerOf(
  offer: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'employerName' | 'employerLegalId' | 'nace'> {
  const name = textAt(objectAt(offer, 'entreprise'), 'nom');
  const path = '/entreprise/nom';
  if (name === null)
    findings.warn('employer-missing', { path }, 'The name of the employer is missing. Add it.');
  const value = textAt(offer, 'codeNAF') ?? textAt(offer, 'secteurActivite');
  // A NAF code is a NACE code followed by a letter.
  const nace = value === null ? null : normaliseNace(value.replace(/[A-Z]$/i, ''));
  if (value !== null && nace === null)
    findings.drop(
      'nace-unknown',
      { path: '/codeNAF', value },
      'This is not a NACE code, so it is left out. Write for example F41.2.',
    );
  return { employerName: name, employerLegalId: null, nace };
}

function askedOf(
  offer: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'languages' | 'skills' | 'experience' | 'educationLevel' | 'licences'> {
  const licences = objectsAt(offer, 'permis').map((one, index) => ({
    path: `/permis/${index}/libelle`,
    value: textAt(one, 'libelle')?.split(' - ')[0] ?? null,
  }));
  return {
    languages: languagesOf(offer, findings),
    skills: objectsAt(offer, 'competences').flatMap((one) =>
      skillNamed(textAt(one, 'libelle'), one.exigence === 'E'),
    ),
    experience: experienceOf(offer),
    educationLevel: educationOf(offer, findings),
    licences: readLicences(licences, findings),
  };
}

/**
 * Reads an offer of the French public employment service. Its occupation is a ROME code, for which
 * there is no freely usable table. The words of the ROME appellation are read instead.
 */
export function readFranceTravailOffer(offer: JsonObject): ReadVacancy {
  const findings = new Findings();
  const sourceId = checkId({ path: '/id', value: textAt(offer, 'id') }, 'reject', findings);
  const title = plainText(textAt(offer, 'intitule') ?? '');
  if (title === '')
    findings.reject('title-missing', { path: '/intitule' }, 'The vacancy has no title. Add it.');
  const offering = offeringOf(offer);
  const fromOn = readDate(textAt(offer, 'dateCreation'), 'first-day', '/dateCreation', findings);
  const words = textAt(offer, 'appellationlibelle') ?? title;
  const draft: VacancyDraft = {
    sourceAgency: 'FT',
    sourceId,
    sourceScheme: 'france-travail',
    status: 'open',
    title,
    language: 'fr',
    description: sanitiseHtml(textAt(offer, 'description') ?? ''),
    translations: {},
    ...employerOf(offer, findings),
    positions: readPositions(textAt(offer, 'nombrePostes'), '/nombrePostes', findings),
    ...readOccupations([], words, '/romeCode', findings),
    offering,
    schedule: scheduleOf(offer),
    permitCategory: permitCategoryOf(offering),
    workingLanguages: ['fr'],
    locations: placesOf(offer, findings),
    ...askedOf(offer, findings),
    educationField: null,
    pay: payOf(offer, findings),
    startsOn: null,
    endsOn: null,
    immediateStart: false,
    applyUntilOn: null,
    validFromOn: fromOn,
    validUntilOn: null,
    advertising: fromOn === null ? [] : [{ channel: 'pes', adId: sourceId, fromOn, untilOn: null }],
    howToApply: textAt(objectAt(offer, 'origineOffre'), 'urlOrigine'),
  };
  return concluded(draft, draft, findings);
}
