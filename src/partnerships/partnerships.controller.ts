import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../platform/database/tenant.ts';
import { AsOfPageQuery, AsOfQuery } from '../platform/http/as-of.ts';
import { Creates } from '../platform/http/created.ts';
import { IfMatch } from '../platform/http/etag.ts';
import type { List, Page } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import type { Partnership } from './partnership.entity.ts';
import { PartnershipDto } from './partnerships.dto.ts';
import { type KnownPartnership, Partnerships } from './partnerships.service.ts';
import type { PartnershipVersion } from './versions/partnership-version.entity.ts';

@ApiTags('partnerships')
@Controller('v1/partnerships')
export class PartnershipsController {
  constructor(private readonly partnerships: Partnerships) {}

  @Post()
  @Creates()
  @Roles('admin')
  @ApiOperation({ summary: 'Record a mobility partnership' })
  create(@Body() body: PartnershipDto): Promise<Partnership> {
    return this.partnerships.create(body);
  }

  @Get()
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'List mobility partnerships, now or as known at a moment' })
  list(@Query() query: AsOfPageQuery): Promise<Page<KnownPartnership>> {
    return this.partnerships.list(query);
  }

  @Get(':id')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Read a mobility partnership, now or as known at a moment' })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
  ): Promise<KnownPartnership> {
    return this.partnerships.get(id, query);
  }

  @Get(':id/history')
  @Roles(...organisationRoles)
  @ApiOperation({
    summary: 'List every version of a mobility partnership and its time of recording',
  })
  history(@Param('id', ParseUUIDPipe) id: string): Promise<List<PartnershipVersion>> {
    return this.partnerships.history(id);
  }

  @Put(':id')
  @Roles('admin')
  @ApiOperation({ summary: 'Change a mobility partnership, including its status' })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PartnershipDto,
  ): Promise<Partnership> {
    return this.partnerships.change(id, version, body);
  }
}
