/** Which Graph is asked, and as which app; without a proof of the app there is none. */
import type { GraphApp } from './graph-keys.ts';

export interface GraphSetting {
  /** With the version of the API. */
  readonly url: string;
  /** Undefined only locally: Graph is then asked without a proof of which app asks. */
  readonly app: GraphApp | undefined;
}

export const microsoftGraph = 'https://graph.microsoft.com/';

/** A secret or a certificate: a managed identity has neither, and cannot speak for people. */
export function graphSetting(set: {
  readonly url: string | undefined;
  readonly appId: string | undefined;
  readonly tenantId: string;
  readonly secret: string | undefined;
  readonly certificate: string | undefined;
}): GraphSetting | undefined | { readonly wrong: string } {
  const { appId, tenantId, secret, certificate } = set;
  const url = set.url ?? `${microsoftGraph}v1.0`;
  if (secret === undefined && certificate === undefined) {
    // Of Microsoft's own Graph nothing is to be had without a proof.
    return url.startsWith(microsoftGraph) ? undefined : { url, app: undefined };
  }
  if (secret !== undefined && certificate !== undefined) {
    return {
      wrong:
        'GRAPH_APP_SECRET and GRAPH_APP_CERTIFICATE are both set: keep the certificate and remove the secret.',
    };
  }
  if (appId === undefined || tenantId === '') {
    return {
      wrong:
        "GRAPH_APP_ID and BOT_APP_TENANT_ID are needed to ask Graph: set them to the sign-in app's client id and its tenant.",
    };
  }
  if (certificate !== undefined && !holdsBoth(certificate)) {
    return {
      wrong: 'GRAPH_APP_CERTIFICATE must hold the certificate and its private key, both as PEM.',
    };
  }
  return {
    url,
    app: {
      appId,
      tenantId,
      proof:
        certificate === undefined
          ? { kind: 'secret', secret: secret ?? '' }
          : { kind: 'certificate', pem: certificate },
    },
  };
}

function holdsBoth(pem: string): boolean {
  return /-BEGIN CERTIFICATE-/.test(pem) && /-BEGIN [A-Z ]*PRIVATE KEY-/.test(pem);
}
