import { skipDateline } from '../language/dateline.ts'

/**
 * Where what a sentence says begins, behind the dateline of its article: `text` is the one text of an article, its title and a line break first; `start`, `end`
 * and the answer are UTF-16 offsets into it. A title has no dateline.
 */
export function behindDateline(text: string, start: number, end: number): number {
  const body = text.indexOf('\n') + 1
  return start < body || body === 0 ? start : body + skipDateline(text.slice(body), start - body, end - body)
}
