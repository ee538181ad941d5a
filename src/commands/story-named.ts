import type { Asker } from '../chat/command.ts'
import type { Action, Message } from '../records/message.ts'
import { isEverything } from '../subscriptions/news-filter.ts'
import { namesStory } from '../text/short-name.ts'
import type { CommandContext } from './command-context.ts'
import type { Asked, LastAnswer } from './conversation.ts'
import { info } from './notice.ts'
import { cleanText } from './reading/parse-input.ts'
import { storiesAbout } from './search.ts'
import { toInput } from './understanding/to-input.ts'
import { understand } from './understanding/understand.ts'

/** Stories offered at most. Whoever means another one describes it more closely. */
const MOST_OFFERED = 4

/** "figures 2": no answer has more than 99 stories, and no handle is this short. */
const PLACE = /^\d{1,2}$/u

/**
 * Resolves a story that is named by its place in the last answer ("figures 2") or by words ("mute the van
 * earthquake") instead of its id. Of a running story the newest is meant; where several match, the answer
 * asks which. Words that match no story are left as they were typed.
 */
export async function withStoryNamed(
  asked: Asked,
  asker: Asker,
  context: CommandContext,
  last: () => Promise<LastAnswer | null>,
): Promise<Asked | { readonly answer: Message }> {
  const { command, input } = asked
  const typed = cleanText(input.story ?? '')
  if (typed.status === 'refused' || typed.text === '' || namesStory(typed.text)) return asked
  const story = PLACE.test(typed.text) ? (await last())?.stories[Number(typed.text) - 1] : undefined
  if (story !== undefined) return { command, input: { ...input, story } }
  if ((await context.archive.stories([typed.text])).length > 0) return asked
  const { nameIndex } = context
  const wish = understand(typed.text, { nameIndex, now: context.now(), zone: asker.zone })
  const search = toInput({ ...wish, word: 'search' }, nameIndex).input
  if (isEverything(search.filter) && (search.words ?? '') === '') return asked
  const found = (await storiesAbout(search, asker, context)).map(({ article }) => article)
  const newest = new Map(found.toReversed().map((article) => [article.storylineId, article]))
  const all = found.filter((article) => newest.get(article.storylineId) === article).slice(0, MOST_OFFERED)
  const [only, second] = all
  if (only === undefined) return asked
  if (second === undefined) return { command, input: { ...input, story: only.storyId } }
  const actions = all.map(({ title, storyId }): Action => {
    const kind = command.name === 'story' ? storyId : `story:${storyId}`
    return { label: 'action.choose', name: title, command: `${command.name} ${kind}` }
  })
  return {
    answer: { ...info(asker, 'story.several'), actions },
  }
}
