import { describe, expect, it } from '@jest/globals';
import { anOpening } from '../../../../test/support/files/an-opening.ts';
import { readVacancies, type VacancyRecord } from '../read-vacancies.ts';

async function read(text: string): Promise<VacancyRecord | undefined> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  for await (const record of readVacancies(bytes())) return record;
  return undefined;
}

describe('a document whose issuer has the name that stands for the organisation itself', () => {
  it('is refused, and ends no vacancy', async () => {
    for (const status of ['Active', 'Closed']) {
      const sent = anOpening('A-1', { status }).replace('"AG-1"', '" own "');
      const record = await read(sent);
      expect([record?.draft, record?.ended]).toEqual([null, undefined]);
      expect(record?.findings.map(({ code }) => code)).toEqual(['agency-reserved']);
    }
  });

  it('is refused as a JobPosting too', async () => {
    const posting = {
      '@type': 'JobPosting', title: 'Soudeur', inLanguage: 'fr',
      jobLocation: { address: { addressCountry: 'FR', addressLocality: 'Brest' } },
      hiringOrganization: { name: 'Ponant' },
    };
    const codesOf = async (name: string): Promise<string[] | undefined> => {
      const record = await read(JSON.stringify({ ...posting, identifier: { name, value: 'A-1' } }));
      return record?.findings.filter(({ severity }) => severity === 'reject').map(({ code }) => code);
    };
    expect([await codesOf('Ponant'), await codesOf('own')]).toEqual([[], ['agency-reserved']]);
  });
}); // prettier-ignore
