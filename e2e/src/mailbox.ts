import { MAILBOX, logOf } from './fleet.ts';
import { eventually } from './eventually.ts';

interface Address {
  Address: string;
}
interface Summary {
  ID: string;
  Subject: string;
  To: Address[];
}
export interface Mail extends Summary {
  Text: string;
  HTML: string;
}

/** All mails to an address, oldest first, read as Mailpit's API gives them. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const list = (await (await fetch(`${MAILBOX}/api/v1/messages?limit=500`)).json()) as {
    messages: Summary[];
  };
  const theirs = list.messages.filter((mail) => mail.To.some((to) => to.Address === address));
  const mails = theirs.map(async (mail) => {
    const answer = await fetch(`${MAILBOX}/api/v1/message/${mail.ID}`);
    return (await answer.json()) as Mail;
  });
  return (await Promise.all(mails)).reverse();
}

/**
 * Whether one of the user's mails was being sent when its sender or the mail server died: nobody
 * knows if it went out, so it is not sent again.
 */
export function mailInDoubt(userId: string): boolean {
  const lines = logOf('notification-service').split('\n');
  return lines.some((line) => line.includes('mail in doubt') && line.includes(userId));
}

/** The newest code mailed to an address. */
export async function codeFor(address: string): Promise<string> {
  return eventually(`a code for ${address} arrives`, 20_000, async () => {
    const texts = (await mailsTo(address)).map((mail) => mail.Text || mail.HTML);
    return texts.map((text) => /\b(\d{6})\b/.exec(text)?.[1]).findLast((code) => code !== undefined);
  });
}
