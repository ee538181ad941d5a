import { randomBytes } from 'node:crypto'
import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Environment, SetupDialogue } from '../../../src/chat/chat-platform.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import { boltLog, webOptions } from '../transport/open-entrance.ts'
import { buildManifest, type ManifestOptions } from './manifest.ts'

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

const identity = z.object({ team: z.string(), user: z.string() })

/**
 * Guides a person through creating the app, checks each token with Slack, and saves them.
 * @throws Error with a remedy after three attempts
 */
export async function setUpSlack(
  dialogue: SetupDialogue,
  env: Environment,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<void> {
  const apiUrl = (env['SLACK_API_URL'] ?? 'https://slack.com/api/').replace(/\/?$/u, '/')
  const client = new webApi.WebClient(undefined, webOptions(apiUrl, boltLog(SILENT), fetch))
  dialogue.say(
    'Slack, in five minutes. You need a workspace in which you may add apps. Nothing is sent anywhere but to Slack.',
  )
  const typed = await dialogue.ask(
    'If Slack shall reach this bot at a public address of yours, type it, as in https://news.example.org. Otherwise press Enter:',
  )
  if (typed === '') return setUpSocket(dialogue, client, env)
  if (!/^https:\/\/[^\s/]+/u.test(typed))
    throw new Error(`“${typed}” is no address that Slack can reach: it begins with https://.`)
  const many = await dialogue.ask(
    'Shall other workspaces install it too? Type yes, or press Enter for this one only:',
  )
  return setUpHttp(dialogue, client, env, {
    publicUrl: typed.replace(/\/$/u, ''),
    isShared: /^y/iu.test(many),
  })
}

async function setUpSocket(
  dialogue: SetupDialogue,
  client: webApi.WebClient,
  env: Environment,
): Promise<void> {
  sayCreate(dialogue, { entrance: 'socket', unfurls: unfurlsIn(env) })
  dialogue.say(
    [
      '2. Under “Basic Information”, “App-Level Tokens”, press “Generate Token and Scopes”. Give it any',
      'name, add the scope connections:write, press “Generate”, and copy the token.',
    ].join(' '),
  )
  const appToken = await askUntilRight(dialogue, 'App-level token (xapp-…):', async (token) => {
    refuseUnless(token.startsWith('xapp-'), 'An app-level token begins with xapp-.')
    await client.apps.connections.open({ token })
    return 'Slack accepts it.'
  })
  await saveVariables(dialogue, env, { SLACK_APP_TOKEN: appToken, ...(await askBotToken(dialogue, client)) })
  sayDone(dialogue)
}

async function setUpHttp(
  dialogue: SetupDialogue,
  client: webApi.WebClient,
  env: Environment,
  { publicUrl, isShared }: { readonly publicUrl: string; readonly isShared: boolean },
): Promise<void> {
  sayCreate(dialogue, { entrance: 'http', publicUrl, isShared, unfurls: unfurlsIn(env) })
  dialogue.say(
    '2. Under “Basic Information”, “App Credentials”, press “Show” beside “Signing Secret” and copy it.',
  )
  await saveVariables(dialogue, env, {
    SLACK_SIGNING_SECRET: await askUntilRight(dialogue, 'Signing secret:', looksSecret),
    ...(isShared ? await askClient(dialogue, env) : await askBotToken(dialogue, client)),
  })
  if (isShared)
    dialogue.say(
      [
        'Tokens of workspaces are kept sealed with SLACK_TOKEN_KEYS: keep a copy of it apart from the',
        'data, or they must all install the app again.',
      ].join(' '),
    )
  dialogue.say(
    [
      `Lead ${publicUrl}/slack/ to port 3000 of this machine (SLACK_PORT changes it). Once the bot`,
      'runs, press “Retry” under “Event Subscriptions”: Slack asks whether it is there.',
    ].join(' '),
  )
  if (isShared) dialogue.say(`Workspaces install the app at ${publicUrl}/slack/install`)
  sayDone(dialogue)
}

type Variables = Readonly<Record<string, string>>

/** Asks for the variables of an app that other workspaces install. */
async function askClient(dialogue: SetupDialogue, env: Environment): Promise<Variables> {
  const clientId = await askUntilRight(dialogue, '“Client ID”, on the same page:', (id) => {
    refuseUnless(/^\d+\.\d+$/u.test(id), 'A client ID is two numbers with a point between them.')
    return Promise.resolve('It looks right.')
  })
  const clientSecret = await askUntilRight(dialogue, '“Client Secret”, on the same page:', looksSecret)
  dialogue.say(
    '3. Under “Manage Distribution”, tick what it asks for and press “Activate Public Distribution”.',
  )
  return {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    // Existing values stay, because they open the tokens of workspaces that installed the app.
    SLACK_STATE_SECRET: env['SLACK_STATE_SECRET'] || randomBytes(32).toString('base64url'),
    SLACK_TOKEN_KEYS: env['SLACK_TOKEN_KEYS'] || randomBytes(32).toString('base64'),
  }
}

/** Each of these variables selects a way of connecting. */
const ROUTE_VARIABLES = ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID']

/**
 * Saves variables. Empties those of another way of connecting, which an earlier set-up may have left and
 * which would select that way; an empty variable counts as not set.
 */
function saveVariables(dialogue: SetupDialogue, env: Environment, variables: Variables): Promise<void> {
  const others = ROUTE_VARIABLES.filter((name) => !(name in variables) && env[name])
  return dialogue.keep({ ...variables, ...Object.fromEntries(others.map((name) => [name, ''])) })
}

/** Slack reports links only to hosts that the manifest names. */
const unfurlsIn = (env: Environment): readonly string[] =>
  (env['SLACK_UNFURL_DOMAINS'] ?? '').split(/[\s,]+/u).filter((host) => host !== '')

/**
 * Prints the link with which Slack shows the manifest and creates the app
 * (https://docs.slack.dev/app-manifests).
 */
function sayCreate(dialogue: SetupDialogue, options: ManifestOptions): void {
  const manifest = encodeURIComponent(JSON.stringify(buildManifest(options)))
  dialogue.say(`1. Open this link, choose your workspace, press “Next” and “Create”:\n`)
  dialogue.say(`   https://api.slack.com/apps?new_app=1&manifest_json=${manifest}\n`)
}

async function looksSecret(secret: string): Promise<string> {
  refuseUnless(/^\S{16,}$/u.test(secret), 'It has 32 letters and digits.')
  return 'It looks right; the first request will tell.'
}

async function askBotToken(dialogue: SetupDialogue, client: webApi.WebClient): Promise<Variables> {
  dialogue.say(
    '3. Under “Install App”, press “Install to …” and “Allow”, and copy the “Bot User OAuth Token”.',
  )
  const token = await askUntilRight(dialogue, 'Bot token (xoxb-…):', async (pasted) => {
    refuseUnless(pasted.startsWith('xoxb-'), 'A bot token begins with xoxb-.')
    const { team, user } = identity.parse(await client.auth.test({ token: pasted }))
    return `This is @${user} in ${team}.`
  })
  return { SLACK_BOT_TOKEN: token }
}

function sayDone(dialogue: SetupDialogue): void {
  dialogue.say(
    'Done. Start the bot with “npm start”. Then, in a channel: /invite @Dragoman, and /news subscribe. “/news help” shows the rest.',
  )
}

const MOST_TRIES = 3

/**
 * Asks until `check` accepts the answer, at most three times. `check` resolves to the text that confirms it.
 */
async function askUntilRight(
  dialogue: SetupDialogue,
  question: string,
  check: (answer: string) => Promise<string>,
): Promise<string> {
  for (let tried = 1; ; tried += 1) {
    const answer = await dialogue.ask(question, { secret: true })
    try {
      dialogue.say(await check(answer))
      return answer
    } catch (error) {
      const reason = explain(error)
      if (tried === MOST_TRIES)
        throw new Error(`That did not work: ${reason} Run the set-up again.`, { cause: error })
      dialogue.say(`That did not work: ${reason} Copy it again, whole.`)
    }
  }
}

/**
 * Explains why a freshly copied token was refused. `toDeliveryError` words this for tokens that worked
 * before.
 */
function explain(error: unknown): string {
  if (!(error instanceof webApi.SlackError)) return error instanceof Error ? error.message : String(error)
  const refusal = refusalOf(error)
  if (refusal === 'invalid_auth' || refusal === 'not_authed') return `Slack does not know it (${refusal}).`
  if (refusal === 'missing_scope') return `It has not the scope that is named above (${refusal}).`
  const { code, message } = toDeliveryError(error)
  return code === 'unavailable' ? 'Slack did not answer: is this machine online?' : message
}

function refuseUnless(isRight: boolean, text: string): void {
  if (!isRight) throw new Error(text)
}
