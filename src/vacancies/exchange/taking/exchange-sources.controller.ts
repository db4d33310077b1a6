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
import { Creates } from '../../../platform/http/created.ts';
import { IfMatch } from '../../../platform/http/etag.ts';
import type { List, Page } from '../../../platform/http/paging.ts';
import { Roles } from '../../../platform/http/roles.ts';
import type { Language } from '../../../platform/language/language.ts';
import { SpokenLanguage } from '../../../platform/language/spoken-language.ts';
import {
  type Arrival,
  ArrivalsQuery,
  ExchangeSourceDto,
  PauseDto,
  type SourceHealth,
} from './exchange-sources.dto.ts';
import { ExchangeSources } from './exchange-sources.service.ts';

@ApiTags('EURES exchange')
@Controller('v1/exchange-sources')
export class ExchangeSourcesController {
  constructor(private readonly sources: ExchangeSources) {}

  @Post()
  @Creates()
  @Roles('ministry')
  @ApiOperation({
    summary: 'Add a source: a service whose vacancies are imported through the EURES exchange',
  })
  create(
    @Body() body: ExchangeSourceDto,
    @SpokenLanguage() language: Language,
  ): Promise<SourceHealth> {
    return this.sources.create(body, language);
  }

  @Get()
  @Roles('ministry', 'monitor')
  @ApiOperation({ summary: 'List the sources and the health of each' })
  list(@SpokenLanguage() language: Language): Promise<List<SourceHealth>> {
    return this.sources.list(language);
  }

  @Get(':id')
  @Roles('ministry', 'monitor')
  @ApiOperation({ summary: 'Read a source and its health' })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<SourceHealth> {
    return this.sources.get(id, language);
  }

  @Get(':id/arrivals')
  @Roles('ministry', 'monitor')
  @ApiOperation({ summary: 'List the vacancies received from a source, by outcome' })
  arrivals(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ArrivalsQuery,
    @SpokenLanguage() language: Language,
  ): Promise<Page<Arrival>> {
    return this.sources.arrivals(id, query, language);
  }

  @Put(':id')
  @Roles('ministry')
  @ApiOperation({ summary: 'Change a source' })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ExchangeSourceDto,
    @SpokenLanguage() language: Language,
  ): Promise<SourceHealth> {
    return this.sources.change(id, version, body, language);
  }

  @Put(':id/paused')
  @Roles('ministry', 'monitor')
  @ApiOperation({ summary: 'Pause or resume a source' })
  pause(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { paused }: PauseDto,
    @SpokenLanguage() language: Language,
  ): Promise<SourceHealth> {
    return this.sources.pause(id, version, paused, language);
  }

  @Post(':id/poll')
  @HttpCode(202)
  @Roles('ministry', 'monitor')
  @ApiOperation({ summary: 'Poll a source now, in the background' })
  poll(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<SourceHealth> {
    return this.sources.poll(id, language);
  }
}
