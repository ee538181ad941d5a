import { lookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Looks up the addresses of a host name, like `dns.lookup`. With `family: 0` it returns both IPv4 and IPv6.
 */
export type Resolve = (
  hostname: string,
  options: { readonly all: true; readonly family: number | 'IPv4' | 'IPv6' },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** A host name resolved to private addresses only. */
class ForbiddenAddress extends Error {
  readonly code = 'forbidden-address'
}

/**
 * Decides which addresses may be connected to: public ones, and those in `allowed` (addresses or CIDR ranges
 * such as `127.0.0.0/8`). This keeps a feed from making us send requests to machines behind the firewall
 * (SSRF). `resolve` defaults to the system resolver. Throws if an element of `allowed` is neither an address
 * nor a range.
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

  /**
   * A `lookup` for `net.connect`. It resolves the name once and returns allowed addresses only, so the
   * connection goes to an address that was checked.
   */
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
    /**
     * Returns why this URL must not be requested, or null if it may be. Host names are checked later, by
     * `lookup`, when they are resolved.
     */
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
 * Returns the IPv4 address inside a NAT64 address, and any other address as it is. IPv6-only networks map the
 * addresses of IPv4 servers into this prefix (RFC 6052, 2.1) and packets end up at the embedded address, so
 * the embedded address must be public. A network's own prefix, as in 64:ff9b:1::/48 (RFC 8215), does not
 * reveal the target and stays forbidden.
 */
function behindNat64(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address.kind() === 'ipv4' || !address.match(NAT64)) return address
  return ipaddr.fromByteArray(address.toByteArray().slice(-4))
}

const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/**
 * Of IPv6, only global unicast addresses count as public (RFC 4291, 2.4). That excludes every form that
 * embeds an IPv4 address.
 */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST)
}

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Azure's metadata service answers on a public address. Those of other clouds are link-local, unique-local or
 * shared.
 */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16'])

function readRange(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const address = ipaddr.parse(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
