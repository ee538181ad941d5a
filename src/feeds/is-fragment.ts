/**
 * Whether the head of a text is a piece of a web page's body without the page: markup that begins with an element of HTML's flow content
 * (https://html.spec.whatwg.org/multipage/dom.html#flow-content), perhaps after some words. Scripts and what belongs into the head of a page
 * do not count: those are pages that left their frame out.
 */
export function isFragment(head: string): boolean {
  const [, first] = /<([a-z][a-z\d]*)[\s/>]/i.exec(head) ?? []
  return first !== undefined && IN_BODY.has(first.toLowerCase())
}

const IN_BODY: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside audio b bdi bdo blockquote br center cite code dd del details dfn ' +
    'div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li ' +
    'main mark nav ol p picture pre q s section small span strong sub sup table tbody td th time tr ' +
    'u ul var video'
  ).split(' '),
)
