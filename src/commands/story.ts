import { tellStoryCard } from '../briefings/tell-story-card.ts'
import { muteStory } from '../chat/action.ts'
import type { Command } from '../chat/command.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import { findArticle } from './find-article.ts'
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
    usage: 'story ID or URL',
    examples: ['story sts9wNz5DYOPlKypz'],
    async run({ story: named }, asker) {
      const { language, zone } = asker
      const id = await idOf(named ?? '', newsroom)
      const story = await tellStoryCard(id, newsroom.archive, newsroom.settings, language)
      if (story === null)
        return notice('warning', say('story.unknown', language, { id: quoted(id, language) }), asker)
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

/** Where somebody gives the address of an article, the story that it is part of is meant. */
async function idOf(named: string, newsroom: NewsroomView): Promise<string> {
  if (!/^https?:\/\//iu.test(named)) return named
  return (await findArticle(named, newsroom))?.storyId ?? named
}
