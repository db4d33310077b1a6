import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** Which word of the agency: its header, or a value under one column. */
export class WordKey {
  @ApiProperty({ description: '`header`, or a column of the template', example: 'occupation' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  of: string;

  @ApiProperty({ example: 'soudeur TIG' }) @IsString() @IsNotEmpty() @MaxLength(200) word: string;
}

/** A word with what it means. */
export class WordDto extends WordKey {
  @ApiPropertyOptional({ example: '7212', description: 'Absent: the word is left out' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsOptional()
  means?: string;
}
