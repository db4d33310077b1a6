import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/etag.ts';
import type { Page } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Language } from '../../platform/language/language.ts';
import { SpokenLanguage } from '../../platform/language/spoken-language.ts';
import type { MatchView } from './match-view.ts';
import { Matches, type VacancyMatches } from './matches.service.ts';
import { type Explanation, Explanations } from './explanations.service.ts';
import { ExplanationQuery, MatchQuery, OutcomeDto } from '../matching.dto.ts';

@ApiTags('matches')
@Controller('v1')
export class MatchesController {
  constructor(
    private readonly matches: Matches,
    private readonly explanations: Explanations,
  ) {}

  @Get('vacancies/:id/matches')
  @Roles('employer', 'ministry')
  @ApiOperation({
    summary: 'List the candidates for a vacancy in order, with reasons, and how many are held back',
  })
  ofVacancy(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: MatchQuery,
    @SpokenLanguage() language: Language,
  ): Promise<VacancyMatches> {
    return this.matches.ofVacancy(id, query, language);
  }

  @Get('candidates/:id/matches')
  @Roles('agency')
  @ApiOperation({ summary: 'List the vacancies that a candidate was considered for, with reasons' })
  ofCandidate(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: MatchQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<MatchView>> {
    return this.matches.ofCandidate(id, query, language);
  }

  @Get('matches/:id')
  @Roles('employer', 'ministry', 'agency')
  @ApiOperation({ summary: 'Read a decision with all its verdicts' })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<MatchView> {
    return this.matches.get(id, language);
  }

  @Get('matches/:id/explanation')
  @Roles('employer', 'ministry', 'agency')
  @ApiOperation({
    summary: 'Explain a decision in English, French, Spanish or Arabic, also for the candidate',
  })
  explain(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ExplanationQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Explanation> {
    return this.explanations.of(id, query, language);
  }

  @Put('matches/:id/outcome')
  @Roles('employer', 'ministry')
  @ApiOperation({ summary: 'Record the outcome for a proposed candidate' })
  async record(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: OutcomeDto,
    @SpokenLanguage() language: Language,
  ): Promise<MatchView> {
    await this.matches.record(id, version, body);
    return this.matches.get(id, language);
  }
}
