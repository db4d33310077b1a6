import { type EntityManager, In, IsNull } from 'typeorm';
import { Match } from '../match.entity.ts';
import { isFit } from '../match-vacancy.ts';
import { domesticTiers } from '../rules/tiers.ts';

/**
 * Returns those of the vacancies for which a fit candidate with Community preference is left, by
 * the last decisions. `sql` sees every tenant.
 */
export async function findWithFitDomestic(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (vacancyIds.length === 0) return new Set();
  const proposed = {
    vacancyId: In([...vacancyIds]),
    status: 'proposed' as const,
    tier: In([...domesticTiers]),
  };
  const matches = await sql.find(Match, {
    select: { id: true, vacancyId: true, status: true, score: true, contributions: true },
    where: [
      { ...proposed, outcome: IsNull() },
      { ...proposed, outcome: 'invited' },
    ],
    loadEagerRelations: false,
  });
  const fit = matches.filter(({ status, score: total, contributions }) =>
    isFit({ status, score: { total, contributions } }),
  );
  return new Set(fit.map(({ vacancyId }) => vacancyId));
}
