import type { AdvertisingFact, VacancyFacts } from '../../facts.ts';
import type { TestParameters } from '../../law/parameters/law-parameters.ts';
import { dayOf } from '../../../platform/clock/calendar-days.ts';
import { type DayInterval, intersection, union } from './day-intervals.ts';

/** A question to the job centre. Days are counted as `dayOf` counts them. */
export interface CentreQuestion {
  asked: number;
  /** The day of the answer; Infinity while the centre is silent. */
  answered: number;
  answer: AdvertisingFact['answer'];
}

/** The parts of the advertising that a test may count. */
export interface AdvertisingEvidence {
  /** When the vacancy was shown in every channel, and with the content, that the test requires. */
  shown: DayInterval[];
  questions: CentreQuestion[];
  /** Whether an advertisement lacks content that the test requires. */
  lacksContent: boolean;
}

const intervalOf = ({ fromOn, untilOn }: AdvertisingFact): DayInterval => ({
  from: dayOf(fromOn),
  to: untilOn === null ? Infinity : dayOf(untilOn) + 1,
});

/** Collects the evidence for one test. Advertisements that lack required content do not count. */
export function evidenceFor(
  { channels, adContent }: TestParameters,
  { advertising, content }: VacancyFacts,
): AdvertisingEvidence {
  const advertisements = advertising.filter(({ channel }) => channel !== 'job-centre');
  const complete = advertisements.filter(({ carries = content }) =>
    adContent.every((element) => carries.includes(element)),
  );
  const inChannel = (wanted: AdvertisingFact['channel']): DayInterval[] =>
    union(complete.filter(({ channel }) => channel === wanted).map(intervalOf));
  const [first, ...others] = channels.map(inChannel);
  return {
    shown: first ? others.reduce(intersection, first) : union(complete.map(intervalOf)),
    questions: advertising.filter(({ channel }) => channel === 'job-centre').map(questionOf),
    lacksContent: complete.length < advertisements.length,
  };
}

function questionOf({ fromOn, untilOn, answer }: AdvertisingFact): CentreQuestion {
  const answered = untilOn === null || answer === undefined ? Infinity : dayOf(untilOn);
  return { asked: dayOf(fromOn), answered, answer };
}
