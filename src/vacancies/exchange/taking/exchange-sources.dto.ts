import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Text } from '../../../platform/http/input/fields.ts';
import { LimitQuery } from '../../../platform/http/paging.ts';
import type { Finding } from '../../../platform/formats/finding.ts';
import type { ExchangeSource } from './exchange-source.entity.ts';

export class ExchangeSourceDto {
  @Text(200, { example: 'Public employment service' }) name: string;

  @ApiProperty({ example: 'https://eures.example.org/input/api/jv/v0.1', maxLength: 500 })
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  @MaxLength(500)
  address: string;

  @ApiPropertyOptional({ minimum: 5, maximum: 1_440, default: 60 })
  @IsInt()
  @Min(5)
  @Max(1_440)
  @IsOptional()
  intervalMinutes?: number;

  @ApiPropertyOptional({ default: false }) @IsBoolean() @IsOptional() paused?: boolean;
}

export class PauseDto {
  @ApiProperty() @IsBoolean() paused: boolean;
}

export const arrivalOutcomes = ['waiting', 'stored', 'closed', 'rejected', 'own'] as const;
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];

export class ArrivalsQuery extends LimitQuery {
  @ApiPropertyOptional({ enum: arrivalOutcomes, default: 'rejected' })
  @IsIn(arrivalOutcomes)
  @IsOptional()
  outcome: ArrivalOutcome = 'rejected';

  /** `nextCursor` of the previous page: a reference. */
  @ApiPropertyOptional()
  @IsString()
  @MaxLength(200)
  @IsOptional()
  cursor?: string;
}

/** A source with its health, and the number of its vacancies by outcome. */
export interface SourceHealth extends ExchangeSource {
  health: 'paused' | 'new' | 'well' | 'failing';
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
