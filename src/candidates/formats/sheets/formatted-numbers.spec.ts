import { describe, expect, it } from '@jest/globals';
import { anXls } from '../../../../test/support/files/an-xls.ts';
import { type CandidateRecord, readCandidates } from '../read-candidates.ts';

const header = [
  'Matricule',
  'Nom',
  'Nationalité',
  'Téléphone',
  'Code CITP',
  'Expérience',
  'Niveau',
];
const inFormat = (v: number, z: string, w: string) => ({ t: 'n' as const, v, z, w });
const row = [
  inFormat(42, '0000', '0042'),
  'Alami',
  'Maroc',
  inFormat(612_345_678, '0#" "##" "##" "##" "##', '06 12 34 56 78'),
  inFormat(110, '0000', '0110'),
  inFormat(18, '0 "mois"', '18 mois'),
  inFormat(2, '"Bac+"0', 'Bac+2'),
];

async function read(form: 'xlsx' | 'biff8' | 'ods'): Promise<CandidateRecord | undefined> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield anXls([{ name: 'Liste', rows: [header, row] }], form);
  }
  const records: CandidateRecord[] = [];
  for await (const list of readCandidates(bytes())) records.push(...list);
  return records[0];
}

describe('a number whose unit or leading zeros are in the format of its cell', () => {
  it.each(['xlsx', 'biff8', 'ods'] as const)('is read as it is shown: %s', async (form) => {
    const record = await read(form);
    expect(record?.draft).toMatchObject({
      reference: '0042',
      phone: '06 12 34 56 78',
      occupations: [{ isco: '0110', years: 1.5 }],
      educationLevel: null,
    });
    const unread = record?.findings.find(({ code }) => code === 'education-level-unknown');
    expect(unread?.value).toBe('Bac+2');
  });
});
