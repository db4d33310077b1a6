import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateIf,
} from 'class-validator';
import { AsOfQuery } from '../platform/http/as-of.ts';
import { OptionalDate, Text } from '../platform/http/input/fields.ts';
import { PageQuery } from '../platform/http/paging.ts';
import type { Language } from '../platform/language/language.ts';
import { LanguageMember } from '../platform/language/spoken-language.ts';
import { ToldPageQuery } from '../platform/language/told-page.query.ts';
import { type MatchOutcome, matchOutcomes } from './match.entity.ts';
import { type RunKind, runKinds } from './runs/matching-run.entity.ts';
import { type MatchStatus, matchStatuses } from './match-vacancy.ts';
import { Example } from '../platform/http/described/example.ts';

export class MatchingRunDto {
  @ApiPropertyOptional({
    enum: runKinds,
    default: 'match',
    description:
      '`match`: decide on vacancies again; `allocate`: propose who goes where, from the stored matches',
  })
  @IsIn(runKinds)
  @IsOptional()
  kind: RunKind = 'match';

  @ApiPropertyOptional({
    description: 'The vacancies of the run; if omitted, all your open vacancies',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(10_000)
  @IsUUID('all', { each: true })
  @IsOptional()
  vacancyIds?: string[];
}

export class EvidencePackQuery extends PageQuery {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Only packs of this vacancy and its decisions; if omitted, all that you may read',
  })
  @IsUUID()
  @IsOptional()
  vacancyId?: string;
}

const columns = ['domestic', 'third-country'] as const;

export class MatchQuery extends ToldPageQuery {
  @ApiPropertyOptional({
    enum: matchStatuses,
    description:
      'Only decisions with this status; if omitted, `proposed` for employers and all for others. To employers, `held-back` shows only candidates who lack nothing but a free seat',
  })
  @IsIn(matchStatuses)
  @IsOptional()
  status?: MatchStatus;

  @ApiPropertyOptional({
    enum: columns,
    description:
      '`domestic`: only candidates with Community preference; `third-country`: only the others; if omitted, both',
  })
  @IsIn(columns)
  @IsOptional()
  column?: (typeof columns)[number];
}

/** With `on` or `asOf`, the decision is made again; otherwise the stored one is returned. */
export class ExplanationQuery extends AsOfQuery {
  @LanguageMember() language?: Language;

  @ApiPropertyOptional({
    description:
      '`candidate`: worded for the candidate, for the agency to pass on; if omitted, worded for you',
  })
  @IsIn(['candidate'])
  @IsOptional()
  audience?: 'candidate';

  @OptionalDate({
    description:
      'Decide again by what applies on this day; if omitted and without `asOf`, the stored decision is explained',
  })
  on?: string;
}

/** The outcomes that a close-out has to explain. */
const needReason: readonly MatchOutcome[] = ['not-hired', 'declined'];

@Example({ outcome: 'not-hired', reason: 'Took another post' })
export class OutcomeDto {
  @ApiProperty({ enum: matchOutcomes, description: 'What was done with the candidate' })
  @IsIn(matchOutcomes)
  outcome: MatchOutcome;

  @Text(1000, {
    description: 'Why the candidate was not hired; required for `not-hired` and `declined`',
  })
  @ValidateIf(
    ({ outcome, reason }: OutcomeDto) => needReason.includes(outcome) || reason !== undefined,
  )
  reason?: string;
}
