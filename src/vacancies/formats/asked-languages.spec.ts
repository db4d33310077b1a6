import { describe, expect, it } from '@jest/globals';
import { eachLanguageOnce } from './values/asked-languages.ts';
import { Findings } from '../../platform/formats/findings.ts';
import { readVacancies } from './read-vacancies.ts';
import { anOpening } from '../../../test/support/files/an-opening.ts';
import type { AskedLanguage } from './vacancy-draft.ts';

/** Reads `B2!` as level B2, required. Two dashes stand for no level. */
function asked(text: string): AskedLanguage {
  const level = text.slice(0, 2) === '--' ? null : (text.slice(0, 2) as AskedLanguage['level']);
  return { code: 'de', level, required: text.endsWith('!') };
}

describe('a language that is asked for twice', () => {
  it.each([
    ['A1 B2!', 'B2!'],
    ['--! C1', '--!'],
    ['-- B2!', 'B2!'],
    ['B1! B2!', 'B2!'],
    ['--! B2!', 'B2!'],
    ['A2 B1', 'B1'],
    ['B2! B2!', 'B2!'],
  ])('becomes one: %s', (mentions, whole) => {
    const findings = new Findings();
    const read = eachLanguageOnce(mentions.split(' ').map(asked), '/languages', findings);
    expect(read).toEqual([asked(whole)]);
    const isSame = new Set(mentions.split(' ')).size === 1;
    expect(findings.list.map(({ code }) => code)).toEqual(isSame ? [] : ['language-twice']);
  });
});

describe('a language of a PositionOpening', () => {
  const score = (name: string, level: string): string =>
    `<${name}><ScoreText>${level}</ScoreText></${name}>`;
  const needed = score('RequiredProficiencyLevel', 'A2');
  const wished = score('DesiredProficiencyLevel', 'C1');

  async function read(competency: string): Promise<AskedLanguage[] | undefined> {
    const inside = `<TaxonomyID>language</TaxonomyID><CompetencyID>es</CompetencyID>${competency}`;
    const xml = anOpening('L-1').replace(
      '</PositionProfile>',
      `<PositionQualifications><PositionCompetency>${inside}</PositionCompetency></PositionQualifications></PositionProfile>`,
    );
    const input = (async function* () {
      yield Buffer.from(xml);
    })();
    for await (const { draft } of readVacancies(input)) return draft?.languages;
    return undefined;
  }

  it.each([
    ['needed and wished for', needed + wished, { level: 'A2', required: true }],
    ['wished for alone', wished, { level: 'C1', required: false }],
    [
      'needed, at a level that is wished for',
      `<RequiredIndicator>true</RequiredIndicator>${wished}`,
      { level: null, required: true },
    ],
    [
      'wished for, and said to be',
      `<RequiredIndicator>false</RequiredIndicator>${needed}${wished}`,
      { level: 'A2', required: false },
    ],
  ])('is read if it is %s', async (_, competency, language) => {
    expect(await read(competency)).toEqual([{ code: 'es', ...language }]);
  });
});
