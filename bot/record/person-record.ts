/** What is known of a person for themselves: how to reach them, and what they want to be sent. */
import type { Tenant } from './tenant.ts';

export interface PersonSettings {
  readonly digest: boolean;
  readonly reminders: boolean;
  /** Whether their outcomes may go into their Microsoft To Do. */
  readonly toDo: boolean;
  /** An IANA name; undefined until they have written to the bot. */
  readonly timeZone: string | undefined;
  /** As Teams last told it, such as `de-AT`; undefined until the panel or the bot has heard it. */
  readonly locale: string | undefined;
  readonly personalChat: Record<string, unknown> | undefined;
}

export type PersonRecord = ReturnType<typeof personRecord>;

export function personRecord({ db, tenantId }: Tenant) {
  const keep = (
    userId: string,
    set: {
      readonly time_zone?: string;
      readonly locale?: string;
      readonly personal_chat?: string;
      readonly digest?: boolean;
      readonly reminders?: boolean;
      readonly to_do?: boolean;
    },
  ) =>
    db
      .insertInto('person')
      .values({ tenant_id: tenantId, user_id: userId, ...set })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'user_id']).doUpdateSet({ user_id: userId, ...set }),
      )
      .execute();

  const person = async (userId: string): Promise<PersonSettings> => {
    const row = await db
      .selectFrom('person')
      .where('tenant_id', '=', tenantId)
      .where('user_id', '=', userId)
      .selectAll()
      .executeTakeFirst();
    return {
      digest: row?.digest ?? true,
      reminders: row?.reminders ?? true,
      toDo: row?.to_do ?? false,
      timeZone: row?.time_zone ?? undefined,
      locale: row?.locale ?? undefined,
      personalChat: row?.personal_chat ?? undefined,
    };
  };

  return {
    person,

    /** Learns in which language somebody reads; asked often, it writes only what is new. */
    async keepLocale(userId: string, locale: string | undefined): Promise<void> {
      if (locale === undefined || (await person(userId)).locale === locale) return;
      await keep(userId, { locale });
    },

    /** Learns where and how somebody writes. */
    async keepPerson(about: {
      readonly userId: string;
      readonly timeZone?: string | undefined;
      readonly locale?: string | undefined;
      readonly personalChat?: Readonly<Record<string, unknown>>;
    }): Promise<void> {
      await keep(about.userId, {
        ...(about.timeZone === undefined ? {} : { time_zone: about.timeZone }),
        ...(about.locale === undefined ? {} : { locale: about.locale }),
        ...(about.personalChat === undefined
          ? {}
          : { personal_chat: JSON.stringify(about.personalChat) }),
      });
    },

    async prefer(
      userId: string,
      wanted: {
        readonly digest?: boolean;
        readonly reminders?: boolean;
        readonly to_do?: boolean;
      },
    ): Promise<void> {
      await keep(userId, wanted);
    },
  };
}
