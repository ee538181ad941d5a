import { describe, expect, it } from 'vitest'
import { type FeedState, NEVER_READ } from '../src/records/feed-state.ts'
import { DeskOfFeeds, feed, item, MINUTE, START } from './a-desk-of-feeds.ts'
import { misbehaviour } from './fakes/feed-server.ts'

describe('what a desk reads', () => {
  const at = new DeskOfFeeds()

  it('keeps no line that the source prints under all its articles, also in what it brings later', async () => {
    const line = 'Our evening letter sums up the day at half past six.'
    const reports = [
      ['Ferry sails again', 'The harbour office counted 312 passengers on Monday.'],
      ['Bank lowers its rate', 'Borrowers will pay less for mortgages from June.'],
      ['Skier wins third medal', 'She finished two seconds ahead of her rival.'],
      ['Wolves seen near capital', 'Hunters asked the ministry to allow culls.'],
    ].map(([title = '', text = ''], i) => item(`r${i}`, title, `${text} ${line}`))
    const texts = async (): Promise<readonly string[]> =>
      (await at.newsroom.store.placedArticles(0)).map(({ text }) => text)
    at.server.serve('/gazette', { body: feed(...reports.slice(0, 3)) })
    await at.open('gazette')
    await at.newsroom.desk.readDue()
    expect((await texts()).join(' ')).not.toContain('evening letter')
    at.server.serve('/gazette', { body: feed(...reports.slice(3)) })
    at.now += 90 * MINUTE
    await at.newsroom.desk.readDue()
    expect(await texts()).toContain('Hunters asked the ministry to allow culls.')
  })

  it('takes no line from an article that says it again under each of its headlines', async () => {
    const line = 'Follow what the council decides tonight.'
    await at.open('gazette')
    for (const [title = '', body = ''] of [
      ['Ferry sails again', 'The harbour office counted 312 passengers on Monday.'],
      ['Bank lowers its rate', 'Borrowers will pay less for mortgages from June.'],
      ['Skier wins third medal', 'She finished two seconds ahead of her rival.'],
      ['Wolves seen near capital', 'Hunters asked the ministry to allow culls.'],
    ]) {
      at.server.serve('/gazette', { body: feed(item('live', title, `${body} ${line}`)) })
      await at.newsroom.desk.readDue({ all: true })
      at.now += 90 * MINUTE
    }
    const [article] = await at.newsroom.store.placedArticles(0)
    expect(article?.text).toContain(line)
  })

  it('reads the page behind a teaser where the source allows it, once', async () => {
    const said =
      'The ferry between Tripoli and Mersin sailed on Monday with 312 passengers, the harbour office said. '
    at.server.serve('/a', (_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>${`<p>${said.repeat(4)}</p>`.repeat(5)}</article></body></html>`,
        )
    })
    const teaser = item('a', 'Ferry sails again', 'The ferry sails again.').replace(
      'https://gazette.example/a',
      `${at.server.origin}/a`,
    )
    at.server.serve('/gazette', { body: feed(teaser) })
    await at.openSources({ ...at.source('gazette'), fullText: true })
    await at.newsroom.desk.readDue()
    at.now += 90 * MINUTE
    await at.newsroom.desk.readDue()
    const [article] = await at.articles()
    const versions = await at.newsroom.store.versions(article?.articleId ?? '')
    expect(versions.map(({ text }) => text.includes('312 passengers'))).toEqual([true])
    expect(at.server.requests.filter(({ path }) => path === '/a')).toHaveLength(1)
  })

  it('dates what slow pages held up by when it is kept: a briefing decided meanwhile must not have passed it by', async () => {
    const serve = (title: string) =>
      at.server.serve('/gazette', {
        body: feed(item('a', title).replace('https://gazette.example/a', `${at.server.origin}/a`)),
      })
    at.server.serve('/a', (_request, response) => {
      at.now += 20 * MINUTE
      response.writeHead(503).end()
    })
    await at.openSources({ ...at.source('gazette'), fullText: true })
    serve('Ferry sails with 120 on board')
    await at.newsroom.desk.readDue()
    const kept = at.now
    expect(kept).toBeGreaterThanOrEqual(START + 20 * MINUTE)
    expect(await at.articles()).toMatchObject([{ seenAt: kept, changedAt: kept }])
    serve('Ferry sails with 210 on board')
    at.now += 90 * MINUTE
    await at.newsroom.desk.readDue()
    expect(await at.articles()).toMatchObject([{ version: 2, seenAt: kept, changedAt: at.now }])
  })

  it.each([
    ['to be read at a time that no wait can lead to', { nextReadAt: START + 400 * 24 * 60 * MINUTE }],
    [
      'that answered at a time still to come',
      { lastSuccessAt: START + 3 * 60 * MINUTE, nextReadAt: START + 4 * 60 * MINUTE },
    ],
  ])('reads a source %s: a clock was wrong', async (_what, state) => {
    at.server.serve('/gazette', { body: feed(item('a', 'Ferry sails again')) })
    await at.open('gazette', 'courier')
    const keep = (sourceId: string, own: Partial<FeedState>) =>
      at.newsroom.store.keepRead({ sourceId, state: { ...NEVER_READ, ...own }, articles: [] })
    await keep('gazette', state)
    await keep('courier', { nextReadAt: at.now + 24 * 60 * MINUTE })
    expect(await at.newsroom.desk.readDue()).toMatchObject({ read: 1, newArticles: 1, ahead: ['gazette'] })
    expect(await at.newsroom.desk.readDue()).toMatchObject({ read: 0, ahead: [] })
  })

  it('lets a source rest that fails, whatever a wrong clock wrote of it', async () => {
    at.server.serve('/gazette', misbehaviour.fault)
    await at.open('gazette')
    const state = { ...NEVER_READ, lastSuccessAt: START + 400 * 24 * 60 * MINUTE }
    await at.newsroom.store.keepRead({ sourceId: 'gazette', state, articles: [] })
    expect(await at.newsroom.desk.readDue()).toMatchObject({ failures: [{}], ahead: ['gazette'] })
    at.now += MINUTE
    expect(await at.newsroom.desk.readDue()).toMatchObject({ failures: [], ahead: [] })
    expect(at.server.requests).toHaveLength(1)
  })
})
