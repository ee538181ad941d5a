import type { Quiet } from '../../records/subscription.ts'
import { means } from './grammar.ts'
import { readTime } from './read-time.ts'

/** Quiet hours: `22:00-07:00`, `22-7`, `from 10pm to 7am`; `off` for none. Null where it is neither. */
export function readQuiet(typed: string): Quiet | 'off' | null {
  if (means(typed, 'off')) return 'off'
  const parts = typed
    .replace(/^\s*from\s+/iu, '')
    .split(/\s*(?:[-–—]|\bto\b|\buntil\b)\s*/iu)
    .map(readTime)
  const [from, to] = parts
  if (parts.length !== 2 || from == null || to == null || from === to) return null
  return { from, to }
}
