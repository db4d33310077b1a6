import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../platform/http/etag.ts';
import { type Page, PageQuery } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import type { Placement } from './placement.entity.ts';
import { Placements } from './placements.service.ts';
import type { PlacementEvent } from './steps/placement-event.entity.ts';
import type { PlacementRecord } from './steps/placement-record.entity.ts';
import { PlacementSteps } from './steps/placement-steps.service.ts';
import { PlacementQuery, RecordDto, StepDto } from './steps/steps.dto.ts';

const parties = ['employer', 'agency', 'ministry', 'partner-authority'] as const;

@ApiTags('placements')
@Controller('v1/placements')
export class PlacementsController {
  constructor(
    private readonly placements: Placements,
    private readonly steps: PlacementSteps,
  ) {}

  @Get()
  @Roles(...parties)
  @ApiOperation({ summary: 'List the placements that concern you, newest first' })
  list(@Query() query: PlacementQuery): Promise<Page<Placement>> {
    return this.placements.list(query);
  }

  @Get(':id')
  @Roles(...parties)
  @ApiOperation({ summary: 'Read a placement' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Placement> {
    return this.placements.get(id);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Roles(...parties)
  @ApiOperation({
    summary: 'Take a step of a placement; each step is reserved for certain parties',
  })
  take(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: StepDto,
  ): Promise<Placement> {
    return this.steps.take(id, version, body);
  }

  @Get(':id/events')
  @Roles(...parties)
  @ApiOperation({
    summary: 'Read the history of a placement: who did what, when, why and on what evidence',
  })
  events(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<PlacementEvent>> {
    return this.placements.events(id, query);
  }

  @Post(':id/records')
  @Roles('employer', 'agency')
  @ApiOperation({
    summary: 'Record accommodation, travel, insurance, an undertaking, training or recognition',
  })
  record(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordDto,
  ): Promise<PlacementRecord> {
    return this.placements.record(id, body);
  }

  @Get(':id/records')
  @Roles(...parties)
  @ApiOperation({ summary: 'List the records of a placement' })
  records(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<PlacementRecord>> {
    return this.placements.records(id, query);
  }
}
