import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../../platform/http/roles.ts';
import { LawQuestionQuery } from '../law-rules.dto.ts';
import { VacancyTests, type VacancyTestView } from './vacancy-tests.service.ts';

@ApiTags('rules of law')
@Controller('v1/vacancies/:id/labour-market-test')
@Roles('employer', 'ministry')
export class VacancyTestsController {
  constructor(private readonly tests: VacancyTests) {}

  @Get()
  @ApiOperation({
    summary: 'Read the state of the labour-market test on a date, by the rules known at a moment',
  })
  of(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: LawQuestionQuery,
  ): Promise<VacancyTestView> {
    return this.tests.of(id, query);
  }
}
