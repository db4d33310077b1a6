import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, MaxLength } from 'class-validator';
import {
  CalendarDate,
  NotBefore,
  OptionalDate,
  OptionalMoment,
  Text,
} from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import { countryForm, nutsForm } from '../../reference/code-forms.ts';
import { ruleCodeForm } from './parameters/law-parameters.ts';
import { certainties, type LawKind, lawKindNames } from './law-rule.ts';
import type { LawRuleVersion } from './law-rule-version.entity.ts';
import { Example } from '../../platform/http/described/example.ts';

/** What an authority may change in its rule. */
@Example({
  citation: 'Order 12/2026',
  certainty: 'recalled',
  validFrom: '2027-01-01',
  parameters: { duration: 'days-elapsed', days: 28 },
  reason: 'The order takes effect',
})
export class LawRuleDto {
  @ApiPropertyOptional({
    description:
      'NUTS code of the part of the state to which the rule applies; if omitted, the whole state',
  })
  @Formed(nutsForm)
  @IsOptional()
  region?: string;

  @Text(500, { description: 'The act and article, as cited' })
  citation: string;

  @ApiProperty({
    enum: certainties,
    description:
      '`verified`: read in a public source; `recalled`: to be confirmed by the authority',
  })
  @IsIn(certainties)
  certainty: (typeof certainties)[number];

  @CalendarDate({ description: 'The first day on which the rule applies', example: '2027-01-01' })
  validFrom: string;

  @NotBefore('validFrom')
  @OptionalDate({
    description: 'The last day on which the rule applies; if omitted, it has no end',
  })
  validUntil?: string;

  @ApiProperty({
    description: 'The parameters of the rule, which depend on its kind',
    type: Object,
  })
  @IsObject()
  parameters: object;

  @Text(1000, { description: 'Why the rule is recorded or changed' })
  reason: string;
}

@Example({
  code: 'labour-market-test.es',
  kind: 'labour-market-test',
  citation: 'Order 12/2026',
  certainty: 'recalled',
  validFrom: '2027-01-01',
  parameters: { duration: 'days-elapsed', days: 28 },
  reason: 'The order takes effect',
})
export class NewLawRuleDto extends LawRuleDto {
  @ApiProperty({
    description:
      'A stable name for the rule. A country code after a dot must be that of your state, or `eu` for the Union',
    example: 'labour-market-test.fi',
  })
  @Formed(ruleCodeForm)
  @MaxLength(100)
  code: string;

  @ApiProperty({
    enum: lawKindNames,
    description: 'What the rule decides; it determines the parameters',
  })
  @IsIn(lawKindNames)
  kind: LawKind;
}

/**
 * The date asked about, and the moment as of which the law was known; by default today, as known
 * now.
 */
export class LawQuestionQuery {
  @OptionalDate({
    description:
      'Rules in force on this day, or the test as it stands on this day; if omitted, all rules, or the test as of today',
  })
  on?: string;

  @OptionalMoment({
    description: 'Rules as they were known at this moment; if omitted, as known now',
  })
  asOf?: string;
}

export class LawRuleQuery extends LawQuestionQuery {
  @ApiPropertyOptional({
    description:
      'Only rules of this state, ISO 3166-1 alpha-2, and of the Union; if omitted, of all states',
  })
  @Formed(countryForm)
  @IsOptional()
  state?: string;
  @ApiPropertyOptional({
    enum: lawKindNames,
    description: 'Only rules of this kind; if omitted, of all kinds',
  })
  @IsIn(lawKindNames)
  @IsOptional()
  kind?: LawKind;
}

/** A recorded version, or what a dry run would record. */
export interface LawRuleChange extends Omit<LawRuleVersion, 'sequence' | 'recordedAt'> {
  dryRun: boolean;
  /** How many open vacancies are decided again because of it. */
  openVacancies: number;
  /** How many offers not yet accepted it would refuse. */
  placementsRefused: number;
}
