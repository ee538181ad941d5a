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
export function robotsTextFor(agent: string, text: string): string | null {
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
