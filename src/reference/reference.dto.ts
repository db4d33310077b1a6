import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { Text } from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';

export class IscoQuery {
  @ApiPropertyOptional({ description: 'A group of 1 to 3 digits; without it the major groups' })
  @Formed({ pattern: /^\d{1,3}$/, wanted: 'a group of ISCO-08 of 1 to 3 digits' })
  @IsOptional()
  parent?: string;
}

class WordsQuery {
  @ApiPropertyOptional({ description: 'ISO 639-1, where it is known' })
  @Length(2, 20)
  @IsOptional()
  language?: string;
}

export class TitleQuery extends WordsQuery {
  @Text(500, { description: 'A job title in words' })
  title: string;
}

export class SkillsQuery extends WordsQuery {
  @Text(10_000, { description: 'Words, or a text of some sentences' })
  text: string;
}
