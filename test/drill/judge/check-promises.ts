import { slotsBetween } from '../slots-between.ts'
import type { Account } from './account.ts'
import type { DecidedMessage } from './decided-messages.ts'
import type { Evidence } from './evidence.ts'
import { explainFlag } from './explain-flag.ts'
import type { FoundParts } from './find-parts.ts'

/** Lists the broken promises that are not about a single message's delivery, one line each. */
export function checkPromises(
  evidence: Evidence,
  accounts: readonly Account[],
  found: FoundParts,
): readonly string[] {
  return [
    ...say('articles served and not stored', lostArticles(evidence)),
    ...say('slots never served although the bot was up', unservedSlots(evidence)),
    ...say('messages print stories that they do not tell', printedStrangers(accounts)),
    ...say('messages book other stories than they print', bookedStrangers(accounts)),
    ...say(
      'posted messages belong to nothing that was decided',
      found.strangers.map(({ place, id }) => `${place} ${id}`),
    ),
    ...say('corrections were not made', unmadeCorrections(evidence, accounts, found)),
    ...say('notices do not stand there as often as they were decided', wrongNotices(evidence, found)),
    ...say('a channel that is gone is not paused, or is called again', unpausedGone(evidence)),
    ...say('complaints', evidence.complaints),
  ]
}

const EXAMPLES = 3

const say = (what: string, cases: readonly string[]): readonly string[] =>
  cases.length === 0 ? [] : [`${what} (${cases.length}): ${cases.slice(0, EXAMPLES).join(' | ')}`]

function lostArticles({ served, stored }: Evidence): readonly string[] {
  return [...served].filter((url) => !stored.has(url))
}

function unservedSlots(evidence: Evidence): readonly string[] {
  const { subscriptions, doomed, deliveries, decidedAt, from, until } = evidence
  const decided = Map.groupBy(deliveries, ({ subscription }) => subscription)
  return subscriptions.flatMap((wish) => {
    // Hourly briefings and alerts are silent if there is nothing to tell.
    if (wish.kind !== 'briefing' || doomed.has(wish.to)) return []
    const served = new Set((decided.get(wish.id) ?? []).map(({ slot }) => slot))
    const slots = slotsBetween(wish, from, until)
    return slots.flatMap(({ slot, at }, index) => {
      const next = slots[index + 1]?.at ?? until
      const wasUp = decidedAt.some((time) => time >= at && time < next)
      return wasUp && !served.has(slot) ? [`${wish.id} ${slot}`] : []
    })
  })
}

function printedStrangers(accounts: readonly Account[]): readonly string[] {
  return accounts.flatMap(({ message: { id }, strangers }) =>
    strangers.length === 0 ? [] : [`${id}: ${strangers.join(', ')}`],
  )
}

function bookedStrangers(accounts: readonly Account[]): readonly string[] {
  return accounts.flatMap(({ message: { id, told, message } }) => {
    const booked = new Set(told)
    const printed = new Set(message.stories.map((story) => story.id))
    const odd = booked.symmetricDifference(printed)
    return odd.size === 0 ? [] : [`${id}: ${[...odd].join(', ')}`]
  })
}

/** What the channel shows now must contain what the last edit says. */
function unmadeCorrections(
  evidence: Evidence,
  accounts: readonly Account[],
  { parts }: FoundParts,
): readonly string[] {
  const { doomed } = evidence
  // A correction that adds a part on Slack may be flagged like a briefing.
  const isExplained = (message: DecidedMessage): boolean =>
    explainFlag(message, parts.get(message) ?? [], evidence) !== 'beyond the rule'
  return accounts.flatMap(({ message }) => {
    if (message.edits.length === 0 || doomed.has(message.place)) return []
    const open = message.edits.filter(
      (state) => state !== 'sent' && !(state === 'uncertain' && isExplained(message)),
    )
    const texts = (parts.get(message) ?? []).map(({ reading }) => reading.text).join('\n')
    const changed = message.corrected.stories.filter(({ isChanged }) => isChanged)
    const unsaid = changed.flatMap(({ sentences }) => sentences).filter((text) => !texts.includes(text))
    if (open.length + unsaid.length === 0) return []
    return [`${message.id}: ${[...open, ...unsaid].join(', ')}`]
  })
}

/** Flagged notices may or may not be shown. */
function wrongNotices({ deliveries }: Evidence, { notices }: FoundParts): readonly string[] {
  const rows = deliveries.filter((row) => row.slot === '' && row.edits === null)
  const places = new Set([...rows.map(({ destination }) => destination), ...notices.keys()])
  return [...places].flatMap((place) => {
    const own = rows.filter((row) => row.destination === place)
    const sure = own.filter(({ state }) => state === 'sent').length
    const shown = notices.get(place) ?? 0
    return shown < sure || shown > own.length
      ? [`${place}: ${own.length} decided, ${sure} sent, ${shown} shown`]
      : []
  })
}

/** What the platforms answer for a channel that is archived or deleted. */
const GONE = new Set(['is_archived', '404 10003'])

/**
 * Real milliseconds. A refusal answered this shortly before a kill may not have reached the bot or its store,
 * so it may be received a second time.
 */
const HEARD_MS = 1_000

function unpausedGone({ doomed, log, kills, paused }: Evidence): readonly string[] {
  const killedAt = new Map(kills.map(({ life, at }) => [life, at]))
  return [...doomed].flatMap((place) => {
    const calls = log.filter((call) => call.place === place)
    const told = calls.findIndex(({ life, refusal, fault, answeredAt }) => {
      const at = killedAt.get(life) ?? Infinity
      return (
        refusal !== null &&
        GONE.has(refusal) &&
        fault === null &&
        answeredAt !== null &&
        answeredAt < at - HEARD_MS
      )
    })
    if (told === -1) return []
    const later = calls.length - told - 1
    return [
      ...(paused.has(place) ? [] : [`${place} is not paused`]),
      ...(later > 0 ? [`${place} is called ${later} times after it said so`] : []),
    ]
  })
}
