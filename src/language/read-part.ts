import { existsSync, readFileSync } from 'node:fs'
import { EVERY_LANGUAGE, LANGUAGES, type Language } from './languages.ts'

/** One kind of knowledge, for which each language may have a file of this name. */
export interface LanguagePart<Content> {
  readonly name: string
  /**
   * Returns the content of the file of a language (ISO 639-1, or `mul`), which is read once; null if there is
   * no file.
   * @throws when the file has another form.
   */
  of(language: string): Content | null
  /** Returns the languages that have the file. */
  languages(): readonly Language[]
}

/** Checks the form of a file. A schema of zod is one. */
interface Schema<Content> {
  parse(json: unknown): Content
}

/**
 * Declares the part in `<language>/<name>.json`, with one schema for all languages or one for each. Files are
 * read on first use.
 */
export function languagePart<Content>(
  name: string,
  schema: Schema<Content> | ((language: string) => Schema<Content>),
): LanguagePart<Content> {
  const known = new Map<string, Content | null>()
  const addressOf = (language: string) => new URL(`${language}/${name}.json`, import.meta.url)
  const isWritten = (language: string): boolean => existsSync(addressOf(language))
  const schemaOf = (language: string) => (typeof schema === 'function' ? schema(language) : schema)
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

/**
 * Returns the schema of a file with word lists of these names, any of which may be missing. It needs no
 * library, which workers would load at each start.
 */
export function wordListsOf<Name extends string>(
  names: readonly Name[],
): Schema<ReadonlyMap<Name, readonly string[]>> {
  return {
    parse(json) {
      const given = new Map<string, unknown>(Object.entries(json ?? {}))
      const lists = names.map((name) => [name, given.get(name) ?? []] as const)
      const stray = [...given.keys()].find((key) => !lists.some(([name]) => name === key))
      if (stray !== undefined) throw new TypeError(`nobody reads the list ${stray}`)
      return new Map(
        lists.map(([name, list]) => {
          if (!isWordList(list)) throw new TypeError(`${name} is no list of words, each once`)
          return [name, list]
        }),
      )
    },
  }
}

/** Whether the value is a list of words or phrases: each once, none empty, without surrounding blanks. */
export const isWordList = (list: unknown): list is readonly string[] =>
  Array.isArray(list) &&
  list.every((word) => typeof word === 'string' && word !== '' && word === word.trim()) &&
  new Set(list).size === list.length
