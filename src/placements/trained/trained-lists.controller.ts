import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../../platform/database/tenant.ts';
import { Creates } from '../../platform/http/created.ts';
import { type List, type Page, PageQuery } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { TrainedList } from './trained-list.entity.ts';
import { TrainedListDto } from './trained-lists.dto.ts';
import { type TrainedMatch, TrainedLists } from './trained-lists.service.ts';

@ApiTags('trained abroad')
@Controller('v1')
export class TrainedListsController {
  constructor(private readonly lists: TrainedLists) {}

  @Post('trained-lists')
  @Creates()
  @Roles('agency')
  @ApiOperation({ summary: 'Register candidates who were trained for work in a state' })
  create(@Body() body: TrainedListDto): Promise<TrainedList> {
    return this.lists.create(body);
  }

  @Get('trained-lists')
  @Roles(...organisationRoles)
  @ApiOperation({
    summary: 'List the courses, newest first, without their participants',
  })
  list(@Query() query: PageQuery): Promise<Page<TrainedList>> {
    return this.lists.list(query);
  }

  @Get('trained-lists/:id')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Read a course, without its participants' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<TrainedList> {
    return this.lists.get(id);
  }

  @Get('vacancies/:id/trained')
  @Roles('employer')
  @ApiOperation({
    summary: 'List the candidates who are proposed for the vacancy and trained for it',
  })
  trainedFor(@Param('id', ParseUUIDPipe) id: string): Promise<List<TrainedMatch>> {
    return this.lists.trainedFor(id);
  }
}
