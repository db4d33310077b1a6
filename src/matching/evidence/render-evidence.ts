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
import { isolated, escape, listOf, tableOf } from './markup.ts';

interface RenderedEntry {
  heading: string;
  /** HTML. */
  body: string;
}

const audience = 'ministry';

/**
 * Returns an entry in words, in the given language. An unknown kind gives only its name. `reasons`:
 * what the employer wrote about candidates, by the id of the decision.
 */
export function renderEntry(
  { kind, content }: ChainedEntry,
  language: Language,
  reasons: ReadonlyMap<string, string>,
): RenderedEntry {
  if (kind === 'vacancy') return renderVacancy(content as VacancyEvidence, language);
  if (kind === 'advertisement') return renderAdvertisement(content as Advertisement, language);
  if (kind === 'labour-market-test') return renderTest(content as TestEvidence, language);
  if (kind === 'decision') return renderDecision(content as DecisionEvidence, language, reasons);
  return { heading: kind, body: '' };
}

function renderVacancy(vacancy: VacancyEvidence, language: Language): RenderedEntry {
  const words = evidenceWords[language];
  const { title, employerName, state, locations, positions, on } = vacancy;
  const cities = locations.flatMap(({ city }) => (city ? [isolated(city)] : []));
  const towns = listIn([...new Set(cities)], language);
  const country = escape(countryIn(state, language));
  const body = listOf([
    [words.work, isolated(title)],
    [words.employer, employerName && isolated(employerName)],
    [words.place, towns ? `${towns} (${country})` : country],
    [words.positions, isolated(String(positions))],
    [words.askedOn, isolated(dateIn(on, language))],
  ]);
  return { heading: words.vacancy, body };
}

function renderAdvertisement(shown: Advertisement, language: Language): RenderedEntry {
  const words = evidenceWords[language];
  const { channel, adId, fromOn, untilOn, answer } = shown;
  const body = listOf([
    [words.channel, escape(words.channels[channel])],
    [words.number, adId && isolated(adId)],
    [words.from, isolated(dateIn(fromOn, language))],
    [words.until, untilOn && isolated(dateIn(untilOn, language))],
    [words.answer, answer ? escape(words.answers[answer]) : null],
  ]);
  return { heading: words.advertisement, body };
}

function renderTest({ outcome, vacancy }: TestEvidence, language: Language): RenderedEntry {
  const words = evidenceWords[language];
  const { reason } = resultOfTest(outcome, vacancy.state);
  const sentence = escape(reasonSentence(reason, { language, audience }));
  return { heading: words.test, body: `<p>${sentence}</p>` };
}

function renderDecision(
  decision: DecisionEvidence,
  language: Language,
  reasons: ReadonlyMap<string, string>,
): RenderedEntry {
  const words = evidenceWords[language];
  const { id, status, waitUntilOn, tier, score, decidedOn, invitation } = decision;
  const because = tier.because === 'family' ? words.family : countryIn(tier.because, language);
  const group = `${isolated(tier.tier)} (${isolated(because)}): ${escape(citationIn(tier.citation, language))}`;
  const { outcome, reasonSeal } = invitation;
  const reason = reasonSeal && isolated(reasons.get(id) ?? words.wordsErased);
  const said = outcome && escape(words.outcomes[outcome]) + (reason ? `: ${reason}` : '');
  const facts = listOf([
    [words.number, isolated(id)],
    [words.status, escape(words.statuses[status])],
    [words.until, waitUntilOn && isolated(dateIn(waitUntilOn, language))],
    [words.group, group],
    [words.score, isolated(`${score} / 1000`)],
    [words.decidedOn, isolated(dateIn(decidedOn, language))],
    [words.outcome, said],
  ]);
  const all = decision.verdicts.map(({ verdict, reason: why, basis }) => [
    escape(words.results[verdict]),
    escape(reasonSentence(why, { language, audience })),
    escape(citationIn(basis, language)),
  ]);
  // Two rules, such as those on the sector of the vacancy and of the candidate, may say the same.
  const rows = [...new Map(all.map((row) => [row.join(), row])).values()];
  const columns = [words.result, words.reason, words.citation];
  return { heading: words.decision, body: facts + tableOf(words.verdicts, columns, rows) };
}
