import type { z } from 'zod'
import { explainIssue, foldSpelling, type Diagnostic, suggest, type Spellings } from './diagnostics.ts'
import type { YamlFile } from './yaml-file.ts'

export interface ParsedEntries<T> {
  /** The entries without mistakes. */
  readonly entries: readonly T[]
  readonly mistakes: readonly Diagnostic[]
}

/**
 * Validates a file with a single list under a key. Entries are validated separately, so all mistakes are
 * found.
 */
export function parseEntries<Schema extends z.ZodObject>(
  file: YamlFile,
  key: string,
  schema: Schema,
): ParsedEntries<z.output<Schema>> {
  if (file.value === undefined) return { entries: [], mistakes: file.mistakes }
  const raw = listIn(file.value, key)
  if (raw === null) {
    const text = `a list '${key}:' is missing; start the file with '${key}:' and put each entry after a '- '`
    return { entries: [], mistakes: [{ file: file.name, line: 1, text }] }
  }
  const mistakes = unknownKeys(file, key)
  const entries: z.output<Schema>[] = []
  for (const [index, entry] of raw.entries()) {
    const result = schema.safeParse(entry)
    if (result.success) entries.push(result.data)
    for (const issue of result.error?.issues ?? []) {
      for (const { path, text } of explainIssue(issue, entry, Object.keys(schema.shape))) {
        mistakes.push({ file: file.name, line: file.lineOf([key, index, ...path]), text })
      }
    }
  }
  return { entries, mistakes }
}

function unknownKeys(file: YamlFile, key: string): Diagnostic[] {
  return Object.keys(Object(file.value))
    .filter((name) => name !== key)
    .map((name) => {
      const remedy = suggest(name, new Map([[key, key]])) === null ? 'remove it' : `did you mean '${key}'?`
      return {
        file: file.name,
        line: file.lineOf([name]),
        text: `unknown key '${name.slice(0, 60)}'; ${remedy}`,
      }
    })
}

/** A value that only one owner may use. */
interface Claim {
  /** The value to compare; spellings of the same thing must be equal here. */
  readonly value: string
  /** Its path inside the entry. */
  readonly path: readonly PropertyKey[]
  /** Claims of the same owner do not collide. */
  readonly owner: string
  /** Explains the mistake and the remedy if owner `first` claimed the value already, on a line. */
  readonly explain: (first: string, line: number) => string
}

/** Returns the claims of an entry, given with its index in the list. */
type RepeatRule = (entry: object, index: number) => readonly Claim[]

/**
 * Finds values that occur twice although they must be unique. Uses the raw entries, so those with other
 * mistakes are included.
 */
export function findRepeats(
  file: YamlFile,
  key: string,
  rules: readonly RepeatRule[],
): readonly Diagnostic[] {
  const entries = listIn(file.value, key) ?? []
  return rules.flatMap((rule) => {
    const taken = new Map<string, { readonly owner: string; readonly at: readonly PropertyKey[] }>()
    const mistakes: Diagnostic[] = []
    for (const [index, entry] of entries.entries()) {
      for (const { value, path, owner, explain } of rule(Object(entry), index)) {
        const at = [key, index, ...path]
        const first = taken.getOrInsert(value, { owner, at })
        if (first.owner !== owner)
          mistakes.push({
            file: file.name,
            line: file.lineOf(at),
            text: explain(first.owner, file.lineOf(first.at)),
          })
      }
    }
    return mistakes
  })
}

/** A rule for a key whose value must be unique in the file. */
export const unique =
  (key: string, normalise: (value: string) => string = (value) => value): RepeatRule =>
  (entry, index) =>
    strings([Reflect.get(entry, key)]).map(([shown]) => ({
      value: normalise(shown),
      path: [key],
      owner: String(index),
      explain: (_, line) => `${key} '${shown}' stands on line ${line} already; remove one of the two`,
    }))

/** A rule for ids, names and aliases: what people type must have one meaning. */
export const uniqueSpellings: RepeatRule = (entry, index) =>
  wordsFor(entry).map(({ word, path }) => ({
    value: foldSpelling(word),
    path,
    owner: ownerOf(entry, index),
    explain: (first, line) =>
      `'${word}' already stands for '${first}' (line ${line}); remove it here or there`,
  }))

function wordsFor(entry: object): { readonly word: string; readonly path: readonly PropertyKey[] }[] {
  const { id, names, aliases }: { id?: unknown; names?: unknown; aliases?: unknown } = Object(entry)
  return [
    ...strings([id]).map(([word]) => ({ word, path: ['id'] })),
    ...Object.entries(Object(names)).flatMap(([lang, name]) =>
      strings([name]).map(([word]) => ({ word, path: ['names', lang] })),
    ),
    ...strings(aliases).map(([word, place]) => ({ word, path: ['aliases', place] })),
  ]
}

function ownerOf(entry: object, index: number): string {
  const id: unknown = Reflect.get(entry, 'id')
  return typeof id === 'string' ? id : `entry ${index + 1}`
}

/** A rule for sections: stories of a country in two sections would be told twice. */
export const oneSectionEach: RepeatRule = (entry, index) => {
  const { section, countries }: { section?: unknown; countries?: unknown } = Object(entry)
  return strings(section === true ? countries : []).map(([shown, place]) => ({
    value: shown,
    path: ['countries', place],
    owner: ownerOf(entry, index),
    explain: (first, line) =>
      `${shown} is in the section '${first}' already (line ${line}); a country has one section`,
  }))
}

/** Normalises a feed's address: scheme, www, capitals in the host and a final slash make no difference. */
export function sameFeed(feed: string): string {
  const url = URL.parse(feed)
  return url === null
    ? feed
    : `${url.host.replace(/^www\./u, '')}${url.pathname.replace(/\/+$/u, '')}${url.search}`
}

function strings(values: unknown): readonly (readonly [string, number])[] {
  if (!Array.isArray(values)) return []
  return values.flatMap((value: unknown, index) =>
    typeof value === 'string' ? [[value, index] as const] : [],
  )
}

/**
 * Everything that the entries of a file can be called (id, names, aliases), mapped to ids; null if the file
 * could not be read. Uses the raw entries: a region with a mistake elsewhere is still a known region.
 */
export function spellingsOf(file: YamlFile, key: string): Spellings | null {
  const list = listIn(file.value, key)
  if (list === null) return null
  const spellings = list.flatMap((entry) => {
    const words = wordsFor(Object(entry))
    const id = words.find(({ path }) => path[0] === 'id')?.word
    return id === undefined ? [] : words.map(({ word }) => [foldSpelling(word), id] as const)
  })
  // An id takes precedence over another entry's name or alias.
  const ids = spellings.map(([, id]) => [foldSpelling(id), id] as const)
  return new Map([...spellings, ...ids])
}

/** The list under `key` of a file's value; null if there is none. */
function listIn(value: unknown, key: string): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
  const list: unknown = Reflect.get(value, key)
  return Array.isArray(list) ? list : null
}
