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
import type { Language } from '../platform/language/language.ts';
import { LanguageMember } from '../platform/language/spoken-language.ts';
import { ToldPageQuery } from '../platform/language/told-page.query.ts';
import { type MatchOutcome, matchOutcomes } from './match.entity.ts';
import { type RunKind, runKinds } from './runs/matching-run.entity.ts';
import { type MatchStatus, matchStatuses } from './match-vacancy.ts';

export class MatchingRunDto {
  @ApiPropertyOptional({
    enum: runKinds,
    default: 'match',
    description: 'allocate: propose who goes where, over the matches that are stored',
  })
  @IsIn(runKinds)
  @IsOptional()
  kind: RunKind = 'match';

  @ApiPropertyOptional({ description: 'Without it: every open vacancy of the caller' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(10_000)
  @IsUUID('all', { each: true })
  @IsOptional()
  vacancyIds?: string[];
}

const columns = ['domestic', 'third-country'] as const;

export class MatchQuery extends ToldPageQuery {
  @ApiPropertyOptional({
    enum: matchStatuses,
    description:
      'For employers `proposed` without it; `held-back`: who waits for nothing but a seat',
  })
  @IsIn(matchStatuses)
  @IsOptional()
  status?: MatchStatus;

  @ApiPropertyOptional({ enum: columns, description: 'People with preference, or the others' })
  @IsIn(columns)
  @IsOptional()
  column?: (typeof columns)[number];
}

/** With `on` or `asOf`, the decision is made again; otherwise the stored one is returned. */
export class ExplanationQuery extends AsOfQuery {
  @LanguageMember() language?: Language;

  @ApiPropertyOptional({ description: 'For the person themselves, as their agency hands it on' })
  @IsIn(['candidate'])
  @IsOptional()
  audience?: 'candidate';

  @OptionalDate({ description: 'Asked again by what holds on this day' })
  on?: string;
}

export class OutcomeDto {
  @ApiProperty({ enum: matchOutcomes }) @IsIn(matchOutcomes) outcome: MatchOutcome;

  @Text(1000, { description: 'Why not hired; required then' })
  @ValidateIf(({ outcome, reason }: OutcomeDto) => outcome === 'not-hired' || reason !== undefined)
  reason?: string;
}
