import { IntlMessageFormat } from 'intl-messageformat'
import { ENGLISH } from './english.ts'

export type PhraseKey = keyof typeof ENGLISH

/**
 * One of our own texts with its values filled in (ICU MessageFormat). A value that is an object comes back as it is
 * between the texts round it: this is how a name keeps its link, its look and its direction.
 */
export function phrase<Piece extends object>(
  key: PhraseKey,
  values: Readonly<Record<string, string | number | Piece>>,
): readonly (string | Piece)[] {
  const parts = formatOf(key).formatToParts<Piece>(values)
  return parts.map((part) => part.value)
}

/** The same where every value is a text or a number. */
export function words(key: PhraseKey, values: Readonly<Record<string, string | number>> = {}): string {
  return phrase<never>(key, values).join('')
}

const formats = new Map<PhraseKey, IntlMessageFormat>()

function formatOf(key: PhraseKey): IntlMessageFormat {
  const format = formats.get(key) ?? new IntlMessageFormat(ENGLISH[key], 'en', undefined, { ignoreTag: true })
  formats.set(key, format)
  return format
}
