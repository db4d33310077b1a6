import { keyedHash } from '../../platform/identity/keyed-hash.ts';

export const documentKinds = ['passport', 'national-id', 'residence-card'] as const;

/** `passport:AB123456`, or a mark as it is given back. */
export const documentForm = new RegExp(`^(${documentKinds.join('|')}):\\s*(\\S.{1,60})$`);

const mark = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Numbers of documents as marks: the kind with a hash of the number under the secret of this service.
 * The number itself is not kept. Marks stay as they are, so that what was read can be sent again.
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
