import { pack } from './pack.ts'
import type { Reply } from './draft.ts'

/** Neighbours as one reply where one message can hold them: Slack takes one a second, and each is one more that can fail half way. */
export function mergeReplies(replies: readonly Reply[]): readonly Reply[] {
  const merged: Reply[] = []
  for (const reply of replies) {
    const last = merged.at(-1)
    const [first = [], ...others] = reply.groups
    const together = [...(last?.groups ?? []), [{ type: 'divider' } as const, ...first], ...others]
    if (last !== undefined && pack(together).length === 1)
      merged[merged.length - 1] = { text: `${last.text} · ${reply.text}`, groups: together }
    else merged.push(reply)
  }
  return merged
}
