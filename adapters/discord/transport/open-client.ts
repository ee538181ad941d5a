import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  type RateLimitData,
  REST,
} from 'discord.js'
import { handOverContext } from '../../../src/chat/post-journal.ts'
import { endingStrategy } from './ending-strategy.ts'
import { identifyThrottle } from './identify-throttle.ts'

/**
 * Longest wait for a rate limit inside a call, in milliseconds: enough for a channel's five messages in five
 * seconds. A longer wait goes back to delivery, so that other messages go first.
 */
const LONGEST_WAIT_MS = 8_000

/**
 * Limit for one call, in milliseconds. With the waits before it, a post ends within the 30 s that delivery
 * allows.
 */
const CALL_MS = 15_000

/** Interval of the sweeper, and age of swept threads, in seconds (one hour). */
const SWEEP_S = 3_600

/**
 * Opens discord.js with only what a briefing bot needs: servers, their channels, roles and the bot's own
 * membership (for channel types and permissions), and of other members only the last one who wrote. Messages
 * are received but not cached; users and reactions are neither. Nothing is retried here: the outbox decides.
 * Without privileged intents, Discord delivers a message's text only if it mentions the bot or is a direct
 * message.
 */
export function openClient(rest: ClientOptions['rest'] = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // A direct message channel is not known before its first message.
    partials: [Partials.Channel],
    shards: 'auto',
    ws: { buildIdentifyThrottler: identifyThrottle, buildStrategy: endingStrategy },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...NO_CACHES,
      GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    sweepers: { threads: { interval: SWEEP_S, lifetime: SWEEP_S } },
    rest: {
      ...rest,
      retries: 0,
      timeout: CALL_MS,
      rejectOnRateLimit: asksForLong,
      makeRequest: writingOut(handedOver(rest?.makeRequest ?? DefaultRestOptions.makeRequest)),
    },
  })
}

type MakeRequest = typeof DefaultRestOptions.makeRequest

/** Reports the handover after all waits for rate limits, right before the request. */
function handedOver(makeRequest: MakeRequest): MakeRequest {
  return async (url, init) => {
    await handOverContext.getStore()?.()
    return makeRequest(url, init)
  }
}

const writingOut =
  (makeRequest: MakeRequest): MakeRequest =>
  async (url, init) =>
    makeRequest(url, await writtenOut(init))

/**
 * Serialises a form with files to bytes. discord.js's undici would pass Node's FormData to whichever undici
 * the process loaded first, which accepts only its own (`body must be a FormData created by this undici
 * package instance`).
 */
async function writtenOut(init: Parameters<MakeRequest>[1]): Promise<Parameters<MakeRequest>[1]> {
  if (!(init.body instanceof FormData)) return init
  const form = new Response(init.body)
  const headers = {
    ...Object.fromEntries(Object.entries(init.headers ?? {})),
    'content-type': form.headers.get('content-type') ?? '',
  }
  return { ...init, headers, body: new Uint8Array(await form.arrayBuffer()) }
}

const NO_CACHES = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
} as const

function asksForLong({ retryAfter }: RateLimitData): boolean {
  return retryAfter > LONGEST_WAIT_MS
}

/**
 * Sets the token again before every call. @discordjs/rest drops it after any 401 (`setToken(null)` in
 * handleErrors) and would then refuse all later calls; this way one odd answer fails only one call.
 */
export function keepToken(rest: REST, token: string): void {
  const queue = rest.queueRequest.bind(rest)
  rest.queueRequest = (request) => {
    // The header is written before a call's first wait.
    rest.setToken(token)
    return queue(request)
  }
}

/**
 * A REST client for addresses that carry a token of their own: answers to interactions. Discord counts these
 * calls neither against the bot's global rate limit nor against its token
 * (topics/rate-limits#global-rate-limit), and neither does this client. It does not retry or wait; the caller
 * knows its deadline.
 */
export function openInteractionRest(rest: ClientOptions['rest'] = {}): REST {
  return new REST({
    ...rest,
    retries: 0,
    timeout: CALL_MS,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: () => true,
    makeRequest: writingOut(rest?.makeRequest ?? DefaultRestOptions.makeRequest),
  })
}
