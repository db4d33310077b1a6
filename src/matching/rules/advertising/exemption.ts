import type { VacancyFacts } from '../../facts.ts';
import type { LawRule } from '../../law/law-rule.ts';
import type { ExemptionParameters } from '../../law/parameters/law-parameters.ts';

/** Whether the vacancy fulfils everything that the exemption states; `lists`: those in force. */
export function isExempt(
  exemption: ExemptionParameters,
  vacancy: VacancyFacts,
  lists: readonly LawRule<'shortage-list'>[] = [],
): boolean {
  const { isco, regions, minimumAnnualPay, currency, permitCategories } = exemption;
  const { shortageLists = [] } = exemption;
  const { annualPay } = vacancy;
  const within = (codes: readonly string[], own: readonly string[]): boolean =>
    codes.length === 0 || own.some((one) => codes.some((code) => one.startsWith(code)));
  return (
    within(isco, vacancy.isco) &&
    within(regions, vacancy.regions) &&
    (shortageLists.length === 0 ||
      lists.some(
        ({ code, parameters }) =>
          shortageLists.includes(code) && within(parameters.isco, vacancy.isco),
      )) &&
    (permitCategories.length === 0 || permitCategories.includes(vacancy.permitCategory)) &&
    (minimumAnnualPay === null ||
      (annualPay?.currency === currency && annualPay.amount >= minimumAnnualPay))
  );
}
