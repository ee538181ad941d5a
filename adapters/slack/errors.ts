import { webApi } from '@slack/bolt'
import { DeliveryError, type Meaning } from '../../src/chat/delivery-error.ts'
import { isTurnedAway } from '../../src/chat/network-fault.ts'
import { BodyNotSent, isSurelyUnsent } from './transport/late-body.ts'

const TOO_FAST = 'Slack asks to wait before the next message.'

/**
 * Meanings of Slack's error codes (`ok: false`).
 * https://docs.slack.dev/reference/methods/chat.postMessage, conversations.open
 */
const REFUSALS: readonly (readonly [words: string, ...Meaning])[] = [
  [
    'not_in_channel',
    'not-allowed',
    'The app is not a member of this channel. Invite it there: /invite @Dragoman',
    'invite',
  ],
  [
    'channel_not_found',
    'channel-gone',
    'The channel does not exist, or it is private and the app is not in it. Invite the app there, or subscribe elsewhere.',
  ],
  [
    'is_archived',
    'channel-gone',
    'The channel is archived. Unarchive it, or subscribe elsewhere.',
    'archived',
  ],
  ['user_not_found users_not_found', 'channel-gone', 'There is no such person in this workspace any more.'],
  ['user_disabled', 'channel-gone', 'This person’s account is deactivated.'],
  ['cannot_dm_bot', 'channel-gone', 'A bot cannot be written to.'],
  [
    'messages_tab_disabled',
    'not-allowed',
    'The app takes no direct messages. Turn on its Messages tab, as its manifest says.',
    'reinstall',
  ],
  [
    [
      'restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel',
      'restricted_action_non_threadable_channel restricted_action_thread_locked ekm_access_denied',
    ].join(' '),
    'not-allowed',
    'Posting is restricted in this channel. An admin of the workspace can allow this app to post there.',
    'restricted',
  ],
  [
    'invalid_auth not_authed token_revoked token_expired account_inactive',
    'token-refused',
    'Slack no longer accepts the token of this workspace. Install the app there again.',
    'reinstall',
  ],
  [
    'access_denied team_access_not_granted',
    'channel-gone',
    'Slack does not let the app into this workspace any more. Install it there again.',
    'reinstall',
  ],
  [
    'missing_scope no_permission not_allowed_token_type',
    'not-allowed',
    'A permission of the app is missing. Install the app again with its present manifest.',
    'reinstall',
  ],
  ['ratelimited rate_limited message_limit_exceeded', 'rate-limited', TOO_FAST],
  [
    'internal_error fatal_error request_timeout service_unavailable team_added_to_org org_login_required',
    'unavailable',
    'Slack could not carry this out now; it is tried again.',
  ],
]

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  REFUSALS.flatMap(([words, ...meaning]) => words.split(' ').map((word) => [word, meaning])),
)

const UNKNOWN: Meaning = [
  'rejected',
  'Slack does not take this message. That is a fault of this program: please report it.',
]

/**
 * "It's possible some aspect of the operation succeeded before the error was raised." Slack says the same of
 * `internal_error`; but in the cases observed nothing had been posted, and retrying is worth the risk.
 */
const HALF_DONE = 'fatal_error'

/** Turns a failed Web API call into a `DeliveryError`. */
export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new DeliveryError('rate-limited', TOO_FAST, {
      cause: error,
      retryAfterMs: error.retryAfter * 1000,
    })
  if (error instanceof webApi.WebAPIPlatformError) return ofPlatform(error)
  if (error instanceof webApi.WebAPIHTTPError) return ofStatus(error)
  if (error instanceof webApi.WebAPIRequestError) {
    const { original } = error
    const isNotSent = original instanceof BodyNotSent || isSurelyUnsent(original)
    const text = isNotSent ? 'Slack cannot be reached' : 'Slack did not answer'
    return new DeliveryError('unavailable', `${text} (${original.message}); it is tried again.`, {
      cause: error,
      mayHaveArrived: !isNotSent,
    })
  }
  // For a 429 without Retry-After the client throws a plain `Error`.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return new DeliveryError('rate-limited', TOO_FAST, { cause: error })
  return new DeliveryError('unavailable', `Slack could not be called: ${String(error)}`, {
    cause: error,
    mayHaveArrived: true,
  })
}

/** The error code with which Slack refused a call; null if it was not a refusal. */
export function refusalOf(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null
}

function ofPlatform(error: webApi.WebAPIPlatformError): DeliveryError {
  const said = error.data.error
  const [code, text, remedy] = MEANINGS.get(said) ?? UNKNOWN
  return new DeliveryError(code, `${text} (${said})`, {
    cause: error,
    mayHaveArrived: said === HALF_DONE,
    remedy,
  })
}

function ofStatus(error: webApi.WebAPIHTTPError): DeliveryError {
  const isServer = error.statusCode >= 500 || error.statusCode === 408
  return new DeliveryError(
    isServer ? 'unavailable' : 'rejected',
    isServer
      ? `Slack answered with status ${error.statusCode}; it is tried again.`
      : `Slack answered with status ${error.statusCode}: this program and Slack do not understand each other. Please report it.`,
    { cause: error, mayHaveArrived: isServer && !isTurnedAway(error.statusCode) },
  )
}
