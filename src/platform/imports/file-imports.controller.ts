import {
  Get,
  HttpCode,
  Injectable,
  type MessageEvent,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  Sse,
  type StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { XLSX } from '../formats/xlsx/xlsx-file.ts';
import { Creates } from '../http/created.ts';
import { AnswersFile } from '../http/described/answers.ts';
import type { Page } from '../http/paging.ts';
import type { Language } from '../language/language.ts';
import { SpokenLanguage } from '../language/spoken-language.ts';
import { ToldPageQuery } from '../language/told-page.query.ts';
import type { FileImportError } from './file-import.entity.ts';
import { FileImports } from './file-imports.service.ts';
import { FileUploads } from './uploads/file-uploads.service.ts';
import { type ErrorGroups, ImportErrors } from './faults/import-errors.service.ts';
import { ImportIsThere } from './import-is-there.guard.ts';
import type { ImportSubject } from './import-subject.ts';
import type { ImportView } from './import-view.ts';
import { UploadQuery } from './imports.dto.ts';

/** The media types of files of rejected rows. */
const sentBack = ['text/csv', 'application/x-ndjson', 'application/xml', 'application/zip', XLSX];
/** The media types of uploads. Whatever type is stated, a file is recognised by its content. */
const types = [
  ...sentBack,
  'application/json',
  'application/gzip',
  'text/tab-separated-values',
  'text/html',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
];
const file = { schema: { type: 'string', format: 'binary' } } as const;
const range = {
  name: 'Content-Range',
  required: false,
  description:
    'For a file sent in parts: the bytes of this part and the length of the file, such as `bytes 0-1048575/26214400`',
};
const digest = {
  name: 'Repr-Digest',
  required: false,
  description:
    'The SHA-256 of the whole file, `sha-256=:...:` in base64 (RFC 9530); a file that differs is refused',
};

/** The way in for all files. Each feature extends it with its path, its roles and its subject. */
@Injectable()
export abstract class FileImportsController {
  protected abstract readonly subject: ImportSubject;

  constructor(
    private readonly imports: FileImports,
    private readonly uploads: FileUploads,
    private readonly faults: ImportErrors,
  ) {}

  @Post()
  @Creates()
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload a file, or the first part of it' })
  @ApiConsumes(...types)
  @ApiBody(file)
  @ApiHeader(range)
  @ApiHeader(digest)
  async receive(
    @Req() request: Request,
    @Query() query: UploadQuery,
    @SpokenLanguage() language: Language,
  ): Promise<ImportView> {
    const id = await this.uploads.receive(this.subject, request, query);
    return this.imports.get(this.subject, id, language);
  }

  @Put(':id/content')
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload the next part of a file, from the next offset expected' })
  @ApiConsumes(...types)
  @ApiBody(file)
  @ApiHeader({ ...range, required: true })
  @ApiHeader(digest)
  async resume(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
  ): Promise<ImportView> {
    return this.imports.get(this.subject, await this.uploads.resume(this.subject, id, request));
  }

  @Get()
  @ApiOperation({ summary: 'List the imports, newest first' })
  list(
    @Query() query: ToldPageQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<ImportView>> {
    return this.imports.list(this.subject, query, language);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read the progress and the result of an import' })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<ImportView> {
    return this.imports.get(this.subject, id, language);
  }

  @Sse(':id/progress')
  @UseGuards(ImportIsThere)
  @AnswersFile('text/event-stream')
  @ApiOperation({ summary: 'Follow the progress of an import (server-sent events)' })
  progress(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Observable<MessageEvent> {
    return this.imports.progress(this.subject, id, language);
  }

  @Post(':id/commit')
  @HttpCode(202)
  @ApiOperation({ summary: 'Import a file after a dry run' })
  commit(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.commit(this.subject, id);
  }

  @Post(':id/check')
  @HttpCode(202)
  @ApiOperation({ summary: 'Repeat a dry run, with the definitions added since' })
  check(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.check(this.subject, id);
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @ApiOperation({ summary: 'Cancel an import' })
  cancel(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.cancel(this.subject, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo a whole import, within 30 days' })
  undo(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<ImportView> {
    return this.imports.undo(this.subject, id, language);
  }

  @Get(':id/errors')
  @ApiOperation({ summary: 'List the faults of an import, row by row' })
  errors(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ToldPageQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<FileImportError>> {
    return this.faults.list(this.subject, id, query, language);
  }

  @Get(':id/error-groups')
  @ApiOperation({ summary: 'List each fault and value once, with the number of rows that have it' })
  groups(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<ErrorGroups> {
    return this.faults.groups(this.subject, id, language);
  }

  @Get(':id/failed-rows')
  @AnswersFile(...sentBack)
  @ApiOperation({
    summary: 'Get the rejected rows in their original format, to correct and send again',
  })
  failedRows(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<StreamableFile> {
    return this.faults.failedRows(this.subject, id, language);
  }
}
