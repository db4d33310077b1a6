import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AsOfQuery } from '../../platform/http/as-of.ts';
import type { Page } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import { quotaReaders, type QuotaView } from '../quotas.dto.ts';
import { HolderQuery, QuotaEntryDto, SeatMoveDto } from './ledger.dto.ts';
import { Ledger } from './ledger.service.ts';
import type { QuotaEntry } from './quota-entry.entity.ts';
import type { QuotaHolding } from './quota-holding.entity.ts';
import type { StandAsOf } from './stand.queries.ts';

@ApiTags('quotas')
@Controller('v1/quotas/:id')
export class LedgerController {
  constructor(private readonly ledger: Ledger) {}

  // Entries name placements, and so people. The monitor may see counts only, so it is not admitted.
  @Get('entries')
  @Roles('ministry', 'partner-authority', 'admin')
  @ApiOperation({ summary: 'List the append-only ledger of a national offer' })
  entries(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: HolderQuery,
  ): Promise<Page<QuotaEntry>> {
    return this.ledger.entries(id, query);
  }

  @Post('entries')
  @Roles('ministry')
  @ApiOperation({ summary: 'Record seats taken or released outside Passerelle' })
  record(@Param('id', ParseUUIDPipe) id: string, @Body() body: QuotaEntryDto): Promise<QuotaView> {
    return this.ledger.record(id, body);
  }

  @Post('moves')
  @Roles('ministry')
  @ApiOperation({ summary: 'Move free seats to another national offer of the state' })
  move(@Param('id', ParseUUIDPipe) id: string, @Body() body: SeatMoveDto): Promise<QuotaView> {
    return this.ledger.move(id, body);
  }

  @Get('holders')
  @Roles('ministry')
  @ApiOperation({ summary: 'List the placements that hold the seats, with their status' })
  holders(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: HolderQuery,
  ): Promise<Page<QuotaHolding>> {
    return this.ledger.holders(id, query);
  }

  @Get('stand')
  @Roles(...quotaReaders)
  @ApiOperation({ summary: 'Read the seats by stage, now or at a moment' })
  stand(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery): Promise<StandAsOf> {
    return this.ledger.stand(id, query);
  }
}
