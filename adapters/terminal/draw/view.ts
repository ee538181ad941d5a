import type { Shape } from '../text/flow.ts'

/** `hyperlink`: names lead there (OSC 8). `text`: each address is printed. `none`: no addresses. */
export type Links = 'hyperlink' | 'text' | 'none'

/** How a message is looked at. */
export interface View extends Omit<Shape, 'first' | 'rest'> {
  readonly links: Links
  /** BCP 47, of our own words. */
  readonly language: string
  /** Name of a topic (IPTC code) in a language, where one is known. */
  readonly topicName: (code: string, language: string) => string | undefined
}
