import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';

function ListOf(shape: new () => object): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [shape] })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(500)(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => shape)(target, key);
    IsOptional()(target, key);
  };
}

class AcceptanceDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() placementId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who fills a post of a generic offer' })
  @IsUUID()
  @IsOptional()
  matchId?: string;
}

class RefusalDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() placementId: string;
  @ApiProperty({ maxLength: 1000 }) @IsString() @IsNotEmpty() @MaxLength(1000) reason: string;
}

export class AnswersDto {
  @ListOf(AcceptanceDto) accepted?: AcceptanceDto[];
  @ListOf(RefusalDto) refused?: RefusalDto[];
}
