import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { ListOf, Text } from '../../platform/http/input/fields.ts';

class AcceptanceDto {
  @ApiProperty({ format: 'uuid', description: 'The placement to accept' })
  @IsUUID()
  placementId: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'For a generic offer, which names no candidate: the match of the candidate who fills the post; ignored for an offer by name',
  })
  @IsUUID()
  @IsOptional()
  matchId?: string;
}

class RefusalDto {
  @ApiProperty({ format: 'uuid', description: 'The placement to refuse' })
  @IsUUID()
  placementId: string;
  @Text(1000, { description: 'Why the post is refused' }) reason: string;
}

export class AnswersDto {
  @ListOf(AcceptanceDto, 500, 'The posts to accept; if omitted, none')
  @IsOptional()
  accepted?: AcceptanceDto[];
  @ListOf(RefusalDto, 500, 'The posts to refuse; if omitted, none')
  @IsOptional()
  refused?: RefusalDto[];
}
