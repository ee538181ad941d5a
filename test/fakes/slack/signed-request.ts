import { createHmac } from 'node:crypto'

export const SIGNING_SECRET = 'signing-secret-0123456789'

export interface SignedOptions {
  readonly secret?: string
  /** Seconds since 1970. */
  readonly at?: number
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Creates a request signed as Slack does: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signedRequest(
  body: string,
  { secret = SIGNING_SECRET, at = Math.floor(Date.now() / 1000), headers = {} }: SignedOptions = {},
): RequestInit {
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': signature,
      ...headers,
    },
  }
}
