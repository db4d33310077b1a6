import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Text } from '../../platform/http/input/fields.ts';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import { type Ground, grounds } from './wish.ts';

export class WordingAppealDto {
  @ApiProperty({ description: 'The state of the vacancy', example: 'ES' })
  @IsIn(tierZeroCountries)
  state: string;

  @Text(300, { description: 'As it was shown in the refusal' })
  phrase: string;

  @ApiProperty({ enum: grounds }) @IsIn(grounds) ground: Ground;

  @Text(2000, { description: 'Why it is lawful here' })
  reason: string;
}

export class AppealDecisionDto {
  @ApiProperty({ enum: ['accepted', 'dismissed'] })
  @IsIn(['accepted', 'dismissed'])
  status: 'accepted' | 'dismissed';

  @Text(2000, { description: 'Why' })
  decision: string;
}
