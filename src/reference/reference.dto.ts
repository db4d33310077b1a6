import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { Text } from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';

export class IscoQuery {
  @ApiPropertyOptional({
    description: 'An ISCO-08 group of 1 to 3 digits; if omitted, the major groups are returned',
  })
  @Formed({ pattern: /^\d{1,3}$/, wanted: 'a group of ISCO-08 of 1 to 3 digits' })
  @IsOptional()
  parent?: string;
}

class WordsQuery {
  @ApiPropertyOptional({
    description: 'The language of the words, ISO 639-1; if omitted, any language',
  })
  @Length(2, 20)
  @IsOptional()
  language?: string;
}

export class TitleQuery extends WordsQuery {
  @Text(500, { description: 'A job title, such as `Soudeur TIG`' })
  title: string;
}

export class SkillsQuery extends WordsQuery {
  @Text(10_000, { description: 'Words or sentences in which to find skills' })
  text: string;
}
