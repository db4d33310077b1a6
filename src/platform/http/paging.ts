import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID } from 'class-validator';
import { Whole } from './input/fields.ts';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { type FindOperator, LessThan } from 'typeorm';

/** The most items of a list to return. */
export class LimitQuery {
  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 200,
    default: 50,
    description: 'The most items to return',
  })
  @Type(() => Number)
  @Whole(1, 200)
  @IsOptional()
  limit = 50;
}

/** Which part of a list to return: at most `limit` items after `cursor`. */
export class PageQuery extends LimitQuery {
  /** The `nextCursor` of the page before. */
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The `nextCursor` of the previous page; if omitted, the first page',
  })
  @IsUUID()
  @IsOptional()
  cursor?: string;
}

/** A whole list. */
export interface List<T> {
  items: T[];
}

/** A part of a list. */
export interface Page<T> extends List<T> {
  /** The `cursor` of the next page; null on the last page. */
  nextCursor: string | null;
}

/**
 * Returns options that find the rows of a page, newest first, and one row more than the limit. For
 * lists of actions whose progress people follow. Rows created meanwhile appear on no later page and
 * do not shift its rows.
 */
export function newestFirst({ cursor, limit }: PageQuery): NewestFirst {
  return {
    where: cursor === undefined ? {} : { id: LessThan(cursor) },
    order: { id: 'DESC' },
    take: limit + 1,
  };
}

interface NewestFirst {
  where: { id?: FindOperator<string> };
  order: { id: 'DESC' };
  take: number;
}

/**
 * Returns a page of rows that were fetched in the order of their ids, ascending or descending, and
 * one more than the limit.
 */
export const pageOf = <T extends { id: string }>(rows: T[], query: LimitQuery): Page<T> =>
  pageBy(rows, query, ({ id }) => id);

/**
 * Returns a page of rows that were fetched in another order, and one more than the limit. `keyOf`
 * returns the cursor of a row.
 */
export function pageBy<T>(rows: T[], { limit }: LimitQuery, keyOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: isMore ? keyOf(last) : null };
}

/** Adds a Link header with the address of the next page (RFC 8288). */
@Injectable()
export class LinkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      tap((body: unknown) => {
        if (!isPage(body) || body.nextCursor === null) return;
        const url = new URL(http.getRequest<Request>().originalUrl, 'http://host');
        url.searchParams.set('cursor', body.nextCursor);
        const link = `<${url.pathname}${url.search}>; rel="next"`;
        http.getResponse<Response>().append('Link', link);
      }),
    );
  }
}

function isPage(body: unknown): body is Page<unknown> {
  return typeof body === 'object' && body !== null && 'items' in body && 'nextCursor' in body;
}
