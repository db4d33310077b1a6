import { confidenceOfLikeness, confidenceOfName, SURE } from './confidence.ts';
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
    return this.judge(exact, this.index.search(forms, LOOKED_AT));
  }

  /** Only those of which it is a name. */
  named(forms: readonly string[]): Proposal<C>[] {
    return this.judge(this.exactHits(forms), []);
  }

  /** Whether it is the name of one of them, and of hardly anything else. */
  isSure(forms: readonly string[]): boolean {
    return this.named(forms).some(({ confidence }) => confidence >= SURE);
  }

  /** Those that are the very words come first, whatever else is like them. */
  private exactHits(forms: readonly string[]): LabelHit[] {
    const isPreferred = (label: number): boolean => this.index.labels[label]?.preferred ?? false;
    return [...new Set(this.index.exact(forms))]
      .toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)) || a - b)
      .map((label) => ({ label, score: isPreferred(label) ? 3 : 2, likeness: 1 }));
  }

  private judge(exact: readonly LabelHit[], like: readonly LabelHit[]): Proposal<C>[] {
    const found = this.firstOfEach(exact, like);
    const named = new Set(found.filter((one) => one.exact).map(({ concept }) => concept.group));
    const preferred = new Set(
      found.filter((one) => one.exact && one.preferred).map(({ concept }) => concept.group),
    );
    const rival = rivals(found);
    const { language, own } = this;
    const proposals = found.map(({ concept, text: label, ...hit }) => {
      const confidence = hit.exact
        ? confidenceOfName(hit.preferred, hit.preferred ? preferred.size : named.size)
        : confidenceOfLikeness(hit.likeness, hit.likeness - rival(concept.group));
      return { concept, label, confidence, exact: hit.exact, score: hit.score, language, own };
    });
    return proposals.toSorted((a, b) => b.score - a.score);
  }

  /** Each concept once, by the first of its labels. */
  private firstOfEach(exact: readonly LabelHit[], like: readonly LabelHit[]): Found<C>[] {
    const best = new Map<number, Found<C>>();
    for (const hits of [exact, like])
      for (const { label: number, score, likeness } of hits) {
        const label = this.index.labels[number];
        const concept = this.concepts[label?.concept ?? -1];
        if (label === undefined || concept === undefined || best.has(label.concept)) continue;
        const { text, preferred } = label;
        best.set(label.concept, {
          concept,
          text,
          preferred,
          score,
          likeness,
          exact: hits === exact,
        });
      }
    return [...best.values()];
  }
}

interface Found<C> {
  concept: C;
  text: string;
  preferred: boolean;
  score: number;
  likeness: number;
  exact: boolean;
}

const labelsOf = (concept: Named, number: number): Label[] =>
  concept.names.map((text, at) => ({
    text,
    concept: number,
    preferred: at < concept.preferred,
    group: concept.isGroup,
  }));

/** For a group the greatest likeness of one of another group. */
function rivals(found: readonly Found<Named>[]): (group: string) => number {
  const [best] = found.toSorted((a, b) => b.likeness - a.likeness);
  const others = found.filter(({ concept }) => concept.group !== best?.concept.group);
  const second = Math.max(0, ...others.map(({ likeness }) => likeness));
  return (group) => (group === best?.concept.group ? second : (best?.likeness ?? 0));
}
