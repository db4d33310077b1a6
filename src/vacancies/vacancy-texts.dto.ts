import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { Text } from '../platform/http/input/fields.ts';
import { languageForm } from '../reference/code-forms.ts';
import { plainText } from './formats/values/sanitise-html.ts';

const LONGEST_TITLE = 500;
export const LONGEST_DESCRIPTION = 100_000;

/** Text of a bounded length that may be left out. */
export function OptionalText(length: number, description: string): PropertyDecorator {
  return (target, key) => {
    Text(length, { required: false, description })(target, key);
    IsOptional()(target, key);
  };
}

/** A list of short texts that may be left out. */
export function TextList(options: {
  in?: readonly string[];
  description: string;
}): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [String], description: options.description })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(100)(target, key);
    if (options.in) IsIn(options.in, { each: true })(target, key);
    IsString({ each: true })(target, key);
    MaxLength(300, { each: true })(target, key);
    IsOptional()(target, key);
  };
}

/** One text of `translations`. */
export interface TranslationDto {
  title: string;
  description?: string;
}

/** Returns whether a title has text besides its markup, because titles are shown without markup. */
const isTitle = (title: unknown): title is string =>
  typeof title === 'string' && plainText(title) !== '';

/** The title of a vacancy. */
export function Title(): PropertyDecorator {
  const validate = (title: unknown): boolean => typeof title !== 'string' || isTitle(title);
  const defaultMessage = (): string => '$property should not be empty';
  return (target, key) => {
    Text(LONGEST_TITLE, { description: 'The job title', example: 'Enfermera de urgencias' })(
      target,
      key,
    );
    ValidateBy({ name: 'isNotEmpty', validator: { validate, defaultMessage } })(target, key);
  };
}

function isTranslation([language, text]: [string, unknown]): boolean {
  if (!languageForm.pattern.test(language) || typeof text !== 'object' || text === null)
    return false;
  const { title, description = '', ...others } = text as Record<string, unknown>;
  const isTitled = isTitle(title) && title.length <= LONGEST_TITLE;
  const isDescribed = typeof description === 'string' && description.length <= LONGEST_DESCRIPTION;
  return isTitled && isDescribed && Object.keys(others).length === 0;
}

/** Titles and descriptions by ISO 639-1 language; may be left out. */
export function Translations(): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({
      type: 'object',
      description:
        'Title and description in other languages, by ISO 639-1 code; if omitted in a change, the stored ones are kept',
      example: { fr: { title: 'Infirmière aux urgences' } },
      additionalProperties: {
        type: 'object',
        required: ['title'],
        properties: {
          title: { type: 'string', maxLength: LONGEST_TITLE },
          description: { type: 'string', maxLength: LONGEST_DESCRIPTION },
        },
      },
    })(target, key);
    IsObject()(target, key);
    ValidateBy({
      name: 'areTranslations',
      validator: {
        validate: (texts: unknown) => Object.entries(texts ?? {}).every(isTranslation),
        defaultMessage: () => '$property must be titles and descriptions by ISO 639-1 code',
      },
    })(target, key);
    IsOptional()(target, key);
  };
}
