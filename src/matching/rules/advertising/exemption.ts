import type { VacancyFacts } from '../../facts.ts';
import type { Law, LawRule } from '../../law/law-rule.ts';
import { covers } from '../../law/rules-of-places.ts';

/**
 * Returns whether the exemption covers the whole `place` (a NUTS code) and the vacancy meets every
 * condition that it states.
 */
export function isExempt(
  exemption: LawRule<'test-exemption'>,
  vacancy: VacancyFacts,
  { law, place }: { law: Partial<Pick<Law, 'shortage-list'>>; place: string },
): boolean {
  const { isco, regions, minimumAnnualPay, currency, permitCategories } = exemption.parameters;
  const { shortageLists = [] } = exemption.parameters;
  const { annualPay } = vacancy;
  // All occupations of a vacancy must be listed, or a further code would exempt any work.
  const within = (codes: readonly string[], own: readonly string[]): boolean =>
    codes.length === 0 ||
    (own.length > 0 && own.every((one) => codes.some((code) => one.startsWith(code))));
  const { 'shortage-list': lists = [] } = law;
  const here = lists.filter((list) => covers(list, place));
  return (
    covers(exemption, place) &&
    within(isco, vacancy.isco) &&
    within(regions, [place]) &&
    (shortageLists.length === 0 ||
      here.some(
        ({ code, parameters }) =>
          shortageLists.includes(code) && within(parameters.isco, vacancy.isco),
      )) &&
    (permitCategories.length === 0 || permitCategories.includes(vacancy.permitCategory)) &&
    (minimumAnnualPay === null ||
      (annualPay?.currency === currency && annualPay.amount >= minimumAnnualPay))
  );
}
