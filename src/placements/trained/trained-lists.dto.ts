import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

function CalendarDate(): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ format: 'date', example: '2026-10-31' })(target, key);
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be yyyy-mm-dd' })(target, key);
    IsISO8601({ strict: true })(target, key);
  };
}

export class TrainedListDto {
  @ApiProperty({ example: 'Strawberry picking, Benslimane 2026' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  name: string;

  @ApiProperty({ description: 'For work in which state', example: 'IT' })
  @Matches(/^[A-Z]{2}$/)
  state: string;

  @ApiProperty({ description: 'ISCO-08 group', example: '9211' })
  @Matches(/^\d{1,4}$/)
  isco: string;

  @ApiProperty() @IsInt() @Min(1) @Max(5_000) hours: number;
  @CalendarDate() trainedOn: string;
  @CalendarDate() validUntilOn: string;

  @ApiProperty({ description: 'Of the agency’s own people' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(5_000)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  candidateIds: string[];
}
