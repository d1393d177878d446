/** How the server signs in to PostgreSQL: by what the address says, or as its Entra identity. */
import { DefaultAzureCredential } from '@azure/identity';

/** What Entra calls Azure Database for PostgreSQL. */
const scope = 'https://ossrdbms-aad.database.windows.net/.default';

/** A fresh access token; asked at every new connection, so the library's own cache matters. */
export type DatabaseToken = () => Promise<string>;

export interface DatabaseServer {
  readonly url: string;
  /** `entra`: no password; a token of this machine's identity takes its place. */
  readonly auth?: 'password' | 'entra';
}

function entraToken(credential = new DefaultAzureCredential()): DatabaseToken {
  return async () => (await credential.getToken(scope)).token;
}

export type DatabaseSignIn =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly password: DatabaseToken;
      readonly ssl: false | { readonly rejectUnauthorized: true };
    };

/** Where the database is, for the pool and for the job runner. */
export function signInTo(server: DatabaseServer, token?: DatabaseToken): DatabaseSignIn {
  if (server.auth !== 'entra') return { connectionString: server.url };
  // Given as a whole, the address would put its own (empty) password over the token.
  const { hostname, port, username, pathname, searchParams } = new URL(server.url);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
    password: token ?? entraToken(),
    // A token is as good as a password: it goes over TLS, to a server that proves its name.
    ssl: searchParams.get('sslmode') === 'disable' ? false : { rejectUnauthorized: true },
  };
}
