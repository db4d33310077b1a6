import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { malformedEtag, preconditionRequired } from './http.errors.ts';

/**
 * The version that the caller read, taken from If-Match (RFC 9110, 13.1.1).
 * @throws ProblemError 428 `precondition-required` without the header, 400 `malformed-etag` if it
 * is no ETag of ours
 */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = context.switchToHttp().getRequest<Request>().get('if-match');
    if (header === undefined) throw preconditionRequired();
    const version = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1]);
    if (Number.isInteger(version)) return version;
    throw malformedEtag(header);
  },
  [document],
);

function document(target: object, key: string | symbol | undefined): void {
  const method = key && Object.getOwnPropertyDescriptor(target, key);
  if (!key || !method) return;
  const description = 'The `ETag` of the version that you last read: its number in quotes';
  ApiHeader({ name: 'If-Match', required: true, example: '"1"', description })(target, key, method);
}

/** Sets the ETag of every single resource that has a version to that version. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((body: unknown) => {
        if (typeof body !== 'object' || body === null || !('version' in body)) return;
        if (typeof body.version === 'number') response.set('ETag', `"${body.version}"`);
      }),
    );
  }
}
