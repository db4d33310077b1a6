import { type EntityManager, In } from 'typeorm';
import type { Failure } from '../../platform/language/failure.ts';
import { MatchingRun, type RunStatus } from './matching-run.entity.ts';

/** The only reason for which a run fails. */
export const runGivenUp: Failure = {
  code: 'run-given-up',
  said: {
    en: 'The run failed because of an error on our side. Its decisions so far stand; start another run.',
    fr: "La mise en correspondance a échoué en raison d'une erreur de notre côté. Les décisions déjà prises sont conservées ; lancez-en une autre.",
    es: 'La ejecución ha fallado por un error nuestro. Las decisiones ya tomadas se mantienen; inicie otra.',
    ar: 'تعذر إكمال عملية المطابقة بسبب خطأ من جانبنا. تبقى القرارات المتخذة قائمة؛ ابدأوا عملية أخرى.',
  },
};

/** Ends a run whose job failed for good. Call it in the transaction that records the failure. */
export async function giveRunUp(sql: EntityManager, id: string, at: Date): Promise<void> {
  const status = In<RunStatus>(['waiting', 'running']);
  await sql.update(MatchingRun, { id, status }, { status: 'failed', finishedAt: at });
}
