import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../../platform/database/tenant.ts';
import { AsOfQuery } from '../../platform/http/as-of.ts';
import { Creates, type Stored } from '../../platform/http/created.ts';
import { IfMatch } from '../../platform/http/etag.ts';
import type { List, Page } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { MigrationFigureVersion } from '../versions/migration-figure-version.entity.ts';
import type { OutflowCapVersion } from '../versions/outflow-cap-version.entity.ts';
import type { MigrationFigure } from './migration-figure.entity.ts';
import {
  CountryQuery,
  MigrationFigureDto,
  OutflowCapDto,
  type OutflowCapView,
  OutflowEntryDto,
} from './outflow.dto.ts';
import type { OutflowEntry } from './outflow-entry.entity.ts';
import type { KnownFigure } from './outflow.queries.ts';
import { Outflow } from './outflow.service.ts';

@ApiTags('outflow')
@Controller('v1')
@Roles('partner-authority')
export class OutflowController {
  constructor(private readonly outflow: Outflow) {}

  @Post('outflow-caps')
  @Creates()
  @ApiOperation({ summary: 'Create a yearly cap on departures, as a number or a share' })
  cap(@Body() body: OutflowCapDto): Promise<OutflowCapView> {
    return this.outflow.cap(body);
  }

  @Put('outflow-caps/:id')
  @ApiOperation({ summary: 'Change a cap on departures' })
  changeCap(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: OutflowCapDto,
  ): Promise<OutflowCapView> {
    return this.outflow.changeCap(id, version, body);
  }

  @Get('outflow-caps')
  @Roles('partner-authority', 'monitor', 'admin')
  @ApiOperation({ summary: 'List caps on departures with their use, now or at a moment' })
  caps(@Query() query: CountryQuery): Promise<Page<OutflowCapView>> {
    return this.outflow.caps(query);
  }

  @Get('outflow-caps/:id')
  @Roles('partner-authority', 'monitor', 'admin')
  @ApiOperation({ summary: 'Read a cap on departures with its use, now or at a moment' })
  getCap(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
  ): Promise<OutflowCapView> {
    return this.outflow.getCap(id, query);
  }

  @Get('outflow-caps/:id/history')
  @Roles('partner-authority', 'monitor', 'admin')
  @ApiOperation({ summary: 'List every version of a cap and its time of recording' })
  capHistory(@Param('id', ParseUUIDPipe) id: string): Promise<List<OutflowCapVersion>> {
    return this.outflow.capHistory(id);
  }

  @Post('outflow-entries')
  @ApiOperation({ summary: 'Record departures' })
  count(@Body() body: OutflowEntryDto): Promise<OutflowEntry> {
    return this.outflow.count(body);
  }

  @Get('outflow-entries')
  @Roles('partner-authority', 'monitor', 'admin')
  @ApiOperation({ summary: 'List the append-only record of departures, up to a moment' })
  entries(@Query() query: CountryQuery): Promise<Page<OutflowEntry>> {
    return this.outflow.entries(query);
  }

  @Post('migration-figures')
  @ApiOkResponse({ description: 'The figure replaced one of the same occupation, region and year' })
  @ApiOperation({ summary: 'Record a figure of the migration profile' })
  record(@Body() body: MigrationFigureDto): Promise<Stored<MigrationFigure>> {
    return this.outflow.record(body);
  }

  @Get('migration-figures')
  @Roles(...organisationRoles)
  @ApiOperation({
    summary: 'List the figures of the migration profiles, now or as known at a moment',
  })
  figures(@Query() query: CountryQuery): Promise<Page<KnownFigure>> {
    return this.outflow.figures(query);
  }

  @Get('migration-figures/:id/history')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'List every version of a figure and its time of recording' })
  figureHistory(@Param('id', ParseUUIDPipe) id: string): Promise<List<MigrationFigureVersion>> {
    return this.outflow.figureHistory(id);
  }
}
