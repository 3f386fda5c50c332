const typedInto = 'input, textarea, select, [contenteditable]';
/** These take no text, so that keys are free over them. */
const pressed = 'input[type=checkbox], input[type=radio], input[type=button], input[type=range]';

/** Whether a key that goes there writes something: shortcuts leave such keys alone. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(typedInto) && !target.matches(pressed);
}
