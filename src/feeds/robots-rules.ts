import robotsParser from 'robots-parser'
import type { PoliteFetcher } from './polite-fetcher.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Sites remembered at a time, and letters of all their rules: a feed may link to thousands of hosts of its own. */
const MAX_SITES = 1000
const MAX_LETTERS = 20_000_000

/**
 * No page has a longer address: browsers and sitemaps end at some 2,000 letters
 * (https://www.sitemaps.org/protocol.html).
 */
const LONGEST_ADDRESS = 2_048

/**
 * Says whether a page may be fetched by us, by the robots.txt of its site, each read once a day. As RFC 9309 has it: none (4xx) allows everything, one that cannot be fetched forbids everything until it can, which is tried each hour; what
 * stands for `agent`, the first word of our User-Agent, or else for all, decides. A site with more rules than anybody
 * would write is closed to us.
 */
export function createRobotsRules(
  fetcher: Pick<PoliteFetcher, 'get'>,
  agent: string,
  now: () => number,
): { allows(url: string): Promise<boolean> } {
  const sites = new Map<string, { readonly rules: Promise<Rules>; readonly until: number }>()

  let letters = 0

  async function fetchRules(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    const fetched = await fetcher.get(address)
    if (fetched.status === 'ok') return rulesOf(address, fetched.bytes)
    const isMissing = fetched.status === 'failed' && MISSING.has(fetched.kind)
    return { allow: () => isMissing, keptMs: isMissing ? DAY : HOUR, letters: 0 }
  }

  function rulesOf(address: string, bytes: Uint8Array): Rules {
    // RFC 9309, 2.5: at least 500 KiB must be read.
    const text = robotsTextFor(agent, Buffer.from(bytes).subarray(0, 512_000).toString('utf8'))
    if (text === null) return { allow: () => false, keptMs: DAY, letters: 0 }
    const robots = readRobots(address, text)
    return { allow: (url) => robots.isAllowed(url, agent) ?? true, keptMs: DAY, letters: text.length }
  }

  return {
    allows: async (url) => {
      const origin = URL.parse(url)?.origin
      if (origin === undefined || url.length > LONGEST_ADDRESS) return false
      const known = sites.get(origin)
      // Nothing is kept for longer: the clock was put back meanwhile.
      if (known && known.until > now() && known.until <= now() + DAY) return (await known.rules).allow(url)
      if (sites.size >= MAX_SITES || letters > MAX_LETTERS) {
        sites.clear()
        letters = 0
      }
      const rules = fetchRules(origin)
      sites.set(origin, { rules, until: now() + HOUR })
      const read = await rules
      sites.set(origin, { rules, until: now() + read.keptMs })
      letters += read.letters
      return read.allow(url)
    },
  }
}

interface Rules {
  readonly allow: (url: string) => boolean
  readonly keptMs: number
  /** How long what was read of it is. */
  readonly letters: number
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

/** Rules that one site may have for us; the longest robots.txt of a large outlet has a few hundred. */
const MOST_RULES = 2_000

/** A rule is the beginning of a page's address, and addresses of more than some 2,000 letters work in no browser. */
const LONGEST_RULE = 1_000

/**
 * Letters of all rules with an asterisk: each may be held against each letter of an address, 40 million steps or 0.1 s
 * at most.
 */
const MOST_WILD_LETTERS = 20_000

/**
 * Of a robots.txt what stands for `agent`, or for all, as lines of a robots.txt; null where that is more than anybody
 * would mean for us. What it says to others is left out: rules count once for each agent of their group, so that half
 * a megabyte of both makes hundreds of millions.
 */
function robotsTextFor(agent: string, text: string): string | null {
  const ours = new Set(['*', agent.toLowerCase()])
  const kept: string[] = []
  const named = new Set<string>()
  let isNaming = false
  let rules = 0
  let wildLetters = 0
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const { field, value } = readLine(line)
    if (field === '') continue
    if (field === 'user-agent') {
      if (!isNaming) named.clear()
      isNaming = true
      const who = value.split('/', 1)[0]?.trim().toLowerCase() ?? ''
      if (!ours.has(who) || named.has(who)) continue
      named.add(who)
      kept.push(`user-agent: ${who}`)
      continue
    }
    isNaming = false
    if (named.size === 0 || (field !== 'allow' && field !== 'disallow')) continue
    rules += 1
    if (value.includes('*')) wildLetters += value.length
    if (rules > MOST_RULES || value.length > LONGEST_RULE || wildLetters > MOST_WILD_LETTERS) return null
    kept.push(`${field}: ${value}`)
  }
  return kept.join('\n')
}

/** No expression: of a line of spaces they make the square. */
function readLine(line: string): { readonly field: string; readonly value: string } {
  const [bare = ''] = line.split('#', 1)
  const colon = bare.indexOf(':')
  if (colon === -1) return { field: '', value: '' }
  return { field: bare.slice(0, colon).trim().toLowerCase(), value: bare.slice(colon + 1).trim() }
}
