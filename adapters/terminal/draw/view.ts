import type { Shape } from '../text/flow.ts'
import type { Reader } from '../../../src/chat/wording/reader.ts'

/** `hyperlink`: names lead there (OSC 8). `text`: each address is printed. `none`: no addresses. */
export type Links = 'hyperlink' | 'text' | 'none'

/** How a message is looked at. */
export interface View extends Reader, Omit<Shape, 'first' | 'rest'> {
  readonly links: Links
}
