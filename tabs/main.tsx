/** Starts the panel: Teams around it, the live room in it. */
import './without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LivePanel } from './live-panel.tsx';
import { TeamsApp } from './teams/teams-app.tsx';

const root = document.getElementById('panel');
if (root === null) throw new Error('index.html has no element with the id "panel".');
createRoot(root).render(
  <StrictMode>
    <TeamsApp>
      {(place) => <LivePanel key={`${place.chatId} ${place.meetingId}`} place={place} />}
    </TeamsApp>
  </StrictMode>,
);
