import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { Known } from '../partnerships/versions/recorded-version.ts';
import { CalendarDate, Flag, OptionalDate, Text } from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { countryForm, nutsForm } from '../reference/code-forms.ts';
import { asTold } from './told-counts.ts';
import { Quota, type QuotaScope, quotaScopes } from './quota.entity.ts';

export const quotaReaders = ['ministry', 'partner-authority', 'monitor', 'admin'] as const;

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
  @Formed(countryForm)
  partnerCountry: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsUUID()
  @IsOptional()
  partnershipId?: string;

  @ApiProperty({ enum: quotaScopes })
  @IsIn(quotaScopes)
  scopeScheme: QuotaScope;

  @Text(20, { description: 'ISCO group or NACE code', example: '2221' })
  @IsOptional()
  scopeCode?: string;

  @ApiPropertyOptional({ description: 'NUTS', example: 'ES61' })
  @Formed(nutsForm)
  @IsOptional()
  region?: string;

  @ApiPropertyOptional({ enum: permitCategories })
  @IsIn(permitCategories)
  @IsOptional()
  permitCategory?: string;

  @CalendarDate({ example: '2027-01-01' })
  startsOn: string;

  @CalendarDate({ example: '2027-12-31' })
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

  @OptionalDate({ description: 'When free seats fall back', example: '2027-06-30' })
  fallsBackOn?: string;

  @Text(500, { description: 'The act that offers the seats' })
  citation: string;
}

export class ChangeQuery {
  @Flag('Change nothing; say what the change would do, and to whom') dryRun = false;
}

/** A national offer with its remaining seats. */
export class QuotaView extends Quota {
  remaining: number;

  /** True if `seats` was lowered below `taken`. No seat is revoked, and none is granted. */
  overSubscribed: boolean;
}

/** An offer as it is now, or as it was at an earlier moment. */
export type KnownQuota = Known<Omit<QuotaView, 'ceiling'>>;

/** Returns an offer as the caller may see it (see `asTold`), with its remaining seats. */
export function viewOf<Known extends Pick<Quota, 'seats' | 'taken'>>(
  offer: Known,
): Known & Pick<QuotaView, 'remaining' | 'overSubscribed'> {
  const quota = asTold(offer);
  const { seats, taken } = quota;
  return { ...quota, remaining: Math.max(0, seats - taken), overSubscribed: taken > seats };
}
