import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Language, languages } from '../../../platform/language/language.ts';
import { type TemplateFormat, templateFormats } from './import-template.ts';

/** The language of a form to print. */
export class EnrolmentFormQuery {
  @ApiPropertyOptional({
    enum: languages,
    default: 'en',
    description: 'The language of the document',
  })
  @IsIn(languages)
  @IsOptional()
  language: Language = 'en';
}

/** The language and file format of a table to fill in. */
export class TemplateQuery extends EnrolmentFormQuery {
  @ApiPropertyOptional({
    enum: templateFormats,
    default: 'xlsx',
    description: 'The format of the file',
  })
  @IsIn(templateFormats)
  @IsOptional()
  format: TemplateFormat = 'xlsx';
}
