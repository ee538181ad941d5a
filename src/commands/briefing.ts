import { composeBriefing } from '../briefings/compose-briefing.ts'
import type { Command } from '../chat/command.ts'
import { STORIES } from '../subscriptions/length.ts'
import { isEverything, toFields } from '../subscriptions/wishes.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { tooEarlyToBrief } from './too-early-to-brief.ts'

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
