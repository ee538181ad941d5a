import type { Message } from '../records/message.ts'

/**
 * For each new or updated story of a message, the time in milliseconds from the publication of its newest
 * report to `at`. Stories without a publication time are skipped.
 */
export function newsDelays(
  message: Message,
  at: number,
): { readonly kind: 'briefing' | 'alert'; readonly delaysMs: readonly number[] } {
  if (message.kind !== 'briefing') return { kind: 'briefing', delaysMs: [] }
  const { sections, isAlert } = message.briefing
  const told = sections.flatMap(({ stories }) => stories).filter(({ mark }) => mark !== null)
  const delaysMs = told.flatMap(({ outlets }) => {
    // A feed may date its reports in the future.
    const dates = outlets.flatMap(({ publishedAt }) =>
      publishedAt === null || publishedAt > at ? [] : [publishedAt],
    )
    return dates.length === 0 ? [] : [at - Math.max(...dates)]
  })
  return { kind: isAlert === true ? 'alert' : 'briefing', delaysMs }
}
