import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../../platform/database/tenant.ts';
import { Creates } from '../../platform/http/created.ts';
import type { Page } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Language } from '../../platform/language/language.ts';
import { SpokenLanguage } from '../../platform/language/spoken-language.ts';
import { ToldPageQuery } from '../../platform/language/told-page.query.ts';
import { AllocationResults } from './allocation-results.service.ts';
import {
  AllocationRoundDto,
  DrawDto,
  ResultQuery,
  type ResultView,
  type RoundView,
} from './allocation-rounds.dto.ts';
import { AllocationRounds } from './allocation-rounds.service.ts';
import type { RoundRecord } from './drawing/verify-round.ts';

@ApiTags('allocation rounds')
@Controller('v1/allocation-rounds')
export class AllocationRoundsController {
  constructor(
    private readonly rounds: AllocationRounds,
    private readonly results: AllocationResults,
  ) {}

  @Post()
  @Creates()
  @Roles('ministry')
  @ApiOperation({ summary: 'Announce a round that allocates the free seats of a national offer' })
  announce(@Body() body: AllocationRoundDto): Promise<RoundView> {
    return this.rounds.announce(body);
  }

  @Get()
  @Roles(...organisationRoles)
  @ApiOperation({
    summary: 'List rounds with their windows, rules and seeds, newest first',
  })
  list(
    @Query() query: ToldPageQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<RoundView>> {
    return this.rounds.list(query, language);
  }

  @Get(':id')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Read a round' })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<RoundView> {
    return this.rounds.get(id, language);
  }

  @Post(':id/draw')
  @HttpCode(202)
  @Roles('ministry')
  @ApiOperation({ summary: 'Draw the batch that has closed, in the background' })
  draw(@Param('id', ParseUUIDPipe) id: string, @Body() body: DrawDto): Promise<RoundView> {
    return this.rounds.draw(id, body);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Roles('ministry')
  @ApiOperation({ summary: 'Withdraw a round before its first day or after its draw has failed' })
  withdraw(@Param('id', ParseUUIDPipe) id: string): Promise<RoundView> {
    return this.rounds.withdraw(id);
  }

  @Get(':id/results')
  @Roles('ministry', 'employer')
  @ApiOperation({ summary: 'List who got seats, the order of those who wait, and the reasons' })
  resultsOf(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ResultQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<ResultView>> {
    return this.results.list(id, query, language);
  }

  @Get(':id/record')
  @Roles('ministry')
  @ApiOperation({
    summary: 'Read the record of a round, from which its draws can be repeated elsewhere',
  })
  record(@Param('id', ParseUUIDPipe) id: string): Promise<RoundRecord> {
    return this.results.record(id);
  }

  @Get(':id/verification')
  @Roles('ministry')
  @ApiOperation({ summary: 'Repeat the draws of a round from their record and report differences' })
  verify(@Param('id', ParseUUIDPipe) id: string): Promise<{ sound: boolean; faults: string[] }> {
    return this.results.verify(id);
  }
}
