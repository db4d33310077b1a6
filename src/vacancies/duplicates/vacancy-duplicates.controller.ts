import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { In } from 'typeorm';
import type { DuplicateSubject } from '../../platform/duplicates/duplicate-pair.ts';
import { DuplicatesController } from '../../platform/duplicates/duplicates.controller.ts';
import { Roles } from '../../platform/http/roles.ts';
import { assertOpen } from './assert-open.ts';
import { Vacancy } from '../vacancy.entity.ts';

@ApiTags('duplicates')
@Controller('v1/vacancies/duplicates')
@Roles('ministry')
export class VacancyDuplicatesController extends DuplicatesController {
  protected readonly subject: DuplicateSubject = {
    table: 'vacancy',
    records: (sql, ids) => sql.find(Vacancy, { where: { id: In([...ids]) }, order: { id: 'ASC' } }),
    assertMergeable: assertOpen,
  };
}
