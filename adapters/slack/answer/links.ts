import { z } from 'zod'

/** Links of one message that are looked up; more would bury the channel. */
const MOST = 3

const LONGEST = 2_000

/** Of a message, where Slack keeps addresses. */
const linked = z.object({
  text: z.string().nullish(),
  attachments: z
    .array(
      z.object({
        from_url: z.string().nullish(),
        original_url: z.string().nullish(),
        title_link: z.string().nullish(),
      }),
    )
    .nullish(),
})

/** The web addresses in a message, the first few, each once. */
export function linksIn(message: unknown): readonly string[] {
  const read = linked.safeParse(message)
  if (!read.success) return []
  const { text, attachments } = read.data
  const written = [...(text ?? '').matchAll(/<(https?:\/\/[^|>\s]+)|(?<![<\w])(https?:\/\/[^\s<>|]+)/gu)].map(
    ([, bracketed, bare]) => (bracketed ?? bare ?? '').replaceAll('&amp;', '&'),
  )
  const shown = (attachments ?? []).flatMap(({ from_url, original_url, title_link }) =>
    [from_url ?? original_url ?? title_link].filter((url) => typeof url === 'string'),
  )
  const links = [...written, ...shown].filter((url) => url.length <= LONGEST && URL.canParse(url))
  return [...new Set(links)].slice(0, MOST)
}
