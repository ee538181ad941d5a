import { foldWord } from './fold-word.ts'
import { listIn } from './list-in.ts'
import type { Words } from './suggest.ts'
import type { YamlFile } from './yaml-file.ts'

/**
 * Everything the entries of a file can be called (id, names, aliases), each with the id it stands for; null if the file
 * could not be read. Read from the raw entries: a region with a mistake elsewhere in it is still a known region.
 */
export function wordsOf(file: YamlFile, key: string): Words | null {
  const list = listIn(file.value, key)
  if (list === null) return null
  const ids: [string, string][] = []
  const others: [string, string][] = []
  for (const entry of list) {
    const { id, names, aliases }: { id?: unknown; names?: unknown; aliases?: unknown } = Object(entry)
    if (typeof id !== 'string') continue
    ids.push([foldWord(id), id])
    const called: unknown[] = [...Object.values(Object(names)), ...(Array.isArray(aliases) ? aliases : [])]
    others.push(
      ...called
        .filter((word) => typeof word === 'string')
        .map((word): [string, string] => [foldWord(word), id]),
    )
  }
  return new Map([...others, ...ids])
}
