import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { figure } from '../../../test/support/suite/figure.ts';
import { realData } from '../../../test/support/suite/real-data.ts';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { runTypescript } from '../../../test/support/processes/run-typescript.ts';
import { FixedClock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { actAs, SYSTEM } from '../../platform/database/tenant.ts';
import { OccupationCatalogue } from '../occupation-catalogue.service.ts';
import type { ReadOccupation } from '../titles/title-reader.ts';
import { Titles } from '../titles/titles.service.ts';
import { EscoImport, type EscoReport } from './esco-import.ts';

const esco = 'http://data.europa.eu/esco';
const nurse = `${esco}/occupation/nurse`;
const midwife = `${esco}/occupation/midwife`;
const listen = `${esco}/skill/listen`;
const anatomy = `${esco}/skill/anatomy`;

const occupations = `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,code
Occupation,${nurse},2221,nurse responsible for general care,"general nurse
registered nurse",released,2221.1
Occupation,${midwife},2222,midwife,,released,2222.1
`;
const skills = `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status
KnowledgeSkillCompetence,${listen},skill/competence,cross-sector,listen actively,,released
KnowledgeSkillCompetence,${anatomy},knowledge,sector-specific,human anatomy,,released
`;
const relations = `occupationUri,relationType,skillType,skillUri
${nurse},essential,skill/competence,${listen}
${nurse},optional,knowledge,${anatomy}
${nurse},optional,knowledge,${esco}/skill/absent
`;
const small = {
  'occupations_en.csv': occupations,
  'skills_en.csv': skills,
  'occupationSkillRelations.csv': relations,
};

let running: TestDatabase;
let importer: EscoImport;
let catalogue: OccupationCatalogue;
let titles: Titles;
let folder = '';

const titlesOf = ({ database }: TestDatabase): Titles =>
  new Titles(database, new Config({ threadArguments: runTypescript }));

beforeEach(async () => {
  running = await startTestDatabase();
  importer = new EscoImport(running.database, new FixedClock(new Date('2026-05-01T08:00:00Z')));
  catalogue = new OccupationCatalogue(running.database);
  titles = titlesOf(running);
  folder = await mkdtemp(join(tmpdir(), 'esco-'));
});
afterEach(async () => {
  await titles.onApplicationShutdown();
  await running.stop();
  await rm(folder, { recursive: true });
});

async function load(files: Record<string, string>): Promise<EscoReport> {
  await rm(folder, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'esco-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const report = await importer.run(folder, { version: '9.9' });
  catalogue = new OccupationCatalogue(running.database);
  await titles.onApplicationShutdown();
  titles = titlesOf(running);
  return report;
}

const findByWords = (
  title: string,
  language: string | null = null,
): Promise<ReadOccupation | null> => asked(async () => (await titles.read(title, language)).found);
const asked = <T>(work: () => Promise<T>): Promise<T> => actAs(SYSTEM, work);
const revision = async (): Promise<unknown> =>
  running.database.as(SYSTEM, (sql) => sql.query('SELECT revision FROM esco_release'));

describe('without ESCO', () => {
  it('reads titles as groups of ISCO-08', async () => {
    expect(await asked(() => catalogue.loaded())).toBe(false);
    expect(await asked(() => catalogue.version())).toBe('isco-08 only');
    expect(await asked(() => catalogue.findByUri(nurse))).toBeNull();
    const found = await findByWords('Infirmière');
    expect(found).toMatchObject({ uri: null, isco: '2221', label: 'Nursing professionals' });
  });
});

describe('an ESCO download', () => {
  it('is loaded, counting its relations to concepts that it lacks', async () => {
    const report = await load(small);
    expect(report).toMatchObject({
      version: '9.9',
      concepts: { added: 4, changed: 0, removed: 0 },
      dangling: 1,
      totals: { occupations: 2, skills: 2, relations: 2, languages: ['en'] },
    });
    expect(await asked(() => catalogue.version())).toBe('esco 9.9 en');
    const skillSet = await asked(() => catalogue.skillsOf(nurse.replace('http:', 'https:')));
    expect(skillSet).toEqual({ essential: [listen], optional: [anatomy] });
  });

  it('changes nothing if it is loaded twice', async () => {
    await load(small);
    const before = await revision();
    const none = { added: 0, changed: 0, removed: 0 };
    expect(await load(small)).toMatchObject({ concepts: none, texts: none, relations: none });
    expect(await revision()).toEqual(before);
  });

  it('removes concepts that it no longer contains', async () => {
    await load(small);
    const before = await revision();
    const without = occupations
      .split('\n')
      .filter((line) => !line.includes(midwife))
      .join('\n')
      .replace('general nurse', 'staff nurse');
    const changed = relations.replace('optional,knowledge', 'essential,knowledge');
    const report = await load({
      ...small,
      'occupations_en.csv': without,
      'occupationSkillRelations.csv': changed,
    });
    expect(report.concepts).toEqual({ added: 0, changed: 0, removed: 1 });
    expect(report.texts).toEqual({ added: 0, changed: 1, removed: 0 });
    expect(report.relations).toEqual({ added: 0, changed: 1, removed: 0 });
    expect(await revision()).not.toEqual(before);
    expect(await asked(() => catalogue.findByUri(midwife))).toBeNull();
  });

  it('keeps the languages that were loaded before', async () => {
    await load(small);
    const french = `conceptUri,iscoGroup,preferredLabel,altLabels,code
${nurse},2221,infirmier de soins généraux/infirmière de soins généraux,,2221.1
${midwife},2222,sage-femme,maïeuticien,2222.1
`;
    const report = await load({ 'occupations_fr.csv': french });
    expect(report.totals).toMatchObject({ skills: 2, languages: ['en', 'fr'] });
    expect(report.concepts).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await findByWords('Infirmière de soins generaux')).toMatchObject({ uri: nurse });
    expect(await findByWords('MAIEUTICIEN')).toMatchObject({ uri: midwife });
    expect(await findByWords('registered nurse', 'en')).toMatchObject({ uri: nurse });
    // A title that matches no label is read as its ISCO group at most, never guessed as a concept.
    expect(await findByWords('qualified registered nurses')).toMatchObject({
      uri: null,
      isco: '2221',
    });
  });

  it('names whole groups in its languages as well, by which titles are read', async () => {
    const groups = `conceptType,conceptUri,code,preferredLabel
ISCOGroup,${esco}/isco/C83,83,Führer von Fahrzeugen
ISCOGroup,${esco}/isco/C8350,8350,Deckspersonal auf Schiffen
`;
    await load({ ...small, 'ISCOGroups_de.csv': groups });
    expect(await findByWords('Deckspersonal auf Schiffen', 'de')).toMatchObject({
      uri: null,
      isco: '8350',
    });
    expect(await findByWords('Führer von Fahrzeugen', 'de')).toBeNull();
  });

  it.each([
    [
      { 'occupations_en.csv': occupations.replace(',2222,', ',2299,') },
      'occupations_en.csv, row 3, column iscoGroup: "2299" is no group of ISCO-08.',
    ],
    [
      { 'skills_en.csv': skills.replace('preferredLabel', 'label') },
      'skills_en.csv, row 1, column preferredLabel: the column is missing',
    ],
    [
      { 'occupationSkillRelations.csv': relations.replace('essential', 'needed') },
      'occupationSkillRelations.csv, row 2, column relationType: "needed" is not one of essential, optional.',
    ],
    [
      { 'occupations_en.csv': occupations.replace(midwife, '') },
      'occupations_en.csv, row 3, column conceptUri: the address is missing.',
    ],
  ])('is refused whole for a fault, named by file, row and column: %j', async (fault, message) => {
    await expect(load({ ...small, ...fault })).rejects.toThrow(message);
    expect(await asked(() => catalogue.loaded())).toBe(false);
  });

  it('is reported missing if the folder holds none or does not exist', async () => {
    await expect(load({ 'readme.txt': '' })).rejects.toThrow('no occupations_xx.csv');
    await expect(importer.run(join(folder, 'absent'))).rejects.toThrow('the folder does not exist');
  });
});

/** A whole release takes a minute, so only the soak loads it. */
const official = realData('esco-1.1');
const describeInSoak = figure({ suite: 0, soak: 1 }) === 1 ? official.describeHere : describe.skip;
describeInSoak('the official ESCO 1.1.1', () => {
  it('is loaded whole, with its skills and hierarchy', async () => {
    const shares: number[] = [];
    const report = await importer.run(join(official.folder, 'csv'), {
      onProgress: (share) => shares.push(share),
    });
    expect(report).toMatchObject({
      version: '1.1',
      totals: { occupations: 3007, skills: 13_896, languages: ['en'] },
    });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);

    const graph = await asked(() => catalogue.graph());
    const found = await findByWords('web developer');
    expect(found).toMatchObject({ isco: '2513', confidence: 0.966 });
    const uri = found?.uri ?? '';
    expect(graph.essentialSkills(uri).length).toBeGreaterThan(10);
    const other = (await findByWords('user interface designer'))?.uri;
    expect(graph.relationBetween(uri, other ?? '')).toBe('sibling');
  }, 180_000);
});
