import type { VeryName } from './confidence.ts';
import { type Label, type LabelHit, LabelIndex } from './label-index.ts';

/** A concept by its names in one language. */
export interface Named {
  names: readonly string[];
  /** As many of them, from the first, are what it goes by; the rest are other words for it. */
  preferred: number;
  /** What counts as the same answer: another concept of this group is no rival. */
  group: string;
  /** It is a whole group of occupations. */
  isGroup: boolean;
}

/** A concept with the one of its names that words are most like. */
export interface FoundName<C> {
  concept: C;
  label: string;
  score: number;
  /** 0 to 1. */
  likeness: number;
  /** Where the words are this very name, inflected perhaps: what else they may be. */
  name: VeryName | null;
  /** Of the shelf that it stands on. */
  language: string;
  own: boolean;
}

/** As many labels of other concepts are looked at. */
const LOOKED_AT = 60;

/** The concepts of one language and one origin with the index of their names, made when first asked. */
export class NameShelf<C extends Named> {
  private made: LabelIndex | null = null;

  constructor(
    readonly language: string,
    /** Our own list, not ESCO's. */
    readonly own: boolean,
    private readonly concepts: readonly C[],
  ) {}

  get index(): LabelIndex {
    this.made ??= new LabelIndex(this.concepts.flatMap(labelsOf), this.language);
    return this.made;
  }

  /** The concepts of which a title, given by its `askedForms`, is a name. */
  named(forms: readonly string[]): FoundName<C>[] {
    const { labels } = this.index;
    const each = [...new Set(this.index.exact(forms))].flatMap((at) => labels[at] ?? []);
    const [groups, preferred] = [each, each.filter((one) => one.preferred)].map(
      (some) => new Set(some.map((one) => this.groupOf(one))).size,
    );
    const holders =
      this.own || each.length === 0 ? each : [...each, ...this.holding(forms[0] ?? '')];
    const hits = each.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
    return this.firstOfEach(
      hits.map((label) => ({
        label,
        score: label.preferred ? 3 : 2,
        likeness: 1,
        name: {
          preferred: label.preferred,
          groups: (label.preferred ? preferred : groups) ?? 1,
          share: this.shareOf(this.groupOf(label), holders),
        },
      })),
    );
  }

  /** The concepts with names like it, beside those of which it is one. */
  like(forms: readonly string[], named: readonly FoundName<C>[]): FoundName<C>[] {
    const beside = new Set(named.map(({ concept }) => concept));
    const hits = this.index.search(forms, LOOKED_AT).flatMap(({ label: at, score, likeness }) => {
      const label = this.index.labels[at];
      return label === undefined ? [] : { label, score, likeness, name: null };
    });
    return this.firstOfEach(hits).filter(({ concept }) => !beside.has(concept));
  }

  private holding(form: string): Label[] {
    return this.index.holding(form).flatMap((at) => this.index.labels[at] ?? []);
  }

  /** How many of the concepts that the labels name are of the group: 0 to 1. */
  private shareOf(group: string, labels: readonly Label[]): number {
    const concepts = [...new Set(labels.map(({ concept }) => concept))];
    return concepts.filter((one) => this.concepts[one]?.group === group).length / concepts.length;
  }

  private groupOf({ concept }: Label): string {
    return this.concepts[concept]?.group ?? '';
  }

  /** Each concept once, by the first of its labels. */
  private firstOfEach(hits: readonly Hit[]): FoundName<C>[] {
    const { language, own } = this;
    const best = new Map<number, FoundName<C>>();
    for (const { label, ...hit } of hits) {
      const concept = this.concepts[label.concept];
      if (concept === undefined || best.has(label.concept)) continue;
      best.set(label.concept, { ...hit, concept, label: label.text, language, own });
    }
    return [...best.values()];
  }
}

type Hit = Omit<LabelHit, 'label'> & { label: Label; name: VeryName | null };

const labelsOf = (concept: Named, number: number): Label[] =>
  concept.names.map((text, at) => ({
    text,
    concept: number,
    preferred: at < concept.preferred,
    group: concept.isGroup,
  }));
