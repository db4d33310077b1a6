import { confidenceOfLikeness, confidenceOfName } from './confidence.ts';
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

/** A concept that words may mean. */
export interface Proposal<C> {
  concept: C;
  /** The name that the words are like. */
  label: string;
  /** 0 to 1. */
  confidence: number;
  /** The words are this very name, inflected perhaps. */
  exact: boolean;
  score: number;
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

  /** The concepts that a title, given by its `askedForms`, may mean; the likeliest first. */
  propose(forms: readonly string[]): Proposal<C>[] {
    const exact = this.exactHits(forms);
    const like = this.index.search(forms, LOOKED_AT).map((hit) => ({ ...hit, exact: false }));
    return this.judge([...exact, ...like]);
  }

  /** Only those of which it is a name. */
  named(forms: readonly string[]): Proposal<C>[] {
    return this.judge(this.exactHits(forms));
  }

  /** Those that are the very words come first, whatever else is like them. */
  private exactHits(forms: readonly string[]): Hit[] {
    const isPreferred = (label: number): boolean => this.index.labels[label]?.preferred ?? false;
    return [...new Set(this.index.exact(forms))]
      .toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)) || a - b)
      .map((label) => ({ label, score: isPreferred(label) ? 3 : 2, likeness: 1, exact: true }));
  }

  private judge(hits: readonly Hit[]): Proposal<C>[] {
    const best = new Map<number, Found>();
    for (const hit of hits) {
      const label = this.index.labels[hit.label];
      if (label !== undefined && !best.has(label.concept))
        best.set(label.concept, { ...hit, ...label });
    }
    const found = [...best.values()];
    const groups = found.map(({ concept }) => this.concepts[concept]?.group ?? '');
    const named = new Set(groups.filter((_, at) => found[at]?.exact));
    const preferred = new Set(groups.filter((_, at) => found[at]?.exact && found[at].preferred));
    const rivals = bestRivals(found, groups);
    const proposals = found.flatMap((hit, at) => {
      const concept = this.concepts[hit.concept];
      if (concept === undefined) return [];
      const same = hit.preferred ? preferred.size : named.size;
      const confidence = hit.exact
        ? confidenceOfName(hit.preferred, same)
        : confidenceOfLikeness(hit.likeness, hit.likeness - (rivals[at] ?? 0));
      const { text: label, exact, score } = hit;
      const { language, own } = this;
      return [{ concept, label, confidence, exact, score, language, own }];
    });
    return proposals.toSorted((a, b) => b.score - a.score);
  }
}

type Hit = LabelHit & { exact: boolean };

type Found = Label & Omit<Hit, 'label'>;

const labelsOf = (concept: Named, number: number): Label[] =>
  concept.names.map((text, at) => ({
    text,
    concept: number,
    preferred: at < concept.preferred,
    group: concept.isGroup,
  }));

/** For each the greatest likeness of one of another group. */
function bestRivals(found: readonly Found[], groups: readonly string[]): number[] {
  const most = new Map<string, number>();
  found.forEach(({ likeness }, at) => {
    const group = groups[at] ?? '';
    most.set(group, Math.max(likeness, most.get(group) ?? 0));
  });
  const ranked = [...most].toSorted((a, b) => b[1] - a[1]);
  return groups.map((group) => ranked.find(([other]) => other !== group)?.[1] ?? 0);
}
