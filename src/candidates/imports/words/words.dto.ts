import { IsOptional } from 'class-validator';
import { Text } from '../../../platform/http/input/fields.ts';

/** Which word of the agency: its header, or a value under one column. */
export class WordKey {
  @Text(40, { description: '`header`, or a column of the template', example: 'occupation' })
  of: string;

  @Text(200, { example: 'soudeur TIG' }) word: string;
}

/** A word with what it means. */
export class WordDto extends WordKey {
  @Text(200, { example: '7212', description: 'Absent: the word is left out' })
  @IsOptional()
  means?: string;
}
