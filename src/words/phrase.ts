import { formatOf } from './format-of.ts'
import type { GivenTo, PhraseKey } from './values.ts'

/**
 * One of our texts in the reader's language (BCP 47), in parts: what is given as an object comes back as it is between the
 * texts round it. This is how a name keeps its link, its look and its direction.
 */
export function phrase<Key extends PhraseKey, Piece extends object>(
  key: Key,
  language: string,
  ...[values]: GivenTo<Key, string | Piece>
): readonly (string | Piece)[] {
  return formatOf(key, language)
    .formatToParts<Piece>({ ...values })
    .map((part) => part.value)
}
