import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Language, languages } from '../../../platform/language/language.ts';
import { type TemplateFormat, templateFormats } from './import-template.ts';

/** The language of a form to print. */
export class EnrolmentFormQuery {
  @ApiPropertyOptional({ enum: languages, default: 'en' })
  @IsIn(languages)
  @IsOptional()
  language: Language = 'en';
}

/** The language and file format of a table to fill in. */
export class TemplateQuery extends EnrolmentFormQuery {
  @ApiPropertyOptional({ enum: templateFormats, default: 'xlsx' })
  @IsIn(templateFormats)
  @IsOptional()
  format: TemplateFormat = 'xlsx';
}
