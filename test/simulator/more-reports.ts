/** More people who report to Ana, with a past on record: to see her 1:1s as somebody who leads many. */
import { openDatabase, type DatabaseSetting } from '../../bot/record/database.ts';
import { recordOf } from '../../bot/record/record.ts';
import { elements } from '../../shared/agenda/element.ts';
import type { Pair } from '../../shared/people/person.ts';
import { outcome, topic } from '../agenda/agenda-builders.ts';
import { beginSeries, holdMeeting, talkOf } from '../series/held-series.ts';
import { bot, people, tenantId } from './people.ts';

const dayMs = 24 * 3_600_000;

interface Report {
  readonly name: string;
  /** How often they meet, how often they have, and how long ago last; in days. */
  readonly everyDays: number;
  readonly meetings: number;
  readonly lastDaysAgo: number;
  /** What is open: the result, and in how many days it is due. */
  readonly open: readonly (readonly [result: string, dueInDays: number | null])[];
  /** How the report's share of the talking went. */
  readonly shares: readonly number[];
  /** How many of the five elements they talk about. */
  readonly elements: number;
}

const reports: readonly Report[] = [
  {
    name: 'Chidi Anagonye',
    everyDays: 7,
    meetings: 8,
    lastDaysAgo: 5,
    elements: 5,
    open: [
      ['The ethics review has an owner in every team', -3],
      ['Two candidates have met the whole team', 4],
      ['On-call is shared by five people, and nobody is woken twice in a week', null],
      ['The handbook says how we decide', 30],
    ],
    shares: [0.41, 0.48, 0.52, 0.61],
  },
  {
    name: 'Dana Lindqvist',
    everyDays: 7,
    meetings: 6,
    lastDaysAgo: 37,
    elements: 2,
    open: [['A first customer pays by invoice', -20]],
    shares: [],
  },
  {
    name: 'Emre Yıldız',
    everyDays: 14,
    meetings: 5,
    lastDaysAgo: 8,
    elements: 3,
    open: [],
    shares: [0.72, 0.66],
  },
  {
    name: 'Fatima Al-Zahra bint Muhammad',
    everyDays: 7,
    meetings: 1,
    lastDaysAgo: 1,
    elements: 1,
    open: [['Fatima has chosen a mentor', 2]],
    shares: [],
  },
  {
    name: 'Grzegorz Brzęczyszczykiewicz',
    everyDays: 7,
    meetings: 4,
    lastDaysAgo: 6,
    elements: 4,
    open: [['Latency below 200 ms for nineteen of twenty requests, in the week of the launch', 9]],
    shares: [],
  },
  {
    name: 'Hana Sato',
    everyDays: 7,
    meetings: 0,
    lastDaysAgo: 0,
    elements: 0,
    open: [],
    shares: [],
  },
  {
    name: 'Ivo Marek',
    everyDays: 7,
    meetings: 5,
    lastDaysAgo: 7,
    elements: 5,
    open: [['Ivo speaks at the meetup in May', 60]],
    shares: [0.3, 0.34, 0.33, 0.4, 0.46],
  },
];

/** To be called before the product opens the record; those who are there already stay as they are. */
export async function addReports(
  setting: DatabaseSetting,
  {
    count,
    serviceUrl,
    now,
  }: { readonly count: number; readonly serviceUrl: string; readonly now: number },
): Promise<void> {
  const database = await openDatabase(setting);
  try {
    const record = recordOf({ db: database.db, tenantId });
    for (const [index, report] of reports.slice(0, count).entries()) {
      const chat = `19:meeting_of_report_${index}@thread.v2`;
      if ((await record.seriesOfChat(chat)) !== undefined) continue;
      const pair: Pair = [
        { id: people.ana.oid, name: people.ana.name, role: 'manager' },
        { id: `0000000${index}-0000-4000-8000-000000000000`, name: report.name, role: 'report' },
      ];
      const reference = { serviceUrl, bot, conversation: { id: chat, isGroup: true, tenantId } };
      const [firstName] = report.name.split(' ');
      const title = `Ana and ${firstName} 1:1`;
      const seriesId = await beginSeries(record, { chat, title, pair, reference, now });
      const { meetings, everyDays, lastDaysAgo, shares } = report;
      const day = (days: number) => new Date(now + days * dayMs).toISOString().slice(0, 10);
      for (let number = 1; number <= meetings; number += 1) {
        const share = shares[shares.length - 1 - (meetings - number)];
        await holdMeeting(record, seriesId, {
          at: now - (lastDaysAgo + (meetings - number) * everyDays) * dayMs,
          topics: elements
            .slice(0, report.elements)
            .map((element) => topic(`${number}/${element}`, { element, state: 'done' })),
          outcomes: report.open.map(([result, days], place) =>
            outcome(`${index}/${place}`, {
              result,
              owner: pair[1].id,
              by: days === null ? null : day(days),
              agreedIn: Math.max(1, meetings - place),
              success: place === 0 ? 'Everybody concerned has said so themselves' : '',
            }),
          ),
          ...(share === undefined ? {} : { talk: talkOf(pair, share) }),
        });
      }
    }
  } finally {
    await database.close();
  }
}
