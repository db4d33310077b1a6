import { keyedHash } from '../../platform/identity/keyed-hash.ts';

export const documentKinds = ['passport', 'national-id', 'residence-card'] as const;

/** Matches `passport:AB123456`, or a mark that an answer of ours has returned. */
export const documentForm = new RegExp(`^(${documentKinds.join('|')}):\\s*(\\S.{1,60})$`);

const mark = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Replaces document numbers by marks: the kind with a hash of the number under the secret of this
 * service. The number itself is not kept. Marks stay as they are, so that a record that was read
 * can be sent again. Returns them sorted, each once.
 */
export function markDocuments(documents: readonly string[], secret: string): string[] {
  const marks = documents.map((document) => {
    const [, kind = '', number = ''] = documentForm.exec(document) ?? [];
    if (mark.test(number)) return document;
    const plain = number
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    return `${kind}:${keyedHash(secret, `${kind} ${plain}`)}`;
  });
  return [...new Set(marks)].toSorted();
}
