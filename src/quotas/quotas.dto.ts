import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Known } from '../platform/versions/recorded-version.ts';
import {
  CalendarDate,
  NotBefore,
  OptionalDate,
  Text,
  Whole,
} from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { countryForm, nutsForm } from '../reference/code-forms.ts';
import { discloseSeats } from './disclosed-seats.ts';
import { Quota, type QuotaScope, quotaScopes } from './quota.entity.ts';
import { Example } from '../platform/http/described/example.ts';

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

@Example({
  partnerCountry: 'MA',
  scopeScheme: 'isco',
  scopeCode: '2221',
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  seats: 100,
  citation: 'Order 12/2026',
})
export class QuotaDto {
  @ApiProperty({
    description: 'The country whose nationals may take the seats, ISO 3166-1 alpha-2',
    example: 'MA',
  })
  @Formed(countryForm)
  partnerCountry: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The partnership in force to which the offer belongs; if omitted, none',
  })
  @IsUUID()
  @IsOptional()
  partnershipId?: string;

  @ApiProperty({
    enum: quotaScopes,
    description: 'The classification of `scopeCode`; `any` for any work',
  })
  @IsIn(quotaScopes)
  scopeScheme: QuotaScope;

  @Text(20, {
    description:
      'The work that the offer covers: ISCO group or NACE code; omit it if `scopeScheme` is `any`',
    example: '2221',
  })
  @IsOptional()
  scopeCode?: string;

  @ApiPropertyOptional({
    description: 'NUTS code of the region of work; if omitted, the whole state',
    example: 'ES61',
  })
  @Formed(nutsForm)
  @IsOptional()
  region?: string;

  @ApiPropertyOptional({
    enum: permitCategories,
    description: 'The permit category that the offer covers; if omitted, all',
  })
  @IsIn(permitCategories)
  @IsOptional()
  permitCategory?: string;

  @CalendarDate({ description: 'The first day of the offer', example: '2027-01-01' })
  startsOn: string;

  @NotBefore('startsOn')
  @CalendarDate({ description: 'The last day of the offer', example: '2027-12-31' })
  endsOn: string;

  @ApiProperty({ description: 'The number of seats', example: 100 })
  @Whole(0, 10_000_000)
  seats: number;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'The national offer that receives the seats still free on `fallsBackOn`; if omitted, they stay here',
  })
  @IsUUID()
  @IsOptional()
  fallsBackTo?: string;

  @OptionalDate({
    description: 'The day on which free seats move to `fallsBackTo`; only together with it',
    example: '2027-06-30',
  })
  fallsBackOn?: string;

  @Text(500, { description: 'The act that offers the seats, as cited' })
  citation: string;
}

/** A national offer with its remaining seats. */
export class QuotaView extends Quota {
  remaining: number;

  /** True if `seats` was lowered below `taken`. No seat is revoked, and none is granted. */
  overSubscribed: boolean;
}

/** An offer as it is now, or as it was at an earlier moment. */
export type KnownQuota = Known<Omit<QuotaView, 'ceiling'>>;

/** Returns an offer as the caller may see it (see `discloseSeats`), with its remaining seats. */
export function viewOf<Known extends Pick<Quota, 'seats' | 'taken'>>(
  offer: Known,
): Known & Pick<QuotaView, 'remaining' | 'overSubscribed'> {
  const quota = discloseSeats(offer);
  const { seats, taken } = quota;
  return { ...quota, remaining: Math.max(0, seats - taken), overSubscribed: taken > seats };
}
