/** Puts the simulated meeting on the page. */
import './no-run-time-code.ts';
import { createRoot } from 'react-dom/client';
import { MeetingPage } from './meeting-page.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(<MeetingPage />);
