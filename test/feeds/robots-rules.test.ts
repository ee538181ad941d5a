import { describe, expect, it } from 'vitest'
import type { Fetched } from '../../src/feeds/fetch-feed.ts'
import { createRobotsRules } from '../../src/feeds/robots-rules.ts'

const NOW = Date.parse('2026-03-10T08:00:00Z')

/** Rules of sites that all have this robots.txt, and a record of the requests for it. */
function rulesOf(text: string) {
  const asked: string[] = []
  const get = (url: string): Promise<Fetched> => {
    asked.push(url)
    return Promise.resolve({ status: 'ok', bytes: Buffer.from(text), headers: {}, url, movedTo: null })
  }
  const rules = createRobotsRules({ get }, 'Dragoman', () => NOW)
  return { asked, allows: (url: string) => rules.allows(url) }
}

/**
 * Returns whether an address is allowed, and for how many milliseconds of the processor's time the check
 * worked, which do not depend on what else the machine does.
 */
async function judge(text: string, url: string): Promise<{ allowed: boolean; heldMs: number }> {
  const rules = rulesOf(text)
  const before = process.threadCpuUsage()
  const allowed = await rules.allows(url)
  const { user, system } = process.threadCpuUsage(before)
  return { allowed, heldMs: (user + system) / 1000 }
}

const many = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('')

describe('createRobotsRules', () => {
  it.each([
    ['several agents that share rules', 'User-agent: other\nUser-agent: *\nDisallow: /a', false],
    ['rules of others', 'User-agent: other\nDisallow: /a\n\nUser-agent: *\nDisallow: /b', true],
    [
      'groups of ours that stand apart',
      'User-agent: dragoman/1\nAllow: /b\nUser-agent: x\nAllow: /\nUser-agent: Dragoman\nDisallow: /a',
      false,
    ],
    ['a blank line within a group', 'User-agent: *\n\nDisallow: /a', false],
    ['an agent behind other fields', 'User-agent: x\nCrawl-delay: 3\nUser-agent: *\nDisallow: /a', false],
    ['the longer of two rules', 'User-agent: *\nDisallow: /\nAllow: /a$', true],
    ['comments, and ends of lines of all kinds', '# us\rUser-agent: * # all\r\nDisallow: /a # why\n', false],
    ['a group of 1,999 rules', `User-agent: *\n${many(1_999, (n) => `Disallow: /x${n}`)}Disallow: /a`, false],
  ])('reads %s', async (_what, text, allowed) => {
    expect((await judge(text, 'https://a.example/a')).allowed).toBe(allowed)
  })

  const long = `https://a.example/${'a'.repeat(1_900)}`
  it.each([
    [
      'thousands of agents with thousands of rules',
      `${many(3_000, (n) => `User-agent: a${n}`)}User-agent: *\n${many(6_000, (n) => `Disallow: /${n}`)}`,
    ],
    ['a rule without an end', `User-agent: *\nDisallow: /${'*a'.repeat(240_000)}`],
    ['rules of asterisks', `User-agent: *\n${many(5_000, () => `Disallow: /${'*a'.repeat(48)}b`)}`],
    ['sixty thousand rules', `User-agent: *\n${'Allow:a\n'.repeat(60_000)}`],
  ])('is not held by %s, and takes the site for closed', async (_what, text) => {
    const { allowed, heldMs } = await judge(text, long)
    expect(allowed).toBe(false)
    expect(heldMs).toBeLessThan(400)
  })

  it('leaves what is said to others out of account, however much it is', async () => {
    const text = `${many(3_000, (n) => `User-agent: a${n}`)}${many(6_000, (n) => `Disallow: /${n}`)}User-agent: *\nDisallow: /b`
    const { allowed, heldMs } = await judge(text, 'https://a.example/a')
    expect(allowed).toBe(true)
    expect(heldMs).toBeLessThan(400)
  })

  it('reads no address that is longer than any page has', async () => {
    expect((await judge('', `https://a.example/${'a'.repeat(3_000)}`)).allowed).toBe(false)
  })

  it('remembers sites only while their rules are few enough', async () => {
    const rules = rulesOf(`User-agent: *\n${many(1_900, (n) => `Disallow: /${'x'.repeat(900)}${n}`)}`)
    for (let site = 0; site < 60; site++) await rules.allows(`https://s${site}.example/a`)
    expect(rules.asked).toHaveLength(60)
    await rules.allows('https://s59.example/b')
    expect(rules.asked).toHaveLength(60)
    await rules.allows('https://s0.example/b')
    expect(rules.asked).toHaveLength(61)
  })
})
