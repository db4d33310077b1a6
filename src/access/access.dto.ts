import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type OrganisationRole, organisationRoles } from '../platform/database/tenant.ts';
import { Text } from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { countryForm } from '../reference/code-forms.ts';

export class CreateOrganisationDto {
  @Text(200, { description: 'The name of the organisation', example: 'ANAPEC' }) name: string;

  @ApiProperty({
    enum: organisationRoles,
    description: 'The role of the organisation, which decides what its keys may do',
  })
  @IsIn(organisationRoles)
  role: OrganisationRole;

  @ApiPropertyOptional({
    description:
      'The country of the organisation, ISO 3166-1 alpha-2; required for agencies, ministries and partner authorities',
    example: 'MA',
  })
  @Formed(countryForm)
  @IsOptional()
  country?: string;
}

export class CreateApiKeyDto {
  @Text(100, {
    description: 'A name that distinguishes the key from your other keys',
    example: 'nightly upload',
  })
  label: string;
}

/** A key without its secret. */
export interface ApiKeyDto {
  id: string;
  label: string;
  createdAt: Date;
  revokedAt: Date | null;
}

/** A new key. Its secret is shown only here. */
export interface NewApiKeyDto extends ApiKeyDto {
  /** The key with its secret, `psl_...`. Keep it safe. */
  key: string;
}
