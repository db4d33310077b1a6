import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  type TemplateFormat,
  templateFormats,
  type TemplateLanguage,
  templateLanguages,
} from './import-template.ts';

function asFlag(value: unknown): unknown {
  if (value === '' || value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : value;
}

/** `?flag`, `?flag=true` or `?flag=1` */
function Flag(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: Boolean, default: false, description })(target, key);
    Transform(({ value }: { value: unknown }) => asFlag(value))(target, key);
    IsBoolean()(target, key);
    IsOptional()(target, key);
  };
}

export class UploadQuery {
  @Flag('Try it without writing anything; commit it afterwards') dryRun = false;
  @Flag('One rejected row keeps everybody out') allOrNothing = false;
}

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

export class TemplateQuery {
  @ApiPropertyOptional({ enum: templateLanguages, default: 'en' })
  @IsIn(templateLanguages)
  @IsOptional()
  language: TemplateLanguage = 'en';

  @ApiPropertyOptional({ enum: templateFormats, default: 'xlsx' })
  @IsIn(templateFormats)
  @IsOptional()
  format: TemplateFormat = 'xlsx';
}
