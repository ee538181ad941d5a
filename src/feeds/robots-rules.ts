import robotsParser from 'robots-parser'
import type { PoliteFetcher } from './polite-fetcher.ts'

/** Says whether a page may be fetched by us, by the robots.txt of its site. */
export interface RobotsRules {
  allows(url: string): Promise<boolean>
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Sites remembered at a time. */
const MAX_SITES = 1000

/**
 * Reads each site's robots.txt once a day. As RFC 9309 has it: none (4xx) allows everything, one that cannot be fetched forbids everything until it can, which is tried each hour; what
 * stands for `agent`, the first word of our User-Agent, or else for all, decides.
 */
export function createRobotsRules(
  fetcher: Pick<PoliteFetcher, 'get'>,
  agent: string,
  now: () => number,
): RobotsRules {
  const sites = new Map<string, { readonly rules: Promise<Rules>; readonly until: number }>()

  async function fetchRules(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    const fetched = await fetcher.get(address)
    if (fetched.status === 'ok') return rulesOf(address, fetched.bytes)
    const isMissing = fetched.status === 'failed' && MISSING.has(fetched.kind)
    return { allow: () => isMissing, keptMs: isMissing ? DAY : HOUR }
  }

  function rulesOf(address: string, bytes: Uint8Array): Rules {
    // RFC 9309, 2.5: at least 500 KiB must be read.
    const robots = readRobots(address, Buffer.from(bytes).subarray(0, 512_000).toString('utf8'))
    return { allow: (url) => robots.isAllowed(url, agent) ?? true, keptMs: DAY }
  }

  return {
    allows: async (url) => {
      const origin = URL.parse(url)?.origin
      if (origin === undefined) return false
      const known = sites.get(origin)
      if (known && known.until > now()) return (await known.rules).allow(url)
      if (sites.size >= MAX_SITES) sites.clear()
      const rules = fetchRules(origin)
      sites.set(origin, { rules, until: now() + HOUR })
      const { allow, keptMs } = await rules
      sites.set(origin, { rules, until: now() + keptMs })
      return allow(url)
    },
  }
}

interface Rules {
  readonly allow: (url: string) => boolean
  readonly keptMs: number
}

const MISSING: ReadonlySet<string> = new Set(['not-found', 'gone', 'refused'])

/** robots-parser is a CommonJS function whose types speak of a default export it does not have. */
function readRobots(
  address: string,
  text: string,
): { isAllowed(url: string, agent: string): boolean | undefined } {
  const parse: unknown = robotsParser
  if (typeof parse !== 'function') throw new TypeError('robots-parser exports no function any more')
  return Reflect.apply(parse, undefined, [address, text])
}
