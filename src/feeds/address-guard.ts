import { lookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Finds the addresses of a name; `family` 0 for those of both kinds. */
export type Resolve = (
  hostname: string,
  options: { readonly all: true; readonly family: number | 'IPv4' | 'IPv6' },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** A name that leads to a private address. */
class ForbiddenAddress extends Error {
  readonly code = 'forbidden-address'
}

/**
 * Decides which addresses may be connected to: only public ones, and those of `allowed` (addresses or CIDR ranges such as `127.0.0.0/8`), so that no feed can make us ask
 * machines behind the firewall. Throws for what is no address or range. `resolve` is the system's where it is not given.
 */
export function createAddressGuard(allowed: readonly string[] = [], resolve: Resolve = lookup) {
  const ranges = allowed.map(readRange)
  const mayConnect = (text: string): boolean => {
    if (!ipaddr.isValid(text)) return false
    const address = ipaddr.process(text)
    if (ranges.some(([start, bits]) => start.kind() === address.kind() && address.match([start, bits])))
      return true
    const reached = behindNat64(address)
    return isPublic(reached) && !METADATA.has(reached.toString())
  }

  /** For `net.connect`: resolves a name once and gives only addresses that are allowed, so that the connection goes to what was checked. */
  const lookUp: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { all: true, family: options.family ?? 0 }, (error, addresses: LookupAddress[]) => {
      const [first, ...rest] = error ? [] : addresses.filter(({ address }) => mayConnect(address))
      if (error) callback(error, '')
      else if (!first) callback(new ForbiddenAddress(refusal(hostname)), '')
      else if (options.all) callback(null, [first, ...rest])
      else callback(null, first.address, first.family)
    })
  }

  return {
    /** Why this URL must not be asked, or null. Names are judged later, by `lookup`, when they are resolved. */
    objection(url: URL): string | null {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        return `${url.protocol} addresses are not read.`
      const host = url.hostname.replace(/^\[|\]$/g, '')
      return ipaddr.isValid(host) && !mayConnect(host) ? refusal(host) : null
    },
    lookup: lookUp,
  }
}

const refusal = (host: string): string =>
  `${host} is an address inside a network. If you mean it, add it to DRAGOMAN_ALLOW_ADDRESSES.`

/**
 * Networks without IPv4 get the addresses of IPv4 servers under this prefix (RFC 6052, 2.1), and a packet ends at the address within: that one must be public. A
 * prefix of a network's own, as in 64:ff9b:1::/48 (RFC 8215), cannot be seen through and stays forbidden.
 */
function behindNat64(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address.kind() === 'ipv4' || !address.match(NAT64)) return address
  return ipaddr.fromByteArray(address.toByteArray().slice(-4))
}

const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** Of IPv6 only what is handed out as global unicast (RFC 4291, 2.4), which leaves out what wraps an IPv4 address in some way. */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST)
}

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** Azure's host service answers on a public address; the other clouds' are link-local, unique-local or shared. */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16'])

function readRange(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const address = ipaddr.parse(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
