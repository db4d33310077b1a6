import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Creates } from '../../platform/http/created.ts';
import type { Page } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Language } from '../../platform/language/language.ts';
import { SpokenLanguage } from '../../platform/language/spoken-language.ts';
import { ToldPageQuery } from '../../platform/language/told-page.query.ts';
import { SimulationDto, type SimulationView } from './simulations.dto.ts';
import { Simulations } from './simulations.service.ts';

@ApiTags('simulations')
@Controller('v1/simulations')
@Roles('ministry', 'partner-authority', 'monitor')
export class SimulationsController {
  constructor(private readonly simulations: Simulations) {}

  @Post()
  @Creates()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Start a simulation of rules, seats or pressed sectors on the current data',
  })
  start(@Body() body: SimulationDto): Promise<SimulationView> {
    return this.simulations.start(body);
  }

  @Get()
  @ApiOperation({ summary: 'List simulations, newest first' })
  list(
    @Query() query: ToldPageQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<SimulationView>> {
    return this.simulations.list(query, language);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read the progress of a simulation and what its draft would change' })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<SimulationView> {
    return this.simulations.get(id, language);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a simulation; it then gives no report' })
  cancel(@Param('id', ParseUUIDPipe) id: string): Promise<SimulationView> {
    return this.simulations.cancel(id);
  }
}
