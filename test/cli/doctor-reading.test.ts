import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { runDragoman } from './run-dragoman.ts'

const FEED = `<rss version="2.0"><channel><title>Gazette</title><item><guid>g1</guid><title>Ferry to Tripoli sails again</title>
<link>https://gazette.example/ferry</link></item></channel></rss>`

/** Returns what doctor prints of some feeds where no bot has run yet. */
async function examine(feeds: (server: FeedServer) => readonly string[]): Promise<string> {
  const server = await startFeedServer()
  onTestFinished(() => server.close())
  const home = aTemporaryDirectory()
  const sources = feeds(server).map(
    (feed, number) =>
      `  - { id: gazette-${number}, name: Gazette ${number}, homepage: "https://gazette.example/", feed: "${feed}", country: LB, language: en, ownership: private, region: middle-east }`,
  )
  writeFileSync(join(home, 'sources.yaml'), `sources:\n${sources.join('\n')}\n`)
  const env = {
    DRAGOMAN_CONFIG: home,
    DRAGOMAN_DATA: join(home, 'data'),
    DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
  }
  return (await runDragoman(['doctor'], { env })).out
}

describe('doctor before the bot ran', { timeout: 60_000 }, () => {
  it('tells what it reads apart from what is kept, and how long news will be kept', async () => {
    const out = await examine((server) => [server.serve('/feed', { body: FEED })])
    expect(out).toMatch(
      /^store     nothing kept yet in .+: the bot has not run; doctor reads the sources below, and keeps nothing of them$/mu,
    )
    expect(out).toContain('kept      articles for good (DRAGOMAN_KEEP_DAYS sets an end)\n')
    expect(out).toContain('rejected  none: nothing was sent yet\n')
    expect(out).toMatch(/active +Gazette 0/u)
  })

  it('says why the other feeds of a host were not asked, and until when', async () => {
    const out = await examine((server) =>
      Array.from({ length: 4 }, (_, number) =>
        server.serve(`/${number}`, (_request, response) =>
          response.writeHead(429, { 'retry-after': '3600' }).end(),
        ),
      ),
    )
    const asked = out.match(/Not asked yet: its server asked for a pause \(until: [^)]+\d\d:\d\d\)\./gu)
    // Two of a host are asked at a time.
    expect(asked).toHaveLength(2)
  })
})
