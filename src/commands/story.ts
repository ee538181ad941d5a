import type { Command } from '../chat/command.ts'
import { tellStoryCard } from '../briefings/tell-story-card.ts'
import { notice } from './notice.ts'
import type { NewsroomView } from './newsroom-view.ts'

/** One story whole: outlets side by side, what each adds, how it moved. */
export function storyCommand(newsroom: NewsroomView): Command {
  return {
    name: 'story',
    help: {
      words: 'story ID',
      summary: 'One story with all its outlets side by side.',
      examples: ['story s4f2k9'],
    },
    async run(words, asker) {
      const id = words.trim()
      if (id === '')
        return notice(
          'warning',
          `Which story? Its id stands behind each story of a briefing: story s4f2k9`,
          asker,
        )
      const story = await tellStoryCard(id, newsroom.archive, newsroom.settings, asker.language)
      if (story === null)
        return notice(
          'warning',
          `I know no story '${id.slice(0, 60)}'. Ids stand behind each story of a briefing; 'search' finds stories by words.`,
          asker,
        )
      return { kind: 'story', story, zone: asker.zone, language: asker.language }
    },
  }
}
