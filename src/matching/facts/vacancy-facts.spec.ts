import { describe, expect, it } from '@jest/globals';
import type { Place } from '../../vacancies/formats/vacancy-draft.ts';
import type { VacancyToDecide } from './vacancies-to-decide.queries.ts';
import { vacancyFactsOf } from './vacancy-facts.ts';

const vacancy: VacancyToDecide = {
  id: 'v',
  organisationId: 'o',
  state: 'BE',
  status: 'open',
  mergedIntoId: null,
  title: 'Welder',
  description: 'x',
  employerName: null,
  nace: null,
  isco: ['7212'],
  esco: [],
  schedule: null,
  permitCategory: 'general',
  languages: [],
  skills: [],
  experience: [],
  educationLevel: null,
  educationField: null,
  licences: [],
  pay: null,
  advertising: [],
  startsOn: null,
  endsOn: null,
  applyUntilOn: null,
  validUntilOn: null,
  locations: [],
};

const place = (country: string, nuts: string | null): Place => ({
  country,
  nuts,
  city: null,
  postalCode: null,
});

describe('the regions of a vacancy', () => {
  it.each([
    [
      [place('BE', 'BE211'), place('BE', 'BE100')],
      ['BE211', 'BE100'],
    ],
    [[place('BE', null)], []],
    [
      [place('BE', 'BE211'), place('BE', null)],
      ['BE211', ''],
    ],
    [[place('BE', 'BE211'), place('NL', null)], ['BE211']],
  ])('with work at %j are %j: a place without a region may be anywhere', (locations, regions) => {
    expect(vacancyFactsOf({ ...vacancy, locations }).regions).toEqual(regions);
  });
});
