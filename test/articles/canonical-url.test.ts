import {
  array,
  assert,
  constant,
  constantFrom,
  oneof,
  property,
  string,
  tuple,
  webAuthority,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, urlKey } from '../../src/articles/canonical-url.ts'

/** As fast-check's `webUrl`, which takes two seconds to prepare for shrinking each of a million signs. */
const sign = constantFrom(..."abcxyzABCXYZ0189-._~!$&'()*+,;=:@".split(''))
const escaped = string({ unit: 'binary', minLength: 1, maxLength: 1 }).map(encodeURIComponent)
const part = string({ unit: oneof({ arbitrary: sign, weight: 9 }, { arbitrary: escaped, weight: 1 }) })
const start = (mark: string) => part.map((text) => mark + text)
const anyUrl = tuple(
  constantFrom('http://', 'https://'),
  webAuthority(),
  array(start('/')).map((parts) => parts.join('')),
  oneof(constant(''), start('?')),
  oneof(constant(''), start('#')),
).map((parts) => parts.join(''))

describe('canonicalUrl', () => {
  it.each([
    [
      'tracking parameters',
      'https://www.a.example/1?utm_source=rss&utm_medium=feed&id=5&fbclid=x',
      'https://www.a.example/1?id=5',
    ],
    [
      'those of broadcasters',
      'https://a.example/1?at_medium=RSS&at_campaign=KARANGA&xtor=RSS-1',
      'https://a.example/1',
    ],
    ['the fragment', 'https://a.example/1#comments', 'https://a.example/1'],
    ['default ports and the case of the host', 'HTTPS://A.Example:443/News/1', 'https://a.example/News/1'],
    ['a password', 'https://me:secret@a.example/1', 'https://a.example/1'],
    ['dots in the path', 'https://a.example/x/../1', 'https://a.example/1'],
    [
      'nothing of an address inside an application',
      'https://a.example/#!/news/1',
      'https://a.example/#!/news/1',
    ],
    [
      'neither scheme, www nor closing slash, which a server may need',
      'http://www.a.example/1/',
      'http://www.a.example/1/',
    ],
    [
      'no parameter that may name the article',
      'https://a.example/?p=123&page=2&ref=3',
      'https://a.example/?p=123&page=2&ref=3',
    ],
  ])('takes away %s', (_what, url, expected) => {
    expect(canonicalUrl(url)).toBe(expected)
  })

  it('sorts parameters', () => {
    expect(canonicalUrl('https://a.example/?b=2&a=1')).toBe(canonicalUrl('https://a.example/?a=1&b=2'))
  })

  it.each([
    '',
    'a.example/1',
    'ftp://a.example/1',
    'javascript:alert(1)',
    'https://',
    'http://[::1',
    'tag:a.example,2026:1',
  ])('is null for "%s"', (url) => {
    expect(canonicalUrl(url)).toBeNull()
  })

  it('changes nothing the second time', () => {
    assert(
      property(anyUrl, (url) => {
        const once = canonicalUrl(url)
        expect(once).not.toBeNull()
        expect(canonicalUrl(once ?? '')).toBe(once)
        expect(urlKey(once ?? '')).toBe(urlKey(url))
      }),
      { numRuns: 500 },
    )
  })
})

describe('urlKey', () => {
  it('is the same with and without https, www and closing slash', () => {
    const keys = [
      'http://www.a.example/1/',
      'https://a.example/1',
      'https://www.a.example/1?utm_source=x',
    ].map(urlKey)
    expect(new Set(keys).size).toBe(1)
  })

  it('differs where the page differs', () => {
    const keys = [
      'https://a.example/1',
      'https://a.example/2',
      'https://a.example/1?id=2',
      'https://b.example/1',
      'https://a.example/1.html',
    ].map(urlKey)
    expect(new Set(keys).size).toBe(5)
  })
})
