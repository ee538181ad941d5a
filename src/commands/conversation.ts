import { LRUCache } from 'lru-cache'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import { isForAll } from '../chat/message-kinds.ts'
import type { Briefing } from '../records/briefing.ts'
import type { Action, Message } from '../records/message.ts'

/** What was last answered to one person in one place, as far as they may come back to it: "the second one", "more", "stop that". */
export interface LastAnswer {
  /** Ids of the stories in it, in the order in which they stand there. */
  readonly stories: readonly string[]
  /** What shows more of it; null where nothing does. */
  readonly more: Action | null
  /** What was asked. */
  readonly asked: Asked
  /** The story of these that was opened last. */
  readonly open: string | null
  /** Id of the subscription that it was about. */
  readonly subscription: string | null
}

/** A command and what it was given. */
export interface Asked {
  readonly command: Command
  readonly input: CommandInput
}

/** The last answers, in the memory of the process: whoever comes back to one after a restart asks again. */
export interface Conversation {
  last(asker: Asker): LastAnswer | null
  note(asker: Asker, asked: Asked, answer: Message): void
}

/** Places and people that are remembered at a time; of each some ten ids. */
const MOST_REMEMBERED = 5_000

/** After a working day nobody means the last answer. */
const REMEMBERED_MS = 8 * 3_600_000

type Key = readonly (string | null)[]

/** The last answer to this person in this place, whatever thread it stands in. */
const ofPerson = ({ platform, workspace, channel, user }: Asker): Key => [platform, workspace, channel, user]

/** What only this person was answered in a thread. */
const ofPersonIn = (asker: Asker, thread: string): Key => [...ofPerson(asker), thread]

/** What all were answered in a thread: whoever reads it there may come back to it. */
const ofThread = ({ platform, workspace, channel }: Asker, thread: string): Key => [
  platform,
  workspace,
  channel,
  null,
  thread,
]

/** `now` in milliseconds since 1970. */
export function createConversation(now: () => number): Conversation {
  const answers = new LRUCache<string, LastAnswer>({
    max: MOST_REMEMBERED,
    ttl: REMEMBERED_MS,
    perf: { now },
    ttlResolution: 0,
  })
  const get = (key: Key) => answers.get(JSON.stringify(key)) ?? null
  const set = (key: Key, answer: LastAnswer) => void answers.set(JSON.stringify(key), answer)

  function last(asker: Asker): LastAnswer | null {
    const { thread } = asker
    const there =
      thread === undefined ? null : (get(ofPersonIn(asker, thread)) ?? get(ofThread(asker, thread)))
    return there ?? get(ofPerson(asker))
  }

  return {
    last,
    note(asker, asked, answer) {
      const found = comeBackTo(answer)
      if (found === null) return
      const before = last(asker)
      const [story] = found.stories
      // Whoever opened a story of a list may go on: "and the third?"
      const isOpened =
        answer.kind === 'story' && story !== undefined && before !== null && before.stories.includes(story)
      const now = isOpened ? { ...before, open: story } : { ...found, asked, open: null }
      set(ofPerson(asker), now)
      const { thread } = asker
      if (thread === undefined) return
      const audience = asked.input.to === 'me' ? 'private' : asked.command.answer
      const isSeen = isForAll(answer, { audience, isAskedAloud: true })
      set(isSeen ? ofThread(asker, thread) : ofPersonIn(asker, thread), now)
      if (isSeen) answers.delete(JSON.stringify(ofPersonIn(asker, thread)))
    },
  }
}

/** What somebody may mean of an answer; null where there is nothing in it, and the one before it goes on. */
function comeBackTo(answer: Message): Pick<LastAnswer, 'stories' | 'more' | 'subscription'> | null {
  const more = answer.actions?.find(({ label }) => label === 'action.more') ?? null
  switch (answer.kind) {
    case 'briefing':
      return { stories: storiesOf(answer.briefing), more, subscription: null }
    case 'search':
      return {
        stories: answer.results.hits.flatMap(({ storyId }) => storyId ?? []),
        more,
        subscription: null,
      }
    case 'story':
      return { stories: [answer.story.id], more, subscription: null }
    case 'subscription':
      return {
        stories: answer.first === null ? [] : storiesOf(answer.first),
        more,
        subscription: answer.subscription.id,
      }
    case 'trial':
      return { stories: [], more, subscription: answer.trial.subscription.id }
    case 'sources':
    case 'subscriptions':
    case 'trace':
    case 'settings':
    case 'help':
    case 'notice':
      return null
    default:
      return answer satisfies never
  }
}

const storiesOf = ({ sections }: Briefing): readonly string[] =>
  sections.flatMap(({ stories }) => stories.map(({ id }) => id))
