import type { EntityManager } from 'typeorm';
import { type Law, type LawKind, lawOf } from './law-rule.ts';
import { LawRuleVersion } from './law-rule-version.entity.ts';
import { knownLaw } from './known-law.ts';

/** Which rules are asked for; what is left out does not limit them. */
export interface LawQuestion {
  /** The number of the last change that was known. */
  sequence?: number;
  /** The moment at which it was known. */
  asOf?: Date;
  code?: string;
  kind?: LawKind;
}

/** The latest version of each rule, of those that were known. */
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

/** The law of a state on a date, as far as `asked` was known. */
export async function loadLaw(
  sql: EntityManager,
  state: string,
  on: string,
  asked: LawQuestion = {},
): Promise<Law> {
  const { sequence, asOf, code } = asked;
  const isWhole = sequence !== undefined && asOf === undefined && code === undefined;
  if (!isWhole) return lawOf(await findRules(sql, asked), state, on);
  return knownLaw(sql.dataSource).of({ sequence, state, on }, () => findRules(sql, { sequence }));
}

/** The number of the last change of law, which names the whole body of rules. */
export async function lawSequence(sql: EntityManager): Promise<number> {
  const [row] = await sql.query<{ sequence: string }[]>(
    'SELECT COALESCE(max(sequence), 0) AS sequence FROM law_rule_version',
  );
  return Number(row?.sequence ?? 0);
}

/** How many open vacancies a rule concerns: those of its state, or all for one of the Union. */
export async function countConcerned(sql: EntityManager, state: string | null): Promise<number> {
  const [row] = await sql.query<{ count: string }[]>(
    `SELECT count(*) FROM vacancy WHERE status = 'open' AND ($1::text IS NULL OR state = $1)`,
    [state],
  );
  return Number(row?.count ?? 0);
}
