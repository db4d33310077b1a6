import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, MaxLength } from 'class-validator';
import {
  CalendarDate,
  Flag,
  OptionalDate,
  OptionalMoment,
  Text,
} from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import { countryForm, nutsForm } from '../../reference/code-forms.ts';
import { ruleCodeForm } from './parameters/law-parameters.ts';
import { certainties, type LawKind, lawKindNames } from './law-rule.ts';
import type { LawRuleVersion } from './law-rule-version.entity.ts';

/** What an authority may change in its rule. */
export class LawRuleDto {
  @ApiPropertyOptional({ description: 'NUTS code, of a rule of a part of the state' })
  @Formed(nutsForm)
  @IsOptional()
  region?: string;

  @Text(500, { description: 'The act and article' })
  citation: string;

  @ApiProperty({ enum: certainties })
  @IsIn(certainties)
  certainty: (typeof certainties)[number];

  @CalendarDate({ example: '2027-01-01' })
  validFrom: string;

  @OptionalDate({ description: 'The last day' })
  validUntil?: string;

  @ApiProperty({ description: 'By the kind of the rule', type: Object })
  @IsObject()
  parameters: object;

  @Text(1000, { description: 'Why it is recorded or changed' })
  reason: string;
}

export class NewLawRuleDto extends LawRuleDto {
  @ApiProperty({ example: 'labour-market-test.fi' })
  @Formed(ruleCodeForm)
  @MaxLength(100)
  code: string;

  @ApiProperty({ enum: lawKindNames })
  @IsIn(lawKindNames)
  kind: LawKind;
}

export class DryRunQuery {
  @Flag('Check and count, but record nothing') dryRun = false;
}

/**
 * The date asked about, and the moment as of which the law was known; by default today, as known
 * now.
 */
export class LawQuestionQuery {
  @OptionalDate({ description: 'The date on which it is in force' })
  on?: string;

  @OptionalMoment({ description: 'As it was known at this moment' }) asOf?: string;
}

export class LawRuleQuery extends LawQuestionQuery {
  @ApiPropertyOptional() @Formed(countryForm) @IsOptional() state?: string;
  @ApiPropertyOptional({ enum: lawKindNames }) @IsIn(lawKindNames) @IsOptional() kind?: LawKind;
}

/** A recorded version, or what a dry run would record. */
export interface LawRuleChange extends Omit<LawRuleVersion, 'sequence' | 'recordedAt'> {
  dryRun: boolean;
  /** How many open vacancies are decided again because of it. */
  openVacancies: number;
  /** How many offers not yet accepted it would refuse. */
  placementsRefused: number;
}
