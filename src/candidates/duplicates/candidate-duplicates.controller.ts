import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DuplicateSubject } from '../../platform/duplicates/duplicate-pair.ts';
import { DuplicatesController } from '../../platform/duplicates/duplicates.controller.ts';
import { Roles } from '../../platform/http/roles.ts';
import { findShownPeople } from './shown-people.queries.ts';

@ApiTags('duplicates')
@Controller('v1/candidates/duplicates')
@Roles('agency', 'partner-authority')
export class CandidateDuplicatesController extends DuplicatesController {
  protected readonly subject: DuplicateSubject = { table: 'candidate', records: findShownPeople };
}
