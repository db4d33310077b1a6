import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  NotEquals,
} from 'class-validator';
import { PressedSectorDto } from '../../partnerships/partnerships.dto.ts';
import { ListOf, OptionalDate } from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import type { ToldFailure } from '../../platform/language/failure.ts';
import { nutsForm } from '../../reference/code-forms.ts';
import { ruleCodeForm } from '../law/parameters/law-parameters.ts';
import { type LawKind, lawKindNames } from '../law/law-rule.ts';
import type { Simulation } from './simulation.entity.ts';

export class RuleDraftDto {
  @ApiProperty({ example: 'labour-market-test.ie' })
  @Formed(ruleCodeForm)
  @MaxLength(100)
  code: string;

  @ApiPropertyOptional({ enum: lawKindNames, description: 'Of a rule that does not exist yet' })
  @IsIn(lawKindNames)
  @IsOptional()
  kind?: LawKind;

  @ApiPropertyOptional({ description: 'NUTS code, of a new rule of a part of the state' })
  @Formed(nutsForm)
  @IsOptional()
  region?: string;

  @ApiProperty({ description: 'Those that change; the others stay', example: { days: 14 } })
  @IsObject()
  parameters: object;
}

export class SeatsDraftDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() quotaId: string;

  @ApiProperty({ description: 'Added to the seats; negative for fewer', example: 500 })
  @IsInt()
  @NotEquals(0)
  @Min(-10_000_000)
  @Max(10_000_000)
  more: number;
}

export class LiftDraftDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() pressedSectorId: string;
}

export class SimulationDto {
  @OptionalDate({ description: 'The day of all decisions; without it: today' })
  on?: string;

  @ListOf(RuleDraftDto, 50) rules: RuleDraftDto[] = [];
  @ListOf(SeatsDraftDto, 200) seats: SeatsDraftDto[] = [];
  @ListOf(PressedSectorDto, 50) named: PressedSectorDto[] = [];
  @ListOf(LiftDraftDto, 50) lifted: LiftDraftDto[] = [];
}

/** A simulation with its progress, and its report once it is finished. */
export interface SimulationView extends Simulation {
  /** 0 to 100. */
  percent: number;
  /** Why it failed; null if it did not. */
  failure: ToldFailure | null;
}
