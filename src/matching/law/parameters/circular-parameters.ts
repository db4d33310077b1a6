import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { Whole } from '../../../platform/http/input/fields.ts';
import { type PermitCategory, permitCategories } from '../../../vacancies/formats/vacancy-draft.ts';

/** What may have to be on record before a ministry confirms a contract. */
export const stayConditions = [
  'accommodation',
  'travel',
  'insurance',
  'return-undertaking',
  'language-training',
  'vocational-training',
  'recognition',
] as const;
export type StayCondition = (typeof stayConditions)[number];

function WholeNumber(least: number, most: number): PropertyDecorator {
  return (target, key) => {
    Whole(least, most)(target, key);
  };
}

/** What a state requires of people who come, go home and come again, for a category of permits. */
export class CircularStayParameters {
  @IsIn(permitCategories) permitCategory: PermitCategory;

  /** The maximum for presence without a gap, in calendar months. */
  @WholeNumber(1, 60) months: number;

  /** The maximum for presence in several parts, in days: months in parts cannot be added up. */
  @WholeNumber(1, 1_830) days: number;

  /** The length of the window to which both limits apply, in months, wherever it begins. */
  @WholeNumber(1, 60) withinMonths: number;

  /** How many years of yearly call-ups one permit allows; null if each year needs its own. */
  @WholeNumber(1, 10) @IsOptional() permitYears: number | null = null;

  /** What must be on record before the ministry confirms. */
  @IsIn(stayConditions, { each: true }) @ArrayMaxSize(10) @IsArray() conditions: StayCondition[] =
    [];
}

/** How long a long-term resident may work in the home country without losing the status. */
export class AbsenceParameters {
  @WholeNumber(1, 120) months: number;
}
