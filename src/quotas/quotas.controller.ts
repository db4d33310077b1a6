import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../platform/http/etag.ts';
import { type Page, PageQuery } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import type { QuotaEntry } from './quota-entry.entity.ts';
import { QuotaDto, QuotaEntryDto, type QuotaView } from './quotas.dto.ts';
import { Quotas } from './quotas.service.ts';

const readers = ['ministry', 'partner-authority', 'monitor', 'admin'] as const;

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
  @Roles(...readers)
  @ApiOperation({ summary: 'List the offers with what remains of each' })
  list(@Query() query: PageQuery): Promise<Page<QuotaView>> {
    return this.quotas.list(query);
  }

  @Get(':id')
  @Roles(...readers)
  @ApiOperation({ summary: 'Read an offer' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<QuotaView> {
    return this.quotas.get(id);
  }

  @Put(':id')
  @Roles('ministry')
  @ApiOperation({ summary: 'Change an offer; lowering it revokes nothing' })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: QuotaDto,
  ): Promise<QuotaView> {
    return this.quotas.change(id, version, body);
  }

  @Get(':id/entries')
  @Roles(...readers)
  @ApiOperation({ summary: 'The append-only ledger of an offer' })
  entries(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<QuotaEntry>> {
    return this.quotas.entries(id, query);
  }

  @Post(':id/entries')
  @Roles('ministry')
  @ApiOperation({ summary: 'Record seats taken or released outside of Passerelle' })
  record(@Param('id', ParseUUIDPipe) id: string, @Body() body: QuotaEntryDto): Promise<QuotaView> {
    return this.quotas.record(id, body);
  }
}
