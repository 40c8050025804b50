import { setFlagsFromString } from 'node:v8';

/** From so many workloads on, what a report keeps of them is most of its memory. */
export const MANY_WORKLOADS = 1000;

/**
 * Has V8 collect its heap when it has grown by a tenth since the last time. Left alone, it waits until a heap of this size has
 * grown to four times what lives in it, which a report of ten thousand workloads pays for with twice the memory and gains a
 * sixth of its time by.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=10');
}
