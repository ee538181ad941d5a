import type { z } from 'zod'
import { explainIssue, foldSpelling, type Diagnostic, suggest, type Spellings } from './diagnostics.ts'
import type { YamlFile } from './yaml-file.ts'

export interface ParsedEntries<T> {
  /** The entries without mistakes. */
  readonly entries: readonly T[]
  readonly mistakes: readonly Diagnostic[]
}

/** Checks a file that holds one list under one key, entry by entry: a mistake in one entry hides none of another. */
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
  const mistakes = strangers(file, key)
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

function strangers(file: YamlFile, key: string): Diagnostic[] {
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

/** A value that an entry takes for itself: no other owner may take it too. */
interface Claim {
  /** Compared; two spellings of one thing must be equal here. */
  readonly value: string
  /** Where it stands inside the entry. */
  readonly path: readonly PropertyKey[]
  /** Claims of one owner do not collide. */
  readonly owner: string
  /** What is wrong where `first` claimed it already, on a line, and what to do. */
  readonly explain: (first: string, line: number) => string
}

/** What an entry claims, by its place in the list. */
type RepeatRule = (entry: object, index: number) => readonly Claim[]

/** Values that stand twice in a file where they may stand once. Looks at raw entries: those with other mistakes count too. */
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

/** A key whose value must be unique in the file. */
export const unique =
  (key: string, normalise: (value: string) => string = (value) => value): RepeatRule =>
  (entry, index) =>
    strings([Reflect.get(entry, key)]).map(([shown]) => ({
      value: normalise(shown),
      path: [key],
      owner: String(index),
      explain: (_, line) => `${key} '${shown}' stands on line ${line} already; remove one of the two`,
    }))

/** Ids, names and aliases: what people type must mean one thing. */
export const uniqueSpellings: RepeatRule = (entry, index) =>
  wordsFor(entry).map(({ word, path }) => ({
    value: foldSpelling(word),
    path,
    owner: ownerOf(entry, index),
    explain: (first, line) =>
      `'${word}' already stands for '${first}' (line ${line}); remove it here or there`,
  }))

/** The id of an entry, its names and its aliases, each with where it stands. */
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

/** Sections part the world: a country in two of them would have its stories told twice. */
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

/** One address whatever its spelling: scheme, www, capitals of the host and a last slash do not make another feed. */
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
 * Everything the entries of a file can be called (id, names, aliases), each with the id it stands for; null if the file
 * could not be read. Read from the raw entries: a region with a mistake elsewhere in it is still a known region.
 */
export function spellingsOf(file: YamlFile, key: string): Spellings | null {
  const list = listIn(file.value, key)
  if (list === null) return null
  const spellings = list.flatMap((entry) => {
    const words = wordsFor(Object(entry))
    const id = words.find(({ path }) => path[0] === 'id')?.word
    return id === undefined ? [] : words.map(({ word }) => [foldSpelling(word), id] as const)
  })
  // An id goes before a name or alias of another.
  const ids = spellings.map(([, id]) => [foldSpelling(id), id] as const)
  return new Map([...spellings, ...ids])
}

/** The list under `key` of a file's value; null if there is none. */
function listIn(value: unknown, key: string): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
  const list: unknown = Reflect.get(value, key)
  return Array.isArray(list) ? list : null
}
