import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { Request } from 'express';

/** A controller of files. */
interface FilesOfSubject {
  /** @throws ProblemError 404 */
  get: (id: string) => Promise<unknown>;
}

/**
 * Refuses what is not there before a stream of events begins: once its headers are out, all that could
 * still be told is that something is wrong.
 */
@Injectable()
export class ImportIsThere implements CanActivate {
  constructor(private readonly modules: ModuleRef) {}

  /** @throws ProblemError 404; what is no UUID is left to the pipe */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id } = context.switchToHttp().getRequest<Request<{ id: string }>>().params;
    const imports = this.modules.get<FilesOfSubject>(context.getClass(), { strict: false });
    if (isUUID(id)) await imports.get(id);
    return true;
  }
}
