import type { Asker } from '../../src/chat/command.ts'
import type { aSite } from './a-site.ts'

type Site = Pick<Awaited<ReturnType<typeof aSite>>, 'told' | 'root'>

/** Returns the path of the link that a person is given. */
export async function linkOf(site: Site, asker: Partial<Asker> = {}): Promise<string> {
  return /(\/enter\/[\w-]{43})/u.exec(await site.told('web', asker))?.[1] ?? ''
}

/** Presses the button on the page that a link leads to. */
export const enter = ({ root }: Pick<Site, 'root'>, link: string, origin: string = root): Promise<Response> =>
  fetch(`${root}/enter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({ secret: link.slice('/enter/'.length) }),
  })

/** Signs somebody in. */
export async function enterAs(site: Site, asker: Partial<Asker> = {}, origin: string = site.root) {
  const response = await enter(site, await linkOf(site, asker), origin)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    cookie,
    open: async (path: string): Promise<string> =>
      (await fetch(site.root + path, { headers: { cookie } })).text(),
    send: (path: string, fields: Readonly<Record<string, string>>, headers = {}): Promise<Response> =>
      fetch(site.root + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin, ...headers },
        body: new URLSearchParams(fields),
      }),
  }
}

/** Returns the token in the forms of a page. */
export const tokenIn = (page: string): string => /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? ''
