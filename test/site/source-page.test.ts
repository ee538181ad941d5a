import { expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead, HOUR } from '../storage/a-read.ts'
import { aSite } from './a-site.ts'

const DAY = 24 * HOUR

async function textOf(url: string): Promise<string> {
  const page = await (await fetch(url)).text()
  return page.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
}

it('says of a source how it fares, on which days it was silent or failed, and what it printed as it stood there', async () => {
  const site = await aSite()
  const article = anArticle({
    id: 'late',
    sourceId: 'nile-wire',
    url: 'https://nile-wire.example/late?a=<b>',
    title: '<b>Late</b> & "quoted"',
    seenAt: EVENING - HOUR,
    publishedAt: EVENING - 30 * HOUR,
  })
  const day = Math.floor(EVENING / DAY)
  const state = {
    ...NEVER_READ,
    lastTriedAt: EVENING,
    lastSuccessAt: EVENING - DAY,
    newestEntryAt: EVENING - HOUR,
    lastNewAt: EVENING - HOUR,
    rhythmMs: 2 * HOUR,
    shown: 12,
    failuresInARow: 4,
    lastFailure: { kind: 'server-error', text: 'The server <says> 503.', at: EVENING } as const,
    failures: [{ day, times: { 'server-error': 4, timeout: 1 } }],
    nextReadAt: EVENING + HOUR,
  }
  await site.store.keepRead(aRead([article], { sourceId: 'nile-wire', state }, { storyId: 'slate' }))
  const text = await textOf(`${site.root}/sources/nile-wire`)
  for (const said of [
    'failing Egypt private English',
    'Failed 4 times in a row: server error.',
    'The server &lt;says&gt; 503.',
    '12 entries in its feed',
    'usually 2 hours apart',
    'next read Mar 10, 2026, 19:00',
    'It published nothing on 29 of the last 30 days.',
    'Tuesday, March 10, 2026 no answer in time (1) and server error (4)',
    'Mar 9, 2026, 12:00 &lt;b&gt;Late&lt;/b&gt; &amp; &quot;quoted&quot; first seen Mar 10, 2026, 17:00 · https://nile-wire.example/late?a=%3Cb%3E',
    'Shelling halts work at Sudan dam',
  ])
    expect(text).toContain(said)
  const picture = await fetch(`${site.root}/sources/nile-wire/days.svg`)
  expect(picture.headers.get('content-type')).toBe('image/svg+xml')
  expect((await fetch(`${site.root}/sources/nobody/days.svg`)).status).toBe(404)
})
