import type { Word } from './read-words.ts'

/** Words before a month that make it a time: "in May", "last May", "from May". */
const WHEN =
  /^(?:in|on|by|since|until|till|before|after|last|next|this|early|late|mid|of|from|to|through|during|every|each|and|or|between|for|end|past|beginning|starting)$/u

/**
 * Does a month say when something is: "in May", "May 12"? Where it does something or describes it ("November has proposed", "a May producer") another name
 * may belong. Weekdays stand anywhere ("he said Monday").
 */
export function isWhen(name: readonly Word[], words: readonly Word[]): boolean {
  const first = name[0]
  const at = first?.index ?? 0
  const before = words[at - 1]
  const behind = words[at + name.length]
  if (first === undefined || first.lower.endsWith('day')) return true
  if (before?.number !== undefined || behind?.number !== undefined) return true
  if (before === undefined || !WHEN.test(before.lower)) return false
  return before.lower !== 'on' || behind === undefined || behind.empty || behind.gap !== ' '
}
