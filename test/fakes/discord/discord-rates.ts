import { tooMany, type Refusal } from './discord-refusals.ts'

interface Window {
  left: number
  endsAt: number
}

/**
 * Discord's limit for one bot per second (topics/rate-limits), and that of a channel as its headers have long
 * stated it.
 */
const GLOBAL = { most: 50, windowMs: 1_000 }
const CHANNEL = { most: 5, windowMs: 5_000 }

/** Discord's rate limits. Interaction endpoints are exempt from both. */
export class DiscordRates {
  refused = 0
  #global: Window = { left: 0, endsAt: 0 }
  #channels = new Map<string, Window>()

  /** Counts a call; returns the headers of its answer, or a refusal. */
  count(
    method: string,
    path: string,
  ): { readonly headers: Readonly<Record<string, string>>; readonly refusal: Refusal | null } {
    if (path.startsWith('/interactions/') || path.startsWith('/webhooks/'))
      return { headers: {}, refusal: null }
    const now = performance.now()
    this.#global = current(this.#global, GLOBAL, now)
    if (this.#global.left === 0) return this.#refuse((this.#global.endsAt - now) / 1000, 'global')
    this.#global.left -= 1
    const channel = method === 'POST' ? /^\/channels\/(\d+)\/messages$/u.exec(path)?.[1] : undefined
    if (channel === undefined) return { headers: {}, refusal: null }
    const window = current(this.#channels.get(channel), CHANNEL, now)
    this.#channels.set(channel, window)
    if (window.left === 0) return this.#refuse((window.endsAt - now) / 1000, 'user')
    window.left -= 1
    return {
      headers: {
        'X-RateLimit-Limit': String(CHANNEL.most),
        'X-RateLimit-Remaining': String(window.left),
        'X-RateLimit-Reset-After': ((window.endsAt - now) / 1000).toFixed(3),
        'X-RateLimit-Bucket': 'messages',
      },
      refusal: null,
    }
  }

  #refuse(seconds: number, scope: 'user' | 'global') {
    this.refused += 1
    return { headers: {}, refusal: tooMany(Number(seconds.toFixed(3)), scope) }
  }
}

function current(window: Window | undefined, rule: typeof GLOBAL, now: number): Window {
  return window === undefined || now >= window.endsAt
    ? { left: rule.most, endsAt: now + rule.windowMs }
    : window
}
