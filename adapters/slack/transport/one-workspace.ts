import { webApi, type AuthorizeResult } from '@slack/bolt'
import { z } from 'zod'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import { toDeliveryError } from '../errors.ts'
import type { Workspaces } from './workspaces.ts'

/** Who we are there (auth.test). */
const identity = z.object({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string().optional(),
  /** The token serves a whole organisation. */
  is_enterprise_install: z.boolean().optional(),
})

/** The workspace of one token. */
export function oneWorkspace(token: string, web: webApi.WebClientOptions, log: ChatLog): Workspaces {
  const client = new webApi.WebClient(token, web)
  let known: z.output<typeof identity> | null = null

  async function identify(): Promise<z.output<typeof identity>> {
    known ??= identity.parse(await client.auth.test())
    return known
  }

  return {
    async load() {
      try {
        const { team_id: team, user_id: botUser } = await identify()
        log.info({ workspace: team, botUser }, 'Slack accepts the bot token')
      } catch (error) {
        const { code, message } = toDeliveryError(error)
        if (code === 'channel-gone' || code === 'not-allowed')
          throw new Error(
            `Slack does not accept SLACK_BOT_TOKEN (${message}) Copy the bot token again from “OAuth & Permissions” of the app.`,
            { cause: error },
          )
        log.warn({ err: error }, 'Slack could not be asked who we are; asked again at the first message')
      }
    },
    async of(team) {
      try {
        const { team_id: own, is_enterprise_install: isForMany = false } = await identify()
        if (team === null || team === own || isForMany) return { team: team ?? own, client }
        throw new DeliveryError(
          'channel-gone',
          `SLACK_BOT_TOKEN is of the workspace ${own}, not of ${team}. To serve more than one, see docs/slack.md on SLACK_CLIENT_ID.`,
          { remedy: 'reinstall' },
        )
      } catch (error) {
        throw toDeliveryError(error)
      }
    },
    authorize() {
      // Slack could not be reached when we started; the event at hand does not wait for it.
      if (known === null) identify().catch(() => undefined)
      return Promise.resolve<AuthorizeResult>({
        botToken: token,
        ...(known !== null && {
          botUserId: known.user_id,
          teamId: known.team_id,
          ...(known.bot_id !== undefined && { botId: known.bot_id }),
        }),
      })
    },
    learn: () => Promise.resolve(),
    recheck: () => Promise.resolve(),
    drop: ({ team }) => Promise.resolve([team ?? known?.team_id ?? ''].filter((id) => id !== '')),
  }
}
