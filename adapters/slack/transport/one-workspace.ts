import { webApi, type AuthorizeResult } from '@slack/bolt'
import { z } from 'zod'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import { toDeliveryError } from '../errors.ts'
import type { Origin, TransportTools, Workspaces } from './workspaces.ts'

/** The identity of the token (auth.test). */
const identity = z.object({
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  user_id: z.string(),
  bot_id: z.string().optional(),
  /** Whether the token serves a whole organisation. */
  is_enterprise_install: z.boolean().optional(),
})

type Identity = z.output<typeof identity>

/** Creates access to the workspace of a single token. */
export function oneWorkspace(
  token: string,
  { web, log, now, onInstalled, onGranted }: TransportTools,
): Workspaces {
  const client = new webApi.WebClient(token, web)
  let known: Identity | null = null
  /** When Slack last confirmed the token, in milliseconds since 1970. */
  let provenAt = 0

  async function identify(): Promise<Identity> {
    if (known !== null) return known
    const answer = await client.auth.test()
    const learned = identity.parse(answer)
    known = learned
    provenAt = now()
    // Not awaited, because somebody may be waiting for an answer.
    onInstalled(learned.team_id, provenAt).catch((error: unknown) =>
      log.error({ err: error }, 'what rests since the app was removed does not go on'),
    )
    const { scopes } = answer.response_metadata ?? {}
    if (scopes !== undefined) onGranted(learned.team_id, scopes)
    return learned
  }

  return {
    async load() {
      try {
        const { team_id: team, user_id: botUser } = await identify()
        log.info({ workspace: team, botUser }, 'Slack accepts the bot token')
      } catch (error) {
        const { code, message } = toDeliveryError(error)
        if (HOPELESS.has(code))
          throw new Error(
            `Slack does not accept SLACK_BOT_TOKEN (${message}) Copy the bot token again from “OAuth & Permissions” of the app.`,
            { cause: error },
          )
        log.warn({ err: error }, 'Slack could not be asked who we are; asked again at the first message')
      }
    },
    async of(team) {
      try {
        const us = await identify()
        if (team === null || isServed({ teamId: team }, us))
          return { team: team ?? us.team_id, organisation: us.enterprise_id ?? null, client }
        throw new DeliveryError(
          'channel-gone',
          [
            `SLACK_BOT_TOKEN is of the workspace ${us.team_id}, not of ${team}. To serve more than one, see`,
            'docs/slack.md on SLACK_CLIENT_ID.',
          ].join(' '),
          { remedy: 'reinstall' },
        )
      } catch (error) {
        throw toDeliveryError(error)
      }
    },
    serves: (origin) => known === null || isServed(origin, known),
    authorize({ teamId, enterpriseId }) {
      // Slack could not be reached at start. The current event does not wait for this.
      if (known === null) identify().catch(() => undefined)
      return Promise.resolve<AuthorizeResult>({
        botToken: token,
        // As the request says: it may come from elsewhere than the token's workspace.
        ...(teamId !== undefined && { teamId }),
        ...(enterpriseId !== undefined && { enterpriseId }),
        ...(known !== null && {
          botUserId: known.user_id,
          ...(known.bot_id !== undefined && { botId: known.bot_id }),
        }),
      })
    },
    learn: () => Promise.resolve(),
    recheck: () => Promise.resolve(),
    leftBy: ({ team }, at) =>
      Promise.resolve(provenAt > at ? [] : [team ?? known?.team_id ?? ''].filter((id) => id !== '')),
    drop: () => Promise.resolve(),
  }
}

/** Errors that no later call would avoid. */
const HOPELESS: ReadonlySet<string> = new Set(['channel-gone', 'not-allowed', 'token-refused'])

/** Whether the token covers an origin. An organisation's token covers all its workspaces. */
function isServed(
  { teamId, enterpriseId }: Origin,
  { team_id: team, enterprise_id: organisation, is_enterprise_install: isForMany = false }: Identity,
): boolean {
  if (!isForMany) return teamId === undefined || teamId === team
  return enterpriseId === undefined || organisation == null || enterpriseId === organisation
}
