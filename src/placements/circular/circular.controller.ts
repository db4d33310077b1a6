import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';
import { Clock } from '../../platform/clock/clock.ts';
import { organisationRoles } from '../../platform/database/tenant.ts';
import { Roles } from '../../platform/http/roles.ts';
import { type Absence, absenceOf } from './absence.ts';
import { type CircularRule, circularRules } from './circular-rules.ts';

export class AbsenceQuery {
  @ApiProperty({ format: 'date', example: '2026-01-10' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  leftOn: string;
}

@ApiTags('circular migration')
@Controller('v1/circular-migration')
@Roles(...organisationRoles)
export class CircularController {
  constructor(private readonly clock: Clock) {}

  @Get('rules')
  @ApiOperation({ summary: 'The rules of the states, with what they rest on and how sure that is' })
  rules(): { items: readonly CircularRule[] } {
    return { items: circularRules };
  }

  @Get('absence')
  @ApiOperation({ summary: 'How long a long-term resident may still stay in the home country' })
  absence(@Query() { leftOn }: AbsenceQuery): Absence {
    return absenceOf(leftOn, this.clock.today());
  }
}
