// account.mjs EMAIL id|token: an account of the running fleet, made if need be.
const [email, wanted] = process.argv.slice(2);
const password = process.env.SEED_PASSWORD ?? 'Correct-horse-7-battery';
const { API, MAILBOX } = process.env;

async function post(path, body) {
  const answer = await fetch(API + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : {} };
}

async function code() {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const { messages } = await (await fetch(`${MAILBOX}/api/v1/messages`)).json();
    const mail = messages.find(({ To }) => JSON.stringify(To).includes(email));
    if (mail) {
      const { Text } = await (await fetch(`${MAILBOX}/api/v1/message/${mail.ID}`)).json();
      const found = /\b(\d{6})\b/.exec(Text);
      if (found) return found[1];
    }
    await new Promise((wake) => setTimeout(wake, 300));
  }
  throw new Error(`no code came for ${email}`);
}

let signedIn = await post('/auth/sign-in', { email, password });
if (signedIn.status !== 200) {
  const taken = await post('/auth/sign-up', { email, password, displayName: 'Seed' });
  if (taken.status !== 202) throw new Error(JSON.stringify(taken.body));
  await post('/auth/confirm', { email, code: await code() });
  signedIn = await post('/auth/sign-in', { email, password });
}
if (signedIn.status !== 200) throw new Error(JSON.stringify(signedIn.body));
const token = signedIn.body.accessToken;
const { sub } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
process.stdout.write(wanted === 'id' ? sub : token);
