/** What the server answers to a person's panel when it opens. */
import { Session } from '../shared/room/contract.ts';
import type { RunningProduct } from './running-product.ts';
import { series } from './simulator/people.ts';

export async function sessionOf(product: RunningProduct, person: 'ana' | 'ben'): Promise<Session> {
  const answer = await fetch(`${product.origin}/api/session`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${await product.signIn(person)}`,
    },
    body: JSON.stringify({ chatId: series.chatId, meetingId: series.meetingId }),
  });
  return Session.parse(await answer.json());
}
