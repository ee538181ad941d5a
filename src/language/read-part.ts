import { existsSync, readFileSync } from 'node:fs'
import { EVERY_LANGUAGE, LANGUAGES, type Language } from './languages.ts'

/** One kind of knowledge, which each language may have in a file of this name. */
export interface LanguagePart<Content> {
  readonly name: string
  /**
   * What is written down of a language (ISO 639-1, or `mul`), read once; null where nobody wrote it down.
   * @throws when the file has another form.
   */
  of(language: string): Content | null
  /** The languages that have the file. */
  languages(): readonly Language[]
}

/** Checks the form of a file; a schema of zod is one. */
interface Schema<Content> {
  parse(json: unknown): Content
}

/** The part that stands in `<language>/<name>.json` under a schema, or one for each language. Nothing is read before it is asked for. */
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

/** The schema of a file that has word lists of these names, or some of them. It needs no library, which workers would load at each start. */
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

/** Whether it lists words, or short groups of words: each once, none empty, no blanks round it. */
export const isWordList = (list: unknown): list is readonly string[] =>
  Array.isArray(list) &&
  list.every((word) => typeof word === 'string' && word !== '' && word === word.trim()) &&
  new Set(list).size === list.length
