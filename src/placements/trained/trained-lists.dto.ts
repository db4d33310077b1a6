import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsInt,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { CalendarDate, Text } from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import { countryForm, iscoForm } from '../../reference/code-forms.ts';

export class TrainedListDto {
  @Text(300, { example: 'Strawberry picking, Benslimane 2026' })
  name: string;

  @ApiProperty({ description: 'For work in which state', example: 'IT' })
  @Formed(countryForm)
  state: string;

  @ApiProperty({ description: 'ISCO-08 group', example: '9211' })
  @Formed(iscoForm)
  isco: string;

  @ApiProperty() @IsInt() @Min(1) @Max(5_000) hours: number;
  @CalendarDate({ example: '2026-10-31' }) trainedOn: string;
  @CalendarDate({ example: '2026-10-31' }) validUntilOn: string;

  @ApiProperty({ description: 'Of the agency’s own people' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(5_000)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  candidateIds: string[];
}
