/** Calls whose contract is on its way; gone once it is generated. */
interface Call<Request, Answer = never> {
  parameters: { header?: { 'X-Albumen-Client'?: string; Authorization?: string } };
  requestBody: { content: { 'application/json': Request } };
  responses: {
    200: { headers: Record<string, unknown>; content: { 'application/json': Answer } };
  };
}

interface Bare<Answer = never> {
  parameters: object;
  responses: {
    200: { headers: Record<string, unknown>; content: { 'application/json': Answer } };
  };
}

interface Tokens {
  accessToken: string;
  expiresIn: number;
  tokenType: string;
}

export interface AwaitedPaths {
  '/api/v1/auth/challenge': {
    post: Call<{ email: string; session: string; code: string }, Tokens>;
  };
  '/api/v1/auth/forgot-password': { post: Call<{ email: string }> };
  '/api/v1/auth/reset-password': {
    post: Call<{ email: string; code: string; newPassword: string }>;
  };
  '/api/v1/auth/change-password': {
    post: Call<
      { oldPassword: string; newPassword: string },
      Tokens | { challenge: string; session: string }
    >;
  };
  '/api/v1/auth/sign-out-everywhere': { post: Bare };
  '/api/v1/users/me/mfa/totp': {
    post: Bare<{ secret: string; otpauthUri: string }>;
    delete: Call<{ password: string }>;
  };
  '/api/v1/users/me/mfa/totp/verify': { post: Call<{ code: string }> };
}
