import { DefaultRestOptions, type ClientOptions } from 'discord.js'
import type { Points } from '../points.ts'

/** Kills this process on the spot, as a loss of power does. */
function pass(points: Points, point: string): void {
  if (points.isHere(point)) process.kill(process.pid, 'SIGKILL')
}

/** Wraps a port so that each call has a point before and one after it. */
export function watchPort<Port extends object>(port: Port, name: string, points: Points): Port {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key)
      if (typeof member !== 'function') return member
      return (...given: readonly unknown[]): unknown => {
        const point = `${name} ${String(key)}`
        pass(points, `${point}, before`)
        const answer: unknown = Reflect.apply(member, target, given)
        if (!(answer instanceof Promise)) return answer
        return answer.then((settled: unknown) => {
          pass(points, `${point}, after`)
          return settled
        })
      }
    },
  })
}

/** Returns a `fetch` with a point before each call of Slack's Web API and one when its answer begins. */
export function watchFetch(points: Points): typeof globalThis.fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString()
    const point = `slack ${url.replace(/^.*\//u, '').replace(/\?.*$/u, '')}`
    pass(points, `${point}, before`)
    const answer = await fetch(input, init)
    pass(points, `${point}, after`)
    return answer
  }
}

type MakeRequest = NonNullable<NonNullable<ClientOptions['rest']>['makeRequest']>

/** The same for Discord's. */
export function watchRequests(points: Points): MakeRequest {
  return async (url, init) => {
    const path = new URL(url).pathname.replace(/^\/api\/v10/u, '').replaceAll(/\d{5,}/gu, ':id')
    const point = `discord ${init.method ?? 'GET'} ${path}`
    pass(points, `${point}, before`)
    const answer = await DefaultRestOptions.makeRequest(url, init)
    pass(points, `${point}, after`)
    return answer
  }
}
