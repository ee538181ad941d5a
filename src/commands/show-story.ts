import { canonicalUrl } from '../articles/canonical-url.ts'
import { readCorrected } from '../briefings/apply-rules.ts'
import { headlineOf } from '../briefings/write-story.ts'
import { writeStoryCard } from '../briefings/write-story-card.ts'
import { correctStory, followStory, muteStory, saidIn } from '../chat/action.ts'
import type { Command } from '../chat/command.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { defineCommand } from './define-command.ts'
import type { CommandContext } from './command-context.ts'
import { quoted, warning } from './notice.ts'
import { rulesHere } from './rules-here.ts'

/** Of a command about one story, whose answer everybody may see. */
export const OF_STORY = {
  options: ['story'],
  required: ['story'],
  positionalOption: 'story',
  answer: 'public',
} as const

/** `story`: one story whole, with its outlets side by side, what each adds, and how it developed. */
export function storyCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'story',
    ...OF_STORY,
    usage: 'story {id} {or} URL',
    examples: ['story 7w3k'],
    async run({ story: named }, asker) {
      const { language, zone } = asker
      const id = await idOf(named ?? '', context)
      const { archive } = context
      const rules = await rulesHere(asker, context)
      const ruled = {
        versions: archive.versions.bind(archive),
        storyHeads: archive.storyHeads.bind(archive),
        findings: context.findings,
        stories: async ([id = '']: readonly string[]) => {
          const story = await readCorrected(id, rules, archive)
          return story === null ? [] : [story]
        },
      }
      const story = await writeStoryCard(id, ruled, context.settings, readsOf(asker))
      if (story === null) return warning(asker, 'story.unknown', { id: quoted(id, language) })
      return {
        kind: 'story',
        story,
        actions: [followStory(story.id), saidIn(story.id), muteStory(story.id), correctStory(story.id)],
        zone,
        language,
      }
    },
  })
}

/** Returns the report whose headline a story has. */
export function leadOf(story: StoredStory, language: string): PlacedArticle | undefined {
  const { title } = headlineOf(story, language)
  return story.articles.find((article) => article.title === title) ?? story.articles[0]
}

/** Returns the id of a story; for the address of an article, the story that the article belongs to. */
export async function idOf(named: string, context: CommandContext): Promise<string> {
  if (!/^https?:\/\//iu.test(named)) return named
  return (await findArticle(named, context))?.storyId ?? named
}

/**
 * Finds the article at an address, if it was read; null otherwise. Readers copy addresses with and without
 * `www.`, a closing slash and https.
 */
export async function findArticle(
  typed: string,
  context: Pick<CommandContext, 'articleByUrl'>,
): Promise<PlacedArticle | null> {
  const canonical = canonicalUrl(typed) ?? typed
  const bare = canonical.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '')
  const variants = ['https://', 'http://'].flatMap((scheme) =>
    ['', 'www.'].flatMap((www) => ['', '/'].map((slash) => `${scheme}${www}${bare}${slash}`)),
  )
  for (const url of new Set([canonical, ...variants])) {
    const article = await context.articleByUrl(url)
    if (article !== null) return article
  }
  return null
}
