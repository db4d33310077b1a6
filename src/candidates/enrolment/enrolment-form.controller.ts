import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Organisations } from '../../access/organisations.service.ts';
import { AnswersFile } from '../../platform/http/described/answers.ts';
import { Roles } from '../../platform/http/roles.ts';
import { EnrolmentFormQuery } from '../imports/template/import-template.dto.ts';
import { enrolmentForm } from './enrolment-form.ts';

@ApiTags('candidates')
@Controller('v1/candidates/enrolment-form')
@Roles('agency')
export class EnrolmentFormController {
  constructor(private readonly organisations: Organisations) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  @AnswersFile('text/html')
  @ApiOperation({
    summary:
      'Get an enrolment form to print and fill in by hand, with consent, signature and witness',
  })
  async get(@Query() { language }: EnrolmentFormQuery): Promise<string> {
    return enrolmentForm(language, await this.organisations.getOwn());
  }
}
