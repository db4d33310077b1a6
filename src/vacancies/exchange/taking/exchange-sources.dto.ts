import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUrl, MaxLength } from 'class-validator';
import { Text, Whole } from '../../../platform/http/input/fields.ts';
import { LimitQuery } from '../../../platform/http/paging.ts';
import type { Finding } from '../../../platform/formats/finding.ts';
import type { ToldFailure } from '../../../platform/language/failure.ts';
import type { Language } from '../../../platform/language/language.ts';
import { LanguageMember } from '../../../platform/language/spoken-language.ts';
import type { ExchangeSource } from './exchange-source.entity.ts';

export class ExchangeSourceDto {
  @Text(200, { description: 'The name of the service', example: 'Public employment service' })
  name: string;

  @ApiProperty({
    description: 'The address of the exchange of the service, without `/getAll`',
    example: 'https://eures.example.org/input/api/jv/v0.1',
    maxLength: 500,
  })
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  @MaxLength(500)
  address: string;

  @ApiPropertyOptional({
    minimum: 5,
    maximum: 1_440,
    default: 60,
    description: 'How often to poll the source: every so many minutes',
  })
  @Whole(5, 1_440)
  @IsOptional()
  intervalMinutes?: number;

  @ApiPropertyOptional({
    description: 'Whether polling is paused; if omitted, as before, and a new source is not',
  })
  @IsBoolean()
  @IsOptional()
  paused?: boolean;
}

export class PauseDto {
  @ApiProperty({ description: 'true to pause polling, false to resume it' })
  @IsBoolean()
  paused: boolean;
}

export const arrivalOutcomes = ['waiting', 'stored', 'closed', 'rejected', 'own'] as const;
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];

export class ArrivalsQuery extends LimitQuery {
  @ApiPropertyOptional({
    enum: arrivalOutcomes,
    default: 'rejected',
    description:
      'Only vacancies with this outcome: `waiting` to be stored, `stored`, `closed`, `rejected`, or `own` (offered by this service itself)',
  })
  @IsIn(arrivalOutcomes)
  @IsOptional()
  outcome: ArrivalOutcome = 'rejected';

  /** `nextCursor` of the previous page: a reference. */
  @ApiPropertyOptional({
    description: 'The `nextCursor` of the previous page; if omitted, the first page',
  })
  @IsString()
  @MaxLength(200)
  @IsOptional()
  cursor?: string;

  @LanguageMember() language?: Language;
}

/** A source with its health, and the number of its vacancies by outcome. */
export interface SourceHealth extends Omit<ExchangeSource, 'remarks'> {
  health: 'paused' | 'new' | 'well' | 'failing';
  /** Why the last poll failed. If it succeeded, what is odd about its answers. */
  remarks: ToldFailure[];
  /** The messages of `remarks` as one text; null if there are none. */
  lastError: string | null;
  arrivals: Record<ArrivalOutcome, number>;
}

export interface Arrival {
  reference: string;
  /** The service that gave it to the exchange. */
  origin: string;
  outcome: ArrivalOutcome;
  attempts: number;
  vacancyId: string | null;
  findings: Finding[];
}
