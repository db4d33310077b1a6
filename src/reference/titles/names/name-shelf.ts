import { countsOf } from '../../../platform/lists/groups-of.ts';
import type { ExactName } from '../confidence.ts';
import { isGeneral } from './general-words.ts';
import { speaksOfHelp } from './helping-words.ts';
import { type Label, LabelIndex } from '../likeness/label-index.ts';
import { normalForm } from '../likeness/normal-form.ts';

/** A concept with its names in one language. */
export interface Named {
  names: readonly string[];
  /** The number of names, from the first, that it goes by; the rest are other words for it. */
  preferred: number;
  /** The group that counts as the answer: another concept of the same group is no rival. */
  group: string;
  /** Whether it is a whole group of occupations. */
  isGroup: boolean;
}

/** A concept, with that of its names that is most like the words. */
export interface FoundName<C> {
  concept: C;
  label: string;
  score: number;
  /** The likeness, 0 to 1. */
  likeness: number;
  /**
   * What else the words may mean, if they equal this name apart from inflection; otherwise null.
   */
  name: ExactName | null;
  /**
   * Whether the words suggest other work: they speak of helping at it, or add a word to a general
   * name.
   */
  isUnsure: boolean;
  /** The language of its shelf, ISO 639-1. */
  language: string;
  own: boolean;
}

/** The number of labels of other concepts that are looked at. */
const LOOKED_AT = 60;

/**
 * The concepts of one language and one origin, with the index of their names, which is made when
 * first asked.
 */
export class NameShelf<C extends Named> {
  private made: LabelIndex | null = null;

  constructor(
    readonly language: string,
    /** Whether the names are our own list, not ESCO's. */
    readonly own: boolean,
    private readonly concepts: readonly C[],
  ) {}

  get index(): LabelIndex {
    this.made ??= new LabelIndex(this.concepts.flatMap(labelsOf), this.language);
    return this.made;
  }

  /** Returns the concepts that a title, given by its `askedForms`, is a name of. */
  named(forms: readonly string[]): FoundName<C>[] {
    const each = this.labelsAt([...new Set(this.index.exact(forms))]);
    if (each.length === 0) return [];
    const groupsOf = (labels: readonly Label[]): number =>
      new Set(labels.map((label) => this.groupOf(label))).size;
    const preferredGroups = groupsOf(each.filter((label) => label.preferred));
    const holders = this.own
      ? each
      : [...each, ...this.labelsAt(this.index.holding(forms[0] ?? ''))];
    const shareOf = this.sharesOf(holders);
    const allGroups = groupsOf(each);
    const found = new Map<number, FoundName<C>>();
    for (const label of each.toSorted((a, b) => Number(b.preferred) - Number(a.preferred))) {
      const { preferred } = label;
      const groups = preferred ? preferredGroups : allGroups;
      const share = shareOf(this.groupOf(label));
      const name = { preferred, groups, share };
      this.add(found, label, { name, score: 3, likeness: 1, isUnsure: false });
    }
    return [...found.values()];
  }

  /** Returns the concepts with similar names, except those in `named`. */
  like(forms: readonly string[], named: readonly FoundName<C>[]): FoundName<C>[] {
    const beside = new Set(named.map(({ concept }) => concept));
    const found = new Map<number, FoundName<C>>();
    const [form = ''] = forms;
    const isHelp = speaksOfHelp(form);
    const hasMore = form.includes(' ');
    for (const { label: at, score, likeness } of this.index.search(forms, LOOKED_AT)) {
      const label = this.index.labels[at];
      if (label === undefined) continue;
      const isUnsure =
        (isHelp && !speaksOfHelp(normalForm(label.text))) || (hasMore && isGeneral(label.text));
      this.add(found, label, { name: null, score, likeness, isUnsure });
    }
    return [...found.values()].filter(({ concept }) => !beside.has(concept));
  }

  /** Adds a concept with a label, unless an earlier label has added it. */
  private add(
    found: Map<number, FoundName<C>>,
    { concept: number, text }: Label,
    {
      name,
      score,
      likeness,
      isUnsure,
    }: Pick<FoundName<C>, 'name' | 'score' | 'likeness' | 'isUnsure'>,
  ): void {
    const concept = this.concepts[number];
    if (concept === undefined || found.has(number)) return;
    const { language, own } = this;
    found.set(number, { concept, label: text, name, score, likeness, isUnsure, language, own });
  }

  private labelsAt(positions: readonly number[]): Label[] {
    return positions.flatMap((at) => this.index.labels[at] ?? []);
  }

  /**
   * Returns a function that gives the share of the labels' concepts that are in a group, 0 to 1.
   */
  private sharesOf(labels: readonly Label[]): (group: string) => number {
    const concepts = new Set(labels.map(({ concept }) => concept));
    const counts = countsOf([...concepts].map((concept) => this.concepts[concept]?.group ?? ''));
    return (group) => (counts.get(group) ?? 0) / concepts.size;
  }

  private groupOf({ concept }: Label): string {
    return this.concepts[concept]?.group ?? '';
  }
}

const labelsOf = (concept: Named, number: number): Label[] =>
  concept.names.map((text, at) => ({
    text,
    concept: number,
    preferred: at < concept.preferred,
    group: concept.isGroup,
  }));
