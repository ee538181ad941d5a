import { allCommands } from '../../../src/commands/all-commands.ts'
import { chatTools } from '../chat-tools.ts'
import { aNewsroom, type FakeNewsroom } from '../newsroom.ts'
import { openSlack, type FakeSlack } from './open-slack.ts'
import type { Given } from './response-server.ts'
import type { FakeWebApi } from './web-api.ts'

export interface NewsroomOnSlack {
  readonly slack: FakeSlack
  readonly newsroom: FakeNewsroom
  /** Returns the answer to `/news TEXT`. */
  readonly answerTo: (text: string, own?: Readonly<Record<string, string>>) => Promise<Given>
  readonly close: () => Promise<void>
}

/**
 * Opens the connected bot: a newsroom with a real store, all commands, real Bolt, and a fake Slack on
 * loopback.
 */
export async function newsroomOnSlack(
  env: Readonly<Record<string, string>> = {},
  web?: FakeWebApi,
): Promise<NewsroomOnSlack> {
  const newsroom = await aNewsroom()
  const slack = await openSlack({
    commands: allCommands(newsroom.view),
    tools: await chatTools(newsroom.store),
    env,
    ...(web !== undefined && { web }),
  })
  return {
    slack,
    newsroom,
    async answerTo(text, own) {
      const count = slack.responses.given.length + 1
      await slack.command(text, own)
      const given = (await slack.responses.until(count)).at(-1)
      if (given === undefined) throw new Error('no answer')
      return given
    },
    async close() {
      await slack.close()
      await newsroom.store.close()
    },
  }
}
