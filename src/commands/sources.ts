import type { Command } from '../chat/command.ts'
import type { NewsroomView } from './newsroom-view.ts'

/** What is read and how it fares. */
export function sourcesCommand(newsroom: NewsroomView): Command {
  return {
    name: 'sources',
    help: {
      words: 'sources',
      summary: 'What I read: state, last success, newest entry and articles of each source.',
      examples: ['sources'],
    },
    async run(_words, asker) {
      return {
        kind: 'sources',
        sources: await newsroom.sourceHealth(),
        zone: asker.zone,
        language: asker.language,
      }
    },
  }
}
