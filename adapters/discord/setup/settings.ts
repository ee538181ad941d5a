import { z } from 'zod'
import type { Environment, ReadSettings } from '../../../src/chat/chat-platform.ts'

/** Settings of the bot on Discord. Ids are snowflakes. */
export interface DiscordSettings {
  readonly token: string
  /** People who run this bot: they may change the sources for all servers. */
  readonly admins: ReadonlySet<string>
  /** The only server the bot serves; null if everybody may invite it. */
  readonly guild: string | null
  /** Who may subscribe a channel. */
  readonly subscribers: 'everyone' | 'managers'
  /** Whether messages in an announcement channel are published to the servers that follow it. */
  readonly crosspost: boolean
}

/** https://docs.discord.com/developers/reference#snowflakes */
const SNOWFLAKE = /^\d{17,20}$/u
const HOW_TO_COPY = 'turn on Developer Mode under Settings, Advanced, and copy the id from its menu'

const variables = z.strictObject({
  DISCORD_TOKEN: z
    .string({ error: 'is missing: `dragoman setup discord` leads you to it' })
    .regex(/^[\w-]{10,}\.[\w-]{4,}\.[\w-]{20,}$/u, {
      error: 'is no bot token: copy it whole from the page “Bot” of your application',
    }),
  DISCORD_ADMINS: z
    .string()
    .transform((list) => list.split(/[\s,]+/u).filter((id) => id !== ''))
    .refine((ids) => ids.every((id) => SNOWFLAKE.test(id)), {
      error: `holds something that is no id of a person; ${HOW_TO_COPY}`,
    })
    .default([]),
  DISCORD_GUILD: z
    .string()
    .regex(SNOWFLAKE, { error: `is no id of a server; ${HOW_TO_COPY}` })
    .optional(),
  DISCORD_SUBSCRIBERS: z
    .enum(['everyone', 'managers'], { error: 'is everyone or managers' })
    .default('everyone'),
  DISCORD_CROSSPOST: z.enum(['yes', 'no'], { error: 'is yes or no' }).default('no'),
})

/** The variables that docs/discord.md explains. */
export const DISCORD_VARIABLES = Object.keys(variables.shape)

/**
 * Reads the variables that begin with DISCORD_. An empty one counts as not set. Mistakes never contain
 * values.
 */
export function readSettings(env: Environment): ReadSettings<DiscordSettings> {
  const ours = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name.startsWith('DISCORD_') && value),
  )
  if (Object.keys(ours).length === 0) return { status: 'absent' }
  const read = variables.safeParse(ours)
  if (!read.success)
    return {
      status: 'mistaken',
      mistakes: read.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map(
              (key) => `${key} is no variable of ours; there are ${DISCORD_VARIABLES.join(', ')}`,
            )
          : [`${String(issue.path[0])} ${issue.message}`],
      ),
    }
  const { DISCORD_TOKEN, DISCORD_ADMINS, DISCORD_GUILD, DISCORD_SUBSCRIBERS, DISCORD_CROSSPOST } = read.data
  return {
    status: 'set',
    settings: {
      token: DISCORD_TOKEN,
      admins: new Set(DISCORD_ADMINS),
      guild: DISCORD_GUILD ?? null,
      subscribers: DISCORD_SUBSCRIBERS,
      crosspost: DISCORD_CROSSPOST === 'yes',
    },
  }
}
