import type { DecidedMessage } from './decided-messages.ts'
import { COVERAGE, type FoundPart } from './find-parts.ts'

/** What readers received of one decided message. */
export interface Account {
  readonly message: DecidedMessage
  readonly verdict: 'once' | 'told again' | 'doubled' | 'lost'
  /** For debugging: what is missing, or shown twice. */
  readonly remark: string
  /** Stories shown in it that it should not tell. */
  readonly strangers: readonly string[]
}

/**
 * How often each unit occurs that the message must show once: `opening`, `coverage`, `story ID`, `details
 * ID`.
 */
type Counts = ReadonlyMap<string, number>

/**
 * Compares each decided message with its parts, in the order of decisions. A missing story counts as told
 * again if a later message at the same destination tells it: two subscriptions of one channel tell each
 * other's stories. A missing opening or coverage line counts if a later message of the same subscription has
 * it, or a later message that tells one of the missing stories, because then the subscription itself may have
 * nothing left to say.
 */
export function account(
  parts: ReadonlyMap<DecidedMessage, readonly FoundPart[]>,
  leads: ReadonlyMap<string, string>,
): readonly Account[] {
  const counted = [...parts].map(([message, own]) => ({ message, own, counts: count(message, own) }))
  const atPlace = Map.groupBy(counted, ({ message }) => message.place)
  return counted.map(({ message, own, counts }) => {
    const expected = expectedOf(message, own, counts)
    const missing = expected.filter((unit) => !counts.has(unit))
    const doubled = [...counts].flatMap(([unit, times]) => (times > 1 ? [`${unit} ×${times}`] : []))
    const later = (atPlace.get(message.place) ?? []).filter((one) => one.message.order > message.order)
    const lackedStories = missing.filter((unit) => unit.startsWith('story '))
    const retold = later.filter((one) => lackedStories.some((unit) => makesUp(unit, message, one, leads)))
    const stillMissing = missing.filter(
      (unit) =>
        !later.some((one) => makesUp(unit, message, one, leads)) &&
        !retold.some(({ counts }) => counts.has(unit)),
    )
    const strangers = own
      .flatMap(({ reading }) => reading.stories)
      .filter((id) => message.message.stories.every((story) => story.id !== id))
    if (doubled.length > 0)
      return { message, strangers, verdict: 'doubled', remark: `twice: ${doubled.join(', ')}` }
    if (stillMissing.length > 0)
      return { message, strangers, verdict: 'lost', remark: `missing: ${stillMissing.join(', ')}` }
    return { message, strangers, verdict: missing.length > 0 ? 'told again' : 'once', remark: '' }
  })
}

/**
 * Whether a later message makes up for a missing unit. A story also counts under the id that it leads to now.
 */
function makesUp(
  unit: string,
  message: DecidedMessage,
  later: { readonly message: DecidedMessage; readonly counts: Counts },
  leads: ReadonlyMap<string, string>,
): boolean {
  const [, id] = unit.split(' ')
  if (id !== undefined)
    return later.counts.has(`story ${id}`) || later.counts.has(`story ${leads.get(id) ?? id}`)
  return later.message.subscription === message.subscription && later.counts.has(unit)
}

function count(message: DecidedMessage, own: readonly FoundPart[]): Counts {
  const counts = new Map<string, number>()
  const add = (unit: string): void => void counts.set(unit, (counts.get(unit) ?? 0) + 1)
  for (const { reading, isOpening, shown } of own) {
    if (isOpening) add('opening')
    if (COVERAGE.test(reading.text)) add('coverage')
    for (const id of reading.stories) add(`story ${id}`)
    // In a thread on Discord, messages without stories list the other outlets under the headlines of the
    // stories.
    if (shown.platform === 'discord' && shown.under !== null && reading.stories.length === 0)
      for (const { id, headline } of message.message.stories)
        if (reading.text.includes(headline)) add(`details ${id}`)
  }
  return counts
}

function expectedOf(message: DecidedMessage, own: readonly FoundPart[], counts: Counts): readonly string[] {
  const { stories } = message.message
  // A briefing that needs several messages has a thread with details, but not in direct messages and forums,
  // nor if only a correction made it too long.
  const isChannel =
    message.platform === 'discord' && own.some(({ isOpening, shown }) => isOpening && shown.under === null)
  const inChannel = own.filter(({ shown }) => shown.under === null).length
  const hasDetails =
    [...counts.keys()].some((unit) => unit.startsWith('details ')) ||
    (isChannel && !message.place.includes(':@') && inChannel > 1 && message.edits.length === 0)
  return [
    'opening',
    ...stories.map(({ id }) => `story ${id}`),
    ...(hasDetails ? stories.map(({ id }) => `details ${id}`) : []),
    'coverage',
  ]
}
