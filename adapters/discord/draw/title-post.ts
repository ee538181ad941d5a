import type { Briefing } from '../../../src/records/briefing.ts'
import { quote } from '../../../src/chat/wording/pieces.ts'
import { timesIn } from '../../../src/words/times.ts'
import { THREAD_NAME } from '../limits.ts'
import { plain } from '../text/plain.ts'

const DOT = ' · '

/**
 * Names the post of a forum into which a briefing goes: one for each day, by the clock of whom the briefing is written
 * for. It follows from the briefing alone, so that each try of it names the same.
 */
export function titlePost({ title, to, zone, language }: Briefing): string {
  const day = timesIn(zone, language).day(to)
  const name = plain([quote(title)], THREAD_NAME - DOT.length - day.length)
  return name === '' ? day : `${name}${DOT}${day}`
}
