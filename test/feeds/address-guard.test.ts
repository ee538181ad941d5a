import { describe, expect, it } from 'vitest'
import { createAddressGuard, type Resolve } from '../../src/feeds/address-guard.ts'

/** Returns the addresses that the guard allows for a name, with this DNS. */
function addressesOf(
  allowed: readonly string[],
  ...answers: readonly string[]
): Promise<readonly string[] | string> {
  const resolve: Resolve = (_name, _options, callback) =>
    callback(
      null,
      answers.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  return new Promise((settle) => {
    createAddressGuard(allowed, resolve).lookup('news.example', { all: true }, (error, addresses) => {
      if (error) settle(error.code ?? error.message)
      else settle(typeof addresses === 'string' ? [addresses] : addresses.map(({ address }) => address))
    })
  })
}

/** Addresses, and why no feed may lead there. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['0.0.0.0', 'this host'],
  ['0.1.2.3', 'this network'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.0.1', 'private'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.100.100.200', 'metadata of Alibaba'],
  ['169.254.169.254', 'metadata of AWS, Google, Azure'],
  ['169.254.170.2', 'metadata of AWS containers'],
  ['168.63.129.16', 'host service of Azure'],
  ['192.0.0.192', 'metadata of Oracle'],
  ['192.0.2.1', 'documentation'],
  ['198.18.0.1', 'benchmarks'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'this host'],
  ['::1', 'loopback'],
  ['fe80::1', 'link-local'],
  ['fec0::1', 'site-local, of old'],
  ['fc00::1', 'unique local'],
  ['fd00:ec2::254', 'metadata of AWS'],
  ['ff02::1', 'multicast'],
  ['100::1', 'discarded'],
  ['2001:db8::1', 'documentation'],
  ['3fff::1', 'documentation'],
  ['::ffff:127.0.0.1', 'IPv4 mapped'],
  ['::ffff:10.0.0.1', 'IPv4 mapped'],
  ['::ffff:a9fe:a9fe', 'IPv4 mapped'],
  ['::127.0.0.1', 'IPv4 compatible, of old'],
  ['::7f00:1', 'IPv4 compatible, of old'],
  ['::ffff:0:7f00:1', 'IPv4 translated'],
  ['64:ff9b::7f00:1', 'NAT64'],
  ['64:ff9b::a9fe:a9fe', 'NAT64'],
  ['64:ff9b::a00:1', 'NAT64'],
  ['64:ff9b::a83f:8110', 'NAT64 to the host service of Azure'],
  ['64:ff9b::1:101:101', 'beside NAT64'],
  ['64:ff9b:1::7f00:1', 'NAT64 of a network'],
  ['64:ff9b:1::101:101', 'NAT64 of a network'],
  ['2002:7f00:1::', '6to4'],
  ['2002:a9fe:a9fe::1', '6to4'],
  ['2001::1', 'Teredo'],
]

describe('createAddressGuard', () => {
  const guard = createAddressGuard()

  it.each(FORBIDDEN)('lets nobody ask %s (%s)', async (address) => {
    const host = address.includes(':') ? `[${address}]` : address
    expect(guard.objection(new URL(`http://${host}/feed`))).toContain('DRAGOMAN_ALLOW_ADDRESSES')
    expect(await addressesOf([], address)).toBe('forbidden-address')
  })

  it.each([
    ['as a number', 'http://2130706433/'],
    ['in hexadecimal', 'http://0x7f000001/'],
    ['in octal', 'http://0177.0.0.1/'],
    ['short', 'http://127.1/'],
    ['in letters of full width', 'http://１２７.０.０.１/'],
    ['with percent signs', 'http://%31%32%37.0.0.1/'],
    ['in capitals and zeros', 'http://[0:0:0:0:0:FFFF:7F00:0001]/'],
    ['with a dot at its end', 'http://127.0.0.1./'],
  ])('knows a private address written %s', (_how, url) => {
    expect(guard.objection(new URL(url))).not.toBeNull()
  })

  it.each([
    'file:///etc/passwd',
    'ftp://news.example/',
    'gopher://127.0.0.1:70/',
    'data:,x',
    'ws://news.example/',
  ])('lets nobody ask %s', (url) => {
    expect(guard.objection(new URL(url))).toContain('are not read')
  })

  it.each(['1.1.1.1', '2606:4700:4700::1111', '::ffff:1.1.1.1', '64:ff9b::101:101'])(
    'lets us ask %s',
    async (address) => {
      const host = address.includes(':') ? `[${address}]` : address
      expect(guard.objection(new URL(`http://${host}/feed`))).toBeNull()
      expect(await addressesOf([], address)).toEqual([address])
    },
  )

  it('leaves out the private addresses of a name that has both', async () => {
    expect(await addressesOf([], '10.0.0.1', '1.1.1.1', '::1')).toEqual(['1.1.1.1'])
  })

  it('lets through what people allow, and nothing beside it', async () => {
    const allowed = ['10.1.0.0/16', '::1']
    const nat64 = '64:ff9b::a01:203'
    expect(await addressesOf(allowed, '10.1.2.3', '10.2.0.1', '::1', '127.0.0.1', nat64)).toEqual([
      '10.1.2.3',
      '::1',
    ])
    expect(createAddressGuard(allowed).objection(new URL('http://10.1.2.3/'))).toBeNull()
    expect(createAddressGuard(allowed).objection(new URL('http://10.2.0.1/'))).not.toBeNull()
  })

  it('lets through of an address that people allow that one alone', async () => {
    const allowed = ['10.1.2.3', 'fd00::1']
    expect(await addressesOf(allowed, '10.1.2.4', '10.1.2.3', 'fd00::2', 'fd00::1')).toEqual(allowed)
  })

  it('asks nothing that a resolver gives and that is no address', async () => {
    expect(await addressesOf(['0.0.0.0/0', '::/0'], 'fe80::1%eth0!', 'localhost')).toBe('forbidden-address')
  })

  it('resolves for the kind of address that is asked for, and tells why a name has none', async () => {
    const families: unknown[] = []
    const unknown = createAddressGuard([], (_name, { family }, callback) => {
      families.push(family)
      callback(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }), [])
    })
    const code = await new Promise((settle) => {
      unknown.lookup('news.example', { family: 6 }, (error) => settle(error?.code))
    })
    expect([families, code]).toEqual([[6], 'ENOTFOUND'])
  })
})
