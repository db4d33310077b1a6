import { IsOptional } from 'class-validator';
import { Text } from '../../../platform/http/input/fields.ts';

/** A word of the agency: a header, or a value in one column. */
export class WordKey {
  @Text(40, { description: '`header`, or a column of the template', example: 'occupation' })
  of: string;

  @Text(200, { example: 'soudeur TIG' }) word: string;
}

/** A word with its meaning. */
export class WordDto extends WordKey {
  @Text(200, { example: '7212', description: 'Absent: the word is left out' })
  @IsOptional()
  means?: string;
}
