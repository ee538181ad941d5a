import { timesIn } from '../../../src/words/times.ts'
import type { ShownMessage } from '../platform/platform-log.ts'
import type { DecidedMessage } from './decided-messages.ts'
import { readPart, type PartReading } from './read-part.ts'

/** A posted message that is a part of a decided one. */
export interface FoundPart {
  readonly shown: ShownMessage
  readonly reading: PartReading
  readonly isOpening: boolean
}

export interface FoundParts {
  /** Parts by decided message, in the order of the channel. */
  readonly parts: ReadonlyMap<DecidedMessage, readonly FoundPart[]>
  /** Number of notices to a person, by destination. */
  readonly notices: ReadonlyMap<string, number>
  /** Messages that belong to no decision. */
  readonly strangers: readonly ShownMessage[]
}

/** Text below a corrected message, and text in place of a part that is no longer needed. */
const NOTE = /^Corrected above/u
const NOTHING_MORE = '…'

/**
 * Assigns each posted message to a decided one by its content alone, without keys, nonces or receipts: the
 * first part has the name of its subscription and its period; the others are in its thread or follow it.
 */
export function findParts(decided: readonly DecidedMessage[], shown: readonly ShownMessage[]): FoundParts {
  const parts = new Map<DecidedMessage, FoundPart[]>(decided.map((one) => [one, []]))
  const notices = new Map<string, number>()
  const strangers: ShownMessage[] = []
  const decidedAt = Map.groupBy(decided, ({ place }) => place)
  const owners = new Map<string, DecidedMessage>()
  /** Decided messages that begin in a channel, thread or post, newest last. */
  const begun = new Map<string, DecidedMessage[]>()

  for (const one of shown) {
    const reading = readPart(one.body)
    const stream = `${one.place} ${one.under ?? ''}`
    const before = begun.get(stream) ?? []
    const candidates = (decidedAt.get(one.place) ?? []).filter((message) => opens(reading, message))
    const own =
      candidates.find((message) => holds(message, reading) && parts.get(message)?.length === 0) ??
      candidates.find((message) => holds(message, reading)) ??
      candidates[0]
    const text = reading.text.trim()
    if (own !== undefined) {
      owners.set(`${one.platform} ${one.id}`, own)
      begun.set(stream, [...before, own])
      parts.get(own)?.push({ shown: one, reading, isOpening: true })
      continue
    }
    if (NOTE.test(text) || text === NOTHING_MORE) continue
    const above = before.length === 0 ? owners.get(`${one.platform} ${one.under ?? ''}`) : undefined
    const whole = above ?? ownerAmong(before, reading, parts)
    if (whole !== undefined && (before.length > 0 || above !== undefined) && isBriefing(reading, whole))
      parts.get(whole)?.push({ shown: one, reading, isOpening: false })
    else if (one.place.includes(':@') && reading.stories.length === 0)
      notices.set(one.place, (notices.get(one.place) ?? 0) + 1)
    else strangers.push(one)
  }
  return { parts, notices, strangers }
}

/** Whether a part is the first one of this message. */
export function opens({ text, stories }: PartReading, { platform, message }: DecidedMessage): boolean {
  if (!text.includes(message.title)) return false
  return platform === 'discord' && message.isAlert
    ? message.stories.some(({ id }) => stories.includes(id))
    : text.includes(stretchOf(platform, message))
}

function stretchOf(platform: string, { from, to, zone }: DecidedMessage['message']): string {
  const [start, end] = [from, to].map((at) => `<t:${Math.floor(at / 1000)}:f>`)
  return platform === 'discord' ? `${start} – ${end}` : timesIn(zone, 'en').stretch(from, to)
}

const holds = ({ message }: DecidedMessage, { stories }: PartReading): boolean =>
  stories.every((id) => message.stories.some((story) => story.id === id))

/**
 * Returns the owner of a part without an opening: the newest message, unless that is complete already. Then
 * it belongs to the last corrected message that is incomplete, because a correction may have put its last
 * part below a newer message.
 */
function ownerAmong(
  before: readonly DecidedMessage[],
  reading: PartReading,
  parts: ReadonlyMap<DecidedMessage, readonly FoundPart[]>,
): DecidedMessage | undefined {
  const newest = before.at(-1)
  const isOpen = (one: DecidedMessage): boolean => {
    const own = (parts.get(one) ?? []).map((part) => part.reading)
    if (reading.stories.length === 0) return !own.some(({ text }) => COVERAGE.test(text))
    const told = new Set(own.flatMap(({ stories }) => stories))
    return holds(one, reading) && reading.stories.some((id) => !told.has(id))
  }
  if (newest !== undefined && isOpen(newest)) return newest
  return before.findLast((one) => one.edits.length > 0 && isOpen(one)) ?? newest
}

/** The line at the end of each briefing that says how many sources answered. */
export const COVERAGE = /sources? answered/u

function isBriefing(reading: PartReading, { message }: DecidedMessage): boolean {
  return (
    reading.stories.length > 0 ||
    COVERAGE.test(reading.text) ||
    message.stories.some(({ headline }) => reading.text.includes(headline))
  )
}
