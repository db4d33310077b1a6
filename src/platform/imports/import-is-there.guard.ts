import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { Request } from 'express';

/** A controller of file imports. */
interface FilesOfSubject {
  /** @throws ProblemError 404 */
  get: (id: string) => Promise<unknown>;
}

/**
 * Refuses an import that does not exist before its stream of events begins. Once the headers are
 * sent, only the fact of an error could be reported.
 */
@Injectable()
export class ImportIsThere implements CanActivate {
  constructor(private readonly modules: ModuleRef) {}

  /** @throws ProblemError 404. An id that is no UUID is left to the pipe. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id } = context.switchToHttp().getRequest<Request<{ id: string }>>().params;
    const imports = this.modules.get<FilesOfSubject>(context.getClass(), { strict: false });
    if (isUUID(id)) await imports.get(id);
    return true;
  }
}
