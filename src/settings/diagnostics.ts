import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'

/** A mistake in the settings that a person must fix before the bot can start. */
export interface Diagnostic {
  /** As the person knows it: `config/sources.yaml`, or `environment`. */
  readonly file: string
  /** 1-based; 0 without a meaningful line (the environment, a missing file). */
  readonly line: number
  /** What is wrong, and what to do. */
  readonly text: string
}

/** Formats mistakes by file and line, one on each line: `config/sources.yaml:12 unknown region …`. */
export function formatDiagnostics(mistakes: readonly Diagnostic[]): string {
  return mistakes
    .toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
    .map(({ file, line, text }) => `${file}${line > 0 ? `:${line}` : ':'} ${text}`)
    .join('\n')
}

/**
 * Explains a zod issue in an entry to a person.
 * @param keys the allowed keys of the entry
 * @returns one text for each mistake, with the path of keys inside the entry
 */
export function explainIssue(
  issue: z.core.$ZodIssue,
  entry: unknown,
  keys: readonly string[],
): readonly { readonly path: readonly PropertyKey[]; readonly text: string }[] {
  if (issue.code === 'unrecognized_keys') {
    const words = new Map(keys.map((key) => [key.toLowerCase(), key]))
    return issue.keys.map((key) => {
      const meant = suggest(key, words)
      const remedy =
        meant === null ? `remove it, or use one of ${keys.join(', ')}` : `did you mean '${meant}'?`
      return { path: [...issue.path, key], text: `unknown key '${key.slice(0, 60)}'; ${remedy}` }
    })
  }
  const name = nameOf(issue.path)
  const value = valueAt(entry, issue.path)
  if (value === undefined || value === null) {
    return [{ path: issue.path, text: `${name} is missing: ${issue.message}` }]
  }
  const isAboutShape =
    ['invalid_type', 'too_small', 'too_big'].includes(issue.code) ||
    (issue.code === 'invalid_format' && issue.format === 'template_literal')
  return [{ path: issue.path, text: isAboutShape ? `${name} must be ${issue.message}` : issue.message }]
}

function nameOf(path: readonly PropertyKey[]): string {
  const key = path.findLast((part) => typeof part === 'string')
  if (key === undefined) return 'this entry'
  return typeof path.at(-1) === 'number' ? `each of '${key}'` : `'${key}'`
}

function valueAt(entry: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    entry,
  )
}

/** Folded words (ids, names, aliases) mapped to what each stands for. */
export type Spellings = ReadonlyMap<string, string>

/**
 * Returns what somebody probably meant: the entry with this name or alias, else the nearest within an edit
 * distance of a third of its letters (at least one). Null otherwise, because a wilder guess would mislead
 * people.
 */
export function suggest(typed: string, words: Spellings): string | null {
  const word = foldSpelling(typed.slice(0, 80))
  const exact = words.get(word)
  if (exact !== undefined) return exact
  let best: { readonly meant: string; readonly steps: number } | null = null
  for (const [known, meant] of words) {
    const steps = distance(word, known)
    if (steps <= Math.max(1, Math.floor(known.length / 3)) && steps < (best?.steps ?? Infinity)) {
      best = { meant, steps }
    }
  }
  return best?.meant ?? null
}

/**
 * Folds spelling variants that people use interchangeably: "Middle-East" and "middle east", "Türkçe" and
 * "turkce".
 */
export function foldSpelling(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim()
}
