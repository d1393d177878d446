import { expect, test } from 'vitest';
import { messageCard } from '../../bot/messages/message-card.ts';
import { discretion, rosterBelievedForMs } from '../../bot/series/discreet-chat.ts';
import { english } from '../../shared/language/language.ts';
import { member, memoryChat } from '../world.ts';

const recap = messageCard(english, { title: 'Recap', lines: ['Pay rise for Ben'] });
const help = messageCard(english, { title: 'Help', isForAnybody: true });
const reference = { chatId: 'chat' };
const withheld = 'There is something here for the two of this 1:1';

function chatOf(...members: readonly string[]) {
  const chat = memoryChat();
  chat.members = members.map((each) => member(each));
  let time = 0;
  const discreet = discretion(chat, () => time);
  return {
    chat,
    discreet,
    pass: (ms: number) => {
      time += ms;
    },
    shown: () => chat.posts.map(({ card }) => card.summary),
  };
}

test('[S9] in a chat of the two everything is said as it is', async () => {
  const { discreet, shown } = chatOf('ana', 'ben');
  await discreet.chat.post(reference, recap);
  expect(shown()).toEqual(['Recap']);
  expect(await discreet.answers(reference, [recap, help])).toEqual([recap, help]);
});

test('[S9] where a third person reads, nothing of the 1:1 is posted, changed or answered', async () => {
  const { chat, discreet, shown } = chatOf('ana', 'ben', 'cleo');
  await discreet.chat.post(reference, recap);
  await discreet.chat.post(reference, help);
  await discreet.chat.update(reference, 'message 2', recap);
  expect(shown()).toEqual([withheld, withheld]);
  expect(JSON.stringify(chat.posts)).not.toContain('Pay rise');
  const answers = await discreet.answers(reference, [recap, help, recap]);
  expect(answers.map(({ summary }) => summary)).toEqual([withheld, 'Help']);
});

test('[S9] who has joined the chat is noticed a minute later at the latest', async () => {
  const { chat, discreet, pass, shown } = chatOf('ana', 'ben');
  await discreet.chat.post(reference, recap);
  chat.members = [...chat.members, member('gil', { isGuest: true })];
  pass(rosterBelievedForMs);
  await discreet.chat.post(reference, recap);
  expect(shown()).toEqual(['Recap', withheld]);
});

test('[S9] what cannot be asked about is not posted', async () => {
  const { chat, discreet, shown } = chatOf('ana', 'ben');
  chat.roster = () => Promise.reject(new Error('The chat is away.'));
  await expect(discreet.chat.post(reference, recap)).rejects.toThrow('The chat is away.');
  expect(shown()).toEqual([]);
});
