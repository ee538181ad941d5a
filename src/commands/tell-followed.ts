import { followedAmong, markFollowed, storyIdsOf } from '../briefings/mark-followed.ts'
import { unfollow } from '../chat/action.ts'
import type { Asker } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import type { CommandContext } from './command-context.ts'

/** Marks the stories in an answer that this place follows. */
export async function withFollowed(
  answer: Message,
  { channel }: Pick<Asker, 'channel'>,
  { archive, subscriptions }: Pick<CommandContext, 'archive' | 'subscriptions'>,
): Promise<Message> {
  const stories = storiesOf(answer)
  if (stories.length === 0) return answer
  const here = await subscriptions.subscriptions({ to: channel })
  const followed = await followedAmong(stories, here, archive)
  if (followed.size === 0) return answer
  switch (answer.kind) {
    case 'briefing':
      return { ...answer, briefing: markFollowed(answer.briefing, followed) }
    case 'story': {
      const follow = followed.get(answer.story.id)
      const actions = answer.actions?.map((action) =>
        action.label === 'action.follow' && follow !== undefined ? unfollow(follow.id) : action,
      )
      return {
        ...answer,
        story: { ...answer.story, followed: true },
        ...(actions !== undefined && { actions }),
      }
    }
    case 'search': {
      const hits = answer.results.hits.map((hit) =>
        hit.storyId !== null && followed.has(hit.storyId) ? { ...hit, followed: true as const } : hit,
      )
      return { ...answer, results: { ...answer.results, hits } }
    }
    default:
      return answer
  }
}

function storiesOf(answer: Message): readonly string[] {
  switch (answer.kind) {
    case 'briefing':
      return answer.briefing.timeline === undefined ? storyIdsOf(answer.briefing) : []
    case 'story':
      return [answer.story.id]
    case 'search':
      return answer.results.hits.flatMap(({ storyId }) => storyId ?? [])
    default:
      return []
  }
}
