import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';

/** Which part of a list: the items after `cursor`, at most `limit` of them. */
export class PageQuery {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  @IsOptional()
  limit = 50;

  /** `nextCursor` of the page before. */
  @ApiPropertyOptional({ format: 'uuid' })
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
  /** null on the last page. */
  nextCursor: string | null;
}

/** A page of rows that were fetched in the order of their ids, one more than the limit. */
export function pageOf<T extends { id: string }>(rows: T[], { limit }: PageQuery): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Says where the next page is in a Link header too (RFC 8288). */
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
