import { skipDateline } from '../language/dateline.ts'

/**
 * Returns where the content of a sentence begins, after the dateline of its article. `text` is title, line
 * break and body of an article; `start`, `end` and the result are UTF-16 offsets into it. A title has no
 * dateline.
 */
export function behindDateline(text: string, start: number, end: number): number {
  const body = text.indexOf('\n') + 1
  return start < body || body === 0 ? start : body + skipDateline(text.slice(body), start - body, end - body)
}
