import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Stored } from '../../platform/http/created.ts';
import { type List, type Page, PageQuery } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Language } from '../../platform/language/language.ts';
import { SpokenLanguage } from '../../platform/language/spoken-language.ts';
import { HomeVacanciesDto, type ReceivedVacancy } from './home-vacancies.dto.ts';
import { HomeVacancies, type HomeMatch } from './home-vacancies.service.ts';
import type { HomeVacancy } from './home-vacancy.entity.ts';

@ApiTags('vacancies at home')
@Controller('v1/home-vacancies')
export class HomeVacanciesController {
  constructor(private readonly vacancies: HomeVacancies) {}

  @Post()
  @Roles('agency', 'partner-authority')
  @ApiOkResponse({ description: 'All references are those of known vacancies' })
  @ApiOperation({ summary: 'Create or update vacancies in the partner country' })
  receive(@Body() body: HomeVacanciesDto): Promise<Stored<List<ReceivedVacancy>>> {
    return this.vacancies.receive(body);
  }

  @Get()
  @Roles('agency', 'partner-authority')
  @ApiOperation({ summary: 'List the vacancies in your country, newest first' })
  list(@Query() query: PageQuery): Promise<Page<HomeVacancy>> {
    return this.vacancies.list(query);
  }

  @Get(':id')
  @Roles('agency', 'partner-authority')
  @ApiOperation({ summary: 'Read a vacancy in your country' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<HomeVacancy> {
    return this.vacancies.get(id);
  }

  @Get(':id/matches')
  @Roles('agency')
  @ApiOperation({
    summary: 'List your returned candidates who fit a vacancy at home, with reasons',
  })
  matches(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<List<HomeMatch>> {
    return this.vacancies.matches(id, language);
  }
}
