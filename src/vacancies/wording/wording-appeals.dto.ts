import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import { type Ground, grounds } from './wish.ts';

export class WordingAppealDto {
  @ApiProperty({ description: 'The state of the vacancy', example: 'ES' })
  @IsIn(tierZeroCountries)
  state: string;

  @ApiProperty({ description: 'As it was shown in the refusal' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  phrase: string;

  @ApiProperty({ enum: grounds }) @IsIn(grounds) ground: Ground;

  @ApiProperty({ description: 'Why it is lawful here' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class AppealDecisionDto {
  @ApiProperty({ enum: ['accepted', 'dismissed'] })
  @IsIn(['accepted', 'dismissed'])
  status: 'accepted' | 'dismissed';

  @ApiProperty({ description: 'Why' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  decision: string;
}
