/** A request to our hub (WebSub, section 5.1). */
export interface HubRequest {
  readonly mode: 'subscribe' | 'unsubscribe'
  readonly topic: string
  readonly callback: string
  readonly secret: string | null
  /** Duration of the subscription, in milliseconds. */
  readonly leaseMs: number
}

/**
 * Limits of the lease. Hubs usually grant at most ten days. The minimum keeps a reader that subscribes every
 * minute from being verified every minute.
 */
const LEASE_MS = { usual: 10 * 24 * 3_600_000, shortest: 3_600_000, longest: 30 * 24 * 3_600_000 } as const

/** Longest address, in characters: as much as servers accept. */
const LONGEST_ADDRESS = 2000

/** "MUST be less than 200 bytes in length" (WebSub, section 5.1). */
const SECRET_BYTES = 199

/** Reads a request; returns a text about what is wrong with it otherwise. */
export function readHubRequest(form: URLSearchParams): HubRequest | string {
  const mode = form.get('hub.mode')
  const [topic, callback, secret] = ['topic', 'callback', 'secret'].map(
    (name) => form.get(`hub.${name}`) ?? '',
  )
  if (mode !== 'subscribe' && mode !== 'unsubscribe')
    return 'hub.mode is "subscribe" or "unsubscribe": what is new here the hub sees by itself.'
  if (topic === undefined || topic === '' || topic.length > LONGEST_ADDRESS)
    return 'hub.topic is the address of a feed here, as its rel="self" gives it.'
  const url = URL.parse(callback ?? '')
  const isWeb = url !== null && ['http:', 'https:'].includes(url.protocol) && url.hash === ''
  if (
    callback === undefined ||
    !isWeb ||
    callback.length > LONGEST_ADDRESS ||
    url.username !== '' ||
    url.password !== ''
  )
    return 'hub.callback is an http(s) address without a fragment, a name or a password.'
  if (Buffer.byteLength(secret ?? '') > SECRET_BYTES) return 'hub.secret is shorter than 200 bytes.'
  const asked = form.get('hub.lease_seconds') ?? ''
  const leaseMs = /^[1-9]\d{0,9}$/u.test(asked) ? Number(asked) * 1000 : LEASE_MS.usual
  return {
    mode,
    topic,
    callback,
    secret: secret === undefined || secret === '' ? null : secret,
    leaseMs: Math.min(Math.max(leaseMs, LEASE_MS.shortest), LEASE_MS.longest),
  }
}
