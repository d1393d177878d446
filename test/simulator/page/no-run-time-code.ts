/** Keeps zod from making code at run time, which the page's content security policy forbids; to import first. */
import { config } from 'zod';

config({ jitless: true });
