import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, PageQuery } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Language } from '../../platform/language/language.ts';
import { SpokenLanguage } from '../../platform/language/spoken-language.ts';
import { type AssignmentView, PlaceQuery, type PlaceView } from './assignments.dto.ts';
import { Assignments } from './assignments.service.ts';

@ApiTags('assignments')
@Controller('v1/assignments')
export class AssignmentsController {
  constructor(private readonly assignments: Assignments) {}

  @Get()
  @Roles('employer', 'ministry', 'agency', 'partner-authority', 'monitor', 'admin')
  @ApiOperation({ summary: 'List assignments with their seeds, newest first' })
  list(@Query() query: PageQuery): Promise<Page<AssignmentView>> {
    return this.assignments.list(query);
  }

  @Get(':id')
  @Roles('employer', 'ministry', 'agency', 'partner-authority', 'monitor', 'admin')
  @ApiOperation({
    summary: 'Read an assignment: its seed and when it was published and drawn with',
  })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<AssignmentView> {
    return this.assignments.get(id);
  }

  @Get(':id/places')
  @Roles('employer', 'ministry', 'agency')
  @ApiOperation({ summary: 'List who is proposed for which vacancy, and why others are not' })
  places(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PlaceQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<PlaceView>> {
    return this.assignments.places(id, query, language);
  }
}
