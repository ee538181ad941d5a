import { composeBriefing } from '../briefings/compose-briefing.ts'
import type { Command } from '../chat/command.ts'
import { STORIES } from '../subscriptions/length.ts'
import { isEverything, toFields } from '../subscriptions/wishes.ts'
import { timesIn } from '../words/times.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { tooEarlyToBrief } from './too-early-to-brief.ts'

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
