import { type EntityManager, In } from 'typeorm';
import type { Failure } from '../../platform/language/failure.ts';
import { MatchingRun, type RunStatus } from './matching-run.entity.ts';

/** The only reason for which a run fails. */
export const runGivenUp: Failure = {
  code: 'run-given-up',
  said: {
    en: 'Something went wrong on our side, and the run was given up. Whatever it had decided stands; start another.',
    fr: "Une erreur s'est produite de notre côté, et cette mise en correspondance est abandonnée. Ce qui est déjà décidé reste ; lancez-en une autre.",
    es: 'Algo ha fallado por nuestra parte y esta búsqueda se ha abandonado. Lo ya decidido se mantiene; inicie otra.',
    ar: 'حدث خطأ من جانبنا، ولن تكتمل عملية المطابقة هذه. ما تقرر منها يبقى؛ ابدأوا عملية أخرى.',
  },
};

/** Ends a run whose job failed for good. Call it in the transaction that records the failure. */
export async function giveRunUp(sql: EntityManager, id: string, at: Date): Promise<void> {
  const status = In<RunStatus>(['waiting', 'running']);
  await sql.update(MatchingRun, { id, status }, { status: 'failed', finishedAt: at });
}
