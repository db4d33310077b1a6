import { describe, expect, it } from '@jest/globals';
import { readJobPosting } from './job-posting-json.ts';
import { processorTime } from '../../../../test/support/suite/processor-time.ts';

/** Returns the years of experience, and the findings about them. */
function asking(experienceRequirements: unknown): unknown[] {
  const { draft, findings } = readJobPosting({
    title: 'Nurse',
    inLanguage: 'en',
    hiringOrganization: 'A clinic',
    identifier: '1',
    jobLocation: { address: { addressCountry: 'IE' } },
    occupationalCategory: '2221',
    experienceRequirements,
  });
  return [
    draft?.experience.map(({ years }) => years),
    findings.map(({ code, path, value }) => `${code} ${path} ${value ?? ''}`),
  ];
}

describe('the experience that a schema.org JobPosting asks for', () => {
  it.each([
    [{ '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 18 }, [1.5]],
    [{ monthsOfExperience: '24' }, [2]],
    [{ monthsOfExperience: 0 }, []],
    ["2 ans d'expérience", [2]],
    ['Au moins deux ans dans un poste similaire', [2]],
    ['Expérience : 3 à 5 ans', [3]],
    ['6 mois minimum', [0.5]],
    ['At least 3 years of experience as a nurse', [3]],
    ['5+ years', [5]],
    ['1-2 years in a hotel', [1]],
    ['Mínimo 18 meses de experiencia', [1.5]],
    ['De 2 a 4 años', [2]],
    ['three (3) to five (5) years of experience', [3]],
    ['de dos (2) a tres (3) años', [2]],
    ['al menos un año', [1]],
    ['خبرة لا تقل عن ٣ سنوات', [3]],
    ['سنتان من الخبرة على الأقل', [2]],
    ['ثلاث سنوات خبرة', [3]],
    [{ description: 'Two years in a kitchen' }, [2]],
    [['2 years', { monthsOfExperience: 24 }], [2]],
    ['not less than 2 years', [2]],
    ['Pas moins de six mois', [0.5]],
    ['No menos de siete años', [7]],
    ['خبرة ثمانية أشهر على الأقل', [0.7]],
    ['Dix ans minimum', [10]],
    ['no requirements', []],
    ['Débutant accepté', []],
    ['Sin experiencia', []],
    ['لا تشترط الخبرة', []],
    [null, []],
  ])('is read from %j as %j years', (requirements, years) => {
    expect(asking(requirements)).toEqual([years, []]);
  });

  it.each([
    'Some experience',
    'Expérience souhaitée',
    '3',
    'Must be 18 years old',
    'moins de 2 ans',
    'Work in the last 5 years',
    'hasta 2 años',
    '2 years here and 3 years there',
    '99 years',
    '18 ans révolus, âge maximum',
    'سن 25 سنة',
    'less than 1 year',
    "Bac+2 et 3 ans d'expérience",
    'Niveau 3 et 5 ans',
    'English B2 and 3 years',
    'B2 - 3 years',
    'vingt-deux ans',
    'dix-huit mois',
    'diez y ocho meses',
    'خمسة عشر سنة',
    'twenty-five years',
    '2 1/2 years',
    'un an et demi',
    'formation de 2 ans',
    'CDD 6 mois',
    'No experience: 2 years training given',
    '2 years of training provided',
    'a 2 year fixed term',
    'experience not required but 2 years preferred',
  ])('is left out and reported if it says %s', (words) => {
    expect(asking(words)).toEqual([[], [`experience-unreadable /experienceRequirements ${words}`]]);
  });

  it('is reported if its months are no number', () => {
    expect(asking({ monthsOfExperience: 'many' })).toEqual([
      [],
      ['experience-unreadable /experienceRequirements many'],
    ]);
  });

  it('is read within half a second, however long it is', () => {
    const startedAt = processorTime();
    asking('3 years '.repeat(30_000));
    asking('1 - '.repeat(70));
    expect(processorTime() - startedAt).toBeLessThan(500);
  });
});
