import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import { isAnyErased } from '../../database/erasures.queries.ts';
import { findTenant } from '../../database/tenant.ts';
import { isStreamed } from '../input/streamed.ts';
import {
  fingerprintOf,
  hashKey,
  keyOf,
  type KeptResponse,
  seal,
  unseal,
} from './idempotency-key.ts';
import { answerErased, inFlight, keyReused, notForUploads } from './idempotency.errors.ts';

/** The headers that a handler may set. */
const KEPT_HEADERS = ['etag', 'location', 'link'];

/** A UUID, as all our ids are. */
const ID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** One request with a key of one organisation. */
interface Attempt {
  key: string;
  organisationId: string;
  request: Request;
  response: Response;
}

/**
 * Makes every POST with an Idempotency-Key take effect once, however often it is sent (guarantee
 * G3, draft-ietf-httpapi-idempotency-key-header). The effect and the response are stored in one
 * transaction: after any crash, a retry finds either both or neither. A refusal changes nothing and
 * is not stored.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const organisationId = findTenant()?.organisationId ?? null;
    if (request.method !== 'POST' || organisationId === null) return next.handle();
    const key = keyOf(request);
    if (key === null) return next.handle();
    if (isStreamed(request.path)) throw notForUploads();
    const attempt = { key, organisationId, request, response: http.getResponse<Response>() };
    const body = await this.database.transaction((sql) => this.once(sql, attempt, next));
    return of(body);
  }

  private async once(sql: EntityManager, attempt: Attempt, next: CallHandler): Promise<unknown> {
    const { key, organisationId, request, response } = attempt;
    const keyHash = hashKey(organisationId, key);
    await claim(sql, keyHash);
    const fingerprint = fingerprintOf(request);
    const [kept] = await sql.query<{ fingerprint: string; response: Buffer }[]>(
      'SELECT fingerprint, response FROM kept_response WHERE organisation_id = $1 AND key_hash = $2',
      [organisationId, keyHash],
    );
    if (kept && kept.fingerprint !== fingerprint) throw keyReused();
    if (kept) return this.replay(sql, response, unseal(kept.response, organisationId, key));
    const answer = answered(response, await lastValueFrom(next.handle()));
    await sql.query('INSERT INTO kept_response VALUES ($1, $2, $3, $4, $5)', [
      organisationId,
      keyHash,
      fingerprint,
      seal(answer, organisationId, key),
      this.clock.now(),
    ]);
    return parsed(answer);
  }

  /**
   * Sends a stored response again, unless it names somebody who was erased since. Nothing else can
   * find such a response, as only the caller's key opens it.
   * @throws ProblemError 410
   */
  private async replay(
    sql: EntityManager,
    response: Response,
    kept: KeptResponse,
  ): Promise<unknown> {
    const ids = kept.body?.match(ID) ?? [];
    if (await this.database.elevated(sql, () => isAnyErased(sql, ids))) throw answerErased();
    response.status(kept.status).set(kept.headers).set('Idempotency-Replayed', 'true');
    return parsed(kept);
  }
}

/**
 * Takes a lock that is held until the transaction ends. If it is taken, the first request is still
 * under way.
 */
async function claim(sql: EntityManager, keyHash: string): Promise<void> {
  const [lock] = await sql.query<{ free: boolean }[]>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free',
    [keyHash],
  );
  if (lock?.free !== true) throw inFlight();
}

function answered(response: Response, body: unknown): KeptResponse {
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = response.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  const text = body === undefined ? null : JSON.stringify(body);
  return { status: response.statusCode, headers, body: text };
}

/**
 * Parses the stored text. The first response goes through it too, so that its bytes equal those of
 * its replays.
 */
function parsed({ body }: KeptResponse): unknown {
  return body === null ? undefined : JSON.parse(body);
}
