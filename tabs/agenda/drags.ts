/** How each topic's row is taken hold of, once dragging is loaded. */
import type { DraggableSyntheticListeners } from '@dnd-kit/core';

/** By topic. */
export type Drags = Map<string, DraggableSyntheticListeners>;

/** The element that says how to drag by keys. */
export const dragHintId = 'drag-hint';
