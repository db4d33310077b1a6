import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
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
    IsInt()(target, key);
    Min(least)(target, key);
    Max(most)(target, key);
  };
}

/** What a state asks of people who come, go home and come again, for one category of permits. */
export class CircularStayParameters {
  @IsIn(permitCategories) permitCategory: PermitCategory;

  /** At most so many months, by the calendar, for presence without a gap ... */
  @WholeNumber(1, 60) months: number;

  /** ... or so many days, for presence in several parts, where months cannot be laid end to end ... */
  @WholeNumber(1, 1_830) days: number;

  /** ... in any so many months, wherever these begin. */
  @WholeNumber(1, 60) withinMonths: number;

  /** For how many years one permit allows yearly call-ups; null: each year has its own. */
  @WholeNumber(1, 10) @IsOptional() permitYears: number | null = null;

  /** On record before the ministry confirms. */
  @IsIn(stayConditions, { each: true }) @ArrayMaxSize(10) @IsArray() conditions: StayCondition[] =
    [];
}

/** How long a long-term resident may be away to work in the home country without losing the status. */
export class AbsenceParameters {
  @WholeNumber(1, 120) months: number;
}
