import { webApi } from '@slack/bolt'
import { DeliveryError, type DeliveryErrorCode } from '../../src/chat/delivery-error.ts'
import { isTurnedAway } from '../../src/chat/network-fault.ts'
import type { Remedy } from '../../src/records/notice.ts'
import { BodyNotSent, isSurelyUnsent } from './transport/late-body.ts'

interface Meaning {
  readonly code: DeliveryErrorCode
  readonly remedy?: Remedy
  readonly text: string
  readonly mayHaveArrived?: boolean
}

const meaning = (code: DeliveryErrorCode, text: string, remedy?: Remedy): Meaning => ({
  code,
  text,
  ...(remedy !== undefined && { remedy }),
})

const refused = meaning(
  'token-refused',
  'Slack no longer accepts the token of this workspace. Install the app there again.',
  'reinstall',
)
const reinstall = meaning(
  'channel-gone',
  'Slack does not let the app into this workspace any more. Install it there again.',
  'reinstall',
)
const restricted = meaning(
  'not-allowed',
  'Posting is restricted in this channel. An admin of the workspace can allow this app to post there.',
  'restricted',
)
const scope = meaning(
  'not-allowed',
  'A permission of the app is missing. Install the app again with its present manifest.',
  'reinstall',
)
const nobody = meaning('channel-gone', 'There is no such person in this workspace any more.')
const busy = meaning('unavailable', 'Slack could not carry this out now; it is tried again.')
/** Slack: "It's possible some aspect of the operation succeeded before the error was raised." */
const halfDone: Meaning = { ...busy, mayHaveArrived: true }
const tooFast = meaning('rate-limited', 'Slack asks to wait before the next message.')

/** What Slack answers with `ok: false` (https://docs.slack.dev/reference/methods/chat.postMessage, conversations.open). */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  not_in_channel: meaning(
    'not-allowed',
    'The app is not a member of this channel. Invite it there: /invite @Dragoman',
    'invite',
  ),
  channel_not_found: meaning(
    'channel-gone',
    'The channel does not exist, or it is private and the app is not in it. Invite the app there, or subscribe elsewhere.',
  ),
  is_archived: meaning(
    'channel-gone',
    'The channel is archived. Unarchive it, or subscribe elsewhere.',
    'archived',
  ),
  user_not_found: nobody,
  users_not_found: nobody,
  user_disabled: meaning('channel-gone', 'This person’s account is deactivated.'),
  cannot_dm_bot: meaning('channel-gone', 'A bot cannot be written to.'),
  messages_tab_disabled: meaning(
    'not-allowed',
    'The app takes no direct messages. Turn on its Messages tab, as its manifest says.',
    'reinstall',
  ),
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  restricted_action_thread_only_channel: restricted,
  restricted_action_non_threadable_channel: restricted,
  restricted_action_thread_locked: restricted,
  invalid_auth: refused,
  not_authed: refused,
  token_revoked: refused,
  token_expired: refused,
  account_inactive: refused,
  access_denied: reinstall,
  team_access_not_granted: reinstall,
  ekm_access_denied: restricted,
  missing_scope: scope,
  no_permission: scope,
  not_allowed_token_type: scope,
  ratelimited: tooFast,
  rate_limited: tooFast,
  message_limit_exceeded: tooFast,
  // Slack says the same of it as of `fatal_error`; what was seen of it is that nothing was posted, and the briefing is worth the risk.
  internal_error: busy,
  fatal_error: halfDone,
  request_timeout: busy,
  service_unavailable: busy,
  team_added_to_org: busy,
  org_login_required: busy,
}

/** What a call of the Web API failed with, in the words of delivery. */
export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new DeliveryError('rate-limited', tooFast.text, {
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
  // The client gives a 429 without a Retry-After as a plain error.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return new DeliveryError('rate-limited', tooFast.text, { cause: error })
  return new DeliveryError('unavailable', `Slack could not be called: ${String(error)}`, {
    cause: error,
    mayHaveArrived: true,
  })
}

/** The word with which Slack refused a call; null where it did not refuse. */
export function refusalOf(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null
}

function ofPlatform(error: webApi.WebAPIPlatformError): DeliveryError {
  const said = error.data.error
  const meaning = MEANINGS[said] ?? {
    code: 'rejected',
    text: 'Slack does not take this message. That is a fault of this program: please report it.',
  }
  return new DeliveryError(meaning.code, `${meaning.text} (${said})`, {
    cause: error,
    mayHaveArrived: meaning.mayHaveArrived ?? false,
    ...(meaning.remedy !== undefined && { remedy: meaning.remedy }),
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
