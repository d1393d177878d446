/** What a browser is told of the panel's page: whose scripts and styles it runs, who may frame it, whom it may ask. */
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from './config.ts';

/** The hosts that may show the panel in a frame: Teams, Microsoft 365 and Outlook. */
const teamsHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** Fluent UI writes its styles as it goes; this word, new for each page, says that they are ours. */
export function styleNonce(response: Pick<Response, 'locals'>): string {
  return String(response.locals['styleNonce']);
}

export function securityHeaders(config: Pick<Config, 'relay' | 'publicUrl'>): RequestHandler[] {
  const relay = config.relay.kind === 'remote' ? relayOrigins(config.relay.endpoint) : [];
  return [
    (_request: Request, response: Response, next: NextFunction) => {
      response.locals['styleNonce'] = randomBytes(16).toString('base64');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: [
            "'self'",
            (_request, response) => `'nonce-${String(Object(response).locals.styleNonce)}'`,
          ],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", ...relay],
          formAction: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'self'", ...teamsHosts],
        },
      },
      // `frame-ancestors` says it better: X-Frame-Options knows no list of hosts.
      xFrameOptions: false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      strictTransportSecurity: config.publicUrl.startsWith('https://'),
    }),
  ];
}

/** A Routerlicious service answers over https and web sockets, at the address it names or below. */
function relayOrigins(endpoint: string): string[] {
  const { protocol, host } = new URL(endpoint);
  const socket = protocol === 'https:' ? 'wss:' : 'ws:';
  return [`${protocol}//${host}`, `${socket}//${host}`];
}
