import { IntlMessageFormat } from 'intl-messageformat'
import { CATALOGUES } from './catalogues.ts'
import { localeOf } from './locale.ts'
import type { PhraseKey } from './values.ts'

/** One of our texts in the reader's language (BCP 47), ready to take its values. */
export function formatOf(key: PhraseKey, language: string): IntlMessageFormat {
  const { tag, language: spoken } = localeOf(language)
  const name = `${tag} ${key}`
  const format =
    formats.get(name) ?? new IntlMessageFormat(CATALOGUES[spoken][key], tag, undefined, { ignoreTag: true })
  formats.set(name, format)
  return format
}

const formats = new Map<string, IntlMessageFormat>()
