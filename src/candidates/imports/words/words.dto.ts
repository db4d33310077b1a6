import { IsOptional } from 'class-validator';
import { Text } from '../../../platform/http/input/fields.ts';

/** A word of the agency: a header, or a value in one column. */
export class WordKey {
  @Text(40, {
    description:
      '`header` to define a column header; otherwise the column of the template in whose cells the word stands',
    example: 'occupation',
  })
  of: string;

  @Text(200, {
    description: 'The header or the value, as your files write it',
    example: 'soudeur TIG',
  })
  word: string;
}

/** A word with its meaning. */
export class WordDto extends WordKey {
  @Text(200, {
    example: '7212',
    description:
      'The column of the template that a header stands for, or the value that replaces the word; if omitted, the word is ignored',
  })
  @IsOptional()
  means?: string;
}
