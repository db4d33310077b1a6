import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../platform/database/tenant.ts';
import { AsOfPageQuery, AsOfQuery } from '../platform/http/as-of.ts';
import { Creates } from '../platform/http/created.ts';
import { IfMatch } from '../platform/http/etag.ts';
import type { List, Page } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import { PressedSectorDto } from './partnerships.dto.ts';
import type { PressedSector } from './pressed-sector.entity.ts';
import { SectorExceptionDto } from './outflow/outflow.dto.ts';
import type { SectorException } from './sector-exception.entity.ts';
import {
  type KnownSector,
  PressedSectors,
  type PressedSectorView,
} from './pressed-sectors.service.ts';
import type { PressedSectorVersion } from './versions/pressed-sector-version.entity.ts';

@ApiTags('pressed sectors')
@Controller('v1/pressed-sectors')
export class PressedSectorsController {
  constructor(private readonly sectors: PressedSectors) {}

  @Post()
  @Creates()
  @Roles('partner-authority')
  @ApiOperation({ summary: 'Declare a pressed sector of your own country' })
  name(@Body() body: PressedSectorDto): Promise<PressedSector> {
    return this.sectors.create(body);
  }

  @Get()
  @Roles(...organisationRoles)
  @ApiOperation({
    summary: 'List the pressed sectors of all countries, now or as known at a moment',
  })
  list(@Query() query: AsOfPageQuery): Promise<Page<KnownSector>> {
    return this.sectors.list(query);
  }

  @Get(':id')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Read a pressed sector, now or as known at a moment' })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
  ): Promise<PressedSectorView> {
    return this.sectors.get(id, query);
  }

  @Get(':id/history')
  @Roles(...organisationRoles)
  @ApiOperation({
    summary: 'List every version of a pressed sector, including renewals and its lifting',
  })
  history(@Param('id', ParseUUIDPipe) id: string): Promise<List<PressedSectorVersion>> {
    return this.sectors.history(id);
  }

  @Post(':id/exceptions')
  @Roles('partner-authority')
  @ApiOperation({
    summary: 'Reopen a pressed sector for a number of people under an agreement with a state',
  })
  except(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SectorExceptionDto,
  ): Promise<SectorException> {
    return this.sectors.addException(id, body);
  }

  @Put(':id')
  @Roles('partner-authority')
  @ApiOperation({ summary: 'Renew or change a pressed sector' })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PressedSectorDto,
  ): Promise<PressedSector> {
    return this.sectors.change(id, version, body);
  }

  @Post(':id/lift')
  @HttpCode(200)
  @Roles('partner-authority')
  @ApiOperation({ summary: 'Lift a pressed sector; earlier matches do not come back' })
  lift(@Param('id', ParseUUIDPipe) id: string): Promise<PressedSector> {
    return this.sectors.lift(id);
  }
}
