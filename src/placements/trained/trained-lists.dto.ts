import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { CalendarDate, Text, Whole } from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import { countryForm, iscoForm } from '../../reference/code-forms.ts';
import { Example, EXAMPLE_ID } from '../../platform/http/described/example.ts';

@Example({
  name: 'Strawberry picking, Benslimane 2026',
  state: 'ES',
  isco: '9211',
  hours: 60,
  trainedOn: '2026-10-31',
  validUntilOn: '2027-10-31',
  candidateIds: [EXAMPLE_ID],
})
export class TrainedListDto {
  @Text(300, {
    description: 'The name of the course',
    example: 'Strawberry picking, Benslimane 2026',
  })
  name: string;

  @ApiProperty({
    description: 'The state of the work that the course trains for, ISO 3166-1 alpha-2',
    example: 'IT',
  })
  @Formed(countryForm)
  state: string;

  @ApiProperty({
    description: 'The occupation that the course trains for, ISCO-08 group of 1 to 4 digits',
    example: '9211',
  })
  @Formed(iscoForm)
  isco: string;

  @ApiProperty({ description: 'The length of the course in hours' })
  @Whole(1, 5_000)
  hours: number;
  @CalendarDate({ description: 'The day on which the course ended', example: '2026-10-31' })
  trainedOn: string;
  @CalendarDate({
    description: 'The last day on which the list gives precedence',
    example: '2027-10-31',
  })
  validUntilOn: string;

  @ApiProperty({ description: 'The candidates of your agency who finished the course' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(5_000)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  candidateIds: string[];
}
