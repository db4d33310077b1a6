import { endOf, type ReadVacancy, type VacancyDraft } from '../vacancy-draft.ts';
import type { Findings } from '../../../platform/formats/findings.ts';

/**
 * Returns what was read of a vacancy, without a draft if a finding rejects it. A vacancy that is
 * sent as closed ends all the same, whatever is wrong with it; what it lacks is no longer reported.
 */
export function concluded(
  draft: VacancyDraft | null,
  identity: Parameters<typeof endOf>[0],
  findings: Findings,
): ReadVacancy {
  if (!findings.rejected) return { draft, findings: findings.list };
  const ended = endOf(identity);
  if (!ended) return { draft: null, findings: findings.list };
  const said = findings.list.filter(({ severity, value }) => severity !== 'reject' && value);
  return { draft: null, findings: said, ended };
}
