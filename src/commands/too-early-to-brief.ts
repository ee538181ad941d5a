import type { Asker } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { say } from '../words/say.ts'
import { notice } from './notice.ts'
import { BRIEFING_DAYS, daysBefore } from './parse-since.ts'

/** Where somebody asks for more than a briefing tells, an answer that names the way to it; null where it is in reach. Milliseconds since 1970. */
export function tooEarlyToBrief(since: number | null, now: number, asker: Asker): Message | null {
  return since === null || since >= daysBefore(now, BRIEFING_DAYS, asker.zone)
    ? null
    : notice('warning', say('mistake.tooEarlyToBrief', asker.language, { days: BRIEFING_DAYS }), asker)
}
