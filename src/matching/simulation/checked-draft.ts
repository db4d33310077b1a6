import { type EntityManager, In } from 'typeorm';
import { PressedSector } from '../../partnerships/pressed-sector.entity.ts';
import { sectorTermsOf } from '../../partnerships/pressed-sectors.service.ts';
import { ownCountry } from '../../platform/database/tenant.ts';
import { Quota } from '../../quotas/quota.entity.ts';
import { checkedParameters } from '../law/parameters/checked-parameters.ts';
import { mayBeRegional, type LawRule } from '../law/law-rule.ts';
import { ruledRegion } from '../../reference/nuts/ruled-region.ts';
import { regionNotAsked } from '../law/law-rules.errors.ts';
import { findRules } from '../law/law-rules.queries.ts';
import { kindMissing, notYoursToDraft, nothingDrafted, tooFewSeats } from './simulations.errors.ts';
import type { Draft, Drafter, SeatsDraft, SectorDraft } from './draft.ts';
import type { RuleDraftDto, SimulationDto } from './simulations.dto.ts';

/**
 * Returns a draft limited to what the drafter may decide. A ministry drafts the rules and offers of
 * its state, a partner authority the sectors of its country, the monitor the rules of the Union.
 *
 * @throws ProblemError 400 for a draft that is empty or not valid; 403 for what the drafter may not
 * decide
 */
export async function checkedDraft(
  sql: EntityManager,
  drafter: Drafter,
  dto: SimulationDto,
  today: string,
): Promise<Draft> {
  const { rules, seats, named, lifted } = dto;
  if (rules.length + seats.length + named.length + lifted.length === 0) {
    throw nothingDrafted();
  }
  const isPartner = drafter.role === 'partner-authority';
  if (isPartner && rules.length > 0) throw notYoursToDraft('/rules');
  if (drafter.role !== 'ministry' && seats.length > 0) throw notYoursToDraft('/seats');
  if (!isPartner && named.length > 0) throw notYoursToDraft('/named');
  if (!isPartner && lifted.length > 0) throw notYoursToDraft('/lifted');
  return {
    drafter,
    on: dto.on ?? null,
    rules: await rulesOf(sql, drafter, rules, dto.on ?? today),
    seats: await seatsOf(sql, seats),
    named: named.map((one): SectorDraft => ({
      ...sectorTermsOf(one),
      partnerCountry: ownCountry(),
    })),
    lifted: await liftedOf(
      sql,
      lifted.map(({ pressedSectorId }) => pressedSectorId),
    ),
  };
}

async function rulesOf(
  sql: EntityManager,
  { role, country }: Drafter,
  drafted: readonly RuleDraftDto[],
  on: string,
): Promise<LawRule[]> {
  const known = new Map((await findRules(sql)).map((rule) => [rule.code, rule]));
  const own = role === 'ministry' ? country : null;
  return drafted.map(({ code, kind, region, parameters }, index) => {
    const rule = known.get(code);
    if (rule) {
      if (rule.state !== own) throw notYoursToDraft(`/rules/${index}/code`);
      const { version: _, sequence: __, authorId: ___, authorRole: ____, ...terms } = rule;
      const { reason: _____, recordedAt: ______, ...kept } = terms;
      const next = { ...rule.parameters, ...parameters };
      return { ...kept, parameters: checkedParameters(rule.kind, next) };
    }
    if (!kind) throw kindMissing(index);
    if (own !== null && kind === 'association') throw notYoursToDraft(`/rules/${index}/kind`);
    if (region !== undefined && !mayBeRegional(kind))
      throw regionNotAsked(`/rules/${index}/region`);
    return {
      code,
      kind,
      state: own,
      region: region === undefined ? null : ruledRegion(region, own, `/rules/${index}/region`),
      citation: 'Draft',
      certainty: 'recalled',
      validFrom: on,
      validUntil: null,
      parameters: checkedParameters(kind, parameters),
    };
  });
}

/** Finds the drafted offers. Row security shows a ministry only the offers of its own state. */
async function seatsOf(sql: EntityManager, drafted: SimulationDto['seats']): Promise<SeatsDraft[]> {
  const found = await sql.findBy(Quota, { id: In(drafted.map(({ quotaId }) => quotaId)) });
  return drafted.map(({ quotaId, more }, index) => {
    const quota = found.find(({ id }) => id === quotaId);
    if (!quota) throw notYoursToDraft(`/seats/${index}/quotaId`);
    const { state, partnerCountry, scopeScheme, scopeCode, seats, taken } = quota;
    if (seats + more < 0) throw tooFewSeats(index);
    return { quotaId, state, partnerCountry, scopeScheme, scopeCode, seats, taken, more };
  });
}

async function liftedOf(sql: EntityManager, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const where = { id: In([...ids]), partnerCountry: ownCountry() };
  const found = new Set((await sql.findBy(PressedSector, where)).map(({ id }) => id));
  const other = ids.findIndex((id) => !found.has(id));
  if (other >= 0) throw notYoursToDraft(`/lifted/${other}/pressedSectorId`);
  return [...ids];
}
