import type { EntityManager } from 'typeorm';
import type { Placement } from '../placement.entity.ts';
import {
  conditionsMissing,
  maximumStayExceeded,
  notEntered,
  preparationMissing,
  stayGoesOn,
  visaMissing,
} from './circular.errors.ts';
import type { TakenStep } from '../steps/may-take.ts';
import { beforeStatus } from '../steps/steps.errors.ts';
import { addMonths } from '../../platform/clock/calendar-days.ts';
import { findCircularRule, findStayRules, ruleAmong } from './circular-rules.ts';
import { lastLawfulDay } from './maximum-stay.ts';
import {
  hasReturned,
  hasOtherContractOnStay,
  lastDayOfStay,
  lastVisaOn,
  laterThan,
  staysOf,
} from './stay-history.queries.ts';

type Contract = Pick<
  Placement,
  'candidateId' | 'state' | 'permitCategory' | 'startsOn' | 'endsOn'
> & { id?: string };

/**
 * Refuses a contract that would keep a person longer than the law allows, when it is offered and
 * when it is accepted. `sql` sees every tenant.
 * @throws ProblemError 409 `maximum-stay-exceeded`, with the last day that would be lawful
 */
export async function assertMayStay(sql: EntityManager, contract: Contract): Promise<void> {
  const { id: exceptId, candidateId, state, startsOn, endsOn } = contract;
  const rules = await findStayRules(sql);
  const rule = ruleAmong(rules, contract);
  if (rule === null || candidateId === null) return;
  const known = await staysOf(sql, { candidateId, state, exceptId });
  const lastLawfulOn = lastLawfulDay(known, startsOn, rule, laterThan(startsOn, known, rules));
  if (lastLawfulOn !== null && endsOn <= lastLawfulOn) return;
  throw maximumStayExceeded(rule, startsOn, lastLawfulOn);
}

/**
 * Checks what a step requires for circular migration. @throws ProblemError 409 naming what is
 * missing
 */
export async function assertGates(
  sql: EntityManager,
  placement: Placement,
  { step, on }: TakenStep,
): Promise<void> {
  if (step === 'accept') await assertMayStay(sql, placement);
  if (step === 'authorise') await assertConditions(sql, placement);
  if (step === 'issue-visa') await assertPrepared(sql, placement);
  if (step === 'enter') await assertPermit(sql, placement, on);
  if (step === 'start-work') await assertEntered(sql, placement);
  if (step === 'return') await assertStayOver(sql, placement, on);
}

async function assertConditions(sql: EntityManager, placement: Placement): Promise<void> {
  const rule = await findCircularRule(sql, placement);
  if (rule === null) return;
  const rows = await sql.query<{ kind: string }[]>(
    'SELECT DISTINCT kind FROM placement_record WHERE placement_id = $1',
    [placement.id],
  );
  const missing = rule.conditions.filter((kind) => !rows.some((row) => row.kind === kind));
  if (missing.length > 0) throw conditionsMissing(missing, rule.citation);
}

/** A person who came before and went home needs no preparation. All others are prepared first. */
async function assertPrepared(sql: EntityManager, placement: Placement): Promise<void> {
  const { status, candidateId } = placement;
  if (status === 'preparing' || (await findCircularRule(sql, placement)) === null) return;
  if (candidateId !== null && (await hasReturned(sql, candidateId))) return;
  throw preparationMissing();
}

/** A person may enter without a visa issued this year if a permit of several years still runs. */
async function assertPermit(sql: EntityManager, placement: Placement, on: string): Promise<void> {
  if (placement.status === 'visa') return;
  const years = (await findCircularRule(sql, placement))?.permitYears ?? 0;
  const issuedOn = await lastVisaOn(sql, placement);
  if (issuedOn !== null && on < addMonths(issuedOn, 12 * years)) return;
  throw visaMissing();
}

/** Work begins after the entry, be it under this contract or an earlier one of the same stay. */
async function assertEntered(sql: EntityManager, placement: Placement): Promise<void> {
  if (placement.status === 'entered') return;
  if (await hasOtherContractOnStay(sql, placement, ['entered', 'working', 'ended'])) return;
  throw notEntered();
}

/** A return ends the whole stay, so no other contract of it may be under way or end later. */
async function assertStayOver(sql: EntityManager, placement: Placement, on: string): Promise<void> {
  if (await hasOtherContractOnStay(sql, placement, ['entered', 'working'])) throw stayGoesOn();
  const lastOn = await lastDayOfStay(sql, placement);
  if (lastOn !== null && on < lastOn) throw beforeStatus('ended', lastOn);
}
