import { expect } from 'vitest'
import type { FakeSlack } from './open-slack.ts'
import type { FakeWebApi } from './web-api.ts'

/** Goes through the pages as a person does: install, allow, return. Returns the last page. */
export async function installOn(
  slack: FakeSlack,
  web: FakeWebApi,
  change: (back: URL) => void = () => undefined,
): Promise<string> {
  const begun = await fetch(`${slack.address}/slack/install`, { redirect: 'manual' })
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const authorize = new URL(begun.headers.get('location') ?? '')
  expect(authorize.origin).toBe(new URL(web.url).origin)
  const back = `${slack.address}/slack/oauth_redirect`
  authorize.searchParams.set('redirect_uri', back)
  const page = await (await fetch(authorize)).text()
  const form = new URLSearchParams(
    [...page.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/gu)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  )
  const action = /<form[^>]*action="([^"]+)"/u.exec(page)?.[1] ?? ''
  const allowed = await fetch(new URL(action, web.url), { method: 'POST', body: form, redirect: 'manual' })
  const returned = new URL(allowed.headers.get('location') ?? '')
  change(returned)
  const done = await fetch(`${back}${returned.search}`, { headers: { cookie } })
  return done.text()
}
