import type { ErrorGroups } from '../../platform/imports/faults/import-errors.service.ts';
import type { MatchView } from '../../matching/matches/match-view.ts';
import { iscoTitle } from '../../reference/isco/isco.ts';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';

const NAME = 28;
const SHOWN = 8;
const SHOWN_A_REASON = 4;
const SHOWN_FAULTS = 12;

type Names = ReadonlyMap<string, string>;

/** Returns a line for each fault of a file of candidates, the most frequent first. */
export function writeFaults({ items, left }: ErrorGroups): string[] {
  const faults = items.slice(0, SHOWN_FAULTS).map((fault) => {
    const { count, firstRow, header, columnName, value, message } = fault;
    const rows = count === 1 ? `row ${firstRow}` : `${count} rows from row ${firstRow} on`;
    return `  ${rows}, ${header ?? columnName}${value ? ` "${value}"` : ''}: ${message}`;
  });
  return [...faults, ...more(left + items.length - faults.length, 'faults')];
}

/**
 * Writes one vacancy: the candidates proposed, in order, then the others grouped by what keeps them
 * back. `today` is `yyyy-mm-dd`.
 */
export function writeReport(
  vacancy: Vacancy,
  matches: readonly MatchView[],
  names: Names,
  today: string,
): string {
  const proposed = matches.filter(({ status }) => status === 'proposed');
  const others = matches.filter(({ status }) => status !== 'proposed');
  return [
    '',
    headline(vacancy),
    ...(matches.length === 0 ? [`  ${whyNobody(vacancy, today)}`] : []),
    ...(proposed.length > 0 ? ['  #  candidate                    tier  score  why'] : []),
    ...proposed.slice(0, SHOWN).map((match) => row(match, names)),
    ...more(proposed.length - SHOWN, 'proposed'),
    ...byReason(others, names),
  ].join('\n');
}

function whyNobody({ applyUntilOn, validUntilOn }: Vacancy, today: string): string {
  const [end] = [applyUntilOn, validUntilOn].filter((on) => on !== null).toSorted();
  return end !== undefined && end < today
    ? `No longer open: its last day was ${end}. Choose an earlier day with --today.`
    : 'No candidates in this field of work.';
}

function headline({ title, locations, state, isco, positions, employerName }: Vacancy): string {
  const place = [locations[0]?.city, state].filter(Boolean).join(', ');
  const code = isco[0];
  const work = code === undefined ? 'no ISCO code' : `ISCO ${code} ${iscoTitle(code) ?? ''}`.trim();
  const seats = positions === 1 ? '1 position' : `${positions} positions`;
  return `${title} | ${[employerName, place, work, seats].filter(Boolean).join(' | ')}`;
}

function row({ rank, candidateId, tier, score, why }: MatchView, names: Names): string {
  const name = nameOf(candidateId, names);
  const marks = `${tier.tier} ${tier.because.length === 2 ? tier.because : ''}`.padEnd(5);
  return `  ${String(rank).padEnd(2)} ${name} ${marks} ${(score / 1000).toFixed(3)}  ${why}`;
}

function byReason(matches: readonly MatchView[], names: Names): string[] {
  const reasons = new Map<string, string[]>();
  for (const { status, candidateId, why } of matches) {
    const reason = `${status === 'waiting' ? 'waiting' : 'held back'}: ${why}`;
    const known = reasons.get(reason) ?? [];
    reasons.set(reason, [...known, names.get(candidateId) ?? candidateId]);
  }
  return [...reasons].map(([reason, people]) => {
    const rest = people.length - SHOWN_A_REASON;
    const listed = people.slice(0, SHOWN_A_REASON).join(', ');
    return `  ${reason}\n      ${listed}${rest > 0 ? ` and ${rest} more` : ''}`;
  });
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`     and ${count} more ${what}`] : [];
}

function nameOf(id: string, names: Names): string {
  const name = names.get(id) ?? id;
  return (name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name).padEnd(NAME);
}
