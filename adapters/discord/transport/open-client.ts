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
import { handingOver } from '../../../src/chat/post-journal.ts'
import { endingStrategy } from './ending-strategy.ts'
import { identifyThrottle } from './identify-throttle.ts'

/**
 * Longest wait for a rate limit inside a call, in milliseconds: a channel's five messages in five seconds fit. What asks for longer goes back to
 * delivery, so that others go first.
 */
const LONGEST_WAIT_MS = 8_000

/** One call, in milliseconds; with the waits before it a post ends within the 30 s that delivery allows. */
const CALL_MS = 15_000

/** Hourly, in seconds. */
const SWEEP_S = 3_600

/**
 * discord.js with what a briefing bot needs and no more: servers, their channels, roles and its own membership (for the kind of a channel and
 * what may be done there), of other members who wrote last; messages as they come, none kept; no users or reactions. It repeats nothing by itself: an
 * outbox decides. What messages say Discord gives only where the bot is mentioned or written to, as no privileged intent is asked for.
 */
export function openClient(rest: ClientOptions['rest'] = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // A channel of direct messages is not told of before what is written there.
    partials: [Partials.Channel],
    shards: 'auto',
    ws: { buildIdentifyThrottler: identifyThrottle, buildStrategy: endingStrategy },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...NOTHING,
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

/** Behind all waits of discord.js for its limits, before the request. */
function handedOver(makeRequest: MakeRequest): MakeRequest {
  return async (url, init) => {
    await handingOver.getStore()?.()
    return makeRequest(url, init)
  }
}

const writingOut =
  (makeRequest: MakeRequest): MakeRequest =>
  async (url, init) =>
    makeRequest(url, await writtenOut(init))

/**
 * A form with files, as the bytes that go out. The undici of discord.js would hand the form of Node to whichever undici of the process came first, which takes none but its
 * own (`body must be a FormData created by this undici package instance`).
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

const NOTHING = {
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
 * Shows the token with each call. @discordjs/rest forgets it at any 401 (`setToken(null)` in handleErrors) and would
 * refuse every later call by itself: a single odd answer shall cost a single call.
 */
export function keepToken(rest: REST, token: string): void {
  const queue = rest.queueRequest.bind(rest)
  rest.queueRequest = (request) => {
    // The header is written before the first wait of a call.
    rest.setToken(token)
    return queue(request)
  }
}

/**
 * For calls whose address holds a token of its own: answers to questions. Discord counts them neither against the limit
 * of all calls of the bot nor against its token (topics/rate-limits#global-rate-limit), and so do we. It repeats
 * nothing and waits for nothing by itself: who answers knows until when.
 */
export function openTokened(rest: ClientOptions['rest'] = {}): REST {
  return new REST({
    ...rest,
    retries: 0,
    timeout: CALL_MS,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: () => true,
    makeRequest: writingOut(rest?.makeRequest ?? DefaultRestOptions.makeRequest),
  })
}
