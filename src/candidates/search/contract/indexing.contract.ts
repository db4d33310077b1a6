import { describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/database/new-id.ts';
import { aDocument } from '../candidate-search.builders.ts';
import type { AdapterAtWork } from './adapter-at-work.contract.ts';

/** Describes how the index follows what happens to candidates. */
export function describeIndexing({
  agency,
  search,
  asSystem,
  rebuilt,
  known,
  idsOf,
}: AdapterAtWork): void {
  describe('a change', () => {
    it('replaces what was known', async () => {
      const [id] = await known({ titles: ['Soudeur'], nationalities: ['MA'] });
      await known({ id, titles: ['Cuisinier'], nationalities: [] });
      expect(await idsOf({ words: 'soudeur' })).toEqual([]);
      expect(await idsOf({ nationalities: ['MA'] })).toEqual([]);
      expect(await idsOf({ words: 'cuisinier' })).toEqual([id]);
    });

    it('may be a removal, even of an unknown candidate', async () => {
      const [gone = '', stays] = await known({}, {});
      await asSystem(() => search().remove([gone, newId()]));
      expect(await idsOf({})).toEqual([stays]);
    });

    it('may concern nobody', async () => {
      await asSystem(() => search().index([]));
      await asSystem(() => search().remove([]));
      expect(await idsOf({})).toEqual([]);
    });
  });

  describe('a rebuild', () => {
    const organisationId = agency.organisationId ?? '';

    it('answers from the old index until the new one is complete', async () => {
      const [before] = await known({});
      const after = [aDocument({ organisationId }), aDocument({ organisationId })];
      const answers: string[][] = [];
      const batches = async function* () {
        for (const document of after) {
          yield [document];
          answers.push(await idsOf({}));
        }
      };
      await asSystem(() => search().rebuild(batches()));
      expect(answers).toEqual([[before], [before]]);
      expect((await idsOf({})).toSorted()).toEqual(after.map(({ id }) => id));
    });

    it('keeps changes made in the meantime, in both indexes', async () => {
      const [gone = '', changed] = await known({}, { titles: ['Soudeur'] });
      const batches = async function* () {
        yield [aDocument({ id: gone, organisationId })];
        yield [aDocument({ id: changed, organisationId, titles: ['Soudeur'] })];
        await known({ id: changed, titles: ['Cuisinier'] });
        await asSystem(() => search().remove([gone]));
        expect(await idsOf({ words: 'cuisinier' })).toEqual([changed]);
        expect(await idsOf({})).toEqual([changed]);
      };
      await asSystem(() => search().rebuild(batches()));
      expect(await idsOf({ words: 'cuisinier' })).toEqual([changed]);
      expect(await idsOf({})).toEqual([changed]);
    });

    it('leaves the old index if it fails, and can be repeated', async () => {
      const [before] = await known({});
      const failing = async function* () {
        yield [aDocument({ organisationId })];
        throw new Error('the database is away');
      };
      await expect(asSystem(() => search().rebuild(failing()))).rejects.toThrow('away');
      expect(await idsOf({})).toEqual([before]);
      const after = aDocument({ organisationId });
      await rebuilt([after]);
      expect(await idsOf({})).toEqual([after.id]);
    });
  });
}
