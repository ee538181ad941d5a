import { isIP } from 'node:net'
import { z } from 'zod'
import type { Environment, ReadSettings } from '../../../src/chat/chat-platform.ts'
import { readKeys, type SealingKey } from '../transport/seal.ts'

/** How Slack's requests arrive: over a socket that we open, or by HTTP at an address of ours. */
type SlackEntrance =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number; readonly host: string }

/** Which workspaces the app serves: one, with a known token, or all that install the app. */
type SlackAccess =
  | { readonly kind: 'one'; readonly token: string }
  | {
      readonly kind: 'many'
      readonly clientId: string
      readonly clientSecret: string
      readonly stateSecret: string
      /** The first key seals tokens; all of them open tokens. */
      readonly keys: readonly SealingKey[]
    }

export interface SlackSettings {
  readonly entrance: SlackEntrance
  readonly access: SlackAccess
  /** `USER` or `TEAM/USER`. Empty: the admins and owners of each workspace. */
  readonly admins: readonly string[]
  /** Who may subscribe a channel. */
  readonly subscribers: 'everyone' | 'managers'
  /** Hosts whose links get a preview. */
  readonly unfurls: readonly string[]
  /** Ends with a slash. */
  readonly apiUrl: string
}

/** A list separated by commas or spaces. */
const list = (of: z.ZodString) =>
  z
    .string()
    .transform((text) => text.split(/[\s,]+/u).filter((word) => word !== ''))
    .pipe(z.array(of))

const matching = (pattern: RegExp, mistake: string) => z.string().regex(pattern, mistake).optional()

const variables = z.object({
  SLACK_BOT_TOKEN: matching(
    /^xoxb-[\w-]+$/u,
    'is no bot token: that begins with xoxb- and stands under “OAuth & Permissions”',
  ),
  SLACK_APP_TOKEN: matching(
    /^xapp-[\w-]+$/u,
    'is no app-level token: that begins with xapp- and is made under “Basic Information”',
  ),
  SLACK_SIGNING_SECRET: matching(/^\S{16,}$/u, 'is no signing secret: it stands under “Basic Information”'),
  SLACK_PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'is no port, as in 3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is no port: 65535 is the highest')
    .optional(),
  SLACK_HOST: z
    .string()
    .refine(
      (host) => isIP(host) !== 0,
      'is no IP address of this machine, as in 127.0.0.1, or 0.0.0.0 for all it has',
    )
    .optional(),
  SLACK_CLIENT_ID: matching(/^\S+$/u, 'is no client id: it stands under “Basic Information”'),
  SLACK_CLIENT_SECRET: matching(/^\S+$/u, 'is no client secret: it stands under “Basic Information”'),
  SLACK_STATE_SECRET: z.string().min(16, 'is too short: make up at least 16 characters').optional(),
  SLACK_TOKEN_KEYS: z
    .string()
    .transform((text, context) => {
      const keys = readKeys(text)
      if (keys !== null) return keys
      context.addIssue('holds a key that is not 32 bytes in base64: make one with “openssl rand -base64 32”')
      return z.NEVER
    })
    .optional(),
  SLACK_ADMINS: list(
    z
      .string()
      .regex(
        /^(?:[TE][A-Z0-9]+\/)?[UW][A-Z0-9]+$/u,
        'holds something that is no member id, as in U012AB3CD or T012AB3CD/U012AB3CD',
      ),
  ).default([]),
  SLACK_SUBSCRIBERS: z.enum(['everyone', 'managers'], 'can be “everyone” or “managers”').default('everyone'),
  SLACK_UNFURL_DOMAINS: list(
    z
      .string()
      .regex(/^(?![.-])[-a-z0-9.]+[a-z0-9]$/u, 'holds something that is no host name, as in example.org'),
  )
    .refine((domains) => domains.length <= 5, 'holds more than 5 domains, the most that Slack takes')
    .default([]),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/u, error: 'is no web address, as in https://slack-gov.com/api/' })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .default('https://slack.com/api/'),
})

/** The names of Slack's variables. */
export const SLACK_VARIABLES: readonly string[] = Object.keys(variables.shape)

type Variables = z.output<typeof variables>

const DEFAULT_PORT = 3000
/** Slack calls only https:// addresses, so a TLS proxy runs in front of this port. */
const DEFAULT_HOST = '127.0.0.1'

/**
 * Reads Slack's settings from the environment, or returns every mistake without its value. An empty variable
 * counts as not set.
 */
export function readSettings(env: Environment): ReadSettings<SlackSettings> {
  const ours = Object.fromEntries(
    SLACK_VARIABLES.map((name) => [name, env[name]?.trim()] as const).filter(([, value]) => value),
  )
  // Our container image sets the host, whether Slack is used or not.
  if (Object.keys(ours).every((name) => name === 'SLACK_HOST')) return { status: 'absent' }
  const read = variables.safeParse(ours)
  if (!read.success)
    return mistaken(read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`))
  const { SLACK_ADMINS, SLACK_SUBSCRIBERS, SLACK_UNFURL_DOMAINS, SLACK_API_URL } = read.data
  const entrance = entranceOf(read.data)
  const access = accessOf(read.data)
  if (typeof entrance === 'string' || Array.isArray(access))
    return mistaken([entrance, access].flat().filter((part) => typeof part === 'string'))
  if (entrance.kind === 'socket' && access.kind === 'many') return mistaken([NO_SOCKET])
  return {
    status: 'set',
    settings: {
      entrance,
      access,
      admins: SLACK_ADMINS,
      subscribers: SLACK_SUBSCRIBERS,
      unfurls: SLACK_UNFURL_DOMAINS,
      apiUrl: SLACK_API_URL,
    },
  }
}

const mistaken = (mistakes: readonly string[]) =>
  ({ status: 'mistaken', mistakes: [...new Set(mistakes)] }) as const

const LEADS = '“dragoman setup slack” leads through it.'
const NO_ENTRANCE =
  'SLACK_APP_TOKEN is missing (or SLACK_SIGNING_SECRET, where Slack reaches this machine by HTTP).'
const NO_ACCESS = 'SLACK_BOT_TOKEN is missing (or SLACK_CLIENT_ID, where many workspaces install the app).'
const TWO_ACCESSES =
  'SLACK_BOT_TOKEN and SLACK_CLIENT_ID: the first is for one workspace, the second for many. Unset one of them.'
const NO_SOCKET = [
  'SLACK_APP_TOKEN: many workspaces install the app at an address of yours, and events come there',
  'too: unset it, and set SLACK_SIGNING_SECRET.',
].join(' ')

/** The entrance, or a description of what is missing. */
function entranceOf({
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_PORT: port = DEFAULT_PORT,
  SLACK_HOST: host = DEFAULT_HOST,
}: Variables): SlackEntrance | string {
  if (appToken !== undefined) return { kind: 'socket', appToken }
  if (signingSecret !== undefined) return { kind: 'http', signingSecret, port, host }
  return `${NO_ENTRANCE} ${LEADS}`
}

/** The access, or a list of what is missing or contradictory. */
function accessOf({
  SLACK_BOT_TOKEN: token,
  SLACK_CLIENT_ID: clientId,
  SLACK_CLIENT_SECRET: clientSecret,
  SLACK_STATE_SECRET: stateSecret,
  SLACK_TOKEN_KEYS: keys,
}: Variables): SlackAccess | string[] {
  if (clientId === undefined) return token === undefined ? [`${NO_ACCESS} ${LEADS}`] : { kind: 'one', token }
  if (token !== undefined) return [TWO_ACCESSES]
  if (clientSecret !== undefined && stateSecret !== undefined && keys !== undefined)
    return { kind: 'many', clientId, clientSecret, stateSecret, keys }
  const needed = {
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    SLACK_TOKEN_KEYS: keys,
  }
  return Object.entries(needed)
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name} is missing; SLACK_CLIENT_ID needs it.`)
}
