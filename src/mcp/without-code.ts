import { config } from 'zod/v4/core';

// The messages of the protocol are checked by zod, which else makes code of its own texts for that. It is read when a check is first
// made, so that this stands before what makes one: https://zod.dev/api#jitless
config({ jitless: true });
