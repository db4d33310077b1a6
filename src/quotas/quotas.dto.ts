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
import { Quota, type QuotaScope, quotaScopes } from './quota.entity.ts';

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

  @ApiProperty({ description: 'The act that offers the seats' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  citation: string;
}

export class QuotaEntryDto {
  @ApiProperty({ enum: ['take', 'release'] })
  @IsIn(['take', 'release'])
  act: 'take' | 'release';

  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  seats: number;

  @ApiProperty({ example: 'Authorised on paper' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

/** A national offer as it stands. */
export class QuotaView extends Quota {
  @ApiProperty() remaining: number;

  /** Lowered below what is taken: nothing is revoked, nothing more granted. */
  @ApiProperty() overSubscribed: boolean;
}

export function viewOf(quota: Quota): QuotaView {
  const { seats, taken } = quota;
  return { ...quota, remaining: Math.max(0, seats - taken), overSubscribed: taken > seats };
}
