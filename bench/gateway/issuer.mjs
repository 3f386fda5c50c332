// Makes a key, its JWKS and an access token as the user pool's, good for the time of the benchmark.
import { generateKeyPairSync, sign, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const folder = process.argv[2];
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const kid = 'bench';
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = Math.floor(Date.now() / 1000);
const head = base64url({ alg: 'RS256', kid });
const claims = base64url({
  sub: randomUUID(),
  iss: 'https://issuer.bench',
  client_id: 'bench',
  token_use: 'access',
  scope: 'aws.cognito.signin.user.admin',
  username: randomUUID(),
  origin_jti: randomUUID(),
  event_id: randomUUID(),
  jti: randomUUID(),
  auth_time: now,
  iat: now,
  exp: now + 2 * 60 * 60,
});
const signature = sign('sha256', Buffer.from(`${head}.${claims}`), privateKey).toString('base64url');
writeFileSync(`${folder}/token`, `${head}.${claims}.${signature}`, { mode: 0o600 });

const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
writeFileSync(`${folder}/static/jwks.json`, JSON.stringify({ keys: [jwk] }));
