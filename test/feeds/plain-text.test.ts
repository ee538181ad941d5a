import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/feeds/plain-text.ts'

describe('plainText', () => {
  it.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['breaks of a line, which are layout', 'One<br>two', 'One two'],
    ['two breaks, which part paragraphs', 'One.<br><br>Two.', 'One.\n\nTwo.'],
    ['text without markup', 'One.\n\nTwo\nthree.', 'One.\n\nTwo three.'],
    ['headings as they are written', '<h2>Water</h2><p>One.</p>', 'Water\n\nOne.'],
    ['links without their addresses', '<p>See <a href="https://a.example/x">this</a>.</p>', 'See this.'],
    [
      'neither pictures nor their captions',
      '<p>One.</p><figure><img src="a.jpg" alt="A"><figcaption>Photo: A</figcaption></figure>',
      'One.',
    ],
    ['neither scripts nor styles', '<style>p{}</style><p>One.</p><script>alert(1)</script>', 'One.'],
    ['lists item by item', '<ul><li>One</li><li>Two</li></ul>', 'One\n\nTwo'],
    ['entities', '<p>Fish &amp; chips &mdash; &euro;5</p>', 'Fish & chips — €5'],
    ['signs that are no markup', 'Profit rose < 5 % & fell > 2 %', 'Profit rose < 5 % & fell > 2 %'],
    ['markup never closed', '<div><p>One <b>two', 'One two'],
    ['letters that the publisher spoiled', '<p>The mayorâ€™s cafÃ©, Ã  Lom</p>', 'The mayor’s café, à Lom'],
    ['nothing', '', ''],
    ['pictures only', '<img src="a.jpg">', ''],
  ])('reads %s', (_what, html, text) => {
    expect(plainText(html)).toBe(text)
  })

  it.each([
    [
      'WordPress',
      '<p>One.</p><p>The post <a href="#">One</a> appeared first on <a href="#">Outlet</a>.</p>',
      'One.',
    ],
    ['an invitation to read on', '<p>One.</p><p><a href="#">Continue reading</a></p>', 'One.'],
    ['one with a title', '<p>One. <a href="#">Read more about one »</a></p>', 'One.'],
    ['one in Turkish', '<p>Bir.</p><p>Devamını oku</p>', 'Bir.'],
    ['the mark of a cut', '<p>One two [&hellip;]</p>', 'One two'],
    ['several at once', '<p>One two [&#8230;]</p><p>The post One appeared first on Outlet.</p>', 'One two'],
  ])('drops what software adds: %s', (_what, html, text) => {
    expect(plainText(html)).toBe(text)
  })

  it.each([
    'Officials want pupils to read more.',
    'She went on to continue reading law in Paris, where the film appeared first on state television in May.',
    'The full story was told in court.',
  ])('keeps a sentence that only sounds like it: %s', (text) => {
    expect(plainText(`<p>${text}</p>`)).toBe(text)
  })

  it('adds no markup and no empty paragraph to any text', () => {
    assert(
      property(string({ maxLength: 300 }), (html) => {
        const text = plainText(`<p>${html}</p>`)
        expect(text).toBe(text.trim())
        expect(text).not.toMatch(/\n\n\n|\n$/)
      }),
      { numRuns: 500 },
    )
  })
})
