import robotsParser from 'robots-parser'
import type { PoliteFetcher } from './polite-fetcher.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Upper bounds on sites remembered at a time, and on characters in all their rules: one feed may link to
 * thousands of hosts of its own.
 */
const MAX_SITES = 1000
const MAX_TOTAL_LENGTH = 20_000_000

/**
 * No page has a longer address: browsers and sitemaps stop at about 2,000 characters
 * (https://www.sitemaps.org/protocol.html).
 */
const LONGEST_ADDRESS = 2_048

/**
 * Tells whether we may fetch a page, by the robots.txt of its site, which is read once a day. It follows RFC
 * 9309: a missing robots.txt (4xx) allows everything; one that cannot be fetched forbids everything and is
 * tried again each hour. The group for `agent`, the first word of our User-Agent, decides, or else the group
 * for all. A site with more rules than anybody would write by hand is treated as closed.
 */
export function createRobotsRules(
  fetcher: Pick<PoliteFetcher, 'get'>,
  agent: string,
  now: () => number,
): { allows(url: string): Promise<boolean> } {
  const sites = new Map<string, { readonly rules: Promise<Rules>; readonly until: number }>()

  let totalLength = 0

  async function fetchRules(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    const fetched = await fetcher.get(address)
    if (fetched.status === 'ok') return rulesOf(address, fetched.bytes)
    const isMissing = fetched.status === 'failed' && MISSING.has(fetched.kind)
    return { allow: () => isMissing, keptMs: isMissing ? DAY : HOUR, textLength: 0 }
  }

  function rulesOf(address: string, bytes: Uint8Array): Rules {
    // RFC 9309, 2.5: at least 500 KiB must be read.
    const text = robotsTextFor(agent, Buffer.from(bytes).subarray(0, 512_000).toString('utf8'))
    if (text === null) return { allow: () => false, keptMs: DAY, textLength: 0 }
    const robots = readRobots(address, text)
    return { allow: (url) => robots.isAllowed(url, agent) ?? true, keptMs: DAY, textLength: text.length }
  }

  return {
    allows: async (url) => {
      const origin = URL.parse(url)?.origin
      if (origin === undefined || url.length > LONGEST_ADDRESS) return false
      const known = sites.get(origin)
      // Nothing is kept longer than a day, so a later time means that the clock was put back.
      if (known && known.until > now() && known.until <= now() + DAY) return (await known.rules).allow(url)
      if (sites.size >= MAX_SITES || totalLength > MAX_TOTAL_LENGTH) {
        sites.clear()
        totalLength = 0
      }
      const rules = fetchRules(origin)
      sites.set(origin, { rules, until: now() + HOUR })
      const read = await rules
      sites.set(origin, { rules, until: now() + read.keptMs })
      totalLength += read.textLength
      return read.allow(url)
    },
  }
}

interface Rules {
  readonly allow: (url: string) => boolean
  readonly keptMs: number
  /** Length of the rules, in UTF-16 units. */
  readonly textLength: number
}

const MISSING: ReadonlySet<string> = new Set(['not-found', 'gone', 'refused'])

/** robots-parser is a CommonJS function whose types declare a default export that it does not have. */
function readRobots(
  address: string,
  text: string,
): { isAllowed(url: string, agent: string): boolean | undefined } {
  const parse: unknown = robotsParser
  if (typeof parse !== 'function') throw new TypeError('robots-parser exports no function any more')
  return Reflect.apply(parse, undefined, [address, text])
}

/** Most rules of one site for us. The longest robots.txt of a large outlet has a few hundred. */
const MOST_RULES = 2_000

/**
 * A rule is the beginning of a page's address, and no browser accepts addresses of more than about 2,000
 * characters.
 */
const LONGEST_RULE = 1_000

/**
 * Characters in all rules with an asterisk. Each may be compared with each character of an address, which
 * makes at most 40 million steps or 0.1 s.
 */
const MOST_WILDCARD_CHARACTERS = 20_000

/**
 * Returns the lines of a robots.txt that apply to `agent` or to all, or null if they are more than anybody
 * would write for us. Rules for other agents are left out: the parser repeats the rules of a group for each
 * of its agents, so half a megabyte of many agents and many rules becomes hundreds of millions of rules.
 */
function robotsTextFor(agent: string, text: string): string | null {
  const ours = new Set(['*', agent.toLowerCase()])
  const kept: string[] = []
  const named = new Set<string>()
  let isNaming = false
  let rules = 0
  let wildcardCharacters = 0
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
    if (value.includes('*')) wildcardCharacters += value.length
    if (rules > MOST_RULES || value.length > LONGEST_RULE || wildcardCharacters > MOST_WILDCARD_CHARACTERS)
      return null
    kept.push(`${field}: ${value}`)
  }
  return kept.join('\n')
}

/** Uses no regular expression: on a line of spaces it would take quadratic time. */
function readLine(line: string): { readonly field: string; readonly value: string } {
  const [bare = ''] = line.split('#', 1)
  const colon = bare.indexOf(':')
  if (colon === -1) return { field: '', value: '' }
  return { field: bare.slice(0, colon).trim().toLowerCase(), value: bare.slice(colon + 1).trim() }
}
