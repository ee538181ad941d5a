import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead, HOUR } from '../storage/a-read.ts'
import { CHROMIUM, openBrowser, overflow, styleOf, watchedPage } from './a-browser.ts'
import { aSite } from './a-site.ts'
import { aSiteOfTolls } from './a-site-of-tolls.ts'
import { linkOf } from './a-visitor.ts'

/**
 * Lists what axe finds against WCAG 2.2 AA and its own best practices. The page's own policy allows no
 * scripts, so axe is injected from outside.
 */
async function faultsOf(page: Page): Promise<readonly string[]> {
  // Sending it takes as long as a run.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const found: unknown = await page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)
  return Array.isArray(found) ? found.map(String) : [String(found)]
}

/** The public pages. */
const PAGES = [
  '/',
  '/stories/sbridge',
  '/stories/sbridge/why',
  '/stories/sbridge/articles/bridge-1',
  '/running/sbridge',
  '/regions/middle-east',
  '/regions/middle-east/trends',
  '/search?words=bridge',
  '/sources',
  '/sources/levant-post',
  '/calendar',
  '/days/2026-03-10',
  '/nothing',
]

const HOSTILE = [
  '<script>alert("script")</script>',
  '"><img src=x onerror=alert("image")>',
  `' onmouseover='alert("attribute")`,
  '</title><svg onload=alert("svg")>',
  '{{constructor.constructor("alert(1)")()}}',
  '<a href="javascript:alert(1)">press</a>',
  '<iframe src="https://evil.example/"></iframe>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '\u202Eoverride \u0000 \u001B]0;title\u0007',
]

/** What no page of ours has, besides its own pictures. */
const HARMFUL = [
  'main script',
  'main iframe',
  'main link',
  'main meta',
  'main svg',
  'main img:not(figure > picture > [src^="/regions/"][src$="/map.svg"], figure > picture > [src="/sources/nile-wire/days.svg"], figure > picture > [src="/regions/east-africa/trends/chart.svg"])',
  '[onerror]',
  '[onload]',
  '[onmouseover]',
  'a[href^="javascript:"]',
].join(', ')

// Needs Chromium from the distribution.
describe.skipIf(CHROMIUM === undefined)('pages in a real browser', { timeout: 180_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('have nothing that axe finds, in light and dark', async () => {
    const { root } = await aSite()
    const { page, elsewhere, complaints } = await watchedPage(browser, root)
    const faults: string[] = []
    for (const path of PAGES) {
      await page.goto(root + path)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        faults.push(...(await faultsOf(page)).map((fault) => `${path} ${colorScheme} ${fault}`))
      }
    }
    expect(faults).toEqual([])
    expect(elsewhere).toEqual([])
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([])
  })

  it('fit 360 pixels in every language', async () => {
    const { root } = await aSite()
    const { page } = await watchedPage(browser, root, { viewport: { width: 360, height: 740 } })
    for (const language of ['en', 'de', 'ar', 'fa', 'ru'])
      for (const path of PAGES) {
        await page.goto(`${root}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
        expect([path, language, await overflow(page)]).toEqual([path, language, 0])
      }
  })

  it('show how the tolls of a story went, as a chart and as words, on a small screen too', async () => {
    const { root } = await aSiteOfTolls([7, 19, 23])
    const viewport = { width: 360, height: 740 }
    const { page, complaints } = await watchedPage(browser, root, { viewport, colorScheme: 'dark' })
    for (const language of ['en', 'ar', 'ru']) {
      await page.goto(`${root}/stories/swall?lang=${language}`)
      await page.locator('#tolls ~ figure img').scrollIntoViewIfNeeded()
      const shown: unknown = await page.evaluate(`(async () => {
        const image = document.querySelector('#tolls ~ figure img')
        await image.decode()
        return [image.naturalWidth, image.currentSrc]
      })()`)
      expect(shown).toEqual([800, `${root}/stories/swall/tolls-dark.svg?lang=${language}`])
      expect(await faultsOf(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
    }
    expect(complaints).toEqual([])
  })

  it('run from right to left in Arabic, and quote English from left to right in it', async () => {
    const { root } = await aSite()
    const { page } = await watchedPage(browser, root)
    await page.goto(`${root}/?lang=ar`)
    const brand = await page.locator('.name').boundingBox()
    const search = await page.locator('header form').boundingBox()
    expect(brand?.x).toBeGreaterThan(search?.x ?? Infinity)
    expect(await styleOf(page, 'h3[lang=en]', 'direction')).toBe('ltr')
    await page.goto(`${root}/stories/sbridge?lang=fa`)
    expect(await styleOf(page, 'html', 'direction')).toBe('rtl')
  })

  it('lead by the keyboard alone from the top past the menu to the first story', async () => {
    const { root } = await aSite()
    const { page } = await watchedPage(browser, root)
    await page.goto(`${root}/`)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to content')
    expect(await styleOf(page, ':focus', 'outlineStyle')).not.toBe('none')
    await page.keyboard.press('Enter')
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab')
      if ((await page.locator(':focus').getAttribute('href'))?.startsWith('/stories/') === true) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/stories/*')
    expect(await page.locator('h1').count()).toBe(1)
  })

  it('find what is searched for, also on a page of its filters', async () => {
    const { root } = await aSite()
    const { page, elsewhere } = await watchedPage(browser, root)
    await page.goto(`${root}/`)
    await page.fill('header input[name=words]', 'lorries')
    await page.press('header input[name=words]', 'Enter')
    await page.waitForURL('**/search?*')
    expect(await page.locator('main article').count()).toBe(1)
    await page.fill('main input[name=country]', 'sudan')
    await page.click('main form button')
    await page.waitForURL('**/search?*country=sudan*')
    // No report there contains the words: the country's news is shown without them.
    expect(await page.locator('main article').allTextContents()).toEqual([
      expect.stringContaining('Shelling halts work at Sudan dam'),
    ])
    expect(await page.locator('main').textContent()).toContain('lorries')
    expect(elsewhere).toEqual([])
  })

  it('sign a person in by a link, let them subscribe, see it and leave', async () => {
    const site = await aSite()
    const { page, elsewhere, complaints } = await watchedPage(browser, site.root)
    await page.goto(site.root + (await linkOf(site)))
    await page.click('main button')
    await page.waitForURL('**/own')
    expect(await faultsOf(page)).toEqual([])
    await page.click('summary >> nth=0')
    await page.fill('details[open] input[name=country]', 'syria')
    await page.fill('details[open] input[name=when]', 'daily')
    await page.fill('details[open] input[name=at]', '07:30')
    await page.click('details[open] form > button')
    await page.goto(`${site.root}/own`)
    await page.click('main h2 a')
    await page.waitForURL('**/own/subscriptions/*')
    expect(await page.locator('h1').first().textContent()).toContain('Syria')
    expect(await faultsOf(page)).toEqual([])
    await page.goto(`${site.root}/own`)
    await page.click('form[action="/leave"] button')
    await page.goto(`${site.root}/own`)
    expect(await page.locator('form[action="/leave"]').count()).toBe(0)
    expect(elsewhere).toEqual([])
    expect(complaints.filter((one) => !one.includes('403'))).toEqual([])
  })

  it('run nothing that a feed carries, and open no address of it', async () => {
    const site = await aSite()
    for (const [index, text] of HOSTILE.entries()) {
      const own = { id: `evil-${index}`, sourceId: 'nile-wire', url: `https://nile-wire.example/${index}` }
      const times = { seenAt: EVENING - HOUR, publishedAt: EVENING - HOUR }
      const body = `${text} said the minister of the river on Tuesday. The river rose. ${text}`
      const article = anArticle(
        { ...own, ...times, title: `${text} on the river`, text: body },
        { people: [{ name: text }] },
      )
      await site.store.keepRead(aRead([article], { sourceId: 'nile-wire' }, { storyId: `sevil${index}` }))
      const again = anArticle({
        ...own,
        ...times,
        version: 2,
        contentHash: 'b',
        title: text,
        text: `${body} ${text}`,
      })
      await site.store.keepRead(aRead([again], { sourceId: 'nile-wire' }, { storyId: `sevil${index}` }))
    }
    const { page, elsewhere, complaints } = await watchedPage(browser, site.root)
    const own = HOSTILE.flatMap((_, index) => [
      `/stories/sevil${index}`,
      `/stories/sevil${index}/why`,
      `/stories/sevil${index}/articles/evil-${index}`,
      `/running/sevil${index}`,
      `/people/${encodeURIComponent(HOSTILE[index] ?? '')}`,
      `/search?words=${encodeURIComponent(HOSTILE[index] ?? '')}&country=${encodeURIComponent(HOSTILE[index] ?? '')}`,
    ])
    for (const path of [
      '/',
      '/regions/east-africa',
      '/regions/east-africa/trends',
      '/days/2026-03-10',
      '/search?words=river',
      '/sources/nile-wire',
      ...own,
    ]) {
      await page.goto(site.root + path)
      expect(await page.locator(HARMFUL).count()).toBe(0)
    }
    expect(elsewhere).toEqual([])
    expect(complaints.filter((one) => !/40[034]/u.test(one))).toEqual([])
  })
})
