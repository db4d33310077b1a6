import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, IsArray, IsIn, IsOptional, ValidateBy, ValidateIf } from 'class-validator';
import { CalendarDate, Text } from '../platform/http/input/fields.ts';
import { type Form, Formed } from '../platform/http/input/formed.ts';
import { countryForm } from '../reference/code-forms.ts';
import {
  type ConsentPurpose,
  consentPurposes,
  type ConsentSection,
  consentSections,
  sha256Form,
} from './formats/candidate-draft.ts';
import { Texts } from './text-list.ts';
import { Example } from '../platform/http/described/example.ts';

const scanForm: Form = { pattern: sha256Form, wanted: '64 hexadecimal digits in lower case' };

/**
 * Returns whether the consent was given on paper. Either field says so, and then both are required.
 */
function isOnPaper({ scanSha256, witness }: ConsentDto): boolean {
  return (scanSha256 ?? witness ?? null) !== null;
}

@Example({
  purpose: 'matching',
  sections: ['work-experience', 'languages', 'skills'],
  countries: ['ES'],
  givenOn: '2026-10-13',
  evidence: 'Signed at the office in Rabat',
})
export class ConsentDto {
  @ApiProperty({
    enum: consentPurposes,
    description: 'What the data may be used for; only `matching` lets the candidate be matched',
  })
  @IsIn(consentPurposes)
  purpose: ConsentPurpose;

  @ApiProperty({
    enum: consentSections,
    isArray: true,
    description: 'The sections of the data that may be used',
  })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(consentSections, { each: true })
  sections: ConsentSection[];

  @ApiProperty({ example: ['ES'] })
  @ArrayNotEmpty()
  @Texts(countryForm, 'The states in which the data may be used, ISO 3166-1 alpha-2')
  countries: string[];
  @CalendarDate({ description: 'The day of the consent, which is valid for 12 months from then' })
  givenOn: string;
  @Text(500, { description: 'Who took the consent and how, in words' })
  @IsOptional()
  evidence?: string;

  /**
   * The SHA-256 of the scan of a paper consent, in hexadecimal. Required with `witness`, else
   * absent.
   */
  @ApiPropertyOptional({
    description:
      'For a consent on paper: SHA-256 of the scan, 64 hexadecimal digits in lower case; only together with `witness`',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  @ValidateIf(isOnPaper)
  @Formed(scanForm)
  scanSha256?: string;

  /** The person who saw the candidate sign. Required with `scanSha256`, else absent. */
  @Text(200, {
    description:
      'For a consent on paper: who saw the candidate sign; only together with `scanSha256`',
  })
  @ValidateIf(isOnPaper)
  witness?: string;
}

/**
 * Returns the key of a consent. If two consents shared it, the later one would overwrite the
 * earlier.
 */
const keyOf = (consent: unknown): string => {
  const { purpose, givenOn } = (consent ?? {}) as Partial<ConsentDto>;
  return `${purpose ?? ''} ${givenOn ?? ''}`;
};

/** Refuses a list of consents in which two share a purpose and a day. */
export function OneEachDay(): PropertyDecorator {
  return ValidateBy({
    name: 'oneEachDay',
    validator: {
      validate: (list: unknown) =>
        !Array.isArray(list) || new Set(list.map(keyOf)).size === list.length,
      defaultMessage: () => '$property must hold one consent to each purpose on a day',
    },
  });
}
