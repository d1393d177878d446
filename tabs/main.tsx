/** Starts the app: Teams around it; in it the live room, or all 1:1s of the person. */
import './without-eval.ts';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { LivePanel } from './live-panel.tsx';
import { PanelSkeleton } from './panel-skeleton.tsx';
import { TeamsApp } from './teams/teams-app.tsx';
import { lazyPart } from './lazy-part.ts';

const MySeriesPage = lazyPart(async () => ({
  default: (await import('./series/my-series-page.tsx')).MySeriesPage,
}));

const root = document.getElementById('panel');
if (root === null) throw new Error('index.html has no element with the id "panel".');
createRoot(root).render(
  <StrictMode>
    <TeamsApp
      inMeeting={(place) => <LivePanel key={`${place.chatId} ${place.meetingId}`} place={place} />}
      mySeries={() => (
        <Suspense fallback={<PanelSkeleton of="series" />}>
          <MySeriesPage />
        </Suspense>
      )}
    />
  </StrictMode>,
);
