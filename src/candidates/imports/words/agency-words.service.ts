import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/database.ts';
import { ownOrganisation } from '../../../platform/database/tenant.ts';
import type { List } from '../../../platform/http/paging.ts';
import type { WordMeanings } from '../../formats/headers/word-meanings.ts';
import { type Column, columns, foldHeader } from '../../formats/headers/spreadsheet-columns.ts';
import { AgencyWord } from './agency-word.entity.ts';
import { unreadableAs } from './unreadable-as.ts';
import { columnUnknown, meaningUnreadable, wordWithoutLetters } from './words.errors.ts';
import type { WordDto, WordKey } from './words.dto.ts';

const HEADER = 'header';

const isColumn = (name: string): name is Column => (columns as readonly string[]).includes(name);

/** The agency's own words: mapped once, and applied to every later file. */
@Injectable()
export class AgencyWords {
  constructor(private readonly database: Database) {}

  async list(): Promise<List<Omit<AgencyWord, 'organisationId'>>> {
    const order = { of: 'ASC', word: 'ASC' } as const;
    const found = await this.database.transaction((sql) => sql.find(AgencyWord, { order }));
    return { items: found.map(({ of, word, means }) => ({ of, word, means })) };
  }

  /**
   * Stores the meaning of a word, in place of an earlier one.
   * @throws ProblemError 400 for a word without letters or digits, or a meaning that the reader of
   * files cannot use in that column; 422 if `of`, or the meaning of a header, is not a column of
   * the template
   */
  async learn({ of, ...told }: WordDto): Promise<void> {
    const means = told.means ?? null;
    const word = foldHeader(told.word);
    if (word === '') throw wordWithoutLetters();
    if (of !== HEADER && !isColumn(of)) throw columnUnknown(of);
    if (of === HEADER && means !== null && !isColumn(means)) throw columnUnknown(means);
    const fault = isColumn(of) && means !== null ? unreadableAs(of, means) : null;
    if (fault) throw meaningUnreadable(fault);
    const organisationId = ownOrganisation();
    await this.database.transaction((sql) =>
      sql.upsert(AgencyWord, { organisationId, of, word, means }, ['organisationId', 'of', 'word']),
    );
  }

  async forget({ of, word }: WordKey): Promise<void> {
    const organisationId = ownOrganisation();
    await this.database.transaction((sql) =>
      sql.delete(AgencyWord, { organisationId, of, word: foldHeader(word) }),
    );
  }
}

/** Finds every word of one agency. */
export function findWords(sql: EntityManager, organisationId: string): Promise<AgencyWord[]> {
  return sql.findBy(AgencyWord, { organisationId });
}

/** Returns the words of one agency in the shape that the readers take. */
export function wordsToRead(words: readonly AgencyWord[]): WordMeanings {
  const headers = new Map<string, Column | null>();
  const values = new Map<Column, Map<string, string>>();
  for (const { of, word, means } of words) {
    if (of === HEADER && (means === null || isColumn(means))) headers.set(word, means);
    if (isColumn(of))
      values.set(of, (values.get(of) ?? new Map<string, string>()).set(word, means ?? ''));
  }
  return { headers, values };
}
