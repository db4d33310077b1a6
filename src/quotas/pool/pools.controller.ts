import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../platform/http/roles.ts';
import { quotaReaders } from '../quotas.dto.ts';
import { PoolQuery } from './pool.dto.ts';
import type { PoolView } from './pool-view.ts';
import { Pools } from './pools.service.ts';

@ApiTags('quotas')
@Controller('v1/partnerships/:id/pool')
export class PoolsController {
  constructor(private readonly pools: Pools) {}

  @Get()
  @Roles(...quotaReaders)
  @ApiOperation({
    summary: 'Read what the states of a partnership offer together and what remains',
  })
  get(@Param('id', ParseUUIDPipe) id: string, @Query() query: PoolQuery): Promise<PoolView> {
    return this.pools.get(id, query);
  }
}
