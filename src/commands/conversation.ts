import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import { isForAll } from '../chat/message-kinds.ts'
import type { Briefing } from '../records/briefing.ts'
import type { Action, Message } from '../records/message.ts'
import type { ChatMemory } from '../records/ports/chat-memory.ts'

/** What was last answered to one person in one place, as far as they may come back to it: "the second one", "more", "stop that". */
export interface LastAnswer {
  /** Ids of the stories in it, in the order in which they stand there. */
  readonly stories: readonly string[]
  /** What shows more of it; null where nothing does. */
  readonly more: Action | null
  /** Nothing of what was asked for was left out. */
  readonly isWhole: boolean
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

/** The last answers, in the store: the next question may come to another process. */
export interface Conversation {
  last(asker: Asker): Promise<LastAnswer | null>
  note(asker: Asker, asked: Asked, answer: Message): Promise<void>
}

/** After a working day nobody means the last answer. */
const REMEMBERED_MS = 8 * 3_600_000

/** As `ChatMemory.lastAnswers` names places. */
const placeOf = ({ platform, workspace, channel }: Asker, of: readonly (string | null)[]): string =>
  `${platform}:${workspace ?? ''}/${JSON.stringify([channel, ...of])}`

/** The last answer to this person in this place, whatever thread it stands in. */
const ofPerson = (asker: Asker): string => placeOf(asker, [asker.user])

/** What only this person was answered in a thread. */
const ofPersonIn = (asker: Asker, thread: string): string => placeOf(asker, [asker.user, thread])

/** What all were answered in a thread: whoever reads it there may come back to it. */
const ofThread = (asker: Asker, thread: string): string => placeOf(asker, [null, thread])

/** As it is kept, and only here is it read: a command by its name. */
type Kept = Omit<LastAnswer, 'asked'> & { readonly command: string; readonly input: CommandInput }

const write = ({ asked, ...answer }: LastAnswer): string =>
  JSON.stringify({ ...answer, command: asked.command.name, input: asked.input } satisfies Kept)

export function createConversation(
  memory: Pick<ChatMemory, 'lastAnswers' | 'keepLastAnswers'>,
  {
    all,
    now,
  }: { readonly all: readonly Command[]; /** Milliseconds since 1970. */ readonly now: () => number },
): Conversation {
  function read(text: string): LastAnswer | null {
    const { command: name, input, ...answer }: Kept = JSON.parse(text)
    const command = all.find((one) => one.name === name)
    return command === undefined ? null : { ...answer, asked: { command, input } }
  }

  async function last(asker: Asker): Promise<LastAnswer | null> {
    const { thread } = asker
    const places = [
      ...(thread === undefined ? [] : [ofPersonIn(asker, thread), ofThread(asker, thread)]),
      ofPerson(asker),
    ]
    const known = await memory.lastAnswers(places, now() - REMEMBERED_MS)
    const found = places.find((place) => known.has(place))
    return found === undefined ? null : read(known.get(found) ?? '')
  }

  return {
    last,
    async note(asker, asked, answer) {
      const found = comeBackTo(answer)
      if (found === null) return
      const before = await last(asker)
      const [story] = found.stories
      // Whoever opened a story of a list may go on: "and the third?"
      const isOpened =
        answer.kind === 'story' && story !== undefined && before !== null && before.stories.includes(story)
      // A subscription that was changed in between lists nothing: "the second one" is of the list before.
      const stories = found.stories.length > 0 ? found.stories : (before?.stories ?? [])
      const written = write(isOpened ? { ...before, open: story } : { ...found, stories, asked, open: null })
      const kept = new Map<string, string | null>([[ofPerson(asker), written]])
      const { thread } = asker
      if (thread !== undefined) {
        const audience = asked.input.to === 'me' ? 'private' : asked.command.answer
        const isSeen = isForAll(answer, { audience, isAskedAloud: true })
        kept.set(ofPersonIn(asker, thread), isSeen ? null : written)
        if (isSeen) kept.set(ofThread(asker, thread), written)
      }
      await memory.keepLastAnswers(kept, now(), now() - REMEMBERED_MS)
    },
  }
}

/** What somebody may mean of an answer; null where there is nothing in it, and the one before it goes on. */
function comeBackTo(
  answer: Message,
): Pick<LastAnswer, 'stories' | 'more' | 'isWhole' | 'subscription'> | null {
  const more = answer.actions?.find(({ label }) => label === 'action.more') ?? null
  switch (answer.kind) {
    case 'briefing':
      return {
        stories: storiesOf(answer.briefing),
        more,
        isWhole: isWhole(answer.briefing),
        subscription: null,
      }
    case 'search':
      return {
        stories: answer.results.hits.flatMap(({ storyId }) => storyId ?? []),
        more,
        isWhole: more === null,
        subscription: null,
      }
    case 'story':
      return { stories: [answer.story.id], more, isWhole: true, subscription: null }
    case 'subscription':
      return {
        stories: answer.first === null ? [] : storiesOf(answer.first),
        more,
        isWhole: answer.first === null || isWhole(answer.first),
        // What has ended is spoken of no more.
        subscription: answer.subscription.state === 'ended' ? null : answer.subscription.id,
      }
    case 'trial':
      return { stories: [], more, isWhole: true, subscription: answer.trial.subscription.id }
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

/** Nothing that fits was left out for want of room. */
const isWhole = ({ leftOut, keptOut }: Briefing): boolean => leftOut <= (keptOut?.muted ?? 0)

const storiesOf = ({ sections }: Briefing): readonly string[] =>
  sections.flatMap(({ stories }) => stories.map(({ id }) => id))
