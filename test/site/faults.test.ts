import { afterEach, expect, it, vi } from 'vitest'
import { aSite } from './a-site.ts'
import { enterAs } from './a-visitor.ts'

afterEach(() => vi.restoreAllMocks())

const fault = Object.assign(new Error('no answer with xoxb-1234-secret'), { code: 'SQLITE_BUSY' })
const fail = () => Promise.reject(fault)

it('answers with a page of its own where something fails, and reports the error to its log alone', async () => {
  const printed = vi.spyOn(console, 'error')
  const site = await aSite()
  site.store.feedStates = fail
  const response = await fetch(`${site.root}/sources?lang=de`)
  expect(response.status).toBe(500)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await response.text()
  expect(page).toContain('<h1>Hier ist etwas schiefgegangen.')
  expect(page).not.toContain('xoxb')
  expect(site.faults).toEqual([fault])
  expect(printed).not.toHaveBeenCalled()
})

it('answers so, too, where it cannot be known who asks', async () => {
  const site = await aSite()
  const { cookie } = await enterAs(site)
  site.store.useAccessKey = fail
  const response = await fetch(`${site.root}/`, { headers: { cookie } })
  expect(response.status).toBe(500)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await response.text()).toContain('<h1>Something went wrong here.')
  expect(site.faults).toEqual([fault])
})

it('answers programs as programs', async () => {
  const printed = vi.spyOn(console, 'error')
  const site = await aSite()
  site.store.feedStates = fail
  const response = await fetch(`${site.root}/api/sources`)
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ error: 'Something went wrong here: ask again in a minute.' })
  expect(site.faults).toEqual([fault])
  expect(printed).not.toHaveBeenCalled()
})

it('refuses a form that is too long, and one of another site, as before', async () => {
  const site = await aSite()
  const ada = await enterAs(site)
  expect((await ada.send('/own/say', { said: 'a'.repeat(70_000) })).status).toBe(413)
  expect((await ada.send('/own/say', { said: 'help' }, { origin: 'https://evil.example' })).status).toBe(403)
  expect(site.faults).toEqual([])
})
