/** The talk in the live room: every row has one writer, and no row is ever edited by another. */
import { Tree } from 'fluid-framework';
import { SchemaFactoryAlpha } from 'fluid-framework/alpha';
import type { Consent, ConsentByUser } from './consent.ts';
import { consents } from './consent.ts';
import type { Mark } from './mark.ts';
import type { LifeWrite, PanelLife } from './panel-life.ts';
import type { Span } from './span.ts';
import type { ConnectedLife, TalkState } from './talk-state.ts';
import type { Tap } from './timeline.ts';

const schema = new SchemaFactoryAlpha('evenhand.talk.1');

/** Stretches as plain numbers, from and to in turn: the smallest edit that adds one. */
class HeardList extends schema.array('Heard', schema.number) {}

class LifeNode extends schema.object('Life', {
  panel: schema.string,
  user: schema.string,
  connection: schema.string,
  openedAt: schema.number,
  seenAt: schema.number,
  isClosed: schema.boolean,
  hearingSince: schema.optional(schema.number),
  heard: HeardList,
}) {}

class TapNode extends schema.object('Tap', {
  at: schema.number,
  by: schema.string,
  speaker: schema.optional(schema.string),
}) {}

class PresenceNode extends schema.object('Presence', {
  at: schema.number,
  user: schema.string,
  on: schema.boolean,
}) {}

class DiscardNode extends schema.object('Discard', { at: schema.number, by: schema.string }) {}

class ConsentMap extends schema.map('Consents', schema.string) {}
class DeafMap extends schema.map('Deaf', schema.boolean) {}
class LifeMap extends schema.map('Lives', LifeNode) {}
class TapList extends schema.array('Taps', TapNode) {}
class PresenceList extends schema.array('Presences', PresenceNode) {}

export class Talk extends schema.object('Talk', {
  consents: ConsentMap,
  deaf: DeafMap,
  lives: LifeMap,
  taps: TapList,
  presence: PresenceList,
  discarded: schema.optional(DiscardNode),
}) {
  agree(user: string, consent: Consent): void {
    this.consents.set(user, consent);
  }

  /** No more measuring; what was measured in this meeting goes, for both. */
  switchOff(user: string, at: number): void {
    Tree.runTransaction(this, () => {
      this.consents.set(user, 'off');
      this.discarded = new DiscardNode({ at, by: user });
      this.forget();
    });
  }

  /** Leaves nothing of who spoke when. */
  forget(): void {
    Tree.runTransaction(this, () => {
      for (const id of this.lives.keys()) this.lives.delete(id);
      if (this.taps.length > 0) this.taps.removeRange();
      if (this.presence.length > 0) this.presence.removeRange();
    });
  }

  /** One small edit a write; a row that is not there yet is put in whole. */
  write(writes: readonly LifeWrite[], connection: string): void {
    Tree.runTransaction(this, () => {
      for (const { id, heard, ...life } of writes) {
        const stretches = heard.flatMap(({ from, to }) => [from, to]);
        const node = this.lives.get(id);
        if (node === undefined) {
          this.lives.set(id, lifeNode(life, stretches, connection));
          continue;
        }
        if (node.connection !== connection) node.connection = connection;
        node.seenAt = life.seenAt;
        if (node.isClosed !== life.isClosed) node.isClosed = life.isClosed;
        const hearingSince = life.hearingSince ?? undefined;
        if (node.hearingSince !== hearingSince) node.hearingSince = hearingSince;
        if (stretches.length > 0) node.heard.insertAtEnd(...stretches);
      }
    });
  }

  /** The whole row at once, into a room that does not know it. */
  put({ id, heard, ...life }: PanelLife, connection: string): void {
    const stretches = heard.flatMap(({ from, to }) => [from, to]);
    this.lives.set(id, lifeNode(life, stretches, connection));
  }

  tap({ at, by, speaker }: Tap): void {
    this.taps.insertAtEnd(new TapNode({ at, by, ...(speaker === null ? {} : { speaker }) }));
  }

  setDeaf(user: string, isDeaf: boolean): void {
    if (isDeaf === this.deaf.has(user)) return;
    if (isDeaf) this.deaf.set(user, true);
    else this.deaf.delete(user);
  }

  /** The server's alone. */
  tellPresence(moves: readonly Presence[]): void {
    this.presence.insertAtEnd(...moves.map((move) => new PresenceNode(move)));
  }
}

/** Somebody came to the meeting, or left it. */
export interface Presence extends Mark {
  readonly user: string;
}

/** The talk of a new room: nothing measured yet. */
export function talkOf(given: ConsentByUser, presence: readonly Presence[]): Talk {
  return new Talk({
    consents: new ConsentMap([...given]),
    deaf: new DeafMap([]),
    lives: new LifeMap([]),
    taps: new TapList([]),
    presence: new PresenceList(presence.map((move) => new PresenceNode(move))),
  });
}

export function readTalk(talk: Talk): TalkState {
  const presence = new Map<string, Mark[]>();
  for (const { user, at, on } of talk.presence)
    presence.set(user, [...(presence.get(user) ?? []), { at, on }]);
  return {
    consents: new Map(
      [...talk.consents.entries()].map(([user, said]) => [
        user,
        consents.find((each) => each === said) ?? 'off',
      ]),
    ),
    deaf: new Set(talk.deaf.keys()),
    lives: [...talk.lives.entries()].map(([id, node]) => readLife(id, node)),
    taps: talk.taps.map(({ at, by, speaker }) => ({ at, by, speaker: speaker ?? null })),
    presence,
    discarded:
      talk.discarded === undefined ? null : { at: talk.discarded.at, by: talk.discarded.by },
  };
}

function readLife(id: string, node: LifeNode): ConnectedLife {
  const { panel, user, connection, openedAt, seenAt, isClosed, hearingSince } = node;
  const numbers = [...node.heard];
  const heard = numbers.flatMap((from, index): Span[] => {
    const to = numbers[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
  });
  return {
    id,
    panel,
    user,
    connection,
    openedAt,
    seenAt,
    isClosed,
    hearingSince: hearingSince ?? null,
    heard,
  };
}

function lifeNode(
  life: Omit<PanelLife, 'id' | 'heard'>,
  stretches: readonly number[],
  connection: string,
): LifeNode {
  const { panel, user, openedAt, seenAt, isClosed, hearingSince } = life;
  return new LifeNode({
    panel,
    user,
    connection,
    openedAt,
    seenAt,
    isClosed,
    ...(hearingSince === null ? {} : { hearingSince }),
    heard: new HeardList([...stretches]),
  });
}
