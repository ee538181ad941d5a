import { createHmac } from 'node:crypto'
import { App } from '@slack/bolt'
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts'
import type { ChatTools } from '../../src/chat/chat-platform.ts'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { picturesFor } from '../../src/chat/pictures-for.ts'
import type { Message } from '../../src/records/message.ts'
import { createAskers } from './answer/askers.ts'
import { createIsNew } from './answer/answer-request.ts'
import { createChannels, createProfiles } from './answer/people.ts'
import { createResponses } from './answer/respond.ts'
import { createOnRejoin } from './answer/on-rejoin.ts'
import { listen } from './commands.ts'
import { listenToMembership, listenToRemovals } from './post/membership-events.ts'
import { uploadPictures } from './post/upload-pictures.ts'
import { createPoster } from './post/create-poster.ts'
import { createPace } from './post/pace.ts'
import { readPlace } from './post/place.ts'
import { createFindDirect } from './post/say-in-channel.ts'
import { type DrawOptions, renderMessage } from './render.ts'
import type { Workspace } from './transport/workspaces.ts'
import type { SlackSettings } from './setup/settings.ts'
import { withLateBody } from './transport/late-body.ts'
import { noteRequests } from './transport/note-requests.ts'
import { boltLog, openEntrance, webOptions } from './transport/open-entrance.ts'

export interface SlackOptions {
  readonly settings: SlackSettings
  readonly tools: ChatTools
  /** Calls Slack; replaceable in tests. */
  readonly fetch?: typeof globalThis.fetch
}

/** The chat adapter for Slack. */
export function createSlack({ settings, tools, fetch = globalThis.fetch }: SlackOptions): ChatAdapter {
  const { memory, topicName, log, now } = tools
  const logger = boltLog(log)
  const web = webOptions(settings.apiUrl, logger, withLateBody(fetch))
  const secret = buttonSecret(settings)
  const draw = (message: Message, options: Pick<DrawOptions, 'share' | 'pictures'> = {}) =>
    renderMessage(message, { secret, topicName, ...options })
  const upload = async (message: Message, workspace: Workspace) =>
    uploadPictures(await picturesFor(message, tools), workspace, { fetch, log })
  const pace = createPace()
  const findDirect = createFindDirect()
  const channels = createChannels(log)
  const askers = createAskers({ ...tools, settings, profiles: createProfiles(log), channels })
  const answering = { ...tools, draw, upload, findDirect, pace, responses: createResponses(fetch), askers }
  const onInstalled = createOnRejoin({ ...answering, workspaces: () => workspaces })
  const { entrance, workspaces } = openEntrance(settings, { ...tools, web, logger, onInstalled })
  const poster = createPoster({ workspaces, memory, pace, upload, draw })

  return {
    platform: 'slack',
    // Slack has no idempotency key for messages.
    repeatsAreRecognisedForMs: 0,
    post: (channel, message, options) =>
      inAccount(channel, settings, () => poster.post(channel, message, options)),
    update: (receipt, message, options) =>
      inAccount(receipt.channel, settings, () => poster.update(receipt, message, options)),

    async start(commands) {
      await workspaces.load()
      const { receiver } = entrance
      const { authorize } = workspaces
      const app = new App({
        receiver,
        clientOptions: web,
        logger,
        convoStore: false,
        ...(authorize !== null && { authorize }),
      })
      noteRequests(app, tools)
      const isNew = createIsNew(memory, now, log)
      listen({ ...answering, app, commands, workspaces, isNew, settings, secret })
      listenToRemovals({ ...tools, app, workspaces, onInstalled })
      listenToMembership({ ...tools, app, workspaces, channels })
      await entrance.start()
    },

    directChannel(person) {
      const [team = '', user = ''] = person.split('/')
      return inAccount(person, settings, async () => {
        const workspace = await workspaces.of(team)
        return `${team}/${await findDirect(workspace, user)}`
      })
    },

    async acceptsToken(account) {
      try {
        const { client } = await workspaces.of(account)
        await client.auth.test()
        return true
      } catch (error) {
        log.debug({ err: error, workspace: account }, 'Slack does not accept the token yet')
        return false
      }
    },

    stop: () => entrance.stop(),
  }
}

/**
 * If each workspace has a token of its own, adds the workspace to a `token-refused` error.
 * @throws DeliveryError
 */
async function inAccount<T>(place: string, { access }: SlackSettings, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const { team } = readPlace(place)
    const isRefused = error instanceof DeliveryError && error.code === 'token-refused'
    if (!isRefused || access.kind === 'one' || team === null) throw error
    throw new DeliveryError('token-refused', error.message, { cause: error, account: team })
  }
}

/** The key that signs buttons. Derived from the app's credentials, because buttons outlive the process. */
function buttonSecret({ entrance }: SlackSettings): string {
  const known = entrance.kind === 'http' ? entrance.signingSecret : entrance.appToken
  return createHmac('sha256', known).update('dragoman buttons').digest('hex')
}
