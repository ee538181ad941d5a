import type { App } from '@slack/bolt'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { Asker } from '../../../src/chat/command.ts'
import type { Commands, Request } from '../../../src/chat/commands.ts'
import type { Message } from '../../../src/records/message.ts'
import { isShareable } from '../../../src/chat/shareable.ts'
import { say } from '../../../src/words/say.ts'
import type { PhraseKey } from '../../../src/words/catalogues.ts'
import type { Askers } from './askers.ts'
import type { SlackSettings } from '../setup/settings.ts'
import type { Workspaces } from '../transport/workspaces.ts'
import type { AnswerTools } from './answer-tools.ts'
import { giveAnswer } from './give-answer.ts'
import type { IsNew } from './heard.ts'
import type { Surface } from './surface.ts'

export interface DeskTools extends AnswerTools {
  readonly app: App
  readonly commands: Commands
  readonly workspaces: Workspaces
  readonly askers: Askers
  readonly isNew: IsNew
  readonly settings: SlackSettings
  /** Signs what buttons carry. */
  readonly secret: string
  /** BCP 47, for people of whom nothing is known. */
  readonly language: string
  readonly log: ChatLog
}

/** Takes requests and sees to it that each is answered, whatever happens. */
export interface FrontDesk {
  /**
   * Runs a request and gives its answer. `asked`: as typed, so that a private answer can be shared. What is asked from an answer that only one person sees is
   * for them alone too, unless it changes something for all.
   */
  answer(request: Request, surface: Surface, asked?: string, isFromPrivate?: boolean): Promise<void>
  /** Gives an answer to the whole channel that was private before; what is nobody else's business stays private. */
  share(request: Request, surface: Surface): Promise<void>
  tell(key: PlainPhrase, surface: Surface): Promise<void>
  /** Answers with an apology when the work fails. */
  guard(surface: Surface, work: () => Promise<void>): Promise<void>
}

/** Texts that ask for no values. */
type PlainPhrase = Extract<PhraseKey, 'answer.failed' | 'answer.oldButton' | 'answer.noLink'>

const notice = (text: string, { language }: Asker): Message => ({
  kind: 'notice',
  level: 'warning',
  text,
  language,
})

export function openFrontDesk(tools: DeskTools): FrontDesk {
  const { commands, askers, log } = tools

  async function tell(key: PlainPhrase, surface: Surface): Promise<void> {
    const asker = await askers.of(surface)
    const message = notice(say(key, asker.language), asker)
    await giveAnswer({ message, visible: 'asker', asked: null }, surface, tools)
  }

  return {
    tell,
    async answer(request, surface, asked, isFromPrivate = false) {
      const message = await commands.answer(request, await askers.of(surface))
      // A mistake is nobody's but the asker's.
      const isForAll =
        (message.kind !== 'notice' || message.isForAll === true) && commands.audience(request) === 'public'
      const visible = isForAll && !(isFromPrivate && isShareable(message)) ? 'channel' : 'asker'
      await giveAnswer({ message, visible, asked: asked ?? null }, surface, tools)
      if (request.command.name === 'forget') await tools.workspaces.recheck(surface.workspace.team)
    },
    async share(request, surface) {
      const message = await commands.answer(request, await askers.of(surface))
      const visible = isShareable(message) ? 'channel' : 'asker'
      await giveAnswer({ message, visible, asked: null }, surface, tools)
    },
    async guard(surface, work) {
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
