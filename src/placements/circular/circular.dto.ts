import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';

export class AbsenceQuery {
  @ApiProperty({ format: 'date', example: '2026-01-10' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  leftOn: string;

  @ApiPropertyOptional({ description: 'Where the status was granted', example: 'ES' })
  @Matches(/^[A-Z]{2}$/)
  @IsOptional()
  state?: string;
}
