import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { LawRuleVersion } from '../../matching/law/law-rule-version.entity.ts';
import { organisationRoles } from '../../platform/database/tenant.ts';
import type { List } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Absence } from './absence.ts';
import { AbsenceQuery } from './circular.dto.ts';
import { CircularMigration } from './circular-migration.service.ts';

@ApiTags('circular migration')
@Controller('v1/circular-migration')
@Roles(...organisationRoles)
export class CircularController {
  constructor(private readonly circular: CircularMigration) {}

  @Get('rules')
  @ApiOperation({ summary: 'List the rules on stays with their citations and certainty' })
  rules(): Promise<List<LawRuleVersion>> {
    return this.circular.rules();
  }

  @Get('absence')
  @ApiOperation({
    summary: 'Read how long a long-term resident may still stay in the home country',
  })
  absence(@Query() query: AbsenceQuery): Promise<Absence> {
    return this.circular.absence(query);
  }
}
