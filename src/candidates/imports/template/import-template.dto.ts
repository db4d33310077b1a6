import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Language, languages } from '../../../platform/language/language.ts';
import { type TemplateFormat, templateFormats } from './import-template.ts';

/** In which language a form to print is. */
export class EnrolmentFormQuery {
  @ApiPropertyOptional({ enum: languages, default: 'en' })
  @IsIn(languages)
  @IsOptional()
  language: Language = 'en';
}

/** In which language a table to fill is, and how it is written. */
export class TemplateQuery extends EnrolmentFormQuery {
  @ApiPropertyOptional({ enum: templateFormats, default: 'xlsx' })
  @IsIn(templateFormats)
  @IsOptional()
  format: TemplateFormat = 'xlsx';
}
