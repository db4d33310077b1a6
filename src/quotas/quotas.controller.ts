import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../platform/http/etag.ts';
import { type Page, PageQuery } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import type { QuotaImpact } from './quota-impact.ts';
import { ChangeQuery, QuotaDto, quotaReaders, type QuotaView } from './quotas.dto.ts';
import { Quotas } from './quotas.service.ts';

@ApiTags('quotas')
@Controller('v1/quotas')
export class QuotasController {
  constructor(private readonly quotas: Quotas) {}

  @Post()
  @Roles('ministry')
  @ApiOperation({ summary: 'Offer seats to nationals of a partner country' })
  offer(@Body() body: QuotaDto): Promise<QuotaView> {
    return this.quotas.offer(body);
  }

  @Get()
  @Roles(...quotaReaders)
  @ApiOperation({ summary: 'List the offers with what remains of each' })
  list(@Query() query: PageQuery): Promise<Page<QuotaView>> {
    return this.quotas.list(query);
  }

  @Get(':id')
  @Roles(...quotaReaders)
  @ApiOperation({ summary: 'Read an offer' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<QuotaView> {
    return this.quotas.get(id);
  }

  @Put(':id')
  @Roles('ministry')
  @ApiOperation({ summary: 'Change an offer, or see what that would do; it revokes nothing' })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: QuotaDto,
    @Query() { dryRun }: ChangeQuery,
  ): Promise<QuotaView | QuotaImpact> {
    return this.quotas[dryRun ? 'foresee' : 'change'](id, version, body);
  }
}
