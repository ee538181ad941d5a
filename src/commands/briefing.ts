import { composeBriefing } from '../briefings/compose-briefing.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message } from '../chat/message.ts'
import { STORIES } from '../subscriptions/length.ts'
import { isEverything, toFields } from '../subscriptions/wishes-of.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import { BRIEFING_DAYS, daysBefore } from './reading/read-moment.ts'

const DAY_MS = 24 * 3_600_000

/** A briefing now: of everything, or of what is named. */
export function briefingCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'briefing',
    options: [
      'what',
      'region',
      'country',
      'topic',
      'source',
      'person',
      'language',
      'keywords',
      'since',
      'length',
    ],
    bare: 'what',
    answer: 'public',
    help: 'command.briefing',
    usage: 'briefing [region, country, topic, source] [since TIME]',
    examples: [
      'briefing',
      'briefing syria since yesterday',
      'briefing "middle east" topic:conflict since:3d',
    ],
    async run({ wish, since, length }, asker) {
      const now = newsroom.now()
      const tooEarly = tooEarlyToBrief(since, now, asker)
      if (tooEarly !== null) return tooEarly
      const { language, zone, channel: to } = asker
      const title = isEverything(wish) ? say('briefing.title', language) : null
      const { briefing } = await composeBriefing(
        {
          id: 'asked',
          title,
          to,
          at: [],
          days: 'daily',
          zone,
          language,
          ...toFields(wish),
          ...STORIES[length ?? 'normal'],
        },
        { from: since ?? now - DAY_MS, now, onlyMoved: false },
        newsroom.archive,
        newsroom.settings,
      )
      return { kind: 'briefing', briefing }
    },
  })
}

/** A long weekend: who was away for less remembers the morning they left. */
const AWAY_MS = 3 * 24 * 3_600_000

/** For a person who was away: what this channel was told since then, strongest first, with how it went on. */
export function catchupCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'catchup',
    options: ['what', 'since', 'region', 'country', 'topic', 'length'],
    bare: 'what',
    help: 'command.catchup',
    usage: 'catchup [since TIME] [region, country, topic]',
    examples: ['catchup since friday', 'catchup since 2 weeks syria'],
    async run({ wish, since, length }, asker) {
      const now = newsroom.now()
      const tooEarly = tooEarlyToBrief(since, now, asker)
      if (tooEarly !== null) return tooEarly
      const from = since ?? now - AWAY_MS
      const { language, zone, channel: to } = asker
      const told = await newsroom.archive.told(to)
      const here = new Set([...told].flatMap(([id, { at }]) => (at >= from ? [id] : [])))
      const time = timesIn(zone, language).moment(from, now)
      const { briefing } = await composeBriefing(
        {
          id: 'catchup',
          title: say('catchup.title', language, { time }),
          to,
          at: [],
          days: 'daily',
          zone,
          language,
          ...toFields(wish),
          ...STORIES[length ?? 'long'],
        },
        {
          from,
          now,
          onlyMoved: false,
          // Where nothing was told, or something else is wished for, the news itself is what was missed.
          ...(here.size > 0 && isEverything(wish) && { among: here }),
        },
        newsroom.archive,
        newsroom.settings,
      )
      return { kind: 'briefing', briefing }
    },
  })
}

/** Where somebody asks for more than a briefing tells, an answer that names the way to it; null where it is in reach. Milliseconds since 1970. */
function tooEarlyToBrief(since: number | null, now: number, asker: Asker): Message | null {
  return since === null || since >= daysBefore(now, BRIEFING_DAYS, asker.zone)
    ? null
    : notice('warning', say('mistake.tooEarlyToBrief', asker.language, { days: BRIEFING_DAYS }), asker)
}
