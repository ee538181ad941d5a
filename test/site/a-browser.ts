import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** The path where distributions install it; undefined if it is not installed. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => existsSync(file),
)

/** Milliseconds. A browser may start late on a busy machine: how fast is not what is tested. */
const LAUNCH_MS = 100_000

/** Starts a real headless Chromium. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
    args: ['--no-sandbox'],
    timeout: LAUNCH_MS,
  })

/** Opens a page that records its requests to other origins and its console output. */
export async function watchedPage(browser: Browser, root: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const elsewhere: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${root}/`) && !url.startsWith('data:')) elsewhere.push(url)
  })
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`a script said ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, elsewhere, complaints }
}

/** Returns by how many CSS pixels the content of a page is wider than its window. */
export const overflow = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth')

/** Returns a property of an element's computed style. */
export const styleOf = (page: Page, selector: string, property: string): Promise<unknown> =>
  page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`)
