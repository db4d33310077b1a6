import { describe, expect, it } from '@jest/globals';
import { columns, findColumn } from '../../formats/headers/spreadsheet-columns.ts';
import { readCandidates } from '../../formats/read-candidates.ts';
import type { HeaderMapping } from '../../formats/headers/header-meaning.ts';
import { languages } from '../../../platform/language/language.ts';
import { templateFile, templateHeaders } from './import-template.ts';

describe('the template', () => {
  it.each(languages)('has a header in %s for every column, which is read as that column', (language) => {
    const headers = templateHeaders(language);
    expect(headers.map(([column]) => column)).toEqual(columns);
    for (const [column, header] of headers) expect({ header, column: findColumn(header) }).toEqual({ header, column });
  }); // prettier-ignore

  it.each(['csv', 'xlsx'] as const)('is refused as an empty %s file with the reason that it has no rows', async (format) => {
    for (const language of languages) {
      const { content } = await templateFile(language, format);
      let mapped: HeaderMapping[] = [];
      const input = async function* (): AsyncGenerator<Uint8Array> {
        yield content;
      };
      const onHeaders = (headers: HeaderMapping[]): void => void (mapped = headers);
      const people: unknown[] = [];
      const sent = async (): Promise<void> => {
        for await (const list of readCandidates(input(), { onHeaders })) people.push(...list);
      };
      await expect(sent()).rejects.toMatchObject({ code: 'csv-no-rows' });
      expect(people).toEqual([]);
      expect(mapped.map(({ column }) => column)).toEqual(columns);
    }
  }); // prettier-ignore
});
