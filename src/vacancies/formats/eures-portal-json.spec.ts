import { describe, expect, it } from '@jest/globals';
import { readPortalVacancy } from './eures-portal-json.ts';

const version = (title: string) => ({ title, description: `<p>${title}</p>` });

const read = (known: object) =>
  readPortalVacancy({
    id: 'MTIz', ...version('Nurse'), locationMap: { DE: ['DE911'] }, euresFlag: true,
    jobCategoriesCodes: ['http://data.europa.eu/esco/isco/c2221'], creationDate: 1_793_491_200_000,
    availableLanguages: ['en'], translations: { en: version('Nurse') },
    ...known,
  }).draft; // prettier-ignore

const detail = (profile: object, known: object = {}) =>
  read({ jvProfiles: { en: { ...version('Nurse'), ...profile } }, ...known });

describe('a vacancy of the EURES portal', () => {
  it('is in the language of its title, and loses no version in another language', () => {
    const translations = { bg: version('Сестра'), de: version('Pfleger'), en: version('Nurse') };
    const draft = read({ availableLanguages: ['bg', 'de', 'en'], translations });
    expect(draft).toMatchObject({ language: 'en', title: 'Nurse' });
    expect(Object.keys(draft?.translations ?? {})).toEqual(['bg', 'de']);
  });

  it('is in the preferred language if several versions have its title, or none has', () => {
    const alike = { sv: version('Nurse'), da: version('Nurse') };
    const languages = { availableLanguages: ['da', 'sv'], preferredLanguage: 'sv' };
    expect(read({ ...languages, translations: alike })?.language).toBe('sv');
    expect(read({ ...languages, translations: null })?.language).toBe('sv');
  });

  it.each([
    ['2026-12-31T00:00:00+01:00', '2026-12-31'],
    ['2026-06-30T00:00:00+02:00', '2026-06-30'],
    ['2026-12-31T00:00:00Z', '2026-12-31'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
  ])('takes applications until the day of %s, midnight being that of Brussels', (moment, day) => {
    expect(detail({ lastApplicationDate: Date.parse(moment) })?.applyUntilOn).toBe(day);
  });

  it('is advertised from its creation, which may be a text', () => {
    const draft = read({ creationDate: '2026-11-01T08:00:00Z' });
    expect(draft).toMatchObject({ validFromOn: '2026-11-01', advertising: [{ fromOn: '2026-11-01' }] });
  }); // prettier-ignore

  it('has the facts of lists of one that are written as their value', () => {
    const written = { requiredDrivingLicenses: 'b', requiredSkills: 'first aid' };
    const codes = { jobCategoriesCodes: '2221', locationMap: { DE: 'DE911' } };
    expect(detail(written, codes)).toMatchObject({
      licences: ['B'],
      skills: [{ label: 'first aid' }],
      isco: ['2221'],
      locations: [{ country: 'DE', nuts: 'DE911' }],
    });
  });

  it('has no skill of what names none, and both code and label of what has both', () => {
    const uri = 'http://data.europa.eu/esco/skill/a';
    const requiredSkills = [null, {}, { uri, label: 'care' }];
    expect(detail({ requiredSkills })?.skills).toEqual([{ uri, label: 'care', essential: false }]);
  });
});
