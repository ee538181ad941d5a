import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type ClientOptions, Events, Routes } from 'discord.js'
import type { ChatAdapter, PostOptions } from '../../src/chat/chat-adapter.ts'
import type { ChatTools } from '../../src/chat/chat-platform.ts'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { type Posted, readPosted, writePosted } from '../../src/chat/post-journal.ts'
import { picturesFor } from '../../src/chat/pictures-for.ts'
import type { Message } from '../../src/records/message.ts'
import { inRequest } from '../../src/thread/in-request.ts'
import { answerMessage } from './answer/answer-message.ts'
import { createIntegrationLimits } from './answer/integration-limits.ts'
import { openKnownLanguages } from './answer/person-language.ts'
import { answerInteraction } from './commands.ts'
import type { DiscordMessage } from './draw/drawing.ts'
import { toDeliveryError } from './errors.ts'
import { missingAt, readsHistory, takesFiles } from './post/destination.ts'
import { notificationsOf, notifying } from './post/notifications.ts'
import { readPlace } from './post/place.ts'
import { postMessage } from './post/post-message.ts'
import { tellCorrection } from '../../src/chat/wording/correction.ts'
import { editParts, keyOf, openDirect } from './post/send-parts.ts'
import { createServerEvents } from './post/server-events.ts'
import { watchGuilds } from './post/watch-guilds.ts'
import { type DrawOptions, renderMessage } from './render.ts'
import { defineCommands } from './setup/define-commands.ts'
import { registerCommands } from './setup/register-commands.ts'
import type { DiscordSettings } from './setup/settings.ts'
import { connect, ownersOf, requireInvitation, sessionEnd } from './transport/connect.ts'
import { keepToken, openClient, openInteractionRest } from './transport/open-client.ts'

export interface DiscordOptions {
  readonly settings: DiscordSettings
  readonly tools: ChatTools
  /** Address of the API, and how requests are made. */
  readonly rest?: ClientOptions['rest']
}

/**
 * How long Discord recognises a repeated nonce. The documentation says "the past few minutes"
 * (docs.discord.com/developers/resources/message#create-message, `enforce_nonce`) without a number; two
 * minutes is the least that wording allows.
 */
const REPEATS_RECOGNISED_MS = 120_000

/** Limit for all calls of one post, in milliseconds. Delivery allows 30 s. */
const POST_MS = 28_000

/** How long `stop` waits for answers under way, in milliseconds. */
const LAST_ANSWERS_MS = 5_000

/**
 * How long `stop` waits for the gateway connection to close, in milliseconds. @discordjs/ws 1.2 never settles
 * if a connection is closed while it waits for the gateway's Hello: the pending wait starts a second close,
 * which replaces the first one's handler in `connection.onclose`.
 */
const FAREWELL_MS = 3_000

/** The chat adapter for Discord, built on discord.js. */
export function createDiscord({ settings, tools, rest }: DiscordOptions): ChatAdapter {
  const client = openClient(rest)
  keepToken(client.rest, settings.token)
  const interactionRest = openInteractionRest(rest)
  const ending = new AbortController()
  const secret = buttonSecret(settings.token)
  const { topicName, log, memory, endProgram } = tools
  const running = new Set<Promise<void>>()
  let stopping: Promise<void> | null = null

  const draw = (
    message: Message,
    threads: boolean,
    options: Pick<DrawOptions, 'form' | 'pictures'> = {},
  ): DiscordMessage => {
    try {
      return renderMessage(message, { secret, topicName, threads, ...options })
    } catch (error) {
      throw new DeliveryError('rejected', 'The message cannot be drawn, which is a fault of ours.', {
        cause: error,
      })
    }
  }

  const admins = new Set(settings.admins)
  const answers = {
    ...tools,
    rest: client.rest,
    interactionRest,
    ending: ending.signal,
    settings: { ...settings, admins },
    knownLanguages: openKnownLanguages(),
    limits: createIntegrationLimits(client, settings.guild, tools),
    secret,
    draw,
  }

  const track = (answering: Promise<void>): void => {
    running.add(answering)
    void answering.finally(() => running.delete(answering))
  }

  const startPosting = (place: string, { key, journal }: PostOptions) => {
    const { workspace, channel } = readPlace(place)
    const missing = () => missingAt(client.channels.cache.get(channel))
    const isGranted = workspace.startsWith('@') || readsHistory(client.channels.cache.get(channel))
    return {
      rest: client.rest,
      key,
      journal,
      signal: AbortSignal.timeout(POST_MS),
      explain: (error: unknown) => toDeliveryError(error, { missing: missing() }),
      posted: new Array<Posted>(),
      history: { self: client.user?.id ?? '', isGranted },
    }
  }

  /** Waits for answers under way, then closes the connection. */
  const shutDown = async (): Promise<void> => {
    const patience = new AbortController()
    const late = wait(LAST_ANSWERS_MS, undefined, { signal: patience.signal }).catch(() => undefined)
    await Promise.race([Promise.all(running), late])
    patience.abort()
    ending.abort()
    interactionRest.clearHashSweeper()
    interactionRest.clearHandlerSweeper()
    await Promise.race([client.destroy(), wait(FAREWELL_MS, undefined, { ref: false })])
  }

  return {
    platform: 'discord',
    repeatsAreRecognisedForMs: REPEATS_RECOGNISED_MS,
    events: createServerEvents({ client, ...tools }),

    async start(commands) {
      client.on(Events.Error, (error) => log.error({ err: error }, 'the connection to Discord failed'))
      client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord broke'))
      const ended = sessionEnd(client)
      const answerTools = { ...answers, commands }
      client.on(Events.InteractionCreate, (interaction) =>
        track(inRequest(interaction.id, () => answerInteraction(interaction, answerTools))),
      )
      client.on(Events.MessageCreate, (written) =>
        track(inRequest(written.id, () => answerMessage(written, answerTools))),
      )
      watchGuilds(client, { ...tools, draw })
      await connect(client, settings.token, ended)
      void ended.then(endProgram)
      for (const id of await ownersOf(client, log)) admins.add(id)
      const application = client.application?.id ?? ''
      requireInvitation(client, application, settings.guild)
      const wanted = { application, guild: settings.guild, commands: defineCommands(commands.all, settings) }
      const registered = await registerCommands(wanted, client.rest, memory)
      log.info({ guilds: client.guilds.cache.size, commands: registered }, 'connected to Discord')
    },

    async post(place, message, options) {
      const posting = startPosting(place, options)
      const first = options.under?.messageIds[0]
      const { workspace, channel } = readPlace(place)
      const pictures = takesFiles(client.channels.cache.get(channel)) ? await picturesFor(message, tools) : []
      try {
        const set = await notificationsOf(workspace, memory)
        await postMessage(
          channel,
          { ...posting, pictures },
          {
            client,
            memory,
            log,
            crosspost: settings.crosspost,
            under: first === undefined ? null : readPosted(first),
            draw: (threads) => notifying(draw(message, threads, { pictures }), message, set),
          },
        )
      } catch (error) {
        throw posting.explain(error)
      }
      if (posting.posted.length === 0)
        throw new DeliveryError(
          'in-doubt',
          'No answer told whether it arrived, and Discord knows it no longer.',
        )
      return { platform: 'discord', channel: place, messageIds: posting.posted.map(writePosted) }
    },

    async update({ channel: place, messageIds }, message, { journal }) {
      // The receipt does not list the messages that earlier corrections added; the memory does.
      const id = `${readPlace(place).workspace}/${messageIds[0] ?? ''}`
      const name = { platform: 'discord', kind: 'added', id } as const
      const added = (await memory.recall(name))?.split(' ') ?? []
      const posted = [...messageIds, ...added].map(readPosted)
      const hadThread = posted.some(({ channel }) => channel !== posted[0]?.channel)
      // Key for messages added by this correction. It is the same in every attempt.
      const posting = startPosting(place, { key: keyOf(JSON.stringify([messageIds, message])), journal })
      const form = posted[0]?.form === 'cards' ? 'cards' : 'embeds'
      // The attached picture stays; only its description is written again.
      const pictures = form === 'embeds' ? await picturesFor(message, tools) : []
      try {
        const note = tellCorrection(message)
        const below = note === null ? [] : draw(note, false, {}).main
        await editParts(posted, draw(message, hadThread, { pictures, form }), posting, below)
      } catch (error) {
        throw posting.explain(error)
      } finally {
        const all = [...added, ...posting.posted.map(writePosted)]
        if (posting.posted.length > 0) await memory.remember(name, all.join(' '))
      }
    },

    async directChannel(person) {
      const { workspace, channel: user } = readPlace(person)
      try {
        return `${workspace}/${await openDirect(user, client.rest, memory)}`
      } catch (error) {
        throw toDeliveryError(error)
      }
    },

    async acceptsToken() {
      try {
        await client.rest.get(Routes.user())
        return true
      } catch (error) {
        log.debug({ err: error }, 'Discord does not accept the token yet')
        return false
      }
    },

    stop() {
      stopping ??= shutDown()
      return stopping
    },
  }
}

/**
 * The key that signs the commands in buttons and menus: stable across restarts, different for another token.
 */
export function buttonSecret(token: string): string {
  return createHmac('sha256', token).update('dragoman: buttons').digest('base64url')
}
