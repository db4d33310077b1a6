import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Language, languages } from '../../platform/language/language.ts';
import { type TemplateFormat, templateFormats } from './import-template.ts';

export class WordKey {
  @ApiProperty({ description: '`header`, or a column of the template', example: 'occupation' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  of: string;

  @ApiProperty({ example: 'soudeur TIG' }) @IsString() @IsNotEmpty() @MaxLength(200) word: string;
}

export class WordDto extends WordKey {
  @ApiPropertyOptional({ example: '7212', description: 'Absent: the word is left out' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsOptional()
  means?: string;
}

export class EnrolmentFormQuery {
  @ApiPropertyOptional({ enum: languages, default: 'en' })
  @IsIn(languages)
  @IsOptional()
  language: Language = 'en';
}

export class TemplateQuery extends EnrolmentFormQuery {
  @ApiPropertyOptional({ enum: templateFormats, default: 'xlsx' })
  @IsIn(templateFormats)
  @IsOptional()
  format: TemplateFormat = 'xlsx';
}
