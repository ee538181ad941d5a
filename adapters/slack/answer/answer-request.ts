import type { App } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { Commands, Request } from '../../../src/chat/commands.ts'
import { isForAll, isShareable } from '../../../src/chat/message-kinds.ts'
import { notice } from '../../../src/commands/notice.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import type { PhraseKey } from '../../../src/words/catalogues.ts'
import { say } from '../../../src/words/say.ts'
import type { SlackSettings } from '../setup/settings.ts'
import type { Workspaces } from '../transport/workspaces.ts'
import type { Askers } from './askers.ts'
import { type AnswerTools, giveAnswer, tellAsker } from './give-answer.ts'
import type { Response } from './respond.ts'
import type { Surface } from './surface.ts'

/** Ids that are known without asking the store. */
const RECENT = 5_000

/** True the first time something comes in; Slack delivers some things twice, and a request can be played again. */
export type IsNew = (id: string) => Promise<boolean>

export function createIsNew(memory: ChatMemory, now: () => number, log: ChatLog): IsNew {
  const recent = new LRUCache<string, true>({ max: RECENT })
  return async (id) => {
    if (recent.has(id)) return false
    recent.set(id, true)
    try {
      return await memory.recordEvent('slack', id, now())
    } catch (error) {
      // Better an answer twice than none while the store is not well.
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
  /** Signs what buttons carry. */
  readonly secret: string
  /** BCP 47, for people of whom nothing is known. */
  readonly language: string
  readonly log: ChatLog
}

/** Texts that ask for no values. */
type PlainPhrase = Extract<PhraseKey, 'answer.failed' | 'answer.oldButton' | 'answer.noLink'>

/** How something was asked. */
interface Asking {
  /** As typed, so that a private answer can be shared. */
  readonly asked?: string
  /** From an answer that only one person sees: then this is for them alone too, unless it changes something for all. */
  readonly isFromPrivate?: boolean
  /** All who read in the channel read the question. */
  readonly isAskedAloud?: boolean
}

export type Requests = ReturnType<typeof createRequests>

/** Takes requests and sees to it that each is answered, whatever happens. */
export function createRequests(tools: RequestTools) {
  const { commands, askers, log } = tools

  async function tell(key: PlainPhrase, surface: Surface): Promise<void> {
    const asker = await askers.of(surface)
    await tellAsker(notice('warning', say(key, asker.language), asker), surface, tools)
  }

  return {
    tell,
    /** Runs a request and gives its answer; says who saw it. */
    async answer(request: Request, surface: Surface, how: Asking = {}): Promise<Response['visible']> {
      const { asked = null, isFromPrivate = false, isAskedAloud = false } = how
      const message = await commands.answer(request, await askers.of(surface))
      const isSeen = isForAll(message, { audience: commands.audience(request), isAskedAloud })
      const visible = isSeen && !(isFromPrivate && isShareable(message)) ? 'channel' : 'asker'
      await giveAnswer({ message, visible, asked }, surface, tools)
      if (request.command.name === 'forget') await tools.workspaces.recheck(surface.workspace.team)
      return visible
    },
    /** Gives an answer to the whole channel that was private before; what is nobody else's business stays private. */
    async share(request: Request, surface: Surface) {
      const message = await commands.answer(request, await askers.of(surface))
      const visible = isShareable(message) ? 'channel' : 'asker'
      await giveAnswer({ message, visible, asked: null }, surface, tools)
    },
    /** Answers with an apology when the work fails. */
    async guard(surface: Surface, work: () => Promise<void>) {
      try {
        await work()
      } catch (error) {
        log.error({ err: error, workspace: surface.workspace.team }, 'a request from Slack was not answered')
        await tell('answer.failed', surface).catch((silent: unknown) =>
          log.error({ err: silent }, 'nor could that be said'),
        )
      }
    },
  }
}
