import { describe, expect, it } from '@jest/globals';
import { anOpening } from '../../../../test/support/files/an-opening.ts';
import { readVacancies, type VacancyRecord } from '../read-vacancies.ts';

async function read(xml: string): Promise<VacancyRecord | undefined> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(xml);
  }
  for await (const record of readVacancies(bytes())) return record;
  return undefined;
}

describe('the status of a PositionOpening', () => {
  it.each([
    ['Active', 'open', []],
    ['OPEN', 'open', []],
    ['Closed', 'closed', []],
    ['Inactive', 'closed', ['status-not-active']],
    ['suspended', 'closed', ['status-not-active']],
    ['On Hold', 'closed', ['status-not-active']],
    ['Filled', 'closed', ['status-not-active']],
    ['Cancelled', 'closed', ['status-not-active']],
    ['Sleeping', 'open', ['word-not-on-list']],
  ])('is read from %s as %s', async (status, meant, codes) => {
    const record = await read(anOpening('S-1', { status }));
    expect(record?.draft?.status).toBe(meant);
    expect(record?.findings.map(({ code }) => code)).toEqual(codes);
  });

  it('is read from its name if its code says nothing', async () => {
    const named = anOpening('S-1', { status: 'Inactive' });
    const numbered = named.replace('>Inactive<', '>3<');
    expect((await read(numbered))?.draft?.status).toBe('closed');
    expect((await read(named.replace('>Inactive<', '><')))?.draft?.status).toBe('closed');
    expect((await read(numbered.replaceAll('Inactive', 'Active')))?.draft?.status).toBe('open');
    expect((await read(numbered.replaceAll('Inactive', 'Closed')))?.draft?.status).toBe('closed');
    const active = named.replace('>Inactive<', '>Active<');
    expect((await read(active))?.draft?.status).toBe('open');
  });

  it('closes a vacancy even if the rest of its last document cannot be used', async () => {
    const ended = { sourceAgency: 'AG-1', sourceId: 'S-1' };
    for (const [status = '', ...codes] of [['Closed'], ['Inactive', 'status-not-active']]) {
      const whole = anOpening('S-1', { status });
      const bare = whole.replace(/<PositionProfile.*<\/PositionProfile>/, '');
      const untitled = whole.replace('Welder S-1', '');
      for (const xml of [bare, untitled])
        expect(await read(xml)).toMatchObject({
          draft: null,
          ended,
          findings: codes.map((code) => ({ code })),
        });
    }
    const nameless = await read(anOpening('', { status: 'Closed' }));
    expect(nameless).not.toHaveProperty('ended');
    expect(nameless?.findings).toMatchObject([{ code: 'document-id-missing', severity: 'reject' }]);
  });
});

describe('the codes of a PositionOpening', () => {
  it.each([
    ['ISCO2008', '3', '5120', 'EURES_ISCED2011', 4],
    ['ISCO1988', '3', null, 'EURES_EQF', 3],
    ['ROME', 'ISCED-6', null, '', 6],
  ])('follows the lists they are from: %s, %s', async (list, level, isco, levels, educationLevel) => {
    const asked = `<PositionQualifications><EducationRequirement><EducationLevelCode listName="${levels}">${level}</EducationLevelCode></EducationRequirement></PositionQualifications>`;
    const xml = anOpening('S-1')
      .replace(/<JobCategoryCode.*?<\/JobCategoryCode>/, `<JobCategoryCode listName="${list}">5120</JobCategoryCode>`)
      .replace('</PositionProfile>', `${asked}</PositionProfile>`);
    const record = await read(xml);
    expect(record?.draft).toMatchObject({ isco: isco === null ? [] : [isco], educationLevel });
    const told = record?.findings.map(({ code }) => code);
    expect(told?.includes('occupation-list-unknown')).toBe(isco === null);
  }); // prettier-ignore
});
