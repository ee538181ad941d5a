import type { z } from 'zod'
import { explainIssue } from './explain-issue.ts'
import { listIn } from './list-in.ts'
import type { Mistake } from './mistake.ts'
import { suggest } from './suggest.ts'
import type { YamlFile } from './yaml-file.ts'

export interface CheckedEntries<T> {
  /** The entries without mistakes. */
  readonly entries: readonly T[]
  readonly mistakes: readonly Mistake[]
}

/** Checks a file that holds one list under one key, entry by entry: a mistake in one entry hides none of another. */
export function checkEntries<Schema extends z.ZodObject>(
  file: YamlFile,
  key: string,
  schema: Schema,
): CheckedEntries<z.output<Schema>> {
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

function strangers(file: YamlFile, key: string): Mistake[] {
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
