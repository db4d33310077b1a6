import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isWithin } from '../../platform/clock/is-within.ts';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { currentTenant, SYSTEM } from '../../platform/database/tenant.ts';
import {
  codeElsewhere,
  otherAuthority,
  regionNotAsked,
  ruleExists,
  ruleNotFound,
} from './law-rules.errors.ts';
import { Stored } from '../../platform/http/created.ts';
import { versionMismatch } from '../../platform/http/http.errors.ts';
import type { List } from '../../platform/http/paging.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { checkedParameters } from './parameters/checked-parameters.ts';
import type { LawRuleChange, LawRuleDto, LawRuleQuery, NewLawRuleDto } from './law-rules.dto.ts';
import { countConcernedVacancies, findRules } from './law-rules.queries.ts';
import { isForMatches, mayBeRegional, type LawKind, type LawRule } from './law-rule.ts';
import { LawRuleVersion } from './law-rule-version.entity.ts';
import { ruledRegion } from '../../reference/nuts/ruled-region.ts';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import { PlacementsRefused } from './placements-refused.ts';
import { shippedRules } from './shipped/shipped-rules.ts';

/** Serialises the changes of law, so that their numbers follow the order of their commits. */
const LAW_LOCK = 2007_248;

/** The rules of law. Each belongs to an authority: the ministry of its state, or the Union's. */
@Injectable()
export class LawRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly placements: PlacementsRefused,
  ) {}

  /**
   * Records the shipped rules that are still missing. Rules that an authority changed stay as they
   * are.
   */
  async onModuleInit(): Promise<void> {
    await this.database.as(SYSTEM, async (sql) => {
      const known = new Set((await findRules(sql)).map(({ code }) => code));
      for (const rule of shippedRules.filter(({ code }) => !known.has(code))) {
        await this.insert(sql, { ...rule, version: 1, reason: 'Came with the software' });
      }
    });
  }

  /**
   * Records a new rule.
   *
   * @throws ProblemError 400 for terms or a code that cannot be used; 403 for a kind that the
   * caller may not set; 409 if the code exists
   */
  async record(
    { code, kind, ...dto }: NewLawRuleDto,
    dryRun: boolean,
  ): Promise<Stored<LawRuleChange>> {
    const { role, country } = currentTenant();
    const state = role === 'ministry' ? country : null;
    if (state !== null && kind === 'association') throw otherAuthority(null);
    assertOwnCode(code, state);
    const rule = { code, ...termsOf(kind, state, dto) };
    return this.database.transaction(async (sql) => {
      const [known] = await findRules(sql, { code });
      if (known) throw ruleExists(code);
      const first = { ...rule, version: 1, reason: dto.reason };
      return new Stored(await this.recordVersion(sql, first, dryRun), !dryRun);
    });
  }

  /**
   * Records the next version of a rule.
   *
   * @throws ProblemError 400 for terms that cannot be used; 403 for another authority's rule; 404
   * for an unknown rule; 412 if `version` is not the latest
   */
  async change(
    code: string,
    version: number,
    dto: LawRuleDto,
    dryRun: boolean,
  ): Promise<LawRuleChange> {
    return this.database.transaction(async (sql) => {
      const [known] = await findRules(sql, { code });
      if (!known) throw ruleNotFound(code);
      assertOwn(known);
      if (known.version !== version) throw versionMismatch();
      const rule = { code, ...termsOf(known.kind, known.state, dto) };
      return this.recordVersion(sql, { ...rule, version: version + 1, reason: dto.reason }, dryRun);
    });
  }

  async list({ state, kind, on, asOf }: LawRuleQuery): Promise<List<LawRuleVersion>> {
    const found = await this.database.transaction((sql) =>
      findRules(sql, { asOf: asOf === undefined ? undefined : new Date(asOf) }),
    );
    const items = found.filter(
      (rule) =>
        (state === undefined || rule.state === state || rule.state === null) &&
        (kind === undefined || rule.kind === kind) &&
        (on === undefined || isWithin(on, rule.validFrom, rule.validUntil)),
    );
    return { items };
  }

  /** @throws ProblemError 404 for an unknown rule */
  async get(code: string): Promise<LawRuleVersion> {
    const [found] = await this.database.transaction((sql) => findRules(sql, { code }));
    if (!found) throw ruleNotFound(code);
    return found;
  }

  /**
   * Returns every version, oldest first.
   *
   * @throws ProblemError 404 for an unknown rule
   */
  async history(code: string): Promise<List<LawRuleVersion>> {
    const items = await this.database.transaction((sql) =>
      sql.find(LawRuleVersion, { where: { code }, order: { version: 'ASC' } }),
    );
    if (items.length === 0) throw ruleNotFound(code);
    return { items };
  }

  private async recordVersion(
    sql: EntityManager,
    rule: Recorded,
    dryRun: boolean,
  ): Promise<LawRuleChange> {
    const concerned = await this.database.asSystem(async (all) =>
      isForMatches(rule.kind)
        ? { openVacancies: await countConcernedVacancies(all, rule.state), placementsRefused: 0 }
        : { openVacancies: 0, placementsRefused: await this.placements.count(all, rule) },
    );
    const { organisationId, role } = currentTenant();
    const recorded = { ...rule, authorId: organisationId, authorRole: role };
    if (!dryRun) {
      await this.insert(sql, rule);
      await putJob(sql, 'law.changed', { code: rule.code });
    }
    return { ...recorded, dryRun, ...concerned };
  }

  /** Inserts a version. If two callers record the same version at once, the first one wins. */
  private async insert(sql: EntityManager, rule: Recorded): Promise<void> {
    const { organisationId, role } = currentTenant();
    const author = { authorId: organisationId, authorRole: role };
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LAW_LOCK]);
    const inserted = await sql
      .createQueryBuilder()
      .insert()
      .into(LawRuleVersion)
      .values({ ...rule, ...author, recordedAt: this.clock.now() })
      .orIgnore()
      .returning('version')
      .execute();
    if (role !== 'system' && (inserted.raw as unknown[]).length === 0) throw versionMismatch();
  }
}

type Recorded = LawRule & { version: number; reason: string };

function termsOf(kind: LawKind, state: string | null, dto: LawRuleDto): Omit<LawRule, 'code'> {
  const { citation, certainty, validFrom, validUntil = null } = dto;
  if (dto.region !== undefined && !mayBeRegional(kind)) throw regionNotAsked('/region');
  const region = dto.region === undefined ? null : ruledRegion(dto.region, state, '/region');
  const parameters = checkedParameters(kind, dto.parameters);
  return { kind, state, region, citation, certainty, validFrom, validUntil, parameters };
}

/**
 * Rejects a code that names another state or the Union: a code is taken for good, and its authority
 * would look for it.
 */
function assertOwnCode(code: string, state: string | null): void {
  const named = /\.([a-z]{2})(?:-|$)/.exec(code)?.[1]?.toUpperCase() ?? '';
  const isTaken = named === 'EU' || tierZeroCountries.includes(named);
  if (isTaken && named !== (state ?? 'EU')) throw codeElsewhere(named);
}

/** Checks the authority of a rule. Row security does not, because everybody may read rules. */
function assertOwn({ state }: LawRule): void {
  const { role, country } = currentTenant();
  const own = state === null ? role === 'monitor' || role === 'admin' : state === country;
  if (!own) throw otherAuthority(state);
}
