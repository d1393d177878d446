/** Which language people read, as far as the record knows. */
import type { Language } from '../../shared/language/language.ts';
import type { UserId } from '../../shared/people/person.ts';
import type { TenantRecord } from '../record/record.ts';
import { speak, speakToAll } from './speak.ts';

/** Of one; `said` is what they told just now, and comes before what the record knows. */
export async function languageOfReader(
  record: TenantRecord,
  userId: UserId | undefined,
  said?: string,
): Promise<Language> {
  if (said !== undefined || userId === undefined) return speak(said);
  return speak((await record.person(userId)).locale);
}

/** Of all who read the same card. */
export async function languageOfReaders(
  record: TenantRecord,
  people: readonly { readonly id: UserId }[],
): Promise<Language> {
  const known = await Promise.all(people.map(({ id }) => record.person(id)));
  return speakToAll(known.map(({ locale }) => locale));
}
