import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Creates } from '../../platform/http/created.ts';
import { IfMatch } from '../../platform/http/etag.ts';
import { type Page, PageQuery } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { WordingAppeal } from './wording-appeal.entity.ts';
import { AppealDecisionDto, WordingAppealDto } from './wording-appeals.dto.ts';
import { WordingAppeals } from './wording-appeals.service.ts';

@ApiTags('wording appeals')
@Controller('v1/wording-appeals')
@Roles('employer', 'ministry')
export class WordingAppealsController {
  constructor(private readonly appeals: WordingAppeals) {}

  @Post()
  @Creates()
  @ApiOperation({ summary: 'Appeal against the refusal of a phrase' })
  appeal(@Body() body: WordingAppealDto): Promise<WordingAppeal> {
    return this.appeals.appeal(body);
  }

  @Get()
  @ApiOperation({ summary: 'List the appeals, newest first' })
  list(@Query() query: PageQuery): Promise<Page<WordingAppeal>> {
    return this.appeals.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an appeal and, once it is decided, the decision' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<WordingAppeal> {
    return this.appeals.get(id);
  }

  @Put(':id/decision')
  @Roles('ministry')
  @ApiOperation({ summary: 'Decide an appeal; a phrase that is accepted is no longer refused' })
  decide(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AppealDecisionDto,
  ): Promise<WordingAppeal> {
    return this.appeals.decide(id, version, body);
  }
}
