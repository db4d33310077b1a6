import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsDateString,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { Known } from '../partnerships/versions/recorded-version.ts';
import { Flag } from '../platform/http/fields.ts';
import { Quota, type QuotaScope, quotaScopes } from './quota.entity.ts';

export const quotaReaders = ['ministry', 'partner-authority', 'monitor', 'admin'] as const;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const permitCategories = [
  'seasonal',
  'trainee',
  'student',
  'researcher',
  'highly-qualified',
  'intra-corporate',
  'volunteer',
  'general',
];

export class QuotaDto {
  @ApiProperty({ description: 'ISO 3166-1 alpha-2', example: 'MA' })
  @Matches(/^[A-Z]{2}$/)
  partnerCountry: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsUUID()
  @IsOptional()
  partnershipId?: string;

  @ApiProperty({ enum: quotaScopes })
  @IsIn(quotaScopes)
  scopeScheme: QuotaScope;

  @ApiPropertyOptional({ description: 'ISCO group or NACE code', example: '2221' })
  @IsString()
  @IsOptional()
  scopeCode?: string;

  @ApiPropertyOptional({ description: 'NUTS', example: 'ES61' })
  @Matches(/^[A-Z]{2}[A-Z0-9]{0,3}$/)
  @IsOptional()
  region?: string;

  @ApiPropertyOptional({ enum: permitCategories })
  @IsIn(permitCategories)
  @IsOptional()
  permitCategory?: string;

  @ApiProperty({ example: '2027-01-01' })
  @Matches(DATE)
  @IsDateString({ strict: true })
  startsOn: string;

  @ApiProperty({ example: '2027-12-31' })
  @Matches(DATE)
  @IsDateString({ strict: true })
  endsOn: string;

  @ApiProperty({ example: 100 })
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  seats: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'The offer that gets what is free then' })
  @IsUUID()
  @IsOptional()
  fallsBackTo?: string;

  @ApiPropertyOptional({ description: 'When free seats fall back', example: '2027-06-30' })
  @Matches(DATE)
  @IsDateString({ strict: true })
  @IsOptional()
  fallsBackOn?: string;

  @ApiProperty({ description: 'The act that offers the seats' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  citation: string;
}

export class ChangeQuery {
  @Flag('Change nothing; say what the change would do, and to whom') dryRun = false;
}

/** A national offer as it stands. */
export class QuotaView extends Quota {
  remaining: number;

  /** Lowered below what is taken: nothing is revoked, nothing more granted. */
  overSubscribed: boolean;
}

/** An offer as it stands, or as it stood at an earlier moment. */
export type KnownQuota = Known<Omit<QuotaView, 'ceiling'>>;

export function viewOf<Known extends Pick<Quota, 'seats' | 'taken'>>(
  quota: Known,
): Known & Pick<QuotaView, 'remaining' | 'overSubscribed'> {
  const { seats, taken } = quota;
  return { ...quota, remaining: Math.max(0, seats - taken), overSubscribed: taken > seats };
}
