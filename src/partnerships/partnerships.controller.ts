import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../platform/database/tenant.ts';
import { IfMatch } from '../platform/http/etag.ts';
import { type Page, PageQuery } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import type { Partnership } from './partnership.entity.ts';
import { PartnershipDto } from './partnerships.dto.ts';
import { Partnerships } from './partnerships.service.ts';

@ApiTags('partnerships')
@Controller('v1/partnerships')
export class PartnershipsController {
  constructor(private readonly partnerships: Partnerships) {}

  @Post()
  @Roles('admin')
  @ApiOperation({ summary: 'Record a mobility partnership' })
  create(@Body() body: PartnershipDto): Promise<Partnership> {
    return this.partnerships.create(body);
  }

  @Get()
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'List the partnerships' })
  list(@Query() query: PageQuery): Promise<Page<Partnership>> {
    return this.partnerships.list(query);
  }

  @Get(':id')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Read a partnership' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Partnership> {
    return this.partnerships.get(id);
  }

  @Put(':id')
  @Roles('admin')
  @ApiOperation({ summary: 'Change a partnership, its status included' })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PartnershipDto,
  ): Promise<Partnership> {
    return this.partnerships.change(id, version, body);
  }
}
