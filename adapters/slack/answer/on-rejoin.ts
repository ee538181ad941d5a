import { notice } from '../../../src/commands/notice.ts'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import { say } from '../../../src/words/say.ts'
import type { OnInstalled, Workspaces } from '../transport/workspaces.ts'
import type { Askers } from './askers.ts'
import { type AnswerTools, answerPrivately } from './give-answer.ts'

interface RejoinTools extends AnswerTools, Pick<ChatTools, 'memory' | 'now'> {
  /** A function, because the workspaces are created after this. */
  readonly workspaces: () => Workspaces
  readonly askers: Askers
}

/**
 * Handles a new installation in a workspace that had removed the app: paused subscriptions resume, and each
 * owner is told once.
 */
export function createOnRejoin(tools: RejoinTools): OnInstalled {
  const { memory, log, now } = tools

  async function notifyOwner(owner: string, count: number): Promise<void> {
    const [team = '', user = ''] = owner.replace(/^slack:/u, '').split('/')
    const workspace = await tools.workspaces().of(team)
    const person = { workspace, user, userName: null, userTeam: null, channel: null }
    const { language } = await tools.askers.of(person)
    const text = say('place.returned', language, { count })
    await answerPrivately(
      notice('info', text, { language }),
      { ...person, responseUrl: null, thread: null, reading: null },
      tools,
    )
  }

  return async (workspace, installedAt) => {
    const back = await memory.returnToWorkspace({ platform: 'slack', workspace }, installedAt, now())
    if (back === null) return
    const { subscriptions, owners } = back
    log.info({ workspace, subscriptions }, 'a workspace installed the app again; what rested there goes on')
    void (async () => {
      for (const { owner, subscriptions: count } of owners)
        await notifyOwner(owner, count).catch((error: unknown) =>
          log.warn({ workspace, err: error }, 'somebody was not told that their subscriptions go on'),
        )
    })()
  }
}
