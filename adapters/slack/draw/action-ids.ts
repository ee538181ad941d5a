/**
 * `action_id` of what carries a signed command (`decodeButton`): in `value` of a button, in `selected_option.value` of a menu. What
 * follows only tells it from its neighbours.
 */
export const COMMAND = 'command:'

/** `action_id` of the button that shows a private answer to the channel. Its `value` is what `DrawOptions.share` was. */
export const SHARE = 'share'

/** `action_id` of the button that opens the form for a new subscription. */
export const SUBSCRIBE = 'subscribe'

/** `action_id` of the button that opens the form of a subscription; its `value` is a signed `edit ID`. */
export const EDIT = 'edit'

/** `action_id` of the menu in the Home tab that chooses whose subscriptions are shown beside one's own. */
export const CHANNEL = 'channel'

/** Begins the `block_id` of buttons in the Home tab that are meant for a channel; its id and a blank follow. */
export const IN_CHANNEL = 'in:'
