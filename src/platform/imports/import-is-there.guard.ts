import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { Request } from 'express';
import type { FileImportsController } from './file-imports.controller.ts';

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
    const imports = this.modules.get<FileImportsController>(context.getClass(), { strict: false });
    if (isUUID(id)) await imports.get(id);
    return true;
  }
}
