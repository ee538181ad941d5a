import { describe, expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { misbehaviour, startFeedServer } from '../fakes/feed-server.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'
import { aReader } from './a-reader.ts'

const reader = aReader()
const rss = rssText({ items: someItems(3) })

describe('redirects', () => {
  it('follows up to five and reads relative links where it arrives', async () => {
    const target = reader.server.serve('/deep/feed', {
      body: rssText({ items: [{ title: 'A', link: 'a.html' }] }),
    })
    const hops = Array.from({ length: 5 }, reader.somewhere)
    hops.forEach((hop, index) =>
      reader.server.serve(hop, misbehaviour.redirect(hops[index + 1] ?? target, 302)),
    )
    const outcome = await reader.read(`${reader.server.origin}${hops[0]}`)
    expect(outcome).toMatchObject({
      status: 'new',
      feed: { entries: [{ link: `${reader.server.origin}/deep/a.html` }] },
    })
  })

  it('gives up on the sixth, and on a circle', async () => {
    const hops = Array.from({ length: 7 }, reader.somewhere)
    hops.forEach((hop, index) =>
      reader.server.serve(hop, misbehaviour.redirect(hops[index + 1] ?? '/end', 302)),
    )
    expect(await reader.read(`${reader.server.origin}${hops[0]}`)).toMatchObject({
      failure: { kind: 'too-many-redirects' },
    })
    const circle = reader.somewhere()
    expect(await reader.read(reader.server.serve(circle, misbehaviour.redirect(circle)))).toMatchObject({
      failure: { kind: 'too-many-redirects' },
    })
  })

  it('believes a permanent move when it came three times in a row, and then goes straight there', async () => {
    const [from, to] = [reader.somewhere(), reader.somewhere()]
    const target = reader.server.serve(to, { body: rss, etag: '"1"' })
    const url = reader.server.serve(from, misbehaviour.redirect(to, 308))
    let state = NEVER_READ
    const moves: (string | null)[] = []
    for (let round = 0; round < 4; round += 1) {
      ;({ state } = await reader.read(url, state))
      moves.push(state.movedTo)
    }
    expect(moves).toEqual([null, null, target, target])
    expect(reader.server.requests.filter((request) => request.path === from)).toHaveLength(3)
  })

  it('believes a chain only when each of its redirects is permanent', async () => {
    const target = reader.server.serve(reader.somewhere(), { body: rss })
    const chain = (...codes: (301 | 302 | 303 | 307 | 308)[]): string =>
      codes.reduceRight(
        (next, code) => reader.server.serve(reader.somewhere(), misbehaviour.redirect(next, code)),
        target,
      )
    const movedAfterThree = async (url: string): Promise<string | null> => {
      let state = NEVER_READ
      for (let round = 0; round < 3; round += 1) ({ state } = await reader.read(url, state))
      return state.movedTo
    }
    expect(await movedAfterThree(chain(301, 308, 301))).toBe(target)
    for (const codes of [[301, 302], [307, 308], [301, 303, 301], [307]] as const)
      expect(await movedAfterThree(chain(...codes))).toBeNull()
  })

  it('begins to count anew when it leads elsewhere, or is not there for once', async () => {
    const [from, one, two] = [reader.somewhere(), reader.somewhere(), reader.somewhere()]
    reader.server.serve(one, { body: rss })
    const target = reader.server.serve(two, { body: rss })
    const url = `${reader.server.origin}${from}`
    let state = NEVER_READ
    const steps = [one, one, two, two, null, two, two, two]
    const moves: (string | null)[] = []
    for (const step of steps) {
      reader.server.serve(from, step === null ? { body: rss } : misbehaviour.redirect(step))
      ;({ state } = await reader.read(url, state))
      moves.push(state.movedTo)
    }
    expect(moves).toEqual([null, null, null, null, null, null, null, target])
  })

  it('counts the time of all hops together', async () => {
    const slowly = (to: string) =>
      reader.server.serve(reader.somewhere(), (_request, response) => {
        setTimeout(() => response.writeHead(302, { location: to }).end(), 200)
      })
    const url = slowly(slowly(slowly(reader.server.serve(reader.somewhere(), { body: rss }))))
    expect(await reader.readWith({ timeoutMs: 500 }, url)).toMatchObject({ failure: { kind: 'timeout' } })
    expect(await reader.readWith({ timeoutMs: 20_000 }, url)).toMatchObject({ status: 'new' })
  })

  it('never believes a temporary one, nor one that leads to no feed', async () => {
    const [from, to] = [reader.somewhere(), reader.somewhere()]
    reader.server.serve(to, { body: rss })
    const passing = reader.server.serve(from, misbehaviour.redirect(to, 302))
    const astray = reader.server.serve(
      reader.somewhere(),
      misbehaviour.redirect(new URL(reader.server.serve(reader.somewhere(), misbehaviour.webPage)).pathname),
    )
    for (const url of [passing, astray]) {
      let state = NEVER_READ
      for (let round = 0; round < 5; round += 1) ({ state } = await reader.read(url, state))
      expect(state.movedTo).toBeNull()
    }
  })

  it('returns to the written address when the new one fails for good', async () => {
    const [from, to] = [reader.somewhere(), reader.somewhere()]
    reader.server.serve(to, { body: rss })
    const url = reader.server.serve(from, misbehaviour.redirect(to))
    let state = NEVER_READ
    for (let round = 0; round < 3; round += 1) ({ state } = await reader.read(url, state))
    reader.server.serve(to, misbehaviour.gone)
    ;({ state } = await reader.read(url, state))
    expect(state).toMatchObject({ movedTo: null, gone: false })
    reader.server.serve(from, { body: rssText({ items: someItems(5) }) })
    expect(await reader.read(url, state)).toMatchObject({ status: 'new' })
  })

  it('keeps a believed move through a fault that passes', async () => {
    const [from, to] = [reader.somewhere(), reader.somewhere()]
    const target = reader.server.serve(to, { body: rss })
    const url = reader.server.serve(from, misbehaviour.redirect(to))
    let state = NEVER_READ
    for (let round = 0; round < 3; round += 1) ({ state } = await reader.read(url, state))
    reader.server.serve(to, misbehaviour.fault)
    expect((await reader.read(url, state)).state.movedTo).toBe(target)
  })

  it('sends a password to its own origin only', async () => {
    const other = await startFeedServer()
    try {
      const away = other.serve('/away', { body: rss })
      const [open, moved] = [reader.somewhere(), reader.somewhere()]
      reader.server.serve(open, { body: rss })
      reader.server.serve(moved, misbehaviour.redirect(away, 302))
      for (const path of [open, moved])
        await reader.read(`${reader.server.origin.replace('//', '//reader:secret@')}${path}`)
      const toUs = reader.server.requests.find((request) => request.path === open)
      expect(toUs?.headers.authorization).toBe(`Basic ${Buffer.from('reader:secret').toString('base64')}`)
      expect(other.requests[0]?.headers).not.toHaveProperty('authorization')
    } finally {
      await other.close()
    }
  })
})
