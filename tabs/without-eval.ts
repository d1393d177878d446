/** Keeps zod from compiling its parsers, which the page's content security policy forbids. */
import { z } from 'zod';

// Imported first: a schema asks for this setting when it is made, not when it is used.
z.config({ jitless: true });
