/** Microsoft Graph, as the stories see it: every answer is a value, also a no. */
import type { z } from 'zod';

/** In whose name Graph is asked. */
export type GraphCaller =
  /** The app itself, without anybody being there. */
  | { readonly kind: 'app' }
  /** On behalf of the person whose sign-in to Teams this is. */
  | { readonly kind: 'user'; readonly signIn: string };

export interface GraphTrouble {
  readonly kind:
    /** The sign-in has run out or is not taken. */
    | 'sign-in'
    /** Nobody has agreed yet that the app may do this for the person. */
    | 'no-consent'
    /** A right, a policy or the app's own credential is missing. */
    | 'not-allowed'
    | 'gone'
    /** Graph asks to wait. */
    | 'busy'
    /** It failed or did not answer: it may have done what it was asked, or not. */
    | 'unavailable'
    /** It did not take the request, and would not the next time. */
    | 'refused';
  /** Microsoft's own name for it, such as `Forbidden` or `AADSTS65001`; never a text. */
  readonly code: string;
  /** How long Graph asks to be left alone, if it does. */
  readonly retryAfterMs?: number;
}

export type GraphAnswer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | GraphTrouble;

/** Paths begin with a slash, below the version of the API. */
export interface Graph {
  read<Shape extends z.ZodType>(
    as: GraphCaller,
    path: string,
    shape: Shape,
  ): Promise<GraphAnswer<z.infer<Shape>>>;
  /** All pages of a list, up to as many entries as anybody needs. */
  readAll<Shape extends z.ZodType>(
    as: GraphCaller,
    path: string,
    shape: Shape,
  ): Promise<GraphAnswer<readonly z.infer<Shape>[]>>;
  readText(as: GraphCaller, path: string): Promise<GraphAnswer<string>>;
  add<Shape extends z.ZodType>(
    as: GraphCaller,
    path: string,
    body: unknown,
    shape: Shape,
  ): Promise<GraphAnswer<z.infer<Shape>>>;
}
