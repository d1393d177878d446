/** Private notes: every query names their author, so that nobody else's can come out. */
import { privateNotesLimit, type PrivateNote } from '../../shared/agenda/agenda-memory.ts';
import type { UserId } from '../../shared/people/person.ts';
import { keptText } from './kept-text.ts';
import type { Tenant } from './tenant.ts';

/** Whose notes, and in which meeting of theirs. */
export interface NoteBook {
  readonly seriesId: string;
  readonly meetingId: string;
  readonly author: UserId;
}

export type PrivateNoteRecord = ReturnType<typeof privateNoteRecord>;

export function privateNoteRecord({ db, tenantId }: Tenant) {
  return {
    /** The author's notes on this meeting and on topics, wherever those came up. */
    async privateNotes({ seriesId, meetingId, author }: NoteBook): Promise<readonly PrivateNote[]> {
      const rows = await db
        .selectFrom('private_note')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('user_id', '=', author)
        .where((where) => where.or([where('kind', '=', 'topic'), where('about', '=', meetingId)]))
        .orderBy('saved_at', 'desc')
        .limit(privateNotesLimit)
        .select(['kind', 'about', 'note'])
        .execute();
      return rows.map(({ kind, about, note }) => ({
        about: kind === 'topic' ? { kind, id: about } : { kind },
        text: note,
      }));
    },

    /** All notes of one author, the newest first: to give them out, or to count them. */
    async ownNotes(
      seriesId: string,
      author: UserId,
    ): Promise<readonly { kind: 'topic' | 'meeting'; about: string; note: string }[]> {
      return db
        .selectFrom('private_note')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('user_id', '=', author)
        .orderBy('saved_at', 'desc')
        .select(['kind', 'about', 'note'])
        .execute();
    },

    async deleteOwnNotes(seriesId: string, author: UserId): Promise<void> {
      await db
        .deleteFrom('private_note')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('user_id', '=', author)
        .execute();
    },

    /** An empty note is none. */
    async keepPrivateNote(
      { seriesId, meetingId, author }: NoteBook,
      { about, text }: PrivateNote,
      now: number,
    ): Promise<void> {
      const key = {
        tenant_id: tenantId,
        series_id: seriesId,
        user_id: author,
        kind: about.kind,
        about: about.kind === 'topic' ? keptText(about.id) : meetingId,
      };
      if (text.trim() === '') {
        await db
          .deleteFrom('private_note')
          .where('tenant_id', '=', key.tenant_id)
          .where('series_id', '=', key.series_id)
          .where('user_id', '=', key.user_id)
          .where('kind', '=', key.kind)
          .where('about', '=', key.about)
          .execute();
        return;
      }
      const kept = { note: keptText(text), saved_at: new Date(now) };
      await db
        .insertInto('private_note')
        .values({ ...key, ...kept })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'series_id', 'user_id', 'kind', 'about'])
            .doUpdateSet(kept),
        )
        .execute();
    },
  };
}
