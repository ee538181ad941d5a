import { readText } from '../../language/read-text.ts'
import { readNameLists } from '../names/common-names.ts'
import type { NameEntry } from '../names/name-book.ts'

/** People's names in one script, in a pseudo-random order that is the same each time. */
export interface NativeNames {
  readonly pick: (kind: 'first' | 'family') => string
}

/**
 * Names common where a language is spoken, since the documents come from English, and so do most people in
 * them. First and family names of the lists, and family names in `names`. A family name that is an alias by
 * itself is left out: the name book knows its bearer, which tells nothing of others.
 */
export function nativeNames(script: string, names: readonly NameEntry[]): NativeNames {
  const isOfScript = new RegExp(`^\\p{Script=${script}}+$`, 'u')
  const { first, family } = readNameLists()
  const spelled = names
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ aliases }) => aliases.map((alias) => readText(alias).folded))
  const alone = new Set(spelled.filter(({ length }) => length === 1).map(([word = '']) => word))
  const last = spelled.filter(({ length }) => length > 1).map((words) => words.at(-1) ?? '')
  const lists = {
    first: first.filter((name) => isOfScript.test(name)),
    family: [...new Set([...family, ...last])].filter((name) => isOfScript.test(name) && !alone.has(name)),
  }
  let random = 99
  return {
    pick(kind) {
      random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff
      return lists[kind][(random >> 8) % lists[kind].length] ?? ''
    },
  }
}
