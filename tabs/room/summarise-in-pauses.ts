/**
 * Lets this panel sum the room up for those who join later when nobody types: Fluid would do it after
 * every hundred letters, and a panel that does it stands still for a quarter of a second.
 */
import { DefaultSummaryConfiguration } from '@fluidframework/container-runtime/legacy';

const secondMs = 1_000;

// AzureClient hands no such settings on. Fluid reads these when a room is joined.
Object.assign(DefaultSummaryConfiguration, {
  /** The more there is to sum up, the shorter a pause will do. */
  minIdleTime: 2 * secondMs,
  maxIdleTime: 10 * secondMs,
  /** Without a pause, so late: whoever joins goes through this many edits in about a second. */
  maxOps: 1_000,
  maxTime: 600 * secondMs,
});
