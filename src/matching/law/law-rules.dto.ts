import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsDateString,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { Flag, OptionalMoment } from '../../platform/http/fields.ts';
import { certainties, type LawKind, lawKindNames } from './law-rule.ts';
import type { LawRuleVersion } from './law-rule-version.entity.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What an authority may change of its rule. */
export class LawRuleDto {
  @ApiPropertyOptional({ description: 'NUTS code, of a rule of a part of the state' })
  @Matches(/^[A-Z]{2}[A-Z0-9]{0,3}$/)
  @IsOptional()
  region?: string;

  @ApiProperty({ description: 'The act and article' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  citation: string;

  @ApiProperty({ enum: certainties })
  @IsIn(certainties)
  certainty: (typeof certainties)[number];

  @ApiProperty({ example: '2027-01-01' })
  @Matches(DATE)
  @IsDateString({ strict: true })
  validFrom: string;

  @ApiPropertyOptional({ description: 'The last day' })
  @Matches(DATE)
  @IsDateString({ strict: true })
  @IsOptional()
  validUntil?: string;

  @ApiProperty({ description: 'By the kind of the rule', type: Object })
  @IsObject()
  parameters: object;

  @ApiProperty({ description: 'Why it is recorded or changed' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export class NewLawRuleDto extends LawRuleDto {
  @ApiProperty({ example: 'labour-market-test.fi' })
  @Matches(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  @MaxLength(100)
  code: string;

  @ApiProperty({ enum: lawKindNames })
  @IsIn(lawKindNames)
  kind: LawKind;
}

export class DryRunQuery {
  @Flag('Check and count, but record nothing') dryRun = false;
}

/** Of which date, and as known at which moment; without them: today's, as known now. */
export class LawQuestionQuery {
  @ApiPropertyOptional({ description: 'The date on which it is in force' })
  @Matches(DATE)
  @IsDateString({ strict: true })
  @IsOptional()
  on?: string;

  @OptionalMoment({ description: 'As it was known at this moment' }) asOf?: string;
}

export class LawRuleQuery extends LawQuestionQuery {
  @ApiPropertyOptional() @Matches(/^[A-Z]{2}$/) @IsOptional() state?: string;
  @ApiPropertyOptional({ enum: lawKindNames }) @IsIn(lawKindNames) @IsOptional() kind?: LawKind;
}

/** A recorded version, or what a dry run would record. */
export interface LawRuleChange extends Omit<LawRuleVersion, 'sequence' | 'recordedAt'> {
  dryRun: boolean;
  /** How many open vacancies are decided again by it. */
  openVacancies: number;
  /** How many offers that nobody has accepted yet it refuses. */
  placementsRefused: number;
}
