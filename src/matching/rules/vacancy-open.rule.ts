import { exclude, pass, type Rule } from './rule.ts';

/** Requires that the vacancy accepts applications. */
export const vacancyOpen: Rule = {
  code: 'vacancy-open',
  basis: 'Regulation (EU) 2016/589 Art. 17',
  check: ({ vacancy, state }) => {
    if (!vacancy.open) return exclude('vacancy-closed');
    const { openUntilOn } = vacancy;
    if (openUntilOn !== null && openUntilOn < state.on) {
      return exclude('vacancy-expired', { on: openUntilOn });
    }
    return pass('vacancy-open');
  },
};
