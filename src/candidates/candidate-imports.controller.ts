import {
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Page, PageQuery } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import type { CandidateImportError } from './candidate-import.entity.ts';
import { CandidateImports, type ImportView } from './candidate-imports.service.ts';

@ApiTags('imports')
@Controller('v1/candidates/imports')
@Roles('agency')
export class CandidateImportsController {
  constructor(private readonly imports: CandidateImports) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload a file of people: CSV, JSON, NDJSON or HR-XML Candidate' })
  @ApiConsumes('text/csv', 'application/json', 'application/x-ndjson', 'application/xml')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async receive(
    @Req() file: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportView> {
    const received = await this.imports.receive(file);
    response.location(`/v1/candidates/imports/${received.id}`);
    return received;
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

  @Get(':id/errors')
  @ApiOperation({ summary: 'What is wrong with which row' })
  errors(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<CandidateImportError>> {
    return this.imports.errors(id, query);
  }

  @Get(':id/failed-rows')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @ApiOperation({ summary: 'The rejected rows as CSV, to mend and send again' })
  failedRows(@Param('id', ParseUUIDPipe) id: string): Promise<string> {
    return this.imports.failedRows(id);
  }
}
