import { renderMarkdown } from '../../adapters/terminal/render-markdown.ts'
import type { SourceHealth } from '../../src/records/message.ts'

/**
 * What the one issue about the source pack says; null when every source answers as it should, and there is
 * nothing to say.
 */
export interface SourcesIssue {
  readonly title: string
  /** GitHub Flavored Markdown, at most `MOST_CHARACTERS`. */
  readonly body: string
}

/** GitHub takes 65,536 characters; the words around the table want some of them. */
const MOST_CHARACTERS = 60_000

/**
 * Tells what fails in every one of these examinations of the same pack: an outlet may be down for an hour.
 * The last one says how it fails. What is worse stands first; what would make the text too long is counted.
 */
export function sourcesIssue(examinations: readonly (readonly SourceHealth[])[]): SourcesIssue | null {
  const last = examinations.at(-1) ?? []
  const lasting = last
    .filter(({ sourceId }) => examinations.every((sources) => !isWell(sources, sourceId)))
    .toSorted((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state))
  if (lasting.length === 0) return null
  let shown = lasting.length
  while (tableOf(lasting.slice(0, shown)).length > MOST_CHARACTERS) shown = Math.floor(shown * 0.9)
  const left = lasting.length - shown
  return {
    title: `Source pack: ${lasting.length} of ${last.length} sources want somebody to look at them`,
    body: [
      `Each of ${last.length} sources was read ${examinations.length} times with some time between; these did not answer as they should in any of them.`,
      'They were read from a machine of GitHub, which some sites refuse: try `npm run -s dragoman -- doctor` from yours before you change one. [config/README.md](../blob/HEAD/config/README.md) says how.',
      tableOf(lasting.slice(0, shown)).trimEnd(),
      ...(left > 0 ? [`And ${left} more, which do not fit here; \`doctor\` names them.`] : []),
      'This text is written anew each week, and the issue is closed when all is well.',
    ].join('\n\n'),
  }
}

const WORST_FIRST: readonly SourceHealth['state'][] = [
  'gone',
  'paused',
  'failing',
  'moved',
  'silent',
  'unread',
]

function isWell(sources: readonly SourceHealth[], sourceId: string): boolean {
  return sources.some((source) => source.sourceId === sourceId && source.state === 'active')
}

function tableOf(sources: readonly SourceHealth[]): string {
  return renderMarkdown({ kind: 'sources', sources, zone: 'UTC', language: 'en' })
}
