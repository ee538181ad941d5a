import { storyIdsOf } from '../briefings/mark-followed.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import { isForAll } from '../chat/message-kinds.ts'
import type { Briefing } from '../records/briefing.ts'
import type { Action, Message } from '../records/message.ts'
import type { ChatMemory } from '../records/ports/chat-memory.ts'
import type { CommandContext } from './command-context.ts'

/**
 * The last answer to one person in one place, as far as they may refer to it: "the second one", "more", "stop
 * that".
 */
export interface LastAnswer {
  /** Ids of its stories, in the order shown. */
  readonly stories: readonly string[]
  /** The button that shows more of it; null where there is no more. */
  readonly more: Action | null
  /** Nothing that was asked for was left out. */
  readonly isWhole: boolean
  /** The request that was answered. */
  readonly asked: Asked
  /** Which of these stories was opened last. */
  readonly open: string | null
  /** Id of the subscription that it was about. */
  readonly subscription: string | null
  /** The command that it asked to confirm; null where it asked nothing. */
  readonly pending: string | null
}

export interface Asked {
  readonly command: Command
  readonly input: CommandInput
}

/** The last answers. They are in the store, since the next question may reach another process. */
export interface Conversation {
  last(asker: Asker): Promise<LastAnswer | null>
  note(asker: Asker, asked: Asked, answer: Message): Promise<void>
}

/** After a working day nobody refers to the last answer. */
const REMEMBERED_MS = 8 * 3_600_000

/** Formats a place as `ChatMemory.lastAnswers` names it. */
const placeOf = ({ platform, workspace, channel }: Asker, of: readonly (string | null)[]): string =>
  `${platform}:${workspace ?? ''}/${JSON.stringify([channel, ...of])}`

/** Key of the last answer to this person in this channel, in any thread. */
const ofPerson = (asker: Asker): string => placeOf(asker, [asker.user])

/** Key of what only this person was answered in a thread. */
const ofPersonIn = (asker: Asker, thread: string): string => placeOf(asker, [asker.user, thread])

/** Key of what everybody was answered in a thread: whoever reads it there may refer to it. */
const ofThread = (asker: Asker, thread: string): string => placeOf(asker, [null, thread])

/** The stored form, which only this file reads: the command is kept by name. */
type Kept = Omit<LastAnswer, 'asked' | 'pending'> & {
  readonly command: string
  readonly input: CommandInput
  /** Absent in what earlier versions kept. */
  readonly pending?: string | null
}

const write = ({ asked, ...answer }: LastAnswer): string =>
  JSON.stringify({ ...answer, command: asked.command.name, input: asked.input } satisfies Kept)

const NOTHING = { stories: [], more: null, isWhole: true, open: null, subscription: null } as const

export function createConversation(
  memory: Pick<ChatMemory, 'lastAnswers' | 'keepLastAnswers'>,
  { all, now }: Pick<CommandContext, 'now'> & { readonly all: readonly Command[] },
): Conversation {
  function read(text: string): LastAnswer | null {
    const { command: name, input, pending = null, ...answer }: Kept = JSON.parse(text)
    const command = all.find((one) => one.name === name)
    return command === undefined ? null : { ...answer, pending, asked: { command, input } }
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
      const found = referencesIn(answer)
      const pending = answer.actions?.find(({ label }) => label === 'action.confirm')?.command ?? null
      const before = await last(asker)
      // A question that was not answered at once is no longer open.
      if (found === null && pending === null && before?.pending == null) return
      const [story] = found?.stories ?? []
      // Whoever opened a story of a list may go on with the list: "and the third?"
      const isOpened =
        answer.kind === 'story' && story !== undefined && before?.stories.includes(story) === true
      // An answer about a subscription may list no stories: "the second one" then refers to the list before.
      const stories = found !== null && found.stories.length > 0 ? found.stories : (before?.stories ?? [])
      const told =
        found === null
          ? { ...NOTHING, ...before, asked: before?.asked ?? asked }
          : { ...found, asked, open: null }
      const noted = isOpened ? { ...before, open: story } : { ...told, stories }
      const written = write({ ...noted, pending })
      const kept = new Map<string, string | null>([[ofPerson(asker), written]])
      const { thread } = asker
      if (thread !== undefined) {
        const audience = asked.input.to === 'me' ? 'private' : asked.command.answer
        const isSeen = isForAll(answer, { audience, isAskedAloud: true })
        kept.set(ofPersonIn(asker, thread), isSeen ? null : written)
        // Nobody confirms what somebody else was asked.
        if (isSeen) kept.set(ofThread(asker, thread), write({ ...noted, pending: null }))
      }
      await memory.keepLastAnswers(kept, now(), now() - REMEMBERED_MS)
    },
  }
}

/**
 * Returns what somebody may refer to in an answer. Null where it has nothing of the kind, so that the answer
 * before stays the last.
 */
function referencesIn(
  answer: Message,
): Pick<LastAnswer, 'stories' | 'more' | 'isWhole' | 'subscription'> | null {
  const more = answer.actions?.find(({ label }) => label === 'action.more') ?? null
  switch (answer.kind) {
    case 'briefing':
      return {
        stories: storyIdsOf(answer.briefing),
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
        stories: answer.first === null ? [] : storyIdsOf(answer.first),
        more,
        isWhole: answer.first === null || isWhole(answer.first),
        // An ended subscription is no longer referred to.
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

/** Returns whether no matching story was left out for lack of room. */
const isWhole = ({ leftOut, keptOut }: Briefing): boolean => leftOut <= (keptOut?.muted ?? 0)
