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
  Req,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Creates, type Stored } from '../platform/http/created.ts';
import { IfMatch } from '../platform/http/etag.ts';
import type { Page } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import type { Language } from '../platform/language/language.ts';
import { SpokenLanguage } from '../platform/language/spoken-language.ts';
import { AdvertisementDto, VacancyDto, VacancyQuery } from './vacancies.dto.ts';
import { Vacancies } from './vacancies.service.ts';
import { type DeliveryReport, VacancyDeliveries } from './vacancy-deliveries.service.ts';
import type { Vacancy } from './vacancy.entity.ts';

@ApiTags('vacancies')
@Controller('v1/vacancies')
@Roles('employer', 'ministry')
export class VacanciesController {
  constructor(
    private readonly vacancies: Vacancies,
    private readonly deliveries: VacancyDeliveries,
  ) {}

  @Post()
  @Creates()
  @ApiOkResponse({ description: 'The `sourceId` is that of a known vacancy' })
  @ApiOperation({ summary: 'Publish a vacancy, or update the one with the same source id' })
  publish(@Body() body: VacancyDto): Promise<Stored<Vacancy>> {
    return this.vacancies.publish(body);
  }

  @Post('bulk')
  @HttpCode(200)
  @ApiOperation({ summary: 'Deliver many vacancies; those sent before are updated' })
  @ApiConsumes('application/xml', 'application/json', 'application/x-ndjson')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  deliver(@Req() file: Request, @SpokenLanguage() language: Language): Promise<DeliveryReport> {
    return this.deliveries.deliver(file, language);
  }

  @Get()
  @ApiOperation({ summary: 'List the vacancies, newest first' })
  list(@Query() query: VacancyQuery): Promise<Page<Vacancy>> {
    return this.vacancies.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a vacancy' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Vacancy> {
    return this.vacancies.get(id);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change a vacancy' })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: VacancyDto,
  ): Promise<Vacancy> {
    return this.vacancies.change(id, version, body);
  }

  @Post(':id/advertising')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record where and when a vacancy was advertised to workers in the EU' })
  advertise(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AdvertisementDto,
  ): Promise<Vacancy> {
    return this.vacancies.advertise(id, body);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a vacancy' })
  withdraw(@Param('id', ParseUUIDPipe) id: string): Promise<Vacancy> {
    return this.vacancies.withdraw(id);
  }
}
