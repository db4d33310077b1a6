import {
  Controller,
  Get,
  HttpCode,
  type MessageEvent,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  Res,
  Sse,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { type Page, PageQuery } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import { CandidateImports } from './candidate-imports.service.ts';
import { CandidateUploads } from './candidate-uploads.service.ts';
import type { ImportView } from './import-view.ts';
import { UploadQuery } from './imports.dto.ts';

const types = [
  ...['text/csv', 'application/json', 'application/x-ndjson', 'application/xml', 'application/zip'],
  ...['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/gzip'],
];
const file = { schema: { type: 'string', format: 'binary' } } as const;
const range = { name: 'Content-Range', required: false, example: 'bytes 0-1048575/26214400' };
const digest = { name: 'Repr-Digest', required: false, description: 'sha-256=:...: (RFC 9530)' };

@ApiTags('imports')
@Controller('v1/candidates/imports')
@Roles('agency')
export class CandidateImportsController {
  constructor(
    private readonly imports: CandidateImports,
    private readonly uploads: CandidateUploads,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload a file of people, or its first part' })
  @ApiConsumes(...types)
  @ApiBody(file)
  @ApiHeader(range)
  @ApiHeader(digest)
  async receive(
    @Req() request: Request,
    @Query() query: UploadQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportView> {
    const id = await this.uploads.receive(request, query);
    response.location(`/v1/candidates/imports/${id}`);
    return this.imports.get(id);
  }

  @Put(':id/content')
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload the next part of a file, from the offset that is waited for' })
  @ApiConsumes(...types)
  @ApiBody(file)
  @ApiHeader({ ...range, required: true })
  @ApiHeader(digest)
  async resume(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
  ): Promise<ImportView> {
    return this.imports.get(await this.uploads.resume(id, request));
  }

  @Get()
  @ApiOperation({ summary: 'List the imports' })
  list(@Query() query: PageQuery): Promise<Page<ImportView>> {
    return this.imports.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far an import is' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.get(id);
  }

  @Sse(':id/progress')
  @ApiOperation({ summary: 'How far an import is, as it goes on (server-sent events)' })
  progress(@Param('id', ParseUUIDPipe) id: string): Promise<Observable<MessageEvent>> {
    return this.imports.progress(id);
  }

  @Post(':id/commit')
  @HttpCode(202)
  @ApiOperation({ summary: 'Write what was only tried' })
  commit(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.commit(id);
  }

  @Post(':id/check')
  @HttpCode(202)
  @ApiOperation({ summary: 'Try it again, with the words learnt since' })
  check(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.check(id);
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @ApiOperation({ summary: 'Stop reading' })
  cancel(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.cancel(id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the whole import back, for 30 days' })
  undo(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.undo(id);
  }
}
