import type { EntityManager } from 'typeorm';
import { type Law, type LawKind, lawOf } from './law-rule.ts';
import { LawRuleVersion } from './law-rule-version.entity.ts';
import { lawCacheOf } from './law-cache.ts';

/** Which rules are asked for. A member that is left out sets no limit. */
export interface LawQuestion {
  /** The number of the last change that was known. */
  sequence?: number;
  /** The moment as of which rules were known. */
  asOf?: Date;
  code?: string;
  kind?: LawKind;
}

/** Returns the latest known version of each rule that matches, ordered by code. */
export function findRules(sql: EntityManager, asked: LawQuestion = {}): Promise<LawRuleVersion[]> {
  const { sequence, asOf, code, kind } = asked;
  const found = sql
    .createQueryBuilder(LawRuleVersion, 'rule')
    .distinctOn(['rule.code'])
    .orderBy('rule.code')
    .addOrderBy('rule.version', 'DESC');
  if (sequence !== undefined) found.andWhere('rule.sequence <= :sequence', { sequence });
  if (asOf !== undefined) found.andWhere('rule.recorded_at <= :asOf', { asOf });
  if (kind !== undefined) found.andWhere('rule.kind = :kind', { kind });
  if (code !== undefined) found.andWhere('rule.code = :code', { code });
  return found.getMany();
}

/** Returns the law of a state on a date, as far as `asked` says it was known. */
export async function loadLaw(
  sql: EntityManager,
  state: string,
  on: string,
  asked: LawQuestion = {},
): Promise<Law> {
  const { sequence, asOf, code } = asked;
  const isWhole = sequence !== undefined && asOf === undefined && code === undefined;
  if (!isWhole) return lawOf(await findRules(sql, asked), state, on);
  return lawCacheOf(sql.dataSource).of({ sequence, state, on }, () => findRules(sql, { sequence }));
}

/** Returns the number of the last change of law, which names the whole set of rules, or 0. */
export async function lawSequence(sql: EntityManager): Promise<number> {
  const [row] = await sql.query<{ sequence: string }[]>(
    'SELECT COALESCE(max(sequence), 0) AS sequence FROM law_rule_version',
  );
  return Number(row?.sequence ?? 0);
}

/**
 * Counts the open vacancies that a rule concerns: those of its state, or all for a rule of the
 * Union.
 */
export async function countConcernedVacancies(
  sql: EntityManager,
  state: string | null,
): Promise<number> {
  const [row] = await sql.query<{ count: string }[]>(
    `SELECT count(*) FROM vacancy WHERE status = 'open' AND ($1::text IS NULL OR state = $1)`,
    [state],
  );
  return Number(row?.count ?? 0);
}
