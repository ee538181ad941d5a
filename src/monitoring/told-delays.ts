import type { Message } from '../records/message.ts'

/** How long after the publication of its newest report each new or updated story of a message was told, in milliseconds; what states no time is passed over. */
export function toldDelays(
  message: Message,
  at: number,
): { readonly kind: 'briefing' | 'alert'; readonly delaysMs: readonly number[] } {
  if (message.kind !== 'briefing') return { kind: 'briefing', delaysMs: [] }
  const { sections, isAlert } = message.briefing
  const told = sections.flatMap(({ stories }) => stories).filter(({ mark }) => mark !== null)
  const delaysMs = told.flatMap(({ outlets }) => {
    // A feed may date its reports ahead.
    const dates = outlets.flatMap(({ publishedAt }) =>
      publishedAt === null || publishedAt > at ? [] : [publishedAt],
    )
    return dates.length === 0 ? [] : [at - Math.max(...dates)]
  })
  return { kind: isAlert === true ? 'alert' : 'briefing', delaysMs }
}
