import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Creates } from '../../platform/http/created.ts';
import type { Page } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Language } from '../../platform/language/language.ts';
import { SpokenLanguage } from '../../platform/language/spoken-language.ts';
import { ToldPageQuery } from '../../platform/language/told-page.query.ts';
import { MatchingRunDto } from '../matching.dto.ts';
import { MatchingRuns, type RunView } from './matching-runs.service.ts';

@ApiTags('matching runs')
@Controller('v1/matching-runs')
@Roles('employer', 'ministry')
export class MatchingRunsController {
  constructor(private readonly runs: MatchingRuns) {}

  @Post()
  @Creates()
  @HttpCode(202)
  @ApiOperation({ summary: 'Start a run that matches vacancies again or proposes an assignment' })
  start(@Body() body: MatchingRunDto): Promise<RunView> {
    return this.runs.start(body);
  }

  @Get()
  @ApiOperation({ summary: 'List runs, newest first' })
  list(
    @Query() query: ToldPageQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<RunView>> {
    return this.runs.list(query, language);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read the progress and the result of a run' })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<RunView> {
    return this.runs.get(id, language);
  }
}
