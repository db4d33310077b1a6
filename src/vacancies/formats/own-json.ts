import { parseEducationField } from '../../reference/education/education-fields.ts';
import {
  dimensionsBeside,
  highestLevel,
  listLevels,
} from '../../reference/languages/levels-by-dimension.ts';
import { normaliseNace } from '../../reference/nace/nace.ts';
import { type AdvertisementDto, VacancyDto } from '../vacancies.dto.ts';
import type { AskedLanguageDto, PlaceDto } from '../vacancy-members.dto.ts';
import { checkedRecord } from '../../platform/formats/json/checked-record.ts';
import { Findings } from '../../platform/formats/findings.ts';
import type { JsonObject } from '../../platform/formats/json/json-values.ts';
import { readOccupations } from './values/occupations.ts';
import { doubtCountry, readNuts, stateAndPartOf } from './values/places.ts';
import { sanitiseHtml } from './values/sanitise-html.ts';
import {
  type Advertisement,
  type AskedLanguage,
  permitCategoryOf,
  type Place,
  type ReadVacancy,
  type VacancyDraft,
} from './vacancy-draft.ts';

/**
 * Reads a vacancy in our own JSON from one record of a file. Whatever the API would refuse becomes
 * a finding.
 */
export function readOwnVacancy(value: JsonObject): ReadVacancy {
  const findings = new Findings();
  const dto = checkedRecord(VacancyDto, value, findings);
  return findings.rejected ? { draft: null, findings: findings.list } : draftOf(dto);
}

/** Returns the draft of a checked vacancy in our own JSON. */
export function draftOf(dto: VacancyDto): ReadVacancy {
  const findings = new Findings();
  const codes = [...(dto.isco ?? []), ...(dto.esco ?? [])].map((value) => ({
    path: '/isco',
    value,
  }));
  const nace = dto.nace === undefined ? null : normaliseNace(dto.nace);
  if (dto.nace !== undefined && nace === null) {
    findings.drop(
      'nace-unknown',
      { path: '/nace', value: dto.nace },
      'This is not a NACE code, so it is left out. Write for example F41.2.',
    );
  }
  const draft: VacancyDraft = {
    sourceAgency: dto.sourceAgency ?? null,
    sourceId: dto.sourceId ?? null,
    sourceScheme: null,
    status: 'open',
    title: dto.title,
    language: dto.language,
    description: sanitiseHtml(dto.description ?? ''),
    translations: translationsOf(dto, findings),
    employerName: dto.employerName ?? null,
    employerLegalId: dto.employerLegalId ?? null,
    nace,
    positions: dto.positions ?? 1,
    ...readOccupations(codes, dto.title, '/isco', findings),
    offering: dto.offering ?? null,
    schedule: dto.schedule ?? null,
    permitCategory: dto.permitCategory ?? permitCategoryOf(dto.offering ?? null),
    ...askedOf(dto),
    ...termsOf(dto, findings),
  };
  return { draft, findings: findings.list };
}

/** Leaves out a translation in the language of the vacancy itself, as in every format. */
function translationsOf(
  { translations = {}, language }: VacancyDto,
  findings: Findings,
): VacancyDraft['translations'] {
  if (Object.hasOwn(translations, language)) {
    const at = { path: `/translations/${language}`, value: language };
    findings.drop(
      'translation-unclear',
      at,
      'This translation has no language of its own, so it is left out. Give it a language that no other text uses.',
    );
  }
  const read = Object.entries(translations).map(
    ([code, { title, description }]) =>
      [code, { title, description: sanitiseHtml(description ?? '') }] as const,
  );
  return textsBeside(language, Object.fromEntries(read));
}

/** Returns the texts in languages other than `language`. */
export function textsBeside(
  language: string,
  texts: VacancyDraft['translations'],
): VacancyDraft['translations'] {
  return Object.fromEntries(Object.entries(texts).filter(([code]) => code !== language));
}

function askedOf(dto: VacancyDto): Pick<
  VacancyDraft,
  | 'languages' | 'workingLanguages' | 'skills' | 'experience' | 'educationLevel'
  | 'educationField' | 'licences' // prettier-ignore
> {
  return {
    languages: (dto.languages ?? []).map(askedLanguageOf),
    workingLanguages: dto.workingLanguages ?? [],
    skills: (dto.skills ?? []).map(({ uri, label, essential }) => ({
      uri: uri ?? null,
      label: label ?? null,
      essential: essential ?? true,
    })),
    experience: (dto.experience ?? []).map(({ isco, years }) => ({ isco: isco ?? null, years })),
    educationLevel: dto.educationLevel ?? null,
    educationField: parseEducationField(dto.educationField ?? ''),
    licences: dto.licences ?? [],
  };
}

function askedLanguageOf({ code, level, dimensions, required }: AskedLanguageDto): AskedLanguage {
  const inAll = level ?? highestLevel(listLevels(dimensions ?? {}));
  return {
    code,
    level: inAll,
    ...dimensionsBeside(inAll, dimensions),
    required: required ?? true,
  };
}

function termsOf(
  dto: VacancyDto,
  findings: Findings,
): Pick<
  VacancyDraft,
  | 'locations' | 'pay' | 'startsOn' | 'endsOn' | 'immediateStart' | 'applyUntilOn'
  | 'validFromOn' | 'validUntilOn' | 'advertising' | 'howToApply' // prettier-ignore
> {
  const { pay } = dto;
  return {
    locations: dto.locations.map((place, at) => placeOf(place, `/locations/${at}`, findings)),
    pay: pay
      ? {
          min: pay.min ?? null,
          max: pay.max ?? null,
          currency: pay.currency,
          interval: pay.interval ?? null,
        }
      : null,
    startsOn: dto.startsOn ?? null,
    endsOn: dto.endsOn ?? null,
    immediateStart: dto.immediateStart ?? false,
    applyUntilOn: dto.applyUntilOn ?? null,
    validFromOn: dto.validFromOn ?? null,
    validUntilOn: dto.validUntilOn ?? null,
    advertising: (dto.advertising ?? []).map(advertisementOf),
    howToApply: dto.howToApply ?? null,
  };
}

function placeOf(
  { country: code, nuts, city, postalCode }: PlaceDto,
  path: string,
  findings: Findings,
): Place {
  const { state: country, nuts: part } = stateAndPartOf(code);
  doubtCountry(country, `${path}/country`, findings);
  return {
    country,
    nuts: readNuts({ path: `${path}/nuts`, nuts: nuts ?? null }, country, findings) ?? part,
    city: city ?? null,
    postalCode: postalCode ?? null,
  };
}

/** Converts one advertisement, which is evidence for the labour-market test. */
export function advertisementOf(dto: AdvertisementDto): Advertisement {
  const { channel, adId, fromOn, untilOn, carries, answer } = dto;
  const shown = { channel, adId: adId ?? null, fromOn, untilOn: untilOn ?? null };
  return { ...shown, ...(carries && { carries }), ...(answer && { answer }) };
}
