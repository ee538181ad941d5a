import { ANSWERLESS } from '../platform/fault.ts'
import type { LoggedCall } from '../platform/platform-log.ts'
import type { DecidedMessage } from './decided-messages.ts'
import type { Evidence } from './evidence.ts'
import { COVERAGE, opens, type FoundPart } from './find-parts.ts'
import { readPart } from './read-part.ts'

/** Why a message may be flagged as uncertain, or that nothing allows it. */
export type FlagReason =
  | 'in flight at a kill'
  | 'next for the socket at a kill'
  | 'its answer was taken away'
  | 'beyond the rule'

/** Real milliseconds. An answer sent this shortly before a kill may not have been read or recorded. */
const ON_ITS_WAY_MS = 1_000

/** Under this fault no request is read, so the log has nothing to explain a flag. */
const UNREAD = 'reset before anything was read'

/**
 * Explains why a message is flagged. On Discord no message may be, because Discord recognises repeats. On
 * Slack it may be if the platform has read its call and the bot cannot have read the answer. For one
 * destination that is one call per kill, since its messages are sent one after the other.
 */
export function explainFlag(
  flagged: DecidedMessage,
  parts: readonly FoundPart[],
  { log, kills }: Pick<Evidence, 'log' | 'kills'>,
): FlagReason {
  if (flagged.platform === 'discord') return 'beyond the rule'
  const killedAt = new Map(kills.map(({ life, at }) => [life, at]))
  const openings = new Set(parts.flatMap(({ isOpening, shown }) => (isOpening ? [shown.id] : [])))
  const calls = log.filter((call) => isPostOf(flagged, openings, call))
  const isInFlight = ({ life, answeredAt }: LoggedCall): boolean => {
    const at = killedAt.get(life)
    return at !== undefined && (answeredAt === null || answeredAt > at - ON_ITS_WAY_MS)
  }
  if (calls.some(isTaken) || flagged.trouble === UNREAD) return 'its answer was taken away'
  if (calls.some(isInFlight)) return 'in flight at a kill'
  return calls.some(({ answeredAt }) => answeredAt === null) ? 'its answer was taken away' : 'beyond the rule'
}

const isTaken = ({ fault }: LoggedCall): boolean => fault !== null && ANSWERLESS.has(fault)

function isPostOf(message: DecidedMessage, openings: ReadonlySet<string>, call: LoggedCall): boolean {
  if (call.platform !== 'slack' || call.name !== 'chat.postMessage' || call.place !== message.place)
    return false
  if (call.under !== null) return openings.has(call.under)
  const reading = readPart(call.body)
  const own = new Set(message.message.stories.map(({ id }) => id))
  const isRest =
    reading.stories.length > 0 ? reading.stories.every((id) => own.has(id)) : COVERAGE.test(reading.text)
  return opens(reading, message) || (isRest && call.place.includes(':@'))
}
