import type { Language } from '../../platform/language/language.ts';
import { dateIn, listIn } from '../../platform/language/speaker.ts';
import type { Advertisement } from '../../vacancies/formats/vacancy-draft.ts';
import { citationIn } from '../reasons/citations.ts';
import { countryIn } from '../reasons/names.ts';
import { reasonSentence } from '../reasons/reason-sentence.ts';
import { resultOfTest } from '../rules/labour-market-test.rule.ts';
import type { ChainedEntry } from './evidence-chain.ts';
import type { DecisionEvidence, TestEvidence, VacancyEvidence } from './evidence.ts';
import { evidenceWords } from './evidence-words.ts';
import { apart, escape, listOf, tableOf } from './markup.ts';

interface Told {
  heading: string;
  /** HTML. */
  body: string;
}

const audience = 'ministry';

/** Returns an entry in words, in the given language. An unknown kind gives only its name. */
export function toldEntry({ kind, content }: ChainedEntry, language: Language): Told {
  if (kind === 'vacancy') return toldVacancy(content as VacancyEvidence, language);
  if (kind === 'advertisement') return toldAdvertisement(content as Advertisement, language);
  if (kind === 'labour-market-test') return toldTest(content as TestEvidence, language);
  if (kind === 'decision') return toldDecision(content as DecisionEvidence, language);
  return { heading: kind, body: '' };
}

function toldVacancy(vacancy: VacancyEvidence, language: Language): Told {
  const words = evidenceWords[language];
  const { title, employerName, state, locations, positions, on } = vacancy;
  const cities = locations.flatMap(({ city }) => (city ? [apart(city)] : []));
  const towns = listIn([...new Set(cities)], language);
  const country = escape(countryIn(state, language));
  const body = listOf([
    [words.work, apart(title)],
    [words.employer, employerName && apart(employerName)],
    [words.place, towns ? `${towns} (${country})` : country],
    [words.positions, apart(String(positions))],
    [words.askedOn, apart(dateIn(on, language))],
  ]);
  return { heading: words.vacancy, body };
}

function toldAdvertisement(shown: Advertisement, language: Language): Told {
  const words = evidenceWords[language];
  const { channel, adId, fromOn, untilOn, answer } = shown;
  const body = listOf([
    [words.channel, escape(words.channels[channel])],
    [words.number, adId && apart(adId)],
    [words.from, apart(dateIn(fromOn, language))],
    [words.until, untilOn && apart(dateIn(untilOn, language))],
    [words.answer, answer ? escape(words.answers[answer]) : null],
  ]);
  return { heading: words.advertisement, body };
}

function toldTest({ outcome, vacancy }: TestEvidence, language: Language): Told {
  const words = evidenceWords[language];
  const { reason } = resultOfTest(outcome, vacancy.state);
  const sentence = escape(reasonSentence(reason, { language, audience }));
  return { heading: words.test, body: `<p>${sentence}</p>` };
}

function toldDecision(decision: DecisionEvidence, language: Language): Told {
  const words = evidenceWords[language];
  const { id, status, waitUntilOn, tier, score, decidedOn, invitation } = decision;
  const because = tier.because === 'family' ? words.family : countryIn(tier.because, language);
  const group = `${apart(tier.tier)} (${apart(because)}): ${escape(citationIn(tier.citation, language))}`;
  const { outcome, reason } = invitation;
  const said = outcome && escape(words.outcomes[outcome]) + (reason ? `: ${apart(reason)}` : '');
  const facts = listOf([
    [words.number, apart(id)],
    [words.status, escape(words.statuses[status])],
    [words.until, waitUntilOn && apart(dateIn(waitUntilOn, language))],
    [words.group, group],
    [words.score, apart(`${score} / 1000`)],
    [words.decidedOn, apart(dateIn(decidedOn, language))],
    [words.outcome, said],
  ]);
  const rows = decision.verdicts.map(({ verdict, reason: why, basis }) => [
    escape(words.results[verdict]),
    escape(reasonSentence(why, { language, audience })),
    escape(citationIn(basis, language)),
  ]);
  const columns = [words.result, words.reason, words.citation];
  return { heading: words.decision, body: facts + tableOf(words.verdicts, columns, rows) };
}
