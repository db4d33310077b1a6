import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsPositive,
  Max,
  Min,
} from 'class-validator';
import { type Form, Formed } from '../../../platform/http/input/formed.ts';
import { countryForm, currencyForm, iscoForm, nutsForm } from '../../../reference/code-forms.ts';
import { adElements, advertisingChannels } from '../../../vacancies/formats/vacancy-draft.ts';
import type { AdElement, Advertisement } from '../../../vacancies/formats/vacancy-draft.ts';

export const testDurations = [
  /** So many days have gone by since it was first advertised. */
  'days-elapsed',
  /** So many days without a gap; a gap starts the count again. */
  'consecutive-days',
  /** So many days in total, with or without gaps. */
  'total-days',
  /** So many days of silence after the job centre was asked, unless it answers before. */
  'job-centre-silence',
] as const;

/** How a rule is called, such as `labour-market-test.fi`. */
export const ruleCodeForm: Form = {
  pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  wanted: 'the code of a rule, such as labour-market-test.fi',
};

function Codes(form: Form): PropertyDecorator {
  return (target, key) => {
    IsArray()(target, key);
    ArrayMaxSize(500)(target, key);
    Formed(form, { each: true })(target, key);
  };
}

function Days(most = 3_660): PropertyDecorator {
  return (target, key) => {
    IsInt()(target, key);
    Min(0)(target, key);
    Max(most)(target, key);
  };
}

/** What a state's labour-market test asks of the advertising. */
export class TestParameters {
  @IsIn(testDurations) duration: (typeof testDurations)[number];

  @Days() days: number;

  /** Counted are days on which it was shown in each of these; without any: wherever it was shown. */
  @IsIn(advertisingChannels, { each: true }) @IsArray() channels: Advertisement['channel'][] = [];

  /** Counted are days within so many calendar months right before filing; null: all. */
  @Days(60) @IsOptional() withinMonths: number | null = null;

  /** Filed at the latest so many days after the first publication relied on; null: at any time. */
  @Days() @IsOptional() applyWithinDays: number | null = null;

  /** An advertisement without these does not count. */
  @IsIn(adElements, { each: true }) @IsArray() adContent: AdElement[] = [];
}

/** Which vacancies need no test: those that fulfil everything stated here. */
export class ExemptionParameters {
  /** Occupations of a shortage list, ISCO-08 of 1 to 4 digits; empty: any. */
  @Codes(iscoForm) isco: string[] = [];

  /** NUTS codes of a regional list; empty: the whole state. */
  @Codes(nutsForm) regions: string[] = [];

  /** Pay of a year, from which on; null: any. */
  @IsPositive() @IsOptional() minimumAnnualPay: number | null = null;

  /** ISO 4217, of the pay. */
  @Formed(currencyForm) currency = 'EUR';

  @Codes({ pattern: /^[a-z-]+$/, wanted: 'a category of permit, such as seasonal' })
  permitCategories: string[] = [];

  /** Codes of rules of the kind `shortage-list`, one of which has to name the occupation; none: any. */
  @Codes(ruleCodeForm) shortageLists?: string[] = [];
}

/** Occupations of which there are too few people; by itself a list exempts nobody. */
export class ShortageParameters {
  @ArrayNotEmpty() @Codes(iscoForm) isco: string[];
}

/** Citizens of the Union whose access to this labour market a transitional rule still limits. */
export class CountriesParameters {
  @ArrayNotEmpty() @Codes(countryForm) countries: string[];
}

/** Occupations for which people of these countries are not to be recruited actively. */
export class SafeguardParameters extends CountriesParameters {
  @ArrayNotEmpty() @Codes(iscoForm) isco: string[];
}

/** For how long after its first publication only people with preference are shown. */
export class WindowParameters {
  @Days() days: number;
}

/** From which score on a person with preference has to be invited. */
export class DutyParameters {
  /** Thousandths. */
  @IsInt() @Min(0) @Max(1000) score: number;
}
