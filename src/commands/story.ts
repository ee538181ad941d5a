import { tellStoryCard } from '../briefings/tell-story-card.ts'
import { muteStory } from '../chat/action.ts'
import type { Command } from '../chat/command.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import { quoted } from './reading/list-of.ts'

/** One story whole: outlets side by side, what each adds, how it moved. */
export function storyCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'story',
    options: ['story'],
    required: ['story'],
    bare: 'story',
    answer: 'public',
    help: 'command.story',
    usage: 'story ID',
    examples: ['story sts9wNz5DYOPlKypz'],
    async run({ story: id }, asker) {
      const { language, zone } = asker
      const story = await tellStoryCard(id ?? '', newsroom.archive, newsroom.settings, language)
      if (story === null)
        return notice('warning', say('story.unknown', language, { id: quoted(id ?? '', language) }), asker)
      return {
        kind: 'story',
        story,
        actions: [muteStory(story.id)],
        zone,
        language,
      }
    },
  })
}
