import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Text } from '../../platform/http/input/fields.ts';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import { type Ground, grounds } from './wish.ts';
import { Example } from '../../platform/http/described/example.ts';

@Example({
  state: 'ES',
  phrase: 'solo mujeres',
  ground: 'sex',
  reason: 'Care in a shelter for women (Directive 2006/54/EC Art. 14(2))',
})
export class WordingAppealDto {
  @ApiProperty({
    description: 'The state of the vacancy, whose ministry decides, ISO 3166-1 alpha-2',
    example: 'ES',
  })
  @IsIn(tierZeroCountries)
  state: string;

  @Text(300, { description: 'The phrase, as the refusal quotes it' })
  phrase: string;

  @ApiProperty({
    enum: grounds,
    description: 'The ground of the refusal: what the phrase is taken to select by',
  })
  @IsIn(grounds)
  ground: Ground;

  @Text(2000, { description: 'Why the phrase is lawful in this case' })
  reason: string;
}

@Example({ status: 'accepted', decision: 'A genuine occupational requirement' })
export class AppealDecisionDto {
  @ApiProperty({ enum: ['accepted', 'dismissed'], description: 'The decision on the appeal' })
  @IsIn(['accepted', 'dismissed'])
  status: 'accepted' | 'dismissed';

  @Text(2000, { description: 'The reasons for the decision' })
  decision: string;
}
