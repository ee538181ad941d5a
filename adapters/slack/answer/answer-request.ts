import type { App } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { Commands, Request } from '../../../src/chat/commands.ts'
import { isForAll, isShareable } from '../../../src/chat/message-kinds.ts'
import { warning } from '../../../src/commands/notice.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import type { PhraseKey } from '../../../src/words/catalogues.ts'
import type { SlackSettings } from '../setup/settings.ts'
import type { Workspaces } from '../transport/workspaces.ts'
import type { Askers } from './askers.ts'
import { type AnswerTools, giveAnswer, answerPrivately } from './give-answer.ts'
import type { Response } from './respond.ts'
import type { Surface } from './surface.ts'

/** Ids that are checked in memory, without the store. */
const MOST_RECENT_IDS = 5_000

/**
 * Resolves to true the first time an id arrives. Slack delivers some events twice, and a request can be
 * replayed.
 */
export type IsNew = (id: string) => Promise<boolean>

export function createIsNew(memory: ChatMemory, now: () => number, log: ChatLog): IsNew {
  const recent = new LRUCache<string, true>({ max: MOST_RECENT_IDS })
  return async (id) => {
    if (recent.has(id)) return false
    recent.set(id, true)
    try {
      return await memory.recordEvent('slack', id, now())
    } catch (error) {
      // While the store fails, answering twice is better than not at all.
      log.error({ err: error }, 'the store does not remember what came from Slack')
      return true
    }
  }
}

export interface RequestTools extends AnswerTools {
  readonly app: App
  readonly commands: Commands
  readonly workspaces: Workspaces
  readonly askers: Askers
  readonly isNew: IsNew
  readonly memory: ChatMemory
  readonly settings: SlackSettings
  /** Key that signs button values. */
  readonly secret: string
  /** BCP 47; for people whose language is unknown. */
  readonly language: string
  readonly log: ChatLog
}

/** Phrases without values. */
type PlainPhrase = Extract<PhraseKey, 'answer.failed' | 'answer.oldButton' | 'answer.noLink'>

/** The circumstances of a request. */
interface RequestContext {
  /** The request as typed, so that a private answer can be shared. */
  readonly question?: string
  /**
   * Asked from an answer that only one person sees. The new answer is then private too, unless it changes
   * something for all.
   */
  readonly isFromPrivate?: boolean
  /** Everybody in the channel can read the question. */
  readonly isAskedAloud?: boolean
}

export type Requests = ReturnType<typeof createRequests>

/** Creates the functions that answer requests. Every request gets an answer, even if it fails. */
export function createRequests(tools: RequestTools) {
  const { commands, askers, log } = tools

  async function warn(key: PlainPhrase, surface: Surface): Promise<void> {
    const asker = await askers.of(surface)
    await answerPrivately(warning(asker, key), surface, tools)
  }

  return {
    warn,
    /** Runs a request and sends its answer. Returns who can see it. */
    async answer(request: Request, surface: Surface, how: RequestContext = {}): Promise<Response['visible']> {
      const { question = null, isFromPrivate = false, isAskedAloud = false } = how
      const message = await commands.answer(request, await askers.of(surface))
      const isSeen = isForAll(message, { audience: commands.audience(request), isAskedAloud })
      const visible = isSeen && !(isFromPrivate && isShareable(message)) ? 'channel' : 'asker'
      await giveAnswer({ message, visible, question }, surface, tools)
      if (request.command.name === 'forget') await tools.workspaces.recheck(surface.workspace.team)
      return visible
    },
    /**
     * Sends a formerly private answer to the whole channel. An answer of a kind that cannot be shared stays
     * private.
     */
    async share(request: Request, surface: Surface) {
      const message = await commands.answer(request, await askers.of(surface))
      const visible = isShareable(message) ? 'channel' : 'asker'
      await giveAnswer({ message, visible, question: null }, surface, tools)
    },
    /** Runs the work; if it fails, answers with an apology. */
    async guard(surface: Surface, work: () => Promise<void>) {
      try {
        await work()
      } catch (error) {
        log.error({ err: error, workspace: surface.workspace.team }, 'a request from Slack was not answered')
        await warn('answer.failed', surface).catch((silent: unknown) =>
          log.error({ err: silent }, 'nor could that be said'),
        )
      }
    },
  }
}
