/** The digits of a code, however it was typed or pasted. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

export const codeLength = 6;

export function isCode(digits: string): boolean {
  return digits.length === codeLength;
}
