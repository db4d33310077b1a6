import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AsOfPageQuery, AsOfQuery } from '../platform/http/as-of.ts';
import { Creates } from '../platform/http/created.ts';
import { IfMatch } from '../platform/http/etag.ts';
import { DryRunQuery } from '../platform/http/input/dry-run.query.ts';
import type { List, Page } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import type { QuotaImpact } from './quota-impact.ts';
import { type KnownQuota, QuotaDto, quotaReaders, type QuotaView } from './quotas.dto.ts';
import type { QuotaVersion } from './quota-version.entity.ts';
import { Quotas } from './quotas.service.ts';

@ApiTags('quotas')
@Controller('v1/quotas')
export class QuotasController {
  constructor(private readonly quotas: Quotas) {}

  @Post()
  @Creates()
  @Roles('ministry')
  @ApiOperation({ summary: 'Create a national offer of seats for nationals of a partner country' })
  offer(@Body() body: QuotaDto): Promise<QuotaView> {
    return this.quotas.offer(body);
  }

  @Get()
  @Roles(...quotaReaders)
  @ApiOperation({ summary: 'List national offers with their remaining seats, now or at a moment' })
  list(@Query() query: AsOfPageQuery): Promise<Page<KnownQuota>> {
    return this.quotas.list(query);
  }

  @Get(':id')
  @Roles(...quotaReaders)
  @ApiOperation({ summary: 'Read a national offer, now or as known at a moment' })
  get(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery): Promise<KnownQuota> {
    return this.quotas.get(id, query);
  }

  @Get(':id/history')
  @Roles(...quotaReaders)
  @ApiOperation({
    summary: 'List every version of the terms of a national offer and its time of recording',
  })
  history(@Param('id', ParseUUIDPipe) id: string): Promise<List<QuotaVersion>> {
    return this.quotas.history(id);
  }

  @Put(':id')
  @Roles('ministry')
  @ApiOperation({
    summary: 'Change a national offer, or preview the effects; seats already taken stay',
  })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: QuotaDto,
    @Query() { dryRun }: DryRunQuery,
  ): Promise<QuotaView | QuotaImpact> {
    return this.quotas[dryRun ? 'previewChange' : 'change'](id, version, body);
  }
}
