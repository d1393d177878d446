/** The agendas that come with the app, from a first 1:1 to a return from leave. */
import type { Say } from '../language/say.ts';
import type { Template } from './templates.ts';

export const templates = (say: Say): readonly Template[] => [
  {
    id: 'first',
    name: say('First 1:1'),
    topics: [
      {
        title: say('What would make these talks worth your time?'),
        element: 'feedback',
        plannedMinutes: 10,
      },
      {
        title: say('How each of us likes to work and be reached'),
        element: 'wellbeing',
        plannedMinutes: 10,
      },
      {
        title: say('What success looks like in your role'),
        element: 'progress',
        plannedMinutes: 10,
      },
      {
        title: say('Strengths to use more, and where you want to grow'),
        element: 'development',
        plannedMinutes: 10,
      },
      { title: say('How we give each other feedback'), element: 'feedback', plannedMinutes: 5 },
    ],
  },
  {
    id: 'weekly',
    name: say('Weekly'),
    topics: [
      {
        title: say('How are you, and how is the workload?'),
        element: 'wellbeing',
        plannedMinutes: 5,
      },
      {
        title: say('What matters most this week, and how will we see it?'),
        element: 'progress',
        plannedMinutes: 10,
      },
      {
        title: say('What is in the way, and what would help?'),
        element: 'obstacles',
        plannedMinutes: 10,
      },
      { title: say('Feedback, both ways'), element: 'feedback', plannedMinutes: 5 },
    ],
  },
  {
    id: 'goals',
    name: say('Goals review'),
    topics: [
      {
        title: say('What has changed because of our goals?'),
        element: 'progress',
        plannedMinutes: 15,
      },
      {
        title: say('Which goals still matter, and which can go?'),
        element: 'progress',
        plannedMinutes: 10,
      },
      { title: say('What made results hard to reach?'), element: 'obstacles', plannedMinutes: 10 },
      {
        title: say('What did we learn about how we work?'),
        element: 'feedback',
        plannedMinutes: 10,
      },
      { title: say('Outcomes for the next quarter'), element: 'progress', plannedMinutes: 15 },
    ],
  },
  {
    id: 'feedback',
    name: say('Feedback'),
    topics: [
      {
        title: say('What went well lately, and what made it work?'),
        element: 'feedback',
        plannedMinutes: 10,
      },
      {
        title: say('Feedback for the manager: more of, less of'),
        element: 'feedback',
        plannedMinutes: 10,
      },
      {
        title: say('Feedback for the report: strengths and one stretch'),
        element: 'feedback',
        plannedMinutes: 10,
      },
      { title: say('One thing each of us will try'), element: 'development', plannedMinutes: 10 },
    ],
  },
  {
    id: 'career',
    name: say('Career'),
    topics: [
      {
        title: say('Which work gives you energy, and which takes it?'),
        element: 'wellbeing',
        plannedMinutes: 10,
      },
      {
        title: say('Where would you like to be in two years?'),
        element: 'development',
        plannedMinutes: 15,
      },
      {
        title: say('What does the next step ask for that is new?'),
        element: 'development',
        plannedMinutes: 10,
      },
      {
        title: say('Chances to practise in the coming months'),
        element: 'development',
        plannedMinutes: 10,
      },
      { title: say('Who else could open a door?'), element: 'development', plannedMinutes: 5 },
    ],
  },
  {
    id: 'onboarding',
    name: say('Onboarding'),
    topics: [
      { title: say('How is it to be here so far?'), element: 'wellbeing', plannedMinutes: 10 },
      {
        title: say('What is clear about your role, and what is not yet?'),
        element: 'progress',
        plannedMinutes: 10,
      },
      {
        title: say('What slows you down that we could remove?'),
        element: 'obstacles',
        plannedMinutes: 10,
      },
      { title: say('People worth knowing next'), element: 'development', plannedMinutes: 5 },
      {
        title: say('What do you see that we no longer notice?'),
        element: 'feedback',
        plannedMinutes: 10,
      },
    ],
  },
  {
    id: 'return',
    name: say('Return from leave'),
    topics: [
      {
        title: say('How are you, and how would you like to start?'),
        element: 'wellbeing',
        plannedMinutes: 15,
      },
      {
        title: say('What changed while you were away that touches your work'),
        element: 'progress',
        plannedMinutes: 10,
      },
      {
        title: say('A pace and workload that suit the first weeks'),
        element: 'wellbeing',
        plannedMinutes: 10,
      },
      {
        title: say('Which priorities do you want to pick up, and which not?'),
        element: 'progress',
        plannedMinutes: 10,
      },
      {
        title: say('What support would make the return easier?'),
        element: 'obstacles',
        plannedMinutes: 5,
      },
    ],
  },
];
