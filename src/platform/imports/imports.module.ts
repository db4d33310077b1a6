import { Global, Module } from '@nestjs/common';
import { FailedRows } from './failed-rows/failed-rows.service.ts';
import { FileImports } from './file-imports.service.ts';
import { FileUploads } from './uploads/file-uploads.service.ts';
import { ImportErrors } from './faults/import-errors.service.ts';
import { ImportRunner } from './running/import-runner.service.ts';
import { ImportsWorker } from './imports.worker.ts';

/** The import pipeline, for every feature that takes in files. */
@Global()
@Module({
  providers: [FileUploads, FileImports, ImportErrors, FailedRows, ImportRunner, ImportsWorker],
  exports: [FileUploads, FileImports, ImportErrors, ImportRunner],
})
export class ImportsModule {}
