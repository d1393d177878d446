/** How Graph is shown who asks: the tokens of the app, and those on behalf of a person. */
import { z } from 'zod';
import type { GraphAnswer, GraphCaller, GraphTrouble } from './graph.ts';

/** Answers a token for Graph; undefined where none is needed. */
export type GraphKeys = (as: GraphCaller) => Promise<GraphAnswer<string | undefined>>;

/** The app that Teams signs people in with; consent and permissions are given to it. */
export interface GraphApp {
  readonly appId: string;
  readonly tenantId: string;
  readonly proof:
    | { readonly kind: 'secret'; readonly secret: string }
    /** PEM: the certificate and its private key. */
    | { readonly kind: 'certificate'; readonly pem: string };
}

const signInHost = 'https://login.microsoftonline.com';
/** Whatever was consented to; Graph checks each request against it. */
const appScope = 'https://graph.microsoft.com/.default';
const userScopes = ['https://graph.microsoft.com/Tasks.ReadWrite'];

/** Entra's tokens, by Microsoft's own credentials for Teams apps. */
export async function entraKeys({ appId, tenantId, proof }: GraphApp): Promise<GraphKeys> {
  // A large package, loaded only where Graph is set up.
  const { AppCredential, OnBehalfOfUserCredential } = await import('@microsoft/teamsfx');
  const about = {
    authorityHost: signInHost,
    clientId: appId,
    tenantId,
    ...(proof.kind === 'secret'
      ? { clientSecret: proof.secret }
      : { certificateContent: proof.pem }),
  };
  // It keeps its token until that runs out.
  const app = new AppCredential(about);
  return async (as) => {
    try {
      const token =
        as.kind === 'app'
          ? await app.getToken(appScope)
          : await new OnBehalfOfUserCredential(as.signIn, about).getToken(userScopes);
      if (token === null) return { kind: 'unavailable', code: 'no-token' };
      return { kind: 'answered', value: token.token };
    } catch (error) {
      return signInTrouble(error);
    }
  };
}

/** Only on a developer's machine: there the person's own sign-in says who asks. */
export const passedOnKeys: GraphKeys = async (as) => ({
  kind: 'answered',
  value: as.kind === 'user' ? as.signIn : undefined,
});

const CredentialError = z.looseObject({ code: z.string(), message: z.string() });

/** The credentials say in a code what went wrong, and quote Entra, which has numbers for it. */
function signInTrouble(error: unknown): GraphTrouble {
  const read = CredentialError.safeParse(error);
  if (!read.success) throw error;
  const { code, message } = read.data;
  const number = /AADSTS\d+/.exec(message)?.[0];
  if (code === 'UiRequiredError') return { kind: 'no-consent', code: number ?? code };
  if (code === 'TokenExpiredError' || code === 'InternalError')
    return { kind: 'sign-in', code: number ?? code };
  // Entra's own no; without a number it was not reached.
  if (number !== undefined) return { kind: 'not-allowed', code: number };
  return { kind: 'unavailable', code };
}
