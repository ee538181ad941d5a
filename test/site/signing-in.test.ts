import { expect, it } from 'vitest'
import { aSite } from './a-site.ts'
import { enter, enterAs, linkOf, tokenIn } from './a-visitor.ts'

const MINUTE = 60_000

it('signs in once with a link that only a press of its button uses up', async () => {
  const site = await aSite()
  const link = await linkOf(site)
  expect((await fetch(site.root + link)).status).toBe(200)
  const first = await enter(site, link)
  expect([first.status, first.headers.get('location')]).toEqual([303, '/own'])
  expect(first.headers.get('set-cookie')).toMatch(
    /^dragoman=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/u,
  )
  expect((await enter(site, link)).status).toBe(403)
})

it('takes no link that is old, replaced or forged', async () => {
  const site = await aSite()
  const replaced = await linkOf(site)
  const old = await linkOf(site)
  site.pass(10 * MINUTE)
  for (const link of [replaced, old, `/enter/${'A'.repeat(43)}`, '/enter/'])
    expect((await enter(site, link)).status).toBe(403)
})

it('sends the cookie of a public address over TLS alone', async () => {
  const site = await aSite({ url: 'https://news.example', isPublic: true })
  const here = { ...site, root: `http://127.0.0.1:${site.port}` }
  const response = await enter(here, await linkOf(here), 'https://news.example')
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-dragoman=.*; HttpOnly; Secure; SameSite=Lax$/u)
})

it('ends a session after half a day, when its owner leaves, and when they revoke it', async () => {
  const site = await aSite({ url: null })
  const ada = await enterAs(site)
  const page = await ada.open('/own')
  expect(page).toContain('Signed in as ada')
  await ada.send('/leave', { token: tokenIn(page) })
  expect(await ada.open('/own')).not.toContain('Signed in')
  const again = await enterAs(site)
  const own = await again.open('/own')
  const id = /name="id" value="([^"]+)"/u.exec(own)?.[1] ?? ''
  expect((await again.send('/own/revoke', { token: tokenIn(own), id })).status).toBe(303)
  expect(await again.open('/own')).not.toContain('Signed in')
  const last = await enterAs(site)
  site.pass(12 * 60 * MINUTE)
  expect(await last.open('/own')).not.toContain('Signed in')
})

it.each([{ to: 'here' }, {}])('subscribes to no place that a page does not have: %o', async (place) => {
  const site = await aSite()
  const ada = await enterAs(site)
  const token = tokenIn(await ada.open('/own'))
  const fields = { token, from: '/own', ...place, country: 'syria', when: 'daily', at: '07:30' }
  const answer = await (await ada.send('/own/form/subscribe', fields)).text()
  expect(answer).toContain('I don’t know a channel “here” here')
  expect(await site.store.subscriptions()).toEqual([])
})

it('subscribes by a form, and says so where the subscription speaks', async () => {
  const site = await aSite()
  const ada = await enterAs(site)
  const token = tokenIn(await ada.open('/own'))
  const fields = { token, from: '/own', to: 'me', country: 'syria', when: 'daily', at: '07:30' }
  const made = await (await ada.send('/own/form/subscribe', fields)).text()
  expect(made).toContain('You now follow')
  const [subscription] = await site.store.subscriptions()
  expect(subscription).toMatchObject({
    to: 'slack:@T1/ada',
    owner: 'slack:T1/ada',
    countries: ['SY'],
    at: ['07:30'],
  })
  const id = subscription?.id ?? ''
  const shown = await ada.open(`/own/subscriptions/${id}`)
  expect(shown).toContain('Bridge over the Euphrates')
  expect(await ada.open(`/own/subscriptions/${id}/preview/slack`)).toContain('as Slack shows it')
  const tried = await ada.send('/own/say', { token, from: '/own', said: `test ${id}` })
  expect(await tried.text()).toContain('would have sent')
  await ada.send('/own/say', { token, from: '/own', said: `pause ${id}` })
  expect(await site.store.subscriptions()).toMatchObject([{ id, state: 'paused' }])
  await ada.send('/own/form/edit', { token, from: '/own', subscription: id, country: 'sudan' })
  expect(await site.store.subscriptions()).toMatchObject([{ id, countries: ['SD'] }])
})

it('shows and changes nothing that a person neither owns nor manages', async () => {
  const site = await aSite()
  const bob = await enterAs(site, { user: 'bob', direct: 'slack:@T1/bob' })
  await site.ask('subscribe syria daily at 07:30 to me')
  const [subscription] = await site.store.subscriptions()
  const id = subscription?.id ?? ''
  const page = await bob.open('/own')
  expect(page).not.toContain(`/own/subscriptions/${id}`)
  expect(await bob.open(`/own/subscriptions/${id}`)).not.toContain('07:30')
  const token = tokenIn(page)
  await bob.send('/own/say', { token, from: '/own', said: `unsubscribe ${id}` })
  await bob.send('/own/form/edit', { token, from: '/own', subscription: id, country: 'sudan' })
  const removed = await bob.send('/own/form/sources%20remove', {
    token,
    from: '/own',
    source: 'bosporus',
  })
  expect(await removed.text()).toContain('Only an admin')
  expect(await site.store.subscriptions()).toEqual([subscription])
})

it('takes no form that another site or another session drew', async () => {
  const site = await aSite()
  const ada = await enterAs(site)
  const token = tokenIn(await ada.open('/own'))
  const bob = await enterAs(site, { user: 'bob', direct: 'slack:@T1/bob' })
  const fields = { from: '/own', said: 'subscribe syria daily at 07:30 to me' }
  expect((await bob.send('/own/say', { ...fields, token })).status).toBe(403)
  expect((await ada.send('/own/say', fields)).status).toBe(403)
  expect((await ada.send('/own/say', { ...fields, token }, { origin: 'https://evil.example' })).status).toBe(
    403,
  )
  expect((await ada.send('/own/say', { ...fields, token }, { cookie: '' })).status).toBe(403)
  expect(await site.store.subscriptions()).toEqual([])
})

it('leads back to pages of ours alone', async () => {
  const site = await aSite()
  const ada = await enterAs(site)
  const token = tokenIn(await ada.open('/own'))
  const answer = await ada.send('/own/say', { token, from: 'https://evil.example/', said: 'mute' })
  expect(await answer.text()).not.toContain('evil.example')
})

it('lets whoever signed in read what is not public', async () => {
  const site = await aSite({ url: 'https://news.example' })
  const here = { ...site, root: `http://127.0.0.1:${site.port}` }
  const { cookie } = await enterAs(here, {}, 'https://news.example')
  expect((await fetch(`${here.root}/`, { headers: { cookie } })).status).toBe(200)
  expect((await fetch(`${here.root}/`)).status).toBe(403)
})

it('lets nobody try links without end', async () => {
  const site = await aSite()
  const tries = []
  for (let index = 0; index < 12; index += 1) tries.push((await enter(site, '/enter/x')).status)
  expect(tries.slice(-2)).toEqual([429, 429])
})

it('lists, changes and begins what speaks in channels that a person manages, and in no others', async () => {
  const site = await aSite()
  const there = { channel: 'slack:T1/CWEST', user: 'bob' }
  const [mine, theirs] = ['slack:T1/CWEST', 'slack:T1/CEAST']
  await site.ask('subscribe sudan daily at 07:30', there)
  await site.ask('subscribe turkey daily at 07:30', { channel: theirs, user: 'bob' })
  await site.ask('mute sdam', { ...there, managesChannel: true })
  const managed = [{ destination: mine, name: '#west' }]
  const visitor = await enterAs(site, { findManaged: () => Promise.resolve(managed) })
  const page = await visitor.open('/own')
  expect(page).toContain('#west')
  expect(page).toContain('Shelling halts work at Sudan dam')
  const [sudan] = await site.store.subscriptions({ to: mine })
  const [turkey] = await site.store.subscriptions({ to: theirs })
  expect(page).toContain(`/own/subscriptions/${sudan?.id}`)
  expect(page).not.toContain(`/own/subscriptions/${turkey?.id}`)
  expect(await visitor.open(`/own/subscriptions/${turkey?.id}`)).not.toContain('Türkiye')
  const token = tokenIn(page)
  await visitor.send('/own/say', { token, said: `pause ${sudan?.id}` })
  await visitor.send('/own/say', { token, said: `pause ${turkey?.id}` })
  await visitor.send('/own/form/subscribe', { token, to: mine, country: 'syria', when: 'daily', at: '08:00' })
  await visitor.send('/own/form/subscribe', {
    token,
    to: theirs,
    country: 'syria',
    when: 'daily',
    at: '08:00',
  })
  await visitor.send('/own/form/settings', { token, to: mine, zone: 'Africa/Cairo' })
  await visitor.send('/own/form/settings', { token, to: theirs, zone: 'Africa/Cairo' })
  const statesOf = async (to: string) =>
    (await site.store.subscriptions({ to })).map(({ state }) => state).toSorted()
  expect([await statesOf(mine), await statesOf(theirs)]).toEqual([['active', 'paused'], ['active']])
  expect((await site.store.preferences(mine))?.zone).toBe('Africa/Cairo')
  expect(await site.store.preferences(theirs)).toBeNull()
  await visitor.send('/own/say', { token, said: 'unmute sdam', place: theirs })
  expect((await site.store.muted()).get(mine)?.size).toBe(1)
  await visitor.send('/own/say', { token, said: 'unmute sdam', place: mine })
  expect((await site.store.muted()).get(mine)?.size ?? 0).toBe(0)
})
