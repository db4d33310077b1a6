import type { CandidateDto } from '../../../src/candidates/candidates.dto.ts';
import type {
  PartnershipDto,
  PressedSectorDto,
} from '../../../src/partnerships/partnerships.dto.ts';
import type { QuotaDto } from '../../../src/quotas/quotas.dto.ts';
import type { VacancyDto } from '../../../src/vacancies/vacancies.dto.ts';

/**
 * Makes a vacancy for a nurse in Seville, advertised since 1 October 2026, so that its
 * labour-market test has passed.
 */
export function aVacancy(known: Partial<VacancyDto> = {}): VacancyDto {
  return {
    title: 'Enfermera de hospitalización',
    language: 'es',
    isco: ['2221'],
    nace: 'R86.10',
    positions: 2,
    languages: [{ code: 'es', level: 'B1', required: true }],
    locations: [{ country: 'ES', nuts: 'ES618', city: 'Sevilla' }],
    advertising: [
      { channel: 'pes', fromOn: '2026-10-01' },
      { channel: 'eures', fromOn: '2026-10-01' },
    ],
    startsOn: '2027-03-01',
    ...known,
  };
}

let people = 0;

/** Makes a Moroccan nurse with Spanish at B2, who consents to be matched in Spain. */
export function aCandidate(known: Partial<CandidateDto> = {}): CandidateDto {
  people += 1;
  return {
    reference: `P-${people}`,
    givenName: 'Salma',
    familyName: `Amrani-${people}`,
    birthOn: '1994-05-17',
    nationalities: ['MA'],
    residenceCountry: 'MA',
    occupations: [{ isco: '2221', title: 'Infirmière polyvalente', years: 4 }],
    languages: [
      { code: 'ar', level: 'C2' },
      { code: 'es', level: 'B2' },
    ],
    educationLevel: 6,
    desiredCountries: ['ES'],
    consents: [
      {
        purpose: 'matching',
        sections: ['work-experience', 'languages', 'education', 'skills', 'wishes'],
        countries: ['ES'],
        givenOn: '2026-09-01',
      },
    ],
    ...known,
  };
}

/** Makes a partnership of Morocco with Spain and France, in force, with quotas. */
export function aPartnership(known: Partial<PartnershipDto> = {}): PartnershipDto {
  return {
    partnerCountry: 'MA',
    states: ['ES', 'FR'],
    startsOn: '2025-01-01',
    status: 'in-force',
    components: ['quotas', 'matching', 'pressed-sectors'],
    citation: 'Mobility partnership for tests',
    ...known,
  };
}

/** Makes a national offer of Spain for Moroccan nurses, of ten seats. */
export function aQuota(known: Partial<QuotaDto> = {}): QuotaDto {
  return {
    partnerCountry: 'MA',
    scopeScheme: 'isco',
    scopeCode: '2221',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
    seats: 10,
    citation: 'Order for tests',
    ...known,
  };
}

/** Makes a pressed sector: nurses. */
export function aPressedSector(known: Partial<PressedSectorDto> = {}): PressedSectorDto {
  return {
    scheme: 'isco',
    code: '222',
    reason: 'Fewer than ten nurses for 10,000 people',
    effects: ['no-active-matching'],
    startsOn: '2026-11-01',
    ...known,
  };
}
