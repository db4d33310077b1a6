import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import type { Response } from 'express';
import { posix } from 'node:path';
import { map, type Observable } from 'rxjs';

/** What a request stored. It is not new if it was there before, or if the request only tried. */
export class Stored<T> {
  constructor(
    readonly resource: T,
    readonly isNew: boolean,
  ) {}
}

const ADDRESS = 'passerelle:address';

/**
 * Makes an operation that creates one resource answer with its address in `Location` (RFC 9110,
 * 10.2.2). `address` is absolute or below the route; `:name` stands for that member of the answer.
 * `npm run answers` reads the decorator for the API document.
 */
export function Creates(address = ':id'): MethodDecorator {
  return SetMetadata(ADDRESS, address);
}

/** Answers 200 if what was stored is not new, and otherwise with the address of `Creates`. */
@Injectable()
export class CreationInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const address = Reflect.getMetadata(ADDRESS, context.getHandler()) as string | undefined;
    const http = context.switchToHttp();
    const { route } = http.getRequest<{ route: { path: string } }>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(
      map((answer: unknown) => {
        const stored: Stored<unknown> =
          answer instanceof Stored ? answer : new Stored(answer, true);
        const { resource, isNew } = stored;
        if (!isNew) response.status(200);
        else if (address !== undefined)
          response.location(filled(posix.resolve(route.path, address), resource));
        return resource;
      }),
    );
  }
}

function filled(address: string, resource: unknown): string {
  const members = resource as Readonly<Record<string, unknown>>;
  return address.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(members[name])));
}
