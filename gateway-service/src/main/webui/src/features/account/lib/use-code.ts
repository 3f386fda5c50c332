import { useState } from 'react';
import { digitsOf, isCode } from './digits';

interface Code {
  text: string;
  digits: string;
  change: (text: string) => void;
  clear: () => void;
}

/** A code as it is typed; its sixth digit is as good as the button that sends it. */
export function useCode(send: (digits: string) => void): Code {
  const [text, setText] = useState('');
  const digits = digitsOf(text);
  return {
    text,
    digits,
    change: (next) => {
      setText(next);
      const nextDigits = digitsOf(next);
      if (isCode(nextDigits) && nextDigits !== digits) send(nextDigits);
    },
    clear: () => {
      setText('');
    },
  };
}
