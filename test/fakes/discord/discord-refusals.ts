/** An error response as Discord sends it. */
export interface Refusal {
  readonly status: number
  readonly code: number
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
  readonly more?: Readonly<Record<string, unknown>>
}

const REFUSALS = {
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownGuild: { status: 404, code: 10004, message: 'Unknown Guild' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownWebhook: { status: 404, code: 10015, message: 'Unknown Webhook' },
  unknownMember: { status: 404, code: 10007, message: 'Unknown Member' },
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  alreadyAcknowledged: { status: 400, code: 40060, message: 'Interaction has already been acknowledged.' },
  tooManyFollowUps: {
    status: 400,
    code: 40094,
    message: 'This interaction has reached its maximum number of follow-up messages',
  },
  missingAccess: { status: 403, code: 50001, message: 'Missing Access' },
  cannotSendToUser: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
  missingPermissions: { status: 403, code: 50013, message: 'Missing Permissions' },
  tooManyEvents: {
    status: 400,
    code: 30038,
    message: 'Maximum number of uncompleted guild scheduled events reached (100)',
  },
  unknownEvent: { status: 404, code: 10070, message: 'Unknown Guild Scheduled Event' },
  invalidBody: { status: 400, code: 50035, message: 'Invalid Form Body' },
  threadExists: { status: 400, code: 160004, message: 'A thread has already been created for this message' },
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  internal: { status: 500, code: 0, message: 'Internal Server Error' },
  badGateway: { status: 502, code: 0, message: 'Bad Gateway' },
} as const satisfies Record<string, Refusal>

export type RefusalName = keyof typeof REFUSALS

export const refusal = (name: RefusalName): Refusal => REFUSALS[name]

/** https://docs.discord.com/developers/topics/rate-limits */
export function tooMany(seconds: number, scope: 'user' | 'global'): Refusal {
  return {
    status: 429,
    code: 0,
    message: 'You are being rate limited.',
    headers: {
      'Retry-After': String(seconds),
      'X-RateLimit-Scope': scope,
      ...(scope === 'global' ? { 'X-RateLimit-Global': 'true' } : {}),
    },
    more: { retry_after: seconds, global: scope === 'global' },
  }
}

export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}
