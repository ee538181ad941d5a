import type { z } from 'zod'
import { suggest } from './suggest.ts'

/**
 * Puts what zod found wrong with one entry into words.
 * @param keys what may stand in the entry
 * @returns one text for each mistake, with the keys that lead to it inside the entry
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
