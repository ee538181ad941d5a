import { composeBriefing } from '../briefings/compose-briefing.ts'
import type { Command } from '../chat/command.ts'
import { notice } from './notice.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { suggest, understand } from './understand.ts'
import { wishesOf } from './wishes.ts'

const DAY_MS = 24 * 3_600_000

/** A briefing now: of everything, or of the regions, countries, topics and sources named. */
export function briefingCommand(newsroom: NewsroomView): Command {
  return {
    name: 'briefing',
    help: {
      words: 'briefing [region, country, topic, source] [since TIME]',
      summary: 'A briefing now; the last 24 hours unless you say since when.',
      examples: [
        'briefing',
        'briefing syria since yesterday',
        'briefing "middle east" topic:conflict since:3d',
      ],
    },
    async run(words, asker) {
      const now = newsroom.now()
      const asked = understand(words, newsroom.vocabulary, { now, zone: asker.zone })
      const unknown = asked.rest.map((word) => {
        const names = suggest(word, newsroom.vocabulary)
        const hint =
          names.length > 0
            ? `did you mean ${names.map((name) => `'${name}'`).join(' or ')}?`
            : `'search ${word}' looks for it in all articles.`
        return `I know no region, country, topic or source '${word}'; ${hint}`
      })
      const mistakes = [...asked.mistakes, ...unknown]
      if (mistakes.length > 0) return notice('warning', mistakes.join('\n'), asker)
      const title = asked.terms.length === 0 ? 'Briefing' : asked.terms.map((term) => term.name).join(', ')
      const { briefing } = await composeBriefing(
        {
          id: 'asked',
          title,
          to: asker.channel,
          at: [],
          days: 'daily',
          zone: asker.zone,
          language: asker.language,
          ...wishesOf(asked),
          stories: 12,
          perSection: 4,
        },
        { from: asked.since ?? now - DAY_MS, now, onlyMoved: false },
        newsroom.archive,
        newsroom.settings,
      )
      return { kind: 'briefing', briefing }
    },
  }
}
