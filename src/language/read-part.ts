import { existsSync, readFileSync } from 'node:fs'
import type { z } from 'zod'
import { EVERY_LANGUAGE, LANGUAGES, type Language } from './languages.ts'

/** One kind of knowledge, which each language may have in a file of this name. */
export interface LanguagePart<Content> {
  readonly name: string
  /**
   * What is written down of a language (ISO 639-1, or `mul`), read once; null where nobody wrote it down.
   * @throws {z.ZodError} when the file has another form.
   */
  of(language: string): Content | null
  /** The languages that have the file. */
  languages(): readonly Language[]
}

/** The part that stands in `<language>/<name>.json` under the schema for that language. Nothing is read before it is asked for. */
export function languagePart<Schema extends z.ZodType>(
  name: string,
  schemaOf: (language: string) => Schema,
): LanguagePart<z.output<Schema>> {
  const known = new Map<string, z.output<Schema> | null>()
  const addressOf = (language: string) => new URL(`${language}/${name}.json`, import.meta.url)
  const isWritten = (language: string): boolean => existsSync(addressOf(language))
  const read = (language: string) =>
    schemaOf(language).parse(JSON.parse(readFileSync(addressOf(language), 'utf8')))

  return {
    name,
    of(language) {
      if (!FOLDERS.has(language)) return null
      let content = known.get(language)
      if (content === undefined) known.set(language, (content = isWritten(language) ? read(language) : null))
      return content
    },
    languages: () => LANGUAGES.filter(isWritten),
  }
}

const FOLDERS: ReadonlySet<string> = new Set([...LANGUAGES, EVERY_LANGUAGE])
