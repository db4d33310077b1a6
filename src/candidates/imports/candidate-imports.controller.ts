import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../platform/http/roles.ts';
import { FileImportsController } from '../../platform/imports/file-imports.controller.ts';
import type { ImportSubject } from '../../platform/imports/import-subject.ts';
import { findingSayings } from './finding-translations.ts';
import { importedPeople } from './imported-people.ts';

@ApiTags('imports')
@Controller('v1/candidates/imports')
@Roles('agency')
export class CandidateImportsController extends FileImportsController {
  protected readonly subject: ImportSubject = {
    name: 'candidates',
    uploaded: 'candidate-import.uploaded',
    rows: importedPeople,
    sayings: findingSayings,
  };
}
