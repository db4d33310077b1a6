import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type OrganisationRole, organisationRoles } from '../platform/database/tenant.ts';

export class CreateOrganisationDto {
  @ApiProperty({ example: 'ANAPEC' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ enum: organisationRoles })
  @IsIn(organisationRoles)
  role: OrganisationRole;

  @ApiPropertyOptional({ description: 'ISO 3166-1 alpha-2', example: 'MA' })
  @Matches(/^[A-Z]{2}$/, { message: 'country must be an ISO 3166-1 alpha-2 code' })
  @IsOptional()
  country?: string;
}

export class CreateApiKeyDto {
  @ApiProperty({ description: 'To tell it from your other keys', example: 'nightly upload' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  label: string;
}

/** A key without its secret. */
export class ApiKeyDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() label: string;
  @ApiProperty() createdAt: Date;
  @ApiProperty({ nullable: true, type: Date }) revokedAt: Date | null;
}

/** The only time that the secret is shown. */
export class NewApiKeyDto extends ApiKeyDto {
  @ApiProperty({ description: 'Shown once; keep it safe', example: 'psl_...' }) key: string;
}
