import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes as Codes } from 'discord.js'
import { DeliveryError, type Meaning } from '../../src/chat/delivery-error.ts'
import { isTurnedAway, networkCodeOf, neverConnected } from '../../src/chat/network-fault.ts'

/** What a person can do about a deleted channel, for the log. */
export const DELETED = 'The channel was deleted. Subscribe in another one.'

const UNKNOWN_TOKEN = 'Discord does not know the token: run `dragoman setup discord` again.'
const INVITE = 'Invite the bot again, or end the subscriptions there.'

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  [Codes.UnknownChannel]: ['channel-gone', DELETED],
  [Codes.UnknownGuild]: ['channel-gone', `The bot is not on that server. ${INVITE}`],
  [Codes.MissingAccess]: [
    'not-allowed',
    'The bot cannot see the channel: give it View Channel there, or invite it again.',
    'noView',
  ],
  [Codes.MissingPermissions]: [
    'not-allowed',
    'The bot may not post there: give it %s in that channel.',
    'noPost',
  ],
  [Codes.CannotSendMessagesToThisUser]: [
    'not-allowed',
    'This person takes no direct messages from the bot: they can allow them in their privacy settings.',
    'directClosed',
  ],
  [Codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: [
    'not-allowed',
    'The bot shares no server with this person any more.',
    'directClosed',
  ],
  [Codes.InvalidActionOnArchivedThread]: [
    'channel-gone',
    'The thread is archived: open it again, or subscribe in its channel.',
    'threadClosed',
  ],
  [Codes.ThreadLocked]: [
    'not-allowed',
    'The thread is locked: unlock it, or subscribe in its channel.',
    'threadClosed',
  ],
  [Codes.TagRequiredToCreateAForumPostInThisChannel]: [
    'not-allowed',
    'The forum wants a tag on each post: add one that members may use.',
    'tagWanted',
  ],
  [Codes.MaximumActiveThreads]: ['not-allowed', 'The server has as many open threads as it can: close some.'],
  [Codes.OpeningDirectMessagesTooFast]: ['rate-limited', 'Too many direct messages are being opened.'],
  [Codes.ActionCannotBePerformedDueToSlowmodeRateLimit]: ['rate-limited', 'The channel is in slow mode.'],
  [Codes.ChannelWriteRateLimit]: ['rate-limited', 'The channel takes no more now.'],
  [Codes.ServerWriteRateLimit]: ['rate-limited', 'The server takes no more now.'],
}

/** How long to wait if Discord asks for a pause without naming its length, in milliseconds. */
const DEFAULT_WAIT_MS = 60_000

/**
 * Turns a failed call into a `DeliveryError`. `missing` names the permissions the bot lacks there, as far as
 * it knows.
 */
export function toDeliveryError(
  error: unknown,
  { missing = [] }: { readonly missing?: readonly string[] } = {},
): DeliveryError {
  if (error instanceof DeliveryError) return error
  const cause = { cause: error }
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil(error.retryAfter / 1000)
    return new DeliveryError('rate-limited', `Discord asks to wait ${seconds} s.`, {
      ...cause,
      retryAfterMs: error.retryAfter,
    })
  }
  if (error instanceof DiscordAPIError) {
    const [code, meant, remedy] = meaningOf(error)
    const names = missing.length === 0 ? 'Send Messages and Embed Links' : missing.join(' and ')
    const text = `${meant.replace('%s', names)} (Discord: ${error.message}, ${error.code})`
    const retryAfterMs = code === 'rate-limited' ? DEFAULT_WAIT_MS : null
    return new DeliveryError(code, text, { ...cause, retryAfterMs, remedy })
  }
  if (error instanceof HTTPError)
    return new DeliveryError('unavailable', `Discord answered ${error.status}. Nothing to do but wait.`, {
      ...cause,
      mayHaveArrived: !isTurnedAway(error.status),
    })
  if (networkCodeOf(error) === NEVER_WRITTEN)
    return new DeliveryError(
      'rejected',
      `It could not be written out, which is a fault of ours (${nameOf(error)}).`,
      cause,
    )
  if (isTokenMissing(error)) return new DeliveryError('token-refused', UNKNOWN_TOKEN, cause)
  return new DeliveryError('unavailable', `Discord did not answer (${nameOf(error)}). Is the network up?`, {
    ...cause,
    mayHaveArrived: !neverConnected(error),
  })
}

/** undici refused to begin the request at all, and would refuse it again. */
const NEVER_WRITTEN = 'UND_ERR_INVALID_ARG'

/**
 * Without a token, @discordjs/rest throws a plain `Error` before it sends anything (`REST.resolveRequest`).
 */
function isTokenMissing(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Expected token to be set')
}

/** Whether a failed call certainly had no effect: no connection was made, or Discord asked to wait. */
export function isNotSent(error: unknown): boolean {
  return error instanceof RateLimitError || neverConnected(error)
}

/** Whether Discord refused a call with one of these codes. */
export function isRefusal(error: unknown, ...codes: readonly Codes[]): boolean {
  const refusal = error instanceof DeliveryError ? error.cause : error
  return refusal instanceof DiscordAPIError && codes.some((code) => code === refusal.code)
}

function meaningOf({ code, status, message }: DiscordAPIError): Meaning {
  const known = typeof code === 'number' ? MEANINGS[code] : undefined
  if (known !== undefined) return known
  if (status === 401) return ['token-refused', UNKNOWN_TOKEN]
  if (status === 403) return ['not-allowed', 'Discord forbids it: look at the permissions of the bot.']
  if (status === 404) return ['channel-gone', `It is not there any more. ${INVITE}`]
  return ['rejected', `Discord refuses the message as it is, which is a fault of ours: ${message}`]
}

function nameOf(error: unknown): string {
  return networkCodeOf(error) || (error instanceof Error ? error.message : String(error))
}
