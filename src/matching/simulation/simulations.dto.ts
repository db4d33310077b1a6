import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsUUID, MaxLength, NotEquals } from 'class-validator';
import { PressedSectorDto } from '../../partnerships/partnerships.dto.ts';
import { ListOf, OptionalDate, Whole } from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import type { ToldFailure } from '../../platform/language/failure.ts';
import { nutsForm } from '../../reference/code-forms.ts';
import { ruleCodeForm } from '../law/parameters/law-parameters.ts';
import { type LawKind, lawKindNames } from '../law/law-rule.ts';
import type { Simulation } from './simulation.entity.ts';
import { Example, EXAMPLE_ID } from '../../platform/http/described/example.ts';

export class RuleDraftDto {
  @ApiProperty({
    description: 'The rule to change, or the name of a new one',
    example: 'labour-market-test.ie',
  })
  @Formed(ruleCodeForm)
  @MaxLength(100)
  code: string;

  @ApiPropertyOptional({
    enum: lawKindNames,
    description: 'The kind of a new rule; required for one',
  })
  @IsIn(lawKindNames)
  @IsOptional()
  kind?: LawKind;

  @ApiPropertyOptional({
    description:
      'For a new rule: NUTS code of the part of the state to which it applies; if omitted, the whole state',
  })
  @Formed(nutsForm)
  @IsOptional()
  region?: string;

  @ApiProperty({
    description: 'The parameters to change; those omitted stay as they are',
    example: { days: 14 },
  })
  @IsObject()
  parameters: object;
}

export class SeatsDraftDto {
  @ApiProperty({ format: 'uuid', description: 'The national offer to change' })
  @IsUUID()
  quotaId: string;

  @ApiProperty({
    description: 'The number of seats to add; negative to remove seats',
    example: 500,
  })
  @NotEquals(0)
  @Whole(-10_000_000, 10_000_000)
  more: number;
}

export class LiftDraftDto {
  @ApiProperty({ format: 'uuid', description: 'The pressed sector to lift' })
  @IsUUID()
  pressedSectorId: string;
}

@Example({ seats: [{ quotaId: EXAMPLE_ID, more: 500 }] })
export class SimulationDto {
  @OptionalDate({ description: 'The day on which all decisions are made; if omitted, today' })
  on?: string;

  @ListOf(RuleDraftDto, 50, 'Rules to change or add; for ministries and the monitor')
  rules: RuleDraftDto[] = [];
  @ListOf(SeatsDraftDto, 200, 'National offers whose seats to change; for ministries')
  seats: SeatsDraftDto[] = [];
  @ListOf(PressedSectorDto, 50, 'Sectors to name as pressed; for partner authorities')
  named: PressedSectorDto[] = [];
  @ListOf(LiftDraftDto, 50, 'Pressed sectors to lift; for partner authorities')
  lifted: LiftDraftDto[] = [];
}

/** A simulation with its progress, and its report once it is finished. */
export interface SimulationView extends Simulation {
  /** 0 to 100. */
  percent: number;
  /** Why it failed; null if it did not. */
  failure: ToldFailure | null;
}
