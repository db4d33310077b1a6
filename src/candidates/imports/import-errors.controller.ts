import {
  Controller,
  Get,
  Headers,
  Param,
  ParseUUIDPipe,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, PageQuery } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { CandidateImportError } from './candidate-import.entity.ts';
import { type ErrorGroup, ImportErrors } from './import-errors.service.ts';

const language = { name: 'Accept-Language', required: false, description: 'en, fr, es or ar' };

@ApiTags('imports')
@Controller('v1/candidates/imports/:id')
@Roles('agency')
export class ImportErrorsController {
  constructor(private readonly errors: ImportErrors) {}

  @Get('errors')
  @ApiOperation({ summary: 'What is wrong with which row' })
  @ApiHeader(language)
  list(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
    @Headers('accept-language') accepted?: string,
  ): Promise<Page<CandidateImportError>> {
    return this.errors.list(id, query, accepted);
  }

  @Get('error-groups')
  @ApiOperation({ summary: 'The same fault with the same value, once, with how many rows have it' })
  @ApiHeader(language)
  groups(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') accepted?: string,
  ): Promise<{ items: ErrorGroup[] }> {
    return this.errors.groups(id, accepted);
  }

  @Get('failed-rows')
  @ApiOperation({ summary: 'The rejected rows in the format they came in, to mend and send again' })
  @ApiHeader(language)
  failedRows(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') accepted?: string,
  ): Promise<StreamableFile> {
    return this.errors.failedRows(id, accepted);
  }
}
