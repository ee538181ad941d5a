import { formatOf } from './format-of.ts'
import { localeOf } from './locale.ts'
import { setInto } from './set-into.ts'
import type { GivenTo, PhraseKey } from './values.ts'

/**
 * One of our texts in the reader's language (BCP 47): `say('story.latest', 'tr', { time })`. Texts given to it are made
 * harmless and keep their own direction; numbers are written as readers of that language write them.
 */
export function say<Key extends PhraseKey>(
  key: Key,
  language: string,
  ...[values]: GivenTo<Key, string>
): string {
  const { rightToLeft } = localeOf(language)
  const given = Object.entries<string | number>({ ...values }).map(([name, value]) => [
    name,
    typeof value === 'string' ? { value } : value,
  ])
  return formatOf(key, language)
    .formatToParts<{ readonly value: string }>(Object.fromEntries(given))
    .reduce(
      (said, part) =>
        said +
        (typeof part.value === 'string'
          ? part.value
          : setInto(part.value.value, { rightToLeft, after: said })),
      '',
    )
}
