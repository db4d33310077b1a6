import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CefrLevel, cefrLevels } from '../../../reference/languages/cefr.ts';
import { cefrDimensions, highestLevel } from '../../../reference/languages/levels-by-dimension.ts';
import {
  licenceCategories,
  offerings,
  payIntervals,
  schedules,
} from '../../../reference/code-words.ts';
import { readVacancies } from '../read-vacancies.ts';
import { sanitiseHtml } from '../values/sanitise-html.ts';
import {
  type AskedLanguage,
  permitCategoryOf,
  type ReadVacancy,
  type VacancyDraft,
} from '../vacancy-draft.ts';
import { type OpeningSender, writePositionOpening } from './write-position-opening.ts';

const sender: OpeningSender = { agency: 'passerelle-nl', documentId: 'V-1', name: 'Ministry' };

async function readBack(draft: VacancyDraft): Promise<ReadVacancy> {
  const file = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(writePositionOpening(draft, sender));
  };
  for await (const read of readVacancies(file())) return read;
  throw new Error('Nothing was read.');
}

/** One line of text in any script, with characters that have a meaning in XML and HTML. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) =>
    `x${text.replace(/[<>&\s\p{C}\uFFFE\uFFFF]+/gu, ' ')}x & "y" 'z'`.replace(/\s+/g, ' '),
  );
/** Returns the levels as drafts hold them: the highest overall, and by dimension if they differ. */
const askedLevels = (levels: CefrLevel[]): Pick<AskedLanguage, 'level' | 'dimensions'> => {
  const level = highestLevel(levels);
  if (level === null || levels.every((one) => one === level)) return { level };
  const named = cefrDimensions.map((name, at) => [name, levels[at] ?? level]);
  return { level, dimensions: Object.fromEntries(named) };
};

/** HTML as drafts hold it. */
const html = words.map((text) => sanitiseHtml(`<p>${text}</p>`));
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const orNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });
const several = <T>(one: fc.Arbitrary<T>, selector?: (value: T) => unknown): fc.Arbitrary<T[]> =>
  fc.uniqueArray(one, { maxLength: 4, ...(selector && { selector }) });

const language = fc.constantFrom('fr', 'de', 'es', 'ar', 'nl', 'el');
const offering = orNull(fc.constantFrom(...offerings));

const pay = fc
  .record({
    min: fc.integer({ min: 1, max: 9_000 }),
    more: fc.integer({ min: 0, max: 9_000 }),
    currency: fc.constantFrom('EUR', 'SEK'),
    interval: orNull(fc.constantFrom(...payIntervals)),
  })
  .map(({ min, more, ...rest }) => ({ min, max: min + more, ...rest }));

const place = fc.record({
  country: fc.constantFrom('NL', 'GR', 'ES'),
  nuts: fc.constant(null),
  city: words,
  postalCode: orNull(fc.constantFrom('1011 AB', '41001')),
});

const asked = {
  languages: several(
    fc
      .record({
        code: language,
        levels: fc.array(fc.constantFrom(...cefrLevels), { maxLength: 5 }),
        required: fc.boolean(),
      })
      .map(({ levels, ...rest }) => ({ ...rest, ...askedLevels(levels) })),
    ({ code }) => code,
  ),
  workingLanguages: several(language),
  skills: fc.array(
    fc.record({
      uri: orNull(fc.uuid().map((id) => `http://data.europa.eu/esco/skill/${id}`)),
      label: words,
      essential: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  experience: fc.array(
    fc.record({
      isco: orNull(fc.constantFrom('7212', '2221')),
      years: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 2 },
  ),
  educationLevel: orNull(fc.integer({ min: 1, max: 8 })),
  // The scheme of EURES has no element for the field.
  educationField: fc.constant(null),
  licences: several(fc.constantFrom(...licenceCategories)),
};

const draft: fc.Arbitrary<VacancyDraft> = fc
  .record({
    sourceAgency: fc.constant(sender.agency),
    sourceId: fc.constant(sender.documentId),
    sourceScheme: fc.constant('EURES'),
    status: fc.constantFrom('open' as const, 'closed' as const),
    title: words,
    language: fc.constant('en'),
    description: fc.oneof(fc.constant(''), html),
    translations: fc.dictionary(language, fc.record({ title: words, description: html }), { noNullPrototype: true }),
    employerName: words,
    employerLegalId: orNull(words),
    nace: fc.constantFrom(null, 'F', 'F43', 'F43.2', 'F43.21', 'R86.10'),
    positions: fc.integer({ min: 1, max: 500 }),
    isco: several(fc.constantFrom('7212', '2221', '5120')),
    esco: fc.constant<string[]>([]),
    offering,
    schedule: orNull(fc.constantFrom(...schedules)),
    ...asked,
    locations: fc.uniqueArray(place, { minLength: 1, maxLength: 3, selector: ({ country, city, postalCode }) => `${country}${city.toLowerCase()}${postalCode}` }),
    pay: orNull(pay),
    startsOn: orNull(date),
    endsOn: orNull(date),
    immediateStart: fc.boolean(),
    applyUntilOn: orNull(date),
    validFromOn: orNull(date),
    validUntilOn: orNull(date),
    howToApply: orNull(html),
  })
  .map((made) => ({ ...made, permitCategory: permitCategoryOf(made.offering), advertising: [] })); // prettier-ignore

describe('a vacancy that is written for EURES', () => {
  it('is read back with the same facts, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(draft, async (written) => {
        const { draft: read, findings } = await readBack(written);
        const said = new Set(['occupation-missing', 'levels-differ']);
        expect(findings.filter(({ code }) => !said.has(code))).toEqual([]);
        const advertising = read?.advertising;
        expect({ ...read, advertising: [] }).toEqual(written);
        expect(advertising?.length).toBe(written.validFromOn === null ? 0 : 1);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['Developer <C++>', 'Nurse <m/w/d>', '«Driver» ‹CE> & <night>', '5 < 6 <<urgent>>'])(
    'keeps its title, in which angle brackets are text: %s',
    async (title) => {
      const [some] = fc.sample(draft, 1);
      if (!some) throw new Error('No sample.');
      const translations = { pt: { title, description: '' } };
      const { draft: read } = await readBack({ ...some, title, translations });
      expect([read?.title, read?.translations]).toEqual([title, translations]);
    },
  );

  it('names the ministry if it has no employer name, which the format requires', async () => {
    const [some] = fc.sample(draft, 1);
    if (!some) throw new Error('No sample.');
    const { draft: read } = await readBack({ ...some, employerName: null });
    expect(read?.employerName).toBe('Ministry');
  });

  it('names its ESCO occupations only if it has no ISCO code, since lists are not mixed', async () => {
    const [some] = fc.sample(draft, 1);
    if (!some) throw new Error('No sample.');
    const esco = ['http://data.europa.eu/esco/occupation/0044bba3-3dd6-4f10-bec0-0d5dd6a1b0f9'];
    const both = await readBack({ ...some, isco: ['7212'], esco });
    expect([both.draft?.isco, both.draft?.esco]).toEqual([['7212'], []]);
    const alone = await readBack({ ...some, isco: [], esco });
    expect([alone.draft?.isco, alone.draft?.esco]).toEqual([[], esco]);
  });
});
