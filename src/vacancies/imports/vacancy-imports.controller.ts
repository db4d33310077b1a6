import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../platform/http/roles.ts';
import { FileImportsController } from '../../platform/imports/file-imports.controller.ts';
import type { ImportSubject } from '../../platform/imports/import-subject.ts';
import { findingSayings } from './finding-translations.ts';
import { importedVacancies } from './imported-vacancies.ts';

@ApiTags('imports')
@Controller('v1/vacancies/imports')
@Roles('employer', 'ministry')
export class VacancyImportsController extends FileImportsController {
  protected readonly subject: ImportSubject = {
    name: 'vacancies',
    uploaded: 'vacancy-import.uploaded',
    rows: importedVacancies,
    sayings: findingSayings,
  };
}
