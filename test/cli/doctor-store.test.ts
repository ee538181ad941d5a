import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeAt } from '../../src/storage/open-store.ts'
import { ENGINES } from '../fakes/engines.ts'
import { anArticle, aRead, NOON } from '../storage/a-read.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { runDragoman } from './run-dragoman.ts'

describe.for(ENGINES)('what doctor says of a store in $name', { timeout: 60_000 }, ({ name, address }) => {
  it('is what keeps it, how much, and for how long, without the password', async () => {
    const home = aTemporaryDirectory()
    // Nothing listens at port 1.
    writeFileSync(
      join(home, 'sources.yaml'),
      'sources:\n  - { id: one, name: One, homepage: "https://one.example/", feed: "http://127.0.0.1:1/", country: LB, language: en, ownership: private, region: middle-east }\n',
    )
    writeFileSync(join(home, 'briefings.yaml'), 'briefings: []\n')
    const url = (await address())?.replace('dragoman@', 'dragoman:s3cret@')
    const env = {
      DRAGOMAN_CONFIG: home,
      DRAGOMAN_DATA: join(home, 'data'),
      DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
      DRAGOMAN_KEEP_DAYS: '90',
      ...(url !== undefined && { DATABASE_URL: url }),
    }
    expect((await runDragoman(['doctor'], { env })).out).toContain('store     nothing kept yet in ')
    const store = await storeAt(url ?? env.DRAGOMAN_DATA).open({ here: true })
    await store.keepRead(aRead([anArticle({ seenAt: NOON })]))
    await store.close()
    const { out, err } = await runDragoman(['doctor'], { env })
    expect(out).toMatch(
      new RegExp(
        String.raw`^store     ok: 1 articles in 1 stories, [\d.]+ MB in .+ \(${name} \d+\.[\d.]+\)$`,
        'mu',
      ),
    )
    expect(out).toContain(
      'kept      stories end 90 days after their last report; the oldest article was seen 2026-03-10 12:00',
    )
    expect(out + err).not.toContain('s3cret')
  })
})
