import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsOptional,
  IsPositive,
} from 'class-validator';
import { Whole } from '../../../platform/http/input/fields.ts';
import { type Form, Formed } from '../../../platform/http/input/formed.ts';
import { countryForm, currencyForm, iscoForm, nutsForm } from '../../../reference/code-forms.ts';
import { adElements, advertisingChannels } from '../../../vacancies/formats/vacancy-draft.ts';
import type { AdElement, Advertisement } from '../../../vacancies/formats/vacancy-draft.ts';

export const testDurations = [
  /** `days` have passed since it was first advertised. */
  'days-elapsed',
  /** It was advertised for `days` without a gap; a gap restarts the count. */
  'consecutive-days',
  /** It was advertised for `days` in total, with or without gaps. */
  'total-days',
  /** The job centre was asked and stayed silent for `days`, or found nobody. */
  'job-centre-silence',
] as const;

/** The form of the code of a rule, such as `labour-market-test.fi`. */
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
    Whole(0, most)(target, key);
  };
}

/** What a state's labour-market test requires of the advertising. */
export class TestParameters {
  @IsIn(testDurations) duration: (typeof testDurations)[number];

  @Days() days: number;

  /** Only days on which it was shown in all these channels count. If empty, any channel will do. */
  @IsIn(advertisingChannels, { each: true }) @IsArray() channels: Advertisement['channel'][] = [];

  /** Only days within this many calendar months before filing count; null for all days. */
  @Days(60) @IsOptional() withinMonths: number | null = null;

  /**
   * Filing is allowed up to this many days after the first publication relied on; null for any
   * time.
   */
  @Days() @IsOptional() applyWithinDays: number | null = null;

  /** Advertisements without all of these do not count. */
  @IsIn(adElements, { each: true }) @IsArray() adContent: AdElement[] = [];
}

/** The vacancies that need no test: those that meet every condition stated here. */
export class ExemptionParameters {
  /** Occupations of a shortage list, ISCO-08 of 1 to 4 digits; empty for any. */
  @Codes(iscoForm) isco: string[] = [];

  /** NUTS codes of a regional list; empty for the whole state. */
  @Codes(nutsForm) regions: string[] = [];

  /** The minimum annual pay; null for any. */
  @IsPositive() @IsOptional() minimumAnnualPay: number | null = null;

  /** The currency of the pay, ISO 4217. */
  @Formed(currencyForm) currency = 'EUR';

  @Codes({ pattern: /^[a-z-]+$/, wanted: 'a category of permit, such as seasonal' })
  permitCategories: string[] = [];

  /** Codes of `shortage-list` rules, one of which must name the occupation; empty for any. */
  @Codes(ruleCodeForm) shortageLists?: string[] = [];
}

/** Occupations with too few workers. A list by itself exempts nobody. */
export class ShortageParameters {
  @ArrayNotEmpty() @Codes(iscoForm) isco: string[];
}

/**
 * The countries that a rule is about. An accession transition limits their citizens' access to the
 * labour market; an association puts their nationals before others from outside the Union.
 */
export class CountriesParameters {
  @ArrayNotEmpty() @Codes(countryForm) countries: string[];
}

/** Occupations for which nationals of these countries must not be actively recruited. */
export class SafeguardParameters extends CountriesParameters {
  @ArrayNotEmpty() @Codes(iscoForm) isco: string[];
}

/** How long after the first publication only candidates with preference are shown. */
export class WindowParameters {
  @Days() days: number;
}

/** The score from which on a candidate with preference has to be invited. */
export class DutyParameters {
  /** Thousandths. */
  @Whole(0, 1000) score: number;
}
